// The lock of a VM, as one env records it.
#ifndef ARKHOST_JSVM_CORE_ENV_LOCK_H_
#define ARKHOST_JSVM_CORE_ENV_LOCK_H_

#include <list>

#include "v8_headers.h"

namespace jsvm {

// Who may use the VM is decided by the VM's own lock. V8's locker, which gives V8 this thread's stack and WebAssembly
// traps, comes with it, but starts and ends with nothing of any thread in the VM: V8 forgets handle scopes, entered
// contexts and JS frames then. So a thread that takes the lock inside its scopes has none, and one that gives the lock
// away inside its scopes pauses its locker, and goes on with it when it takes the lock again.
class EnvLock {
 public:
  explicit EnvLock(JSVM_VM vm) : vm_(vm) {}
  // Releases what is recorded. Outside the calls of the API, after the last use of the env.
  ~EnvLock();
  EnvLock(const EnvLock&) = delete;
  EnvLock& operator=(const EnvLock&) = delete;

  // Takes the lock for the calling thread, unless it has it.
  void Acquire();
  // Gives it away if the calling thread took it here.
  void Release();

 private:
  // What a thread has here: the lock, or a paused locker.
  struct Hold {
    int64_t thread;
    bool active = true;
    std::unique_ptr<v8::Locker> locker = nullptr;
    std::unique_ptr<v8::Unlocker> pause = nullptr;  // ends before its locker
  };
  using Holds = std::list<Hold>;

  Holds TakeOwn();
  void Put(Holds hold);
  void End(Hold& hold);

  JSVM_VM vm_;
  std::mutex mutex_;  // a thread looks for its hold before it has the lock
  Holds holds_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_ENV_LOCK_H_
