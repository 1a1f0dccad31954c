/**
 * The part of Node-API (version 8) that OpenHarmony exports, with the device's own rules. Include napi/native_api.h.
 *
 * Every function is bound to an entry point of libace_napi.z.so under a name of its own: the engine exports functions
 * of the plain names too, which neither know the device's rules nor how to run while a VM of JSVM is entered.
 */
#ifndef NODE_API_H_
#define NODE_API_H_

#include "node_api_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Registration, errors of the process ---- */

/**
 * Registers a module. Call it from a constructor function; `mod` must live as long as the library. nm_modname is the
 * library's name without `lib` and `.so`.
 */
NAPI_EXTERN void napi_module_register(napi_module* mod) NAPI_ENTRY(napi_module_register);

/** Prints location and message and ends the process. Lengths in bytes, or NAPI_AUTO_LENGTH. */
NAPI_EXTERN NAPI_NO_RETURN void napi_fatal_error(const char* location, size_t location_len, const char* message,
                                                 size_t message_len) NAPI_ENTRY(napi_fatal_error);

/** Raises an uncaught exception. */
NAPI_EXTERN napi_status napi_fatal_exception(napi_env env, napi_value err) NAPI_ENTRY(napi_fatal_exception);

/** Says more about the last call that did not return napi_ok. The result is valid until the next call. */
NAPI_EXTERN napi_status napi_get_last_error_info(napi_env env, const napi_extended_error_info** result)
    NAPI_ENTRY(napi_get_last_error_info);

/* ---- Values that exist once ---- */

/** Gives undefined. */
NAPI_EXTERN napi_status napi_get_undefined(napi_env env, napi_value* result) NAPI_ENTRY(napi_get_undefined);

/** Gives null. */
NAPI_EXTERN napi_status napi_get_null(napi_env env, napi_value* result) NAPI_ENTRY(napi_get_null);

/** Gives the global object. */
NAPI_EXTERN napi_status napi_get_global(napi_env env, napi_value* result) NAPI_ENTRY(napi_get_global);

/** Gives true or false. */
NAPI_EXTERN napi_status napi_get_boolean(napi_env env, bool value, napi_value* result) NAPI_ENTRY(napi_get_boolean);

/* ---- Making values ---- */

/** Makes an empty object. */
NAPI_EXTERN napi_status napi_create_object(napi_env env, napi_value* result) NAPI_ENTRY(napi_create_object);

/** Makes an empty array. */
NAPI_EXTERN napi_status napi_create_array(napi_env env, napi_value* result) NAPI_ENTRY(napi_create_array);

/** Makes an array with `length` holes. */
NAPI_EXTERN napi_status napi_create_array_with_length(napi_env env, size_t length, napi_value* result)
    NAPI_ENTRY(napi_create_array_with_length);

/** Makes a number. */
NAPI_EXTERN napi_status napi_create_double(napi_env env, double value, napi_value* result)
    NAPI_ENTRY(napi_create_double);

/** Makes a number. */
NAPI_EXTERN napi_status napi_create_int32(napi_env env, int32_t value, napi_value* result)
    NAPI_ENTRY(napi_create_int32);

/** Makes a number. */
NAPI_EXTERN napi_status napi_create_uint32(napi_env env, uint32_t value, napi_value* result)
    NAPI_ENTRY(napi_create_uint32);

/** Makes a number; beyond 2^53 it is rounded. */
NAPI_EXTERN napi_status napi_create_int64(napi_env env, int64_t value, napi_value* result)
    NAPI_ENTRY(napi_create_int64);

/** Makes a string of ISO-8859-1 bytes. `length` in bytes, or NAPI_AUTO_LENGTH. */
NAPI_EXTERN napi_status napi_create_string_latin1(napi_env env, const char* str, size_t length, napi_value* result)
    NAPI_ENTRY(napi_create_string_latin1);

/** Makes a string of UTF-8 bytes. `length` in bytes, or NAPI_AUTO_LENGTH. */
NAPI_EXTERN napi_status napi_create_string_utf8(napi_env env, const char* str, size_t length, napi_value* result)
    NAPI_ENTRY(napi_create_string_utf8);

/** Makes a string of UTF-16 units. `length` in units, or NAPI_AUTO_LENGTH. */
NAPI_EXTERN napi_status napi_create_string_utf16(napi_env env, const char16_t* str, size_t length, napi_value* result)
    NAPI_ENTRY(napi_create_string_utf16);

/** Makes a symbol; `description` is a string or NULL. */
NAPI_EXTERN napi_status napi_create_symbol(napi_env env, napi_value description, napi_value* result)
    NAPI_ENTRY(napi_create_symbol);

/** Makes a Date; `time` in milliseconds since 1970. */
NAPI_EXTERN napi_status napi_create_date(napi_env env, double time, napi_value* result) NAPI_ENTRY(napi_create_date);

