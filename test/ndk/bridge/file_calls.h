// Calls of the system that the kits need and the engine does not offer.
#ifndef ARKHOST_BRIDGE_FILE_CALLS_H_
#define ARKHOST_BRIDGE_FILE_CALLS_H_

#include <napi.h>

namespace bridge {

// files: `duplicate`, `seek`, `lock`, `getAttribute`, `setAttribute` and `watch`. A call that fails returns the number
// of the system's error, negative. Paths are those of this computer.
void AddFileCalls(Napi::Env env, Napi::Object exports);

// watch(path, events, (name, event, cookie) => void): follows a file or folder on a thread of its own. Returns what
// ends it, or the number of an error.
Napi::Value WatchFile(const Napi::CallbackInfo& info);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_FILE_CALLS_H_
