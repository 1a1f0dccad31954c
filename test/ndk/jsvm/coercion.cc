// Coercion, equality, instanceof, JSON: these may run JS.
#include "core/entry.h"
#include "core/error.h"

namespace jsvm {

namespace {

// What the coercions have in common: `convert` may throw, and then gives `expected`.
template <typename Convert>
JSVM_Status Coerce(JsCall&& call, JSVM_Value value, JSVM_Value* result, JSVM_Status expected, Convert&& convert) {
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> converted;
  if (!convert(call.In(value), call.context()).ToLocal(&converted)) return call.Fail(expected);
  *result = call.Out(converted);
  return call.Ok();
}

using Value = v8::Local<v8::Value>;
using Context = v8::Local<v8::Context>;
using Maybe = v8::MaybeLocal<v8::Value>;

// MaybeLocals of derived types do not convert by themselves.
template <typename T>
Maybe AsValue(v8::MaybeLocal<T> maybe) {
  v8::Local<T> local;
  return maybe.ToLocal(&local) ? Maybe(local) : Maybe();
}

}  // namespace

}  // namespace jsvm

using jsvm::AnyNull;
using jsvm::Context;
using jsvm::JsCall;
using jsvm::Value;

JSVM_Status OH_JSVM_CoerceToBool(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  bool truth = call.In(value)->BooleanValue(call.isolate());
  *result = call.Out(v8::Boolean::New(call.isolate(), truth));
  return call.Ok();
}

JSVM_Status OH_JSVM_CoerceToNumber(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  return jsvm::Coerce(JsCall(env), value, result, JSVM_NUMBER_EXPECTED,
                      [](Value from, Context context) { return jsvm::AsValue(from->ToNumber(context)); });
}

JSVM_Status OH_JSVM_CoerceToString(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  return jsvm::Coerce(JsCall(env), value, result, JSVM_STRING_EXPECTED,
                      [](Value from, Context context) { return jsvm::AsValue(from->ToString(context)); });
}

JSVM_Status OH_JSVM_CoerceToObject(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  return jsvm::Coerce(JsCall(env), value, result, JSVM_OBJECT_EXPECTED,
                      [](Value from, Context context) { return jsvm::AsValue(from->ToObject(context)); });
}

JSVM_Status OH_JSVM_CoerceToBigInt(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  return jsvm::Coerce(JsCall(env), value, result, JSVM_BIGINT_EXPECTED, [](Value from, Context context) {
    // JS's BigInt(5) works, ToBigInt(5) throws: V8's API does the latter, which is what the contract says.
    return jsvm::AsValue(from->ToBigInt(context));
  });
}

JSVM_Status OH_JSVM_StrictEquals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(lhs, rhs, result)) return call.Fail(JSVM_INVALID_ARG);
  *result = call.In(lhs)->StrictEquals(call.In(rhs));
  return call.Ok();
}

JSVM_Status OH_JSVM_Equals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(lhs, rhs, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Maybe<bool> equal = call.In(lhs)->Equals(call.context(), call.In(rhs));
  if (equal.IsNothing() && call.IsTerminated()) return call.Fail(JSVM_GENERIC_FAILURE);
  // A conversion that throws ends the process, as on the device: "Maybe value is Nothing".
  *result = equal.FromJust();
  return call.Ok();
}

JSVM_Status OH_JSVM_Instanceof(JSVM_Env env, JSVM_Value object, JSVM_Value constructor, bool* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(object, result)) return call.Fail(JSVM_INVALID_ARG);
  *result = false;
  if (constructor == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> right;
  if (!call.ToObject(constructor, &right)) return call.status();
  if (!right->IsCallable()) {
    jsvm::ThrowWithCode(call, v8::Exception::TypeError, "Constructor must be a function", "ERR_NAPI_CONS_FUNCTION");
    return call.Fail(JSVM_FUNCTION_EXPECTED);
  }
  bool is_instance = false;
  if (!call.In(object)->InstanceOf(call.context(), right).To(&is_instance)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = is_instance;
  return call.Ok();
}

JSVM_Status OH_JSVM_JsonParse(JSVM_Env env, JSVM_Value jsonString, JSVM_Value* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(jsonString, result)) return call.Fail(JSVM_INVALID_ARG);
  Value text = call.In(jsonString);
  if (!text->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  Value parsed;
  if (!v8::JSON::Parse(call.context(), text.As<v8::String>()).ToLocal(&parsed)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(parsed);
  return call.Ok();
}

JSVM_Status OH_JSVM_JsonStringify(JSVM_Env env, JSVM_Value jsonObject, JSVM_Value* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(jsonObject, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> text;
  if (!v8::JSON::Stringify(call.context(), call.In(jsonObject)).ToLocal(&text)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(text);
  return call.Ok();
}
