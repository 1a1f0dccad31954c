#include "thread_state.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "fatal.h"
#include "vm.h"

namespace jsvm {

namespace {

const char* MisuseText(Misuse kind) {
  switch (kind) {
    case Misuse::kNoVmScope:
      return "called without an active VM scope";
    case Misuse::kOtherVmScope:
      return "the active VM scope belongs to another VM";
    case Misuse::kOtherThreadOwns:
      return "the VM is owned by another thread";
    case Misuse::kVmScopeOtherThread:
      return "the VM scope is closed by another thread than the one that opened it";
    case Misuse::kVmScopeOtherVm:
      return "the VM scope is closed with another VM than the one it was opened for";
    case Misuse::kEnvScopeOtherThread:
      return "the env scope is closed by another thread than the one that opened it";
  }
  return "";
}

bool NamesThreads(Misuse kind) {
  return kind == Misuse::kOtherThreadOwns || kind == Misuse::kVmScopeOtherThread ||
         kind == Misuse::kEnvScopeOtherThread;
}

bool FirstReport(int kind, const char* function) {
  static std::mutex mutex;
  static std::set<std::pair<int, std::string>> seen;
  std::lock_guard<std::mutex> lock(mutex);
  return seen.emplace(kind, function).second;
}

// The end of this thread's stack, with room left for the engine's own frames; 0 when it is not known.
uintptr_t StackEnd() {
  constexpr size_t kReserve = 128 * 1024;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  void* lowest = nullptr;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return reinterpret_cast<uintptr_t>(lowest) + std::min(kReserve, size / 4);
}

}  // namespace

int64_t CurrentThreadId() {
  static thread_local int64_t id = syscall(SYS_gettid);
  return id;
}

uintptr_t StackLimitOfThread() {
  constexpr size_t kJsStack = 984 * 1024;  // V8's default
  static thread_local const uintptr_t end = StackEnd();
  return std::max(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) - kJsStack, end);
}

void ReportMisuse(Misuse kind, JSVM_VM vm, const char* function, int64_t owner_thread) {
  if (function == nullptr) return;
  if (vm != nullptr) vm->misuses.fetch_add(1, std::memory_order_relaxed);
  if (!FirstReport(static_cast<int>(kind), function)) return;
  std::string text =
      "[JSVM API Misuse][E0" + std::to_string(static_cast<int>(kind)) + "] " + function + ": " + MisuseText(kind);
  if (NamesThreads(kind)) {
    text += " (owner thread " + std::to_string(owner_thread) + ", current thread " + std::to_string(CurrentThreadId()) +
            ")";
  }
  LogError(text.c_str());
}

void ReportStale(JSVM_VM vm, const char* function, const char* what) {
  if (vm != nullptr) vm->misuses.fetch_add(1, std::memory_order_relaxed);
  if (!FirstReport(0, function)) return;
  LogError((std::string("[JSVM API Misuse] ") + function + ": the " + what + " was freed before").c_str());
}

ThreadState& ThreadState::Current() {
  static thread_local ThreadState state;
  return state;
}

ThreadState::~ThreadState() {
  // The process ends with its first thread, and with it everything else.
  if (entered_.empty() || CurrentThreadId() == getpid()) return;
  ForEachOf(entered_, [](JSVM_VM vm) {
    while (v8::Isolate::TryGetCurrent() == vm->isolate) vm->isolate->Exit();
    while (vm->owner_thread() == CurrentThreadId()) vm->Disown();
  });
}

void ThreadState::Enter(JSVM_VM vm) {
  vm->Own();
  entered_.push_back(vm);
  vm->isolate->Enter();
  AdoptStack(vm);
}

void ThreadState::AdoptStack(JSVM_VM vm) {
  int64_t thread = CurrentThreadId();
  if (vm->last_thread == thread) return;
  // V8 takes the stack limit of the thread that made the isolate; on another thread's stack it would see an overflow.
  vm->stack_limit = StackLimitOfThread();
  if (vm->last_thread != 0) vm->isolate->SetStackLimit(vm->stack_limit);
  vm->last_thread = thread;
}

void ThreadState::Leave(JSVM_VM vm) {
  vm->Disown();
  auto found = std::find(entered_.rbegin(), entered_.rend(), vm);
  // Another thread entered it: V8 can be left there only, see Forget.
  if (found == entered_.rend()) return;
  bool innermost = found == entered_.rbegin();
  entered_.erase(std::next(found).base());
  if (v8::Isolate::TryGetCurrent() == vm->isolate) {
    vm->isolate->Exit();
  } else if (!innermost) {
    ExitBelowOthers(vm);
  }
  Settle();
}

void ThreadState::Forget(JSVM_VM vm) {
  std::erase(entered_, vm);
  while (v8::Isolate::TryGetCurrent() == vm->isolate) vm->isolate->Exit();
  while (ExitBelowOthers(vm)) continue;
  Settle();
}

// V8 leaves isolates in the reverse order of entering only: leaves those of the VMs entered since, and enters them
// again. False when the VM is not below them.
bool ThreadState::ExitBelowOthers(JSVM_VM vm) {
  std::vector<v8::Isolate*> others;
  v8::Isolate* current = v8::Isolate::TryGetCurrent();
  for (; current != nullptr && current != vm->isolate && FindVm(current) != nullptr;
       current = v8::Isolate::TryGetCurrent()) {
    current->Exit();
    others.push_back(current);
  }
  if (current == vm->isolate) current->Exit();
  for (auto other = others.rbegin(); other != others.rend(); ++other) (*other)->Enter();
  return current == vm->isolate;
}

// After scopes were closed out of order V8 may come back to a VM that the module has already left: leave it as well.
void ThreadState::Settle() {
  for (;;) {
    v8::Isolate* current = v8::Isolate::TryGetCurrent();
    if (current == nullptr) return;
    JSVM_VM vm = FindVm(current);
    if (vm == nullptr) return;
    if (std::find(entered_.begin(), entered_.end(), vm) != entered_.end()) return;
    current->Exit();
  }
}

}  // namespace jsvm
