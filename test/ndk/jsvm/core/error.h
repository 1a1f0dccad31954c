// Error objects with a `code`, as the API throws and creates them.
#ifndef ARKHOST_JSVM_CORE_ERROR_H_
#define ARKHOST_JSVM_CORE_ERROR_H_

#include "entry.h"

namespace jsvm {

// v8::Exception::Error, TypeError, RangeError, SyntaxError.
using MakeError = v8::Local<v8::Value> (*)(v8::Local<v8::String> message, v8::Local<v8::Value> options);

// Throws an error with an own property `code` (when not nullptr) inside a J call, which stores it in the env. False
// when the text is too long or the property could not be set (something else may be stored then).
bool ThrowWithCode(const JsCall& call, MakeError make, const char* message, const char* code);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_ERROR_H_
