// Code caches: produced, consumed, rejected, decoded in the background.
#include <thread>
#include <vector>

#include "jsvm_test.h"

namespace {

constexpr const char* kSource = "function add(a, b) { return a + b; } add(20, 22)";

std::vector<uint8_t> CacheOf(const char* source) {
  TestVm vm;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), source), nullptr, 0, true, nullptr, &script));
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_RunScript(vm.env(), script, &result));
  const uint8_t* data = nullptr;
  size_t length = 0;
  CHECK_OK(OH_JSVM_CreateCodeCache(vm.env(), script, &data, &length));
  CHECK(data != nullptr && length > 0);
  std::vector<uint8_t> cache(data, data + length);
  CHECK_OK(OH_JSVM_ReleaseCache(vm.env(), data, JSVM_CACHE_TYPE_JS));
  return cache;
}

std::string RunToText(JSVM_Env env, JSVM_Script script) {
  JSVM_Value result = nullptr;
  if (!CHECK_OK(OH_JSVM_RunScript(env, script, &result))) return "";
  return Str(env, result);
}

}  // namespace

JSVM_TEST(code_cache, CompileScript_consumes_a_cache_in_another_vm) {
  std::vector<uint8_t> cache = CacheOf(kSource);
  TestVm vm;
  bool rejected = true;
  JSVM_Script script = nullptr;
  CHECK_OK(
      OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), kSource), cache.data(), cache.size(), false, &rejected, &script));
  CHECK(!rejected);
  CHECK_EQ(RunToText(vm.env(), script), "42");
}

JSVM_TEST(code_cache, CompileScript_rejects_a_cache_of_another_source) {
  std::vector<uint8_t> cache = CacheOf(kSource);
  TestVm vm;
  bool rejected = false;
  JSVM_Script script = nullptr;
  CHECK_OK(
      OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "1 + 1"), cache.data(), cache.size(), false, &rejected, &script));
  CHECK(rejected);
  CHECK_EQ(RunToText(vm.env(), script), "2");
}

JSVM_TEST(code_cache, CompileScript_rejects_a_cache_of_another_source_of_the_same_length) {
  const std::pair<const char*, const char*> sources[] = {
      {"'a' + 1", "'b' + 2"},
      {"'\u20ac'", "'\u20ad'"},
  };
  for (auto [cached, source] : sources) {
    std::vector<uint8_t> cache = CacheOf(cached);
    TestVm vm;
    bool rejected = false;
    JSVM_Script script = nullptr;
    CHECK_OK(
        OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), source), cache.data(), cache.size(), false, &rejected, &script));
    CHECK(rejected);
    CHECK_EQ(RunToText(vm.env(), script), Str(vm.env(), Run(vm.env(), source)));
  }
}

JSVM_TEST(code_cache, CompileScript_takes_a_cache_for_the_same_text_in_another_encoding) {
  std::vector<uint8_t> cache = CacheOf("3 + 4");
  TestVm vm;
  JSVM_Value source = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf16(vm.env(), u"3 + 4", JSVM_AUTO_LENGTH, &source));
  bool rejected = true;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), source, cache.data(), cache.size(), false, &rejected, &script));
  CHECK(!rejected);
  CHECK_EQ(RunToText(vm.env(), script), "7");
}

JSVM_TEST(code_cache, CompileScript_takes_a_cache_of_a_long_source) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "var v" + std::to_string(i) + " = 'x" + std::to_string(i) + "';\n";
  text += "v0 + v1999";
  std::vector<uint8_t> cache = CacheOf(text.c_str());
  TestVm vm;
  bool rejected = true;
  JSVM_Script script = nullptr;
  JSVM_Value source = Utf8(vm.env(), text);
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), source, cache.data(), cache.size(), false, &rejected, &script));
  CHECK(!rejected);
  CHECK_EQ(RunToText(vm.env(), script), "x0x1999");
  text.replace(text.find("'x1500'"), 7, "'y1500'");
  source = Utf8(vm.env(), text);
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), source, cache.data(), cache.size(), false, &rejected, &script));
  CHECK(rejected);
}

