// Property descriptors: what CreateEnv, DefineClass and DefineProperties have in common.
#ifndef ARKHOST_JSVM_CORE_PROPERTY_H_
#define ARKHOST_JSVM_CORE_PROPERTY_H_

#include "callback.h"
#include "entry.h"

namespace jsvm {

// V8's attributes for those of a descriptor. WRITABLE says nothing about an accessor.
inline v8::PropertyAttribute AttributesOf(const JSVM_PropertyDescriptor& descriptor) {
  bool accessor = descriptor.getter != nullptr || descriptor.setter != nullptr;
  int attributes = v8::None;
  if (!accessor && (descriptor.attributes & JSVM_WRITABLE) == 0) attributes |= v8::ReadOnly;
  if ((descriptor.attributes & JSVM_ENUMERABLE) == 0) attributes |= v8::DontEnum;
  if ((descriptor.attributes & JSVM_CONFIGURABLE) == 0) attributes |= v8::DontDelete;
  return static_cast<v8::PropertyAttribute>(attributes);
}

// A template whose function calls `callback`; empty for nullptr. `signature` restricts the receiver.
inline v8::Local<v8::FunctionTemplate> TemplateFor(v8::Isolate* isolate, JSVM_Callback callback,
                                                   v8::Local<v8::Signature> signature = {}) {
  if (callback == nullptr) return {};
  return v8::FunctionTemplate::New(isolate, InvokeCallback, CallbackData(isolate, callback), signature);
}

// Puts a descriptor on a template: getter/setter, then method, then value. The value must be a primitive.
template <typename Template>
void SetOnTemplate(v8::Isolate* isolate, Template target, v8::Local<v8::Name> name,
                   const JSVM_PropertyDescriptor& descriptor, v8::Local<v8::Signature> signature = {}) {
  v8::PropertyAttribute attributes = AttributesOf(descriptor);
  if (descriptor.getter != nullptr || descriptor.setter != nullptr) {
    target->SetAccessorProperty(name, TemplateFor(isolate, descriptor.getter), TemplateFor(isolate, descriptor.setter),
                                attributes);
  } else if (descriptor.method != nullptr) {
    target->Set(name, TemplateFor(isolate, descriptor.method, signature), attributes);
  } else {
    target->Set(name, ToV8(descriptor.value), attributes);
  }
}

// The name of a descriptor: utf8name, else the handle, which must be a string or a symbol.
JSVM_Status NameOf(const NativeCall& call, const JSVM_PropertyDescriptor& descriptor, v8::Local<v8::Name>* name);

// Which descriptors DefineOn looks at.
enum class Which { kAll, kStatic };

// Defines properties on an object, in order; stops at the first that fails and returns its status.
JSVM_Status DefineOn(const JsCall& call, v8::Local<v8::Object> object, size_t count,
                     const JSVM_PropertyDescriptor* properties, Which which);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_PROPERTY_H_
