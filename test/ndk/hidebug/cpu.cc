// Time of the processors, as Linux tells it.
#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>

#include "hidebug/hidebug.h"

namespace {

// Times in ticks of the clock.
struct Ticks {
  double busy = 0;
  double all = 0;
};

// All processors since the computer started.
Ticks SystemTicks() {
  std::ifstream file("/proc/stat");
  std::string name;
  file >> name;
  Ticks ticks;
  // user nice system idle iowait irq softirq steal
  double value = 0;
  for (int index = 0; index < 8 && file >> value; ++index) {
    ticks.all += value;
    if (index != 3 && index != 4) ticks.busy += value;
  }
  return ticks;
}

double Share(double part, double whole) {
  return whole <= 0 ? 0 : std::clamp(part / whole, 0.0, 1.0);
}

// A thread or process since it started, by its `stat` file.
Ticks TaskTicks(const std::string& path) {
  std::ifstream file(path);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  // Behind the name, which may hold anything: the state, then numbers.
  const size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream rest(text.substr(name_end + 2));
  std::string state;
  rest >> state;
  double values[19] = {};
  for (double& value : values) rest >> value;
  double uptime = 0;
  std::ifstream("/proc/uptime") >> uptime;
  // utime and stime; starttime since the computer started.
  return {.busy = values[10] + values[11], .all = uptime * static_cast<double>(sysconf(_SC_CLK_TCK)) - values[18]};
}

double Processors() {
  return static_cast<double>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
}

}  // namespace

double OH_HiDebug_GetSystemCpuUsage() {
  static std::mutex mutex;
  static Ticks before;
  const std::lock_guard lock(mutex);
  const Ticks now = SystemTicks();
  const double share = Share(now.busy - before.busy, now.all - before.all);
  before = now;
  return share;
}

double OH_HiDebug_GetAppCpuUsage() {
  const Ticks ticks = TaskTicks("/proc/self/stat");
  return Share(ticks.busy, ticks.all * Processors());
}

HiDebug_ThreadCpuUsagePtr OH_HiDebug_GetAppThreadCpuUsage() {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir("/proc/self/task"), closedir);
  if (folder == nullptr) return nullptr;
  HiDebug_ThreadCpuUsagePtr first = nullptr;
  while (const dirent* entry = readdir(folder.get())) {
    const auto id = static_cast<uint32_t>(std::strtoul(entry->d_name, nullptr, 10));
    if (id == 0) continue;
    const Ticks ticks = TaskTicks(std::string("/proc/self/task/") + entry->d_name + "/stat");
    first = new HiDebug_ThreadCpuUsage{id, Share(ticks.busy, ticks.all), first};
  }
  return first;
}

void OH_HiDebug_FreeThreadCpuUsage(HiDebug_ThreadCpuUsagePtr* threadCpuUsage) {
  if (threadCpuUsage == nullptr) return;
  while (*threadCpuUsage != nullptr) {
    const std::unique_ptr<HiDebug_ThreadCpuUsage> gone(*threadCpuUsage);
    *threadCpuUsage = gone->next;
  }
}
