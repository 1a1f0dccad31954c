/**
 * Node-API as OpenHarmony ships it: the interface between native modules and ArkTS. Its values belong to the system's
 * engine and never mix with JSVM_Value.
 */
#ifndef NAPI_NATIVE_API_H_
#define NAPI_NATIVE_API_H_

#ifndef NAPI_VERSION
#define NAPI_VERSION 8
#endif

#ifndef NAPI_EXPERIMENTAL
#define NAPI_EXPERIMENTAL
#endif

#include "../arkhost/api_level.h"
#include "common.h"
#include "node_api.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Scripts and modules ---- */

/** Runs a script file; the path is absolute or relative to the working directory. @since 10 */
NAPI_EXTERN napi_status napi_run_script_path(napi_env env, const char* path, napi_value* result)
    NAPI_ENTRY(napi_run_script_path);

/**
 * Loads a module on the main thread and gives its exports: a system module, a library of the HAP or a file. @since 11
 */
NAPI_EXTERN napi_status napi_load_module(napi_env env, const char* path, napi_value* result)
    NAPI_ENTRY(napi_load_module) ARKHOST_SINCE_11;

/** Loads a module; `module_info` is bundleName/moduleName, NULL for a system module. @since 12 */
NAPI_EXTERN napi_status napi_load_module_with_info(napi_env env, const char* path, const char* module_info,
                                                   napi_value* result)
    NAPI_ENTRY(napi_load_module_with_info) ARKHOST_SINCE_12;

/* ---- Asynchronous work ---- */

/** Queues work with a quality of service, which is checked and has no effect here. @since 10 */
NAPI_EXTERN napi_status napi_queue_async_work_with_qos(napi_env env, napi_async_work work, napi_qos_t qos)
    NAPI_ENTRY(napi_queue_async_work_with_qos);

/** Queues a call by priority, at the tail or the head of its priority. Any thread. @since 12 */
NAPI_EXTERN napi_status napi_call_threadsafe_function_with_priority(napi_threadsafe_function func, void* data,
                                                                    napi_task_priority priority, bool isTail)
    NAPI_ENTRY(napi_call_threadsafe_function_with_priority) ARKHOST_SINCE_12;

/* ---- Objects in one call ---- */

/** Makes an object with properties. @since 11 */
NAPI_EXTERN napi_status napi_create_object_with_properties(napi_env env, napi_value* result, size_t property_count,
                                                           const napi_property_descriptor* properties)
    NAPI_ENTRY(napi_create_object_with_properties) ARKHOST_SINCE_11;

/** Makes an object of names and values. @since 11 */
NAPI_EXTERN napi_status napi_create_object_with_named_properties(napi_env env, napi_value* result,
                                                                 size_t property_count, const char** keys,
                                                                 const napi_value* values)
    NAPI_ENTRY(napi_create_object_with_named_properties) ARKHOST_SINCE_11;

/**
 * Lets an object pass to another thread: `detach_cb` runs when it is serialised, `attach_cb` makes the object on the
 * other side. @since 11
 */
NAPI_EXTERN napi_status napi_coerce_to_native_binding_object(napi_env env, napi_value js_object,
                                                             napi_native_binding_detach_callback detach_cb,
                                                             napi_native_binding_attach_callback attach_cb,
                                                             void* native_object, void* hint)
    NAPI_ENTRY(napi_coerce_to_native_binding_object) ARKHOST_SINCE_11;

/* ---- Runtimes, contexts and event loops ---- */

/** Makes a runtime on the calling thread, which must have none. At most 64 in a process. @since 12 */
NAPI_EXTERN napi_status napi_create_ark_runtime(napi_env* env) NAPI_ENTRY(napi_create_ark_runtime) ARKHOST_SINCE_12;

/** Ends the runtime of the calling thread. @since 12 */
NAPI_EXTERN napi_status napi_destroy_ark_runtime(napi_env* env) NAPI_ENTRY(napi_destroy_ark_runtime) ARKHOST_SINCE_12;

