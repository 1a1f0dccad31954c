// Native data tied to JS objects: wraps, finalizers, externals and the references that go with them.
#include "finalizer.h"

namespace ace {
namespace {

using Box = std::shared_ptr<Finalizer>;

// A strong reference whose deletion runs the finalizer.
napi_status CreateFinalizingReference(const Entry& entry, napi_value object, const Box& finalizer, napi_ref* result) {
  const napi_status status = node_napi_create_reference(entry.state().env, object, 1, result);
  if (status == napi_ok) entry.state().finalizing_references.emplace(*result, finalizer);
  return status;
}

// Ties native data to an object; `made`, unless NULL, gets what will finalise it.
napi_status WrapObject(const Entry& entry, napi_value object, void* native, napi_finalize finalize, void* hint,
                       napi_ref* result, Box* made) {
  napi_env env = entry.state().env;
  Box* box = MakeFinalizer(finalize, native, hint);
  const Box finalizer = *box;
  const napi_status status = node_napi_wrap(env, object, box, RunFinalizer, nullptr, nullptr);
  if (status != napi_ok) {
    delete box;
    return entry.Settle(status);
  }
  if (made != nullptr) *made = finalizer;
  return entry.Settle(result == nullptr ? napi_ok : CreateFinalizingReference(entry, object, finalizer, result));
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_wrap(napi_env env, napi_value js_object, void* native_object, napi_finalize finalize_cb,
                      void* finalize_hint, napi_ref* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (js_object == nullptr || native_object == nullptr || finalize_cb == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  return ace::WrapObject(entry, js_object, native_object, finalize_cb, finalize_hint, result, nullptr);
}

napi_status napi_unwrap(napi_env env, napi_value js_object, void** result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (js_object == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  void* box = nullptr;
  const napi_status status = node_napi_unwrap(env, js_object, &box);
  if (status == napi_ok) *result = (*static_cast<std::shared_ptr<ace::Finalizer>*>(box))->data;
  return entry.Settle(status);
}

// The device finalises the native object before it hands it back.
napi_status napi_remove_wrap(napi_env env, napi_value js_object, void** result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (js_object == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  void* data = nullptr;
  const napi_status status = node_napi_remove_wrap(env, js_object, &data);
  if (status != napi_ok) return entry.Settle(status);
  const std::unique_ptr<std::shared_ptr<ace::Finalizer>> box(static_cast<std::shared_ptr<ace::Finalizer>*>(data));
  (*box)->Run(env);
  if (result != nullptr) *result = (*box)->data;
  return entry.Settle(napi_ok);
}

napi_status napi_add_finalizer(napi_env env, napi_value js_object, void* finalize_data, napi_finalize finalize_cb,
                               void* finalize_hint, napi_ref* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (js_object == nullptr || finalize_cb == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  auto* box = ace::MakeFinalizer(finalize_cb, finalize_data, finalize_hint);
  const std::shared_ptr<ace::Finalizer> finalizer = *box;
  finalizer->fatal_exceptions = true;
  const napi_status status = node_napi_add_finalizer(env, js_object, box, ace::RunFinalizer, nullptr, nullptr);
  if (status != napi_ok) {
    delete box;
    return entry.Settle(status);
  }
  return entry.Settle(result == nullptr ? napi_ok
                                        : ace::CreateFinalizingReference(entry, js_object, finalizer, result));
}

napi_status napi_delete_reference(napi_env env, napi_ref ref) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (ref == nullptr) return entry.Result(napi_invalid_arg);
  std::shared_ptr<ace::Finalizer> finalizer;
  auto& finalizing = entry.state().finalizing_references;
  if (!finalizing.empty()) {
    if (const auto found = finalizing.find(ref); found != finalizing.end()) {
      finalizer = std::move(found->second);
      finalizing.erase(found);
    }
  }
  const napi_status status = node_napi_delete_reference(env, ref);
  if (finalizer != nullptr) finalizer->Run(env);
  return entry.Settle(status);
}

napi_status napi_create_external(napi_env env, void* data, napi_finalize finalize_cb, void* finalize_hint,
                                 napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (finalize_cb == nullptr) return entry.Settle(node_napi_create_external(env, data, nullptr, nullptr, result));
  auto* box = ace::MakeFinalizer(finalize_cb, data, finalize_hint);
  const napi_status status = node_napi_create_external(env, data, ace::RunFinalizerHint, box, result);
  if (status != napi_ok) delete box;
  return entry.Settle(status);
}

napi_status napi_set_instance_data(napi_env env, void* data, napi_finalize finalize_cb, void* finalize_hint) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  ace::EnvState& state = entry.state();
  // Data that is replaced is not finalised: its owner replaced it.
  if (state.instance_data != nullptr) state.instance_data->done = true;
  auto* box = ace::MakeFinalizer(finalize_cb, data, finalize_hint);
  state.instance_data = *box;
  const napi_status status = node_napi_set_instance_data(env, box, ace::RunFinalizer, nullptr);
  if (status != napi_ok) delete box;
  return entry.Settle(status);
}

napi_status napi_get_instance_data(napi_env env, void** data) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (data == nullptr) return entry.Result(napi_invalid_arg);
  const auto& instance = entry.state().instance_data;
  *data = instance == nullptr ? nullptr : instance->data;
  return entry.Settle(napi_ok);
}

// The collector counts the native size. `async_finalizer` asks for a finalizer off the thread; here it always runs on
// it, which a finalizer for any thread copes with.
napi_status napi_wrap_enhance(napi_env env, napi_value js_object, void* native_object, napi_finalize finalize_cb, bool,
                              void* finalize_hint, size_t native_binding_size, napi_ref* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (js_object == nullptr || native_object == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsObject(js_object)) return entry.Result(napi_object_expected);
  std::shared_ptr<ace::Finalizer> made;
  const napi_status status =
      ace::WrapObject(entry, js_object, native_object, finalize_cb, finalize_hint, result, &made);
  if (status == napi_ok) made->CountBytes(entry.isolate(), native_binding_size);
  return status;
}
