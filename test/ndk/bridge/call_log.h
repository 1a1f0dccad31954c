// Remembers the last JSVM-API and Node-API calls of native modules, so that a crash report can name them. The slots by
// which a library calls these functions are turned to small stubs: libjsvm and libace_napi themselves stay as they are.
#ifndef ARKHOST_BRIDGE_CALL_LOG_H_
#define ARKHOST_BRIDGE_CALL_LOG_H_

namespace bridge {

// The names of calls, the newest first.
struct CallList {
  static constexpr int kMaxCalls = 16;
  const char* names[kMaxCalls];
  int count = 0;
};

// Identifies the calling thread in the log.
const void* ThisThread();

// Watches the calls of all libraries that the process has loaded by now.
void WatchCalls();

// The last calls of a thread. Safe in a signal handler.
void LastCalls(const void* thread, CallList* calls);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_CALL_LOG_H_