/** Makes a BigInt. */
NAPI_EXTERN napi_status napi_create_bigint_int64(napi_env env, int64_t value, napi_value* result)
    NAPI_ENTRY(napi_create_bigint_int64);

/** Makes a BigInt. */
NAPI_EXTERN napi_status napi_create_bigint_uint64(napi_env env, uint64_t value, napi_value* result)
    NAPI_ENTRY(napi_create_bigint_uint64);

/** Makes a BigInt of 64-bit words, lowest first; `sign_bit` 1 is negative. */
NAPI_EXTERN napi_status napi_create_bigint_words(napi_env env, int sign_bit, size_t word_count, const uint64_t* words,
                                                 napi_value* result) NAPI_ENTRY(napi_create_bigint_words);

/** Wraps a pointer in a value; `finalize_cb` (may be NULL) runs when it is collected. */
NAPI_EXTERN napi_status napi_create_external(napi_env env, void* data, napi_finalize finalize_cb, void* finalize_hint,
                                             napi_value* result) NAPI_ENTRY(napi_create_external);

/* ---- Reading values ---- */

/** Gives the type as JavaScript's typeof does, null and external apart. */
NAPI_EXTERN napi_status napi_typeof(napi_env env, napi_value value, napi_valuetype* result) NAPI_ENTRY(napi_typeof);

/** Reads a number. napi_number_expected otherwise. */
NAPI_EXTERN napi_status napi_get_value_double(napi_env env, napi_value value, double* result)
    NAPI_ENTRY(napi_get_value_double);

/** Reads a number as JavaScript converts to int32; NaN and infinities give 0. */
NAPI_EXTERN napi_status napi_get_value_int32(napi_env env, napi_value value, int32_t* result)
    NAPI_ENTRY(napi_get_value_int32);

/** Reads a number as JavaScript converts to uint32. */
NAPI_EXTERN napi_status napi_get_value_uint32(napi_env env, napi_value value, uint32_t* result)
    NAPI_ENTRY(napi_get_value_uint32);

/** Reads a number; NaN and infinities give 0, beyond the range the nearest bound. */
NAPI_EXTERN napi_status napi_get_value_int64(napi_env env, napi_value value, int64_t* result)
    NAPI_ENTRY(napi_get_value_int64);

/** Reads a boolean. napi_boolean_expected otherwise. */
NAPI_EXTERN napi_status napi_get_value_bool(napi_env env, napi_value value, bool* result)
    NAPI_ENTRY(napi_get_value_bool);

/** Copies a string, cut to `bufsize` - 1 bytes and ended. With `buf` NULL only the length in bytes is given. */
NAPI_EXTERN napi_status napi_get_value_string_latin1(napi_env env, napi_value value, char* buf, size_t bufsize,
                                                     size_t* result) NAPI_ENTRY(napi_get_value_string_latin1);

/**
 * Copies a string as UTF-8, cut to `bufsize` - 1 bytes at a whole character and ended. With `buf` NULL only the length
 * in bytes is given.
 */
NAPI_EXTERN napi_status napi_get_value_string_utf8(napi_env env, napi_value value, char* buf, size_t bufsize,
                                                   size_t* result) NAPI_ENTRY(napi_get_value_string_utf8);

/** Copies a string, cut to `bufsize` - 1 units and ended. With `buf` NULL only the length in units is given. */
NAPI_EXTERN napi_status napi_get_value_string_utf16(napi_env env, napi_value value, char16_t* buf, size_t bufsize,
                                                    size_t* result) NAPI_ENTRY(napi_get_value_string_utf16);

/** Reads the pointer of an external. */
NAPI_EXTERN napi_status napi_get_value_external(napi_env env, napi_value value, void** result)
    NAPI_ENTRY(napi_get_value_external);

/** Reads a Date, in milliseconds since 1970. */
NAPI_EXTERN napi_status napi_get_date_value(napi_env env, napi_value value, double* result)
    NAPI_ENTRY(napi_get_date_value);

/** Reads a BigInt; `lossless` tells whether it fitted. */
NAPI_EXTERN napi_status napi_get_value_bigint_int64(napi_env env, napi_value value, int64_t* result, bool* lossless)
    NAPI_ENTRY(napi_get_value_bigint_int64);

/** Reads a BigInt; `lossless` tells whether it fitted. */
NAPI_EXTERN napi_status napi_get_value_bigint_uint64(napi_env env, napi_value value, uint64_t* result, bool* lossless)
    NAPI_ENTRY(napi_get_value_bigint_uint64);

/** Reads a BigInt into words, lowest first. With `sign_bit` and `words` NULL only the number of words is given. */
NAPI_EXTERN napi_status napi_get_value_bigint_words(napi_env env, napi_value value, int* sign_bit, size_t* word_count,
                                                    uint64_t* words) NAPI_ENTRY(napi_get_value_bigint_words);

