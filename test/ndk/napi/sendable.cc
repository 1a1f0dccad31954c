#include "sendable.h"

namespace ace {
namespace {

v8::Local<v8::Private> Mark(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, ToString(isolate, "arkhost:sendable"));
}

v8::Local<v8::Private> NativeKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, ToString(isolate, "arkhost:sendable:native"));
}

void ReleaseNative(napi_env env, void* data, void*) {
  v8::Isolate* home = StateOf(env).isolate;
  auto* native = static_cast<SendableNative*>(data);
  home->AdjustAmountOfExternalAllocatedMemory(-static_cast<int64_t>(native->size));
  native->Release(env);
  ReturnHomeQuickly(home);
}

// A sendable object of the module, or the status that says it is none.
napi_status CheckSendableObject(const Entry& entry, napi_value object) {
  if (object == nullptr) return napi_invalid_arg;
  if (!IsObject(object)) return napi_object_expected;
  return IsMarkedSendable(entry.isolate(), ToLocal(object).As<v8::Object>()) ? napi_ok : napi_object_expected;
}

napi_status Wrap(napi_env env, napi_value js_object, void* native_object, napi_finalize finalize, void* hint,
                 size_t size) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (native_object == nullptr) return entry.Result(napi_invalid_arg);
  if (const napi_status status = CheckSendableObject(entry, js_object); status != napi_ok) return entry.Result(status);
  const v8::Local<v8::Context> context = entry.context();
  const v8::Local<v8::Object> object = ToLocal(js_object).As<v8::Object>();
  if (NativeOf(context, object) != nullptr) return entry.Result(napi_invalid_arg);
  SetNative(entry, context, object, new SendableNative(native_object, finalize, hint, size));
  return entry.Settle(napi_ok);
}

// Marks what Node just made.
napi_status Finish(const Entry& entry, napi_status status, napi_value* result) {
  if (status == napi_ok) MarkSendable(entry.context(), ToLocal(*result).As<v8::Object>());
  return entry.Settle(status);
}

}  // namespace

void SendableNative::Release(napi_env env) {
  if (--owners_ > 0) return;
  if (finalize_ != nullptr) finalize_(env, data, hint_);
  delete this;
}

void MarkSendable(v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  object->SetPrivate(context, Mark(isolate), v8::True(isolate)).Check();
}

bool IsMarkedSendable(v8::Isolate* isolate, v8::Local<v8::Object> object) {
  return object->HasPrivate(isolate->GetCurrentContext(), Mark(isolate)).FromMaybe(false);
}

bool IsSendable(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  return !value->IsObject() || IsMarkedSendable(isolate, value.As<v8::Object>());
}

SendableNative* NativeOf(v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  v8::Local<v8::Value> value;
  if (!object->GetPrivate(context, NativeKey(v8::Isolate::GetCurrent())).ToLocal(&value) || !value->IsExternal()) {
    return nullptr;
  }
  void* data = nullptr;
  node_napi_get_value_external(thread_cache.env_state->env, FromLocal(value), &data);
  return static_cast<SendableNative*>(data);
}

void SetNative(const Entry& entry, v8::Local<v8::Context> context, v8::Local<v8::Object> object,
               SendableNative* native) {
  napi_value external = nullptr;
  node_napi_create_external(entry.state().env, native, ReleaseNative, nullptr, &external);
  entry.isolate()->AdjustAmountOfExternalAllocatedMemory(static_cast<int64_t>(native->size));
  object->SetPrivate(context, NativeKey(entry.isolate()), ToLocal(external)).Check();
}

}  // namespace ace

using ace::Entry;

napi_status napi_is_sendable(napi_env env, napi_value value, bool* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (value == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  *result = ace::IsSendable(entry.isolate(), ace::ToLocal(value));
  return entry.Settle(napi_ok);
}

napi_status napi_create_sendable_object_with_properties(napi_env env, size_t property_count,
                                                        const napi_property_descriptor* properties,
                                                        napi_value* result) {
  const napi_status status = napi_create_object_with_properties(env, result, property_count, properties);
  if (status != napi_ok) return status;
  const Entry entry(env);
  const v8::Local<v8::Object> object = ace::ToLocal(*result).As<v8::Object>();
  ace::MarkSendable(entry.context(), object);
  object->SetIntegrityLevel(entry.context(), v8::IntegrityLevel::kSealed).Check();
  return entry.Settle(napi_ok);
}

napi_status napi_wrap_sendable(napi_env env, napi_value js_object, void* native_object, napi_finalize finalize_cb,
                               void* finalize_hint) {
  return ace::Wrap(env, js_object, native_object, finalize_cb, finalize_hint, 0);
}

napi_status napi_wrap_sendable_with_size(napi_env env, napi_value js_object, void* native_object,
                                         napi_finalize finalize_cb, void* finalize_hint, size_t native_binding_size) {
  return ace::Wrap(env, js_object, native_object, finalize_cb, finalize_hint, native_binding_size);
}

napi_status napi_unwrap_sendable(napi_env env, napi_value js_object, void** result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  if (const napi_status status = ace::CheckSendableObject(entry, js_object); status != napi_ok) {
    return entry.Result(status);
  }
  const ace::SendableNative* native = ace::NativeOf(entry.context(), ace::ToLocal(js_object).As<v8::Object>());
  if (native == nullptr) return entry.Result(napi_invalid_arg);
  *result = native->data;
  return entry.Settle(napi_ok);
}

napi_status napi_remove_wrap_sendable(napi_env env, napi_value js_object, void** result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  if (const napi_status status = ace::CheckSendableObject(entry, js_object); status != napi_ok) {
    return entry.Result(status);
  }
  const v8::Local<v8::Object> object = ace::ToLocal(js_object).As<v8::Object>();
  ace::SendableNative* native = ace::NativeOf(entry.context(), object);
  if (native == nullptr) return entry.Result(napi_invalid_arg);
  *result = native->data;
  native->Forget();
  object->DeletePrivate(entry.context(), ace::NativeKey(entry.isolate())).Check();
  return entry.Settle(napi_ok);
}

napi_status napi_create_sendable_array(napi_env env, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  return ace::Finish(entry, node_napi_create_array(env, result), result);
}

napi_status napi_create_sendable_array_with_length(napi_env env, size_t length, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  return ace::Finish(entry, node_napi_create_array_with_length(env, length, result), result);
}

napi_status napi_create_sendable_arraybuffer(napi_env env, size_t byte_length, void** data, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  return ace::Finish(entry, node_napi_create_arraybuffer(env, byte_length, data, result), result);
}

napi_status napi_create_sendable_typedarray(napi_env env, napi_typedarray_type type, size_t length,
                                            napi_value arraybuffer, size_t byte_offset, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  if (arraybuffer != nullptr) {
    const v8::Local<v8::Value> buffer = ace::ToLocal(arraybuffer);
    if (!buffer->IsArrayBuffer() || !ace::IsSendable(entry.isolate(), buffer)) {
      return entry.Result(napi_arraybuffer_expected);
    }
  }
  return ace::Finish(entry, node_napi_create_typedarray(env, type, length, arraybuffer, byte_offset, result), result);
}
