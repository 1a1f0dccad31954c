// Which VM a thread is in, as the module sees it, and the misuse reports of the device (E01 to E06).
//
// On a device JSVM is the only V8 of the process. Here the engine's own isolate shares the thread, and a native
// callback that returns to ArkTS leaves V8 in the engine's isolate whatever scopes the module left open. So what the
// module entered is remembered here, apart from what V8 says is current.
#ifndef ARKHOST_JSVM_CORE_THREAD_STATE_H_
#define ARKHOST_JSVM_CORE_THREAD_STATE_H_

#include "v8_headers.h"

namespace jsvm {

// The misuse codes of the device.
enum class Misuse {
  kNoVmScope = 1,           // E01, repaired
  kOtherVmScope = 2,        // E02, repaired
  kOtherThreadOwns = 3,     // E03, not repaired
  kVmScopeOtherThread = 4,  // E04, closed anyway
  kVmScopeOtherVm = 5,      // E05, closed anyway
  kEnvScopeOtherThread = 6  // E06, closed anyway
};

// Counts the misuse in the VM's ledger and logs it, once per process for each pair of kind and function.
// Nothing happens for nullptr: functions that enter no VM on the device.
void ReportMisuse(Misuse kind, JSVM_VM vm, const char* function, int64_t owner_thread = 0);

// The same for a handle whose object was freed before, `what` of it: the device does not notice.
void ReportStale(JSVM_VM vm, const char* function, const char* what);

// The kernel's id of the calling thread.
int64_t CurrentThreadId();

// The lowest address that JS, and the native functions it calls, may use of this thread's stack from here on.
uintptr_t StackLimitOfThread();

class ThreadState {
 public:
  ThreadState() = default;
  // The thread ends: what it is inside belongs to nobody from now on.
  ~ThreadState();
  ThreadState(const ThreadState&) = delete;
  ThreadState& operator=(const ThreadState&) = delete;

  // The state of the calling thread.
  static ThreadState& Current();

  // The VM entered last and not left, nullptr when none.
  JSVM_VM top() const { return entered_.empty() ? nullptr : entered_.back(); }

  // Tells V8 that the VM runs on this thread's stack from now on.
  static void AdoptStack(JSVM_VM vm);

  // Enters a VM: for the module (logical) and for V8 (physical).
  void Enter(JSVM_VM vm);
  // Leaves a VM. Copes with scopes closed out of order, and with an engine that already went back to its own isolate.
  void Leave(JSVM_VM vm);
  // Leaves a VM that goes, and that is still entered here because its scopes were closed by another thread.
  void Forget(JSVM_VM vm);

 private:
  void Settle();
  static bool ExitBelowOthers(JSVM_VM vm);

  std::vector<JSVM_VM> entered_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_THREAD_STATE_H_
