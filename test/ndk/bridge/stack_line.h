// Builds the JSON line of a native stack in a fixed buffer, because the heap may be what is broken.
#ifndef ARKHOST_BRIDGE_STACK_LINE_H_
#define ARKHOST_BRIDGE_STACK_LINE_H_

#include <cstddef>
#include <string_view>

#include "call_log.h"

namespace bridge {

// A raw stack: return addresses, innermost first.
struct RawStack {
  static constexpr int kMaxFrames = 64;
  void* frames[kMaxFrames];
  int count = 0;
  // Where a signal interrupted the thread; the frames above it are the handler's. Null when there was no signal.
  const void* interrupted = nullptr;
};

// One message of at most 64 KiB; what does not fit is left out, and the line stays valid JSON.
class StackLine {
 public:
  // `reason` is "signal", "exit" or "hang".
  explicit StackLine(std::string_view reason);

  void AddSignal(int number, const void* address);
  void AddFrames(const RawStack& stack);
  void AddCalls(const CallList& calls);
  void AddScript(std::string_view text);

  // Ends the line and writes it.
  void WriteTo(int fd);

 private:
  static constexpr size_t kCapacity = 64 * 1024;
  static constexpr size_t kReserve = 64;  // for the closing brackets

  void Put(std::string_view text);
  void PutEscaped(std::string_view text);
  void PutHex(unsigned long value);
  void PutNumber(int value);
  bool Fits(size_t size) const { return size_ + size + kReserve < kCapacity; }

  char text_[kCapacity];
  size_t size_ = 0;
};

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_STACK_LINE_H_
