// Thread-safe functions, with the priorities that OpenHarmony adds.
#include <array>
#include <deque>

#include "async_work.h"
#include "state.h"

namespace ace {
namespace {

constexpr size_t kMaxThreads = 128;

struct ThreadsafeFunction {
  napi_threadsafe_function node = nullptr;
  napi_threadsafe_function_call_js call_js;
  void* context;
  napi_finalize finalize;
  void* finalize_data;
  // What the module passed as the function, when it is none: the device does not mind.
  napi_ref other_value = nullptr;

  // Calls with a priority. Each has a ticket in Node's queue; a ticket serves the most urgent call there is.
  std::mutex mutex;
  std::array<std::deque<void*>, napi_priority_idle + 1> urgent;

  void* ticket() { return this; }
  void* TakeUrgent();
};

ThreadsafeFunction* FromHandle(napi_threadsafe_function function) {
  return reinterpret_cast<ThreadsafeFunction*>(function);
}

void* ThreadsafeFunction::TakeUrgent() {
  const std::lock_guard lock(mutex);
  for (auto& queue : urgent) {
    if (queue.empty()) continue;
    void* data = queue.front();
    queue.pop_front();
    return data;
  }
  return nullptr;
}

void CallJs(napi_env env, napi_value callback, void* context, void* data) {
  auto* function = static_cast<ThreadsafeFunction*>(context);
  if (data == function->ticket()) data = function->TakeUrgent();
  if (env == nullptr) {
    if (function->call_js != nullptr) function->call_js(nullptr, nullptr, function->context, data);
    return;
  }
  if (function->other_value != nullptr) node_napi_get_reference_value(env, function->other_value, &callback);
  v8::Isolate* home = StateOf(env).isolate;
  if (function->call_js != nullptr) {
    function->call_js(env, callback, function->context, data);
    ReturnHomeQuickly(home);
  } else if (callback != nullptr && IsFunction(callback)) {
    napi_value undefined = nullptr;
    node_napi_get_undefined(env, &undefined);
    node_napi_call_function(env, undefined, callback, 0, nullptr, nullptr);
  }
}

void Finalize(napi_env env, void* data, void*) {
  const std::unique_ptr<ThreadsafeFunction> function(static_cast<ThreadsafeFunction*>(data));
  if (function->other_value != nullptr) node_napi_delete_reference(env, function->other_value);
  if (function->finalize == nullptr) return;
  v8::Isolate* home = StateOf(env).isolate;
  function->finalize(env, function->finalize_data, function->context);
  ReturnHomeQuickly(home);
}

}  // namespace
}  // namespace ace

using ace::Entry;
using ace::FromHandle;

napi_status napi_create_threadsafe_function(napi_env env, napi_value func, napi_value, napi_value async_resource_name,
                                            size_t max_queue_size, size_t initial_thread_count,
                                            void* thread_finalize_data, napi_finalize thread_finalize_cb, void* context,
                                            napi_threadsafe_function_call_js call_js_cb,
                                            napi_threadsafe_function* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr || initial_thread_count == 0 || initial_thread_count > ace::kMaxThreads ||
      (func == nullptr && call_js_cb == nullptr)) {
    return entry.Result(napi_invalid_arg);
  }
  auto made = std::make_unique<ace::ThreadsafeFunction>();
  made->call_js = call_js_cb;
  made->context = context;
  made->finalize = thread_finalize_cb;
  made->finalize_data = thread_finalize_data;
  if (func != nullptr && !ace::IsFunction(func)) {
    const napi_status status = node_napi_create_reference(env, func, 1, &made->other_value);
    if (status != napi_ok) return entry.Settle(status);
    func = nullptr;
  }
  const napi_status status = node_napi_create_threadsafe_function(
      env, func, nullptr, ace::ResourceName(env, async_resource_name), max_queue_size, initial_thread_count, made.get(),
      ace::Finalize, made.get(), ace::CallJs, &made->node);
  if (status == napi_ok) {
    *result = reinterpret_cast<napi_threadsafe_function>(made.release());
  } else if (made->other_value != nullptr) {
    node_napi_delete_reference(env, made->other_value);
  }
  return entry.Settle(status);
}

// These may be called on any thread, so they touch no env.

napi_status napi_get_threadsafe_function_context(napi_threadsafe_function func, void** result) {
  if (func == nullptr || result == nullptr) return napi_invalid_arg;
  *result = FromHandle(func)->context;
  return napi_ok;
}

napi_status napi_call_threadsafe_function(napi_threadsafe_function func, void* data,
                                          napi_threadsafe_function_call_mode is_blocking) {
  if (func == nullptr) return napi_invalid_arg;
  return node_napi_call_threadsafe_function(FromHandle(func)->node, data, is_blocking);
}

napi_status napi_call_threadsafe_function_with_priority(napi_threadsafe_function func, void* data,
                                                        napi_task_priority priority, bool isTail) {
  const int level = priority;
  if (func == nullptr || level < napi_priority_immediate || level > napi_priority_idle) return napi_invalid_arg;
  ace::ThreadsafeFunction& function = *FromHandle(func);
  // The ticket is queued under the lock, so that it finds its call when it comes up at once.
  const std::lock_guard lock(function.mutex);
  const napi_status status =
      node_napi_call_threadsafe_function(function.node, function.ticket(), napi_tsfn_nonblocking);
  if (status != napi_ok) return status;
  auto& queue = function.urgent[static_cast<size_t>(level)];
  if (isTail) {
    queue.push_back(data);
  } else {
    queue.push_front(data);
  }
  return napi_ok;
}

napi_status napi_acquire_threadsafe_function(napi_threadsafe_function func) {
  if (func == nullptr) return napi_invalid_arg;
  return node_napi_acquire_threadsafe_function(FromHandle(func)->node);
}

napi_status napi_release_threadsafe_function(napi_threadsafe_function func,
                                             napi_threadsafe_function_release_mode mode) {
  if (func == nullptr) return napi_invalid_arg;
  return node_napi_release_threadsafe_function(FromHandle(func)->node, mode);
}

napi_status napi_unref_threadsafe_function(napi_env env, napi_threadsafe_function func) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (func == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_unref_threadsafe_function(env, FromHandle(func)->node));
}

napi_status napi_ref_threadsafe_function(napi_env env, napi_threadsafe_function func) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (func == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_ref_threadsafe_function(env, FromHandle(func)->node));
}
