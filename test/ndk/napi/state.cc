#include "state.h"

#include <cstdio>
#include <cstdlib>

#include "finalizer.h"
#include "runtime.h"

namespace ace {

thread_local constinit ThreadCache thread_cache __attribute__((tls_model("initial-exec"))) = {nullptr, nullptr};

namespace {

// Runs after the hooks of all envs of the thread, since it was added before them: nothing of theirs is left. When the
// process exits without ending its runtime, the state is left too, as the isolate may be gone by then.
void EndThread(void* data) {
  thread_cache = {nullptr, nullptr};
  delete static_cast<ThreadState*>(data);
}

[[noreturn]] void EndOnForeignThread() {
  fprintf(stderr,
          "arkhost: a Node-API function was called on a thread that runs no ArkTS. An env and its values belong to one "
          "thread; use a thread-safe function from others.\n");
  abort();
}

const char* ErrorMessage(napi_status status) {
  static constexpr const char* kMessages[] = {
      nullptr,
      "Invalid argument",
      "An object was expected",
      "A string was expected",
      "A string or symbol was expected",
      "A function was expected",
      "A number was expected",
      "A boolean was expected",
      "An array was expected",
      "Unknown failure",
      "An exception is pending",
      "The async work item was cancelled",
      "napi_escape_handle already called on scope",
      "Invalid handle scope usage",
      "Invalid callback scope usage",
      "Thread-safe function queue is full",
      "Thread-safe function handle is closing",
      "A bigint was expected",
      "A date was expected",
      "An arraybuffer was expected",
      "A detachable arraybuffer was expected",
      "Main thread would deadlock",
      "The process has as many ark runtimes as it may have",
      "The thread has an ark runtime already",
      "The thread has no such ark runtime",
  };
  return kMessages[status];
}

}  // namespace

ThreadState& AttachThread() {
  if (thread_cache.thread == nullptr) {
    v8::Isolate* isolate = v8::Isolate::TryGetCurrent();
    if (isolate == nullptr) EndOnForeignThread();
    thread_cache.thread = new ThreadState(isolate);
    const v8::HandleScope scope(isolate);
    const v8::Local<v8::Context> context = isolate->GetCurrentContext();
    thread_cache.thread->base_context.Reset(isolate, context);
    RememberPlatform(context);
    node::AddEnvironmentCleanupHook(isolate, EndThread, thread_cache.thread);
  }
  return *thread_cache.thread;
}

EnvState& AddEnv(napi_env env) {
  ThreadState& thread = AttachThread();
  thread_cache.env_state = nullptr;
  std::erase_if(thread.envs, [env](const auto& known) { return known->env == env; });
  thread.envs.push_back(std::make_unique<EnvState>(env, thread.isolate));
  EnvState& state = *thread.envs.back();
  thread_cache.env_state = &state;
  return state;
}

EnvState* FindEnv(napi_env env) {
  if (thread_cache.thread == nullptr) EndOnForeignThread();
  for (const auto& state : thread_cache.thread->envs) {
    if (state->env == env) return thread_cache.env_state = state.get();
  }
  return &AddEnv(env);
}

void ReturnHome(v8::Isolate* home) {
  for (v8::Isolate* current = v8::Isolate::TryGetCurrent(); current != home; current = v8::Isolate::TryGetCurrent()) {
    // The module closed more scopes than it opened, and the engine's isolate with them.
    if (current == nullptr) return home->Enter();
    current->Exit();
  }
  LeaveSwitchedContext();
}

void LeaveSwitchedContext() {
  ThreadState& thread = *thread_cache.thread;
  if (thread.switched_env == nullptr) return;
  const v8::HandleScope scope(thread.isolate);
  thread.switched_context.Get(thread.isolate)->Exit();
  thread.switched_context.Reset();
  thread.switched_env = nullptr;
}

v8::Local<v8::Context> Entry::context() const {
  return state_->context.IsEmpty() ? isolate()->GetCurrentContext() : state_->context.Get(isolate());
}

napi_status Entry::Result(napi_status status) const {
  state_->has_own_error = true;
  state_->error = {ErrorMessage(status), nullptr, 0, status};
  return status;
}

// Throwing through Node keeps the exception in its env, where napi_is_exception_pending looks for it.
napi_status Entry::Thrown(const v8::TryCatch& attempt) const {
  node_napi_throw(state_->env, FromLocal(attempt.Exception()));
  return Result(napi_pending_exception);
}

bool Entry::ExceptionPending() const {
  bool pending = false;
  node_napi_is_exception_pending(state_->env, &pending);
  return pending;
}

napi_status Entry::FromNode(int status) {
  constexpr int kNodeCannotRunJs = 23;
  return status == kNodeCannotRunJs ? napi_pending_exception : napi_generic_failure;
}

}  // namespace ace

using ace::Entry;

napi_status napi_get_last_error_info(napi_env env, const napi_extended_error_info** result) {
  const Entry entry(env);
  if (!entry || result == nullptr) return napi_invalid_arg;
  ace::EnvState& state = entry.state();
  if (!state.has_own_error) {
    const napi_extended_error_info* info = nullptr;
    const napi_status status = node_napi_get_last_error_info(env, &info);
    if (status != napi_ok) return entry.Settle(status);
    state.error = *info;
    state.error.error_code = entry.Settle(info->error_code);
  }
  *result = &state.error;
  return napi_ok;
}
