// Trace events of our own, in the category JSVM_TRACE_RUNTIME: stock V8 records nothing under it.
#ifndef ARKHOST_JSVM_CORE_TRACE_EVENT_H_
#define ARKHOST_JSVM_CORE_TRACE_EVENT_H_

#include "v8_headers.h"

namespace jsvm {

// A piece of work that shows in a trace under `name`, a string literal, from the object's birth to its death. Costs one
// load of a byte while no trace is recorded.
class TraceSpan {
 public:
  explicit TraceSpan(const char* name) {
    if (recording_.load(std::memory_order_relaxed)) [[unlikely]]
      Begin(name);
  }
  ~TraceSpan() {
    if (name_ != nullptr) [[unlikely]]
      End();
  }
  TraceSpan(const TraceSpan&) = delete;
  TraceSpan& operator=(const TraceSpan&) = delete;

  // Set while the category is recorded.
  static void SetRecording(bool recording) { recording_.store(recording, std::memory_order_relaxed); }

 private:
  void Begin(const char* name);
  void End();

  inline static std::atomic<bool> recording_{false};
  const char* name_ = nullptr;
  uint64_t handle_ = 0;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_TRACE_EVENT_H_
