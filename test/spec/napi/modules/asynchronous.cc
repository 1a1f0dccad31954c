// Functions that need the event loop to go on between calls.
#include <unistd.h>

#include <thread>

#include "harness.h"

namespace {

using tests::Number;
using tests::Text;

struct Work {
  napi_async_work work;
  napi_deferred deferred;
  int result;
  bool on_other_thread;
  pid_t thread;
};

void Execute(napi_env, void* data) {
  auto* work = static_cast<Work*>(data);
  work->on_other_thread = gettid() != work->thread;
  work->result = 6 * 7;
}

void Complete(napi_env env, napi_status status, void* data) {
  auto* work = static_cast<Work*>(data);
  napi_value result = nullptr;
  napi_create_object(env, &result);
  napi_value other = nullptr;
  napi_get_boolean(env, work->on_other_thread, &other);
  napi_set_named_property(env, result, "status", Number(env, status));
  napi_set_named_property(env, result, "result", Number(env, work->result));
  napi_set_named_property(env, result, "onOtherThread", other);
  napi_resolve_deferred(env, work->deferred, result);
  napi_delete_async_work(env, work->work);
  delete work;
}

// work(qos): a promise of what asynchronous work did.
napi_value StartWork(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  int32_t qos = 0;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  napi_get_value_int32(env, argument, &qos);
  auto* work = new Work{nullptr, nullptr, 0, false, gettid()};
  napi_value promise = nullptr;
  napi_create_promise(env, &work->deferred, &promise);
  // Neither resource nor name: the device ignores them.
  napi_create_async_work(env, nullptr, nullptr, Execute, Complete, work, &work->work);
  if (napi_queue_async_work_with_qos(env, work->work, static_cast<napi_qos_t>(qos)) != napi_ok) {
    napi_delete_async_work(env, work->work);
    napi_reject_deferred(env, work->deferred, Text(env, "refused"));
    delete work;
  }
  return promise;
}

// priorities(callback): calls callback with numbers queued from another thread; the urgent ones first.
napi_value Priorities(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value callback = nullptr;
  napi_get_cb_info(env, info, &argc, &callback, nullptr, nullptr);
  napi_threadsafe_function function = nullptr;
  CHECK_OK(napi_create_threadsafe_function(
      env, callback, nullptr, nullptr, 0, 1, nullptr, nullptr, nullptr,
      [](napi_env inner, napi_value js, void*, void* data) {
        if (inner == nullptr) return;
        const napi_value argument = Number(inner, static_cast<double>(reinterpret_cast<intptr_t>(data)));
        napi_call_function(inner, nullptr, js, 1, &argument, nullptr);
      },
      &function));
  std::thread([function] {
    const auto call = [function](intptr_t number, napi_task_priority priority, bool tail) {
      CHECK_OK(napi_call_threadsafe_function_with_priority(function, reinterpret_cast<void*>(number), priority, tail));
    };
    call(4, napi_priority_idle, true);
    call(2, napi_priority_high, true);
    call(1, napi_priority_immediate, true);
    call(3, napi_priority_high, true);
    call(0, napi_priority_immediate, false);
    CHECK_OK(napi_release_threadsafe_function(function, napi_tsfn_release));
  }).join();
  return nullptr;
}

// plainCalls(callback): a thread-safe function without a call_js callback calls it without arguments.
napi_value PlainCall(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value callback = nullptr;
  napi_get_cb_info(env, info, &argc, &callback, nullptr, nullptr);
  napi_threadsafe_function function = nullptr;
  CHECK_OK(napi_create_threadsafe_function(env, callback, nullptr, nullptr, 0, 128, nullptr, nullptr, nullptr, nullptr,
                                           &function));
  std::thread([function] {
    CHECK_OK(napi_call_threadsafe_function(function, nullptr, napi_tsfn_blocking));
    for (int i = 0; i < 128; ++i) CHECK_OK(napi_release_threadsafe_function(function, napi_tsfn_release));
  }).join();
  return nullptr;
}

// finalizerThrows(object): an exception in the finalizer of a collected object.
napi_value FinalizerThrows(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value object = nullptr;
  napi_get_cb_info(env, info, &argc, &object, nullptr, nullptr);
  static int data = 0;
  CHECK_OK(napi_add_finalizer(
      env, object, &data,
      [](napi_env inner, void*, void*) { napi_throw_error(inner, nullptr, "thrown by a finalizer"); }, nullptr,
      nullptr));
  return nullptr;
}

// cleanup(path): writes letters to the file when the env ends.
napi_value Cleanup(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  static std::string path;
  path = tests::Str(env, argument);
  const auto hook = [](void* text) {
    FILE* file = fopen(path.c_str(), "ae");
    fputs(static_cast<const char*>(text), file);
    fclose(file);
  };
  static char first[] = "first;";
  static char second[] = "second;";
  static char removed[] = "removed;";
  CHECK_OK(napi_add_env_cleanup_hook(env, hook, first));
  CHECK_OK(napi_add_env_cleanup_hook(env, hook, removed));
  CHECK_OK(napi_add_env_cleanup_hook(env, hook, second));
  CHECK_STATUS(napi_add_env_cleanup_hook(env, hook, second), napi_invalid_arg);
  CHECK_OK(napi_remove_env_cleanup_hook(env, hook, removed));
  return nullptr;
}

// instance(): counts the calls in this instance of the module.
napi_value Instance(napi_env env, napi_callback_info) {
  void* data = nullptr;
  CHECK_OK(napi_get_instance_data(env, &data));
  if (data == nullptr) {
    data = new int(0);
    CHECK_OK(napi_set_instance_data(
        env, data, [](napi_env, void* counter, void*) { delete static_cast<int*>(counter); }, nullptr));
  }
  return Number(env, ++*static_cast<int*>(data));
}

// load(path, info): napi_load_module, or napi_load_module_with_info when info is given.
napi_value Load(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value arguments[2] = {};
  napi_get_cb_info(env, info, &argc, arguments, nullptr, nullptr);
  napi_value result = nullptr;
  const std::string path = tests::Str(env, arguments[0]);
  if (argc == 1) {
    napi_load_module(env, path.c_str(), &result);
  } else {
    napi_load_module_with_info(env, path.c_str(), tests::Str(env, arguments[1]).c_str(), &result);
  }
  return result;
}

// fileName(): the file of this module, as a URL.
napi_value FileName(napi_env env, napi_callback_info) {
  const char* name = nullptr;
  CHECK_OK(node_api_get_module_file_name(env, &name));
  return Text(env, name);
}

// runPath(path): napi_run_script_path; its status when it fails without an exception.
napi_value RunPath(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  napi_value result = nullptr;
  const napi_status status = napi_run_script_path(env, tests::Str(env, argument).c_str(), &result);
  return status == napi_ok || status == napi_pending_exception ? result : Number(env, status);
}

// foreignThread(): a call of Node-API on a thread that runs no JavaScript. It does not return.
napi_value ForeignThread(napi_env env, napi_callback_info) {
  std::thread([env] {
    napi_value value = nullptr;
    napi_create_object(env, &value);
  }).join();
  return nullptr;
}

}  // namespace

void AddAsynchronous(napi_env env, napi_value exports) {
  const auto method = [](const char* name, napi_callback callback) {
    return napi_property_descriptor{name, nullptr, callback, nullptr, nullptr, nullptr, napi_default, nullptr};
  };
  const napi_property_descriptor properties[] = {
      method("work", StartWork),
      method("priorities", Priorities),
      method("plainCall", PlainCall),
      method("cleanup", Cleanup),
      method("finalizerThrows", FinalizerThrows),
      method("instance", Instance),
      method("load", Load),
      method("fileName", FileName),
      method("runPath", RunPath),
      method("foreignThread", ForeignThread),
  };
  CHECK_OK(napi_define_properties(env, exports, sizeof(properties) / sizeof(properties[0]), properties));
}
