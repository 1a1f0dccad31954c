// Tells the parent process where this process died or hangs: one JSON line on a file descriptor.
#ifndef ARKHOST_BRIDGE_CRASH_HANDLER_H_
#define ARKHOST_BRIDGE_CRASH_HANDLER_H_

#include <napi.h>

namespace bridge {

// From now on a fatal signal, exit() called by native code and a SIGUSR2 from the parent each write a line
// {"type":"native-stack",...} to `fd`. Call it on the engine's main thread, with its isolate entered; later calls do
// nothing.
void InstallCrashHandler(int fd);

// Fatal signals and exit() are reported no longer. For a forked process, whose end is not that of this one.
void RemoveCrashHandler();

// Adds installCrashHandler(fd) to the bridge's exports.
void AddCrashHandler(Napi::Env env, Napi::Object exports);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_CRASH_HANDLER_H_
