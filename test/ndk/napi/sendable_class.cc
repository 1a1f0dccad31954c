// Sendable classes: their instances get their fields before the constructor runs, and are sealed after it.
#include "callbacks.h"
#include "sendable.h"

namespace ace {

struct SendableClass {
  struct Field {
    v8::Global<v8::Name> name;
    v8::Global<v8::Value> value;
    napi_property_attributes attributes;
  };
  std::vector<Field> fields;
  const SendableClass* parent = nullptr;
  v8::Global<v8::Object> constructor;
};

namespace {

v8::Local<v8::Private> ClassKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, ToString(isolate, "arkhost:sendable:class"));
}

const SendableClass* ClassOf(v8::Local<v8::Context> context, v8::Local<v8::Object> constructor) {
  v8::Local<v8::Value> value;
  if (!constructor->GetPrivate(context, ClassKey(v8::Isolate::GetCurrent())).ToLocal(&value) || !value->IsExternal()) {
    return nullptr;
  }
  void* data = nullptr;
  node_napi_get_value_external(thread_cache.env_state->env, FromLocal(value), &data);
  return static_cast<const SendableClass*>(data);
}

v8::PropertyAttribute AttributesOf(napi_property_attributes attributes) {
  int result = v8::None;
  if ((attributes & napi_writable) == 0) result |= v8::ReadOnly;
  if ((attributes & napi_enumerable) == 0) result |= v8::DontEnum;
  if ((attributes & napi_configurable) == 0) result |= v8::DontDelete;
  return static_cast<v8::PropertyAttribute>(result);
}

// Parents first, so that a class may give a field of its parent another value.
void AddFields(const SendableClass& type, v8::Isolate* isolate, v8::Local<v8::Context> context,
               v8::Local<v8::Object> instance) {
  if (type.parent != nullptr) AddFields(*type.parent, isolate, context, instance);
  for (const SendableClass::Field& field : type.fields) {
    instance
        ->DefineOwnProperty(context, field.name.Get(isolate), field.value.Get(isolate), AttributesOf(field.attributes))
        .FromMaybe(false);
  }
}

bool IsField(const napi_property_descriptor& property) {
  return (property.attributes & napi_static) == 0 && property.method == nullptr && property.getter == nullptr &&
         property.setter == nullptr;
}

SendableClass::Field MakeField(v8::Isolate* isolate, const napi_property_descriptor& property) {
  const v8::Local<v8::Name> name = property.utf8name != nullptr ? ToString(isolate, property.utf8name).As<v8::Name>()
                                                                : ToLocal(property.name).As<v8::Name>();
  return {v8::Global<v8::Name>(isolate, name), v8::Global<v8::Value>(isolate, ToLocal(property.value)),
          property.attributes};
}

// The class inherits statics and prototype of its parent, and neither can be changed any more.
bool Link(v8::Local<v8::Context> context, v8::Local<v8::Object> constructor, napi_value parent) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  const v8::Local<v8::String> key = ToString(isolate, "prototype");
  v8::Local<v8::Value> prototype;
  if (!constructor->Get(context, key).ToLocal(&prototype)) return false;
  if (parent != nullptr) {
    const v8::Local<v8::Object> base = ToLocal(parent).As<v8::Object>();
    v8::Local<v8::Value> base_prototype;
    if (!base->Get(context, key).ToLocal(&base_prototype) || constructor->SetPrototypeV2(context, base).IsNothing() ||
        prototype.As<v8::Object>()->SetPrototypeV2(context, base_prototype).IsNothing()) {
      return false;
    }
  }
  return prototype.As<v8::Object>()->SetIntegrityLevel(context, v8::IntegrityLevel::kSealed).FromMaybe(false) &&
         constructor->SetIntegrityLevel(context, v8::IntegrityLevel::kSealed).FromMaybe(false);
}

}  // namespace

napi_value ConstructSendable(napi_env env, napi_callback_info info) {
  const Callback& callback = *CallbackOf(env, info);
  const SendableClass& type = *callback.sendable;
  v8::Isolate* isolate = StateOf(env).isolate;
  const v8::Local<v8::Context> context = isolate->GetCurrentContext();
  napi_value self = nullptr;
  napi_value target = nullptr;
  node_napi_get_cb_info(env, info, nullptr, nullptr, &self, nullptr);
  node_napi_get_new_target(env, info, &target);
  if (target == nullptr) {
    node_napi_throw_type_error(env, nullptr, "a sendable class cannot be called without new");
    return nullptr;
  }
  const v8::Local<v8::Object> instance = ToLocal(self).As<v8::Object>();
  MarkSendable(context, instance);
  AddFields(type, isolate, context, instance);
  const napi_value result = callback.function(env, info);
  ReturnHomeQuickly(isolate);
  // A derived class written in JavaScript still has fields to add.
  if (ToLocal(target)->StrictEquals(type.constructor.Get(isolate))) {
    instance->SetIntegrityLevel(context, v8::IntegrityLevel::kSealed).FromMaybe(false);
  }
  return result;
}

}  // namespace ace

using ace::Entry;

napi_status napi_define_sendable_class(napi_env env, const char* utf8name, size_t length, napi_callback constructor,
                                       void* data, size_t property_count, const napi_property_descriptor* properties,
                                       napi_value parent, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (utf8name == nullptr || constructor == nullptr || result == nullptr ||
      (property_count > 0 && properties == nullptr)) {
    return entry.Result(napi_invalid_arg);
  }
  if (parent != nullptr && !ace::IsFunction(parent)) return entry.Result(napi_function_expected);
  v8::Isolate* isolate = entry.isolate();
  const v8::Local<v8::Context> context = entry.context();
  auto type = std::make_unique<ace::SendableClass>();
  std::vector<napi_property_descriptor> members;
  for (size_t i = 0; i < property_count; ++i) {
    const napi_property_descriptor& property = properties[i];
    if (!ace::HasName(property)) return entry.Result(napi_name_expected);
    if (!ace::IsField(property)) {
      members.push_back(ace::WithEntries(property));
    } else if (property.value == nullptr || !ace::IsSendable(isolate, ace::ToLocal(property.value))) {
      return entry.Result(napi_invalid_arg);
    } else {
      type->fields.push_back(ace::MakeField(isolate, property));
    }
  }
  if (parent != nullptr) type->parent = ace::ClassOf(context, ace::ToLocal(parent).As<v8::Object>());

  // The class is kept as long as the thread's runtime, like the callbacks of its members.
  ace::SendableClass* kept = type.release();
  napi_value made = nullptr;
  napi_status status = node_napi_define_class(
      env, utf8name, length, ace::ConstructSendable,
      ace::InternCallback({.function = constructor, .setter = nullptr, .data = data, .sendable = kept}), members.size(),
      members.data(), &made);
  if (status != napi_ok) return entry.Settle(status);
  const v8::Local<v8::Object> object = ace::ToLocal(made).As<v8::Object>();
  kept->constructor.Reset(isolate, object);
  napi_value external = nullptr;
  status = node_napi_create_external(env, kept, nullptr, nullptr, &external);
  if (status != napi_ok) return entry.Settle(status);
  object->SetPrivate(context, ace::ClassKey(isolate), ace::ToLocal(external)).Check();
  ace::MarkSendable(context, object);
  const v8::TryCatch attempt(isolate);
  if (!ace::Link(context, object, parent)) {
    return attempt.HasCaught() ? entry.Thrown(attempt) : entry.Result(napi_generic_failure);
  }
  *result = made;
  return entry.Settle(napi_ok);
}
