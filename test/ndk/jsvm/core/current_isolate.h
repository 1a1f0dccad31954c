// Which isolate is current on this thread, without a call into the engine: every call of the API asks.
#ifndef ARKHOST_JSVM_CORE_CURRENT_ISOLATE_H_
#define ARKHOST_JSVM_CORE_CURRENT_ISOLATE_H_

#include "v8_headers.h"

namespace jsvm {

// Where V8 keeps the current isolate, counted from the thread pointer: the same in all threads, because V8 is part of
// the executable. 0 while it is not known.
inline std::atomic<ptrdiff_t> current_isolate_offset{0};

// Finds the place, once in the process, by watching which word of the executable's thread-local storage follows as
// `isolate` is entered and left. When it is not exactly one, the engine is asked as before.
void LearnCurrentIsolate(v8::Isolate* isolate);

// v8::Isolate::TryGetCurrent(), inline.
inline v8::Isolate* CurrentIsolate() {
  ptrdiff_t offset = current_isolate_offset.load(std::memory_order_relaxed);
  if (offset == 0) [[unlikely]]
    return v8::Isolate::TryGetCurrent();
  return *reinterpret_cast<v8::Isolate**>(static_cast<char*>(__builtin_thread_pointer()) + offset);
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_CURRENT_ISOLATE_H_
