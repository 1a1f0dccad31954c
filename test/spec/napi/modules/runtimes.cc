// Runtimes on threads of the module, and further contexts.
#include <atomic>
#include <thread>

#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;

namespace {

// Runs a test body in a runtime on a thread of its own. Failures are collected after the thread ended.
void InRuntime(void (*body)(napi_env env)) {
  std::thread([body] {
    napi_env env = nullptr;
    CHECK_OK(napi_create_ark_runtime(&env));
    if (env == nullptr) return;
    body(env);
    CHECK_OK(napi_destroy_ark_runtime(&env));
  }).join();
}

}  // namespace

NAPI_TEST(ark_runtime, runs_scripts) {
  InRuntime([](napi_env env) { CHECK_TEXT(Str(env, Run(env, "[1, 2, 3].map(x => x * 2).join()")), "2,4,6"); });
}

NAPI_TEST(ark_runtime, one_for_each_thread) {
  InRuntime([](napi_env) {
    napi_env second = nullptr;
    CHECK_STATUS(napi_create_ark_runtime(&second), napi_create_ark_runtime_only_one_env_per_thread);
  });
  napi_env second = nullptr;
  CHECK_STATUS(napi_create_ark_runtime(&second), napi_create_ark_runtime_only_one_env_per_thread);
}

NAPI_TEST(ark_runtime, others_cannot_be_destroyed) {
  napi_env main = env;
  CHECK_STATUS(napi_destroy_ark_runtime(&main), napi_destroy_ark_runtime_env_not_exist);
}

NAPI_TEST(ark_runtime, globals_are_its_own) {
  Run(env, "globalThis.ofMain = 1");
  InRuntime([](napi_env inner) { CHECK_TEXT(Str(inner, Run(inner, "typeof ofMain")), "undefined"); });
}

NAPI_TEST(event_loop, runs_timers_until_empty) {
  InRuntime([](napi_env env) {
    Run(env,
        "globalThis.steps = []; setTimeout(() => steps.push('timer'), 1); Promise.resolve().then(() => "
        "steps.push('promise'))");
    CHECK_OK(napi_run_event_loop(env, napi_event_mode_default));
    CHECK_TEXT(Str(env, Run(env, "steps.join()")), "promise,timer");
  });
}

NAPI_TEST(event_loop, stops) {
  InRuntime([](napi_env env) {
    napi_env* data = &env;
    const napi_value stop = tests::Function(
        env,
        [](napi_env inner, napi_callback_info info) -> napi_value {
          void* given = nullptr;
          CHECK_OK(napi_get_cb_info(inner, info, nullptr, nullptr, nullptr, &given));
          CHECK_OK(napi_stop_event_loop(*static_cast<napi_env*>(given)));
          return nullptr;
        },
        data);
    tests::SetGlobal(env, "stop", stop);
    Run(env, "globalThis.timer = setInterval(() => {}, 1); setTimeout(stop, 5)");
    CHECK_OK(napi_run_event_loop(env, napi_event_mode_default));
    Run(env, "clearInterval(timer)");
  });
}

NAPI_TEST(event_loop, nowait_returns_at_once) {
  InRuntime([](napi_env env) {
    Run(env, "globalThis.timer = setInterval(() => {}, 100000)");
    CHECK_OK(napi_run_event_loop(env, napi_event_mode_nowait));
    Run(env, "clearInterval(timer)");
  });
}

NAPI_TEST(event_loop, belongs_to_runtimes_of_modules) {
  CHECK_STATUS(napi_run_event_loop(env, napi_event_mode_default), napi_generic_failure);
  CHECK_STATUS(napi_stop_event_loop(env), napi_generic_failure);
  CHECK_STATUS(napi_run_event_loop(env, static_cast<napi_event_mode>(7)), napi_invalid_arg);
}

NAPI_TEST(load_module, finds_loaded_libraries_in_a_runtime) {
  InRuntime([](napi_env env) {
    napi_value exports = nullptr;
    CHECK_OK(napi_load_module_with_info(env, "libnapi_tests.so", "com.example/entry", &exports));
    if (exports != nullptr) {
      tests::SetGlobal(env, "loaded", exports);
      CHECK_TEXT(Str(env, Run(env, "typeof loaded.list")), "function");
    }
    CHECK_STATUS(napi_load_module(env, "libunknown.so", &exports), napi_generic_failure);
  });
}

NAPI_TEST(serialize, reaches_another_runtime) {
  static void* data = nullptr;
  const napi_value undefined = Run(env, "undefined");
  CHECK_OK(napi_serialize(env, Run(env, "({ from: 'main' })"), undefined, undefined, &data));
  InRuntime([](napi_env inner) {
    napi_value copy = nullptr;
    CHECK_OK(napi_deserialize(inner, data, &copy));
    CHECK_TEXT(tests::Get(inner, copy, "from"), "main");
  });
  CHECK_OK(napi_delete_serialization_data(env, data));
}

NAPI_TEST(ark_context, has_globals_of_its_own) {
  napi_env other = nullptr;
  napi_value value = nullptr;
  CHECK_OK(napi_create_ark_context(env, &other));
  Run(env, "globalThis.where = 'first'");
  CHECK_OK(napi_switch_ark_context(other));
  CHECK_OK(napi_get_global(other, &value));
  CHECK_OK(napi_set_named_property(other, value, "where", tests::Text(other, "second")));
  CHECK_TEXT(Str(other, Run(other, "where")), "second");
  CHECK_STATUS(napi_destroy_ark_context(other), napi_generic_failure);
  CHECK_OK(napi_switch_ark_context(env));
  CHECK_TEXT(Str(env, Run(env, "where")), "first");
  CHECK_OK(napi_destroy_ark_context(other));
}

NAPI_TEST(ark_context, left_when_a_callback_returns) {
  static napi_env other = nullptr;
  CHECK_OK(napi_create_ark_context(env, &other));
  const napi_value leave = tests::Function(env, [](napi_env, napi_callback_info) -> napi_value {
    CHECK_OK(napi_switch_ark_context(other));
    return nullptr;
  });
  tests::SetGlobal(env, "leave", leave);
  CHECK_TEXT(Str(env, Run(env, "leave(); typeof leave")), "function");
  CHECK_OK(napi_destroy_ark_context(other));
}

NAPI_TEST(ark_context, the_first_cannot_be_destroyed) {
  CHECK_STATUS(napi_destroy_ark_context(env), napi_invalid_arg);
}
