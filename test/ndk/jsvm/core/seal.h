// Seals on the blocks that modules keep for the library: code caches and snapshots. V8 believes what such a block says
// and ends the process over a wrong byte, so the last bytes of a block tell whether the rest is what was handed out.
#ifndef ARKHOST_JSVM_CORE_SEAL_H_
#define ARKHOST_JSVM_CORE_SEAL_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>

namespace jsvm {

// What a block holds: none is taken for another.
enum class SealOf : uint64_t { kScript = 1, kWasm = 2, kSnapshot = 3 };

struct Seal {
  uint64_t mark;     // that there is a seal, and the kind
  uint64_t subject;  // hash of what the block was made of, when V8 does not compare that itself
  uint64_t content;  // hash of the block without the seal, and of the subject
  bool operator==(const Seal&) const = default;
};

// A hash that finds accidents, not forgeries. Reads eight bytes at a time.
uint64_t HashOf(std::span<const uint8_t> bytes);

Seal MakeSeal(SealOf kind, std::span<const uint8_t> content, uint64_t subject);

// What the seal of a block says; nothing when it is missing or wrong.
struct Unsealed {
  size_t size = 0;  // of the content
  uint64_t subject = 0;
};
Unsealed Unseal(SealOf kind, std::span<const uint8_t> block);

// A copy of the content with its seal, for delete[].
template <typename Byte>
std::unique_ptr<Byte[]> Sealed(SealOf kind, const Byte* content, size_t size, uint64_t subject = 0) {
  static_assert(sizeof(Byte) == 1);
  Seal seal = MakeSeal(kind, {reinterpret_cast<const uint8_t*>(content), size}, subject);
  auto block = std::make_unique_for_overwrite<Byte[]>(size + sizeof(seal));
  std::copy_n(content, size, block.get());
  std::memcpy(block.get() + size, &seal, sizeof(seal));
  return block;
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_SEAL_H_
