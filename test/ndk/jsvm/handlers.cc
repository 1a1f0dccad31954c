// Handlers for out-of-memory, fatal errors and rejected promises: one slot a VM for each, the last call wins.
#include "core/callback.h"
#include "core/entry.h"
#include "core/fatal.h"

namespace jsvm {

namespace {

struct Handlers : VmExtension {
  JSVM_HandlerForOOMError oom = nullptr;
  JSVM_HandlerForFatalError fatal = nullptr;
  JSVM_HandlerForPromiseReject reject = nullptr;
};

void OnOom(const char* location, const v8::OOMDetails& details, void* data) {
  JSVM_HandlerForOOMError handler = static_cast<Handlers*>(data)->oom;
  if (handler != nullptr) handler(location, details.detail, details.is_heap_oom);
}

// V8 gives no data here. The VM is the one current on the thread that made the mistake.
void OnFatal(const char* location, const char* message) {
  v8::Isolate* isolate = v8::Isolate::TryGetCurrent();
  JSVM_VM vm = isolate == nullptr ? nullptr : FindVm(isolate);
  if (vm == nullptr) Fatal(location == nullptr ? "V8" : location, message);
  JSVM_HandlerForFatalError handler = ExtensionOf<Handlers>(vm).fatal;
  if (handler != nullptr) handler(location, message);
}

// V8 14 no longer reports a promise that is settled twice, nor does its promise hook, so the two events for that do not
// occur (docs/known-differences.md).
JSVM_PromiseRejectEvent EventOf(v8::PromiseRejectEvent event) {
  if (event == v8::kPromiseRejectWithNoHandler) return JSVM_PROMISE_REJECT_WITH_NO_HANDLER;
  if (event == v8::kPromiseHandlerAddedAfterReject) return JSVM_PROMISE_ADD_HANDLER_AFTER_REJECTED;
  return JSVM_PROMISE_REJECT_OTHER_REASONS;
}

v8::Local<v8::Object> RejectInfo(v8::Local<v8::Context> context, const v8::PromiseRejectMessage& message) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  v8::Local<v8::Value> value = message.GetValue();
  if (value.IsEmpty()) value = v8::Undefined(isolate);
  v8::Local<v8::Object> info = v8::Object::New(isolate);
  // Own properties, whatever setters scripts have put on Object.prototype.
  info->CreateDataProperty(context, v8::String::NewFromUtf8Literal(isolate, "promise"), message.GetPromise()).Check();
  info->CreateDataProperty(context, v8::String::NewFromUtf8Literal(isolate, "value"), value).Check();
  return info;
}

void OnPromiseReject(v8::PromiseRejectMessage message) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  JSVM_VM vm = VmOf(isolate);
  JSVM_HandlerForPromiseReject handler = ExtensionOf<Handlers>(vm).reject;
  v8::HandleScope handles(isolate);
  v8::Local<v8::Context> context = isolate->GetCurrentContext();
  JSVM_Env env = context.IsEmpty() ? nullptr : EnvOf(context);
  if (handler == nullptr || env == nullptr) return;
  NativeFrame frame(env);
  JSVM_Value info = ToJsvm(RejectInfo(context, message));
  if (env->scope_check) TrackHandleOut(env, info);
  handler(env, EventOf(message.GetEvent()), info);
  frame.CheckBalance();
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_SetHandlerForOOMError(JSVM_VM vm, JSVM_HandlerForOOMError handler) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  Handlers& handlers = ExtensionOf<Handlers>(vm);
  handlers.oom = handler;
  call.isolate()->SetOOMErrorHandler(OnOom, &handlers);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_SetHandlerForFatalError(JSVM_VM vm, JSVM_HandlerForFatalError handler) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  ExtensionOf<Handlers>(vm).fatal = handler;
  call.isolate()->SetFatalErrorHandler(OnFatal);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_SetHandlerForPromiseReject(JSVM_VM vm, JSVM_HandlerForPromiseReject handler) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  ExtensionOf<Handlers>(vm).reject = handler;
  call.isolate()->SetPromiseRejectCallback(handler == nullptr ? nullptr : OnPromiseReject);
  return JSVM_OK;
}
