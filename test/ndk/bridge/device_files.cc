#include "device_files.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "files/forward.h"
#include "library_slots.h"

namespace bridge {

namespace {

// The C library and the linker, whose own files these are, and the bridge. What stands in front of the C library sees
// its calls after us.
bool IsSystem(std::string_view library) {
  for (const std::string_view start : {"libc.so", "ld-linux", "linux-vdso", "libdl.so", "libpthread.so", "libasan.so",
                                       "libtsan.so", "libubsan.so", "arkhost_bridge.node"}) {
    if (library.starts_with(start)) return true;
  }
  return false;
}

void* Replaced(const char* symbol, void* function) {
  static const auto replacements = [] {
    std::unordered_map<std::string_view, void*> all;
    for (const auto* each = files::Replacement::first; each != nullptr; each = each->next) {
      all.emplace(each->name, each->address);
    }
    return all;
  }();
  const auto found = replacements.find(symbol);
  return found == replacements.end() ? function : found->second;
}

}  // namespace

void ReplaceFileFunctions() {
  if (files::RootLength() == 0) return;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  ReplaceSlots(IsSystem, Replaced);
}

void AddDeviceFiles(Napi::Env env, Napi::Object exports) {
  auto set_root = [](const Napi::CallbackInfo& info) {
    files::SetRoot(info[0].As<Napi::String>().Utf8Value().c_str());
    ReplaceFileFunctions();
  };
  exports.Set("setDeviceRoot", Napi::Function::New(env, set_root, "setDeviceRoot"));
}

}  // namespace bridge
