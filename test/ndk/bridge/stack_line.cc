#include "stack_line.h"

#include <dlfcn.h>
#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace bridge {

namespace {

// Offset that a symbolizer wants: from the load address for a shared object, absolute for a fixed-address executable.
unsigned long OffsetIn(const Dl_info& info, const void* address) {
  const auto* header = static_cast<const ElfW(Ehdr)*>(info.dli_fbase);
  const auto value = reinterpret_cast<unsigned long>(address);
  return header->e_type == ET_EXEC ? value : value - reinterpret_cast<unsigned long>(info.dli_fbase);
}

// The interrupted frame when it is on the stack, else all frames.
int FirstFrame(const RawStack& stack) {
  for (int index = 0; index < stack.count; index++) {
    if (stack.frames[index] == stack.interrupted) return index;
  }
  return 0;
}

}  // namespace

StackLine::StackLine(std::string_view reason) {
  Put(R"({"type":"native-stack","reason":")");
  Put(reason);
  Put("\"");
}

void StackLine::AddSignal(int number, const void* address) {
  Put(R"(,"signal":)");
  PutNumber(number);
  Put(R"(,"address":"0x)");
  PutHex(reinterpret_cast<unsigned long>(address));
  Put("\"");
}

void StackLine::AddFrames(const RawStack& stack) {
  Put(R"(,"frames":[)");
  bool first = true;
  for (int index = FirstFrame(stack); index < stack.count; index++) {
    // A return address may belong to the line after the call; the interrupted instruction is exact.
    const bool exact = stack.frames[index] == stack.interrupted;
    const void* address = static_cast<char*>(stack.frames[index]) - (exact ? 0 : 1);
    Dl_info info;
    if (dladdr(address, &info) == 0 || info.dli_fname == nullptr) continue;
    const size_t symbol_size = info.dli_sname == nullptr ? 0 : strlen(info.dli_sname);
    if (!Fits(2 * (strlen(info.dli_fname) + symbol_size) + 64)) break;
    if (!first) Put(",");
    first = false;
    Put(R"({"module":")");
    PutEscaped(info.dli_fname);
    Put(R"(","offset":"0x)");
    PutHex(OffsetIn(info, address));
    Put("\"");
    if (symbol_size > 0) {
      Put(R"(,"symbol":")");
      PutEscaped(info.dli_sname);
      Put("\"");
    }
    Put("}");
  }
  Put("]");
}

void StackLine::AddCalls(const CallList& calls) {
  Put(R"(,"calls":[)");
  for (int index = 0; index < calls.count; index++) {
    Put(index == 0 ? "\"" : ",\"");
    Put(calls.names[index]);
    Put("\"");
  }
  Put("]");
}

void StackLine::AddScript(std::string_view text) {
  Put(R"(,"script":")");
  PutEscaped(text);
  Put("\"");
}

void StackLine::WriteTo(int fd) {
  std::memcpy(text_ + size_, "}\n", 2);
  size_ += 2;
  for (size_t done = 0; done < size_;) {
    const ssize_t count = write(fd, text_ + done, size_ - done);
    if (count > 0) {
      done += static_cast<size_t>(count);
    } else if (errno != EINTR && errno != EAGAIN) {
      return;
    }
  }
}

void StackLine::Put(std::string_view text) {
  const size_t size = std::min(text.size(), kCapacity - kReserve / 2 - size_);
  std::memcpy(text_ + size_, text.data(), size);
  size_ += size;
}

void StackLine::PutEscaped(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  for (const char character : text) {
    if (!Fits(6)) return;
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      const char escaped[] = {'\\', character};
      Put({escaped, 2});
    } else if (byte < 0x20) {
      const char escaped[] = {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
      Put({escaped, 6});
    } else {
      Put({&character, 1});
    }
  }
}

void StackLine::PutHex(unsigned long value) {
  char digits[16];
  size_t count = 0;
  do {
    digits[count++] = "0123456789abcdef"[value & 15];
    value >>= 4;
  } while (value != 0);
  while (count > 0) Put({&digits[--count], 1});
}

void StackLine::PutNumber(int value) {
  char digits[12];
  size_t count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (count > 0) Put({&digits[--count], 1});
}

}  // namespace bridge
