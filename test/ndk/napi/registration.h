// Modules: how they register, and how they are instantiated in an env.
#ifndef ARKHOST_NAPI_REGISTRATION_H_
#define ARKHOST_NAPI_REGISTRATION_H_

#include "state.h"

namespace ace {

// Runs `init` in a new env of `context`, with an empty exports object, and gives what the module exports. Empty when
// the module threw; the exception waits. `filename` may be empty.
v8::MaybeLocal<v8::Value> Instantiate(v8::Local<v8::Context> context, napi_addon_register_func init,
                                      const std::string& filename);

// Makes an env that belongs to no module, in the current context of this thread.
napi_env CreateEnv(v8::Local<v8::Context> context);

// Loads a library and instantiates its module in the current context. Empty with an exception thrown when that fails.
v8::MaybeLocal<v8::Value> LoadLibrary(v8::Isolate* isolate, const std::string& path);

// The file of a library that registered a module, by its path or its file name. Empty when there is none.
std::string RegisteredPath(const std::string& name);

}  // namespace ace

#endif  // ARKHOST_NAPI_REGISTRATION_H_