/* ---- Conversions and comparison ---- */

/** Converts as Boolean(value). */
NAPI_EXTERN napi_status napi_coerce_to_bool(napi_env env, napi_value value, napi_value* result)
    NAPI_ENTRY(napi_coerce_to_bool);

/** Converts as Number(value); may run JS and throw. */
NAPI_EXTERN napi_status napi_coerce_to_number(napi_env env, napi_value value, napi_value* result)
    NAPI_ENTRY(napi_coerce_to_number);

/** Converts as Object(value); undefined and null give undefined. */
NAPI_EXTERN napi_status napi_coerce_to_object(napi_env env, napi_value value, napi_value* result)
    NAPI_ENTRY(napi_coerce_to_object);

/** Converts as String(value); may run JS and throw. */
NAPI_EXTERN napi_status napi_coerce_to_string(napi_env env, napi_value value, napi_value* result)
    NAPI_ENTRY(napi_coerce_to_string);

/** Compares with ===. */
NAPI_EXTERN napi_status napi_strict_equals(napi_env env, napi_value lhs, napi_value rhs, bool* result)
    NAPI_ENTRY(napi_strict_equals);

/** Tells whether `object` was made by `constructor`. napi_object_expected, napi_function_expected. */
NAPI_EXTERN napi_status napi_instanceof(napi_env env, napi_value object, napi_value constructor, bool* result)
    NAPI_ENTRY(napi_instanceof);

/** Tells whether the value is an Array. */
NAPI_EXTERN napi_status napi_is_array(napi_env env, napi_value value, bool* result) NAPI_ENTRY(napi_is_array);

/** Tells whether the value is a Date. */
NAPI_EXTERN napi_status napi_is_date(napi_env env, napi_value value, bool* is_date) NAPI_ENTRY(napi_is_date);

/** Tells whether the value is an Error. */
NAPI_EXTERN napi_status napi_is_error(napi_env env, napi_value value, bool* result) NAPI_ENTRY(napi_is_error);

/** Tells whether the value is a Promise. */
NAPI_EXTERN napi_status napi_is_promise(napi_env env, napi_value value, bool* is_promise) NAPI_ENTRY(napi_is_promise);

/** Gives the length of an array. napi_array_expected otherwise. */
NAPI_EXTERN napi_status napi_get_array_length(napi_env env, napi_value value, uint32_t* result)
    NAPI_ENTRY(napi_get_array_length);

/* ---- Objects and properties (a first argument that is no object gives napi_object_expected) ---- */

/** Gives the prototype. */
NAPI_EXTERN napi_status napi_get_prototype(napi_env env, napi_value object, napi_value* result)
    NAPI_ENTRY(napi_get_prototype);

/** Gives the names that for...in visits, as an array of strings. */
NAPI_EXTERN napi_status napi_get_property_names(napi_env env, napi_value object, napi_value* result)
    NAPI_ENTRY(napi_get_property_names);

/** Gives an array of the keys that the filter lets pass. */
NAPI_EXTERN napi_status napi_get_all_property_names(napi_env env, napi_value object, napi_key_collection_mode key_mode,
                                                    napi_key_filter key_filter, napi_key_conversion key_conversion,
                                                    napi_value* result) NAPI_ENTRY(napi_get_all_property_names);

/** Sets object[key]. */
NAPI_EXTERN napi_status napi_set_property(napi_env env, napi_value object, napi_value key, napi_value value)
    NAPI_ENTRY(napi_set_property);

/** Tells whether `key in object`. */
NAPI_EXTERN napi_status napi_has_property(napi_env env, napi_value object, napi_value key, bool* result)
    NAPI_ENTRY(napi_has_property);

/** Gives object[key]. */
NAPI_EXTERN napi_status napi_get_property(napi_env env, napi_value object, napi_value key, napi_value* result)
    NAPI_ENTRY(napi_get_property);

/** Deletes object[key]; `result` may be NULL. */
NAPI_EXTERN napi_status napi_delete_property(napi_env env, napi_value object, napi_value key, bool* result)
    NAPI_ENTRY(napi_delete_property);

/** Tells whether the object itself has the key (string or symbol, else napi_name_expected). */
NAPI_EXTERN napi_status napi_has_own_property(napi_env env, napi_value object, napi_value key, bool* result)
    NAPI_ENTRY(napi_has_own_property);

/** Sets a property by name. */
NAPI_EXTERN napi_status napi_set_named_property(napi_env env, napi_value object, const char* utf8name, napi_value value)
    NAPI_ENTRY(napi_set_named_property);

/** Tells whether a name is in the object. */
NAPI_EXTERN napi_status napi_has_named_property(napi_env env, napi_value object, const char* utf8name, bool* result)
    NAPI_ENTRY(napi_has_named_property);

