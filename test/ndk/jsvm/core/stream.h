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
  void EndOfStream() override { stream_(nullptr, 0, data_); }
  WriteResult WriteAsciiChunk(char* chunk, int size) override {
    return stream_(chunk, size, data_) ? kContinue : kAbort;
  }

 private:
  static constexpr int kChunk = 65536;
  JSVM_OutputStream stream_;
  void* data_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_STREAM_H_