/** Runs the event loop of a runtime made by napi_create_ark_runtime. @since 12 */
NAPI_EXTERN napi_status napi_run_event_loop(napi_env env, napi_event_mode mode)
    NAPI_ENTRY(napi_run_event_loop) ARKHOST_SINCE_12;

/** Makes napi_run_event_loop return. @since 12 */
NAPI_EXTERN napi_status napi_stop_event_loop(napi_env env) NAPI_ENTRY(napi_stop_event_loop) ARKHOST_SINCE_12;

/** Makes a further context in the runtime of `env`, with globals of its own. @since 20 */
NAPI_EXTERN napi_status napi_create_ark_context(napi_env env, napi_env* newEnv)
    NAPI_ENTRY(napi_create_ark_context) ARKHOST_SINCE_20;

/** Makes the context of `env` the current one. @since 20 */
NAPI_EXTERN napi_status napi_switch_ark_context(napi_env env) NAPI_ENTRY(napi_switch_ark_context) ARKHOST_SINCE_20;

/** Ends a context made by napi_create_ark_context that is not the current one. @since 20 */
NAPI_EXTERN napi_status napi_destroy_ark_context(napi_env env) NAPI_ENTRY(napi_destroy_ark_context) ARKHOST_SINCE_20;

/* ---- Serialising ---- */

/**
 * Turns a value into data that another runtime of the process can read. The lists are arrays or undefined. @since 12
 */
NAPI_EXTERN napi_status napi_serialize(napi_env env, napi_value object, napi_value transfer_list, napi_value clone_list,
                                       void** result) NAPI_ENTRY(napi_serialize) ARKHOST_SINCE_12;

/** Makes a value of serialised data. @since 12 */
NAPI_EXTERN napi_status napi_deserialize(napi_env env, void* buffer, napi_value* object)
    NAPI_ENTRY(napi_deserialize) ARKHOST_SINCE_12;

/** Frees serialised data. @since 12 */
NAPI_EXTERN napi_status napi_delete_serialization_data(napi_env env, void* buffer)
    NAPI_ENTRY(napi_delete_serialization_data) ARKHOST_SINCE_12;

/* ---- Sendable objects ---- */

/** Makes a sendable class; `parent` may be NULL. Its instances are sealed. @since 12 */
NAPI_EXTERN napi_status napi_define_sendable_class(napi_env env, const char* utf8name, size_t length,
                                                   napi_callback constructor, void* data, size_t property_count,
                                                   const napi_property_descriptor* properties, napi_value parent,
                                                   napi_value* result)
    NAPI_ENTRY(napi_define_sendable_class) ARKHOST_SINCE_12;

/** Tells whether a value is sendable: primitives are, and objects made by the functions here. @since 12 */
NAPI_EXTERN napi_status napi_is_sendable(napi_env env, napi_value value, bool* result)
    NAPI_ENTRY(napi_is_sendable) ARKHOST_SINCE_12;

/** Makes a sealed sendable object. @since 12 */
NAPI_EXTERN napi_status napi_create_sendable_object_with_properties(napi_env env, size_t property_count,
                                                                    const napi_property_descriptor* properties,
                                                                    napi_value* result)
    NAPI_ENTRY(napi_create_sendable_object_with_properties) ARKHOST_SINCE_12;

/** Ties a native object to a sendable object; `finalize_cb` may be NULL. @since 12 */
NAPI_EXTERN napi_status napi_wrap_sendable(napi_env env, napi_value js_object, void* native_object,
                                           napi_finalize finalize_cb, void* finalize_hint)
    NAPI_ENTRY(napi_wrap_sendable) ARKHOST_SINCE_12;

/** As napi_wrap_sendable; the collector counts `native_binding_size` bytes. @since 12 */
NAPI_EXTERN napi_status napi_wrap_sendable_with_size(napi_env env, napi_value js_object, void* native_object,
                                                     napi_finalize finalize_cb, void* finalize_hint,
                                                     size_t native_binding_size)
    NAPI_ENTRY(napi_wrap_sendable_with_size) ARKHOST_SINCE_12;