/** Gives a property by name. */
NAPI_EXTERN napi_status napi_get_named_property(napi_env env, napi_value object, const char* utf8name,
                                                napi_value* result) NAPI_ENTRY(napi_get_named_property);

/** Sets object[index]. */
NAPI_EXTERN napi_status napi_set_element(napi_env env, napi_value object, uint32_t index, napi_value value)
    NAPI_ENTRY(napi_set_element);

/** Tells whether `index in object`. */
NAPI_EXTERN napi_status napi_has_element(napi_env env, napi_value object, uint32_t index, bool* result)
    NAPI_ENTRY(napi_has_element);

/** Gives object[index]. */
NAPI_EXTERN napi_status napi_get_element(napi_env env, napi_value object, uint32_t index, napi_value* result)
    NAPI_ENTRY(napi_get_element);

/** Deletes object[index]; `result` may be NULL. */
NAPI_EXTERN napi_status napi_delete_element(napi_env env, napi_value object, uint32_t index, bool* result)
    NAPI_ENTRY(napi_delete_element);

/** Defines several properties. One that throws is skipped, its exception cleared. */
NAPI_EXTERN napi_status napi_define_properties(napi_env env, napi_value object, size_t property_count,
                                               const napi_property_descriptor* properties)
    NAPI_ENTRY(napi_define_properties);

/** Object.freeze. */
NAPI_EXTERN napi_status napi_object_freeze(napi_env env, napi_value object) NAPI_ENTRY(napi_object_freeze);

/** Object.seal. */
NAPI_EXTERN napi_status napi_object_seal(napi_env env, napi_value object) NAPI_ENTRY(napi_object_seal);

/** Marks an object with a 128-bit tag, once. */
NAPI_EXTERN napi_status napi_type_tag_object(napi_env env, napi_value value, const napi_type_tag* type_tag)
    NAPI_ENTRY(napi_type_tag_object);

/** Tells whether an object carries the tag. */
NAPI_EXTERN napi_status napi_check_object_type_tag(napi_env env, napi_value value, const napi_type_tag* type_tag,
                                                   bool* result) NAPI_ENTRY(napi_check_object_type_tag);

/* ---- Functions and classes ---- */

/** Makes a function; `utf8name` may be NULL. */
NAPI_EXTERN napi_status napi_create_function(napi_env env, const char* utf8name, size_t length, napi_callback cb,
                                             void* data, napi_value* result) NAPI_ENTRY(napi_create_function);

/** Calls a function; `recv` and `result` may be NULL. napi_function_expected, napi_pending_exception. */
NAPI_EXTERN napi_status napi_call_function(napi_env env, napi_value recv, napi_value func, size_t argc,
                                           const napi_value* argv, napi_value* result) NAPI_ENTRY(napi_call_function);

/** new constructor(...argv). napi_function_expected. */
NAPI_EXTERN napi_status napi_new_instance(napi_env env, napi_value constructor, size_t argc, const napi_value* argv,
                                          napi_value* result) NAPI_ENTRY(napi_new_instance);

/** Gives the arguments of the running callback. In: room in `argv`; out: number passed. Missing ones are undefined. */
NAPI_EXTERN napi_status napi_get_cb_info(napi_env env, napi_callback_info cbinfo, size_t* argc, napi_value* argv,
                                         napi_value* this_arg, void** data) NAPI_ENTRY(napi_get_cb_info);

/** Gives new.target, or NULL for a plain call. */
NAPI_EXTERN napi_status napi_get_new_target(napi_env env, napi_callback_info cbinfo, napi_value* result)
    NAPI_ENTRY(napi_get_new_target);

/** Makes a class. Members marked napi_static go to the constructor, the others to the prototype. */
NAPI_EXTERN napi_status napi_define_class(napi_env env, const char* utf8name, size_t length, napi_callback constructor,
                                          void* data, size_t property_count, const napi_property_descriptor* properties,
                                          napi_value* result) NAPI_ENTRY(napi_define_class);

/**
 * Ties a native object to a JS object. `finalize_cb` is mandatory. With `result`, a strong reference is given, which
 * must be deleted.
 */
NAPI_EXTERN napi_status napi_wrap(napi_env env, napi_value js_object, void* native_object, napi_finalize finalize_cb,
                                  void* finalize_hint, napi_ref* result) NAPI_ENTRY(napi_wrap);

/** Gives the native object. */
NAPI_EXTERN napi_status napi_unwrap(napi_env env, napi_value js_object, void** result) NAPI_ENTRY(napi_unwrap);

/** Unties the native object, runs its finalizer, and gives it; `result` may be NULL. */
NAPI_EXTERN napi_status napi_remove_wrap(napi_env env, napi_value js_object, void** result)
    NAPI_ENTRY(napi_remove_wrap);

