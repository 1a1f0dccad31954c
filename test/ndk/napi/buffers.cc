// Buffers with the device's limits.
#include "finalizer.h"

namespace ace {
namespace {

constexpr size_t kMaxBuffer = 2u << 20;

bool IsBufferLength(size_t length) {
  return length > 0 && length <= kMaxBuffer;
}

bool IsAnyArrayBuffer(napi_value value) {
  return ToLocal(value)->IsArrayBuffer() || ToLocal(value)->IsSharedArrayBuffer();
}

// Makes a buffer over memory of the module by one of Node's two functions.
template <typename Create>
napi_status CreateExternal(const Entry& entry, napi_finalize finalize, void* data, void* hint, Create create) {
  auto* box = finalize == nullptr ? nullptr : MakeFinalizer(finalize, data, hint);
  const napi_status status = create(box == nullptr ? nullptr : RunFinalizerHint, box);
  if (status != napi_ok) delete box;
  return entry.Settle(status);
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_create_external_arraybuffer(napi_env env, void* external_data, size_t byte_length,
                                             napi_finalize finalize_cb, void* finalize_hint, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  return ace::CreateExternal(entry, finalize_cb, external_data, finalize_hint, [&](napi_finalize run, void* box) {
    return node_napi_create_external_arraybuffer(env, external_data, byte_length, run, box, result);
  });
}

napi_status napi_create_external_buffer(napi_env env, size_t length, void* data, napi_finalize finalize_cb,
                                        void* finalize_hint, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr || !ace::IsBufferLength(length)) return entry.Result(napi_invalid_arg);
  return ace::CreateExternal(entry, finalize_cb, data, finalize_hint, [&](napi_finalize run, void* box) {
    return node_napi_create_external_buffer(env, length, data, run, box, result);
  });
}

napi_status napi_create_buffer(napi_env env, size_t length, void** data, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (!ace::IsBufferLength(length)) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_create_buffer(env, length, data, result));
}

napi_status napi_create_buffer_copy(napi_env env, size_t length, const void* data, void** result_data,
                                    napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (data == nullptr || !ace::IsBufferLength(length)) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_create_buffer_copy(env, length, data, result_data, result));
}

napi_status napi_create_typedarray(napi_env env, napi_typedarray_type type, size_t length, napi_value arraybuffer,
                                   size_t byte_offset, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (arraybuffer != nullptr && !ace::IsAnyArrayBuffer(arraybuffer)) return entry.Result(napi_arraybuffer_expected);
  return entry.Settle(node_napi_create_typedarray(env, type, length, arraybuffer, byte_offset, result));
}

napi_status napi_create_dataview(napi_env env, size_t length, napi_value arraybuffer, size_t byte_offset,
                                 napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (arraybuffer != nullptr && !ace::IsAnyArrayBuffer(arraybuffer)) return entry.Result(napi_arraybuffer_expected);
  return entry.Settle(node_napi_create_dataview(env, length, arraybuffer, byte_offset, result));
}

napi_status napi_detach_arraybuffer(napi_env env, napi_value arraybuffer) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (arraybuffer != nullptr) {
    if (!ace::IsObject(arraybuffer)) return entry.Result(napi_object_expected);
    if (!ace::ToLocal(arraybuffer)->IsArrayBuffer()) return entry.Result(napi_invalid_arg);
  }
  return entry.Settle(node_napi_detach_arraybuffer(env, arraybuffer));
}
