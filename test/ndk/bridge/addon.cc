// The one addon that TypeScript talks to: it loads native modules, reads and writes the log, and reads the ledger.
#include <napi.h>

#include "call_log.h"
#include "crash_handler.h"
#include "device_files.h"
#include "file_calls.h"
#include "hilog/host.h"
#include "jsvm/core/host.h"
#include "ledger.h"
#include "log.h"
#include "napi/host.h"
#include "shared_memory.h"

namespace bridge {
namespace {

// loadModule(path): the exports of a native module, from a new call of the init function that it registered.
Napi::Value LoadModule(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  arkhost_jsvm_host()->attach();
  void* exports = arkhost_napi_host()->load(path.c_str());
  // An exception waits already when there are no exports.
  return exports == nullptr ? Napi::Value() : Napi::Value(info.Env(), static_cast<napi_value>(exports));
}

// setModuleLoader((path, moduleInfo?) => exports): serves napi_load_module on this thread.
void SetModuleLoader(const Napi::CallbackInfo& info) {
  arkhost_napi_host()->set_module_loader(static_cast<napi_value>(info[0].As<Napi::Function>()));
}

// setRuntimeScript(text): what runtimes of napi_create_ark_runtime run first.
void SetRuntimeScript(const Napi::CallbackInfo& info) {
  arkhost_napi_host()->set_runtime_script(info[0].As<Napi::String>().Utf8Value().c_str());
}

// Looks after a library of a module before its first function runs.
void OnMapped() {
  WatchCalls();
  ReplaceFileFunctions();
}

}  // namespace

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  arkhost_napi_host()->attach();
  arkhost_jsvm_host()->attach();
  arkhost_napi_host()->set_on_mapped(OnMapped);
  exports.Set("loadModule", Napi::Function::New(env, LoadModule, "loadModule"));
  exports.Set("setModuleLoader", Napi::Function::New(env, SetModuleLoader, "setModuleLoader"));
  exports.Set("setRuntimeScript", Napi::Function::New(env, SetRuntimeScript, "setRuntimeScript"));
  AddLog(env, exports);
  AddLedger(env, exports);
  AddCrashHandler(env, exports);
  AddDeviceFiles(env, exports);
  AddSharedMemory(env, exports);
  AddFileCalls(env, exports);
  return exports;
}

}  // namespace bridge

using bridge::Init;

NODE_API_MODULE(arkhost_bridge, Init)