/**
 * Runs `finalize_cb` when the object is collected. With `result`, a strong reference is given; deleting it runs the
 * finalizer.
 */
NAPI_EXTERN napi_status napi_add_finalizer(napi_env env, napi_value js_object, void* finalize_data,
                                           napi_finalize finalize_cb, void* finalize_hint, napi_ref* result)
    NAPI_ENTRY(napi_add_finalizer);

/* ---- References and scopes ---- */

/** Makes a reference to a value of any type; with a count of 0 it is weak. */
NAPI_EXTERN napi_status napi_create_reference(napi_env env, napi_value value, uint32_t initial_refcount,
                                              napi_ref* result) NAPI_ENTRY(napi_create_reference);

/** Deletes a reference. */
NAPI_EXTERN napi_status napi_delete_reference(napi_env env, napi_ref ref) NAPI_ENTRY(napi_delete_reference);

/** Counts up; `result` may be NULL. */
NAPI_EXTERN napi_status napi_reference_ref(napi_env env, napi_ref ref, uint32_t* result) NAPI_ENTRY(napi_reference_ref);

/** Counts down, at 0 the reference is weak; `result` may be NULL. Below 0: napi_generic_failure. */
NAPI_EXTERN napi_status napi_reference_unref(napi_env env, napi_ref ref, uint32_t* result)
    NAPI_ENTRY(napi_reference_unref);

/** Gives the value, or NULL when it was collected. */
NAPI_EXTERN napi_status napi_get_reference_value(napi_env env, napi_ref ref, napi_value* result)
    NAPI_ENTRY(napi_get_reference_value);

/** Opens a scope for values. */
NAPI_EXTERN napi_status napi_open_handle_scope(napi_env env, napi_handle_scope* result)
    NAPI_ENTRY(napi_open_handle_scope);

/** Closes the scope; its values end. */
NAPI_EXTERN napi_status napi_close_handle_scope(napi_env env, napi_handle_scope scope)
    NAPI_ENTRY(napi_close_handle_scope);

/** Opens a scope that lets one value out. */
NAPI_EXTERN napi_status napi_open_escapable_handle_scope(napi_env env, napi_escapable_handle_scope* result)
    NAPI_ENTRY(napi_open_escapable_handle_scope);

/** Closes the scope. */
NAPI_EXTERN napi_status napi_close_escapable_handle_scope(napi_env env, napi_escapable_handle_scope scope)
    NAPI_ENTRY(napi_close_escapable_handle_scope);

/** Lets one value out of its scope; the second time napi_escape_called_twice. */
NAPI_EXTERN napi_status napi_escape_handle(napi_env env, napi_escapable_handle_scope scope, napi_value escapee,
                                           napi_value* result) NAPI_ENTRY(napi_escape_handle);

/* ---- Errors ---- */

/** Throws a value when the callback returns. */
NAPI_EXTERN napi_status napi_throw(napi_env env, napi_value error) NAPI_ENTRY(napi_throw);

/** Throws an Error; `code` may be NULL. */
NAPI_EXTERN napi_status napi_throw_error(napi_env env, const char* code, const char* msg) NAPI_ENTRY(napi_throw_error);

/** Throws a TypeError; `code` may be NULL. */
NAPI_EXTERN napi_status napi_throw_type_error(napi_env env, const char* code, const char* msg)
    NAPI_ENTRY(napi_throw_type_error);

/** Throws a RangeError; `code` may be NULL. */
NAPI_EXTERN napi_status napi_throw_range_error(napi_env env, const char* code, const char* msg)
    NAPI_ENTRY(napi_throw_range_error);

/** Makes an Error; `code` is a string, a number or NULL. */
NAPI_EXTERN napi_status napi_create_error(napi_env env, napi_value code, napi_value msg, napi_value* result)
    NAPI_ENTRY(napi_create_error);

/** Makes a plain Error, as the device does. */
NAPI_EXTERN napi_status napi_create_type_error(napi_env env, napi_value code, napi_value msg, napi_value* result)
    NAPI_ENTRY(napi_create_type_error);

/** Makes a plain Error, as the device does. */
NAPI_EXTERN napi_status napi_create_range_error(napi_env env, napi_value code, napi_value msg, napi_value* result)
    NAPI_ENTRY(napi_create_range_error);

/** Tells whether an exception waits to be thrown. */
NAPI_EXTERN napi_status napi_is_exception_pending(napi_env env, bool* result) NAPI_ENTRY(napi_is_exception_pending);

/** Gives the waiting exception and clears it; undefined when there is none. */
NAPI_EXTERN napi_status napi_get_and_clear_last_exception(napi_env env, napi_value* result)
    NAPI_ENTRY(napi_get_and_clear_last_exception);

/* ---- Buffers ---- */