/** Gives the native object. @since 12 */
NAPI_EXTERN napi_status napi_unwrap_sendable(napi_env env, napi_value js_object, void** result)
    NAPI_ENTRY(napi_unwrap_sendable) ARKHOST_SINCE_12;

/** Unties the native object; its finalizer does not run any more. @since 12 */
NAPI_EXTERN napi_status napi_remove_wrap_sendable(napi_env env, napi_value js_object, void** result)
    NAPI_ENTRY(napi_remove_wrap_sendable) ARKHOST_SINCE_12;

/** Makes an empty sendable array. @since 12 */
NAPI_EXTERN napi_status napi_create_sendable_array(napi_env env, napi_value* result)
    NAPI_ENTRY(napi_create_sendable_array) ARKHOST_SINCE_12;

/** Makes a sendable array. @since 12 */
NAPI_EXTERN napi_status napi_create_sendable_array_with_length(napi_env env, size_t length, napi_value* result)
    NAPI_ENTRY(napi_create_sendable_array_with_length) ARKHOST_SINCE_12;

/** Makes a sendable ArrayBuffer. @since 12 */
NAPI_EXTERN napi_status napi_create_sendable_arraybuffer(napi_env env, size_t byte_length, void** data,
                                                         napi_value* result)
    NAPI_ENTRY(napi_create_sendable_arraybuffer) ARKHOST_SINCE_12;

/** Makes a typed array over a sendable ArrayBuffer. @since 12 */
NAPI_EXTERN napi_status napi_create_sendable_typedarray(napi_env env, napi_typedarray_type type, size_t length,
                                                        napi_value arraybuffer, size_t byte_offset, napi_value* result)
    NAPI_ENTRY(napi_create_sendable_typedarray) ARKHOST_SINCE_12;

/* ---- Wraps and references ---- */

/** Ties a native object of `native_binding_size` bytes to a JS object. `result` may be NULL. @since 18 */
NAPI_EXTERN napi_status napi_wrap_enhance(napi_env env, napi_value js_object, void* native_object,
                                          napi_finalize finalize_cb, bool async_finalizer, void* finalize_hint,
                                          size_t native_binding_size, napi_ref* result)
    NAPI_ENTRY(napi_wrap_enhance) ARKHOST_SINCE_18;

/** Keeps a value alive. @since 21 */
NAPI_EXTERN napi_status napi_create_strong_reference(napi_env env, napi_value value, napi_strong_ref* result)
    NAPI_ENTRY(napi_create_strong_reference) ARKHOST_SINCE_21;

/** Lets the value go. @since 21 */
NAPI_EXTERN napi_status napi_delete_strong_reference(napi_env env, napi_strong_ref ref)
    NAPI_ENTRY(napi_delete_strong_reference) ARKHOST_SINCE_21;

/** Gives the value. @since 21 */
NAPI_EXTERN napi_status napi_get_strong_reference_value(napi_env env, napi_strong_ref ref, napi_value* result)
    NAPI_ENTRY(napi_get_strong_reference_value) ARKHOST_SINCE_21;

/** Keeps a sendable value alive. @since 22 */
NAPI_EXTERN napi_status napi_create_strong_sendable_reference(napi_env env, napi_value value, napi_sendable_ref* result)
    NAPI_ENTRY(napi_create_strong_sendable_reference) ARKHOST_SINCE_22;

/** Lets the value go. @since 22 */
NAPI_EXTERN napi_status napi_delete_strong_sendable_reference(napi_env env, napi_sendable_ref ref)
    NAPI_ENTRY(napi_delete_strong_sendable_reference) ARKHOST_SINCE_22;

/** Gives the value. @since 22 */
NAPI_EXTERN napi_status napi_get_strong_sendable_reference_value(napi_env env, napi_sendable_ref ref,
                                                                 napi_value* result)
    NAPI_ENTRY(napi_get_strong_sendable_reference_value) ARKHOST_SINCE_22;

