#include "fatal.h"

#include <cstdio>
#include <cstdlib>

#include "hilog/log.h"

namespace jsvm {

namespace {
constexpr unsigned int kDomain = 0xD003900;
constexpr const char* kTag = "JSVM";
}  // namespace

void Fatal(const char* position, const char* message) {
  OH_LOG_Print(LOG_APP, LOG_FATAL, kDomain, kTag, "JSVM Fatal Error Position: %{public}s", position);
  OH_LOG_Print(LOG_APP, LOG_FATAL, kDomain, kTag, "JSVM Fatal Error Message: %{public}s", message);
  std::fprintf(stderr, "JSVM Fatal Error Position: %s\nJSVM Fatal Error Message: %s\n", position, message);
  std::fflush(stderr);
  std::abort();
}

void LogError(const char* message) {
  OH_LOG_Print(LOG_APP, LOG_ERROR, kDomain, kTag, "%{public}s", message);
}

void LogInfo(const char* message) {
  OH_LOG_Print(LOG_APP, LOG_INFO, kDomain, kTag, "%{public}s", message);
}

}  // namespace jsvm
