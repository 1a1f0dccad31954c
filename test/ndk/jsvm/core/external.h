// Values of CreateExternal: a v8::External around a record of our own, which carries what V8's externals cannot (type
// tag, wrap).
#ifndef ARKHOST_JSVM_CORE_EXTERNAL_H_
#define ARKHOST_JSVM_CORE_EXTERNAL_H_

#include "env.h"
#include "v8_headers.h"

namespace jsvm {

// Makes an external value that holds `data`.
v8::Local<v8::External> NewExternal(JSVM_Env env, void* data);

// The record of an external value, nullptr for every other value.
ExternalBox* BoxOf(v8::Local<v8::Value> value);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_EXTERNAL_H_