/* ---- Strings ---- */

/** Opens a stretch in which string memory may be looked at. Only one may be open. @since 21 */
NAPI_EXTERN napi_status napi_open_critical_scope(napi_env env, napi_critical_scope* scope)
    NAPI_ENTRY(napi_open_critical_scope) ARKHOST_SINCE_21;

/** Closes it; buffers got inside end. @since 21 */
NAPI_EXTERN napi_status napi_close_critical_scope(napi_env env, napi_critical_scope scope)
    NAPI_ENTRY(napi_close_critical_scope) ARKHOST_SINCE_21;

/** Gives the UTF-16 units of a string without the caller copying. Only inside a critical scope. @since 21 */
NAPI_EXTERN napi_status napi_get_buffer_string_utf16_in_critical_scope(napi_env env, napi_value value,
                                                                       const char16_t** buffer, size_t* length)
    NAPI_ENTRY(napi_get_buffer_string_utf16_in_critical_scope) ARKHOST_SINCE_21;

/**
 * Makes a string over memory of the caller; `length` in units, or NAPI_AUTO_LENGTH. `finalize_callback` may be NULL.
 * @since 22
 */
NAPI_EXTERN napi_status napi_create_external_string_utf16(napi_env env, const char16_t* str, size_t length,
                                                          napi_finalize_callback finalize_callback, void* finalize_hint,
                                                          napi_value* result)
    NAPI_ENTRY(napi_create_external_string_utf16) ARKHOST_SINCE_22;

/**
 * Makes a string over ASCII memory of the caller; `length` in bytes, or NAPI_AUTO_LENGTH. `finalize_callback` may be
 * NULL. @since 22
 */
NAPI_EXTERN napi_status napi_create_external_string_ascii(napi_env env, const char* str, size_t length,
                                                          napi_finalize_callback finalize_callback, void* finalize_hint,
                                                          napi_value* result)
    NAPI_ENTRY(napi_create_external_string_ascii) ARKHOST_SINCE_22;

/* ---- Errors and diagnosis ---- */

/** Throws an Error whose `code` is a number. @since 23 */
NAPI_EXTERN napi_status napi_throw_business_error(napi_env env, int32_t errorCode, const char* msg)
    NAPI_ENTRY(napi_throw_business_error) ARKHOST_SINCE_23;

/** Makes a cache for one place that reads or writes properties. @since 24 */
NAPI_EXTERN napi_status napi_create_callsite_info(napi_env env, napi_callsite_info* result)
    NAPI_ENTRY(napi_create_callsite_info) ARKHOST_SINCE_24;

/** Frees the cache. @since 24 */
NAPI_EXTERN napi_status napi_delete_callsite_info(napi_env env, napi_callsite_info info)
    NAPI_ENTRY(napi_delete_callsite_info) ARKHOST_SINCE_24;

/** Gives object[key]; `hit` tells whether the cache served. @since 24 */
NAPI_EXTERN napi_status napi_get_property_with_callsite_info(napi_env env, napi_value object, napi_value key,
                                                             napi_callsite_info info, napi_value* result, bool* hit)
    NAPI_ENTRY(napi_get_property_with_callsite_info) ARKHOST_SINCE_24;

/** Sets object[key]; `hit` tells whether the cache served. @since 24 */
NAPI_EXTERN napi_status napi_set_property_with_callsite_info(napi_env env, napi_value object, napi_value key,
                                                             napi_value value, napi_callsite_info info, bool* hit)
    NAPI_ENTRY(napi_set_property_with_callsite_info) ARKHOST_SINCE_24;

/** Gives how many global handles the runtime holds. @since 26.1.0 */
NAPI_EXTERN napi_status napi_get_global_handle_count(napi_env env, size_t* count)
    NAPI_ENTRY(napi_get_global_handle_count) ARKHOST_SINCE_26;

#ifdef __cplusplus
}
#endif

#endif  // NAPI_NATIVE_API_H_
