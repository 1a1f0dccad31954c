// Private properties, and type tags, which are one.
#include "core/entry.h"
#include "core/error.h"
#include "core/external.h"
#include "core/private_key.h"

namespace jsvm {

namespace {

// The checks that the three functions of private properties have in common; both arguments are not NULL.
JSVM_Status PrivateArguments(const JsCall& call, JSVM_Value object, JSVM_Data key, v8::Local<v8::Object>* target,
                             v8::Local<v8::Private>* name) {
  v8::Local<v8::Value> value = call.In(object);
  if (!value->IsObject()) return JSVM_OBJECT_EXPECTED;
  v8::Local<v8::Data> data = ToV8(key);
  if (!data->IsPrivate()) return JSVM_INVALID_ARG;
  *target = value.As<v8::Object>();
  *name = data.As<v8::Private>();
  return JSVM_OK;
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreatePrivate(JSVM_Env env, JSVM_Value description, JSVM_Data* result) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> name;
  if (description != nullptr) {
    v8::Local<v8::Value> value = call.In(description);
    if (!value->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
    name = value.As<v8::String>();
  }
  *result = ToJsvm(v8::Private::New(call.isolate(), name));
  return call.Ok();
}

JSVM_Status OH_JSVM_SetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value value) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(object, key, value)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  v8::Local<v8::Private> name;
  JSVM_Status status = PrivateArguments(call, object, key, &target, &name);
  if (status != JSVM_OK) return call.Fail(status);
  if (!target->SetPrivate(call.context(), name, call.In(value)).FromMaybe(false)) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_GetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(object, key, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  v8::Local<v8::Private> name;
  JSVM_Status status = PrivateArguments(call, object, key, &target, &name);
  if (status != JSVM_OK) return call.Fail(status);
  v8::Local<v8::Value> value;
  if (!target->GetPrivate(call.context(), name).ToLocal(&value)) return call.Fail(JSVM_PENDING_EXCEPTION);
  *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_DeletePrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(object, key)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  v8::Local<v8::Private> name;
  JSVM_Status status = PrivateArguments(call, object, key, &target, &name);
  if (status != JSVM_OK) return call.Fail(status);
  if (!target->DeletePrivate(call.context(), name).FromMaybe(false)) return call.Fail(JSVM_PENDING_EXCEPTION);
  return call.Ok();
}

namespace jsvm {

namespace {

// Type tags report a failed ToObject as PENDING_EXCEPTION. False: `*status` says what to return.
bool TaggedObject(JsCall& call, JSVM_Value value, v8::Local<v8::Object>* object, JSVM_Status* status) {
  if (call.ToObject(value, object)) return true;
  *status = call.HasCaught() ? call.Fail(JSVM_PENDING_EXCEPTION) : call.status();
  return false;
}

constexpr int kTagWords = 2;

// On objects the tag is a bigint of two words, lower first.
bool StoreTag(const JsCall& call, v8::Local<v8::Object> object, const JSVM_TypeTag& tag) {
  const uint64_t words[kTagWords] = {tag.lower, tag.upper};
  v8::Local<v8::BigInt> number;
  return v8::BigInt::NewFromWords(call.context(), 0, kTagWords, words).ToLocal(&number) &&
         object->SetPrivate(call.context(), PrivateKey(call.vm(), PrivateName::kTypeTag), number).FromMaybe(false);
}

bool SameTag(const JSVM_TypeTag& tag, v8::Local<v8::Value> stored) {
  if (!stored->IsBigInt()) return false;
  int sign = 0;
  int count = kTagWords;
  uint64_t words[kTagWords] = {0, 0};
  stored.As<v8::BigInt>()->ToWordsArray(&sign, &count, words);
  return count <= kTagWords && words[0] == tag.lower && words[1] == tag.upper;
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_TypeTagObject(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  v8::Local<v8::Object> object;
  JSVM_Status status;
  if (!TaggedObject(call, value, &object, &status)) return status;
  if (typeTag == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (ExternalBox* box = BoxOf(object)) {
    if (box->tagged) return call.Fail(JSVM_INVALID_ARG);
    box->tagged = true;
    box->tag = *typeTag;
    return call.Ok();
  }
  v8::HandleScope handles(call.isolate());
  bool tagged = false;
  if (!object->HasPrivate(call.context(), PrivateKey(call.vm(), PrivateName::kTypeTag)).To(&tagged)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  if (tagged) return call.Fail(JSVM_INVALID_ARG);
  if (!StoreTag(call, object, *typeTag)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_CheckObjectTypeTag(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag, bool* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  v8::Local<v8::Object> object;
  JSVM_Status status;
  if (!TaggedObject(call, value, &object, &status)) return status;
  if (AnyNull(typeTag, result)) return call.Fail(JSVM_INVALID_ARG);
  if (ExternalBox* box = BoxOf(object)) {
    *result = box->tagged && box->tag.lower == typeTag->lower && box->tag.upper == typeTag->upper;
    return call.Ok();
  }
  v8::HandleScope handles(call.isolate());
  v8::Local<v8::Value> stored;
  if (!object->GetPrivate(call.context(), PrivateKey(call.vm(), PrivateName::kTypeTag)).ToLocal(&stored)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  *result = SameTag(*typeTag, stored);
  return call.Ok();
}
