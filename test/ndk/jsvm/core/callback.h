// JS calls native code: the way from V8's callback to the module's, and back.
#ifndef ARKHOST_JSVM_CORE_CALLBACK_H_
#define ARKHOST_JSVM_CORE_CALLBACK_H_

#include "env.h"
#include "fatal.h"
#include "scope_check.h"
#include "v8_headers.h"

// What JSVM_CallbackInfo points to, for the length of one callback.
struct JSVM_CallbackInfo__ {
  const v8::FunctionCallbackInfo<v8::Value>& info;
  void* data;
};

namespace jsvm {

// V8's entry for every function that JSVM makes. Its data is a v8::External with the JSVM_CallbackStruct.
void InvokeCallback(const v8::FunctionCallbackInfo<v8::Value>& info);

// The env whose context V8 entered to call native code; nullptr when the env was destroyed while its objects live on in
// another one.
inline JSVM_Env CallbackEnv(v8::Isolate* isolate) {
  JSVM_VM vm = VmOf(isolate);
  if (vm->only_env != nullptr) [[likely]]
    return vm->only_env;
  v8::Local<v8::Context> context = isolate->GetCurrentContext();
  // Nearly always the active env is the one: that spares the way over the context's embedder data.
  return vm->active_env != nullptr && vm->active_env->context() == context ? vm->active_env : EnvOf(context);
}

// The data for InvokeCallback.
v8::Local<v8::Value> CallbackData(v8::Isolate* isolate, JSVM_Callback callback);

// Runs native code of the module as a callback of JS: last error reset, scope balance enforced, the context's env
// marked active, a stored exception thrown into JS afterwards. Returns what `body` returned, NULL when an exception was
// thrown.
template <typename Body>
JSVM_Value RunNative(JSVM_Env env, Body&& body);

// The same for finalizers: a stored exception stays in the env.
template <typename Body>
void RunFinalizer(JSVM_Env env, Body&& body);

// What the first does around the body.
class NativeFrame {
 public:
  explicit NativeFrame(JSVM_Env env) : env_(env), active_(env), tracked_(env), scopes_(env->open_handle_scopes) {
    env->ClearLastError();
  }
  void CheckBalance() const { CheckBalance(env_, scopes_); }
  bool ThrowStored() const { return ThrowStored(env_); }

  // Ends the process when the body left more or fewer handle scopes open than the `scopes` it found.
  static void CheckBalance(JSVM_Env env, int64_t scopes) {
    if (env->open_handle_scopes != scopes) [[unlikely]]
      Unbalanced();
  }
  // Throws the stored exception into JS. True when there was one.
  static bool ThrowStored(JSVM_Env env) {
    if (env->exception.IsEmpty()) [[likely]]
      return false;
    ThrowStoredSlow(env);
    return true;
  }

 private:
  // Static, so that the frame itself can stay in registers.
  [[noreturn, gnu::cold]] static void Unbalanced();
  [[gnu::cold, gnu::noinline]] static void ThrowStoredSlow(JSVM_Env env);

  JSVM_Env env_;
  ActiveEnv active_;
  TrackedScope tracked_;
  int64_t scopes_;
};

template <typename Body>
JSVM_Value RunNative(JSVM_Env env, Body&& body) {
  NativeFrame frame(env);
  JSVM_Value result = body();
  frame.CheckBalance();
  return frame.ThrowStored() ? nullptr : result;
}

// Finalizers run inside the collector: no context is entered, no handle made.
template <typename Body>
void RunFinalizer(JSVM_Env env, Body&& body) {
  int64_t scopes = env->open_handle_scopes;
  env->ClearLastError();
  body();
  if (env->open_handle_scopes != scopes) [[unlikely]] {
    Fatal("Finalizer", "open handle scopes differ between entry and return of a finalizer");
  }
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_CALLBACK_H_
