#include "vm_lock.h"

#include "thread_state.h"

namespace jsvm {

void VmLock::Acquire() {
  free_.acquire();
  holder_.store(CurrentThreadId(), std::memory_order_relaxed);
}

bool VmLock::IsHeldHere() const {
  return holder_.load(std::memory_order_relaxed) == CurrentThreadId();
}

}  // namespace jsvm
