// WebAssembly: modules, functions compiled ahead, caches.
#include <vector>

#include "jsvm_test.h"

namespace {

// (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
const uint8_t kAdd[] = {0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x07, 0x01, 0x60, 0x02, 0x7f,
                        0x7f, 0x01, 0x7f, 0x03, 0x02, 0x01, 0x00, 0x07, 0x07, 0x01, 0x03, 0x61, 0x64, 0x64,
                        0x00, 0x00, 0x0a, 0x09, 0x01, 0x07, 0x00, 0x20, 0x00, 0x20, 0x01, 0x6a, 0x0b};

JSVM_Value CompileAdd(JSVM_Env env) {
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(env, kAdd, sizeof(kAdd), nullptr, 0, nullptr, &module));
  return module;
}

std::string AddWith(JSVM_Env env, JSVM_Value module) {
  SetGlobal(env, "wasm", module);
  return Str(env, Run(env, "new WebAssembly.Instance(wasm).exports.add(40, 2)"));
}

std::vector<uint8_t> CacheOfAdd() {
  TestVm vm;
  const uint8_t* data = nullptr;
  size_t length = 0;
  JSVM_Value module = CompileAdd(vm.env());
  CHECK_OK(OH_JSVM_CompileWasmFunction(vm.env(), module, 0, JSVM_WASM_OPT_HIGH));
  if (!CHECK_OK(OH_JSVM_CreateWasmCache(vm.env(), module, &data, &length))) return {};
  std::vector<uint8_t> cache(data, data + length);
  CHECK_OK(OH_JSVM_ReleaseCache(vm.env(), data, JSVM_CACHE_TYPE_WASM));
  return cache;
}

}  // namespace

JSVM_TEST(wasm, CompileWasmModule_runs) {
  TestVm vm;
  JSVM_Value module = CompileAdd(vm.env());
  bool is_module = false;
  CHECK_OK(OH_JSVM_IsWasmModuleObject(vm.env(), module, &is_module));
  CHECK(is_module);
  CHECK_EQ(AddWith(vm.env(), module), "42");
}

JSVM_TEST(wasm, CompileWasmModule_bad_bytes) {
  TestVm vm;
  const uint8_t bad[] = {1, 2, 3, 4};
  JSVM_Value module = nullptr;
  CHECK_STATUS(OH_JSVM_CompileWasmModule(vm.env(), bad, sizeof(bad), nullptr, 0, nullptr, &module),
               JSVM_PENDING_EXCEPTION);
  CHECK(module == nullptr);
  CHECK(TakeException(vm.env()).starts_with("CompileError:"));
}

JSVM_TEST(wasm, CompileWasmModule_length_zero) {
  TestVm vm;
  JSVM_Value module = nullptr;
  CHECK_STATUS(OH_JSVM_CompileWasmModule(vm.env(), kAdd, 0, nullptr, 0, nullptr, &module), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), kAdd, 0, nullptr, &module), JSVM_INVALID_ARG);
}

JSVM_TEST(wasm, CompileWasmModule_without_cache_leaves_rejected_alone) {
  TestVm vm;
  bool rejected = true;
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), nullptr, 0, &rejected, &module));
  CHECK(rejected);
}

JSVM_TEST(wasm, CreateWasmCache_is_consumed) {
  std::vector<uint8_t> cache = CacheOfAdd();
  REQUIRE(!cache.empty());
  TestVm vm;
  bool rejected = true;
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), cache.data(), cache.size(), &rejected, &module));
  CHECK(!rejected);
  CHECK_EQ(AddWith(vm.env(), module), "42");
}

JSVM_TEST(wasm, CompileWasmModule_broken_cache_is_rejected) {
  std::vector<uint8_t> cache = CacheOfAdd();
  REQUIRE(!cache.empty());
  cache[0] ^= 0xff;
  TestVm vm;
  bool rejected = false;
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), cache.data(), cache.size(), &rejected, &module));
  CHECK(rejected);
  CHECK_EQ(AddWith(vm.env(), module), "42");
  PumpMessages(vm.vm());
}

JSVM_TEST(wasm, CompileWasmModule_damaged_or_cut_cache_is_rejected) {
  const std::vector<uint8_t> cache = CacheOfAdd();
  REQUIRE(!cache.empty());
  TestVm vm;
  auto rejects = [&](const std::vector<uint8_t>& wrong) {
    bool rejected = false;
    JSVM_Value module = nullptr;
    CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), wrong.data(), wrong.size(), &rejected, &module));
    CHECK_EQ(AddWith(vm.env(), module), "42");
    return rejected;
  };
  for (size_t at = 0; at < cache.size(); at += 29) {
    std::vector<uint8_t> damaged = cache;
    damaged[at] ^= 0xff;
    CHECK(rejects(damaged));
  }
  for (size_t size : {size_t{1}, size_t{24}, size_t{40}, cache.size() / 2, cache.size() - 1}) {
    CHECK(rejects({cache.begin(), cache.begin() + static_cast<ptrdiff_t>(size)}));
  }
}

