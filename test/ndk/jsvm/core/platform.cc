#include "platform.h"

#include <unistd.h>

#include <algorithm>

#include "device_mode.h"
#include "fatal.h"
#include "isolate_stock.h"
#include "thread_state.h"
#include "vm.h"

namespace jsvm {

namespace {

std::atomic<node::MultiIsolatePlatform*> g_platform{nullptr};

// Flags are part of the code cache's version: they are set before anything is compiled for a VM and never again. Not as
// soon as the library is loaded: the engine's own code is cached under the flags that it started with.
void SetEngineFlags() {
  // The linear regular expression engine is on in every JSVM.
  v8::V8::SetFlagsFromString("--enable-experimental-regexp-engine");
  if (IsJitless()) ForbidJit();
}

// A module may call JSVM first from a thread of its own, where no Node environment is current: so the platform is
// captured when the library is loaded, which the engine does on a thread that has one.
__attribute__((constructor)) void CaptureAtLoad() {
  AttachPlatform();
}

}  // namespace

bool AttachPlatform() {
  v8::Isolate* isolate = v8::Isolate::TryGetCurrent();
  if (isolate == nullptr || !isolate->InContext()) return g_platform.load(std::memory_order_acquire) != nullptr;
  v8::HandleScope handles(isolate);
  node::Environment* environment = node::GetCurrentEnvironment(isolate->GetCurrentContext());
  if (environment == nullptr) return g_platform.load(std::memory_order_acquire) != nullptr;
  static std::once_flag end;
  g_platform.store(node::GetMultiIsolatePlatform(environment), std::memory_order_release);
  // The process ends with the environment of its first thread; a worker's end is nothing to the VMs of others.
  if (CurrentThreadId() == getpid()) {
    std::call_once(end, [isolate, environment] {
      node::AddEnvironmentCleanupHook(isolate, [](void*) { AbandonVms(); }, nullptr);
      // process.exit() runs these only, waits for the workers and ends the platform.
      node::AtExit(
          environment,
          [](void*) {
            TerminateOtherThreads();
            IsolateStock::Close();
          },
          nullptr);
      IsolateStock::Open();
    });
  }
  return true;
}

node::MultiIsolatePlatform* Platform() {
  static std::once_flag flags;
  std::call_once(flags, SetEngineFlags);
  node::MultiIsolatePlatform* platform = g_platform.load(std::memory_order_acquire);
  if (platform != nullptr) return platform;
  if (AttachPlatform()) return g_platform.load(std::memory_order_acquire);
  Fatal("libjsvm.so", "loaded outside the arkhost engine: there is no V8 platform to run on");
}

void TaskQueue::Post(std::unique_ptr<v8::Task> task) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (!closed_) ready_.push_back(std::move(task));
}

void TaskQueue::PostDelayed(std::unique_ptr<v8::Task> task, double seconds) {
  double due = Platform()->MonotonicallyIncreasingTime() + seconds;
  std::lock_guard<std::mutex> lock(mutex_);
  if (closed_) return;
  // Kept in order of time, and of posting where the times are equal.
  auto later = std::upper_bound(delayed_.begin(), delayed_.end(), due,
                                [](double wanted, const Delayed& d) { return wanted < d.due; });
  delayed_.insert(later, Delayed{due, std::move(task)});
}

std::unique_ptr<v8::Task> TaskQueue::Take() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (!delayed_.empty()) {
    double now = Platform()->MonotonicallyIncreasingTime();
    auto due_end = std::find_if(delayed_.begin(), delayed_.end(), [now](const Delayed& d) { return d.due > now; });
    for (auto it = delayed_.begin(); it != due_end; ++it) ready_.push_back(std::move(it->task));
    delayed_.erase(delayed_.begin(), due_end);
  }
  if (ready_.empty()) return nullptr;
  std::unique_ptr<v8::Task> task = std::move(ready_.front());
  ready_.pop_front();
  return task;
}

bool TaskQueue::RunOne() {
  std::unique_ptr<v8::Task> task = Take();
  if (!task) return false;
  task->Run();
  return true;
}

void TaskQueue::Close() {
  std::deque<std::unique_ptr<v8::Task>> ready;
  std::vector<Delayed> delayed;
  std::lock_guard<std::mutex> lock(mutex_);
  closed_ = true;
  ready.swap(ready_);
  delayed.swap(delayed_);
}

void TaskQueue::PostTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) {
  Post(std::move(task));
}

void TaskQueue::PostNonNestableTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) {
  Post(std::move(task));
}

void TaskQueue::PostDelayedTaskImpl(std::unique_ptr<v8::Task> task, double seconds, const v8::SourceLocation&) {
  PostDelayed(std::move(task), seconds);
}

void TaskQueue::PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task> task, double seconds,
                                               const v8::SourceLocation&) {
  PostDelayed(std::move(task), seconds);
}

// Idle tasks are announced as unavailable, so V8 posts none.
void TaskQueue::PostIdleTaskImpl(std::unique_ptr<v8::IdleTask>, const v8::SourceLocation&) {}

}  // namespace jsvm
