// Switches that make the host engine behave like a device with less: the harness sets them in the environment.
#ifndef ARKHOST_JSVM_CORE_DEVICE_MODE_H_
#define ARKHOST_JSVM_CORE_DEVICE_MODE_H_

#include <cstddef>

namespace jsvm {

// ARKHOST_JSVM_JITLESS=1: scripts are only interpreted, and code caches of WebAssembly are of no use, as for an app
// without the JIT permission.
bool IsJitless();

// ARKHOST_JSVM_HEAP_LIMIT=<MiB>: the largest heap of a VM in bytes; 0 leaves it to the engine.
size_t HeapLimit();

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_DEVICE_MODE_H_
