// The platform that all VMs share with the engine, and the foreground task queue of each VM.
#ifndef ARKHOST_JSVM_CORE_PLATFORM_H_
#define ARKHOST_JSVM_CORE_PLATFORM_H_

#include "v8_headers.h"

namespace jsvm {

// Captures the platform of the Node environment current on this thread. False when there is none.
bool AttachPlatform();

// The captured platform. Ends the process with a message when libjsvm was loaded outside the engine.
node::MultiIsolatePlatform* Platform();

// Foreground tasks of one VM: V8's worker threads post here, PumpMessageLoop runs them one by one.
class TaskQueue final : public v8::TaskRunner {
 public:
  // Whoever posts locks the same mutex, and so sees the queue complete, on whatever way the engine brought it there.
  TaskQueue() { std::lock_guard<std::mutex> lock(mutex_); }
  // Runs at most one task that is due; false when none was.
  bool RunOne();
  // Drops everything; later posts are dropped too. Called when the VM goes.
  void Close();

  bool IdleTasksEnabled() override { return false; }
  bool NonNestableTasksEnabled() const override { return true; }
  bool NonNestableDelayedTasksEnabled() const override { return true; }

 protected:
  void PostTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation& location) override;
  void PostNonNestableTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation& location) override;
  void PostDelayedTaskImpl(std::unique_ptr<v8::Task> task, double seconds, const v8::SourceLocation& location) override;
  void PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task> task, double seconds,
                                      const v8::SourceLocation& location) override;
  void PostIdleTaskImpl(std::unique_ptr<v8::IdleTask> task, const v8::SourceLocation& location) override;

 private:
  struct Delayed {
    double due;  // seconds on the platform's monotonic clock
    std::unique_ptr<v8::Task> task;
  };

  void Post(std::unique_ptr<v8::Task> task);
  void PostDelayed(std::unique_ptr<v8::Task> task, double seconds);
  std::unique_ptr<v8::Task> Take();

  std::mutex mutex_;
  bool closed_ = false;
  std::deque<std::unique_ptr<v8::Task>> ready_;
  std::vector<Delayed> delayed_;  // soonest first
};

// What Node asks for when it is told of an isolate whose tasks are not its own business.
class PlatformDelegate final : public node::IsolatePlatformDelegate {
 public:
  PlatformDelegate() : queue_(std::make_shared<TaskQueue>()) {}
  virtual ~PlatformDelegate() = default;

  std::shared_ptr<v8::TaskRunner> GetForegroundTaskRunner() override { return queue_; }
  bool IdleTasksEnabled() override { return false; }
  TaskQueue& queue() { return *queue_; }

 private:
  std::shared_ptr<TaskQueue> queue_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_PLATFORM_H_
