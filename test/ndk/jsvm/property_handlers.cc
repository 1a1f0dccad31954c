#include "property_handlers.h"

#include "core/callback.h"
#include "core/record.h"

namespace jsvm {

namespace {

using Configuration = JSVM_PropertyHandlerConfigurationStruct;

// The interceptors' data is an object of V8's heap whose internal fields hold the copy of the configuration, so that it
// lives exactly as long as the class and keeps the captured values alive.
enum Field { kNamedData, kIndexedData, kGetter, kSetter, kDeleter, kEnumerator, kNamedEnd };
constexpr int kIndexedSlots = kNamedEnd - kGetter;  // distance from a named slot to its indexed twin
constexpr int kFields = kNamedEnd + kIndexedSlots;

constexpr v8::ExternalPointerTypeTag kSlotTag = v8::kExternalPointerTypeTagDefault;

using GetterSlot = decltype(Configuration::genericNamedPropertyGetterCallback);
using SetterSlot = decltype(Configuration::genericNamedPropertySetterCallback);
using DeleterSlot = decltype(Configuration::genericNamedPropertyDeleterCallback);
using EnumeratorSlot = decltype(Configuration::genericNamedPropertyEnumeratorCallback);

template <typename Slot>
void Store(v8::Isolate* isolate, v8::Local<v8::Object> record, int field, Slot slot) {
  if (slot == nullptr) return;
  record->SetInternalField(field, v8::External::New(isolate, reinterpret_cast<void*>(slot), kSlotTag));
}

// What one interception needs. `this` and the data are handles of the scope that it opens.
template <typename Info>
class Interception {
 public:
  Interception(const Info& info, bool indexed)
      : handles_(info.GetIsolate()), info_(info), indexed_(indexed), env_(CallbackEnv(info.GetIsolate())) {}

  // False when the env was destroyed while its objects live on in another one.
  bool alive() const { return env_ != nullptr; }

  // Runs the module's callback of a slot with the given arguments, `this` and the data after them.
  template <typename Slot, typename... Arguments>
  JSVM_Value Run(Field field, Arguments... arguments) {
    v8::Local<v8::Object> record = info_.Data().template As<v8::Object>();
    int index = field + (indexed_ ? kIndexedSlots : 0);
    v8::Local<v8::Value> external = record->GetInternalField(index).template As<v8::Value>();
    auto slot = reinterpret_cast<Slot>(external.As<v8::External>()->Value(kSlotTag));
    v8::Local<v8::Value> data = record->GetInternalField(indexed_ ? kIndexedData : kNamedData).template As<v8::Value>();
    return RunNative(env_, [&] {
      NativeCall call(env_);
      // The record itself stands for NULL.
      JSVM_Value captured = data == record ? nullptr : call.Out(data);
      return slot(env_, call.Out(arguments)..., call.Out(info_.HolderV2()), captured);
    });
  }

