// Properties and elements of objects: set, get, has, delete; the lists of names.
#include "core/entry.h"

JSVM_Status OH_JSVM_SetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value value) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(key, value)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (target->Set(call.context(), call.In(key), call.In(value)).IsNothing()) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(key, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::Local<v8::Value> value;
  if (!target->Get(call.context(), call.In(key)).ToLocal(&value)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_HasProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(result, key)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (!target->Has(call.context(), call.In(key)).To(result)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_DeleteProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (key == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  bool deleted = false;
  if (!target->Delete(call.context(), call.In(key)).To(&deleted)) return call.Fail(JSVM_GENERIC_FAILURE);
  if (result != nullptr) *result = deleted;
  return call.Ok();
}

JSVM_Status OH_JSVM_HasOwnProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(key, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::Local<v8::Value> name = call.In(key);
  if (!name->IsName()) return call.Fail(JSVM_NAME_EXPECTED);
  if (!target->HasOwnProperty(call.context(), name.As<v8::Name>()).To(result)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_SetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name, JSVM_Value value) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (value == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (utf8name == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> name;
  if (!NewName(call.isolate(), utf8name).ToLocal(&name)) return call.Fail(JSVM_GENERIC_FAILURE);
  if (target->Set(call.context(), name, call.In(value)).IsNothing()) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_HasNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (utf8name == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> name;
  if (!NewName(call.isolate(), utf8name).ToLocal(&name)) return call.Fail(JSVM_GENERIC_FAILURE);
  if (!target->Has(call.context(), name).To(result)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  // Unlike in the two functions above, a bad name is found before a bad object.
  if (AnyNull(result, utf8name)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> name;
  if (!NewName(call.isolate(), utf8name).ToLocal(&name)) return call.Fail(JSVM_GENERIC_FAILURE);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::Local<v8::Value> value;
  if (!target->Get(call.context(), name).ToLocal(&value)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_SetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value value) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (value == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (target->Set(call.context(), index, call.In(value)).IsNothing()) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::Local<v8::Value> value;
  if (!target->Get(call.context(), index).ToLocal(&value)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_HasElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (!target->Has(call.context(), index).To(result)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_DeleteElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  bool deleted = false;
  // Unlike for names, V8 would drain the microtasks afterwards.
  v8::Isolate::SuppressMicrotaskExecutionScope no_microtasks(call.isolate());
  if (!target->Delete(call.context(), index).To(&deleted)) return call.Fail(JSVM_GENERIC_FAILURE);
  if (result != nullptr) *result = deleted;
  return call.Ok();
}

namespace jsvm {

namespace {

bool ModeOf(JSVM_KeyCollectionMode from, v8::KeyCollectionMode* mode) {
  if (from != JSVM_KEY_INCLUDE_PROTOTYPES && from != JSVM_KEY_OWN_ONLY) return false;
  *mode = from == JSVM_KEY_OWN_ONLY ? v8::KeyCollectionMode::kOwnOnly : v8::KeyCollectionMode::kIncludePrototypes;
  return true;
}

bool ConversionOf(JSVM_KeyConversion from, v8::KeyConversionMode* conversion) {
  if (from != JSVM_KEY_KEEP_NUMBERS && from != JSVM_KEY_NUMBERS_TO_STRINGS) return false;
  *conversion =
      from == JSVM_KEY_KEEP_NUMBERS ? v8::KeyConversionMode::kKeepNumbers : v8::KeyConversionMode::kConvertToString;
  return true;
}

// The bits are V8's; those it does not know are ignored.
v8::PropertyFilter FilterOf(JSVM_KeyFilter from) {
  static_assert(int{JSVM_KEY_WRITABLE} == v8::ONLY_WRITABLE && int{JSVM_KEY_ENUMERABLE} == v8::ONLY_ENUMERABLE &&
                int{JSVM_KEY_CONFIGURABLE} == v8::ONLY_CONFIGURABLE && int{JSVM_KEY_SKIP_STRINGS} == v8::SKIP_STRINGS &&
                int{JSVM_KEY_SKIP_SYMBOLS} == v8::SKIP_SYMBOLS);
  constexpr int kKnown =
      v8::ONLY_WRITABLE | v8::ONLY_ENUMERABLE | v8::ONLY_CONFIGURABLE | v8::SKIP_STRINGS | v8::SKIP_SYMBOLS;
  return static_cast<v8::PropertyFilter>(from & kKnown);
}

JSVM_Status PropertyNames(JSVM_Env env, JSVM_Value object, JSVM_KeyCollectionMode key_mode, JSVM_KeyFilter filter,
                          JSVM_KeyConversion key_conversion, JSVM_Value* result, const char* function) {
  JsCall call(env, function);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::KeyCollectionMode mode;
  v8::KeyConversionMode conversion;
  if (!ModeOf(key_mode, &mode) || !ConversionOf(key_conversion, &conversion)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Array> names;
  if (!target->GetPropertyNames(call.context(), mode, FilterOf(filter), v8::IndexFilter::kIncludeIndices, conversion)
           .ToLocal(&names)) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  *result = call.Out(names);
  return call.Ok();
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_GetAllPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_KeyCollectionMode keyMode,
                                        JSVM_KeyFilter keyFilter, JSVM_KeyConversion keyConversion,
                                        JSVM_Value* result) {
  return jsvm::PropertyNames(env, object, keyMode, keyFilter, keyConversion, result, __func__);
}

JSVM_Status OH_JSVM_GetPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_Value* result) {
  constexpr auto kFilter = static_cast<JSVM_KeyFilter>(JSVM_KEY_ENUMERABLE | JSVM_KEY_SKIP_SYMBOLS);
  return jsvm::PropertyNames(env, object, JSVM_KEY_INCLUDE_PROTOTYPES, kFilter, JSVM_KEY_NUMBERS_TO_STRINGS, result,
                             __func__);
}
