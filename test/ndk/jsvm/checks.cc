// Type checks: none of them throws or runs JS.
#include "core/entry.h"
#include "core/external.h"

namespace jsvm {

namespace {

// What every check has in common.
template <typename Test>
JSVM_Status Check(VmCall&& call, JSVM_Value value, bool* result, Test&& test) {
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  *result = test(call.In(value));
  return call.Ok();
}

JSVM_ValueType TypeOf(v8::Local<v8::Value> value) {
  if (value->IsString()) return JSVM_STRING;
  if (value->IsNumber()) return JSVM_NUMBER;
  if (value->IsFunction()) return JSVM_FUNCTION;
  if (value->IsObject()) {
    if (value.As<v8::Object>()->IsCallable()) return JSVM_FUNCTION;
    return IsExternal(value) ? JSVM_EXTERNAL : JSVM_OBJECT;
  }
  if (value->IsBoolean()) return JSVM_BOOLEAN;
  if (value->IsUndefined()) return JSVM_UNDEFINED;
  if (value->IsNull()) return JSVM_NULL;
  if (value->IsSymbol()) return JSVM_SYMBOL;
  return JSVM_BIGINT;
}

bool IsCallable(v8::Local<v8::Value> value) {
  return value->IsObject() && value.As<v8::Object>()->IsCallable();
}

}  // namespace

}  // namespace jsvm

using jsvm::VmCall;
using Value = v8::Local<v8::Value>;

JSVM_Status OH_JSVM_Typeof(JSVM_Env env, JSVM_Value value, JSVM_ValueType* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (jsvm::AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  *result = jsvm::TypeOf(call.In(value));
  return call.Ok();
}

JSVM_Status OH_JSVM_IsUndefined(JSVM_Env env, JSVM_Value value, bool* isUndefined) {
  return jsvm::Check(VmCall(env), value, isUndefined, [](Value value) { return value->IsUndefined(); });
}

JSVM_Status OH_JSVM_IsNull(JSVM_Env env, JSVM_Value value, bool* isNull) {
  return jsvm::Check(VmCall(env), value, isNull, [](Value value) { return value->IsNull(); });
}

JSVM_Status OH_JSVM_IsNullOrUndefined(JSVM_Env env, JSVM_Value value, bool* isNullOrUndefined) {
  return jsvm::Check(VmCall(env), value, isNullOrUndefined, [](Value value) { return value->IsNullOrUndefined(); });
}

JSVM_Status OH_JSVM_IsBoolean(JSVM_Env env, JSVM_Value value, bool* isBoolean) {
  return jsvm::Check(VmCall(env), value, isBoolean, [](Value value) { return value->IsBoolean(); });
}

JSVM_Status OH_JSVM_IsNumber(JSVM_Env env, JSVM_Value value, bool* isNumber) {
  return jsvm::Check(VmCall(env), value, isNumber, [](Value value) { return value->IsNumber(); });
}

JSVM_Status OH_JSVM_IsString(JSVM_Env env, JSVM_Value value, bool* isString) {
  return jsvm::Check(VmCall(env), value, isString, [](Value value) { return value->IsString(); });
}

JSVM_Status OH_JSVM_IsSymbol(JSVM_Env env, JSVM_Value value, bool* isSymbol) {
  return jsvm::Check(VmCall(env), value, isSymbol, [](Value value) { return value->IsSymbol(); });
}

JSVM_Status OH_JSVM_IsBigInt(JSVM_Env env, JSVM_Value value, bool* isBigInt) {
  return jsvm::Check(VmCall(env), value, isBigInt, [](Value value) { return value->IsBigInt(); });
}

JSVM_Status OH_JSVM_IsObject(JSVM_Env env, JSVM_Value value, bool* isObject) {
  return jsvm::Check(VmCall(env), value, isObject, [](Value value) { return value->IsObject(); });
}

JSVM_Status OH_JSVM_IsFunction(JSVM_Env env, JSVM_Value value, bool* isFunction) {
  return jsvm::Check(VmCall(env), value, isFunction, jsvm::IsCallable);
}

JSVM_Status OH_JSVM_IsCallable(JSVM_Env env, JSVM_Value value, bool* isCallable) {
  return jsvm::Check(VmCall(env), value, isCallable, jsvm::IsCallable);
}

JSVM_Status OH_JSVM_IsConstructor(JSVM_Env env, JSVM_Value value, bool* isConstructor) {
  return jsvm::Check(VmCall(env), value, isConstructor,
                     [](Value value) { return value->IsObject() && value.As<v8::Object>()->IsConstructor(); });
}

JSVM_Status OH_JSVM_IsArray(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsArray(); });
}

JSVM_Status OH_JSVM_IsArraybuffer(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsArrayBuffer(); });
}

JSVM_Status OH_JSVM_IsTypedarray(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsTypedArray(); });
}

JSVM_Status OH_JSVM_IsDataview(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsDataView(); });
}

JSVM_Status OH_JSVM_IsDate(JSVM_Env env, JSVM_Value value, bool* isDate) {
  return jsvm::Check(VmCall(env), value, isDate, [](Value value) { return value->IsDate(); });
}

JSVM_Status OH_JSVM_IsRegExp(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsRegExp(); });
}

JSVM_Status OH_JSVM_IsMap(JSVM_Env env, JSVM_Value value, bool* isMap) {
  return jsvm::Check(VmCall(env), value, isMap, [](Value value) { return value->IsMap(); });
}

JSVM_Status OH_JSVM_IsSet(JSVM_Env env, JSVM_Value value, bool* isSet) {
  return jsvm::Check(VmCall(env), value, isSet, [](Value value) { return value->IsSet(); });
}

JSVM_Status OH_JSVM_IsPromise(JSVM_Env env, JSVM_Value value, bool* isPromise) {
  return jsvm::Check(VmCall(env), value, isPromise, [](Value value) { return value->IsPromise(); });
}

JSVM_Status OH_JSVM_IsProxy(JSVM_Env env, JSVM_Value value, bool* isProxy) {
  return jsvm::Check(VmCall(env), value, isProxy, [](Value value) { return value->IsProxy(); });
}

JSVM_Status OH_JSVM_IsError(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsNativeError(); });
}

JSVM_Status OH_JSVM_IsBigIntObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsBigIntObject(); });
}

JSVM_Status OH_JSVM_IsBooleanObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsBooleanObject(); });
}

JSVM_Status OH_JSVM_IsNumberObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsNumberObject(); });
}

JSVM_Status OH_JSVM_IsStringObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsStringObject(); });
}

JSVM_Status OH_JSVM_IsSymbolObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsSymbolObject(); });
}

JSVM_Status OH_JSVM_IsWasmModuleObject(JSVM_Env env, JSVM_Value value, bool* result) {
  return jsvm::Check(VmCall(env), value, result, [](Value value) { return value->IsWasmModuleObject(); });
}