JSVM_TEST(wasm, CompileWasmModule_cache_of_another_module_is_rejected) {
  const std::vector<uint8_t> cache = CacheOfAdd();
  REQUIRE(!cache.empty());
  std::vector<uint8_t> subtract(kAdd, kAdd + sizeof(kAdd));
  subtract[subtract.size() - 2] = 0x6b;  // i32.sub
  TestVm vm;
  bool rejected = false;
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), subtract.data(), subtract.size(), cache.data(), cache.size(), &rejected,
                                     &module));
  CHECK(rejected);
  CHECK_EQ(AddWith(vm.env(), module), "38");
}

JSVM_TEST(wasm, CompileWasmModule_bad_bytes_with_a_good_cache) {
  const std::vector<uint8_t> cache = CacheOfAdd();
  REQUIRE(!cache.empty());
  TestVm vm;
  JSVM_Value module = nullptr;
  CHECK_STATUS(
      OH_JSVM_CompileWasmModule(vm.env(), kAdd + 1, sizeof(kAdd) - 1, cache.data(), cache.size(), nullptr, &module),
      JSVM_PENDING_EXCEPTION);
  CHECK(module == nullptr);
  CHECK(TakeException(vm.env()).starts_with("CompileError:"));
}

JSVM_TEST(wasm, CompileWasmFunction_index_out_of_range) {
  TestVm vm;
  JSVM_Value module = CompileAdd(vm.env());
  CHECK_OK(OH_JSVM_CompileWasmFunction(vm.env(), module, 0, JSVM_WASM_OPT_BASELINE));
  CHECK_STATUS(OH_JSVM_CompileWasmFunction(vm.env(), module, 1, JSVM_WASM_OPT_HIGH), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(wasm, CompileWasmFunction_bad_arguments) {
  TestVm vm;
  JSVM_Value module = CompileAdd(vm.env());
  CHECK_STATUS(OH_JSVM_CompileWasmFunction(vm.env(), module, 0, static_cast<JSVM_WasmOptLevel>(15)), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CompileWasmFunction(vm.env(), Num(vm.env(), 1), 0, JSVM_WASM_OPT_HIGH), JSVM_INVALID_ARG);
}

JSVM_ALONE_TEST(wasm, all_functions_after_Init_with_jitless) {
  char program[] = "jsvm", jitless[] = "--jitless", wasm_jitless[] = "--wasm_jitless", rest[] = "rest";
  char* argv[] = {program, jitless, wasm_jitless, rest, nullptr};
  int argc = 4;
  JSVM_InitOptions options{};
  options.argc = &argc;
  options.argv = argv;
  options.removeFlags = true;
  CHECK_OK(OH_JSVM_Init(&options));
  CHECK_EQ(argc, 2);
  CHECK_EQ(std::string(argv[1]), "rest");
  CHECK(argv[2] == nullptr);

  TestVm vm;
  bool rejected = false;
  JSVM_Value module = nullptr;
  CHECK_OK(OH_JSVM_CompileWasmModule(vm.env(), kAdd, sizeof(kAdd), kAdd, sizeof(kAdd), &rejected, &module));
  CHECK(rejected);
  CHECK_EQ(AddWith(vm.env(), module), "42");
  CHECK_OK(OH_JSVM_CompileWasmFunction(vm.env(), module, 99, static_cast<JSVM_WasmOptLevel>(15)));
  const uint8_t* data = kAdd;
  size_t length = sizeof(kAdd);
  CHECK_OK(OH_JSVM_CreateWasmCache(vm.env(), module, &data, &length));
  CHECK(data == nullptr);
  CHECK_EQ(length, 0u);
  CHECK_STATUS(OH_JSVM_CompileWasmFunction(vm.env(), Num(vm.env(), 1), 0, JSVM_WASM_OPT_HIGH), JSVM_INVALID_ARG);
}

JSVM_TEST(wasm, CreateWasmCache_not_a_module) {
  TestVm vm;
  const uint8_t* data = nullptr;
  size_t length = 0;
  CHECK_STATUS(OH_JSVM_CreateWasmCache(vm.env(), Run(vm.env(), "({})"), &data, &length), JSVM_INVALID_ARG);
}
