// The functions that are Node's own, but for the isolate they run in.
#include "state.h"

using ace::Forward;

// ---- Registration, errors of the process ----

napi_status napi_fatal_exception(napi_env env, napi_value err) {
  return Forward(node_napi_fatal_exception, env, err);
}

// ---- Values that exist once ----

napi_status napi_get_undefined(napi_env env, napi_value* result) {
  return Forward(node_napi_get_undefined, env, result);
}

napi_status napi_get_null(napi_env env, napi_value* result) {
  return Forward(node_napi_get_null, env, result);
}

napi_status napi_get_global(napi_env env, napi_value* result) {
  return Forward(node_napi_get_global, env, result);
}

napi_status napi_get_boolean(napi_env env, bool value, napi_value* result) {
  return Forward(node_napi_get_boolean, env, value, result);
}

// ---- Making values ----

napi_status napi_create_object(napi_env env, napi_value* result) {
  return Forward(node_napi_create_object, env, result);
}

napi_status napi_create_array(napi_env env, napi_value* result) {
  return Forward(node_napi_create_array, env, result);
}

napi_status napi_create_array_with_length(napi_env env, size_t length, napi_value* result) {
  return Forward(node_napi_create_array_with_length, env, length, result);
}

napi_status napi_create_double(napi_env env, double value, napi_value* result) {
  return Forward(node_napi_create_double, env, value, result);
}

napi_status napi_create_int32(napi_env env, int32_t value, napi_value* result) {
  return Forward(node_napi_create_int32, env, value, result);
}

napi_status napi_create_uint32(napi_env env, uint32_t value, napi_value* result) {
  return Forward(node_napi_create_uint32, env, value, result);
}

napi_status napi_create_int64(napi_env env, int64_t value, napi_value* result) {
  return Forward(node_napi_create_int64, env, value, result);
}

napi_status napi_create_string_latin1(napi_env env, const char* str, size_t length, napi_value* result) {
  return Forward(node_napi_create_string_latin1, env, str, length, result);
}

napi_status napi_create_string_utf8(napi_env env, const char* str, size_t length, napi_value* result) {
  return Forward(node_napi_create_string_utf8, env, str, length, result);
}

napi_status napi_create_string_utf16(napi_env env, const char16_t* str, size_t length, napi_value* result) {
  return Forward(node_napi_create_string_utf16, env, str, length, result);
}

napi_status napi_create_symbol(napi_env env, napi_value description, napi_value* result) {
  return Forward(node_napi_create_symbol, env, description, result);
}

napi_status napi_create_date(napi_env env, double time, napi_value* result) {
  return Forward(node_napi_create_date, env, time, result);
}

napi_status napi_create_bigint_int64(napi_env env, int64_t value, napi_value* result) {
  return Forward(node_napi_create_bigint_int64, env, value, result);
}

napi_status napi_create_bigint_uint64(napi_env env, uint64_t value, napi_value* result) {
  return Forward(node_napi_create_bigint_uint64, env, value, result);
}

napi_status napi_create_bigint_words(napi_env env, int sign_bit, size_t word_count, const uint64_t* words,
                                     napi_value* result) {
  return Forward(node_napi_create_bigint_words, env, sign_bit, word_count, words, result);
}

// ---- Reading values ----

napi_status napi_typeof(napi_env env, napi_value value, napi_valuetype* result) {
  return Forward(node_napi_typeof, env, value, result);
}

napi_status napi_get_value_double(napi_env env, napi_value value, double* result) {
  return Forward(node_napi_get_value_double, env, value, result);
}

napi_status napi_get_value_int32(napi_env env, napi_value value, int32_t* result) {
  return Forward(node_napi_get_value_int32, env, value, result);
}

napi_status napi_get_value_uint32(napi_env env, napi_value value, uint32_t* result) {
  return Forward(node_napi_get_value_uint32, env, value, result);
}

napi_status napi_get_value_int64(napi_env env, napi_value value, int64_t* result) {
  return Forward(node_napi_get_value_int64, env, value, result);
}

napi_status napi_get_value_bool(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_get_value_bool, env, value, result);
}

napi_status napi_get_value_string_latin1(napi_env env, napi_value value, char* buf, size_t bufsize, size_t* result) {
  return Forward(node_napi_get_value_string_latin1, env, value, buf, bufsize, result);
}

