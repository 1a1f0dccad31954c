/** The two functions of the page, ready to be handed to OH_JSVM_CreateEnv. */
#ifndef JSVM_MEMORY_HELLO_H
#define JSVM_MEMORY_HELLO_H

#include <ark_runtime/jsvm.h>

#include <cstddef>

namespace hello {

/** Property descriptors of native global functions; they live as long as the library. */
struct NativeGlobals {
  const JSVM_PropertyDescriptor* descriptors;
  std::size_t count;
};

/** `adjustExternalMemory`, `memoryPressureNotification` and `externalMemoryTotal`, as a script sees them. */
NativeGlobals Globals();

}  // namespace hello

#endif  // JSVM_MEMORY_HELLO_H