/** Tells whether the value is an ArrayBuffer. */
NAPI_EXTERN napi_status napi_is_arraybuffer(napi_env env, napi_value value, bool* result)
    NAPI_ENTRY(napi_is_arraybuffer);

/** Makes an ArrayBuffer; `data` may be NULL. */
NAPI_EXTERN napi_status napi_create_arraybuffer(napi_env env, size_t byte_length, void** data, napi_value* result)
    NAPI_ENTRY(napi_create_arraybuffer);

/** Makes an ArrayBuffer over memory of the caller. */
NAPI_EXTERN napi_status napi_create_external_arraybuffer(napi_env env, void* external_data, size_t byte_length,
                                                         napi_finalize finalize_cb, void* finalize_hint,
                                                         napi_value* result)
    NAPI_ENTRY(napi_create_external_arraybuffer);

/** Gives memory and size; either may be NULL. */
NAPI_EXTERN napi_status napi_get_arraybuffer_info(napi_env env, napi_value arraybuffer, void** data,
                                                  size_t* byte_length) NAPI_ENTRY(napi_get_arraybuffer_info);

/** Detaches the memory. napi_object_expected, napi_invalid_arg for another object. */
NAPI_EXTERN napi_status napi_detach_arraybuffer(napi_env env, napi_value arraybuffer)
    NAPI_ENTRY(napi_detach_arraybuffer);

/** Tells whether the memory was detached. */
NAPI_EXTERN napi_status napi_is_detached_arraybuffer(napi_env env, napi_value value, bool* result)
    NAPI_ENTRY(napi_is_detached_arraybuffer);

/** Tells whether the value is a typed array. */
NAPI_EXTERN napi_status napi_is_typedarray(napi_env env, napi_value value, bool* result) NAPI_ENTRY(napi_is_typedarray);

/** Makes a typed array. napi_arraybuffer_expected; a RangeError for a bad offset or length. */
NAPI_EXTERN napi_status napi_create_typedarray(napi_env env, napi_typedarray_type type, size_t length,
                                               napi_value arraybuffer, size_t byte_offset, napi_value* result)
    NAPI_ENTRY(napi_create_typedarray);

/** Gives what a typed array consists of; each may be NULL. */
NAPI_EXTERN napi_status napi_get_typedarray_info(napi_env env, napi_value typedarray, napi_typedarray_type* type,
                                                 size_t* length, void** data, napi_value* arraybuffer,
                                                 size_t* byte_offset) NAPI_ENTRY(napi_get_typedarray_info);

/** Makes a DataView. napi_arraybuffer_expected. */
NAPI_EXTERN napi_status napi_create_dataview(napi_env env, size_t length, napi_value arraybuffer, size_t byte_offset,
                                             napi_value* result) NAPI_ENTRY(napi_create_dataview);

/** Tells whether the value is a DataView. */
NAPI_EXTERN napi_status napi_is_dataview(napi_env env, napi_value value, bool* result) NAPI_ENTRY(napi_is_dataview);

/** Gives what a DataView consists of; each may be NULL. */
NAPI_EXTERN napi_status napi_get_dataview_info(napi_env env, napi_value dataview, size_t* bytelength, void** data,
                                               napi_value* arraybuffer, size_t* byte_offset)
    NAPI_ENTRY(napi_get_dataview_info);

/** Makes a buffer of 1 byte to 2 MiB; `data` may be NULL. */
NAPI_EXTERN napi_status napi_create_buffer(napi_env env, size_t length, void** data, napi_value* result)
    NAPI_ENTRY(napi_create_buffer);

/** Makes a buffer of 1 byte to 2 MiB over memory of the caller. */
NAPI_EXTERN napi_status napi_create_external_buffer(napi_env env, size_t length, void* data, napi_finalize finalize_cb,
                                                    void* finalize_hint, napi_value* result)
    NAPI_ENTRY(napi_create_external_buffer);

/** Makes a buffer of 1 byte to 2 MiB with a copy of `data`. */
NAPI_EXTERN napi_status napi_create_buffer_copy(napi_env env, size_t length, const void* data, void** result_data,
                                                napi_value* result) NAPI_ENTRY(napi_create_buffer_copy);

/** Tells whether the value is a buffer. */
NAPI_EXTERN napi_status napi_is_buffer(napi_env env, napi_value value, bool* result) NAPI_ENTRY(napi_is_buffer);

/** Gives memory and size; either may be NULL. */
NAPI_EXTERN napi_status napi_get_buffer_info(napi_env env, napi_value value, void** data, size_t* length)
    NAPI_ENTRY(napi_get_buffer_info);

/* ---- Promises and scripts ---- */

/** Makes a promise and what settles it. */
NAPI_EXTERN napi_status napi_create_promise(napi_env env, napi_deferred* deferred, napi_value* promise)
    NAPI_ENTRY(napi_create_promise);

