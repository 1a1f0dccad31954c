#include "current_isolate.h"

#include <link.h>

namespace jsvm {

namespace {

using Word = v8::Isolate* volatile;

// The executable's thread-local storage in the calling thread.
struct Storage {
  Word* begin = nullptr;
  size_t words = 0;
};

// The executable is the first that is visited.
int VisitExecutable(dl_phdr_info* info, size_t, void* data) {
  auto* storage = static_cast<Storage*>(data);
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    if (info->dlpi_phdr[i].p_type != PT_TLS || info->dlpi_tls_data == nullptr) continue;
    storage->begin = static_cast<Word*>(info->dlpi_tls_data);
    storage->words = info->dlpi_phdr[i].p_memsz / sizeof(Word);
  }
  return 1;
}

void KeepEqual(std::vector<Word*>& candidates, v8::Isolate* isolate) {
  std::erase_if(candidates, [isolate](Word* word) { return *word != isolate; });
}

ptrdiff_t FindOffset(v8::Isolate* isolate) {
  Storage storage;
  dl_iterate_phdr(VisitExecutable, &storage);
  std::vector<Word*> candidates;
  for (size_t i = 0; i < storage.words; ++i) candidates.push_back(storage.begin + i);
  v8::Isolate* before = v8::Isolate::TryGetCurrent();
  for (int round = 0; round < 2; ++round) {
    KeepEqual(candidates, before);
    isolate->Enter();
    KeepEqual(candidates, isolate);
    isolate->Exit();
  }
  KeepEqual(candidates, before);
  if (candidates.size() != 1) return 0;
  auto* place = reinterpret_cast<char*>(const_cast<v8::Isolate**>(candidates[0]));
  return place - static_cast<char*>(__builtin_thread_pointer());
}

}  // namespace

void LearnCurrentIsolate(v8::Isolate* isolate) {
  static std::once_flag once;
  std::call_once(once, [isolate] { current_isolate_offset.store(FindOffset(isolate), std::memory_order_relaxed); });
}

}  // namespace jsvm
