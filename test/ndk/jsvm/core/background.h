// Decoding of a code cache on a worker thread.
#ifndef ARKHOST_JSVM_CORE_BACKGROUND_H_
#define ARKHOST_JSVM_CORE_BACKGROUND_H_

#include "v8_headers.h"

namespace jsvm {

struct DecodedCache {
  std::unique_ptr<v8::ScriptCompiler::ConsumeCodeCacheTask> task;
  uint64_t source = 0;  // hash of the source it is the code of
};

// The decoded task when the worker has finished; empty while it has not, and when it was taken before.
DecodedCache TakeFinishedTask(JSVM_DeserializeResult result);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_BACKGROUND_H_