JSVM_TEST(code_cache, CompileScript_rejects_garbage) {
  TestVm vm;
  std::vector<uint8_t> garbage(256, 0x5a);
  bool rejected = false;
  JSVM_Script script = nullptr;
  CHECK_OK(
      OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "3"), garbage.data(), garbage.size(), false, &rejected, &script));
  CHECK(rejected);
  CHECK_EQ(RunToText(vm.env(), script), "3");
}

JSVM_TEST(code_cache, CompileScript_rejects_a_damaged_cache) {
  const std::vector<uint8_t> cache = CacheOf(kSource);
  for (size_t at = 0; at < cache.size(); at += 41) {
    std::vector<uint8_t> damaged = cache;
    damaged[at] ^= 0xff;
    TestVm vm;
    bool rejected = false;
    JSVM_Script script = nullptr;
    CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), kSource), damaged.data(), damaged.size(), false, &rejected,
                                   &script));
    CHECK(rejected);
    CHECK_EQ(RunToText(vm.env(), script), "42");
  }
}

JSVM_TEST(code_cache, CompileScript_rejects_a_cut_cache) {
  const std::vector<uint8_t> cache = CacheOf(kSource);
  for (size_t size : {size_t{0}, size_t{1}, size_t{24}, size_t{40}, cache.size() / 2, cache.size() - 1}) {
    TestVm vm;
    bool rejected = false;
    JSVM_Script script = nullptr;
    CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), kSource), cache.data(), size, false, &rejected, &script));
    CHECK(rejected);
    CHECK_EQ(RunToText(vm.env(), script), "42");
  }
}

JSVM_TEST(code_cache, CompileScript_tells_of_a_damaged_cache_when_the_source_is_wrong_too) {
  std::vector<uint8_t> cache = CacheOf(kSource);
  cache.back() ^= 0xff;
  TestVm vm;
  bool rejected = false;
  JSVM_Script script = nullptr;
  CHECK_STATUS(
      OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "1 +"), cache.data(), cache.size(), false, &rejected, &script),
      JSVM_GENERIC_FAILURE);
  CHECK(rejected);
  CHECK(TakeException(vm.env()).starts_with("SyntaxError:"));
}

JSVM_TEST(code_cache, CompileScript_without_cache_leaves_rejected_alone) {
  TestVm vm;
  bool rejected = true;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "3"), nullptr, 0, false, &rejected, &script));
  CHECK(rejected);
}

JSVM_TEST(code_cache, CompileScriptWithOptions_consumes_and_tells) {
  std::vector<uint8_t> cache = CacheOf(kSource);
  TestVm vm;
  JSVM_CodeCache code_cache{cache.data(), cache.size()};
  bool rejected = true;
  JSVM_CompileOptions options[3] = {};
  options[0].id = JSVM_COMPILE_MODE;
  options[0].content.num = JSVM_COMPILE_MODE_CONSUME_CODE_CACHE;
  options[1].id = JSVM_COMPILE_CODE_CACHE;
  options[1].content.ptr = &code_cache;
  options[2].id = JSVM_COMPILE_CODE_CACHE_REJECTED;
  options[2].content.ptr = &rejected;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), kSource), 3, options, &script));
  CHECK(!rejected);
  CHECK_EQ(RunToText(vm.env(), script), "42");
}

JSVM_TEST(code_cache, BackgroundDeserialize_is_used) {
  std::vector<uint8_t> cache = CacheOf(kSource);
  TestVm vm;
  JSVM_CodeCache code_cache{cache.data(), cache.size()};
  JSVM_DeserializeResult decoded = nullptr;
  CHECK_OK(OH_JSVM_BackgroundDeserialize(vm.vm(), code_cache, &decoded));
  REQUIRE(decoded != nullptr);
  JSVM_CompileOptions options[3] = {};
  options[0].id = JSVM_COMPILE_MODE;
  options[0].content.num = JSVM_COMPILE_MODE_CONSUME_CODE_CACHE;
  options[1].id = JSVM_COMPILE_CODE_CACHE;
  options[1].content.ptr = &code_cache;
  options[2].id = JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT;
  options[2].content.ptr = decoded;
  JSVM_Script script = nullptr;
  // Finished or not, the script compiles and runs.
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), kSource), 3, options, &script));
  CHECK_EQ(RunToText(vm.env(), script), "42");
  CHECK_OK(OH_JSVM_ReleaseDeserializeResult(decoded));
}

