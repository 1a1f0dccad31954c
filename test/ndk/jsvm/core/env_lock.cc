#include "env_lock.h"

#include <algorithm>

#include "thread_state.h"
#include "vm.h"

namespace jsvm {

namespace {

// Whether a thread has something in the VM that V8 would forget.
bool IsInUse(JSVM_VM vm) {
  return vm->owner_thread() != 0 || vm->Ledger().handleScopes > 0;
}

}  // namespace

EnvLock::~EnvLock() {
  for (Hold& hold : holds_) End(hold);
}

// The hold of the calling thread, out of the list; empty when it has none.
EnvLock::Holds EnvLock::TakeOwn() {
  std::lock_guard<std::mutex> lock(mutex_);
  int64_t thread = CurrentThreadId();
  auto found = std::find_if(holds_.begin(), holds_.end(), [thread](const Hold& hold) { return hold.thread == thread; });
  Holds own;
  if (found != holds_.end()) own.splice(own.begin(), holds_, found);
  return own;
}

void EnvLock::Put(Holds hold) {
  std::lock_guard<std::mutex> lock(mutex_);
  holds_.splice(holds_.end(), hold);
}

void EnvLock::Acquire() {
  if (vm_->lock.IsHeldHere()) return;
  vm_->lock.Acquire();
  Holds hold = TakeOwn();
  if (hold.empty()) hold.push_back({CurrentThreadId()});
  Hold& own = hold.front();
  own.active = true;
  if (own.pause != nullptr) {
    own.pause.reset();
    // Others may have been inside since.
    ThreadState::AdoptStack(vm_);
  } else if (!IsInUse(vm_)) {
    own.locker = std::make_unique<v8::Locker>(vm_->isolate);
  }
  Put(std::move(hold));
}

void EnvLock::Release() {
  if (!vm_->lock.IsHeldHere()) return;
  Holds hold = TakeOwn();
  if (hold.empty()) return;
  Hold& own = hold.front();
  if (!own.active) return Put(std::move(hold));
  if (own.locker != nullptr && IsInUse(vm_)) {
    own.pause = std::make_unique<v8::Unlocker>(vm_->isolate);
    own.active = false;
    Put(std::move(hold));
  } else {
    own.locker.reset();
  }
  vm_->lock.Release();
}

// Waits for nobody: the locker of a thread that goes on inside the VM, and one that could not come back at once, are
// left to V8.
void EnvLock::End(Hold& hold) {
  bool own = hold.thread == CurrentThreadId();
  bool in_use = own ? IsInUse(vm_) : !hold.active;
  if (hold.active && in_use && hold.locker != nullptr) hold.pause = std::make_unique<v8::Unlocker>(vm_->isolate);
  if (hold.pause != nullptr && (in_use || vm_->lock.IsHeld())) {
    static_cast<void>(hold.pause.release());
    static_cast<void>(hold.locker.release());
  }
  hold.pause.reset();
  hold.locker.reset();
  if (hold.active) vm_->lock.Release();
}

}  // namespace jsvm
