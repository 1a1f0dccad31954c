/** Types of Node-API (version 8), laid out as on the device. */
#ifndef NODE_API_TYPES_H_
#define NODE_API_TYPES_H_

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef __cplusplus
#include <uchar.h>
#endif

#ifndef NAPI_EXTERN
#define NAPI_EXTERN __attribute__((visibility("default")))
#endif
#ifndef NAPI_CDECL
#define NAPI_CDECL
#endif
#define NAPI_NO_RETURN __attribute__((noreturn))

/*
 * Binds a function to its entry point in libace_napi.z.so. A build that says __MUSL__ is one for the device's
 * libraries, which have the plain names.
 */
#ifdef __MUSL__
#define NAPI_ENTRY(name)
#else
#define NAPI_ENTRY(name) __asm__("arkhost_" #name)
#endif

/** Stands for the length of a text that ends with NUL. */
#define NAPI_AUTO_LENGTH SIZE_MAX
#define NAPI_MODULE_VERSION 1

#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif

typedef struct napi_env__* napi_env;
typedef struct napi_value__* napi_value;
typedef struct napi_ref__* napi_ref;
typedef struct napi_handle_scope__* napi_handle_scope;
typedef struct napi_escapable_handle_scope__* napi_escapable_handle_scope;
typedef struct napi_callback_info__* napi_callback_info;
typedef struct napi_deferred__* napi_deferred;
typedef struct napi_callback_scope__* napi_callback_scope;
typedef struct napi_async_context__* napi_async_context;
typedef struct napi_async_work__* napi_async_work;
typedef struct napi_threadsafe_function__* napi_threadsafe_function;
typedef struct napi_async_cleanup_hook_handle__* napi_async_cleanup_hook_handle;

/** What a call came to. */
typedef enum {
  napi_ok = 0,
  napi_invalid_arg = 1,
  napi_object_expected = 2,
  napi_string_expected = 3,
  napi_name_expected = 4,
  napi_function_expected = 5,
  napi_number_expected = 6,
  napi_boolean_expected = 7,
  napi_array_expected = 8,
  napi_generic_failure = 9,
  napi_pending_exception = 10,
  napi_cancelled = 11,
  napi_escape_called_twice = 12,
  napi_handle_scope_mismatch = 13,
  napi_callback_scope_mismatch = 14,
  napi_queue_full = 15,
  napi_closing = 16,
  napi_bigint_expected = 17,
  napi_date_expected = 18,
  napi_arraybuffer_expected = 19,
  napi_detachable_arraybuffer_expected = 20,
  napi_would_deadlock = 21,
  /* From here on the device's numbers mean other things than Node's. */
  napi_create_ark_runtime_too_many_envs = 22,
  napi_create_ark_runtime_only_one_env_per_thread = 23,
  napi_destroy_ark_runtime_env_not_exist = 24,
} napi_status;

typedef enum {
  napi_undefined,
  napi_null,
  napi_boolean,
  napi_number,
  napi_string,
  napi_symbol,
  napi_object,
  napi_function,
  napi_external,
  napi_bigint,
} napi_valuetype;

typedef enum {
  napi_int8_array,
  napi_uint8_array,
  napi_uint8_clamped_array,
  napi_int16_array,
  napi_uint16_array,
  napi_int32_array,
  napi_uint32_array,
  napi_float32_array,
  napi_float64_array,
  napi_bigint64_array,
  napi_biguint64_array,
} napi_typedarray_type;

/** What JS may do with a property. */
typedef enum {
  napi_default = 0,
  napi_writable = 1 << 0,
  napi_enumerable = 1 << 1,
  napi_configurable = 1 << 2,
  /** A member of the class itself; only napi_define_class reads it. */
  napi_static = 1 << 10,
  napi_default_method = napi_writable | napi_configurable,
  napi_default_jsproperty = napi_writable | napi_enumerable | napi_configurable,
} napi_property_attributes;

typedef enum {
  napi_key_include_prototypes,
  napi_key_own_only,
} napi_key_collection_mode;

typedef enum {
  napi_key_all_properties = 0,
  napi_key_writable = 1,
  napi_key_enumerable = 1 << 1,
  napi_key_configurable = 1 << 2,
  napi_key_skip_strings = 1 << 3,
  napi_key_skip_symbols = 1 << 4,
} napi_key_filter;

typedef enum {
  napi_key_keep_numbers,
  napi_key_numbers_to_strings,
} napi_key_conversion;

typedef enum {
  napi_tsfn_release,
  napi_tsfn_abort,
} napi_threadsafe_function_release_mode;

typedef enum {
  napi_tsfn_nonblocking,
  napi_tsfn_blocking,
} napi_threadsafe_function_call_mode;

/** A native function that JS calls. It returns a value, or NULL for undefined. */
typedef napi_value (*napi_callback)(napi_env env, napi_callback_info info);
/** Runs once when the data's owner is gone. */
typedef void (*napi_finalize)(napi_env env, void* finalize_data, void* finalize_hint);
typedef void (*napi_cleanup_hook)(void* arg);
typedef void (*napi_async_cleanup_hook)(napi_async_cleanup_hook_handle handle, void* data);
/** Runs on a pool thread and must not touch JS. */
typedef void (*napi_async_execute_callback)(napi_env env, void* data);
typedef void (*napi_async_complete_callback)(napi_env env, napi_status status, void* data);
/** Runs on the thread of the env; env and js_callback are NULL when the env is going away. */
typedef void (*napi_threadsafe_function_call_js)(napi_env env, napi_value js_callback, void* context, void* data);

/** One property: a value, a method, or a getter and setter. Either utf8name or name is set. */
typedef struct {
  const char* utf8name;
  napi_value name;

  napi_callback method;
  napi_callback getter;
  napi_callback setter;
  napi_value value;

  napi_property_attributes attributes;
  void* data;
} napi_property_descriptor;

typedef struct {
  const char* error_message;
  void* engine_reserved;
  uint32_t engine_error_code;
  napi_status error_code;
} napi_extended_error_info;

typedef struct {
  uint64_t lower;
  uint64_t upper;
} napi_type_tag;

typedef struct {
  uint32_t major;
  uint32_t minor;
  uint32_t patch;
  const char* release;
} napi_node_version;

/** Fills and returns the exports of a module. */
typedef napi_value (*napi_addon_register_func)(napi_env env, napi_value exports);

/** What napi_module_register takes. nm_version is 1, nm_modname the library's name without `lib` and `.so`. */
typedef struct napi_module {
  int nm_version;
  unsigned int nm_flags;
  const char* nm_filename;
  napi_addon_register_func nm_register_func;
  const char* nm_modname;
  void* nm_priv;
  void* reserved[4];
} napi_module;

struct uv_loop_s;

#endif  // NODE_API_TYPES_H_
