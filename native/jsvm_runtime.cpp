#include "jsvm_runtime.h"

#include <mutex>

#include "log.h"

namespace jsvm {
namespace {

void LogIfFailed(JSVM_Status status, const char* function) {
  if (status != JSVM_OK) OH_LOG_ERROR(LOG_APP, "JSVM %{public}s: failed", function);
}

}  // namespace

JSVM_Status Init() {
  static std::once_flag once;
  static JSVM_Status result = JSVM_GENERIC_FAILURE;
  std::call_once(once, [] {
    const JSVM_Status status = OH_JSVM_Init(nullptr);
    // Every call but the first of a process gives GENERIC_FAILURE and changes nothing: then the engine runs already.
    result = status == JSVM_GENERIC_FAILURE ? JSVM_OK : status;
    LogIfFailed(result, "OH_JSVM_Init");
  });
  return result;
}

Vm::Vm() {
  status_ = Init();
  if (status_ == JSVM_OK) status_ = OH_JSVM_CreateVM(nullptr, &vm_);
}

Vm::~Vm() {
  if (status_ == JSVM_OK) LogIfFailed(OH_JSVM_DestroyVM(vm_), "OH_JSVM_DestroyVM");
}

VmScope::VmScope(JSVM_VM vm) : vm_(vm) {
  status_ = OH_JSVM_OpenVMScope(vm, &scope_);
}

VmScope::~VmScope() {
  if (status_ == JSVM_OK) LogIfFailed(OH_JSVM_CloseVMScope(vm_, scope_), "OH_JSVM_CloseVMScope");
}

Env::Env(JSVM_VM vm, const JSVM_PropertyDescriptor* globals, std::size_t count) {
  status_ = OH_JSVM_CreateEnv(vm, count, globals, &env_);
}

Env::~Env() {
  if (status_ == JSVM_OK) LogIfFailed(OH_JSVM_DestroyEnv(env_), "OH_JSVM_DestroyEnv");
}

EnvScope::EnvScope(JSVM_Env env) : env_(env) {
  status_ = OH_JSVM_OpenEnvScope(env, &scope_);
}

EnvScope::~EnvScope() {
  if (status_ == JSVM_OK) LogIfFailed(OH_JSVM_CloseEnvScope(env_, scope_), "OH_JSVM_CloseEnvScope");
}

HandleScope::HandleScope(JSVM_Env env) : env_(env) {
  status_ = OH_JSVM_OpenHandleScope(env, &scope_);
}

HandleScope::~HandleScope() {
  if (status_ == JSVM_OK) LogIfFailed(OH_JSVM_CloseHandleScope(env_, scope_), "OH_JSVM_CloseHandleScope");
}

}  // namespace jsvm
