// Managing memory with JSVM-API: the two functions of the page, as native functions that a script can call.
//   adjustExternalMemory(bytes?)        tells the VM that native memory held by JS objects grew or shrank
//   memoryPressureNotification(level?)  tells the VM that the system is short of memory
#include "hello.h"

#include <cinttypes>
#include <cstdint>

#include "arguments.h"
#include "external_bytes.h"
#include "log.h"
#include "script_error.h"

namespace {

// The page's own step: 1 MiB more.
constexpr int64_t kDefaultChange = 1024 * 1024;

// OH_JSVM_AdjustExternalMemory. `bytes` is the change, negative to give back; without it 1 MiB is added. Returns true.
JSVM_Value AdjustExternalMemory(JSVM_Env env, JSVM_CallbackInfo info) {
  int64_t change = kDefaultChange;
  // On a wrong argument a JS exception is waiting in env: whatever a callback then returns is ignored.
  if (!arguments::OptionalInteger(env, info, {"adjustExternalMemory", "bytes"}, &change)) return nullptr;
  // The VM would end the process if its total fell below zero, so this is refused before the call.
  if (!external_bytes::CheckChange(env, change)) return nullptr;

  int64_t adjustedValue = 0;
  JSVM_Status status = OH_JSVM_AdjustExternalMemory(env, change, &adjustedValue);
  if (status != JSVM_OK) {
    OH_LOG_ERROR(LOG_APP, "JSVM OH_JSVM_AdjustExternalMemory: failed");
    return script_error::Throw(env, "OH_JSVM_AdjustExternalMemory", status);
  }
  OH_LOG_INFO(LOG_APP, "JSVM OH_JSVM_AdjustExternalMemory: success");
  // int64_t needs PRId64: with a plain d every total from 2 GiB on would be printed wrong.
  OH_LOG_INFO(LOG_APP, "JSVM Allocate memory size: %{public}" PRId64, adjustedValue);
  external_bytes::Record(env, change);

  JSVM_Value checked = nullptr;
  status = OH_JSVM_GetBoolean(env, true, &checked);
  return status == JSVM_OK ? checked : script_error::Throw(env, "OH_JSVM_GetBoolean", status);
}

// OH_JSVM_MemoryPressureNotification. `level` is 0 (none), 1 (moderate) or 2 (critical, also without it).
JSVM_Value MemoryPressureNotification(JSVM_Env env, JSVM_CallbackInfo info) {
  int64_t level = JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL;
  const arguments::Integer expected{"memoryPressureNotification", "level", JSVM_MEMORY_PRESSURE_LEVEL_NONE,
                                    JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL};
  if (!arguments::OptionalInteger(env, info, expected, &level)) return nullptr;

  JSVM_Status status = OH_JSVM_MemoryPressureNotification(env, static_cast<JSVM_MemoryPressureLevel>(level));
  if (status != JSVM_OK) {
    OH_LOG_ERROR(LOG_APP, "JSVM OH_JSVM_MemoryPressureNotification: failed");
    return script_error::Throw(env, "OH_JSVM_MemoryPressureNotification", status);
  }
  OH_LOG_INFO(LOG_APP, "JSVM OH_JSVM_MemoryPressureNotification: success");
  OH_LOG_INFO(LOG_APP, "JSVM Current JSVM memory pressure level: %{public}d", static_cast<int>(level));
  return nullptr;  // NULL is `undefined` to the script.
}

// The VM's total, as a number for the script: a change by 0 is a pure read, and the only one there is.
JSVM_Value ExternalMemoryTotal(JSVM_Env env, JSVM_CallbackInfo) {
  int64_t total = 0;
  JSVM_Status status = OH_JSVM_AdjustExternalMemory(env, 0, &total);
  if (status != JSVM_OK) return script_error::Throw(env, "OH_JSVM_AdjustExternalMemory", status);
  JSVM_Value result = nullptr;
  status = OH_JSVM_CreateInt64(env, total, &result);
  return status == JSVM_OK ? result : script_error::Throw(env, "OH_JSVM_CreateInt64", status);
}

// The VM keeps pointers to these structs, so they must outlive every env: static, never on a stack.
JSVM_CallbackStruct adjustCallback = {AdjustExternalMemory, nullptr};
JSVM_CallbackStruct pressureCallback = {MemoryPressureNotification, nullptr};
JSVM_CallbackStruct totalCallback = {ExternalMemoryTotal, nullptr};

// The names by which scripts call them. JSVM_DEFAULT: a script can neither overwrite nor delete them.
const JSVM_PropertyDescriptor kDescriptors[] = {
    {"adjustExternalMemory", nullptr, &adjustCallback, nullptr, nullptr, nullptr, JSVM_DEFAULT},
    {"memoryPressureNotification", nullptr, &pressureCallback, nullptr, nullptr, nullptr, JSVM_DEFAULT},
    {"externalMemoryTotal", nullptr, &totalCallback, nullptr, nullptr, nullptr, JSVM_DEFAULT},
};

}  // namespace

hello::NativeGlobals hello::Globals() {
  return {kDescriptors, sizeof(kDescriptors) / sizeof(kDescriptors[0])};
}
