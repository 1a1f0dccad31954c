#include "callback.h"

#include "entry.h"

namespace jsvm {

namespace {
constexpr v8::ExternalPointerTypeTag kCallbackTag = v8::kExternalPointerTypeTagDefault;
}  // namespace

v8::Local<v8::Value> CallbackData(v8::Isolate* isolate, JSVM_Callback callback) {
  return v8::External::New(isolate, callback, kCallbackTag);
}

void InvokeCallback(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Isolate* isolate = info.GetIsolate();
  JSVM_Env env = CallbackEnv(isolate);
  if (env == nullptr) return;
  auto* callback = static_cast<JSVM_Callback>(info.Data().As<v8::External>()->Value(kCallbackTag));
  if (callback->callback == nullptr) [[unlikely]]
    return;
  JSVM_CallbackInfo__ cbinfo{info, callback->data};
  JSVM_Value result = RunNative(env, [&] { return callback->callback(env, &cbinfo); });
  if (result != nullptr) info.GetReturnValue().Set(ToV8(result));
}

void NativeFrame::Unbalanced() {
  Fatal("Callback", "open handle scopes differ between entry and return of a callback");
}

bool NativeFrame::ThrowStoredSlow(JSVM_Env env) {
  v8::Isolate* isolate = env->isolate;
  v8::Local<v8::Value> exception = env->exception.Get(isolate);
  env->exception.Reset();
  if (!isolate->IsExecutionTerminating()) isolate->ThrowException(exception);
  return true;
}

}  // namespace jsvm
