// Objects of V8's heap that JS never sees. Their internal fields take what properties cannot (templates), and the
// collector frees them with what they belong to.
#ifndef ARKHOST_JSVM_CORE_RECORD_H_
#define ARKHOST_JSVM_CORE_RECORD_H_

#include "entry.h"

namespace jsvm {

// Made once per VM and size, for V8 keeps what it learned of a template as long as the context.
template <int kFields>
struct RecordTemplate : VmExtension {
  v8::Global<v8::ObjectTemplate> object;
};

// A record with `kFields` internal fields. Empty when the engine refuses (the VM is terminating).
template <int kFields>
v8::MaybeLocal<v8::Object> NewRecord(const VmCall& call) {
  auto make = [&] {
    v8::Local<v8::ObjectTemplate> object = v8::ObjectTemplate::New(call.isolate());
    object->SetInternalFieldCount(kFields);
    return object;
  };
  // A snapshot cannot be written while handles of ours are alive.
  if (call.vm()->snapshot_creator != nullptr) return make()->NewInstance(call.context());
  v8::Global<v8::ObjectTemplate>& object = ExtensionOf<RecordTemplate<kFields>>(call.vm()).object;
  if (object.IsEmpty()) object.Reset(call.isolate(), make());
  return AsLocal(object)->NewInstance(call.context());
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_RECORD_H_
