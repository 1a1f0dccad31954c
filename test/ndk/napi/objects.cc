// Functions on objects. Unlike Node, the device does not box: a primitive where an object belongs is an error.
#include "state.h"

namespace ace {
namespace {

// Node's function, unless its first value is there and is no object. A waiting exception is reported before that.
template <typename... Parameters, typename... Arguments>
napi_status ForwardObject(napi_status (*function)(napi_env, napi_value, Parameters...), napi_env env, napi_value object,
                          Arguments... arguments) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (object != nullptr && !IsObject(object)) [[unlikely]] {
    return entry.Result(entry.ExceptionPending() ? napi_pending_exception : napi_object_expected);
  }
  return entry.Settle(function(env, object, arguments...));
}

}  // namespace
}  // namespace ace

using ace::Entry;
using ace::ForwardObject;

napi_status napi_get_prototype(napi_env env, napi_value object, napi_value* result) {
  return ForwardObject(node_napi_get_prototype, env, object, result);
}

napi_status napi_get_property_names(napi_env env, napi_value object, napi_value* result) {
  return ForwardObject(node_napi_get_property_names, env, object, result);
}

napi_status napi_get_all_property_names(napi_env env, napi_value object, napi_key_collection_mode key_mode,
                                        napi_key_filter key_filter, napi_key_conversion key_conversion,
                                        napi_value* result) {
  return ForwardObject(node_napi_get_all_property_names, env, object, key_mode, key_filter, key_conversion, result);
}

napi_status napi_set_property(napi_env env, napi_value object, napi_value key, napi_value value) {
  return ForwardObject(node_napi_set_property, env, object, key, value);
}

napi_status napi_has_property(napi_env env, napi_value object, napi_value key, bool* result) {
  return ForwardObject(node_napi_has_property, env, object, key, result);
}

napi_status napi_get_property(napi_env env, napi_value object, napi_value key, napi_value* result) {
  return ForwardObject(node_napi_get_property, env, object, key, result);
}

napi_status napi_delete_property(napi_env env, napi_value object, napi_value key, bool* result) {
  return ForwardObject(node_napi_delete_property, env, object, key, result);
}

napi_status napi_has_own_property(napi_env env, napi_value object, napi_value key, bool* result) {
  return ForwardObject(node_napi_has_own_property, env, object, key, result);
}

napi_status napi_set_named_property(napi_env env, napi_value object, const char* utf8name, napi_value value) {
  return ForwardObject(node_napi_set_named_property, env, object, utf8name, value);
}

napi_status napi_has_named_property(napi_env env, napi_value object, const char* utf8name, bool* result) {
  return ForwardObject(node_napi_has_named_property, env, object, utf8name, result);
}

napi_status napi_get_named_property(napi_env env, napi_value object, const char* utf8name, napi_value* result) {
  return ForwardObject(node_napi_get_named_property, env, object, utf8name, result);
}

napi_status napi_set_element(napi_env env, napi_value object, uint32_t index, napi_value value) {
  return ForwardObject(node_napi_set_element, env, object, index, value);
}

napi_status napi_has_element(napi_env env, napi_value object, uint32_t index, bool* result) {
  return ForwardObject(node_napi_has_element, env, object, index, result);
}

napi_status napi_get_element(napi_env env, napi_value object, uint32_t index, napi_value* result) {
  return ForwardObject(node_napi_get_element, env, object, index, result);
}

napi_status napi_delete_element(napi_env env, napi_value object, uint32_t index, bool* result) {
  return ForwardObject(node_napi_delete_element, env, object, index, result);
}

napi_status napi_object_freeze(napi_env env, napi_value object) {
  return ForwardObject(node_napi_object_freeze, env, object);
}

napi_status napi_object_seal(napi_env env, napi_value object) {
  return ForwardObject(node_napi_object_seal, env, object);
}

napi_status napi_type_tag_object(napi_env env, napi_value value, const napi_type_tag* type_tag) {
  return ForwardObject(node_napi_type_tag_object, env, value, type_tag);
}

napi_status napi_check_object_type_tag(napi_env env, napi_value value, const napi_type_tag* type_tag, bool* result) {
  return ForwardObject(node_napi_check_object_type_tag, env, value, type_tag, result);
}

// undefined and null stay what they are: the result is undefined.
napi_status napi_coerce_to_object(napi_env env, napi_value value, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (value != nullptr && ace::ToLocal(value)->IsNullOrUndefined()) {
    return entry.Settle(node_napi_get_undefined(env, result));
  }
  return entry.Settle(node_napi_coerce_to_object(env, value, result));
}

napi_status napi_instanceof(napi_env env, napi_value object, napi_value constructor, bool* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (object != nullptr && constructor != nullptr && result != nullptr) {
    if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
    if (!ace::IsObject(object)) return entry.Result(napi_object_expected);
    if (!ace::IsFunction(constructor)) return entry.Result(napi_function_expected);
  }
  return entry.Settle(node_napi_instanceof(env, object, constructor, result));
}

napi_status napi_call_function(napi_env env, napi_value recv, napi_value func, size_t argc, const napi_value* argv,
                               napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (func != nullptr && !ace::IsFunction(func)) {
    return entry.Result(entry.ExceptionPending() ? napi_pending_exception : napi_function_expected);
  }
  if (recv == nullptr) node_napi_get_undefined(env, &recv);
  return entry.Settle(node_napi_call_function(env, recv, func, argc, argv, result));
}

napi_status napi_new_instance(napi_env env, napi_value constructor, size_t argc, const napi_value* argv,
                              napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (constructor != nullptr && !ace::IsFunction(constructor)) {
    return entry.Result(entry.ExceptionPending() ? napi_pending_exception : napi_function_expected);
  }
  return entry.Settle(node_napi_new_instance(env, constructor, argc, argv, result));
}
