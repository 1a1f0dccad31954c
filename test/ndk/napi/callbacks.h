// Native functions that JavaScript calls. Each goes through an entry of ours, which brings the engine's isolate back
// when the function returns.
#ifndef ARKHOST_NAPI_CALLBACKS_H_
#define ARKHOST_NAPI_CALLBACKS_H_

#include <functional>
#include <unordered_set>

#include "napi/native_api.h"

namespace ace {

struct SendableClass;

// What one property descriptor, or one function, calls.
struct Callback {
  napi_callback function;  // method, getter or constructor
  napi_callback setter;
  void* data;
  SendableClass* sendable = nullptr;  // for constructors of sendable classes

  bool operator==(const Callback&) const = default;
};

struct CallbackHash {
  size_t operator()(const Callback& callback) const {
    const std::hash<const void*> hash;
    return hash(reinterpret_cast<const void*>(callback.function)) ^
           hash(reinterpret_cast<const void*>(callback.setter)) << 1 ^ hash(callback.data) << 2 ^
           hash(callback.sendable) << 3;
  }
};

// The callbacks of a thread, one entry for each distinct triple. JavaScript may keep a function as long as it likes, so
// entries live as long as the thread's runtime.
class CallbackTable {
 public:
  Callback* Intern(const Callback& callback) { return const_cast<Callback*>(&*callbacks_.insert(callback).first); }

 private:
  std::unordered_set<Callback, CallbackHash> callbacks_;
};

// What Node calls; the data of the call is a Callback.
napi_value CallFunction(napi_env env, napi_callback_info info);
napi_value CallSetter(napi_env env, napi_callback_info info);

// Interns a callback on the calling thread.
Callback* InternCallback(const Callback& callback);

// What a call of ours was made for.
Callback* CallbackOf(napi_env env, napi_callback_info info);

// The same descriptor with our entries in place of the module's functions.
napi_property_descriptor WithEntries(const napi_property_descriptor& descriptor);

inline bool HasName(const napi_property_descriptor& descriptor) {
  return descriptor.utf8name != nullptr || descriptor.name != nullptr;
}

}  // namespace ace

#endif  // ARKHOST_NAPI_CALLBACKS_H_
