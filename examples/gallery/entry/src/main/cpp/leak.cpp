// Things of JSVM that are opened or made, and not closed or given back.
#include "faults.h"
#include "vm.h"

namespace {

void HandleScope() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_HandleScope forgotten = nullptr;
  OH_JSVM_OpenHandleScope(vm.env, &forgotten);
}

void EnvScope() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_EnvScope forgotten = nullptr;
  OH_JSVM_OpenEnvScope(vm.env, &forgotten);
}

void VmScope() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_VMScope forgotten = nullptr;
  OH_JSVM_OpenVMScope(vm.vm, &forgotten);
}

void Env() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_Env forgotten = nullptr;
  OH_JSVM_CreateEnv(vm.vm, 0, nullptr, &forgotten);
}

void Reference() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_Value object = nullptr;
  JSVM_Ref forgotten = nullptr;
  OH_JSVM_CreateObject(vm.env, &object);
  OH_JSVM_CreateReference(vm.env, object, 1, &forgotten);
}

void Deferred() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_Value promise = nullptr;
  JSVM_Deferred forgotten = nullptr;
  OH_JSVM_CreatePromise(vm.env, &forgotten, &promise);
}

// One VM for the whole process: that is no leak by itself.
Vm& Kept() {
  static Vm* kept = new Vm;
  return *kept;
}

void ForgottenVm() {
  new Vm;
}

void ScopeOfKeptVm() {
  Vm& vm = Kept();
  Scopes scopes(vm);
  JSVM_HandleScope forgotten = nullptr;
  OH_JSVM_OpenHandleScope(vm.env, &forgotten);
}

void MakeKeptVm() {
  Kept();
}

void ExternalMemory() {
  Vm& vm = Kept();
  Scopes scopes(vm);
  int64_t total = 0;
  OH_JSVM_AdjustExternalMemory(vm.env, 1024 * 1024, &total);
}

void Nothing() {
  Vm vm;
  Scopes scopes(vm);
  RunScript(vm, "1 + 1");
}

}  // namespace

const Fault kLeaks[] = {
    {"leakHandleScope", HandleScope},
    {"leakEnvScope", EnvScope},
    {"leakVmScope", VmScope},
    {"leakEnv", Env},
    {"leakReference", Reference},
    {"leakDeferred", Deferred},
    {"leakVm", ForgottenVm},
    {"makeKeptVm", MakeKeptVm},
    {"leakScopeOfKeptVm", ScopeOfKeptVm},
    {"leakExternalMemory", ExternalMemory},
    {"leakNothing", Nothing},
    {nullptr, nullptr},
};
