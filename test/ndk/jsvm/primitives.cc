// Singletons, numbers, symbols, dates.
#include <cmath>

#include "core/entry.h"

namespace jsvm {

namespace {

// What the small creators have in common: check the out pointer, make a value, report.
template <typename Call, typename Make>
JSVM_Status Create(Call&& call, JSVM_Value* result, Make&& make) {
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(make(call));
  return call.Ok();
}

// Number to int64 as the contract says: no number and both infinities 0, fraction cut, out of range saturated.
int64_t ToInt64(double number) {
  constexpr double kLimit = 9223372036854775808.0;  // 2^63
  if (!std::isfinite(number)) return 0;
  if (number >= kLimit) return INT64_MAX;
  if (number <= -kLimit) return INT64_MIN;
  return static_cast<int64_t>(number);
}

// What the number getters have in common.
template <typename T, typename Read>
JSVM_Status GetNumber(VmCall&& call, JSVM_Value value, T* result, Read&& read) {
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> local = call.In(value);
  if (IsSmallNumber(local)) {
    *result = static_cast<T>(SmallNumber(local));
    return call.Ok();
  }
  if (!local->IsNumber()) return call.Fail(JSVM_NUMBER_EXPECTED);
  *result = read(local);
  return call.Ok();
}

JSVM_Status GetSymbol(VmCall&& call, JSVM_Value* result, v8::Local<v8::Symbol> (*symbol)(v8::Isolate*)) {
  return Create(std::move(call), result, [&](auto& entered) { return symbol(entered.isolate()); });
}

}  // namespace

}  // namespace jsvm

using jsvm::AnyNull;
using jsvm::VmCall;

JSVM_Status OH_JSVM_GetUndefined(JSVM_Env env, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result, [](auto& call) { return v8::Undefined(call.isolate()); });
}

JSVM_Status OH_JSVM_GetNull(JSVM_Env env, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result, [](auto& call) { return v8::Null(call.isolate()); });
}

JSVM_Status OH_JSVM_GetBoolean(JSVM_Env env, bool value, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result, [&](auto& call) { return v8::Boolean::New(call.isolate(), value); });
}

JSVM_Status OH_JSVM_GetGlobal(JSVM_Env env, JSVM_Value* result) {
  return jsvm::Create(jsvm::ContextCall(env), result, [](auto& call) { return call.context()->Global(); });
}

JSVM_Status OH_JSVM_CreateDouble(JSVM_Env env, double value, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result, [&](auto& call) { return v8::Number::New(call.isolate(), value); });
}

JSVM_Status OH_JSVM_CreateInt32(JSVM_Env env, int32_t value, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result, [&](auto& call) { return jsvm::NewInt32(call.isolate(), value); });
}

JSVM_Status OH_JSVM_CreateUint32(JSVM_Env env, uint32_t value, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result,
                      [&](auto& call) { return v8::Integer::NewFromUnsigned(call.isolate(), value); });
}

JSVM_Status OH_JSVM_CreateInt64(JSVM_Env env, int64_t value, JSVM_Value* result) {
  return jsvm::Create(VmCall(env), result,
                      [&](auto& call) { return v8::Number::New(call.isolate(), static_cast<double>(value)); });
}

JSVM_Status OH_JSVM_GetValueBool(JSVM_Env env, JSVM_Value value, bool* result) {
  VmCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> local = call.In(value);
  if (!local->IsBoolean()) return call.Fail(JSVM_BOOLEAN_EXPECTED);
  *result = local->IsTrue();
  return call.Ok();
}

JSVM_Status OH_JSVM_GetValueDouble(JSVM_Env env, JSVM_Value value, double* result) {
  return jsvm::GetNumber(VmCall(env), value, result,
                         [](v8::Local<v8::Value> number) { return number.As<v8::Number>()->Value(); });
}

JSVM_Status OH_JSVM_GetValueInt32(JSVM_Env env, JSVM_Value value, int32_t* result) {
  return jsvm::GetNumber(VmCall(env), value, result, [](v8::Local<v8::Value> number) {
    // The context is not used for a value that is a number already.
    return number->Int32Value(v8::Local<v8::Context>()).FromMaybe(0);
  });
}

JSVM_Status OH_JSVM_GetValueUint32(JSVM_Env env, JSVM_Value value, uint32_t* result) {
  return jsvm::GetNumber(VmCall(env), value, result, [](v8::Local<v8::Value> number) {
    if (number->IsUint32()) return number.As<v8::Uint32>()->Value();
    return number->Uint32Value(v8::Local<v8::Context>()).FromMaybe(0);
  });
}

JSVM_Status OH_JSVM_GetValueInt64(JSVM_Env env, JSVM_Value value, int64_t* result) {
  return jsvm::GetNumber(VmCall(env), value, result,
                         [](v8::Local<v8::Value> number) { return jsvm::ToInt64(number.As<v8::Number>()->Value()); });
}

JSVM_Status OH_JSVM_CreateSymbol(JSVM_Env env, JSVM_Value description, JSVM_Value* result) {
  VmCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (description == nullptr) {
    *result = call.Out(v8::Symbol::New(call.isolate()));
    return call.Ok();
  }
  v8::Local<v8::Value> text = call.In(description);
  if (!text->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  *result = call.Out(v8::Symbol::New(call.isolate(), text.As<v8::String>()));
  return call.Ok();
}

JSVM_Status OH_JSVM_SymbolFor(JSVM_Env env, const char* utf8description, size_t length, JSVM_Value* result) {
  VmCall call(env);
  if (!call) return call.status();
  JSVM_Value description = nullptr;
  JSVM_Status status =
      OH_JSVM_CreateStringUtf8(env, utf8description, length, result == nullptr ? nullptr : &description);
  if (status != JSVM_OK) return status;
  *result = call.Out(v8::Symbol::For(call.isolate(), call.In(description).As<v8::String>()));
  return call.Ok();
}

JSVM_Status OH_JSVM_GetSymbolAsyncIterator(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetAsyncIterator);
}

JSVM_Status OH_JSVM_GetSymbolHasInstance(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetHasInstance);
}

JSVM_Status OH_JSVM_GetSymbolIsConcatSpreadable(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetIsConcatSpreadable);
}

JSVM_Status OH_JSVM_GetSymbolIterator(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetIterator);
}

JSVM_Status OH_JSVM_GetSymbolMatch(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetMatch);
}

JSVM_Status OH_JSVM_GetSymbolReplace(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetReplace);
}

JSVM_Status OH_JSVM_GetSymbolSearch(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetSearch);
}

JSVM_Status OH_JSVM_GetSymbolSplit(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetSplit);
}

JSVM_Status OH_JSVM_GetSymbolToPrimitive(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetToPrimitive);
}

JSVM_Status OH_JSVM_GetSymbolToStringTag(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetToStringTag);
}

JSVM_Status OH_JSVM_GetSymbolUnscopables(JSVM_Env env, JSVM_Value* result) {
  return jsvm::GetSymbol(VmCall(env), result, v8::Symbol::GetUnscopables);
}

JSVM_Status OH_JSVM_CreateDate(JSVM_Env env, double time, JSVM_Value* result) {
  jsvm::JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> date;
  if (!v8::Date::New(call.context(), time).ToLocal(&date)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(date);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetDateValue(JSVM_Env env, JSVM_Value value, double* result) {
  jsvm::JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> date = call.In(value);
  if (!date->IsDate()) return call.Fail(JSVM_DATE_EXPECTED);
  *result = date.As<v8::Date>()->ValueOf();
  return call.Ok();
}
