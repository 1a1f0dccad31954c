#include "device_path.h"

#include <atomic>
#include <cstdlib>
#include <cstring>

namespace files {
namespace {

constexpr size_t kDataLength = 5;  // of "/data"

char root[PATH_MAX];
// Written after the text: a thread that sees a length sees the text too.
std::atomic<size_t> root_length{0};

// `/data` or something below it, as it stands in the root folder.
bool IsBelowRoot(const char* text, size_t length) {
  const size_t begin = RootLength();
  if (begin == 0 || length < begin + kDataLength || std::memcmp(text, root, begin) != 0) return false;
  if (std::memcmp(text + begin, "/data", kDataLength) != 0) return false;
  return length == begin + kDataLength || text[begin + kDataLength] == '/';
}

}  // namespace

void SetRoot(const char* folder) {
  const size_t length = folder == nullptr ? 0 : std::strlen(folder);
  root_length.store(0, std::memory_order_release);
  if (length == 0 || length >= sizeof(root)) return;
  std::memcpy(root, folder, length);
  root_length.store(length, std::memory_order_release);
}

size_t RootLength() {
  return root_length.load(std::memory_order_acquire);
}

HostPath::HostPath(const char* path) : path_(path) {
  if (!IsDevicePath(path)) return;
  path_ = text_;
  text_[0] = '\0';
  const size_t begin = RootLength();
  const size_t length = std::strlen(path);
  if (begin + length >= sizeof(text_)) return;
  std::memcpy(text_, root, begin);
  std::memcpy(text_ + begin, path, length + 1);
}

size_t ToDevice(char* text, size_t length) {
  if (!IsBelowRoot(text, length)) return length;
  const size_t begin = RootLength();
  std::memmove(text, text + begin, length - begin);
  return length - begin;
}

char* ToDevice(char* text) {
  if (text != nullptr) text[ToDevice(text, std::strlen(text))] = '\0';
  return text;
}

}  // namespace files
