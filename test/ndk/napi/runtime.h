// Runtimes on threads of the module.
#ifndef ARKHOST_NAPI_RUNTIME_H_
#define ARKHOST_NAPI_RUNTIME_H_

#include "precompiled.h"

namespace ace {

// Keeps the platform of the engine that runs this context, for runtimes made later on other threads.
void RememberPlatform(v8::Local<v8::Context> context);

// What runtimes run first, in the words of host.h.
void SetRuntimeScript(const char* text);

}  // namespace ace

#endif  // ARKHOST_NAPI_RUNTIME_H_
