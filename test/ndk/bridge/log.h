// The log, as TypeScript sees it.
#ifndef ARKHOST_BRIDGE_LOG_H_
#define ARKHOST_BRIDGE_LOG_H_

#include <napi.h>

namespace bridge {

// Adds logWrite, logIsLoggable, logRead, logClear, logDropped, logFormatLine and logOpenSink.
void AddLog(Napi::Env env, Napi::Object exports);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_LOG_H_
