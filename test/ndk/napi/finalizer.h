// What runs when an object, a buffer or an env goes away. It goes through an entry of ours, like every callback.
#ifndef ARKHOST_NAPI_FINALIZER_H_
#define ARKHOST_NAPI_FINALIZER_H_

#include "state.h"

namespace ace {

// Native data tied to a JS object. It is finalised once, by whatever comes first: collection, removal of the wrap,
// deletion of a reference, end of the env.
struct Finalizer {
  napi_finalize function;  // may be NULL
  void* data;
  void* hint;
  bool done = false;
  // The exception of the callback ends the app instead of being left to the engine.
  bool fatal_exceptions = false;

  // What the collector counts for the data until it is finalised.
  int64_t bytes = 0;

  void CountBytes(v8::Isolate* isolate, size_t size);

  // Calls the function, if it was not called before, and brings the engine's isolate back.
  void Run(napi_env env);
};

// Node calls this with a `std::shared_ptr<Finalizer>*` of ours as data, and frees it.
void RunFinalizer(napi_env env, void* data, void* hint);

// A box for RunFinalizer.
std::shared_ptr<Finalizer>* MakeFinalizer(napi_finalize function, void* data, void* hint);

// The same with the Finalizer as the hint, for functions whose data is memory that Node uses itself.
void RunFinalizerHint(napi_env env, void* data, void* hint);

}  // namespace ace

#endif  // ARKHOST_NAPI_FINALIZER_H_