JSVM_TEST(code_cache, BackgroundDeserialize_of_another_source_is_as_if_absent) {
  std::vector<uint8_t> cache = CacheOf("1 + 1"), other = CacheOf("2 + 2");
  TestVm vm;
  JSVM_CodeCache code_cache{cache.data(), cache.size()}, other_cache{other.data(), other.size()};
  // One after the other, so that some were decoded before the script is compiled.
  for (int i = 0; i < 20; ++i) {
    JSVM_DeserializeResult decoded = nullptr;
    CHECK_OK(OH_JSVM_BackgroundDeserialize(vm.vm(), other_cache, &decoded));
    REQUIRE(decoded != nullptr);
    std::this_thread::yield();
    JSVM_CompileOptions options[3] = {};
    options[0].id = JSVM_COMPILE_MODE;
    options[0].content.num = JSVM_COMPILE_MODE_CONSUME_CODE_CACHE;
    options[1].id = JSVM_COMPILE_CODE_CACHE;
    options[1].content.ptr = &code_cache;
    options[2].id = JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT;
    options[2].content.ptr = decoded;
    JSVM_Script script = nullptr;
    CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "1 + 1"), 3, options, &script));
    CHECK_EQ(RunToText(vm.env(), script), "2");
    CHECK_OK(OH_JSVM_ReleaseDeserializeResult(decoded));
  }
}

JSVM_TEST(code_cache, BackgroundDeserialize_of_a_damaged_cache_is_as_if_absent) {
  const std::vector<uint8_t> cache = CacheOf(kSource);
  std::vector<uint8_t> damaged = cache;
  damaged[damaged.size() / 2] ^= 0xff;
  TestVm vm;
  JSVM_CodeCache code_cache{damaged.data(), damaged.size()};
  JSVM_DeserializeResult decoded = nullptr;
  CHECK_OK(OH_JSVM_BackgroundDeserialize(vm.vm(), code_cache, &decoded));
  REQUIRE(decoded != nullptr);
  bool rejected = false;
  JSVM_CompileOptions options[4] = {};
  options[0].id = JSVM_COMPILE_MODE;
  options[0].content.num = JSVM_COMPILE_MODE_CONSUME_CODE_CACHE;
  options[1].id = JSVM_COMPILE_CODE_CACHE;
  options[1].content.ptr = &code_cache;
  options[2].id = JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT;
  options[2].content.ptr = decoded;
  options[3].id = JSVM_COMPILE_CODE_CACHE_REJECTED;
  options[3].content.ptr = &rejected;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), kSource), 4, options, &script));
  CHECK(rejected);
  CHECK_EQ(RunToText(vm.env(), script), "42");
  CHECK_OK(OH_JSVM_ReleaseDeserializeResult(decoded));
}

JSVM_TEST(code_cache, BackgroundDeserialize_without_data_clears_the_result) {
  TestVm vm;
  uint8_t byte = 0;
  JSVM_DeserializeResult decoded = reinterpret_cast<JSVM_DeserializeResult>(&byte);
  CHECK_STATUS(OH_JSVM_BackgroundDeserialize(vm.vm(), JSVM_CodeCache{nullptr, 4}, &decoded), JSVM_INVALID_ARG);
  CHECK(decoded == nullptr);
  decoded = reinterpret_cast<JSVM_DeserializeResult>(&byte);
  CHECK_STATUS(OH_JSVM_BackgroundDeserialize(vm.vm(), JSVM_CodeCache{&byte, 0}, &decoded), JSVM_INVALID_ARG);
  CHECK(decoded == nullptr);
}

JSVM_TEST(code_cache, ReleaseCache_bad_type) {
  TestVm vm;
  uint8_t byte = 0;
  CHECK_STATUS(OH_JSVM_ReleaseCache(vm.env(), &byte, static_cast<JSVM_CacheType>(2)), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}
