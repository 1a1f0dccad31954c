// Sendable objects. Isolates of V8 share no objects, so a sendable object is an ordinary one with a mark: its shape is
// fixed, and serialising carries its mark and its native object to another runtime, where it is a copy.
#ifndef ARKHOST_NAPI_SENDABLE_H_
#define ARKHOST_NAPI_SENDABLE_H_

#include <atomic>

#include "state.h"

namespace ace {

// The native object of sendable objects. Copies in other runtimes share it; the last one finalises it.
class SendableNative {
 public:
  SendableNative(void* data, napi_finalize finalize, void* hint, size_t size)
      : data(data), size(size), finalize_(finalize), hint_(hint) {}

  SendableNative* Share() {
    ++owners_;
    return this;
  }
  // Lets go of one share.
  void Release(napi_env env);
  // The finalizer will not run any more.
  void Forget() { finalize_ = nullptr; }

  void* const data;
  const size_t size;

 private:
  std::atomic<int> owners_{1};
  napi_finalize finalize_;
  void* hint_;
};

void MarkSendable(v8::Local<v8::Context> context, v8::Local<v8::Object> object);
// Whether an object carries the mark.
bool IsMarkedSendable(v8::Isolate* isolate, v8::Local<v8::Object> object);
// Whether a value is sendable: primitives are.
bool IsSendable(v8::Isolate* isolate, v8::Local<v8::Value> value);

// The native object tied to a sendable object, nullptr when there is none.
SendableNative* NativeOf(v8::Local<v8::Context> context, v8::Local<v8::Object> object);
// Ties one, taking over a share.
void SetNative(const Entry& entry, v8::Local<v8::Context> context, v8::Local<v8::Object> object,
               SendableNative* native);

// Node calls this for a new instance of a sendable class.
napi_value ConstructSendable(napi_env env, napi_callback_info info);

}  // namespace ace

#endif  // ARKHOST_NAPI_SENDABLE_H_