 private:
  v8::HandleScope handles_;
  const Info& info_;
  bool indexed_;
  JSVM_Env env_;
};

template <typename Info>
v8::Intercepted Get(v8::Local<v8::Value> key, const Info& info, bool indexed) {
  Interception<Info> interception(info, indexed);
  if (!interception.alive()) return v8::Intercepted::kNo;
  JSVM_Value value = interception.template Run<GetterSlot>(kGetter, key);
  if (value != nullptr) info.GetReturnValue().Set(ToV8(value));
  return v8::Intercepted::kYes;
}

template <typename Info>
v8::Intercepted Set(v8::Local<v8::Value> key, v8::Local<v8::Value> value, const Info& info, bool indexed) {
  Interception<Info> interception(info, indexed);
  if (!interception.alive()) return v8::Intercepted::kNo;
  interception.template Run<SetterSlot>(kSetter, key, value);
  return v8::Intercepted::kYes;
}

template <typename Info>
v8::Intercepted Delete(v8::Local<v8::Value> key, const Info& info, bool indexed) {
  Interception<Info> interception(info, indexed);
  if (!interception.alive()) return v8::Intercepted::kNo;
  JSVM_Value outcome = interception.template Run<DeleterSlot>(kDeleter, key);
  if (outcome != nullptr && ToV8(outcome)->IsBoolean()) info.GetReturnValue().Set(ToV8(outcome).As<v8::Boolean>());
  return v8::Intercepted::kYes;
}

// V8 ends the process over keys of other types, so those are left out: they name no property.
bool IsKey(v8::Local<v8::Value> value, bool indexed) {
  return value->IsName() || (indexed && value->IsUint32());
}

// The keys among the elements; empty when reading them throws.
v8::MaybeLocal<v8::Array> KeysOf(v8::Isolate* isolate, v8::Local<v8::Array> elements, bool indexed) {
  v8::Local<v8::Context> context = isolate->GetCurrentContext();
  std::vector<v8::Local<v8::Value>> keys;
  uint32_t length = elements->Length();
  keys.reserve(length < 64 ? length : 64);  // a long array may be all holes
  for (uint32_t i = 0; i < length; ++i) {
    v8::Local<v8::Value> value;
    if (!elements->Get(context, i).ToLocal(&value)) return {};
    if (IsKey(value, indexed)) keys.push_back(value);
  }
  return keys.size() == length ? elements : v8::Array::New(isolate, keys.data(), keys.size());
}

void Enumerate(const v8::PropertyCallbackInfo<v8::Array>& info, bool indexed) {
  Interception<v8::PropertyCallbackInfo<v8::Array>> interception(info, indexed);
  if (!interception.alive()) return;
  JSVM_Value keys = interception.Run<EnumeratorSlot>(kEnumerator);
  if (keys == nullptr || !ToV8(keys)->IsArray()) return;
  v8::Local<v8::Array> array;
  if (KeysOf(info.GetIsolate(), ToV8(keys).As<v8::Array>(), indexed).ToLocal(&array)) info.GetReturnValue().Set(array);
}

// V8's entries. The name of a slot is a handle already, an index becomes a number.
template <typename Info>
v8::Local<v8::Value> KeyOf(uint32_t index, const Info& info) {
  return v8::Integer::NewFromUnsigned(info.GetIsolate(), index);
}

v8::Intercepted GetNamed(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Value>& info) {
  return Get(name, info, false);
}
v8::Intercepted SetNamed(v8::Local<v8::Name> name, v8::Local<v8::Value> value,
                         const v8::PropertyCallbackInfo<void>& info) {
  return Set(name, value, info, false);
}
v8::Intercepted DeleteNamed(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Boolean>& info) {
  return Delete(name, info, false);
}
void EnumerateNamed(const v8::PropertyCallbackInfo<v8::Array>& info) {
  Enumerate(info, false);
}
v8::Intercepted GetIndexed(uint32_t index, const v8::PropertyCallbackInfo<v8::Value>& info) {
  return Get(KeyOf(index, info), info, true);
}
v8::Intercepted SetIndexed(uint32_t index, v8::Local<v8::Value> value, const v8::PropertyCallbackInfo<void>& info) {
  return Set(KeyOf(index, info), value, info, true);
}
v8::Intercepted DeleteIndexed(uint32_t index, const v8::PropertyCallbackInfo<v8::Boolean>& info) {
  return Delete(KeyOf(index, info), info, true);
}
void EnumerateIndexed(const v8::PropertyCallbackInfo<v8::Array>& info) {
  Enumerate(info, true);
}

void StoreData(const JsCall& call, v8::Local<v8::Object> record, Field field, JSVM_Value data) {
  record->SetInternalField(field, data == nullptr ? record.As<v8::Value>() : call.In(data));
}

}  // namespace

bool SetPropertyHandlers(const JsCall& call, v8::Local<v8::ObjectTemplate> instance, const Configuration& from,
                         JSVM_Callback call_as_function) {
  v8::Isolate* isolate = call.isolate();
  v8::Local<v8::Object> record;
  if (!NewRecord<kFields>(call).ToLocal(&record)) return false;
  StoreData(call, record, kNamedData, from.namedPropertyData);
  StoreData(call, record, kIndexedData, from.indexedPropertyData);
  Store(isolate, record, kGetter, from.genericNamedPropertyGetterCallback);
  Store(isolate, record, kSetter, from.genericNamedPropertySetterCallback);
  Store(isolate, record, kDeleter, from.genericNamedPropertyDeleterCallback);
  Store(isolate, record, kEnumerator, from.genericNamedPropertyEnumeratorCallback);
  Store(isolate, record, kGetter + kIndexedSlots, from.genericIndexedPropertyGetterCallback);
  Store(isolate, record, kSetter + kIndexedSlots, from.genericIndexedPropertySetterCallback);
  Store(isolate, record, kDeleter + kIndexedSlots, from.genericIndexedPropertyDeleterCallback);
  Store(isolate, record, kEnumerator + kIndexedSlots, from.genericIndexedPropertyEnumeratorCallback);
  instance->SetHandler(v8::NamedPropertyHandlerConfiguration(
      from.genericNamedPropertyGetterCallback == nullptr ? nullptr : GetNamed,
      from.genericNamedPropertySetterCallback == nullptr ? nullptr : SetNamed, nullptr,
      from.genericNamedPropertyDeleterCallback == nullptr ? nullptr : DeleteNamed,
      from.genericNamedPropertyEnumeratorCallback == nullptr ? nullptr : EnumerateNamed, record));
  instance->SetHandler(v8::IndexedPropertyHandlerConfiguration(
      from.genericIndexedPropertyGetterCallback == nullptr ? nullptr : GetIndexed,
      from.genericIndexedPropertySetterCallback == nullptr ? nullptr : SetIndexed, nullptr,
      from.genericIndexedPropertyDeleterCallback == nullptr ? nullptr : DeleteIndexed,
      from.genericIndexedPropertyEnumeratorCallback == nullptr ? nullptr : EnumerateIndexed, record));
  if (call_as_function != nullptr) {
    instance->SetCallAsFunctionHandler(InvokeCallback, CallbackData(isolate, call_as_function));
  }
  return true;
}

}  // namespace jsvm
