// BigInts.
#include "core/entry.h"

using jsvm::AnyNull;
using jsvm::VmCall;

JSVM_Status OH_JSVM_CreateBigintInt64(JSVM_Env env, int64_t value, JSVM_Value* result) {
  VmCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::BigInt::New(call.isolate(), value));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateBigintUint64(JSVM_Env env, uint64_t value, JSVM_Value* result) {
  VmCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::BigInt::NewFromUnsigned(call.isolate(), value));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateBigintWords(JSVM_Env env, int signBit, size_t wordCount, const uint64_t* words,
                                      JSVM_Value* result) {
  jsvm::JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(words, result)) return call.Fail(JSVM_INVALID_ARG);
  if (wordCount > static_cast<size_t>(INT_MAX)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::BigInt> bigint;
  if (!v8::BigInt::NewFromWords(call.context(), signBit, static_cast<int>(wordCount), words).ToLocal(&bigint)) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  *result = call.Out(bigint);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetValueBigintInt64(JSVM_Env env, JSVM_Value value, int64_t* result, bool* lossless) {
  VmCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result, lossless)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> bigint = call.In(value);
  if (!bigint->IsBigInt()) return call.Fail(JSVM_BIGINT_EXPECTED);
  *result = bigint.As<v8::BigInt>()->Int64Value(lossless);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetValueBigintUint64(JSVM_Env env, JSVM_Value value, uint64_t* result, bool* lossless) {
  VmCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result, lossless)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> bigint = call.In(value);
  if (!bigint->IsBigInt()) return call.Fail(JSVM_BIGINT_EXPECTED);
  *result = bigint.As<v8::BigInt>()->Uint64Value(lossless);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetValueBigintWords(JSVM_Env env, JSVM_Value value, int* signBit, size_t* wordCount,
                                        uint64_t* words) {
  VmCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, wordCount)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> local = call.In(value);
  if (!local->IsBigInt()) return call.Fail(JSVM_BIGINT_EXPECTED);
  v8::Local<v8::BigInt> bigint = local.As<v8::BigInt>();
  if (signBit == nullptr && words == nullptr) {
    *wordCount = static_cast<size_t>(bigint->WordCount());
    return call.Ok();
  }
  if (AnyNull(signBit, words)) return call.Fail(JSVM_INVALID_ARG);
  int count = *wordCount > static_cast<size_t>(INT_MAX) ? INT_MAX : static_cast<int>(*wordCount);
  bigint->ToWordsArray(signBit, &count, words);
  *wordCount = static_cast<size_t>(count);
  return call.Ok();
}
