// The debugger of one env: the server's messages brought to V8 on the VM's thread, and V8's answers back.
#ifndef ARKHOST_JSVM_CORE_INSPECTOR_AGENT_H_
#define ARKHOST_JSVM_CORE_INSPECTOR_AGENT_H_

#include <condition_variable>
#include <map>
#include <string_view>

#include "debug_server.h"
#include "env.h"
#include "inspector_abi.h"

namespace jsvm {

class VmInspector;

// What clients did, until the VM's thread looks at it. The server writes, the VM's thread reads.
class InspectorInbox final : public DebugServer::Listener {
 public:
  enum class Kind { kOpened, kReceived, kClosed };
  struct Entry {
    Kind kind;
    int client;
    std::string message;
  };

  explicit InspectorInbox(JSVM_VM vm) : vm_(vm) {}

  // The two ways in which the VM's thread is asked to look.
  enum class Call { kInterrupt, kTask };

  // One of the calls has come: the next entry makes another.
  void Answered(Call call);
  // The oldest entry; false when there is none.
  bool Take(Entry* entry);
  // Waits until there is one.
  void Wait();

  void Opened(int client) override { Add({Kind::kOpened, client, {}}); }
  void Received(int client, std::string message) override { Add({Kind::kReceived, client, std::move(message)}); }
  void Closed(int client) override { Add({Kind::kClosed, client, {}}); }
  bool IsFull() override;

 private:
  void Add(Entry entry);

  const JSVM_VM vm_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Entry> entries_;
  size_t bytes_ = 0;
  bool interrupting_ = false;  // calls that are on their way
  bool posted_ = false;
};

// A client's session with V8.
class InspectorSession final : public v8_inspector::V8Inspector::Channel {
 public:
  InspectorSession(DebugServer* server, int client) : server_(server), client_(client) {}

  void Connect(v8_inspector::V8Inspector* inspector, int group);
  void Dispatch(const std::string& message);
  // Pauses at the next statement.
  void PauseSoon(std::string_view reason);
  // The client is gone: V8 leaves a pause that this session asked for. Nothing is sent any more.
  void Stop();
  // True while V8 is at work on one of its messages.
  bool busy() const { return busy_ > 0; }

  void sendResponse(int, std::unique_ptr<v8_inspector::StringBuffer> message) override { Send(*message); }
  void sendNotification(std::unique_ptr<v8_inspector::StringBuffer> message) override { Send(*message); }
  void flushProtocolNotifications() override {}

 private:
  void Send(const v8_inspector::StringBuffer& message);

  DebugServer* server_;  // nullptr once stopped
  const int client_;
  int busy_ = 0;
  std::unique_ptr<v8_inspector::V8InspectorSession> session_;
};

class InspectorAgent {
 public:
  InspectorAgent(VmInspector* owner, JSVM_Env env, int group);

  // Starts the server.
  bool Start(std::vector<Descriptor> sockets, std::string_view label);
  JSVM_Env env() const { return env_; }
  int group() const { return group_; }
  // The path of the WebSocket, without the slash.
  const std::string& id() const { return id_; }
  // The context that clients evaluate in; empty once the env is being destroyed.
  v8::Local<v8::Context> context() const;

  // Looks at everything that clients sent.
  void DispatchPending();
  void Answer(InspectorInbox::Call call) {
    inbox_.Answered(call);
    DispatchPending();
  }
  // Looks at it until V8 goes on, or nobody is left to make it go on.
  void RunPauseLoop();
  void QuitPauseLoop() { pause_ended_ = true; }
  // Waits until a client lets the program run. With `break_next` it pauses at the next statement then.
  void WaitForDebugger(bool break_next);
  void DebuggerIsReady() { waiting_for_debugger_ = false; }
  // The env is being destroyed: takes no new client, and waits for those that are there.
  void WaitForClientsToGo();
  // Ends all sessions and the server. Nothing works afterwards.
  void Stop();

 private:
  void Handle(const InspectorInbox::Entry& entry);
  // Handles the next entry, waiting for it.
  void HandleNext();
  void EndSession(int client);
  // Tells the clients that the context is gone.
  void ForgetContext();

  VmInspector* const owner_;
  const JSVM_Env env_;
  const int group_;
  const std::string id_;
  InspectorInbox inbox_;
  std::unique_ptr<DebugServer> server_;
  std::map<int, std::unique_ptr<InspectorSession>> sessions_;
  bool has_context_ = true;
  bool waiting_for_debugger_ = false;
  bool pause_ended_ = false;
  bool stopped_ = false;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_INSPECTOR_AGENT_H_
