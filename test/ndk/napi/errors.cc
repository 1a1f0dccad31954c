// Errors as the device makes them: the code may be a number, and every variant is a plain Error.
#include "state.h"

namespace ace {
namespace {

napi_status CreateError(napi_env env, napi_value code, napi_value message, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (message == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  if (!ToLocal(message)->IsString()) return entry.Result(napi_string_expected);
  if (code != nullptr && !ToLocal(code)->IsString() && !ToLocal(code)->IsNumber())
    return entry.Result(napi_invalid_arg);
  const napi_status status = node_napi_create_error(env, nullptr, message, result);
  if (status != napi_ok || code == nullptr) return entry.Settle(status);
  return entry.Settle(node_napi_set_named_property(env, *result, "code", code));
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_create_error(napi_env env, napi_value code, napi_value msg, napi_value* result) {
  return ace::CreateError(env, code, msg, result);
}

napi_status napi_create_type_error(napi_env env, napi_value code, napi_value msg, napi_value* result) {
  return ace::CreateError(env, code, msg, result);
}

napi_status napi_create_range_error(napi_env env, napi_value code, napi_value msg, napi_value* result) {
  return ace::CreateError(env, code, msg, result);
}

napi_status napi_throw_business_error(napi_env env, int32_t errorCode, const char* msg) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (entry.ExceptionPending()) return entry.Result(napi_pending_exception);
  if (msg == nullptr) return entry.Result(napi_invalid_arg);
  napi_value code = nullptr;
  napi_value message = nullptr;
  napi_value error = nullptr;
  napi_status status = node_napi_create_int32(env, errorCode, &code);
  if (status == napi_ok) status = node_napi_create_string_utf8(env, msg, NAPI_AUTO_LENGTH, &message);
  if (status == napi_ok) status = node_napi_create_error(env, nullptr, message, &error);
  if (status == napi_ok) status = node_napi_set_named_property(env, error, "code", code);
  if (status == napi_ok) status = node_napi_throw(env, error);
  return entry.Settle(status);
}

void napi_fatal_error(const char* location, size_t location_len, const char* message, size_t message_len) {
  node_napi_fatal_error(location, location_len, message, message_len);
  __builtin_unreachable();
}
