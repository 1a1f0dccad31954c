// Values on their way to another runtime of the process.
#include <cstdlib>

#include "sendable.h"

namespace ace {
namespace {

// What makes an object of another thread out of a native object.
struct Binding {
  napi_native_binding_detach_callback detach;
  napi_native_binding_attach_callback attach;
  void* native;
  void* hint;
};

v8::Local<v8::Private> BindingKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, ToString(isolate, "arkhost:binding"));
}

const Binding* BindingOf(v8::Local<v8::Context> context, v8::Local<v8::Object> object) {
  v8::Local<v8::Value> value;
  if (!object->GetPrivate(context, BindingKey(v8::Isolate::GetCurrent())).ToLocal(&value) || !value->IsExternal()) {
    return nullptr;
  }
  void* data = nullptr;
  node_napi_get_value_external(thread_cache.env_state->env, FromLocal(value), &data);
  return static_cast<const Binding*>(data);
}

// Serialised data: bytes, and what cannot be bytes.
struct Serialized {
  std::vector<uint8_t> bytes;
  std::vector<std::shared_ptr<v8::BackingStore>> shared;
  std::vector<std::shared_ptr<v8::BackingStore>> transferred;
  std::vector<Binding> bindings;         // `native` is what the detach callback gave
  std::vector<SendableNative*> natives;  // a share of each
};

enum HostObject : uint32_t { kBinding, kSendable };

class Writer final : public v8::ValueSerializer::Delegate {
 public:
  Writer(const Entry& entry, Serialized& data) : entry_(entry), data_(data) {}

  v8::ValueSerializer* serializer = nullptr;

  void ThrowDataCloneError(v8::Local<v8::String> message) override {
    entry_.isolate()->ThrowException(v8::Exception::Error(message));
  }

  bool HasCustomHostObject(v8::Isolate*) override { return true; }

  v8::Maybe<bool> IsHostObject(v8::Isolate* isolate, v8::Local<v8::Object> object) override {
    return v8::Just(BindingOf(entry_.context(), object) != nullptr || IsPlainSendable(isolate, object));
  }

  v8::Maybe<bool> WriteHostObject(v8::Isolate* isolate, v8::Local<v8::Object> object) override {
    if (const Binding* binding = BindingOf(entry_.context(), object)) return WriteBinding(*binding);
    if (IsPlainSendable(isolate, object)) return WriteSendable(isolate, object);
    ThrowDataCloneError(ToString(isolate, "an object with native data cannot be serialised"));
    return v8::Nothing<bool>();
  }

  v8::Maybe<uint32_t> GetSharedArrayBufferId(v8::Isolate*, v8::Local<v8::SharedArrayBuffer> buffer) override {
    data_.shared.push_back(buffer->GetBackingStore());
    return v8::Just(static_cast<uint32_t>(data_.shared.size() - 1));
  }

 private:
  static bool IsPlainSendable(v8::Isolate* isolate, v8::Local<v8::Object> object) {
    return !object->IsArray() && !object->IsArrayBuffer() && !object->IsArrayBufferView() && !object->IsFunction() &&
           IsMarkedSendable(isolate, object);
  }

  v8::Maybe<bool> WriteBinding(Binding binding) {
    napi_env env = entry_.state().env;
    binding.native = binding.detach(env, binding.native, binding.hint);
    ReturnHomeQuickly(entry_.isolate());
    serializer->WriteUint32(kBinding);
    serializer->WriteUint32(static_cast<uint32_t>(data_.bindings.size()));
    data_.bindings.push_back(binding);
    return v8::Just(true);
  }

