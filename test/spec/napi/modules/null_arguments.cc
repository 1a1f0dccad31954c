// Node-API: values and objects.
#include "sweep.h"

using tests::Fixture;
using tests::Sweep;

NAPI_TEST(null_arguments, values) {
  Fixture f(env);
  Sweep("napi_fatal_exception", napi_fatal_exception, "xx", f.env, f.object);
  Sweep("napi_get_last_error_info", napi_get_last_error_info, "xx", f.env, f.Any<const napi_extended_error_info**>());
  Sweep("napi_get_undefined", napi_get_undefined, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_get_null", napi_get_null, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_get_global", napi_get_global, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_get_boolean", napi_get_boolean, "x-x", f.env, false, f.Any<napi_value*>());
  Sweep("napi_create_object", napi_create_object, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_create_array", napi_create_array, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_create_array_with_length", napi_create_array_with_length, "x-x", f.env, size_t{1}, f.Any<napi_value*>());
  Sweep("napi_create_double", napi_create_double, "x-x", f.env, double{0}, f.Any<napi_value*>());
  Sweep("napi_create_int32", napi_create_int32, "x-x", f.env, int32_t{0}, f.Any<napi_value*>());
  Sweep("napi_create_uint32", napi_create_uint32, "x-x", f.env, uint32_t{0}, f.Any<napi_value*>());
  Sweep("napi_create_int64", napi_create_int64, "x-x", f.env, int64_t{0}, f.Any<napi_value*>());
  Sweep("napi_create_string_latin1", napi_create_string_latin1, "xx-x", f.env, f.Any<const char*>(), size_t{1},
        f.Any<napi_value*>());
  Sweep("napi_create_string_utf8", napi_create_string_utf8, "xx-x", f.env, f.Any<const char*>(), size_t{1},
        f.Any<napi_value*>());
  Sweep("napi_create_string_utf16", napi_create_string_utf16, "xx-x", f.env, f.Any<const char16_t*>(), size_t{1},
        f.Any<napi_value*>());
  Sweep("napi_create_symbol", napi_create_symbol, "x-x", f.env, f.text, f.Any<napi_value*>());
  Sweep("napi_create_date", napi_create_date, "x-x", f.env, double{0}, f.Any<napi_value*>());
  Sweep("napi_create_bigint_int64", napi_create_bigint_int64, "x-x", f.env, int64_t{0}, f.Any<napi_value*>());
  Sweep("napi_create_bigint_uint64", napi_create_bigint_uint64, "x-x", f.env, uint64_t{0}, f.Any<napi_value*>());
  Sweep("napi_create_bigint_words", napi_create_bigint_words, "x--xx", f.env, int{0}, size_t{1},
        f.Any<const uint64_t*>(), f.Any<napi_value*>());
  Sweep("napi_create_external", napi_create_external, "x---x", f.env, f.Any<void*>(), f.Any<napi_finalize>(),
        f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_typeof", napi_typeof, "xxx", f.env, f.number, f.Any<napi_valuetype*>());
  Sweep("napi_get_value_double", napi_get_value_double, "xxx", f.env, f.number, f.Any<double*>());
  Sweep("napi_get_value_int32", napi_get_value_int32, "xxx", f.env, f.number, f.Any<int32_t*>());
  Sweep("napi_get_value_uint32", napi_get_value_uint32, "xxx", f.env, f.number, f.Any<uint32_t*>());
  Sweep("napi_get_value_int64", napi_get_value_int64, "xxx", f.env, f.number, f.Any<int64_t*>());
  Sweep("napi_get_value_bool", napi_get_value_bool, "xxx", f.env, f.boolean, f.Any<bool*>());
  Sweep("napi_get_value_string_latin1", napi_get_value_string_latin1, "xx---", f.env, f.text, f.Any<char*>(), size_t{1},
        f.Any<size_t*>());
  Sweep("napi_get_value_string_utf8", napi_get_value_string_utf8, "xx---", f.env, f.text, f.Any<char*>(), size_t{1},
        f.Any<size_t*>());
  Sweep("napi_get_value_string_utf16", napi_get_value_string_utf16, "xx---", f.env, f.text, f.Any<char16_t*>(),
        size_t{1}, f.Any<size_t*>());
  Sweep("napi_get_value_external", napi_get_value_external, "xxx", f.env, f.external, f.Any<void**>());
  Sweep("napi_get_date_value", napi_get_date_value, "xxx", f.env, f.date, f.Any<double*>());
  Sweep("napi_get_value_bigint_int64", napi_get_value_bigint_int64, "xxxx", f.env, f.bigint, f.Any<int64_t*>(),
        f.Any<bool*>());
  Sweep("napi_get_value_bigint_uint64", napi_get_value_bigint_uint64, "xxxx", f.env, f.bigint, f.Any<uint64_t*>(),
        f.Any<bool*>());
  Sweep("napi_get_value_bigint_words", napi_get_value_bigint_words, "xx-x-", f.env, f.bigint, f.Any<int*>(),
        f.Any<size_t*>(), f.Any<uint64_t*>());
  Sweep("napi_coerce_to_bool", napi_coerce_to_bool, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_coerce_to_number", napi_coerce_to_number, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_coerce_to_object", napi_coerce_to_object, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_coerce_to_string", napi_coerce_to_string, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_strict_equals", napi_strict_equals, "xxxx", f.env, f.object, f.object, f.Any<bool*>());
  Sweep("napi_instanceof", napi_instanceof, "xxxx", f.env, f.object, f.function, f.Any<bool*>());
  Sweep("napi_is_array", napi_is_array, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_is_date", napi_is_date, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_is_error", napi_is_error, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_is_promise", napi_is_promise, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_get_array_length", napi_get_array_length, "xxx", f.env, f.array, f.Any<uint32_t*>());
  Sweep("napi_get_prototype", napi_get_prototype, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_get_property_names", napi_get_property_names, "xxx", f.env, f.object, f.Any<napi_value*>());
  Sweep("napi_get_all_property_names", napi_get_all_property_names, "xx---x", f.env, f.object,
        napi_key_collection_mode{}, napi_key_filter{}, napi_key_conversion{}, f.Any<napi_value*>());
}

NAPI_TEST(null_arguments, objects) {
  Fixture f(env);
  Sweep("napi_set_property", napi_set_property, "xxxx", f.env, f.object, f.text, f.number);
  Sweep("napi_has_property", napi_has_property, "xxxx", f.env, f.object, f.text, f.Any<bool*>());
  Sweep("napi_get_property", napi_get_property, "xxxx", f.env, f.object, f.text, f.Any<napi_value*>());
  Sweep("napi_delete_property", napi_delete_property, "xxx-", f.env, f.object, f.text, f.Any<bool*>());
  Sweep("napi_has_own_property", napi_has_own_property, "xxxx", f.env, f.object, f.text, f.Any<bool*>());
  Sweep("napi_set_named_property", napi_set_named_property, "xxxx", f.env, f.object, f.Any<const char*>(), f.number);
  Sweep("napi_has_named_property", napi_has_named_property, "xxxx", f.env, f.object, f.Any<const char*>(),
        f.Any<bool*>());
  Sweep("napi_get_named_property", napi_get_named_property, "xxxx", f.env, f.object, f.Any<const char*>(),
        f.Any<napi_value*>());
  Sweep("napi_set_element", napi_set_element, "xx-x", f.env, f.object, uint32_t{0}, f.number);
  Sweep("napi_has_element", napi_has_element, "xx-x", f.env, f.object, uint32_t{0}, f.Any<bool*>());
  Sweep("napi_get_element", napi_get_element, "xx-x", f.env, f.object, uint32_t{0}, f.Any<napi_value*>());
  Sweep("napi_delete_element", napi_delete_element, "xx--", f.env, f.object, uint32_t{0}, f.Any<bool*>());
  Sweep("napi_define_properties", napi_define_properties, "xx--", f.env, f.object, size_t{0},
        f.Any<const napi_property_descriptor*>());
  Sweep("napi_object_freeze", napi_object_freeze, "xx", f.env, f.object);
  Sweep("napi_object_seal", napi_object_seal, "xx", f.env, f.object);
  Sweep("napi_type_tag_object", napi_type_tag_object, "xxx", f.env, f.object, f.Any<const napi_type_tag*>());
  Sweep("napi_check_object_type_tag", napi_check_object_type_tag, "xxxx", f.env, f.object,
        f.Any<const napi_type_tag*>(), f.Any<bool*>());
  Sweep("napi_create_function", napi_create_function, "x--x-x", f.env, f.Any<const char*>(), size_t{1},
        f.Any<napi_callback>(), f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_call_function", napi_call_function, "x-x---", f.env, f.object, f.function, size_t{0},
        f.Any<const napi_value*>(), f.Any<napi_value*>());
  Sweep("napi_new_instance", napi_new_instance, "xx--x", f.env, f.function, size_t{0}, f.Any<const napi_value*>(),
        f.Any<napi_value*>());
  Sweep("napi_get_cb_info", napi_get_cb_info, "xx----", f.env, f.Any<napi_callback_info>(), f.Any<size_t*>(),
        f.Any<napi_value*>(), f.Any<napi_value*>(), f.Any<void**>());
  Sweep("napi_get_new_target", napi_get_new_target, "xxx", f.env, f.Any<napi_callback_info>(), f.Any<napi_value*>());
  Sweep("napi_define_class", napi_define_class, "xx-x---x", f.env, f.Any<const char*>(), size_t{1},
        f.Any<napi_callback>(), f.Any<void*>(), size_t{0}, f.Any<const napi_property_descriptor*>(),
        f.Any<napi_value*>());
  Sweep("napi_wrap", napi_wrap, "xxxx--", f.env, f.object, f.Any<void*>(), f.Any<napi_finalize>(), f.Any<void*>(),
        f.Any<napi_ref*>());
  Sweep("napi_unwrap", napi_unwrap, "xxx", f.env, f.object, f.Any<void**>());
  Sweep("napi_remove_wrap", napi_remove_wrap, "xx-", f.env, f.object, f.Any<void**>());
  Sweep("napi_add_finalizer", napi_add_finalizer, "xx-x--", f.env, f.object, f.Any<void*>(), f.Any<napi_finalize>(),
        f.Any<void*>(), f.Any<napi_ref*>());
  Sweep("napi_create_reference", napi_create_reference, "xx-x", f.env, f.number, uint32_t{0}, f.Any<napi_ref*>());
  Sweep("napi_delete_reference", napi_delete_reference, "xx", f.env, f.Any<napi_ref>());
  Sweep("napi_reference_ref", napi_reference_ref, "xx-", f.env, f.Any<napi_ref>(), f.Any<uint32_t*>());
  Sweep("napi_reference_unref", napi_reference_unref, "xx-", f.env, f.Any<napi_ref>(), f.Any<uint32_t*>());
  Sweep("napi_get_reference_value", napi_get_reference_value, "xxx", f.env, f.Any<napi_ref>(), f.Any<napi_value*>());
  Sweep("napi_open_handle_scope", napi_open_handle_scope, "xx", f.env, f.Any<napi_handle_scope*>());
  Sweep("napi_close_handle_scope", napi_close_handle_scope, "xx", f.env, f.Any<napi_handle_scope>());
  Sweep("napi_open_escapable_handle_scope", napi_open_escapable_handle_scope, "xx", f.env,
        f.Any<napi_escapable_handle_scope*>());
  Sweep("napi_close_escapable_handle_scope", napi_close_escapable_handle_scope, "xx", f.env,
        f.Any<napi_escapable_handle_scope>());
  Sweep("napi_escape_handle", napi_escape_handle, "xxxx", f.env, f.Any<napi_escapable_handle_scope>(), f.object,
        f.Any<napi_value*>());
  Sweep("napi_throw", napi_throw, "xx", f.env, f.object);
  Sweep("napi_throw_error", napi_throw_error, "x-x", f.env, f.Any<const char*>(), f.Any<const char*>());
  Sweep("napi_throw_type_error", napi_throw_type_error, "x-x", f.env, f.Any<const char*>(), f.Any<const char*>());
  Sweep("napi_throw_range_error", napi_throw_range_error, "x-x", f.env, f.Any<const char*>(), f.Any<const char*>());
  Sweep("napi_create_error", napi_create_error, "x-xx", f.env, f.text, f.text, f.Any<napi_value*>());
  Sweep("napi_create_type_error", napi_create_type_error, "x-xx", f.env, f.text, f.text, f.Any<napi_value*>());
  Sweep("napi_create_range_error", napi_create_range_error, "x-xx", f.env, f.text, f.text, f.Any<napi_value*>());
  Sweep("napi_is_exception_pending", napi_is_exception_pending, "xx", f.env, f.Any<bool*>());
  Sweep("napi_get_and_clear_last_exception", napi_get_and_clear_last_exception, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_is_arraybuffer", napi_is_arraybuffer, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_create_arraybuffer", napi_create_arraybuffer, "x--x", f.env, size_t{1}, f.Any<void**>(),
        f.Any<napi_value*>());
  Sweep("napi_create_external_arraybuffer", napi_create_external_arraybuffer, "x----x", f.env, f.Any<void*>(),
        size_t{1}, f.Any<napi_finalize>(), f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_get_arraybuffer_info", napi_get_arraybuffer_info, "xx--", f.env, f.buffer, f.Any<void**>(),
        f.Any<size_t*>());
}
