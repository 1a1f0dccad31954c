// The debugger of a VM: V8's inspector for its isolate, and for each env that opened one a server with its sessions.
#ifndef ARKHOST_JSVM_CORE_INSPECTOR_H_
#define ARKHOST_JSVM_CORE_INSPECTOR_H_

#include <string_view>

#include "env.h"
#include "inspector_abi.h"
#include "inspector_agent.h"
#include "loopback.h"
#include "vm.h"

namespace jsvm {

class VmInspector final : public VmExtension {
 public:
  VmInspector();
  ~VmInspector() override;

  // The agent of an env, nullptr while it has none.
  InspectorAgent* AgentOf(JSVM_Env env) const;
  // Serves the env on the sockets. Null when that fails.
  InspectorAgent* Open(JSVM_Env env, std::vector<Descriptor> sockets, std::string_view label);
  // Ends the env's sessions and its server.
  void Close(JSVM_Env env);
  // Looks at everything that clients sent.
  void DispatchAll(InspectorInbox::Call call);

 private:
  friend class InspectorAgent;
  friend class InspectorClient;

  // Sessions and agents that end while V8 works for one of them are kept until it is done.
  class Working {
   public:
    explicit Working(VmInspector* owner) : owner_(owner) { ++owner_->working_; }
    ~Working() {
      if (--owner_->working_ == 0) owner_->DropRetired();
    }
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;

   private:
    VmInspector* owner_;
  };

  InspectorAgent* AgentOfGroup(int group) const;
  void DropRetired();

  std::unique_ptr<v8_inspector::V8InspectorClient> client_;
  std::unique_ptr<v8_inspector::V8Inspector> inspector_;  // while there are agents
  std::vector<std::unique_ptr<InspectorAgent>> agents_;
  std::vector<std::unique_ptr<InspectorAgent>> retired_agents_;
  std::vector<std::unique_ptr<InspectorSession>> retired_sessions_;
  InspectorAgent* paused_ = nullptr;  // the one whose pause loop runs
  int next_group_ = 1;
  int working_ = 0;
};

// False when the engine's V8 is not the one whose tables inspector_abi.h describes.
bool SupportsInspector();

// DestroyEnv: waits for the clients of the env to go, and closes its inspector.
void ReleaseInspector(JSVM_Env env);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_INSPECTOR_H_
