#include "callback.h"

#include "entry.h"

namespace jsvm {

namespace {
constexpr v8::ExternalPointerTypeTag kCallbackTag = v8::kExternalPointerTypeTagDefault;
}  // namespace

v8::Local<v8::Value> CallbackData(v8::Isolate* isolate, JSVM_Callback callback) {
  return v8::External::New(isolate, callback, kCallbackTag);
}

namespace {

JSVM_Callback CallbackOf(const v8::FunctionCallbackInfo<v8::Value>& info) {
  return static_cast<JSVM_Callback>(info.Data().As<v8::External>()->Value(kCallbackTag));
}

[[gnu::noinline]] void InvokeInSomeEnv(const v8::FunctionCallbackInfo<v8::Value>& info) {
  JSVM_Env env = CallbackEnv(info.GetIsolate());
  if (env == nullptr) return;
  JSVM_Callback callback = CallbackOf(info);
  if (callback->callback == nullptr) return;
  JSVM_CallbackInfo__ cbinfo{info, callback->data};
  JSVM_Value result = RunNative(env, [&] { return callback->callback(env, &cbinfo); });
  if (result != nullptr) info.GetReturnValue().Set(ToV8(result));
}

}  // namespace

// Nearly always the VM has one env, and that is active: then there is little to look up and to put back, and all of it
// stays in registers.
void InvokeCallback(const v8::FunctionCallbackInfo<v8::Value>& info) {
  JSVM_VM vm = VmOf(info.GetIsolate());
  JSVM_Env env = vm->only_env;
  if (env == nullptr || vm->active_env != env || env->scope_check) [[unlikely]]
    return InvokeInSomeEnv(info);
  JSVM_Callback callback = CallbackOf(info);
  if (callback->callback == nullptr) [[unlikely]]
    return;
  JSVM_CallbackInfo__ cbinfo{info, callback->data};
  int scopes = env->open_handle_scopes;
  env->ClearLastError();
  JSVM_Value result = callback->callback(env, &cbinfo);
  NativeFrame::CheckBalance(env, scopes);
  env->vm->active_env = env;
  if (NativeFrame::ThrowStored(env)) return;
  if (result != nullptr) info.GetReturnValue().Set(ToV8(result));
}

void NativeFrame::Unbalanced() {
  Fatal("Callback", "open handle scopes differ between entry and return of a callback");
}

void NativeFrame::ThrowStoredSlow(JSVM_Env env) {
  v8::Isolate* isolate = env->isolate;
  v8::Local<v8::Value> exception = env->exception.Get(isolate);
  env->exception.Reset();
  if (!isolate->IsExecutionTerminating()) isolate->ThrowException(exception);
}

}  // namespace jsvm
