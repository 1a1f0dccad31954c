#include "finalizer.h"

namespace ace {

void Finalizer::CountBytes(v8::Isolate* isolate, size_t size) {
  bytes = static_cast<int64_t>(size);
  isolate->AdjustAmountOfExternalAllocatedMemory(bytes);
}

void Finalizer::Run(napi_env env) {
  if (done) return;
  done = true;
  if (bytes != 0) StateOf(env).isolate->AdjustAmountOfExternalAllocatedMemory(-bytes);
  if (function == nullptr) return;
  v8::Isolate* home = StateOf(env).isolate;
  function(env, data, hint);
  ReturnHomeQuickly(home);
  if (!fatal_exceptions) return;
  bool pending = false;
  node_napi_is_exception_pending(env, &pending);
  if (!pending) return;
  napi_value exception = nullptr;
  node_napi_get_and_clear_last_exception(env, &exception);
  node_napi_fatal_exception(env, exception);
}

void RunFinalizer(napi_env env, void* data, void*) {
  const std::unique_ptr<std::shared_ptr<Finalizer>> box(static_cast<std::shared_ptr<Finalizer>*>(data));
  (*box)->Run(env);
}

void RunFinalizerHint(napi_env env, void*, void* hint) {
  RunFinalizer(env, hint, nullptr);
}

std::shared_ptr<Finalizer>* MakeFinalizer(napi_finalize function, void* data, void* hint) {
  return new std::shared_ptr<Finalizer>(new Finalizer{.function = function, .data = data, .hint = hint});
}

}  // namespace ace
