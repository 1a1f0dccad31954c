// Memory that VMs take and give back.
#ifndef ARKHOST_BENCH_MEMORY_H_
#define ARKHOST_BENCH_MEMORY_H_

#include <cstdint>

namespace bench {

// Resident bytes that each of `count` living VMs with an env adds to the process; of isolates with a context otherwise.
double BytesPerLiveVm(bool jsvm, uint32_t count);

// Makes and destroys `count` VMs with an env, or isolates with a context, and returns the resident bytes of the
// process.
double BytesAfterCycles(bool jsvm, uint32_t count);

}  // namespace bench

#endif  // ARKHOST_BENCH_MEMORY_H_
