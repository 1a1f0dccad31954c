// Memory, as Linux tells it.
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <unordered_map>

#include "hidebug/hidebug.h"

namespace {

// The lines `Name: 12 kB` of a file under /proc.
class KibFile {
 public:
  explicit KibFile(const char* path) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      const size_t colon = line.find(':');
      if (colon != std::string::npos) {
        values_[line.substr(0, colon)] = std::strtoul(line.c_str() + colon + 1, nullptr, 10);
      }
    }
  }

  uint32_t operator[](const char* name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? 0 : static_cast<uint32_t>(found->second);
  }

 private:
  std::unordered_map<std::string, unsigned long> values_;
};

// A limit of the process in KiB. Without one, all that there can be.
uint64_t LimitInKib(decltype(RLIMIT_AS) resource) {
  constexpr uint64_t kBytesOfKib = 1024;
  rlimit limit{};
  if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return UINT64_MAX / kBytesOfKib;
  return limit.rlim_cur / kBytesOfKib;
}

}  // namespace

void OH_HiDebug_GetSystemMemInfo(HiDebug_SystemMemInfo* systemMemInfo) {
  if (systemMemInfo == nullptr) return;
  const KibFile memory("/proc/meminfo");
  *systemMemInfo = {
      .totalMem = memory["MemTotal"], .freeMem = memory["MemFree"], .availableMem = memory["MemAvailable"]};
}

void OH_HiDebug_GetAppNativeMemInfo(HiDebug_NativeMemInfo* nativeMemInfo) {
  if (nativeMemInfo == nullptr) return;
  const KibFile rollup("/proc/self/smaps_rollup");
  const KibFile status("/proc/self/status");
  *nativeMemInfo = {.pss = rollup["Pss"],
                    .vss = status["VmSize"],
                    .rss = rollup["Rss"],
                    .sharedDirty = rollup["Shared_Dirty"],
                    .privateDirty = rollup["Private_Dirty"],
                    .sharedClean = rollup["Shared_Clean"],
                    .privateClean = rollup["Private_Clean"]};
}

void OH_HiDebug_GetAppMemoryLimit(HiDebug_MemoryLimit* memoryLimit) {
  if (memoryLimit == nullptr) return;
  *memoryLimit = {.rssLimit = LimitInKib(RLIMIT_RSS), .vssLimit = LimitInKib(RLIMIT_AS)};
}
