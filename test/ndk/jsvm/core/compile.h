// What can be asked of a compilation, gathered from the three functions that compile.
#ifndef ARKHOST_JSVM_CORE_COMPILE_H_
#define ARKHOST_JSVM_CORE_COMPILE_H_

#include "background.h"
#include "entry.h"

namespace jsvm {

struct CompileRequest {
  // The name of the script in stacks; not named: "<anonymous>".
  bool named = false;
  std::string name;
  int line_offset = 0;
  int column_offset = 0;
  // Path of a source map, empty for none.
  std::string source_map;

  bool eager = false;
  // The code cache; `consume_cache` says that it is to be used.
  bool consume_cache = false;
  const uint8_t* cache = nullptr;
  size_t cache_length = 0;
  bool* rejected = nullptr;
  // A finished background deserialization, handed to V8 by Compile.
  mutable DecodedCache decoded;

  // The cache arguments of CompileScript and CompileScriptWithOrigin.
  void UseCache(const uint8_t* data, size_t length, bool* cache_rejected);
  // Name and offsets. A NULL name ends the process, as on the device.
  void UseOrigin(const JSVM_ScriptOrigin& origin, const char* function);
  // The options of CompileScriptWithOptions. False: INVALID_ARG.
  bool UseOptions(const JSVM_CompileOptions* options, size_t count);
};

// Compiles the script, which was checked for NULL, and reports. The record of the result is linked into the env.
JSVM_Status Compile(JsCall& call, JSVM_Value script, const CompileRequest& request, JSVM_Script* result);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_COMPILE_H_
