// Runtimes on threads of the module: an environment of the engine with an isolate and an event loop of its own.
#include <atomic>
#include <optional>

#include "registration.h"
#include "runtime.h"

namespace ace {
namespace {

constexpr int kMaxRuntimes = 64;

std::atomic<int> runtime_count{0};
// The platform of the engine, seen when the first thread attached.
std::atomic<node::MultiIsolatePlatform*> platform{nullptr};

// Holds the isolate entered, with a scope for values, from the making of a runtime to its end, as the module calls from
// no callback.
struct Entered {
  explicit Entered(const node::CommonEnvironmentSetup& setup)
      : locker(setup.isolate()),
        isolate_scope(setup.isolate()),
        handle_scope(setup.isolate()),
        context_scope(setup.context()) {}

  v8::Locker locker;
  v8::Isolate::Scope isolate_scope;
  v8::HandleScope handle_scope;
  v8::Context::Scope context_scope;
};

struct Runtime {
  std::unique_ptr<node::CommonEnvironmentSetup> setup;
  std::optional<Entered> entered;
  napi_env env = nullptr;
  bool stopped = false;
};

thread_local Runtime* own_runtime = nullptr;

std::mutex script_mutex;

std::string& RuntimeScript() {
  static auto* script = new std::string();
  return *script;
}

// Begins the environment of a runtime. Keeps what its script returned: how to load modules, once that is asked for.
bool Load(const Runtime& runtime, ThreadState& thread) {
  std::string script;
  {
    const std::lock_guard lock(script_mutex);
    script = RuntimeScript();
  }
  v8::Local<v8::Value> start;
  if (!node::LoadEnvironment(runtime.setup->env(), script).ToLocal(&start)) return false;
  if (start->IsFunction()) thread.runtime_start.Reset(thread.isolate, start.As<v8::Function>());
  return true;
}

Runtime* RuntimeOf(napi_env env) {
  return own_runtime != nullptr && env != nullptr && own_runtime->env == env ? own_runtime : nullptr;
}

void End(Runtime* runtime) {
  ReturnHome(runtime->setup->isolate());
  node::Stop(runtime->setup->env());
  // Runs the cleanup hooks of all envs, the last of which ends the state of this thread.
  runtime->entered.reset();
  runtime->setup.reset();
  own_runtime = nullptr;
  delete runtime;
  --runtime_count;
}

std::unique_ptr<node::CommonEnvironmentSetup> MakeSetup() {
  std::vector<std::string> errors;
  const auto flags = static_cast<node::EnvironmentFlags::Flags>(node::EnvironmentFlags::kNoCreateInspector |
                                                                node::EnvironmentFlags::kNoStartDebugSignalHandler |
                                                                node::EnvironmentFlags::kNoWaitForInspectorFrontend);
  return node::CommonEnvironmentSetup::Create(platform, &errors, std::vector<std::string>{"arkts"},
                                              std::vector<std::string>{}, flags);
}

// Runs what promises and process.nextTick have left to do, as the engine does after each of its own callbacks.
void RunTicks(const Runtime& runtime) {
  v8::Isolate* isolate = runtime.setup->isolate();
  const v8::HandleScope scope(isolate);
  const node::CallbackScope ticks(isolate, v8::Object::New(isolate), {0, 0});
}

// Runs the loop until nothing is left or it is stopped.
void Spin(Runtime& runtime) {
  uv_loop_t* loop = runtime.setup->event_loop();
  v8::Isolate* isolate = runtime.setup->isolate();
  while (!runtime.stopped) {
    uv_run(loop, UV_RUN_DEFAULT);
    if (runtime.stopped) return;
    platform.load()->DrainTasks(isolate);
    if (uv_loop_alive(loop) == 0) return;
  }
}

}  // namespace

void SetRuntimeScript(const char* text) {
  const std::lock_guard lock(script_mutex);
  RuntimeScript() = text;
}

void RememberPlatform(v8::Local<v8::Context> context) {
  if (platform == nullptr) platform = node::GetMultiIsolatePlatform(node::GetCurrentEnvironment(context));
}

}  // namespace ace

using ace::Entry;

napi_status napi_create_ark_runtime(napi_env* env) {
  if (env == nullptr) return napi_invalid_arg;
  if (ace::thread_cache.thread != nullptr) return napi_create_ark_runtime_only_one_env_per_thread;
  if (++ace::runtime_count > ace::kMaxRuntimes) {
    --ace::runtime_count;
    return napi_create_ark_runtime_too_many_envs;
  }
  auto* runtime = new ace::Runtime();
  runtime->setup = ace::MakeSetup();
  if (runtime->setup == nullptr) {
    delete runtime;
    --ace::runtime_count;
    return napi_generic_failure;
  }
  runtime->entered.emplace(*runtime->setup);
  ace::own_runtime = runtime;
  if (ace::Load(*runtime, ace::AttachThread())) {
    runtime->env = ace::CreateEnv(runtime->setup->context());
  }
  if (runtime->env == nullptr) {
    ace::End(runtime);
    return napi_generic_failure;
  }
  *env = runtime->env;
  return napi_ok;
}

napi_status napi_destroy_ark_runtime(napi_env* env) {
  if (env == nullptr) return napi_invalid_arg;
  ace::Runtime* runtime = ace::RuntimeOf(*env);
  if (runtime == nullptr) return napi_destroy_ark_runtime_env_not_exist;
  ace::End(runtime);
  *env = nullptr;
  return napi_ok;
}

napi_status napi_run_event_loop(napi_env env, napi_event_mode mode) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  const int wanted = mode;
  if (wanted != napi_event_mode_default && wanted != napi_event_mode_nowait) return entry.Result(napi_invalid_arg);
  ace::Runtime* runtime = ace::RuntimeOf(env);
  if (runtime == nullptr) return entry.Result(napi_generic_failure);
  runtime->stopped = false;
  ace::RunTicks(*runtime);
  if (wanted == napi_event_mode_nowait) {
    uv_run(runtime->setup->event_loop(), UV_RUN_NOWAIT);
  } else {
    ace::Spin(*runtime);
  }
  return entry.Settle(napi_ok);
}

napi_status napi_stop_event_loop(napi_env env) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  ace::Runtime* runtime = ace::RuntimeOf(env);
  if (runtime == nullptr) return entry.Result(napi_generic_failure);
  runtime->stopped = true;
  uv_stop(runtime->setup->event_loop());
  return entry.Settle(napi_ok);
}
