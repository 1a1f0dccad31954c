// Classes: a function template each, with inheritance, internal fields and property handlers as options.
#include "core/entry.h"
#include "core/private_key.h"
#include "core/property.h"
#include "core/record.h"
#include "property_handlers.h"

namespace jsvm {

namespace {

// A class function keeps its template, for classes that derive from it: stock V8 has no way back from a function to its
// template. It stands in the internal field of a record, since properties hold values only.
bool RememberTemplate(const JsCall& call, v8::Local<v8::Function> function, v8::Local<v8::FunctionTemplate> tpl) {
  v8::Local<v8::Object> record;
  if (!NewRecord<1>(call).ToLocal(&record)) return false;
  record->SetInternalField(0, tpl);
  return function->SetPrivate(call.context(), PrivateKey(call.vm(), PrivateName::kClass), record).FromMaybe(false);
}

// The template of a class function; empty when it was not made from a class definition.
v8::Local<v8::FunctionTemplate> TemplateOf(const JsCall& call, v8::Local<v8::Function> function) {
  v8::Local<v8::Value> record;
  if (!function->GetPrivate(call.context(), PrivateKey(call.vm(), PrivateName::kClass)).ToLocal(&record) ||
      !record->IsObject()) {
    return {};
  }
  return record.As<v8::Object>()->GetInternalField(0).As<v8::FunctionTemplate>();
}

struct ClassName {
  const char* text;
  size_t length;
};

// What a definition is made of; the fields that a function does not have stay empty.
struct Definition {
  JSVM_Callback constructor;
  size_t property_count;
  const JSVM_PropertyDescriptor* properties;
  bool honour_no_receiver_check;
};

// A failure and whether it becomes the last error of the env.
struct Outcome {
  JSVM_Status status = JSVM_OK;
  bool silent = false;
};

constexpr Outcome kSilentInvalidArg{JSVM_INVALID_ARG, true};

JSVM_Status SetName(const JsCall& call, v8::Local<v8::FunctionTemplate> tpl, ClassName name) {
  if (name.length != JSVM_AUTO_LENGTH && name.length > static_cast<size_t>(INT_MAX)) return JSVM_INVALID_ARG;
  if (name.text == nullptr) return JSVM_INVALID_ARG;
  v8::Local<v8::String> text;
  if (!NewName(call.isolate(), name.text, name.length).ToLocal(&text)) return JSVM_GENERIC_FAILURE;
  tpl->SetClassName(text);
  return JSVM_OK;
}

// The members of the prototype.
JSVM_Status SetMembers(const JsCall& call, v8::Local<v8::FunctionTemplate> tpl, const Definition& definition) {
  v8::Isolate* isolate = call.isolate();
  v8::Local<v8::Signature> signature;
  for (size_t i = 0; i < definition.property_count; ++i) {
    const JSVM_PropertyDescriptor& descriptor = definition.properties[i];
    if ((descriptor.attributes & JSVM_STATIC) != 0) continue;
    v8::Local<v8::Name> name;
    JSVM_Status status = NameOf(call, descriptor, &name);
    if (status != JSVM_OK) return status;
    bool calls = descriptor.getter != nullptr || descriptor.setter != nullptr || descriptor.method != nullptr;
    if (!calls) {
      if (descriptor.value == nullptr) return JSVM_INVALID_ARG;
      call.In(descriptor.value);
    }
    bool unchecked = definition.honour_no_receiver_check && (descriptor.attributes & JSVM_NO_RECEIVER_CHECK) != 0;
    if (signature.IsEmpty()) signature = v8::Signature::New(isolate, tpl);
    SetOnTemplate(isolate, tpl->PrototypeTemplate(), name, descriptor,
                  unchecked ? v8::Local<v8::Signature>() : signature);
  }
  return JSVM_OK;
}

// Makes the function of a finished template, hands it out and defines the static members on it.
JSVM_Status Finish(const JsCall& call, v8::EscapableHandleScope& handles, v8::Local<v8::FunctionTemplate> tpl,
                   const Definition& definition, JSVM_Value* result) {
  v8::Local<v8::Function> function;
  if (!tpl->GetFunction(call.context()).ToLocal(&function) || !RememberTemplate(call, function, tpl)) {
    return call.HasCaught() ? JSVM_PENDING_EXCEPTION : JSVM_GENERIC_FAILURE;
  }
  function = handles.Escape(function);
  *result = call.Out(function);
  return DefineOn(call, function, definition.property_count, definition.properties, Which::kStatic);
}

// Common to the three functions: `extend` does what is special about one of them before the members are set.
template <typename Extend>
JSVM_Status DefineClass(const JsCall& call, ClassName name, const Definition& definition, JSVM_Value* result,
                        Extend&& extend) {
  if (definition.property_count > 0 && definition.properties == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::EscapableHandleScope handles(call.isolate());
  v8::Local<v8::FunctionTemplate> tpl = TemplateFor(call.isolate(), definition.constructor);
  Outcome outcome{SetName(call, tpl, name)};
  if (outcome.status == JSVM_OK) outcome = extend(tpl);
  if (outcome.status == JSVM_OK) outcome.status = SetMembers(call, tpl, definition);
  if (outcome.status == JSVM_OK) outcome.status = Finish(call, handles, tpl, definition, result);
  if (outcome.status == JSVM_OK) return call.Ok();
  return outcome.silent ? outcome.status : call.Fail(outcome.status);
}

// More internal fields than this do not fit into an object: V8 would end the process.
constexpr int kMostInternalFields = 250;

Outcome Apply(const JsCall& call, v8::Local<v8::ObjectTemplate> instance, const JSVM_DefineClassOptions& option) {
  switch (option.id) {
    case JSVM_DEFINE_CLASS_NORMAL:
      return {};
    case JSVM_DEFINE_CLASS_WITH_COUNT:
      if (option.content.num < 0 || option.content.num > kMostInternalFields) return kSilentInvalidArg;
      instance->SetInternalFieldCount(option.content.num);
      return {};
    case JSVM_DEFINE_CLASS_WITH_PROPERTY_HANDLER: {
      const auto* handler = static_cast<const JSVM_PropertyHandler*>(option.content.ptr);
      if (handler == nullptr || handler->propertyHandlerCfg == nullptr) return {JSVM_INVALID_ARG};
      if (!SetPropertyHandlers(call, instance, *handler->propertyHandlerCfg, handler->callAsFunctionCallback)) {
        return {JSVM_GENERIC_FAILURE};
      }
      return {};
    }
    default:
      return kSilentInvalidArg;
  }
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_DefineClass(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                size_t propertyCount, const JSVM_PropertyDescriptor* properties, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(result, constructor)) return call.Fail(JSVM_INVALID_ARG);
  Definition definition{constructor, propertyCount, properties, true};
  return DefineClass(call, {utf8name, length}, definition, result,
                     [](v8::Local<v8::FunctionTemplate>) { return Outcome{}; });
}

JSVM_Status OH_JSVM_DefineClassWithPropertyHandler(JSVM_Env env, const char* utf8name, size_t length,
                                                   JSVM_Callback constructor, size_t propertyCount,
                                                   const JSVM_PropertyDescriptor* properties,
                                                   JSVM_PropertyHandlerCfg propertyHandlerCfg,
                                                   JSVM_Callback callAsFunctionCallback, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(result, constructor)) return call.Fail(JSVM_INVALID_ARG);
  if (constructor->callback == nullptr || propertyHandlerCfg == nullptr) return call.Fail(JSVM_INVALID_ARG);
  Definition definition{constructor, propertyCount, properties, true};
  return DefineClass(call, {utf8name, length}, definition, result, [&](v8::Local<v8::FunctionTemplate> tpl) {
    bool set = SetPropertyHandlers(call, tpl->InstanceTemplate(), *propertyHandlerCfg, callAsFunctionCallback);
    return Outcome{set ? JSVM_OK : JSVM_GENERIC_FAILURE};
  });
}

JSVM_Status OH_JSVM_DefineClassWithOptions(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                           size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                           JSVM_Value parentClass, size_t option_count,
                                           JSVM_DefineClassOptions options[], JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(result, constructor)) return call.Fail(JSVM_INVALID_ARG);
  if (constructor->callback == nullptr) return call.Fail(JSVM_INVALID_ARG);
  Definition definition{constructor, propertyCount, properties, false};
  return DefineClass(call, {utf8name, length}, definition, result, [&](v8::Local<v8::FunctionTemplate> tpl) -> Outcome {
    if (parentClass != nullptr) {
      v8::Local<v8::Value> parent = call.In(parentClass);
      if (!parent->IsFunction()) return {JSVM_INVALID_ARG};
      v8::Local<v8::FunctionTemplate> parent_template = TemplateOf(call, parent.As<v8::Function>());
      if (parent_template.IsEmpty()) return kSilentInvalidArg;
      tpl->Inherit(parent_template);
    }
    if (option_count > 0 && options == nullptr) return {JSVM_INVALID_ARG};
    for (size_t i = 0; i < option_count; ++i) {
      Outcome outcome = Apply(call, tpl->InstanceTemplate(), options[i]);
      if (outcome.status != JSVM_OK) return outcome;
    }
    return {};
  });
}
