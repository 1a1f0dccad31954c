// Code caches: produced, consumed, rejected, decoded in the background.
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