  v8::Maybe<bool> WriteSendable(v8::Isolate* isolate, v8::Local<v8::Object> object) {
    const v8::Local<v8::Context> context = entry_.context();
    v8::Local<v8::Array> names;
    if (!object->GetOwnPropertyNames(context, v8::ALL_PROPERTIES).ToLocal(&names)) return v8::Nothing<bool>();
    SendableNative* native = NativeOf(context, object);
    serializer->WriteUint32(kSendable);
    serializer->WriteUint32(native == nullptr ? 0 : static_cast<uint32_t>(data_.natives.size() + 1));
    if (native != nullptr) data_.natives.push_back(native->Share());
    const v8::Local<v8::Object> copy = v8::Object::New(isolate);
    for (uint32_t i = 0; i < names->Length(); ++i) {
      v8::Local<v8::Value> name;
      v8::Local<v8::Value> value;
      if (!names->Get(context, i).ToLocal(&name) || !object->Get(context, name).ToLocal(&value)) {
        return v8::Nothing<bool>();
      }
      if (!name->IsSymbol() && copy->Set(context, name, value).IsNothing()) return v8::Nothing<bool>();
    }
    return serializer->WriteValue(context, copy);
  }

  const Entry& entry_;
  Serialized& data_;
};

class Reader final : public v8::ValueDeserializer::Delegate {
 public:
  Reader(const Entry& entry, const Serialized& data) : entry_(entry), data_(data) {}

  v8::ValueDeserializer* deserializer = nullptr;

  // Makes the objects of all bindings before reading begins: while it reads, V8 lets no JavaScript run, and an attach
  // callback may want to. False when a callback gave no object.
  bool Attach() {
    for (const Binding& binding : data_.bindings) {
      const napi_value made = binding.attach(entry_.state().env, binding.native, binding.hint);
      ReturnHomeQuickly(entry_.isolate());
      if (made == nullptr || !IsObject(made)) return false;
      attached_.push_back(ToLocal(made).As<v8::Object>());
    }
    return true;
  }

  v8::MaybeLocal<v8::Object> ReadHostObject(v8::Isolate*) override {
    uint32_t kind = 0;
    uint32_t index = 0;
    if (!deserializer->ReadUint32(&kind) || !deserializer->ReadUint32(&index)) return {};
    if (kind == kBinding) return attached_[index];
    const v8::Local<v8::Context> context = entry_.context();
    v8::Local<v8::Value> value;
    if (!deserializer->ReadValue(context).ToLocal(&value)) return {};
    const v8::Local<v8::Object> object = value.As<v8::Object>();
    MarkSendable(context, object);
    if (index > 0) SetNative(entry_, context, object, data_.natives[index - 1]->Share());
    if (object->SetIntegrityLevel(context, v8::IntegrityLevel::kSealed).IsNothing()) return {};
    return object;
  }

  v8::MaybeLocal<v8::SharedArrayBuffer> GetSharedArrayBufferFromId(v8::Isolate* isolate, uint32_t id) override {
    return v8::SharedArrayBuffer::New(isolate, data_.shared[id]);
  }

 private:
  const Entry& entry_;
  const Serialized& data_;
  std::vector<v8::Local<v8::Object>> attached_;
};

// The elements of a list, which is an array, or undefined for none. False for anything else.
bool ReadList(v8::Local<v8::Context> context, napi_value list, std::vector<v8::Local<v8::Value>>& elements) {
  if (list == nullptr || ToLocal(list)->IsNullOrUndefined()) return true;
  if (!ToLocal(list)->IsArray()) return false;
  const v8::Local<v8::Array> array = ToLocal(list).As<v8::Array>();
  for (uint32_t i = 0; i < array->Length(); ++i) {
    v8::Local<v8::Value> element;
    if (!array->Get(context, i).ToLocal(&element)) return false;
    elements.push_back(element);
  }
  return true;
}

void Free(napi_env env, Serialized* data) {
  for (SendableNative* native : data->natives) native->Release(env);
  delete data;
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_coerce_to_native_binding_object(napi_env env, napi_value js_object,
                                                 napi_native_binding_detach_callback detach_cb,
                                                 napi_native_binding_attach_callback attach_cb, void* native_object,
                                                 void* hint) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (js_object == nullptr || detach_cb == nullptr || attach_cb == nullptr || native_object == nullptr) {
    return entry.Result(napi_invalid_arg);
  }
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  auto* binding = new ace::Binding{detach_cb, attach_cb, native_object, hint};
  napi_value external = nullptr;
  const napi_status status = node_napi_create_external(
      env, binding, [](napi_env, void* data, void*) { delete static_cast<ace::Binding*>(data); }, nullptr, &external);
  if (status != napi_ok) {
    delete binding;
    return entry.Settle(status);
  }
  ace::ToLocal(js_object)
      .As<v8::Object>()
      ->SetPrivate(entry.context(), ace::BindingKey(entry.isolate()), ace::ToLocal(external))
      .Check();
  return entry.Settle(napi_ok);
}

