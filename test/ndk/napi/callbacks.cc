#include "callbacks.h"

#include "state.h"

namespace ace {

Callback* CallbackOf(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  node_napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
  return static_cast<Callback*>(data);
}

namespace {

napi_value Call(napi_env env, napi_callback_info info, napi_callback function) {
  v8::Isolate* home = StateOf(env).isolate;
  const napi_value result = function(env, info);
  ReturnHomeQuickly(home);
  return result;
}

}  // namespace

napi_value CallFunction(napi_env env, napi_callback_info info) {
  return Call(env, info, CallbackOf(env, info)->function);
}

napi_value CallSetter(napi_env env, napi_callback_info info) {
  return Call(env, info, CallbackOf(env, info)->setter);
}

Callback* InternCallback(const Callback& callback) {
  return thread_cache.thread->callbacks.Intern(callback);
}

napi_property_descriptor WithEntries(const napi_property_descriptor& descriptor) {
  napi_property_descriptor wrapped = descriptor;
  napi_callback function = descriptor.method != nullptr ? descriptor.method : descriptor.getter;
  if (function == nullptr && descriptor.setter == nullptr) return wrapped;
  wrapped.data = InternCallback({function, descriptor.setter, descriptor.data});
  if (descriptor.method != nullptr) wrapped.method = CallFunction;
  if (descriptor.getter != nullptr) wrapped.getter = CallFunction;
  if (descriptor.setter != nullptr) wrapped.setter = CallSetter;
  return wrapped;
}

}  // namespace ace

using ace::Entry;

napi_status napi_create_function(napi_env env, const char* utf8name, size_t length, napi_callback cb, void* data,
                                 napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (cb == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_create_function(env, utf8name, length, ace::CallFunction,
                                                ace::InternCallback({cb, nullptr, data}), result));
}

napi_status napi_get_cb_info(napi_env env, napi_callback_info cbinfo, size_t* argc, napi_value* argv,
                             napi_value* this_arg, void** data) {
  const napi_status status = ace::Forward(node_napi_get_cb_info, env, cbinfo, argc, argv, this_arg, data);
  if (status == napi_ok && data != nullptr) *data = static_cast<ace::Callback*>(*data)->data;
  return status;
}

napi_status napi_define_class(napi_env env, const char* utf8name, size_t length, napi_callback constructor, void* data,
                              size_t property_count, const napi_property_descriptor* properties, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (constructor == nullptr || (property_count > 0 && properties == nullptr)) return entry.Result(napi_invalid_arg);
  std::vector<napi_property_descriptor> wrapped;
  wrapped.reserve(property_count);
  for (size_t i = 0; i < property_count; ++i) {
    if (!ace::HasName(properties[i])) return entry.Result(napi_name_expected);
    wrapped.push_back(ace::WithEntries(properties[i]));
  }
  return entry.Settle(node_napi_define_class(env, utf8name, length, ace::CallFunction,
                                             ace::InternCallback({constructor, nullptr, data}), property_count,
                                             wrapped.data(), result));
}

// A property that cannot be defined is skipped, as on the device.
napi_status napi_define_properties(napi_env env, napi_value object, size_t property_count,
                                   const napi_property_descriptor* properties) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (object == nullptr || (property_count > 0 && properties == nullptr)) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(object)) return entry.Result(napi_object_expected);
  for (size_t i = 0; i < property_count; ++i) {
    if (!ace::HasName(properties[i])) return entry.Result(napi_name_expected);
    const napi_property_descriptor wrapped = ace::WithEntries(properties[i]);
    const napi_status status = node_napi_define_properties(env, object, 1, &wrapped);
    if (entry.ExceptionPending()) {
      napi_value exception = nullptr;
      node_napi_get_and_clear_last_exception(env, &exception);
    } else if (status == napi_name_expected) {
      return entry.Settle(status);
    }
  }
  return entry.Settle(napi_ok);
}
