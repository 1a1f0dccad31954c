#include "floor.h"

#include <v8.h>

#include <new>

namespace {

// A v8::HandleScope may not be made with new: a struct around it is put into the slot.
struct Holder {
  explicit Holder(v8::Isolate* isolate) : scope(isolate) {}
  v8::HandleScope scope;
};

constexpr int kMost = 16;

}  // namespace

struct FloorPlace {
  v8::Isolate* isolate;
  int used = 0;
  alignas(Holder) unsigned char slots[kMost][sizeof(Holder)];
};

FloorPlace* FloorNew(v8::Isolate* isolate) {
  return new FloorPlace{isolate, 0, {}};
}

void FloorDelete(FloorPlace* place) {
  delete place;
}

int FloorOpen(FloorPlace* place, void** scope) {
  if (place == nullptr || scope == nullptr || place->used == kMost) return 1;
  *scope = ::new (static_cast<void*>(place->slots[place->used++])) Holder(place->isolate);
  return 0;
}

int FloorClose(FloorPlace* place, void* scope) {
  if (place == nullptr || scope == nullptr || place->used == 0) return 1;
  std::launder(reinterpret_cast<Holder*>(place->slots[--place->used]))->~Holder();
  return 0;
}
