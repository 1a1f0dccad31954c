// The env itself: versions and cleanup hooks.
#include <algorithm>

#include "state.h"

namespace ace {
namespace {

constexpr uint32_t kNodeApiVersion = 8;

// An asynchronous hook: the handle that the module holds.
struct AsyncHook {
  napi_env env;
  napi_async_cleanup_hook function;
  void* argument;
  napi_async_cleanup_hook_handle node = nullptr;
};

void RunHook(void* data) {
  const auto* hook = static_cast<CleanupHook*>(data);
  const CleanupHook copy = *hook;
  EnvState& state = StateOf(copy.env);
  std::erase_if(state.cleanup_hooks, [hook](const auto& known) { return known.get() == hook; });
  v8::Isolate* home = state.isolate;
  copy.function(copy.argument);
  ReturnHomeQuickly(home);
}

void RunAsyncHook(napi_async_cleanup_hook_handle, void* data) {
  auto* hook = static_cast<AsyncHook*>(data);
  v8::Isolate* home = StateOf(hook->env).isolate;
  hook->function(reinterpret_cast<napi_async_cleanup_hook_handle>(hook), hook->argument);
  ReturnHomeQuickly(home);
}

auto FindHook(EnvState& state, napi_cleanup_hook function, void* argument) {
  return std::find_if(state.cleanup_hooks.begin(), state.cleanup_hooks.end(),
                      [&](const auto& hook) { return hook->function == function && hook->argument == argument; });
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_get_version(napi_env env, uint32_t* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  *result = ace::kNodeApiVersion;
  return entry.Settle(napi_ok);
}

// Empty on the device: there is no Node.
napi_status napi_get_node_version(napi_env env, const napi_node_version** version) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (version == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(napi_ok);
}

// Node ends the process when a pair is added twice; that is one mistake less to die of.
napi_status napi_add_env_cleanup_hook(napi_env env, napi_cleanup_hook fun, void* arg) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  ace::EnvState& state = entry.state();
  if (fun == nullptr || ace::FindHook(state, fun, arg) != state.cleanup_hooks.end()) {
    return entry.Result(napi_invalid_arg);
  }
  auto hook = std::make_unique<ace::CleanupHook>(ace::CleanupHook{env, fun, arg});
  const napi_status status = node_napi_add_env_cleanup_hook(env, ace::RunHook, hook.get());
  if (status == napi_ok) state.cleanup_hooks.push_back(std::move(hook));
  return entry.Settle(status);
}

napi_status napi_remove_env_cleanup_hook(napi_env env, napi_cleanup_hook fun, void* arg) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (fun == nullptr) return entry.Result(napi_invalid_arg);
  ace::EnvState& state = entry.state();
  const auto found = ace::FindHook(state, fun, arg);
  if (found == state.cleanup_hooks.end()) return entry.Settle(napi_ok);
  const napi_status status = node_napi_remove_env_cleanup_hook(env, ace::RunHook, found->get());
  state.cleanup_hooks.erase(found);
  return entry.Settle(status);
}

napi_status napi_add_async_cleanup_hook(napi_env env, napi_async_cleanup_hook hook, void* arg,
                                        napi_async_cleanup_hook_handle* remove_handle) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (hook == nullptr) return entry.Result(napi_invalid_arg);
  auto made = std::make_unique<ace::AsyncHook>(ace::AsyncHook{env, hook, arg});
  const napi_status status = node_napi_add_async_cleanup_hook(env, ace::RunAsyncHook, made.get(), &made->node);
  if (status != napi_ok) return entry.Settle(status);
  // The hook gets its handle when it runs, so it is kept even if the caller does not want it now.
  ace::AsyncHook* kept = made.release();
  if (remove_handle != nullptr) *remove_handle = reinterpret_cast<napi_async_cleanup_hook_handle>(kept);
  return entry.Settle(napi_ok);
}

napi_status napi_remove_async_cleanup_hook(napi_async_cleanup_hook_handle remove_handle) {
  if (remove_handle == nullptr) return napi_invalid_arg;
  const std::unique_ptr<ace::AsyncHook> hook(reinterpret_cast<ace::AsyncHook*>(remove_handle));
  return node_napi_remove_async_cleanup_hook(hook->node);
}
