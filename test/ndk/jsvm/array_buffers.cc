// ArrayBuffers and the memory behind them.
#include "core/entry.h"

JSVM_Status OH_JSVM_CreateArraybuffer(JSVM_Env env, size_t byteLength, void** data, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(call.isolate(), byteLength);
  if (data != nullptr) *data = buffer->Data();
  *result = call.Out(buffer);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetArraybufferInfo(JSVM_Env env, JSVM_Value arraybuffer, void** data, size_t* byteLength) {
  jsvm::VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (arraybuffer == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(arraybuffer);
  if (!value->IsArrayBuffer()) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
  if (data != nullptr) *data = buffer->Data();
  if (byteLength != nullptr) *byteLength = buffer->ByteLength();
  return call.Ok();
}

JSVM_Status OH_JSVM_DetachArraybuffer(JSVM_Env env, JSVM_Value arraybuffer) {
  jsvm::VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (arraybuffer == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(arraybuffer);
  if (value->IsSharedArrayBuffer()) return call.Fail(JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  if (!value->IsArrayBuffer()) return call.Fail(JSVM_ARRAYBUFFER_EXPECTED);
  v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
  if (!buffer->IsDetachable()) return call.Fail(JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  // No key: V8 refuses only buffers that were made with one, which this API cannot do.
  if (!buffer->Detach(v8::Local<v8::Value>()).FromMaybe(false)) {
    return call.Fail(JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_IsDetachedArraybuffer(JSVM_Env env, JSVM_Value value, bool* result) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (AnyNull(value, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> buffer = call.In(value);
  *result = buffer->IsArrayBuffer() && buffer.As<v8::ArrayBuffer>()->WasDetached();
  return call.Ok();
}

JSVM_Status OH_JSVM_AllocateArrayBufferBackingStoreData(size_t byteLength, JSVM_InitializedFlag initialized,
                                                        void** data) {
  if (data == nullptr) return JSVM_INVALID_ARG;
  v8::ArrayBuffer::Allocator& allocator = *jsvm::BufferAllocator();
  *data = initialized == JSVM_ZERO_INITIALIZED ? allocator.Allocate(byteLength)
                                               : allocator.AllocateUninitialized(byteLength);
  return *data == nullptr ? JSVM_GENERIC_FAILURE : JSVM_OK;
}

JSVM_Status OH_JSVM_FreeArrayBufferBackingStoreData(void* data) {
  if (data == nullptr) return JSVM_INVALID_ARG;
  // The length is for the allocator's statistics only, and the API does not know it.
  jsvm::BufferAllocator()->Free(data, 0);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_CreateArrayBufferFromBackingStoreData(JSVM_Env env, void* data, size_t backingStoreSize,
                                                          size_t offset, size_t arrayBufferSize, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(data, result)) return call.Fail(JSVM_INVALID_ARG);
  if (backingStoreSize == 0 || arrayBufferSize == 0) return call.Fail(JSVM_INVALID_ARG);
  if (offset > backingStoreSize || arrayBufferSize > backingStoreSize - offset) return call.Fail(JSVM_INVALID_ARG);
  // The empty deleter tells V8 that the memory is the caller's: it is in no statistic, and never freed.
  std::shared_ptr<v8::BackingStore> store = v8::ArrayBuffer::NewBackingStore(
      static_cast<char*>(data) + offset, arrayBufferSize, v8::BackingStore::EmptyDeleter, nullptr);
  *result = call.Out(v8::ArrayBuffer::New(call.isolate(), std::move(store)));
  return call.Ok();
}

namespace jsvm {

namespace {

// What CreateArrayBufferFromExternalMemory owes the caller when the store is released.
struct ExternalMemory {
  JSVM_FinalizeArrayBuffer finalize;
  void* hint;
};

// V8 calls it on whatever thread drops the store last, hence without an env.
void ReleaseExternalMemory(void* data, size_t, void* record) {
  std::unique_ptr<ExternalMemory> memory(static_cast<ExternalMemory*>(record));
  memory->finalize(nullptr, data, memory->hint, false);
}

constexpr size_t kLargestExternal = (size_t{32} << 30) - 1;
constexpr uintptr_t kExternalAlignment = 8;

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateArrayBufferFromExternalMemory(JSVM_Env env, void* externalData, size_t byteLength,
                                                        JSVM_FinalizeArrayBuffer finalizeCb, void* finalizeHint,
                                                        bool* copied, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (result == nullptr || (byteLength > 0 && externalData == nullptr)) return call.Fail(JSVM_INVALID_ARG);
  if (byteLength > kLargestExternal) return call.Fail(JSVM_INVALID_ARG);
  if (reinterpret_cast<uintptr_t>(externalData) % kExternalAlignment != 0) return call.Fail(JSVM_INVALID_ARG);
  if (byteLength == 0 && finalizeCb != nullptr) return call.Fail(JSVM_INVALID_ARG);
  std::shared_ptr<v8::BackingStore> store;
  if (finalizeCb != nullptr) {
    call.vm()->holds_memory_of_module = true;
    store = v8::ArrayBuffer::NewBackingStore(externalData, byteLength, ReleaseExternalMemory,
                                             new ExternalMemory{finalizeCb, finalizeHint});
  } else {
    store = v8::ArrayBuffer::NewBackingStore(externalData, byteLength, v8::BackingStore::EmptyDeleter, nullptr);
  }
  *result = call.Out(v8::ArrayBuffer::New(call.isolate(), std::move(store)));
  if (copied != nullptr) *copied = false;
  return call.Ok();
}
