// Source maps: stacks of generated scripts told in the positions of their sources.
#ifndef ARKHOST_JSVM_CORE_SOURCE_MAP_H_
#define ARKHOST_JSVM_CORE_SOURCE_MAP_H_

#include <optional>

#include "v8_headers.h"

namespace jsvm {

// A place in a source. Lines and columns count from 0.
struct SourcePosition {
  std::string source;
  int line;
  int column;
};

// One parsed map (version 3, with `mappings`; maps with `sections` are not used by script compilers of this API).
class SourceMap {
 public:
  // Reads and parses the file; nullptr when it cannot be read or is no source map.
  static std::shared_ptr<const SourceMap> Load(v8::Local<v8::Context> context, const std::string& path);
  // The place that a generated place comes from: the last mapping at or before it on its line.
  std::optional<SourcePosition> Find(int line, int column) const;

 private:
  struct Mapping {
    int column;
    int source;
    int source_line;
    int source_column;
  };

  bool Decode(const std::string& mappings);

  std::vector<std::string> sources_;
  std::vector<std::vector<Mapping>> lines_;
};

// The maps of the process by script name.
class SourceMaps {
 public:
  // Records where the map of a script is. False when the script already has another one.
  static bool Register(const std::string& script, const std::string& path);
  // The map of a script, read on first use; nullptr when it has none.
  static std::shared_ptr<const SourceMap> Get(v8::Local<v8::Context> context, const std::string& script);
};

// V8's hook for `error.stack`: as V8 writes it, with mapped positions.
v8::MaybeLocal<v8::Value> FormatMappedStack(v8::Local<v8::Context> context, v8::Local<v8::Value> error,
                                            v8::Local<v8::Array> sites);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_SOURCE_MAP_H_
