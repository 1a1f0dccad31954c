// The lock of a VM: held by a thread, given away by any.
#ifndef ARKHOST_JSVM_CORE_VM_LOCK_H_
#define ARKHOST_JSVM_CORE_VM_LOCK_H_

#include <semaphore>

#include "v8_headers.h"

namespace jsvm {

class VmLock {
 public:
  // Waits until it is free. Not for the thread that holds it.
  void Acquire();
  void Release() {
    holder_.store(0, std::memory_order_relaxed);
    free_.release();
  }
  bool IsHeld() const { return holder_.load(std::memory_order_relaxed) != 0; }
  bool IsHeldHere() const;

 private:
  std::binary_semaphore free_{1};
  std::atomic<int64_t> holder_{0};
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_VM_LOCK_H_
