#include "wasm_module.h"

namespace jsvm {

namespace {

enum Section : uint8_t { kImports = 2, kFunctions = 3 };
enum ImportKind : uint8_t { kFunction = 0, kTable = 1, kMemory = 2, kGlobal = 3, kTag = 4 };

// Reads the binary format. The module was validated by V8 before, so running out of bytes only ends the reading.
class Reader {
 public:
  Reader(const uint8_t* bytes, size_t size) : at_(bytes), end_(bytes + size) {}

  bool done() const { return at_ >= end_; }
  uint8_t Byte() { return done() ? 0 : *at_++; }
  void Skip(uint64_t count) {
    uint64_t left = static_cast<uint64_t>(end_ - at_);
    at_ += count < left ? count : left;
  }
  uint64_t Leb() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      uint8_t byte = Byte();
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0) break;
    }
    return value;
  }
  // The next `size` bytes as a reader of their own; this one goes on behind them.
  Reader Take(uint64_t size) {
    const uint8_t* start = at_;
    Skip(size);
    return Reader(start, static_cast<size_t>(at_ - start));
  }
  void SkipName() { Skip(Leb()); }
  // A value type: one byte, or two bytes and a heap type for typed references.
  void SkipType() {
    constexpr uint8_t kRef = 0x64, kRefNull = 0x63;
    uint8_t code = Byte();
    if (code == kRef || code == kRefNull) Leb();
  }
  void SkipLimits() {
    uint64_t flags = Leb();
    Leb();
    if ((flags & 1) != 0) Leb();
  }

 private:
  const uint8_t* at_;
  const uint8_t* end_;
};

uint64_t CountImportedFunctions(Reader& reader) {
  uint64_t functions = 0;
  for (uint64_t left = reader.Leb(); left > 0 && !reader.done(); --left) {
    reader.SkipName();
    reader.SkipName();
    switch (reader.Byte()) {
      case kFunction:
        ++functions;
        reader.Leb();
        break;
      case kTable:
        reader.SkipType();
        reader.SkipLimits();
        break;
      case kMemory:
        reader.SkipLimits();
        break;
      case kGlobal:
        reader.SkipType();
        reader.Byte();
        break;
      case kTag:
        reader.Byte();
        reader.Leb();
        break;
    }
  }
  return functions;
}

}  // namespace

uint64_t CountWasmFunctions(const uint8_t* bytes, size_t size) {
  constexpr size_t kHeader = 8;  // magic and version
  Reader reader(bytes, size);
  reader.Skip(kHeader);
  uint64_t functions = 0;
  while (!reader.done()) {
    uint8_t id = reader.Byte();
    Reader body = reader.Take(reader.Leb());
    if (id == kImports) functions += CountImportedFunctions(body);
    if (id == kFunctions) functions += body.Leb();
  }
  return functions;
}

}  // namespace jsvm
