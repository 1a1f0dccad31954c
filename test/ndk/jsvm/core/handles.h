// JSVM handles are V8 handles seen through an opaque pointer.
#ifndef ARKHOST_JSVM_CORE_HANDLES_H_
#define ARKHOST_JSVM_CORE_HANDLES_H_

#include "v8_headers.h"

namespace jsvm {

static_assert(sizeof(v8::Local<v8::Value>) == sizeof(JSVM_Value), "a handle is one pointer");

inline JSVM_Value ToJsvm(v8::Local<v8::Value> value) {
  return reinterpret_cast<JSVM_Value>(*value);
}
inline JSVM_Data ToJsvm(v8::Local<v8::Private> key) {
  return reinterpret_cast<JSVM_Data>(*key);
}

// The value behind a handle that is not NULL.
inline v8::Local<v8::Value> ToV8(JSVM_Value value) {
  v8::Local<v8::Value> local;
  std::memcpy(static_cast<void*>(&local), &value, sizeof(local));
  return local;
}

inline v8::Local<v8::Data> ToV8(JSVM_Data data) {
  v8::Local<v8::Data> local;
  std::memcpy(static_cast<void*>(&local), &data, sizeof(local));
  return local;
}

// A Global seen as a Local without making a new handle; valid while the Global holds its value.
template <typename T>
inline v8::Local<T> AsLocal(const v8::Global<T>& global) {
  static_assert(sizeof(v8::Global<T>) == sizeof(v8::Local<T>), "both are one pointer");
  v8::Local<T> local;
  std::memcpy(static_cast<void*>(&local), static_cast<const void*>(&global), sizeof(local));
  return local;
}

// Numbers of 32 bits, which V8 keeps in the handle's own slot: made and read by the inline part of V8's headers,
// without a call into the engine.
static_assert(v8::internal::SmiValuesAre32Bits(), "every int32 fits into a slot");

inline v8::Local<v8::Value> NewInt32(v8::Isolate* isolate, int32_t number) {
  v8::internal::Address slot = v8::internal::IntToSmi(number);
  return v8::Local<v8::Value>::New(isolate, ToV8(reinterpret_cast<JSVM_Value>(&slot)));
}

inline bool IsSmallNumber(v8::Local<v8::Value> value) {
  return !v8::internal::Internals::HasHeapObjectTag(v8::internal::ValueHelper::ValueAsAddress(*value));
}

// The number of a value for which IsSmallNumber() is true.
inline int32_t SmallNumber(v8::Local<v8::Value> value) {
  return v8::internal::PlatformSmiTagging::SmiToInt(v8::internal::ValueHelper::ValueAsAddress(*value));
}

// True when any of the pointers is NULL. For argument checks whose order does not show (all give the same status).
template <typename... Pointers>
inline bool AnyNull(Pointers... pointers) {
  return (... || (pointers == nullptr));
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_HANDLES_H_
