#include "trace_buffer.h"

#include <algorithm>
#include <sstream>

namespace jsvm {

TraceRing& TraceRing::Instance() {
  static auto* ring = new TraceRing;
  return *ring;
}

void TraceRing::Restart(size_t events) {
  std::lock_guard<std::mutex> lock(mutex_);
  size_t chunks = events == 0 ? kDefaultChunks : events / kChunk + (events % kChunk != 0);
  capacity_ = chunks > SIZE_MAX / kChunk ? SIZE_MAX : chunks * kChunk;
  first_ = next_;
}

TraceRing::Event* TraceRing::Add(uint64_t* handle) {
  std::lock_guard<std::mutex> lock(mutex_);
  *handle = next_++;
  size_t chunk = (*handle - first_) % capacity_ / kChunk;
  if (chunk >= chunks_.size()) chunks_.resize(chunk + 1);
  if (chunks_[chunk] == nullptr) chunks_[chunk] = std::make_unique<Chunk>();
  return &At(*handle);
}

TraceRing::Event* TraceRing::Find(uint64_t handle) {
  std::lock_guard<std::mutex> lock(mutex_);
  bool kept = handle >= first_ && handle < next_ && next_ - handle <= capacity_;
  return kept ? &At(handle) : nullptr;
}

std::string TraceRing::ToJson(const std::string& tag) {
  using v8::platform::tracing::TraceWriter;
  std::lock_guard<std::mutex> lock(mutex_);
  std::ostringstream text;
  std::unique_ptr<TraceWriter> writer(TraceWriter::CreateJSONTraceWriter(text, tag));
  uint64_t oldest = next_ - std::min<uint64_t>(next_ - first_, capacity_);
  for (uint64_t number = oldest; number < next_; ++number) {
    Event& event = At(number);
    // A thread may have taken the place and not written yet.
    if (event.phase() != 0) writer->AppendTraceEvent(&event);
  }
  writer.reset();  // writes the closing brackets
  return text.str();
}

}  // namespace jsvm
