// Arrays.
#include "core/entry.h"

JSVM_Status OH_JSVM_CreateArray(JSVM_Env env, JSVM_Value* result) {
  jsvm::ContextCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::Array::New(call.isolate()));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateArrayWithLength(JSVM_Env env, size_t length, JSVM_Value* result) {
  jsvm::ContextCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  // Cut to an int as on the device: what becomes negative makes an empty array.
  *result = call.Out(v8::Array::New(call.isolate(), static_cast<int>(length)));
  return call.Ok();
}

JSVM_Status OH_JSVM_GetArrayLength(JSVM_Env env, JSVM_Value value, uint32_t* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> array = call.In(value);
  if (!array->IsArray()) {
    *result = 0;
    return call.Fail(JSVM_ARRAY_EXPECTED);
  }
  *result = array.As<v8::Array>()->Length();
  return call.Ok();
}
