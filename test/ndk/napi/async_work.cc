// Asynchronous work. Resource objects are accepted and ignored, as on the device.
#include "async_work.h"

#include "state.h"

namespace ace {
namespace {

struct AsyncWork {
  napi_async_execute_callback execute;
  napi_async_complete_callback complete;
  void* data;
  napi_async_work work = nullptr;
};

AsyncWork* FromHandle(napi_async_work work) {
  return reinterpret_cast<AsyncWork*>(work);
}

// Runs on a pool thread, which must not keep a VM that the module entered and did not leave.
void Execute(napi_env env, void* data) {
  auto* work = static_cast<AsyncWork*>(data);
  work->execute(env, work->data);
  while (v8::Isolate* left = v8::Isolate::TryGetCurrent()) left->Exit();
}

// The module may delete the work in here.
void Complete(napi_env env, napi_status status, void* data) {
  auto* work = static_cast<AsyncWork*>(data);
  if (work->complete == nullptr) return;
  v8::Isolate* home = StateOf(env).isolate;
  work->complete(env, status, work->data);
  ReturnHomeQuickly(home);
}

}  // namespace

// Node insists on a name, the device takes none.
napi_value ResourceName(napi_env env, napi_value name) {
  if (name == nullptr) node_napi_create_string_utf8(env, "ArkTS", NAPI_AUTO_LENGTH, &name);
  return name;
}

}  // namespace ace

using ace::Entry;

napi_status napi_create_async_work(napi_env env, napi_value, napi_value async_resource_name,
                                   napi_async_execute_callback execute, napi_async_complete_callback complete,
                                   void* data, napi_async_work* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (execute == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  auto work = std::make_unique<ace::AsyncWork>(ace::AsyncWork{execute, complete, data});
  const napi_status status = node_napi_create_async_work(env, nullptr, ace::ResourceName(env, async_resource_name),
                                                         ace::Execute, ace::Complete, work.get(), &work->work);
  if (status == napi_ok) *result = reinterpret_cast<napi_async_work>(work.release());
  return entry.Settle(status);
}

napi_status napi_delete_async_work(napi_env env, napi_async_work work) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (work == nullptr) return entry.Result(napi_invalid_arg);
  const std::unique_ptr<ace::AsyncWork> owned(ace::FromHandle(work));
  return entry.Settle(node_napi_delete_async_work(env, owned->work));
}

napi_status napi_queue_async_work(napi_env env, napi_async_work work) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (work == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_queue_async_work(env, ace::FromHandle(work)->work));
}

napi_status napi_queue_async_work_with_qos(napi_env env, napi_async_work work, napi_qos_t qos) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  const int level = qos;
  if (work == nullptr || level < napi_qos_background || level > napi_qos_user_initiated) {
    return entry.Result(napi_invalid_arg);
  }
  return entry.Settle(node_napi_queue_async_work(env, ace::FromHandle(work)->work));
}

napi_status napi_cancel_async_work(napi_env env, napi_async_work work) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (work == nullptr) return entry.Result(napi_invalid_arg);
  return entry.Settle(node_napi_cancel_async_work(env, ace::FromHandle(work)->work));
}

napi_status napi_async_init(napi_env env, napi_value, napi_value async_resource_name, napi_async_context* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  return entry.Settle(node_napi_async_init(env, nullptr, ace::ResourceName(env, async_resource_name), result));
}