napi_status napi_get_value_string_utf8(napi_env env, napi_value value, char* buf, size_t bufsize, size_t* result) {
  return Forward(node_napi_get_value_string_utf8, env, value, buf, bufsize, result);
}

napi_status napi_get_value_string_utf16(napi_env env, napi_value value, char16_t* buf, size_t bufsize, size_t* result) {
  return Forward(node_napi_get_value_string_utf16, env, value, buf, bufsize, result);
}

napi_status napi_get_value_external(napi_env env, napi_value value, void** result) {
  return Forward(node_napi_get_value_external, env, value, result);
}

napi_status napi_get_date_value(napi_env env, napi_value value, double* result) {
  return Forward(node_napi_get_date_value, env, value, result);
}

napi_status napi_get_value_bigint_int64(napi_env env, napi_value value, int64_t* result, bool* lossless) {
  return Forward(node_napi_get_value_bigint_int64, env, value, result, lossless);
}

napi_status napi_get_value_bigint_uint64(napi_env env, napi_value value, uint64_t* result, bool* lossless) {
  return Forward(node_napi_get_value_bigint_uint64, env, value, result, lossless);
}

napi_status napi_get_value_bigint_words(napi_env env, napi_value value, int* sign_bit, size_t* word_count,
                                        uint64_t* words) {
  return Forward(node_napi_get_value_bigint_words, env, value, sign_bit, word_count, words);
}

// ---- Conversions and comparison ----

napi_status napi_coerce_to_bool(napi_env env, napi_value value, napi_value* result) {
  return Forward(node_napi_coerce_to_bool, env, value, result);
}

napi_status napi_coerce_to_number(napi_env env, napi_value value, napi_value* result) {
  return Forward(node_napi_coerce_to_number, env, value, result);
}

napi_status napi_coerce_to_string(napi_env env, napi_value value, napi_value* result) {
  return Forward(node_napi_coerce_to_string, env, value, result);
}

napi_status napi_strict_equals(napi_env env, napi_value lhs, napi_value rhs, bool* result) {
  return Forward(node_napi_strict_equals, env, lhs, rhs, result);
}

napi_status napi_is_array(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_array, env, value, result);
}

napi_status napi_is_date(napi_env env, napi_value value, bool* is_date) {
  return Forward(node_napi_is_date, env, value, is_date);
}

napi_status napi_is_error(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_error, env, value, result);
}

napi_status napi_is_promise(napi_env env, napi_value value, bool* is_promise) {
  return Forward(node_napi_is_promise, env, value, is_promise);
}

napi_status napi_get_array_length(napi_env env, napi_value value, uint32_t* result) {
  return Forward(node_napi_get_array_length, env, value, result);
}

// ---- Functions and classes ----

napi_status napi_get_new_target(napi_env env, napi_callback_info cbinfo, napi_value* result) {
  return Forward(node_napi_get_new_target, env, cbinfo, result);
}

// ---- References and scopes ----

napi_status napi_create_reference(napi_env env, napi_value value, uint32_t initial_refcount, napi_ref* result) {
  return Forward(node_napi_create_reference, env, value, initial_refcount, result);
}

napi_status napi_reference_ref(napi_env env, napi_ref ref, uint32_t* result) {
  return Forward(node_napi_reference_ref, env, ref, result);
}

napi_status napi_reference_unref(napi_env env, napi_ref ref, uint32_t* result) {
  return Forward(node_napi_reference_unref, env, ref, result);
}

napi_status napi_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  return Forward(node_napi_get_reference_value, env, ref, result);
}

napi_status napi_open_handle_scope(napi_env env, napi_handle_scope* result) {
  return Forward(node_napi_open_handle_scope, env, result);
}

napi_status napi_close_handle_scope(napi_env env, napi_handle_scope scope) {
  return Forward(node_napi_close_handle_scope, env, scope);
}

napi_status napi_open_escapable_handle_scope(napi_env env, napi_escapable_handle_scope* result) {
  return Forward(node_napi_open_escapable_handle_scope, env, result);
}

napi_status napi_close_escapable_handle_scope(napi_env env, napi_escapable_handle_scope scope) {
  return Forward(node_napi_close_escapable_handle_scope, env, scope);
}

napi_status napi_escape_handle(napi_env env, napi_escapable_handle_scope scope, napi_value escapee,
                               napi_value* result) {
  return Forward(node_napi_escape_handle, env, scope, escapee, result);
}

// ---- Errors ----

