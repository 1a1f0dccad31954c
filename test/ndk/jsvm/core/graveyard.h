// Records that were freed, kept for a while: a module that uses one again is told so, where it would find memory of
// something else.
#ifndef ARKHOST_JSVM_CORE_GRAVEYARD_H_
#define ARKHOST_JSVM_CORE_GRAVEYARD_H_

#include <array>
#include <cstddef>
#include <new>
#include <utility>

namespace jsvm {

template <typename Record, size_t kKept = 64>
class Graveyard {
 public:
  Graveyard() = default;
  ~Graveyard() {
    for (Record* record : graves_) delete record;
  }
  Graveyard(const Graveyard&) = delete;
  Graveyard& operator=(const Graveyard&) = delete;

  // Takes a record that says of itself that it is dead. The oldest one goes.
  void Bury(Record* record) { delete std::exchange(graves_[next_++ % kKept], record); }

  // Makes a record where the oldest one lies, which is about to go: that spares freeing its memory and asking for more.
  template <typename... Arguments>
  Record* Make(Arguments&&... arguments) {
    Record* oldest = std::exchange(graves_[next_ % kKept], nullptr);
    if (oldest == nullptr) return new Record(std::forward<Arguments>(arguments)...);
    oldest->~Record();
    return ::new (oldest) Record(std::forward<Arguments>(arguments)...);
  }

 private:
  std::array<Record*, kKept> graves_{};
  size_t next_ = 0;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_GRAVEYARD_H_
