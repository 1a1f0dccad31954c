// Where the engine's trace events are kept until the trace is stopped.
#ifndef ARKHOST_JSVM_CORE_TRACE_BUFFER_H_
#define ARKHOST_JSVM_CORE_TRACE_BUFFER_H_

#include <libplatform/v8-tracing.h>

#include "v8_headers.h"

namespace jsvm {

// A ring of trace events. Threads of the engine may still hold an event of it after a trace was stopped, so there is
// one ring in the process, it never shrinks, and starting a trace empties it instead of making another.
class TraceRing {
 public:
  using Event = v8::platform::tracing::TraceObject;

  static TraceRing& Instance();

  // Forgets what was recorded. `events` is rounded up to whole chunks; 0 is the default size.
  void Restart(size_t events);
  // The place of the next event; the oldest one's when the ring is full.
  Event* Add(uint64_t* handle);
  // The event of a handle, nullptr when it was overwritten.
  Event* Find(uint64_t handle);
  // The events, oldest first, as {"<tag>":[...]}. No event may be written meanwhile.
  std::string ToJson(const std::string& tag);

 private:
  static constexpr size_t kChunk = 64;
  static constexpr size_t kDefaultChunks = 1024;

  struct Chunk {
    Event events[kChunk]{};
  };

  Event& At(uint64_t number) {
    size_t place = (number - first_) % capacity_;
    return chunks_[place / kChunk]->events[place % kChunk];
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<Chunk>> chunks_;  // made when first needed
  size_t capacity_ = kDefaultChunks * kChunk;
  uint64_t first_ = 1;  // number of the trace's first event; 0 is the handle of no event
  uint64_t next_ = 1;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_TRACE_BUFFER_H_
