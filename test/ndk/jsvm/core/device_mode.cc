#include "device_mode.h"

#include <v8.h>

#include <atomic>
#include <cstdlib>
#include <string_view>

namespace jsvm {

namespace {

std::atomic<bool>& Jitless() {
  static std::atomic<bool> jitless = [] {
    const char* value = std::getenv("ARKHOST_JSVM_JITLESS");
    return value != nullptr && std::string_view(value) == "1";
  }();
  return jitless;
}

}  // namespace

bool IsJitless() {
  return Jitless().load(std::memory_order_relaxed);
}

void ForbidJit() {
  Jitless().store(true, std::memory_order_relaxed);
  v8::V8::SetFlagsFromString("--no-turbofan --no-maglev --no-sparkplug --regexp-interpret-all --no-regexp-tier-up");
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
