// The lock of a VM, recorded in the env that took it.
#include "core/entry.h"
#include "core/env_lock.h"

// False after DestroyVM, and when the engine has ended.
static bool HasVm(JSVM_Env env) {
  return env->vm != nullptr && env->vm->isolate != nullptr;
}

JSVM_Status OH_JSVM_IsLocked(JSVM_Env env, bool* isLocked) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (isLocked == nullptr) return env->SetLastError(JSVM_INVALID_ARG);
  *isLocked = HasVm(env) && env->vm->lock.IsHeldHere();
  env->ClearLastError();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_AcquireLock(JSVM_Env env) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (HasVm(env)) env->lock->Acquire();
  env->ClearLastError();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_ReleaseLock(JSVM_Env env) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (HasVm(env)) env->lock->Release();
  env->ClearLastError();
  return JSVM_OK;
}
