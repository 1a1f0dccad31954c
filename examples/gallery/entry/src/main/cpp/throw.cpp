// Exceptions on their way between ArkTS and native code.
#include <thread>

#include "faults.h"
#include "napi/native_api.h"

namespace {

napi_value ThrowError(napi_env env, napi_callback_info) {
  napi_throw_error(env, "E_GALLERY", "thrown by native code");
  return nullptr;
}

// Calls the function that it is given; what that throws goes on to the caller.
napi_value CallBack(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value function = nullptr;
  napi_value receiver = nullptr;
  napi_get_cb_info(env, info, &count, &function, nullptr, nullptr);
  napi_get_undefined(env, &receiver);
  napi_value result = nullptr;
  napi_call_function(env, receiver, function, 0, nullptr, &result);
  return result;
}

void CallOnMainThread(napi_env env, napi_value function, void*, void*) {
  napi_value receiver = nullptr;
  napi_get_undefined(env, &receiver);
  napi_call_function(env, receiver, function, 0, nullptr, nullptr);
}

// Calls the function later, from a thread of its own.
napi_value CallBackFromThread(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value function = nullptr;
  napi_get_cb_info(env, info, &count, &function, nullptr, nullptr);
  napi_value name = nullptr;
  napi_create_string_utf8(env, "callBackFromThread", NAPI_AUTO_LENGTH, &name);
  napi_threadsafe_function safe = nullptr;
  napi_create_threadsafe_function(env, function, nullptr, name, 0, 1, nullptr, nullptr, nullptr, CallOnMainThread,
                                  &safe);
  std::thread([safe] {
    napi_call_threadsafe_function(safe, nullptr, napi_tsfn_blocking);
    napi_release_threadsafe_function(safe, napi_tsfn_release);
  }).detach();
  return nullptr;
}

napi_value RejectedPromise(napi_env env, napi_callback_info) {
  napi_deferred deferred = nullptr;
  napi_value promise = nullptr;
  napi_value message = nullptr;
  napi_value error = nullptr;
  napi_create_promise(env, &deferred, &promise);
  napi_create_string_utf8(env, "rejected by native code", NAPI_AUTO_LENGTH, &message);
  napi_create_error(env, nullptr, message, &error);
  napi_reject_deferred(env, deferred, error);
  return promise;
}

// Node-API belongs to threads that run ArkTS.
napi_value NapiOnThread(napi_env env, napi_callback_info) {
  std::thread([env] {
    napi_value object = nullptr;
    napi_create_object(env, &object);
  }).join();
  return nullptr;
}

// A strong reference that nobody deletes.
napi_value KeepReference(napi_env env, napi_callback_info) {
  napi_value object = nullptr;
  napi_ref forgotten = nullptr;
  napi_create_object(env, &object);
  napi_create_reference(env, object, 1, &forgotten);
  return nullptr;
}

}  // namespace

const NapiFault kThrows[] = {
    {"throwError", ThrowError},
    {"callBack", CallBack},
    {"callBackFromThread", CallBackFromThread},
    {"rejectedPromise", RejectedPromise},
    {"napiOnThread", NapiOnThread},
    {"keepReference", KeepReference},
    {nullptr, nullptr},
};
