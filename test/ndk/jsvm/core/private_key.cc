#include "private_key.h"

#include "handles.h"

namespace jsvm {

namespace {

constexpr size_t kNames = static_cast<size_t>(PrivateName::kCount);
constexpr const char* kTexts[kNames] = {"jsvm.typeTag", "jsvm.class", "jsvm.wrap"};

// The symbols themselves live in a table of the isolate; looking one up costs more than using it.
struct PrivateKeys : VmExtension {
  v8::Global<v8::Private> keys[kNames];
};

v8::Local<v8::Private> LookUp(v8::Isolate* isolate, size_t index) {
  return v8::Private::ForApi(isolate, v8::String::NewFromUtf8(isolate, kTexts[index]).ToLocalChecked());
}

}  // namespace

v8::Local<v8::Private> PrivateKey(JSVM_VM vm, PrivateName name) {
  size_t index = static_cast<size_t>(name);
  // A snapshot cannot be written while handles of ours are alive.
  if (vm->snapshot_creator != nullptr) return LookUp(vm->isolate, index);
  v8::Global<v8::Private>& key = ExtensionOf<PrivateKeys>(vm).keys[index];
  if (key.IsEmpty()) {
    v8::HandleScope handles(vm->isolate);
    key.Reset(vm->isolate, LookUp(vm->isolate, index));
  }
  return AsLocal(key);
}

}  // namespace jsvm
