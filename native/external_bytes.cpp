#include "external_bytes.h"

#include <string>

#include "arguments.h"
#include "script_error.h"

namespace external_bytes {
namespace {

/** The count of this env, or null when Attach was not called for it. */
int64_t* Count(JSVM_Env env) {
  void* data = nullptr;
  return OH_JSVM_GetInstanceData(env, &data) == JSVM_OK ? static_cast<int64_t*>(data) : nullptr;
}

}  // namespace

JSVM_Status Attach(JSVM_Env env, int64_t* added) {
  *added = 0;
  return OH_JSVM_SetInstanceData(env, added, nullptr, nullptr);
}

bool CheckChange(JSVM_Env env, int64_t change) {
  const int64_t* count = Count(env);
  const int64_t added = count == nullptr ? 0 : *count;
  if (change < 0 && -change > added) {
    script_error::ThrowRangeError(env, "adjustExternalMemory: bytes must not give back more than was added, got " +
                                           std::to_string(change) + " with " + std::to_string(added) + " added");
    return false;
  }
  if (change > 0 && change > arguments::kMaxSafeInteger - added) {
    script_error::ThrowRangeError(env, "adjustExternalMemory: bytes must keep the total at most 2^53 - 1, got " +
                                           std::to_string(change) + " with " + std::to_string(added) + " added");
    return false;
  }
  return true;
}

void Record(JSVM_Env env, int64_t change) {
  int64_t* count = Count(env);
  if (count != nullptr) *count += change;
}

JSVM_Status GiveBackAll(JSVM_Env env) {
  int64_t* count = Count(env);
  if (count == nullptr || *count == 0) return JSVM_OK;
  int64_t total = 0;
  const JSVM_Status status = OH_JSVM_AdjustExternalMemory(env, -*count, &total);
  if (status == JSVM_OK) *count = 0;
  return status;
}

}  // namespace external_bytes
