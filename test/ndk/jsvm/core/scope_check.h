// JSVM_SCOPE_CHECK: every handle is remembered with the scope it was made in, and using it later ends the process.
#ifndef ARKHOST_JSVM_CORE_SCOPE_CHECK_H_
#define ARKHOST_JSVM_CORE_SCOPE_CHECK_H_

#include "env.h"

namespace jsvm {

// All of these are called only while the option is on for the env.
void TrackScopeOpened(JSVM_Env env);
void TrackScopeClosed(JSVM_Env env);
// A handle leaves for the module: it belongs to the innermost scope.
void TrackHandleOut(JSVM_Env env, const void* handle);
// EscapeHandle: it belongs to the scope around the innermost one.
void TrackHandleEscaped(JSVM_Env env, const void* handle);
// A handle comes back: it must belong to a scope that is still open.
void CheckHandleIn(JSVM_Env env, const void* handle);

// The implicit scope of a callback, for its lifetime.
class TrackedScope {
 public:
  explicit TrackedScope(JSVM_Env env) : env_(env->scope_check ? env : nullptr) {
    if (env_ != nullptr) [[unlikely]]
      TrackScopeOpened(env_);
  }
  ~TrackedScope() {
    if (env_ != nullptr) [[unlikely]]
      TrackScopeClosed(env_);
  }
  TrackedScope(const TrackedScope&) = delete;
  TrackedScope& operator=(const TrackedScope&) = delete;

 private:
  JSVM_Env env_;  // nullptr: the option is off
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_SCOPE_CHECK_H_
