// Memory that another process reads as a file.
#ifndef ARKHOST_BRIDGE_SHARED_MEMORY_H_
#define ARKHOST_BRIDGE_SHARED_MEMORY_H_

#include <napi.h>

namespace bridge {

// Adds shareMemory.
void AddSharedMemory(Napi::Env env, Napi::Object exports);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_SHARED_MEMORY_H_
