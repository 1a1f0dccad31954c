// What a thread and each of its envs need, and how every function of the library begins: with the engine's isolate
// current, whatever VM of JSVM the module has entered.
#ifndef ARKHOST_NAPI_STATE_H_
#define ARKHOST_NAPI_STATE_H_

#include "callbacks.h"
#include "node_functions.h"
#include "precompiled.h"

namespace ace {

struct Finalizer;

// A hook that runs when an env ends.
struct CleanupHook {
  napi_env env;
  napi_cleanup_hook function;
  void* argument;
};

// One env of one module instance. It belongs to its thread.
struct EnvState {
  EnvState(napi_env env, v8::Isolate* isolate) : env(env), isolate(isolate) {}

  napi_env env;
  v8::Isolate* isolate;
  // The context whose env this is; empty for an env that a callback brought along.
  v8::Global<v8::Context> context;

  // The last error, when a check of ours found it rather than Node.
  bool has_own_error = false;
  napi_extended_error_info error{};

  // Strong references whose deletion runs a finalizer.
  std::unordered_map<napi_ref, std::shared_ptr<Finalizer>> finalizing_references;
  std::shared_ptr<Finalizer> instance_data;
  std::vector<std::unique_ptr<CleanupHook>> cleanup_hooks;
  napi_critical_scope critical_scope = nullptr;
  // Made by napi_create_ark_context.
  bool is_extra_context = false;
};

// The envs of one thread and the isolate they live in.
struct ThreadState {
  explicit ThreadState(v8::Isolate* isolate) : isolate(isolate) {}

  v8::Isolate* isolate;
  // The context that the runtime began with.
  v8::Global<v8::Context> base_context;
  std::vector<std::unique_ptr<EnvState>> envs;
  CallbackTable callbacks;
  // The host's way to load modules by name: (path, moduleInfo) => exports.
  v8::Global<v8::Function> module_loader;
  // Sets the loader of a runtime that native code made, when it is first needed: () => void.
  v8::Global<v8::Function> runtime_start;
  // The context entered by napi_switch_ark_context, and its env.
  v8::Global<v8::Context> switched_context;
  napi_env switched_env = nullptr;
};

// What the calling thread used last. Kept apart so that the usual call costs two loads.
struct ThreadCache {
  EnvState* env_state;
  ThreadState* thread;
};
extern thread_local constinit ThreadCache thread_cache __attribute__((tls_model("initial-exec")));

// Makes the isolate that is current on this thread its engine isolate, until its runtime ends. Later calls change
// nothing.
ThreadState& AttachThread();
// Begins the state of an env that was just made, in place of one that had the same address.
EnvState& AddEnv(napi_env env);

// The state of an env that is not the one used last. Ends the process when the calling thread runs no JavaScript.
EnvState* FindEnv(napi_env env);

// The state of an env, which is not NULL.
inline EnvState& StateOf(napi_env env) {
  EnvState* last = thread_cache.env_state;
  return last != nullptr && last->env == env ? *last : *FindEnv(env);
}

// Leaves every isolate that was entered over the engine's, and the context that was switched to: a native callback
// returns to JavaScript.
void ReturnHome(v8::Isolate* home);
// Leaves the context that napi_switch_ark_context entered, if any.
void LeaveSwitchedContext();
inline void ReturnHomeQuickly(v8::Isolate* home) {
  if (v8::Isolate::TryGetCurrent() != home || thread_cache.thread->switched_env != nullptr) [[unlikely]] {
    ReturnHome(home);
  }
}

// One call of an API function. False when the env is NULL.
class Entry {
 public:
  explicit Entry(napi_env env) : state_(env == nullptr ? nullptr : &StateOf(env)) {
    if (state_ != nullptr && v8::Isolate::TryGetCurrent() != state_->isolate) [[unlikely]] {
      state_->isolate->Enter();
      entered_ = true;
    }
  }
  ~Entry() {
    if (entered_) [[unlikely]]
      state_->isolate->Exit();
  }
  Entry(const Entry&) = delete;
  Entry& operator=(const Entry&) = delete;

  explicit operator bool() const { return state_ != nullptr; }
  EnvState& state() const { return *state_; }
  v8::Isolate* isolate() const { return state_->isolate; }
  v8::Local<v8::Context> context() const;

  // The status of a call that Node answered; Node keeps its own last error.
  napi_status Settle(napi_status status) const {
    state_->has_own_error = false;
    // Node's 22 and 23 are other things on the device.
    return status > napi_would_deadlock ? FromNode(status) : status;
  }
  // The status of a call that we answered.
  napi_status Result(napi_status status) const;
  bool ExceptionPending() const;
  // The status of a call whose JavaScript threw; the exception waits in the env.
  napi_status Thrown(const v8::TryCatch& attempt) const;

 private:
  static napi_status FromNode(int status);

  EnvState* state_;
  bool entered_ = false;
};

// Node looks into this handle without asking whether it is there.
inline bool IsMissing(napi_deferred deferred) {
  return deferred == nullptr;
}
template <typename T>
constexpr bool IsMissing(T) {
  return false;
}

// Calls a function of Node's with the engine's isolate current.
template <typename... Parameters, typename... Arguments>
inline napi_status Forward(napi_status (*function)(napi_env, Parameters...), napi_env env, Arguments... arguments) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if ((IsMissing(arguments) || ...)) return entry.Result(napi_invalid_arg);
  return entry.Settle(function(env, arguments...));
}

// Node's representation of values: the slot of a handle.
inline v8::Local<v8::Value> ToLocal(napi_value value) {
  v8::Local<v8::Value> local;
  static_assert(sizeof local == sizeof value);
  memcpy(static_cast<void*>(&local), &value, sizeof value);
  return local;
}
template <typename T>
inline napi_value FromLocal(v8::Local<T> local) {
  napi_value value;
  memcpy(static_cast<void*>(&value), static_cast<const void*>(&local), sizeof value);
  return value;
}

inline v8::Local<v8::String> ToString(v8::Isolate* isolate, std::string_view text) {
  return v8::String::NewFromUtf8(isolate, text.data(), v8::NewStringType::kNormal, static_cast<int>(text.size()))
      .FromMaybe(v8::String::Empty(isolate));
}

inline bool IsObject(napi_value value) {
  return ToLocal(value)->IsObject();
}
inline bool IsFunction(napi_value value) {
  return ToLocal(value)->IsFunction();
}

}  // namespace ace

#endif  // ARKHOST_NAPI_STATE_H_
