// Output of snapshots and profiles to the caller's stream.
#ifndef ARKHOST_JSVM_CORE_STREAM_H_
#define ARKHOST_JSVM_CORE_STREAM_H_

#include "v8_headers.h"

namespace jsvm {

// V8 writes in chunks of at most 64 KiB; the caller may stop it, and otherwise gets a call with NULL and 0 at the end.
class CallerStream final : public v8::OutputStream {
 public:
  CallerStream(JSVM_OutputStream stream, void* data) : stream_(stream), data_(data) {}

  int GetChunkSize() override { return kChunk; }
  // V8 ends the stream also when the caller stopped it at the last chunk.
  void EndOfStream() override {
    if (!stopped_) stream_(nullptr, 0, data_);
  }
  WriteResult WriteAsciiChunk(char* chunk, int size) override {
    stopped_ = !stream_(chunk, size, data_);
    return stopped_ ? kAbort : kContinue;
  }

 private:
  static constexpr int kChunk = 65536;
  JSVM_OutputStream stream_;
  void* data_;
  bool stopped_ = false;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_STREAM_H_
