// The lock of a VM, recorded in the env that took it.
#include "core/entry.h"
#include "core/thread_state.h"

JSVM_Status OH_JSVM_IsLocked(JSVM_Env env, bool* isLocked) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (isLocked == nullptr) return env->SetLastError(JSVM_INVALID_ARG);
  *isLocked = v8::Locker::IsLocked(env->isolate);
  env->ClearLastError();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_AcquireLock(JSVM_Env env) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (!v8::Locker::IsLocked(env->isolate)) env->locker = std::make_unique<v8::Locker>(env->isolate);
  env->ClearLastError();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_ReleaseLock(JSVM_Env env) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (v8::Locker::IsLocked(env->isolate)) env->locker.reset();
  env->ClearLastError();
  return JSVM_OK;
}
