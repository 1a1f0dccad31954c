// What must be known of a WebAssembly binary that V8's API does not tell.
#ifndef ARKHOST_JSVM_CORE_WASM_MODULE_H_
#define ARKHOST_JSVM_CORE_WASM_MODULE_H_

#include <cstddef>
#include <cstdint>

namespace jsvm {

// The size of the function index space (imported functions and defined ones) of a valid module.
uint64_t CountWasmFunctions(const uint8_t* bytes, size_t size);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_WASM_MODULE_H_
