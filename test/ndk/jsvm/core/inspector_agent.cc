#include "inspector_agent.h"

#include <openssl/rand.h>

#include <cstdio>

#include "inspector.h"
#include "inspector_text.h"

namespace jsvm {

namespace {

// More than this, in bytes, is not read ahead of what V8 has looked at.
constexpr size_t kInboxLimit = 64 * 1024 * 1024;

void DispatchInside(v8::Isolate* isolate, InspectorInbox::Call call) {
  v8::HandleScope handles(isolate);
  ExtensionOf<VmInspector>(VmOf(isolate)).DispatchAll(call);
}

void OnInterrupt(v8::Isolate* isolate, void*) {
  DispatchInside(isolate, InspectorInbox::Call::kInterrupt);
}

// Looks at messages when the message loop is pumped.
class DispatchTask final : public v8::Task {
 public:
  explicit DispatchTask(v8::Isolate* isolate) : isolate_(isolate) {}
  void Run() override { DispatchInside(isolate_, InspectorInbox::Call::kTask); }

 private:
  v8::Isolate* isolate_;
};

// 122 random bits in the form of a UUID (RFC 9562, version 4).
std::string RandomId() {
  unsigned char bytes[16];
  if (RAND_bytes(bytes, sizeof(bytes)) != 1) return {};
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
  std::string id;
  for (size_t i = 0; i < sizeof(bytes); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    constexpr char kHex[] = "0123456789abcdef";
    id += kHex[bytes[i] >> 4];
    id += kHex[bytes[i] & 0xF];
  }
  return id;
}

}  // namespace

void InspectorInbox::Add(Entry entry) {
  bool interrupt;
  bool post;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    bytes_ += entry.message.size();
    entries_.push_back(std::move(entry));
    interrupt = !std::exchange(interrupting_, true);
    post = !std::exchange(posted_, true);
  }
  arrived_.notify_one();
  // Whatever comes first: JS that runs is interrupted, an idle VM looks when its message loop is pumped.
  if (interrupt) vm_->isolate->RequestInterrupt(OnInterrupt, nullptr);
  if (post) vm_->delegate->GetForegroundTaskRunner()->PostTask(std::make_unique<DispatchTask>(vm_->isolate));
}

void InspectorInbox::Answered(Call call) {
  std::lock_guard<std::mutex> lock(mutex_);
  (call == Call::kInterrupt ? interrupting_ : posted_) = false;
}

bool InspectorInbox::Take(Entry* entry) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (entries_.empty()) return false;
  *entry = std::move(entries_.front());
  entries_.pop_front();
  bytes_ -= entry->message.size();
  return true;
}

void InspectorInbox::Wait() {
  std::unique_lock<std::mutex> lock(mutex_);
  arrived_.wait(lock, [this] { return !entries_.empty(); });
}

bool InspectorInbox::IsFull() {
  std::lock_guard<std::mutex> lock(mutex_);
  return bytes_ > kInboxLimit;
}

void InspectorSession::Connect(v8_inspector::V8Inspector* inspector, int group) {
  using v8_inspector::V8Inspector;
  // A session that counts as waiting would let the program run when its client leaves, and every such client would have
  // to say so before. Here the first one that says it does.
  session_ = inspector->connect(group, this, v8_inspector::StringView(), V8Inspector::kFullyTrusted,
                                V8Inspector::kNotWaitingForDebugger);
}

void InspectorSession::Dispatch(const std::string& message) {
  InspectorText text(message);
  ++busy_;
  session_->dispatchProtocolMessage(text.view());
  --busy_;
}

void InspectorSession::PauseSoon(std::string_view reason) {
  InspectorText text(reason);
  session_->schedulePauseOnNextStatement(text.view(), v8_inspector::StringView());
}

void InspectorSession::Stop() {
  server_ = nullptr;
  session_->stop();
}

void InspectorSession::Send(const v8_inspector::StringBuffer& message) {
  if (server_ != nullptr) server_->Send(client_, ToUtf8(message.string()));
}

InspectorAgent::InspectorAgent(VmInspector* owner, JSVM_Env env, int group)
    : owner_(owner), env_(env), group_(group), id_(RandomId()), inbox_(env->vm) {}

