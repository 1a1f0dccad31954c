#include "compile.h"

#include "fatal.h"

namespace jsvm {

namespace {

// Scripts compiled with options but without an origin are called script_0, script_1, …
std::string NextScriptName() {
  static std::atomic<uint64_t> next{0};
  return "script_" + std::to_string(next.fetch_add(1));
}

// What the options say, before their combination is judged. Later entries override earlier ones.
struct Options {
  int mode = JSVM_COMPILE_MODE_DEFAULT;
  const JSVM_CodeCache* cache = nullptr;
  const JSVM_ScriptOrigin* origin = nullptr;
  bool source_map = false;
  JSVM_DeserializeResult background = nullptr;
  bool* rejected = nullptr;

  void Read(const JSVM_CompileOptions& option) {
    switch (option.id) {
      case JSVM_COMPILE_MODE:
        mode = option.content.num;
        break;
      case JSVM_COMPILE_CODE_CACHE:
        cache = static_cast<const JSVM_CodeCache*>(option.content.ptr);
        break;
      case JSVM_COMPILE_SCRIPT_ORIGIN:
        origin = static_cast<const JSVM_ScriptOrigin*>(option.content.ptr);
        break;
      case JSVM_COMPILE_ENABLE_SOURCE_MAP:
        source_map = option.content.boolean;
        break;
      case JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT:
        background = static_cast<JSVM_DeserializeResult>(option.content.ptr);
        break;
      case JSVM_COMPILE_CODE_CACHE_REJECTED:
        rejected = static_cast<bool*>(option.content.ptr);
        break;
      case JSVM_COMPILE_COMPILE_PROFILE:  // accepted, and ignored by the reference too
        break;
    }
  }
};

}  // namespace

void CompileRequest::UseCache(const uint8_t* data, size_t length, bool* cache_rejected) {
  if (data == nullptr || length > static_cast<size_t>(INT_MAX)) return;
  consume_cache = true;
  cache = data;
  cache_length = length;
  rejected = cache_rejected;
}

void CompileRequest::UseOrigin(const JSVM_ScriptOrigin& origin, const char* function) {
  if (origin.resourceName == nullptr) Fatal(function, "the script origin has no resourceName");
  named = true;
  name = origin.resourceName;
  line_offset = static_cast<int>(origin.resourceLineOffset);
  column_offset = static_cast<int>(origin.resourceColumnOffset);
}

bool CompileRequest::UseOptions(const JSVM_CompileOptions* options, size_t count) {
  Options read;
  for (size_t i = 0; i < count; ++i) read.Read(options[i]);
  if (read.mode < JSVM_COMPILE_MODE_DEFAULT || read.mode > JSVM_COMPILE_MODE_CONSUME_COMPILE_PROFILE) return false;
  bool has_cache = read.cache != nullptr && read.cache->cache != nullptr;
  bool consume = read.mode == JSVM_COMPILE_MODE_CONSUME_CODE_CACHE;
  if (consume && !has_cache) return false;
  eager = read.mode == JSVM_COMPILE_MODE_EAGER_COMPILE;
  if (has_cache) UseCache(read.cache->cache, read.cache->length, read.rejected);
  // With another mode the cache is carried, not used.
  consume_cache = consume_cache && consume;
  if (consume_cache && read.background != nullptr) decoded = TakeFinishedTask(read.background);
  if (read.origin == nullptr) {
    named = true;
    name = NextScriptName();
    return true;
  }
  UseOrigin(*read.origin, "OH_JSVM_CompileScriptWithOptions");
  if (read.source_map && read.origin->sourceMapUrl != nullptr) source_map = read.origin->sourceMapUrl;
  return true;
}

}  // namespace jsvm
