// The debugger's door: open it on a port, close it, wait for a client.
#include "core/inspector.h"

#include <cstdio>

#include "core/entry.h"

namespace jsvm {

namespace {

constexpr const char* kDefaultLabel = "jsvm";
constexpr uint16_t kFirstPort = 9229;
constexpr uint16_t kLastPort = 9999;

// V8's inspector holds handles of its own, with which no snapshot can be written.
bool MayOpen(JSVM_VM vm) {
  return vm->snapshot_creator == nullptr && SupportsInspector();
}

bool Open(const JsCall& call, std::vector<Descriptor> sockets, const char* label, const std::string& authority) {
  InspectorAgent* agent = ExtensionOf<VmInspector>(call.vm()).Open(call.env(), std::move(sockets), label);
  if (agent == nullptr) return false;
  std::fprintf(stderr, "Debugger listening on ws://%s/%s\n", authority.c_str(), agent->id().c_str());
  return true;
}

InspectorAgent* AgentOf(const JsCall& call) {
  return ExtensionOf<VmInspector>(call.vm()).AgentOf(call.env());
}

// The first free port of the range that debuggers look through.
Descriptor ListenOnFirstFree(uint16_t* port, std::string* authority) {
  for (*port = kFirstPort; *port <= kLastPort; ++*port) {
    Descriptor socket = ListenOnLoopback("localhost", *port, authority);
    if (socket) return socket;
  }
  return {};
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_OpenInspector(JSVM_Env env, const char* host, uint16_t port) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (host == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (AgentOf(call) != nullptr) return call.Ok();  // serves already
  if (!MayOpen(call.vm())) return call.Fail(JSVM_GENERIC_FAILURE);
  std::string authority;
  std::vector<Descriptor> sockets;
  sockets.push_back(ListenOnLoopback(host, port, &authority));
  if (!sockets[0]) return call.Fail(JSVM_GENERIC_FAILURE);
  if (!Open(call, std::move(sockets), kDefaultLabel, authority)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_OpenInspectorWithName(JSVM_Env env, int pid, const char* name) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (pid < 0) return call.Fail(JSVM_INVALID_ARG);
  if (AgentOf(call) != nullptr) return call.Ok();  // serves already
  if (!MayOpen(call.vm())) return call.Fail(JSVM_GENERIC_FAILURE);
  std::string authority;
  std::vector<Descriptor> sockets;
  uint16_t port = 0;
  sockets.push_back(ListenOnFirstFree(&port, &authority));
  if (!sockets[0]) return call.Fail(JSVM_GENERIC_FAILURE);
  sockets.push_back(ListenOnLocalName("jsvm_devtools_remote_" + std::to_string(port) + "_" + std::to_string(pid)));
  if (!sockets[1]) return call.Fail(JSVM_GENERIC_FAILURE);
  if (!Open(call, std::move(sockets), name == nullptr ? kDefaultLabel : name, authority)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_CloseInspector(JSVM_Env env) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AgentOf(call) == nullptr) return JSVM_GENERIC_FAILURE;
  ExtensionOf<VmInspector>(call.vm()).Close(env);
  return call.Ok();
}

JSVM_Status OH_JSVM_WaitForDebugger(JSVM_Env env, bool breakNextLine) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  InspectorAgent* agent = AgentOf(call);
  if (agent == nullptr) return JSVM_GENERIC_FAILURE;
  agent->WaitForDebugger(breakNextLine);
  return call.Ok();
}
