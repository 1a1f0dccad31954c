// Switches that make the host engine behave like a device with less: the harness sets them in the environment.
#ifndef ARKHOST_JSVM_CORE_DEVICE_MODE_H_
#define ARKHOST_JSVM_CORE_DEVICE_MODE_H_

#include <cstddef>

namespace jsvm {

// ARKHOST_JSVM_JITLESS=1, or ForbidJit(): scripts are only interpreted, and code caches of WebAssembly are of no use,
// as for an app without the JIT permission.
bool IsJitless();

// Gives V8 the flags for that, for the whole process. V8's own --jitless is for the start of a process: later it would
// take WebAssembly and the compiled code of the engine's own isolate with it.
void ForbidJit();

// ARKHOST_JSVM_HEAP_LIMIT=<MiB>: the largest heap of a VM in bytes; 0 leaves it to the engine.
size_t HeapLimit();

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_DEVICE_MODE_H_
