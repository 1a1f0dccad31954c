/** Conversions between the module's C++ types and ArkTS values. Each returns NULL after a failure, with an error
 * thrown. */
#ifndef JSVM_MEMORY_NAPI_VALUES_H
#define JSVM_MEMORY_NAPI_VALUES_H

#include <ark_runtime/jsvm.h>
#include <napi/native_api.h>

#include <optional>
#include <string>
#include <vector>

#include "log_capture.h"
#include "script_error.h"
#include "script_value.h"

namespace napi_values {

/** True for napi_ok; otherwise makes sure that an error is thrown in ArkTS. */
bool Ok(napi_env env, napi_status status);

/** Throws an Error with `code` and `message`. */
void Throw(napi_env env, const Failure& failure);

/** Reads a string; throws an error that names `what` when the value is none. */
std::optional<std::u16string> ReadString(napi_env env, napi_value value, const char* what);

napi_value FromScriptValue(napi_env env, const script_value::Value& value);
napi_value FromLog(napi_env env, const std::vector<log_capture::Line>& lines);
napi_value FromStatistics(napi_env env, const JSVM_HeapStatistics& statistics);

/** `{ value, log }`, the ScriptResult of Index.d.ts, with the lines that wait in the capture. */
napi_value ScriptResult(napi_env env, const script_value::Value& value);

}  // namespace napi_values

#endif  // JSVM_MEMORY_NAPI_VALUES_H