bool InspectorAgent::Start(std::vector<Descriptor> sockets, std::string_view label) {
  if (id_.empty()) return false;
  server_ = DebugServer::Start(std::move(sockets), DebugTarget{id_, std::string(label)}, &inbox_);
  if (server_ == nullptr) return false;
  constexpr std::string_view kAuxData = R"({"isDefault":true})";
  InspectorText name(label);
  InspectorText aux_data(kAuxData);
  owner_->inspector_->contextCreated({.context = context(),
                                      .contextGroupId = group_,
                                      .humanReadableName = name.view(),
                                      .origin = {},
                                      .auxData = aux_data.view(),
                                      .hasMemoryOnConsole = false});
  return true;
}

v8::Local<v8::Context> InspectorAgent::context() const {
  if (!has_context_ || !env_->has_context()) return {};
  return v8::Local<v8::Context>::New(env_->isolate, env_->context());
}

void InspectorAgent::DispatchPending() {
  VmInspector::Working working(owner_);
  InspectorInbox::Entry entry;
  while (!stopped_ && inbox_.Take(&entry)) Handle(entry);
}

void InspectorAgent::HandleNext() {
  InspectorInbox::Entry entry;
  inbox_.Wait();
  if (inbox_.Take(&entry)) Handle(entry);
}

void InspectorAgent::Handle(const InspectorInbox::Entry& entry) {
  v8::HandleScope handles(env_->isolate);
  switch (entry.kind) {
    case InspectorInbox::Kind::kOpened: {
      std::fputs("Debugger attached.\n", stderr);
      auto session = std::make_unique<InspectorSession>(server_.get(), entry.client);
      session->Connect(owner_->inspector_.get(), group_);
      sessions_.emplace(entry.client, std::move(session));
      break;
    }
    case InspectorInbox::Kind::kReceived: {
      auto found = sessions_.find(entry.client);
      if (found != sessions_.end()) found->second->Dispatch(entry.message);
      break;
    }
    case InspectorInbox::Kind::kClosed:
      EndSession(entry.client);
      break;
  }
}

void InspectorAgent::EndSession(int client) {
  auto found = sessions_.find(client);
  if (found == sessions_.end()) return;
  std::unique_ptr<InspectorSession> session = std::move(found->second);
  sessions_.erase(found);
  session->Stop();
  // V8 comes back to it when the message that is being worked on is done.
  if (session->busy()) owner_->retired_sessions_.push_back(std::move(session));
}

void InspectorAgent::RunPauseLoop() {
  VmInspector::Working working(owner_);
  InspectorAgent* outer = std::exchange(owner_->paused_, this);
  pause_ended_ = false;
  while (!pause_ended_ && !stopped_ && !sessions_.empty()) HandleNext();
  pause_ended_ = false;
  owner_->paused_ = outer;
}

void InspectorAgent::WaitForDebugger(bool break_next) {
  VmInspector::Working working(owner_);
  waiting_for_debugger_ = true;
  while (waiting_for_debugger_ && !stopped_) {
    HandleNext();
    // V8 does some of what a client asks for, heap snapshots among it, in a task.
    while (env_->vm->delegate->queue().RunOne()) {
    }
  }
  waiting_for_debugger_ = false;
  if (!break_next) return;
  for (auto& [client, session] : sessions_) session->PauseSoon("Break on debugger attached");
}

void InspectorAgent::WaitForClientsToGo() {
  VmInspector::Working working(owner_);
  server_->StopListening();
  ForgetContext();
  DispatchPending();
  if (sessions_.empty()) return;
  std::fputs("Waiting for the debugger to disconnect...\n", stderr);
  while (!sessions_.empty()) HandleNext();
}

void InspectorAgent::ForgetContext() {
  v8::HandleScope handles(env_->isolate);
  v8::Local<v8::Context> forgotten = context();
  has_context_ = false;
  if (!forgotten.IsEmpty()) owner_->inspector_->contextDestroyed(forgotten);
}

void InspectorAgent::Stop() {
  VmInspector::Working working(owner_);
  ForgetContext();
  while (!sessions_.empty()) EndSession(sessions_.begin()->first);
  stopped_ = true;
  server_.reset();
}

}  // namespace jsvm