napi_status napi_throw(napi_env env, napi_value error) {
  return Forward(node_napi_throw, env, error);
}

napi_status napi_throw_error(napi_env env, const char* code, const char* msg) {
  return Forward(node_napi_throw_error, env, code, msg);
}

napi_status napi_throw_type_error(napi_env env, const char* code, const char* msg) {
  return Forward(node_napi_throw_type_error, env, code, msg);
}

napi_status napi_throw_range_error(napi_env env, const char* code, const char* msg) {
  return Forward(node_napi_throw_range_error, env, code, msg);
}

napi_status napi_is_exception_pending(napi_env env, bool* result) {
  return Forward(node_napi_is_exception_pending, env, result);
}

napi_status napi_get_and_clear_last_exception(napi_env env, napi_value* result) {
  return Forward(node_napi_get_and_clear_last_exception, env, result);
}

// ---- Buffers ----

napi_status napi_is_arraybuffer(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_arraybuffer, env, value, result);
}

napi_status napi_create_arraybuffer(napi_env env, size_t byte_length, void** data, napi_value* result) {
  return Forward(node_napi_create_arraybuffer, env, byte_length, data, result);
}

napi_status napi_get_arraybuffer_info(napi_env env, napi_value arraybuffer, void** data, size_t* byte_length) {
  return Forward(node_napi_get_arraybuffer_info, env, arraybuffer, data, byte_length);
}

napi_status napi_is_detached_arraybuffer(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_detached_arraybuffer, env, value, result);
}

napi_status napi_is_typedarray(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_typedarray, env, value, result);
}

napi_status napi_get_typedarray_info(napi_env env, napi_value typedarray, napi_typedarray_type* type, size_t* length,
                                     void** data, napi_value* arraybuffer, size_t* byte_offset) {
  return Forward(node_napi_get_typedarray_info, env, typedarray, type, length, data, arraybuffer, byte_offset);
}

napi_status napi_is_dataview(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_dataview, env, value, result);
}

napi_status napi_get_dataview_info(napi_env env, napi_value dataview, size_t* bytelength, void** data,
                                   napi_value* arraybuffer, size_t* byte_offset) {
  return Forward(node_napi_get_dataview_info, env, dataview, bytelength, data, arraybuffer, byte_offset);
}

napi_status napi_is_buffer(napi_env env, napi_value value, bool* result) {
  return Forward(node_napi_is_buffer, env, value, result);
}

napi_status napi_get_buffer_info(napi_env env, napi_value value, void** data, size_t* length) {
  return Forward(node_napi_get_buffer_info, env, value, data, length);
}

// ---- Promises and scripts ----

napi_status napi_create_promise(napi_env env, napi_deferred* deferred, napi_value* promise) {
  return Forward(node_napi_create_promise, env, deferred, promise);
}

napi_status napi_resolve_deferred(napi_env env, napi_deferred deferred, napi_value resolution) {
  return Forward(node_napi_resolve_deferred, env, deferred, resolution);
}

napi_status napi_reject_deferred(napi_env env, napi_deferred deferred, napi_value rejection) {
  return Forward(node_napi_reject_deferred, env, deferred, rejection);
}

napi_status napi_run_script(napi_env env, napi_value script, napi_value* result) {
  return Forward(node_napi_run_script, env, script, result);
}

// ---- Asynchronous work ----

napi_status napi_async_destroy(napi_env env, napi_async_context async_context) {
  return Forward(node_napi_async_destroy, env, async_context);
}

napi_status napi_make_callback(napi_env env, napi_async_context async_context, napi_value recv, napi_value func,
                               size_t argc, const napi_value* argv, napi_value* result) {
  return Forward(node_napi_make_callback, env, async_context, recv, func, argc, argv, result);
}

napi_status napi_open_callback_scope(napi_env env, napi_value resource_object, napi_async_context context,
                                     napi_callback_scope* result) {
  return Forward(node_napi_open_callback_scope, env, resource_object, context, result);
}

napi_status napi_close_callback_scope(napi_env env, napi_callback_scope scope) {
  return Forward(node_napi_close_callback_scope, env, scope);
}

// ---- Environment ----

napi_status napi_get_uv_event_loop(napi_env env, struct uv_loop_s** loop) {
  return Forward(node_napi_get_uv_event_loop, env, loop);
}

napi_status node_api_get_module_file_name(napi_env env, const char** result) {
  return Forward(node_node_api_get_module_file_name, env, result);
}
