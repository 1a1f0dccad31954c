#include "vm.h"

Vm::Vm() {
  static const JSVM_Status initialised = OH_JSVM_Init(nullptr);
  static_cast<void>(initialised);
  OH_JSVM_CreateVM(nullptr, &vm);
  JSVM_VMScope scope = nullptr;
  OH_JSVM_OpenVMScope(vm, &scope);
  OH_JSVM_CreateEnv(vm, 0, nullptr, &env);
  OH_JSVM_CloseVMScope(vm, scope);
}

Vm::~Vm() {
  JSVM_VMScope scope = nullptr;
  OH_JSVM_OpenVMScope(vm, &scope);
  OH_JSVM_DestroyEnv(env);
  OH_JSVM_CloseVMScope(vm, scope);
  OH_JSVM_DestroyVM(vm);
}

Scopes::Scopes(const Vm& in) : of(in) {
  OH_JSVM_OpenVMScope(of.vm, &vm);
  OH_JSVM_OpenEnvScope(of.env, &env);
  OH_JSVM_OpenHandleScope(of.env, &handles);
}

Scopes::~Scopes() {
  OH_JSVM_CloseHandleScope(of.env, handles);
  OH_JSVM_CloseEnvScope(of.env, env);
  OH_JSVM_CloseVMScope(of.vm, vm);
}

JSVM_Value RunScript(const Vm& vm, const char* source) {
  JSVM_Value text = nullptr;
  JSVM_Script script = nullptr;
  JSVM_Value result = nullptr;
  OH_JSVM_CreateStringUtf8(vm.env, source, JSVM_AUTO_LENGTH, &text);
  if (OH_JSVM_CompileScript(vm.env, text, nullptr, 0, true, nullptr, &script) != JSVM_OK) return nullptr;
  return OH_JSVM_RunScript(vm.env, script, &result) == JSVM_OK ? result : nullptr;
}
