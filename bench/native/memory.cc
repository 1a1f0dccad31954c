#include "memory.h"

#include <malloc.h>
#include <unistd.h>

#include "bench.h"
#include "isolates.h"

namespace bench {

namespace {

// Resident bytes of the process, after free memory of the heap went back to the system.
double ResidentBytes() {
  malloc_trim(0);
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) Failed("open /proc/self/statm", 1);
  long size = 0;
  long resident = 0;
  int fields = std::fscanf(file, "%ld %ld", &size, &resident);
  std::fclose(file);
  if (fields != 2) Failed("read /proc/self/statm", 1);
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

template <typename Make, typename End>
double Live(uint32_t count, Make make, End end) {
  std::vector<decltype(make())> places;
  places.reserve(count);
  double before = ResidentBytes();
  for (uint32_t i = 0; i < count; ++i) places.push_back(make());
  double after = ResidentBytes();
  for (auto& place : places) end(place);
  return (after - before) / count;
}

}  // namespace

double BytesPerLiveVm(bool jsvm, uint32_t count) {
  if (jsvm) return Live(count, NewJsvmPlace, [](JsvmPlace& place) { Destroy(place); });
  return Live(count, NewV8Place, [](V8Place& place) { Destroy(place); });
}

double BytesAfterCycles(bool jsvm, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (jsvm) {
      Destroy(NewJsvmPlace());
    } else {
      V8Place place = NewV8Place();
      Destroy(place);
    }
  }
  return ResidentBytes();
}

}  // namespace bench