napi_status napi_serialize(napi_env env, napi_value object, napi_value transfer_list, napi_value clone_list,
                           void** result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (object == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  v8::Isolate* isolate = entry.isolate();
  const v8::HandleScope scope(isolate);
  const v8::Local<v8::Context> context = entry.context();
  const v8::Context::Scope context_scope(context);
  std::vector<v8::Local<v8::Value>> transferred;
  // Every sendable object is copied here, so that the list of those to copy says nothing new.
  std::vector<v8::Local<v8::Value>> cloned;
  if (!ace::ReadList(context, transfer_list, transferred) || !ace::ReadList(context, clone_list, cloned)) {
    return entry.Result(napi_invalid_arg);
  }
  for (const v8::Local<v8::Value>& buffer : transferred) {
    if (!buffer->IsArrayBuffer() || !buffer.As<v8::ArrayBuffer>()->IsDetachable()) {
      return entry.Result(napi_invalid_arg);
    }
  }

  auto data = std::make_unique<ace::Serialized>();
  ace::Writer writer(entry, *data);
  v8::ValueSerializer serializer(isolate, &writer);
  writer.serializer = &serializer;
  serializer.WriteHeader();
  for (uint32_t i = 0; i < transferred.size(); ++i) {
    serializer.TransferArrayBuffer(i, transferred[i].As<v8::ArrayBuffer>());
  }
  const v8::TryCatch attempt(isolate);
  if (!serializer.WriteValue(context, ace::ToLocal(object)).FromMaybe(false)) {
    ace::Free(env, data.release());
    return attempt.HasCaught() ? entry.Thrown(attempt) : entry.Result(napi_generic_failure);
  }
  for (const v8::Local<v8::Value>& value : transferred) {
    const v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
    data->transferred.push_back(buffer->GetBackingStore());
    buffer->Detach(v8::Local<v8::Value>()).Check();
  }
  const std::pair<uint8_t*, size_t> bytes = serializer.Release();
  data->bytes.assign(bytes.first, bytes.first + bytes.second);
  free(bytes.first);
  *result = data.release();
  return entry.Settle(napi_ok);
}

napi_status napi_deserialize(napi_env env, void* buffer, napi_value* object) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (buffer == nullptr || object == nullptr) return entry.Result(napi_invalid_arg);
  const ace::Serialized& data = *static_cast<ace::Serialized*>(buffer);
  v8::Isolate* isolate = entry.isolate();
  v8::EscapableHandleScope scope(isolate);
  const v8::Local<v8::Context> context = entry.context();
  const v8::Context::Scope context_scope(context);
  ace::Reader reader(entry, data);
  if (!reader.Attach()) return entry.Result(entry.ExceptionPending() ? napi_pending_exception : napi_generic_failure);
  v8::ValueDeserializer deserializer(isolate, data.bytes.data(), data.bytes.size(), &reader);
  reader.deserializer = &deserializer;
  const v8::TryCatch attempt(isolate);
  v8::Local<v8::Value> value;
  bool read = deserializer.ReadHeader(context).FromMaybe(false);
  for (uint32_t i = 0; read && i < data.transferred.size(); ++i) {
    deserializer.TransferArrayBuffer(i, v8::ArrayBuffer::New(isolate, data.transferred[i]));
  }
  read = read && deserializer.ReadValue(context).ToLocal(&value);
  if (!read) return attempt.HasCaught() ? entry.Thrown(attempt) : entry.Result(napi_generic_failure);
  *object = ace::FromLocal(scope.Escape(value));
  return entry.Settle(napi_ok);
}

napi_status napi_delete_serialization_data(napi_env env, void* buffer) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (buffer == nullptr) return entry.Result(napi_invalid_arg);
  ace::Free(env, static_cast<ace::Serialized*>(buffer));
  ace::ReturnHomeQuickly(entry.isolate());
  return entry.Settle(napi_ok);
}
