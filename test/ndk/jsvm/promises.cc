// Promises, microtasks, the message loop.
#include "core/deferred.h"
#include "core/entry.h"

namespace jsvm {

namespace {

JSVM_Status Conclude(JsCall&& call, JSVM_Deferred deferred, JSVM_Value value,
                     v8::Maybe<bool> (v8::Promise::Resolver::*settle)(v8::Local<v8::Context>, v8::Local<v8::Value>),
                     const char* function = __builtin_FUNCTION()) {
  if (!call) return call.status();
  if (AnyNull(deferred, value)) return call.Fail(JSVM_INVALID_ARG);
  if (deferred->resolver.IsEmpty()) return call.FailStale("deferred", function);
  v8::Local<v8::Promise::Resolver> resolver = deferred->resolver.Get(call.isolate());
  deferred->Conclude();  // whatever follows
  bool ok = ((*resolver)->*settle)(call.context(), call.In(value)).FromMaybe(false);
  return ok ? call.Ok() : call.Fail(JSVM_GENERIC_FAILURE);
}

}  // namespace

}  // namespace jsvm

using jsvm::AnyNull;
using jsvm::JsCall;

JSVM_Status OH_JSVM_CreatePromise(JSVM_Env env, JSVM_Deferred* deferred, JSVM_Value* promise) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(deferred, promise)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(call.context()).ToLocal(&resolver)) return call.Fail(JSVM_GENERIC_FAILURE);
  *deferred = new JSVM_Deferred__(call.vm(), resolver);
  *promise = call.Out(resolver->GetPromise());
  return call.Ok();
}

JSVM_Status OH_JSVM_ResolveDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value resolution) {
  return jsvm::Conclude(JsCall(env), deferred, resolution, &v8::Promise::Resolver::Resolve);
}

JSVM_Status OH_JSVM_RejectDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value rejection) {
  return jsvm::Conclude(JsCall(env), deferred, rejection, &v8::Promise::Resolver::Reject);
}

JSVM_Status OH_JSVM_PromiseRegisterHandler(JSVM_Env env, JSVM_Value promise, JSVM_Value onFulfilled,
                                           JSVM_Value onRejected, JSVM_Value* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (promise == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (onFulfilled == nullptr && onRejected == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(promise);
  if (!value->IsPromise()) return call.Fail(JSVM_INVALID_TYPE);
  if (onFulfilled != nullptr && !call.In(onFulfilled)->IsFunction()) return call.Fail(JSVM_INVALID_TYPE);
  if (onRejected != nullptr && !call.In(onRejected)->IsFunction()) return call.Fail(JSVM_INVALID_TYPE);
  v8::Local<v8::Promise> source = value.As<v8::Promise>();
  v8::MaybeLocal<v8::Promise> maybe;
  if (onFulfilled == nullptr) {
    maybe = source->Catch(call.context(), call.In(onRejected).As<v8::Function>());
  } else if (onRejected == nullptr) {
    maybe = source->Then(call.context(), call.In(onFulfilled).As<v8::Function>());
  } else {
    maybe =
        source->Then(call.context(), call.In(onFulfilled).As<v8::Function>(), call.In(onRejected).As<v8::Function>());
  }
  v8::Local<v8::Promise> derived;
  if (!maybe.ToLocal(&derived)) return call.Fail(call.HasCaught() ? JSVM_PENDING_EXCEPTION : JSVM_GENERIC_FAILURE);
  if (result != nullptr) *result = call.Out(derived);
  return call.Ok();
}

JSVM_Status OH_JSVM_SetMicrotaskPolicy(JSVM_VM vm, JSVM_MicrotaskPolicy policy) {
  jsvm::VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  switch (policy) {
    case JSVM_MICROTASK_EXPLICIT:
      call.isolate()->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
      return JSVM_OK;
    case JSVM_MICROTASK_AUTO:
      call.isolate()->SetMicrotasksPolicy(v8::MicrotasksPolicy::kAuto);
      return JSVM_OK;
  }
  return JSVM_INVALID_ARG;
}

JSVM_Status OH_JSVM_PerformMicrotaskCheckpoint(JSVM_VM vm) {
  jsvm::VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  // Inside JS that is being ended none is run.
  if (!call.isolate()->IsExecutionTerminating()) call.isolate()->PerformMicrotaskCheckpoint();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_PumpMessageLoop(JSVM_VM vm, bool* result) {
  if (result == nullptr) return JSVM_INVALID_ARG;
  *result = false;
  if (vm == nullptr) return JSVM_OK;
  jsvm::VmCall call(vm, nullptr);
  if (call.isolate()->IsExecutionTerminating()) return JSVM_OK;
  v8::HandleScope handles(call.isolate());
  *result = vm->delegate->queue().RunOne();
  return JSVM_OK;
}