/** Resolves the promise and frees `deferred`. */
NAPI_EXTERN napi_status napi_resolve_deferred(napi_env env, napi_deferred deferred, napi_value resolution)
    NAPI_ENTRY(napi_resolve_deferred);

/** Rejects the promise and frees `deferred`. */
NAPI_EXTERN napi_status napi_reject_deferred(napi_env env, napi_deferred deferred, napi_value rejection)
    NAPI_ENTRY(napi_reject_deferred);

/** Runs a string of JavaScript. napi_string_expected. */
NAPI_EXTERN napi_status napi_run_script(napi_env env, napi_value script, napi_value* result)
    NAPI_ENTRY(napi_run_script);

/* ---- Asynchronous work ---- */

/**
 * Prepares work: `execute` on a pool thread, then `complete` on the thread of the env. `async_resource` may be NULL.
 */
NAPI_EXTERN napi_status napi_create_async_work(napi_env env, napi_value async_resource, napi_value async_resource_name,
                                               napi_async_execute_callback execute,
                                               napi_async_complete_callback complete, void* data,
                                               napi_async_work* result) NAPI_ENTRY(napi_create_async_work);

/** Frees work that is not queued. */
NAPI_EXTERN napi_status napi_delete_async_work(napi_env env, napi_async_work work) NAPI_ENTRY(napi_delete_async_work);

/** Queues work. */
NAPI_EXTERN napi_status napi_queue_async_work(napi_env env, napi_async_work work) NAPI_ENTRY(napi_queue_async_work);

/** Cancels work that has not begun; `complete` then gets napi_cancelled. napi_generic_failure when it has begun. */
NAPI_EXTERN napi_status napi_cancel_async_work(napi_env env, napi_async_work work) NAPI_ENTRY(napi_cancel_async_work);

/** Makes an async context. `async_resource` may be NULL. */
NAPI_EXTERN napi_status napi_async_init(napi_env env, napi_value async_resource, napi_value async_resource_name,
                                        napi_async_context* result) NAPI_ENTRY(napi_async_init);

/** Frees an async context. */
NAPI_EXTERN napi_status napi_async_destroy(napi_env env, napi_async_context async_context)
    NAPI_ENTRY(napi_async_destroy);

/** Calls a function from outside any callback; `async_context` and `result` may be NULL. */
NAPI_EXTERN napi_status napi_make_callback(napi_env env, napi_async_context async_context, napi_value recv,
                                           napi_value func, size_t argc, const napi_value* argv, napi_value* result)
    NAPI_ENTRY(napi_make_callback);

/** Opens a callback scope. */
NAPI_EXTERN napi_status napi_open_callback_scope(napi_env env, napi_value resource_object, napi_async_context context,
                                                 napi_callback_scope* result) NAPI_ENTRY(napi_open_callback_scope);

/** Closes a callback scope. */
NAPI_EXTERN napi_status napi_close_callback_scope(napi_env env, napi_callback_scope scope)
    NAPI_ENTRY(napi_close_callback_scope);

/** Makes a function that other threads may call. `initial_thread_count` 1 to 128; a queue size of 0 has no limit. */
NAPI_EXTERN napi_status napi_create_threadsafe_function(napi_env env, napi_value func, napi_value async_resource,
                                                        napi_value async_resource_name, size_t max_queue_size,
                                                        size_t initial_thread_count, void* thread_finalize_data,
                                                        napi_finalize thread_finalize_cb, void* context,
                                                        napi_threadsafe_function_call_js call_js_cb,
                                                        napi_threadsafe_function* result)
    NAPI_ENTRY(napi_create_threadsafe_function);

/** Gives the context. Any thread. */
NAPI_EXTERN napi_status napi_get_threadsafe_function_context(napi_threadsafe_function func, void** result)
    NAPI_ENTRY(napi_get_threadsafe_function_context);

/** Queues a call. Any thread. napi_queue_full, napi_closing. */
NAPI_EXTERN napi_status napi_call_threadsafe_function(napi_threadsafe_function func, void* data,
                                                      napi_threadsafe_function_call_mode is_blocking)
    NAPI_ENTRY(napi_call_threadsafe_function);

/** Announces one more thread. Any thread. */
NAPI_EXTERN napi_status napi_acquire_threadsafe_function(napi_threadsafe_function func)
    NAPI_ENTRY(napi_acquire_threadsafe_function);

/** Says that a thread is done. Any thread. */
NAPI_EXTERN napi_status napi_release_threadsafe_function(napi_threadsafe_function func,
                                                         napi_threadsafe_function_release_mode mode)
    NAPI_ENTRY(napi_release_threadsafe_function);

/** Lets the event loop end in spite of the function. */
NAPI_EXTERN napi_status napi_unref_threadsafe_function(napi_env env, napi_threadsafe_function func)
    NAPI_ENTRY(napi_unref_threadsafe_function);

