// Values of CreateExternal: an object of our own around a record. V8's externals take no private properties, and lie in
// read-only memory, where V8 crashes when a script makes one a prototype.
#ifndef ARKHOST_JSVM_CORE_EXTERNAL_H_
#define ARKHOST_JSVM_CORE_EXTERNAL_H_

#include "env.h"
#include "v8_headers.h"

namespace jsvm {

// Makes an external value that holds `data`, in the context that is entered. Empty when the engine refuses (the VM is
// terminating).
v8::MaybeLocal<v8::Object> NewExternal(JSVM_Env env, void* data);

// The record of an external value, nullptr for every other value.
ExternalBox* BoxOf(v8::Local<v8::Value> value);

inline bool IsExternal(v8::Local<v8::Value> value) {
  return BoxOf(value) != nullptr;
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_EXTERNAL_H_
