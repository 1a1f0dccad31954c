// Node-API: the rest, and what OpenHarmony adds.
#include "sweep.h"

using tests::Fixture;
using tests::Sweep;

NAPI_TEST(null_arguments, runtime) {
  Fixture f(env);
  Sweep("napi_detach_arraybuffer", napi_detach_arraybuffer, "xx", f.env, f.buffer);
  Sweep("napi_is_detached_arraybuffer", napi_is_detached_arraybuffer, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_is_typedarray", napi_is_typedarray, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_create_typedarray", napi_create_typedarray, "x--x-x", f.env, napi_typedarray_type{}, size_t{1}, f.buffer,
        size_t{0}, f.Any<napi_value*>());
  Sweep("napi_get_typedarray_info", napi_get_typedarray_info, "xx-----", f.env, f.bytes, f.Any<napi_typedarray_type*>(),
        f.Any<size_t*>(), f.Any<void**>(), f.Any<napi_value*>(), f.Any<size_t*>());
  Sweep("napi_create_dataview", napi_create_dataview, "x-x-x", f.env, size_t{1}, f.buffer, size_t{0},
        f.Any<napi_value*>());
  Sweep("napi_is_dataview", napi_is_dataview, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_get_dataview_info", napi_get_dataview_info, "xx----", f.env, f.view, f.Any<size_t*>(), f.Any<void**>(),
        f.Any<napi_value*>(), f.Any<size_t*>());
  Sweep("napi_create_buffer", napi_create_buffer, "x--x", f.env, size_t{1}, f.Any<void**>(), f.Any<napi_value*>());
  Sweep("napi_create_external_buffer", napi_create_external_buffer, "x----x", f.env, size_t{1}, f.Any<void*>(),
        f.Any<napi_finalize>(), f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_create_buffer_copy", napi_create_buffer_copy, "x-x-x", f.env, size_t{1}, f.Any<const void*>(),
        f.Any<void**>(), f.Any<napi_value*>());
  Sweep("napi_is_buffer", napi_is_buffer, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_get_buffer_info", napi_get_buffer_info, "xx--", f.env, f.bytes, f.Any<void**>(), f.Any<size_t*>());
  Sweep("napi_create_promise", napi_create_promise, "xxx", f.env, f.Any<napi_deferred*>(), f.Any<napi_value*>());
  Sweep("napi_resolve_deferred", napi_resolve_deferred, "xxx", f.env, f.Any<napi_deferred>(), f.object);
  Sweep("napi_reject_deferred", napi_reject_deferred, "xxx", f.env, f.Any<napi_deferred>(), f.object);
  Sweep("napi_run_script", napi_run_script, "xxx", f.env, f.text, f.Any<napi_value*>());
  Sweep("napi_create_async_work", napi_create_async_work, "x--x--x", f.env, f.object, f.text,
        f.Any<napi_async_execute_callback>(), f.Any<napi_async_complete_callback>(), f.Any<void*>(),
        f.Any<napi_async_work*>());
  Sweep("napi_delete_async_work", napi_delete_async_work, "xx", f.env, f.Any<napi_async_work>());
  Sweep("napi_queue_async_work", napi_queue_async_work, "xx", f.env, f.Any<napi_async_work>());
  Sweep("napi_cancel_async_work", napi_cancel_async_work, "xx", f.env, f.Any<napi_async_work>());
  Sweep("napi_async_init", napi_async_init, "x--x", f.env, f.object, f.text, f.Any<napi_async_context*>());
  Sweep("napi_async_destroy", napi_async_destroy, "xx", f.env, f.Any<napi_async_context>());
  Sweep("napi_make_callback", napi_make_callback, "x-xx---", f.env, f.Any<napi_async_context>(), f.object, f.function,
        size_t{0}, f.Any<const napi_value*>(), f.Any<napi_value*>());
  Sweep("napi_open_callback_scope", napi_open_callback_scope, "x--x", f.env, f.object, f.Any<napi_async_context>(),
        f.Any<napi_callback_scope*>());
  Sweep("napi_close_callback_scope", napi_close_callback_scope, "xx", f.env, f.Any<napi_callback_scope>());
  Sweep("napi_create_threadsafe_function", napi_create_threadsafe_function, "x---------x", f.env, f.function, f.object,
        f.text, size_t{0}, size_t{1}, f.Any<void*>(), f.Any<napi_finalize>(), f.Any<void*>(),
        f.Any<napi_threadsafe_function_call_js>(), f.Any<napi_threadsafe_function*>());
  Sweep("napi_get_threadsafe_function_context", napi_get_threadsafe_function_context, "xx",
        f.Any<napi_threadsafe_function>(), f.Any<void**>());
  Sweep("napi_call_threadsafe_function", napi_call_threadsafe_function, "x--", f.Any<napi_threadsafe_function>(),
        f.Any<void*>(), napi_threadsafe_function_call_mode{});
  Sweep("napi_acquire_threadsafe_function", napi_acquire_threadsafe_function, "x", f.Any<napi_threadsafe_function>());
  Sweep("napi_release_threadsafe_function", napi_release_threadsafe_function, "x-", f.Any<napi_threadsafe_function>(),
        napi_threadsafe_function_release_mode{});
  Sweep("napi_unref_threadsafe_function", napi_unref_threadsafe_function, "xx", f.env,
        f.Any<napi_threadsafe_function>());
  Sweep("napi_ref_threadsafe_function", napi_ref_threadsafe_function, "xx", f.env, f.Any<napi_threadsafe_function>());
  Sweep("napi_get_version", napi_get_version, "xx", f.env, f.Any<uint32_t*>());
  Sweep("napi_get_node_version", napi_get_node_version, "xx", f.env, f.Any<const napi_node_version**>());
  Sweep("napi_get_uv_event_loop", napi_get_uv_event_loop, "xx", f.env, f.Any<struct uv_loop_s**>());
  Sweep("napi_add_env_cleanup_hook", napi_add_env_cleanup_hook, "xx-", f.env, f.Any<napi_cleanup_hook>(),
        f.Any<void*>());
  Sweep("napi_remove_env_cleanup_hook", napi_remove_env_cleanup_hook, "xx-", f.env, f.Any<napi_cleanup_hook>(),
        f.Any<void*>());
  Sweep("napi_add_async_cleanup_hook", napi_add_async_cleanup_hook, "xx--", f.env, f.Any<napi_async_cleanup_hook>(),
        f.Any<void*>(), f.Any<napi_async_cleanup_hook_handle*>());
  Sweep("napi_remove_async_cleanup_hook", napi_remove_async_cleanup_hook, "x", f.Any<napi_async_cleanup_hook_handle>());
  Sweep("napi_set_instance_data", napi_set_instance_data, "x---", f.env, f.Any<void*>(), f.Any<napi_finalize>(),
        f.Any<void*>());
  Sweep("napi_get_instance_data", napi_get_instance_data, "xx", f.env, f.Any<void**>());
  Sweep("node_api_get_module_file_name", node_api_get_module_file_name, "xx", f.env, f.Any<const char**>());
  Sweep("napi_run_script_path", napi_run_script_path, "xxx", f.env, f.Any<const char*>(), f.Any<napi_value*>());
  Sweep("napi_load_module", napi_load_module, "xxx", f.env, f.Any<const char*>(), f.Any<napi_value*>());
}

NAPI_TEST(null_arguments, additions) {
  Fixture f(env);
  Sweep("napi_load_module_with_info", napi_load_module_with_info, "xx-x", f.env, f.Any<const char*>(),
        f.Any<const char*>(), f.Any<napi_value*>());
  Sweep("napi_queue_async_work_with_qos", napi_queue_async_work_with_qos, "xx-", f.env, f.Any<napi_async_work>(),
        napi_qos_t{});
  Sweep("napi_call_threadsafe_function_with_priority", napi_call_threadsafe_function_with_priority, "x---",
        f.Any<napi_threadsafe_function>(), f.Any<void*>(), napi_task_priority{}, false);
  Sweep("napi_create_object_with_properties", napi_create_object_with_properties, "xx--", f.env, f.Any<napi_value*>(),
        size_t{0}, f.Any<const napi_property_descriptor*>());
  Sweep("napi_create_object_with_named_properties", napi_create_object_with_named_properties, "xx---", f.env,
        f.Any<napi_value*>(), size_t{0}, f.Any<const char**>(), f.Any<const napi_value*>());
  Sweep("napi_coerce_to_native_binding_object", napi_coerce_to_native_binding_object, "xxxxx-", f.env, f.object,
        f.Any<napi_native_binding_detach_callback>(), f.Any<napi_native_binding_attach_callback>(), f.Any<void*>(),
        f.Any<void*>());
  Sweep("napi_create_ark_runtime", napi_create_ark_runtime, "x", f.Any<napi_env*>());
  Sweep("napi_destroy_ark_runtime", napi_destroy_ark_runtime, "x", f.Any<napi_env*>());
  Sweep("napi_run_event_loop", napi_run_event_loop, "x-", f.env, napi_event_mode{});
  Sweep("napi_stop_event_loop", napi_stop_event_loop, "x", f.env);
  Sweep("napi_create_ark_context", napi_create_ark_context, "xx", f.env, f.Any<napi_env*>());
  Sweep("napi_switch_ark_context", napi_switch_ark_context, "x", f.env);
  Sweep("napi_destroy_ark_context", napi_destroy_ark_context, "x", f.env);
  Sweep("napi_serialize", napi_serialize, "xx--x", f.env, f.object, f.object, f.object, f.Any<void**>());
  Sweep("napi_deserialize", napi_deserialize, "xxx", f.env, f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_delete_serialization_data", napi_delete_serialization_data, "xx", f.env, f.Any<void*>());
  Sweep("napi_define_sendable_class", napi_define_sendable_class, "xx-x----x", f.env, f.Any<const char*>(), size_t{1},
        f.Any<napi_callback>(), f.Any<void*>(), size_t{0}, f.Any<const napi_property_descriptor*>(), nullptr,
        f.Any<napi_value*>());
  Sweep("napi_is_sendable", napi_is_sendable, "xxx", f.env, f.object, f.Any<bool*>());
  Sweep("napi_create_sendable_object_with_properties", napi_create_sendable_object_with_properties, "x--x", f.env,
        size_t{0}, f.Any<const napi_property_descriptor*>(), f.Any<napi_value*>());
  Sweep("napi_wrap_sendable", napi_wrap_sendable, "xxx--", f.env, f.object, f.Any<void*>(), f.Any<napi_finalize>(),
        f.Any<void*>());
  Sweep("napi_wrap_sendable_with_size", napi_wrap_sendable_with_size, "xxx---", f.env, f.object, f.Any<void*>(),
        f.Any<napi_finalize>(), f.Any<void*>(), size_t{1});
  Sweep("napi_unwrap_sendable", napi_unwrap_sendable, "xxx", f.env, f.object, f.Any<void**>());
  Sweep("napi_remove_wrap_sendable", napi_remove_wrap_sendable, "xxx", f.env, f.object, f.Any<void**>());
  Sweep("napi_create_sendable_array", napi_create_sendable_array, "xx", f.env, f.Any<napi_value*>());
  Sweep("napi_create_sendable_array_with_length", napi_create_sendable_array_with_length, "x-x", f.env, size_t{1},
        f.Any<napi_value*>());
  Sweep("napi_create_sendable_arraybuffer", napi_create_sendable_arraybuffer, "x--x", f.env, size_t{1}, f.Any<void**>(),
        f.Any<napi_value*>());
  Sweep("napi_create_sendable_typedarray", napi_create_sendable_typedarray, "x--x-x", f.env, napi_typedarray_type{},
        size_t{1}, f.buffer, size_t{0}, f.Any<napi_value*>());
  Sweep("napi_wrap_enhance", napi_wrap_enhance, "xxx-----", f.env, f.object, f.Any<void*>(), f.Any<napi_finalize>(),
        false, f.Any<void*>(), size_t{1}, f.Any<napi_ref*>());
  Sweep("napi_create_strong_reference", napi_create_strong_reference, "xxx", f.env, f.object,
        f.Any<napi_strong_ref*>());
  Sweep("napi_delete_strong_reference", napi_delete_strong_reference, "xx", f.env, f.Any<napi_strong_ref>());
  Sweep("napi_get_strong_reference_value", napi_get_strong_reference_value, "xxx", f.env, f.Any<napi_strong_ref>(),
        f.Any<napi_value*>());
  Sweep("napi_create_strong_sendable_reference", napi_create_strong_sendable_reference, "xxx", f.env, f.object,
        f.Any<napi_sendable_ref*>());
  Sweep("napi_delete_strong_sendable_reference", napi_delete_strong_sendable_reference, "xx", f.env,
        f.Any<napi_sendable_ref>());
  Sweep("napi_get_strong_sendable_reference_value", napi_get_strong_sendable_reference_value, "xxx", f.env,
        f.Any<napi_sendable_ref>(), f.Any<napi_value*>());
  Sweep("napi_open_critical_scope", napi_open_critical_scope, "xx", f.env, f.Any<napi_critical_scope*>());
  Sweep("napi_close_critical_scope", napi_close_critical_scope, "xx", f.env, f.Any<napi_critical_scope>());
  Sweep("napi_get_buffer_string_utf16_in_critical_scope", napi_get_buffer_string_utf16_in_critical_scope, "xxxx", f.env,
        f.text, f.Any<const char16_t**>(), f.Any<size_t*>());
  Sweep("napi_create_external_string_utf16", napi_create_external_string_utf16, "xx---x", f.env,
        f.Any<const char16_t*>(), size_t{1}, f.Any<napi_finalize_callback>(), f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_create_external_string_ascii", napi_create_external_string_ascii, "xx---x", f.env, f.Any<const char*>(),
        size_t{1}, f.Any<napi_finalize_callback>(), f.Any<void*>(), f.Any<napi_value*>());
  Sweep("napi_throw_business_error", napi_throw_business_error, "x-x", f.env, int32_t{0}, f.Any<const char*>());
  Sweep("napi_create_callsite_info", napi_create_callsite_info, "xx", f.env, f.Any<napi_callsite_info*>());
  Sweep("napi_delete_callsite_info", napi_delete_callsite_info, "xx", f.env, f.Any<napi_callsite_info>());
  Sweep("napi_get_property_with_callsite_info", napi_get_property_with_callsite_info, "xxxxxx", f.env, f.object, f.text,
        f.Any<napi_callsite_info>(), f.Any<napi_value*>(), f.Any<bool*>());
  Sweep("napi_set_property_with_callsite_info", napi_set_property_with_callsite_info, "xxxxxx", f.env, f.object, f.text,
        f.object, f.Any<napi_callsite_info>(), f.Any<bool*>());
  Sweep("napi_get_global_handle_count", napi_get_global_handle_count, "xx", f.env, f.Any<size_t*>());
}