/** Keeps the event loop alive for the function. */
NAPI_EXTERN napi_status napi_ref_threadsafe_function(napi_env env, napi_threadsafe_function func)
    NAPI_ENTRY(napi_ref_threadsafe_function);

/* ---- Environment ---- */

/** Gives the highest Node-API version: 8. */
NAPI_EXTERN napi_status napi_get_version(napi_env env, uint32_t* result) NAPI_ENTRY(napi_get_version);

/** Does nothing on a device, and here. */
NAPI_EXTERN napi_status napi_get_node_version(napi_env env, const napi_node_version** version)
    NAPI_ENTRY(napi_get_node_version);

/** Gives the event loop of the env. */
NAPI_EXTERN napi_status napi_get_uv_event_loop(napi_env env, struct uv_loop_s** loop)
    NAPI_ENTRY(napi_get_uv_event_loop);

/** Runs `fun(arg)` when the env ends, last added first. A pair may be added once. */
NAPI_EXTERN napi_status napi_add_env_cleanup_hook(napi_env env, napi_cleanup_hook fun, void* arg)
    NAPI_ENTRY(napi_add_env_cleanup_hook);

/** Takes a hook back. */
NAPI_EXTERN napi_status napi_remove_env_cleanup_hook(napi_env env, napi_cleanup_hook fun, void* arg)
    NAPI_ENTRY(napi_remove_env_cleanup_hook);

/** Adds a hook that ends when its handle is removed; `remove_handle` may be NULL. */
NAPI_EXTERN napi_status napi_add_async_cleanup_hook(napi_env env, napi_async_cleanup_hook hook, void* arg,
                                                    napi_async_cleanup_hook_handle* remove_handle)
    NAPI_ENTRY(napi_add_async_cleanup_hook);

/** Takes an asynchronous hook back, or says that it is done. */
NAPI_EXTERN napi_status napi_remove_async_cleanup_hook(napi_async_cleanup_hook_handle remove_handle)
    NAPI_ENTRY(napi_remove_async_cleanup_hook);

/** Ties data to this instance of the module. */
NAPI_EXTERN napi_status napi_set_instance_data(napi_env env, void* data, napi_finalize finalize_cb, void* finalize_hint)
    NAPI_ENTRY(napi_set_instance_data);

/** Gives the data of this instance, NULL when none was set. */
NAPI_EXTERN napi_status napi_get_instance_data(napi_env env, void** data) NAPI_ENTRY(napi_get_instance_data);

/** Gives the file of the module as a URL. */
NAPI_EXTERN napi_status node_api_get_module_file_name(napi_env env, const char** result)
    NAPI_ENTRY(node_api_get_module_file_name);

/**
 * Declared by the device's headers too, but not exported by its library: a module that calls it does not load there and
 * does not link here.
 */
NAPI_EXTERN napi_status napi_adjust_external_memory(napi_env env, int64_t change_in_bytes, int64_t* adjusted_value)
    NAPI_ENTRY(napi_adjust_external_memory) __attribute__((deprecated("the device does not export it")));

/** Registers a module whose init function is `regfunc`, when its library is loaded. */
#define NAPI_MODULE_X(modname, regfunc, priv, flags)                                                             \
  EXTERN_C_START                                                                                                 \
  static napi_module napi_module_##modname = {NAPI_MODULE_VERSION,     flags, __FILE__, regfunc, #modname, priv, \
                                              {NULL, NULL, NULL, NULL}};                                         \
  __attribute__((constructor)) static void napi_register_##modname(void) {                                       \
    napi_module_register(&napi_module_##modname);                                                                \
  }                                                                                                              \
  EXTERN_C_END

/** The same without private data. */
#define NAPI_MODULE(modname, regfunc) NAPI_MODULE_X(modname, regfunc, NULL, 0)

#define NAPI_MODULE_EXPORT __attribute__((visibility("default")))

/** Name of the init function that NAPI_MODULE_INIT begins. */
#define NAPI_MODULE_INITIALIZER napi_register_module_v1

/**
 * Begins the init function of the module whose name the build gives in NODE_GYP_MODULE_NAME; its parameters are `env`
 * and `exports`.
 */
#define NAPI_MODULE_INIT()                                                                 \
  EXTERN_C_START                                                                           \
  NAPI_MODULE_EXPORT napi_value NAPI_MODULE_INITIALIZER(napi_env env, napi_value exports); \
  EXTERN_C_END                                                                             \
  NAPI_MODULE(NODE_GYP_MODULE_NAME, NAPI_MODULE_INITIALIZER)                               \
  napi_value NAPI_MODULE_INITIALIZER(napi_env env, napi_value exports)

#ifdef __cplusplus
}
#endif

#endif  // NODE_API_H_
