// Further contexts of a runtime: contexts of the engine's `vm` module, each with an env of its own.
#include "registration.h"

namespace ace {
namespace {

// The global object of a new context, made by JavaScript in the runtime's first one: so the engine knows it.
v8::MaybeLocal<v8::Object> MakeGlobal(const ThreadState& thread) {
  v8::Isolate* isolate = thread.isolate;
  const v8::Local<v8::Context> base = thread.base_context.Get(isolate);
  const v8::Context::Scope context_scope(base);
  const char source[] =
      "(() => { const vm = process.getBuiltinModule('node:vm');"
      " return vm.createContext(vm.constants.DONT_CONTEXTIFY); })()";
  v8::Local<v8::Script> script;
  v8::Local<v8::Value> global;
  if (!v8::Script::Compile(base, ToString(isolate, source)).ToLocal(&script) || !script->Run(base).ToLocal(&global)) {
    return {};
  }
  return global.As<v8::Object>();
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_create_ark_context(napi_env env, napi_env* newEnv) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (newEnv == nullptr) return entry.Result(napi_invalid_arg);
  v8::Isolate* isolate = entry.isolate();
  const v8::HandleScope scope(isolate);
  const v8::TryCatch attempt(isolate);
  v8::Local<v8::Object> global;
  if (!ace::MakeGlobal(*ace::thread_cache.thread).ToLocal(&global)) return entry.Thrown(attempt);
  const napi_env made = ace::CreateEnv(global->GetCreationContext(isolate).ToLocalChecked());
  if (made == nullptr) return entry.Result(napi_generic_failure);
  ace::StateOf(made).is_extra_context = true;
  *newEnv = made;
  return entry.Settle(napi_ok);
}

napi_status napi_switch_ark_context(napi_env env) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  ace::ThreadState& thread = *ace::thread_cache.thread;
  const v8::HandleScope scope(entry.isolate());
  ace::LeaveSwitchedContext();
  if (!entry.state().is_extra_context) return entry.Settle(napi_ok);
  const v8::Local<v8::Context> context = entry.context();
  context->Enter();
  thread.switched_context.Reset(entry.isolate(), context);
  thread.switched_env = env;
  return entry.Settle(napi_ok);
}

napi_status napi_destroy_ark_context(napi_env env) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (!entry.state().is_extra_context) return entry.Result(napi_invalid_arg);
  if (ace::thread_cache.thread->switched_env == env) return entry.Result(napi_generic_failure);
  // The env itself ends with the runtime; without its context it is of no use any more.
  entry.state().is_extra_context = false;
  entry.state().context.Reset();
  return entry.Settle(napi_ok);
}
