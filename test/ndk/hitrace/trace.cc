#include "hitrace/trace.h"

#include <string>

#include "record.h"

using hitrace::IsRecorded;
using hitrace::Record;

namespace {

// Marks of applications begin like this.
std::string Marked(const char* name) {
  return std::string("H:") + (name == nullptr ? "" : name);
}

}  // namespace

void OH_HiTrace_StartTrace(const char* name) {
  if (IsRecorded()) Record('B', Marked(name));
}

void OH_HiTrace_FinishTrace() {
  if (IsRecorded()) Record('E', "");
}

void OH_HiTrace_StartAsyncTrace(const char* name, int32_t taskId) {
  if (IsRecorded()) Record('S', Marked(name) + " " + std::to_string(taskId));
}

void OH_HiTrace_FinishAsyncTrace(const char* name, int32_t taskId) {
  if (IsRecorded()) Record('F', Marked(name) + " " + std::to_string(taskId));
}

void OH_HiTrace_CountTrace(const char* name, int64_t count) {
  if (IsRecorded()) Record('C', Marked(name) + " " + std::to_string(count));
}
