// The least that an API in C can do for a handle scope: two exported functions that check their arguments and keep the
// scopes on a stack, and V8's part of it. No counts, no last error, no kinds of scopes.
#ifndef ARKHOST_BENCH_FLOOR_H_
#define ARKHOST_BENCH_FLOOR_H_

namespace v8 {
class Isolate;
}

extern "C" {
struct FloorPlace;

__attribute__((visibility("default"))) FloorPlace* FloorNew(v8::Isolate* isolate);
__attribute__((visibility("default"))) void FloorDelete(FloorPlace* place);
__attribute__((visibility("default"))) int FloorOpen(FloorPlace* place, void** scope);
__attribute__((visibility("default"))) int FloorClose(FloorPlace* place, void* scope);
}

#endif  // ARKHOST_BENCH_FLOOR_H_
