#include "device_files.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
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

// Programs that this process starts see the same files: the linker loads a library into them that stands beside this
// one.
void TellPrograms(const std::string& root) {
  Dl_info own;
  if (dladdr(reinterpret_cast<void*>(&TellPrograms), &own) == 0) return;
  const std::string_view file = own.dli_fname;
  std::string library = std::string(file.substr(0, file.rfind('/') + 1)) + "libarkhost_files.so";
  if (access(library.c_str(), R_OK) != 0) return;
  // Sanitizers insist on being the first.
  const char* before = std::getenv("LD_PRELOAD");
  if (before != nullptr && *before != '\0') library = std::string(before) + ":" + library;
  setenv("ARKHOST_DEVICE_ROOT", root.c_str(), 1);
  setenv("LD_PRELOAD", library.c_str(), 1);
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
    const std::string root = info[0].As<Napi::String>();
    files::SetRoot(root.c_str());
    ReplaceFileFunctions();
    TellPrograms(root);
  };
  exports.Set("setDeviceRoot", Napi::Function::New(env, set_root, "setDeviceRoot"));
}

}  // namespace bridge
