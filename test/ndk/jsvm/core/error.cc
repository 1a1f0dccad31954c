#include "error.h"

namespace jsvm {

bool ThrowWithCode(const JsCall& call, MakeError make, const char* message, const char* code) {
  v8::Isolate* isolate = call.isolate();
  v8::Local<v8::String> text;
  if (!NewUtf8(isolate, message).ToLocal(&text)) return false;
  v8::Local<v8::Value> error = make(text, {});
  if (code != nullptr) {
    v8::Local<v8::String> code_text;
    if (!NewUtf8(isolate, code).ToLocal(&code_text)) return false;
    v8::Local<v8::String> key = v8::String::NewFromUtf8Literal(isolate, "code", v8::NewStringType::kInternalized);
    if (error.As<v8::Object>()->Set(call.context(), key, code_text).IsNothing()) return false;
  }
  isolate->ThrowException(error);
  return true;
}

}  // namespace jsvm
