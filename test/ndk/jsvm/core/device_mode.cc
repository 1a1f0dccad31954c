#include "device_mode.h"

#include <cstdlib>
#include <string_view>

namespace jsvm {

bool IsJitless() {
  static const bool jitless = [] {
    const char* value = std::getenv("ARKHOST_JSVM_JITLESS");
    return value != nullptr && std::string_view(value) == "1";
  }();
  return jitless;
}

size_t HeapLimit() {
  static const size_t limit = [] {
    const char* value = std::getenv("ARKHOST_JSVM_HEAP_LIMIT");
    constexpr size_t kMiB = 1024 * 1024;
    return value == nullptr ? size_t{0} : static_cast<size_t>(std::strtoull(value, nullptr, 10)) * kMiB;
  }();
  return limit;
}

}  // namespace jsvm
