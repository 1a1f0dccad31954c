// Objects with all of their properties, scripts from files, and modules by name.
#include <fstream>
#include <sstream>

#include "registration.h"

using ace::Entry;

napi_status napi_create_object_with_properties(napi_env env, napi_value* result, size_t property_count,
                                               const napi_property_descriptor* properties) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr || (property_count > 0 && properties == nullptr)) return entry.Result(napi_invalid_arg);
  napi_value object = nullptr;
  napi_status status = node_napi_create_object(env, &object);
  if (status != napi_ok) return entry.Settle(status);
  status = napi_define_properties(env, object, property_count, properties);
  if (status == napi_ok) *result = object;
  return status;
}

napi_status napi_create_object_with_named_properties(napi_env env, napi_value* result, size_t property_count,
                                                     const char** keys, const napi_value* values) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr || (property_count > 0 && (keys == nullptr || values == nullptr))) {
    return entry.Result(napi_invalid_arg);
  }
  for (size_t i = 0; i < property_count; ++i) {
    if (keys[i] == nullptr || values[i] == nullptr) return entry.Result(napi_invalid_arg);
  }
  napi_value object = nullptr;
  napi_status status = node_napi_create_object(env, &object);
  for (size_t i = 0; status == napi_ok && i < property_count; ++i) {
    status = node_napi_set_named_property(env, object, keys[i], values[i]);
  }
  if (status == napi_ok) *result = object;
  return entry.Settle(status);
}

napi_status napi_run_script_path(napi_env env, const char* path, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (path == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return entry.Result(napi_generic_failure);
  v8::Isolate* isolate = entry.isolate();
  v8::EscapableHandleScope scope(isolate);
  const v8::Local<v8::Context> context = entry.context();
  const v8::Context::Scope context_scope(context);
  const v8::TryCatch attempt(isolate);
  v8::ScriptOrigin origin(ace::ToString(isolate, path));
  v8::Local<v8::Script> script;
  v8::Local<v8::Value> value;
  if (!v8::Script::Compile(context, ace::ToString(isolate, text.str()), &origin).ToLocal(&script) ||
      !script->Run(context).ToLocal(&value)) {
    return entry.Thrown(attempt);
  }
  *result = ace::FromLocal(scope.Escape(value));
  return entry.Settle(napi_ok);
}

namespace ace {
namespace {

// A thread without a loader of the host still knows the libraries that were loaded before.
napi_status LoadWithoutHost(const Entry& entry, const char* path, napi_value* result) {
  const std::string library = RegisteredPath(path);
  if (library.empty()) return entry.Result(napi_generic_failure);
  v8::Isolate* isolate = entry.isolate();
  v8::EscapableHandleScope scope(isolate);
  const v8::Context::Scope context_scope(entry.context());
  const v8::TryCatch attempt(isolate);
  v8::Local<v8::Value> exports;
  if (!LoadLibrary(isolate, library).ToLocal(&exports)) return entry.Thrown(attempt);
  *result = FromLocal(scope.Escape(exports));
  return entry.Settle(napi_ok);
}

// A runtime that native code made gets its loader when it loads the first module: few load any, and it costs time.
napi_status StartLoader(const Entry& entry, ThreadState& thread) {
  if (thread.runtime_start.IsEmpty()) return napi_ok;
  const v8::HandleScope scope(thread.isolate);
  const v8::Local<v8::Context> context = entry.context();
  const v8::Context::Scope context_scope(context);
  const v8::TryCatch attempt(thread.isolate);
  const v8::Local<v8::Function> start = thread.runtime_start.Get(thread.isolate);
  thread.runtime_start.Reset();
  if (start->Call(context, v8::Undefined(thread.isolate), 0, nullptr).IsEmpty()) return entry.Thrown(attempt);
  return napi_ok;
}

napi_status LoadModule(napi_env env, const char* path, const char* info, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (path == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  ThreadState& thread = *thread_cache.thread;
  if (const napi_status status = StartLoader(entry, thread); status != napi_ok) return status;
  if (thread.module_loader.IsEmpty()) return LoadWithoutHost(entry, path, result);
  napi_value arguments[2] = {};
  napi_value undefined = nullptr;
  node_napi_get_undefined(env, &undefined);
  napi_status status = node_napi_create_string_utf8(env, path, NAPI_AUTO_LENGTH, &arguments[0]);
  if (info == nullptr) {
    arguments[1] = undefined;
  } else if (status == napi_ok) {
    status = node_napi_create_string_utf8(env, info, NAPI_AUTO_LENGTH, &arguments[1]);
  }
  if (status == napi_ok) {
    const napi_value loader = FromLocal(thread.module_loader.Get(thread.isolate));
    status = node_napi_call_function(env, undefined, loader, 2, arguments, result);
  }
  return entry.Settle(status);
}

}  // namespace
}  // namespace ace

napi_status napi_load_module(napi_env env, const char* path, napi_value* result) {
  return ace::LoadModule(env, path, nullptr, result);
}

napi_status napi_load_module_with_info(napi_env env, const char* path, const char* module_info, napi_value* result) {
  return ace::LoadModule(env, path, module_info, result);
}
