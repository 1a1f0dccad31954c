// DefineProperties, also for the static members of classes.
#include "core/entry.h"
#include "core/property.h"

namespace jsvm {

JSVM_Status NameOf(const NativeCall& call, const JSVM_PropertyDescriptor& descriptor, v8::Local<v8::Name>* name) {
  if (descriptor.utf8name != nullptr) {
    v8::Local<v8::String> text;
    if (!NewName(call.isolate(), descriptor.utf8name).ToLocal(&text)) return JSVM_GENERIC_FAILURE;
    *name = text;
    return JSVM_OK;
  }
  if (descriptor.name == nullptr) return JSVM_INVALID_ARG;
  v8::Local<v8::Value> value = call.In(descriptor.name);
  if (!value->IsName()) return JSVM_NAME_EXPECTED;
  *name = value.As<v8::Name>();
  return JSVM_OK;
}

namespace {

// A function for a descriptor's callback. False when the engine refuses; empty and true for nullptr.
bool FunctionFor(const JsCall& call, JSVM_Callback callback, v8::Local<v8::Function>* function) {
  if (callback == nullptr) return true;
  v8::Local<v8::Value> data = CallbackData(call.isolate(), callback);
  return v8::Function::New(call.context(), InvokeCallback, data).ToLocal(function);
}

bool Define(const JsCall& call, v8::Local<v8::Object> object, v8::Local<v8::Name> name,
            const JSVM_PropertyDescriptor& from, v8::PropertyDescriptor& descriptor) {
  descriptor.set_enumerable((from.attributes & JSVM_ENUMERABLE) != 0);
  descriptor.set_configurable((from.attributes & JSVM_CONFIGURABLE) != 0);
  return object->DefineProperty(call.context(), name, descriptor).FromMaybe(false);
}

JSVM_Status DefineOne(const JsCall& call, v8::Local<v8::Object> object, const JSVM_PropertyDescriptor& from) {
  v8::Local<v8::Name> name;
  JSVM_Status status = NameOf(call, from, &name);
  if (status != JSVM_OK) return status;
  bool writable = (from.attributes & JSVM_WRITABLE) != 0;
  if (from.getter != nullptr || from.setter != nullptr) {
    v8::Local<v8::Function> getter;
    v8::Local<v8::Function> setter;
    if (!FunctionFor(call, from.getter, &getter) || !FunctionFor(call, from.setter, &setter)) {
      return JSVM_GENERIC_FAILURE;
    }
    v8::PropertyDescriptor descriptor(getter, setter);
    return Define(call, object, name, from, descriptor) ? JSVM_OK : JSVM_INVALID_ARG;
  }
  if (from.method != nullptr) {
    v8::Local<v8::Function> method;
    if (!FunctionFor(call, from.method, &method)) return JSVM_GENERIC_FAILURE;
    v8::PropertyDescriptor descriptor(method, writable);
    return Define(call, object, name, from, descriptor) ? JSVM_OK : JSVM_GENERIC_FAILURE;
  }
  if (from.value == nullptr) return JSVM_INVALID_ARG;
  v8::Local<v8::Value> value = call.In(from.value);
  constexpr int kPlain = JSVM_WRITABLE | JSVM_ENUMERABLE | JSVM_CONFIGURABLE;
  if ((from.attributes & kPlain) == kPlain) {
    // What an assignment makes: V8 has a quicker way for it.
    return object->CreateDataProperty(call.context(), name, value).FromMaybe(false) ? JSVM_OK : JSVM_INVALID_ARG;
  }
  v8::PropertyDescriptor descriptor(value, writable);
  return Define(call, object, name, from, descriptor) ? JSVM_OK : JSVM_INVALID_ARG;
}

}  // namespace

JSVM_Status DefineOn(const JsCall& call, v8::Local<v8::Object> object, size_t count,
                     const JSVM_PropertyDescriptor* properties, Which which) {
  // V8 would drain the microtasks after some kinds of property and not after others.
  v8::Isolate::SuppressMicrotaskExecutionScope no_microtasks(call.isolate());
  for (size_t i = 0; i < count; ++i) {
    if (which == Which::kStatic && (properties[i].attributes & JSVM_STATIC) == 0) continue;
    v8::HandleScope handles(call.isolate());
    JSVM_Status status = DefineOne(call, object, properties[i]);
    if (status != JSVM_OK) return status;
  }
  return JSVM_OK;
}

}  // namespace jsvm

JSVM_Status OH_JSVM_DefineProperties(JSVM_Env env, JSVM_Value object, size_t propertyCount,
                                     const JSVM_PropertyDescriptor* properties) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (propertyCount > 0 && properties == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Object> target;
  if (!call.ToObject(object, &target)) return call.status();
  JSVM_Status status = DefineOn(call, target, propertyCount, properties, Which::kAll);
  return status == JSVM_OK ? call.Ok() : call.Fail(status);
}
