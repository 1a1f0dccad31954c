// References, wraps, externals, finalizers, instance data.
#include "core/reference.h"

#include "core/entry.h"
#include "core/external.h"
#include "core/private_key.h"

namespace jsvm {

namespace {

// Where Wrap keeps its record on an object.
v8::Local<v8::Private> WrapKey(JSVM_VM vm) {
  return PrivateKey(vm, PrivateName::kWrap);
}

constexpr v8::ExternalPointerTypeTag kWrapTag = v8::kExternalPointerTypeTagDefault;

// The record of a wrapped object, nullptr when it is not wrapped.
Finalizer* WrapOf(JSVM_VM vm, v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  if (ExternalBox* box = BoxOf(object)) return static_cast<Finalizer*>(box->wrap);
  v8::Local<v8::Value> record;
  if (!object->GetPrivate(context, WrapKey(vm)).ToLocal(&record) || !record->IsExternal()) return nullptr;
  return static_cast<Finalizer*>(record.As<v8::External>()->Value(kWrapTag));
}

// The env goes while the object lives on: its record must not be found any more.
void DetachWrap(Finalizer* finalizer) {
  JSVM_Env env = finalizer->env();
  v8::HandleScope handles(env->isolate);
  v8::Local<v8::Object> target = finalizer->target();
  if (ExternalBox* box = BoxOf(target)) {
    box->wrap = nullptr;
    return;
  }
  target->DeletePrivate(env->context(), WrapKey(env->vm)).Check();
}

bool IsWrapped(JSVM_VM vm, v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  if (ExternalBox* box = BoxOf(object)) return box->wrapped_before;
  return object->HasPrivate(context, WrapKey(vm)).FromMaybe(false);
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateReference(JSVM_Env env, JSVM_Value value, uint32_t initialRefcount, JSVM_Ref* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(value, result) || env->vm == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = JSVM_Ref__::New(env, call.In(value), initialRefcount);
  return call.Ok();
}

JSVM_Status OH_JSVM_DeleteReference(JSVM_Env env, JSVM_Ref ref) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (ref == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (ref->dead()) return call.FailStale("reference");
  ref->Delete();
  return call.Ok();
}

JSVM_Status OH_JSVM_ReferenceRef(JSVM_Env env, JSVM_Ref ref, uint32_t* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (ref == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (ref->dead()) return call.FailStale("reference");
  uint32_t count = ref->Ref();
  if (result != nullptr) *result = count;
  return call.Ok();
}

JSVM_Status OH_JSVM_ReferenceUnref(JSVM_Env env, JSVM_Ref ref, uint32_t* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (ref == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (ref->dead()) return call.FailStale("reference");
  if (ref->count() == 0) return call.Fail(JSVM_GENERIC_FAILURE);
  uint32_t count = ref->Unref();
  if (result != nullptr) *result = count;
  return call.Ok();
}

JSVM_Status OH_JSVM_GetReferenceValue(JSVM_Env env, JSVM_Ref ref, JSVM_Value* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(ref, result)) return call.Fail(JSVM_INVALID_ARG);
  if (ref->dead()) return call.FailStale("reference");
  if (ref->is_data()) return call.Fail(JSVM_INVALID_ARG);
  *result = ref->empty() ? nullptr : call.Out(ref->Get().As<v8::Value>());
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateDataReference(JSVM_Env env, JSVM_Data data, uint32_t initialRefcount, JSVM_Ref* result) {
  jsvm::VmCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(data, result)) return call.Fail(JSVM_INVALID_ARG);
  if (initialRefcount == 0) return call.Fail(JSVM_INVALID_ARG);
  *result = JSVM_Ref__::New(env, jsvm::ToV8(data), initialRefcount, /*is_data=*/true);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetReferenceData(JSVM_Env env, JSVM_Ref ref, JSVM_Data* result) {
  jsvm::VmCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(ref, result)) return call.Fail(JSVM_INVALID_ARG);
  if (ref->dead()) return call.FailStale("reference");
  if (!ref->is_data()) return call.Fail(JSVM_INVALID_ARG);
  *result = ref->empty() ? nullptr : reinterpret_cast<JSVM_Data>(*ref->Get());
  return call.Ok();
}

JSVM_Status OH_JSVM_Wrap(JSVM_Env env, JSVM_Value jsObject, void* nativeObject, JSVM_Finalize finalizeCb,
                         void* finalizeHint, JSVM_Ref* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (jsObject == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(jsObject);
  if (!value->IsObject()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> object = value.As<v8::Object>();
  if (IsWrapped(call.vm(), call.context(), object)) return call.Fail(JSVM_INVALID_ARG);
  Finalizer* record = Finalizer::Attach(env, object, finalizeCb, nativeObject, finalizeHint);
  record->set_detach(DetachWrap);
  if (ExternalBox* box = BoxOf(object)) {
    box->wrap = record;
    box->wrapped_before = true;
  } else {
    v8::Local<v8::External> pointer = v8::External::New(call.isolate(), record, kWrapTag);
    object->SetPrivate(call.context(), WrapKey(call.vm()), pointer).Check();
  }
  if (result != nullptr) *result = JSVM_Ref__::New(env, object, 0);
  return call.Ok();
}

JSVM_Status OH_JSVM_Unwrap(JSVM_Env env, JSVM_Value jsObject, void** result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(jsObject, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(jsObject);
  if (!value->IsObject()) return call.Fail(JSVM_INVALID_ARG);
  Finalizer* record = WrapOf(call.vm(), call.context(), value.As<v8::Object>());
  if (record == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = record->data();
  return call.Ok();
}

JSVM_Status OH_JSVM_RemoveWrap(JSVM_Env env, JSVM_Value jsObject, void** result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (jsObject == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(jsObject);
  if (!value->IsObject()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> object = value.As<v8::Object>();
  Finalizer* record = WrapOf(call.vm(), call.context(), object);
  if (record == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (result != nullptr) *result = record->data();
  if (ExternalBox* box = BoxOf(object)) {
    box->wrap = nullptr;
  } else {
    object->DeletePrivate(call.context(), WrapKey(call.vm())).Check();
  }
  record->Cancel();
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateExternal(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint,
                                   JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> external;
  if (!NewExternal(env, data).ToLocal(&external)) return call.Fail(JSVM_GENERIC_FAILURE);
  if (finalizeCb != nullptr) Finalizer::Attach(env, external, finalizeCb, data, finalizeHint);
  *result = call.Out(external);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetValueExternal(JSVM_Env env, JSVM_Value value, void** result) {
  jsvm::VmCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  jsvm::ExternalBox* box = jsvm::BoxOf(call.In(value));
  if (box == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = box->data;
  return call.Ok();
}

JSVM_Status OH_JSVM_AddFinalizer(JSVM_Env env, JSVM_Value jsObject, void* finalizeData, JSVM_Finalize finalizeCb,
                                 void* finalizeHint, JSVM_Ref* result) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return call.status();
  if (jsObject == nullptr || finalizeCb == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(jsObject);
  if (!value->IsObject()) return call.Fail(JSVM_INVALID_ARG);
  Finalizer::Attach(env, value.As<v8::Object>(), finalizeCb, finalizeData, finalizeHint);
  if (result != nullptr) *result = JSVM_Ref__::New(env, value, 0);
  return call.Ok();
}

JSVM_Status OH_JSVM_SetInstanceData(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint) {
  using namespace jsvm;
  NativeCall call(env);
  if (!call) return call.status();
  if (env->vm == nullptr) return call.Fail(JSVM_INVALID_ARG);
  // The finalizer of data that is replaced is not called.
  if (env->instance_finalizer != nullptr) env->instance_finalizer->Cancel();
  env->instance_finalizer = nullptr;
  env->instance_data = data;
  if (finalizeCb != nullptr) {
    env->instance_finalizer = Finalizer::AtEnvEnd(env, finalizeCb, data, finalizeHint);
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_GetInstanceData(JSVM_Env env, void** data) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (data == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *data = env->instance_data;
  return call.Ok();
}
