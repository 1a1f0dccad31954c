// Objects: plain ones, Map, Set, RegExp, proxies; prototypes; freeze and seal.
#include "core/entry.h"

JSVM_Status OH_JSVM_CreateObject(JSVM_Env env, JSVM_Value* result) {
  jsvm::ContextCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::Object::New(call.isolate()));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateMap(JSVM_Env env, JSVM_Value* result) {
  jsvm::ContextCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::Map::New(call.isolate()));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateSet(JSVM_Env env, JSVM_Value* result) {
  jsvm::ContextCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.Out(v8::Set::New(call.isolate()));
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateRegExp(JSVM_Env env, JSVM_Value value, JSVM_RegExpFlags flags, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> pattern = call.In(value);
  if (!pattern->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  static_assert(int{JSVM_REGEXP_GLOBAL} == v8::RegExp::kGlobal && int{JSVM_REGEXP_STICKY} == v8::RegExp::kSticky &&
                int{JSVM_REGEXP_LINEAR} == v8::RegExp::kLinear &&
                int{JSVM_REGEXP_UNICODE_SETS} == v8::RegExp::kUnicodeSets);
  v8::Local<v8::RegExp> regexp;
  if (!v8::RegExp::New(call.context(), pattern.As<v8::String>(), static_cast<v8::RegExp::Flags>(flags))
           .ToLocal(&regexp)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  *result = call.Out(regexp);
  return call.Ok();
}

namespace jsvm {

namespace {

JSVM_Status SetIntegrity(JSVM_Env env, JSVM_Value object, v8::IntegrityLevel level, const char* function) {
  JsCall call(env, function);
  if (!call) return call.status();
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  if (!target->SetIntegrityLevel(call.context(), level).FromMaybe(false)) {
    return call.Fail(call.HasCaught() ? JSVM_PENDING_EXCEPTION : JSVM_GENERIC_FAILURE);
  }
  return call.Ok();
}

JSVM_Status PrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value* result, const char* function) {
  JsCall call(env, function);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  *result = call.Out(target->GetPrototypeV2());
  return call.Ok();
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_ObjectFreeze(JSVM_Env env, JSVM_Value object) {
  return jsvm::SetIntegrity(env, object, v8::IntegrityLevel::kFrozen, __func__);
}

JSVM_Status OH_JSVM_ObjectSeal(JSVM_Env env, JSVM_Value object) {
  return jsvm::SetIntegrity(env, object, v8::IntegrityLevel::kSealed, __func__);
}

JSVM_Status OH_JSVM_GetPrototype(JSVM_Env env, JSVM_Value object, JSVM_Value* result) {
  return jsvm::PrototypeOf(env, object, result, __func__);
}

JSVM_Status OH_JSVM_ObjectGetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value* result) {
  return jsvm::PrototypeOf(env, object, result, __func__);
}

JSVM_Status OH_JSVM_ObjectSetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value prototype) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (prototype == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  v8::Local<v8::Value> parent = call.In(prototype);
  if (!parent->IsObject()) return call.Fail(JSVM_INVALID_ARG);
  if (!target->SetPrototypeV2(call.context(), parent).FromMaybe(false)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateProxy(JSVM_Env env, JSVM_Value target, JSVM_Value handler, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(target, handler, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> target_value = call.In(target);
  v8::Local<v8::Value> handler_value = call.In(handler);
  if (!target_value->IsObject() || !handler_value->IsObject()) return call.Fail(JSVM_OBJECT_EXPECTED);
  v8::Local<v8::Proxy> proxy;
  if (!v8::Proxy::New(call.context(), target_value.As<v8::Object>(), handler_value.As<v8::Object>()).ToLocal(&proxy)) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  *result = call.Out(proxy);
  return call.Ok();
}

JSVM_Status OH_JSVM_ProxyGetTarget(JSVM_Env env, JSVM_Value value, JSVM_Value* result) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> proxy = call.In(value);
  if (!proxy->IsProxy()) return call.Fail(JSVM_INVALID_TYPE);
  *result = call.Out(proxy.As<v8::Proxy>()->GetTarget());
  return call.Ok();
}
