#include "inspector.h"

#include <openssl/rand.h>

#include <algorithm>

#include "inspector_text.h"

namespace jsvm {

// What V8's inspector asks of the host. A context group is an env with its agent.
class InspectorClient final : public v8_inspector::V8InspectorClient {
 public:
  explicit InspectorClient(VmInspector* owner) : owner_(owner) {}

  void runMessageLoopOnPause(int group) override {
    if (InspectorAgent* agent = owner_->AgentOfGroup(group)) agent->RunPauseLoop();
  }
  void runMessageLoopOnInstrumentationPause(int group) override { runMessageLoopOnPause(group); }
  void quitMessageLoopOnPause() override {
    if (owner_->paused_ != nullptr) owner_->paused_->QuitPauseLoop();
  }
  void runIfWaitingForDebugger(int group) override {
    if (InspectorAgent* agent = owner_->AgentOfGroup(group)) agent->DebuggerIsReady();
  }
  v8::Local<v8::Context> ensureDefaultContextInGroup(int group) override {
    InspectorAgent* agent = owner_->AgentOfGroup(group);
    return agent == nullptr ? v8::Local<v8::Context>() : agent->context();
  }
  double currentTimeMS() override { return Platform()->CurrentClockTimeMillis(); }
  int64_t generateUniqueId() override {
    int64_t id = 0;
    return RAND_bytes(reinterpret_cast<unsigned char*>(&id), sizeof(id)) == 1 ? id : 0;
  }
  // Scripts are known by any name; one that is a path becomes a URL, which is what editors look for.
  std::unique_ptr<v8_inspector::StringBuffer> resourceNameToUrl(const v8_inspector::StringView& name) override {
    std::string path = ToUtf8(name);
    if (path.empty() || path[0] != '/') return nullptr;
    std::string url = "file://";
    for (char c : path) {
      bool plain = c > 0x20 && c < 0x7F && std::strchr("\"#%<>?[\\]^`{|}", c) == nullptr;
      constexpr char kHex[] = "0123456789ABCDEF";
      if (plain) {
        url += c;
      } else {
        auto byte = static_cast<unsigned char>(c);
        url += {'%', kHex[byte >> 4], kHex[byte & 0xF]};
      }
    }
    return v8_inspector::StringBuffer::create(InspectorText(url).view());
  }

 private:
  VmInspector* const owner_;
};

VmInspector::VmInspector() : client_(std::make_unique<InspectorClient>(this)) {}

VmInspector::~VmInspector() {
  while (!agents_.empty()) Close(agents_.back()->env());
}

InspectorAgent* VmInspector::AgentOf(JSVM_Env env) const {
  for (const auto& agent : agents_) {
    if (agent->env() == env) return agent.get();
  }
  return nullptr;
}

InspectorAgent* VmInspector::AgentOfGroup(int group) const {
  for (const auto& agent : agents_) {
    if (agent->group() == group) return agent.get();
  }
  return nullptr;
}

InspectorAgent* VmInspector::Open(JSVM_Env env, std::vector<Descriptor> sockets, std::string_view label) {
  v8::HandleScope handles(env->isolate);
  if (inspector_ == nullptr) inspector_ = v8_inspector::V8Inspector::create(env->isolate, client_.get());
  agents_.push_back(std::make_unique<InspectorAgent>(this, env, next_group_++));
  if (agents_.back()->Start(std::move(sockets), label)) return agents_.back().get();
  agents_.pop_back();
  return nullptr;
}

void VmInspector::Close(JSVM_Env env) {
  Working working(this);
  auto found = std::find_if(agents_.begin(), agents_.end(), [env](const auto& agent) { return agent->env() == env; });
  if (found == agents_.end()) return;
  (*found)->Stop();
  retired_agents_.push_back(std::move(*found));
  agents_.erase(found);
}

void VmInspector::DispatchAll(InspectorInbox::Call call) {
  Working working(this);
  // An agent may be closed, or another opened, by what a client evaluates.
  for (size_t i = 0; i < agents_.size(); ++i) agents_[i]->Answer(call);
}

void VmInspector::DropRetired() {
  v8::HandleScope handles(v8::Isolate::GetCurrent());
  retired_sessions_.clear();
  retired_agents_.clear();
  // The console is silent again when nobody can listen to it.
  if (agents_.empty()) inspector_.reset();
}

bool SupportsInspector() {
  std::string expected =
      std::to_string(v8_inspector::kAbiMajorVersion) + "." + std::to_string(v8_inspector::kAbiMinorVersion) + ".";
  return std::string_view(v8::V8::GetVersion()).substr(0, expected.size()) == expected;
}

void ReleaseInspector(JSVM_Env env) {
  auto& inspector = ExtensionOf<VmInspector>(env->vm);
  InspectorAgent* agent = inspector.AgentOf(env);
  if (agent == nullptr) return;
  agent->WaitForClientsToGo();
  inspector.Close(env);
}

}  // namespace jsvm
