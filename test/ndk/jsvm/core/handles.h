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

// True when any of the pointers is NULL. For argument checks whose order does not show (all give the same status).
template <typename... Pointers>
inline bool AnyNull(Pointers... pointers) {
  return (... || (pointers == nullptr));
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_HANDLES_H_
