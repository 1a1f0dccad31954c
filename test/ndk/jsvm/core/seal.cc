#include "seal.h"

namespace jsvm {

namespace {

constexpr uint64_t kMark = 0x6c616573534a6b00;  // leaves room for the kind

uint64_t Mixed(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 32);
}

}  // namespace

uint64_t HashOf(std::span<const uint8_t> bytes) {
  uint64_t hash = Mixed(0, bytes.size());
  uint64_t word = 0;
  for (; bytes.size() >= sizeof(word); bytes = bytes.subspan(sizeof(word))) {
    std::memcpy(&word, bytes.data(), sizeof(word));
    hash = Mixed(hash, word);
  }
  word = 0;
  std::copy_n(bytes.data(), bytes.size(), reinterpret_cast<uint8_t*>(&word));
  return Mixed(hash, word);
}

Seal MakeSeal(SealOf kind, std::span<const uint8_t> content, uint64_t subject) {
  return {kMark | static_cast<uint64_t>(kind), subject, Mixed(HashOf(content), subject)};
}

Unsealed Unseal(SealOf kind, std::span<const uint8_t> block) {
  if (block.size() <= sizeof(Seal)) return {};
  size_t size = block.size() - sizeof(Seal);
  Seal seal;
  std::memcpy(&seal, block.data() + size, sizeof(seal));
  if (seal != MakeSeal(kind, block.first(size), seal.subject)) return {};
  return {size, seal.subject};
}

}  // namespace jsvm
