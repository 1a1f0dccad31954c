// Tells the parent process where this process died or hangs: one JSON line on a file descriptor.
#ifndef ARKHOST_BRIDGE_CRASH_HANDLER_H_
#define ARKHOST_BRIDGE_CRASH_HANDLER_H_

namespace arkhost {

// From now on a fatal signal, exit() called by native code and a SIGUSR2 from the parent each write a line
// {"type":"native-stack",...} to `fd`. Call it once on the engine's main thread, with its isolate entered.
void InstallCrashHandler(int fd);

}  // namespace arkhost

#endif  // ARKHOST_BRIDGE_CRASH_HANDLER_H_
