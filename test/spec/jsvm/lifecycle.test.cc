// VMs, envs and scopes: creation, destruction, order, misuse.
#include <thread>

#include "jsvm_log.h"
#include "jsvm_test.h"

namespace {

JSVM_VM NewVm() {
  InitOnce();
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  return vm;
}

JSVM_Value ReturnData(JSVM_Env env, JSVM_CallbackInfo info) {
  void* data = nullptr;
  CHECK_OK(OH_JSVM_GetCbInfo(env, info, nullptr, nullptr, nullptr, &data));
  return Num(env, *static_cast<int*>(data));
}

}  // namespace

JSVM_ALONE_TEST(lifecycle, Init_first_call_only) {
  CHECK_OK(OH_JSVM_Init(nullptr));
  CHECK_STATUS(OH_JSVM_Init(nullptr), JSVM_GENERIC_FAILURE);
}

JSVM_ALONE_TEST(lifecycle, Init_from_ten_threads_succeeds_once) {
  std::atomic<int> successes{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 10; ++i) {
    threads.emplace_back([&] { successes += OH_JSVM_Init(nullptr) == JSVM_OK; });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_EQ(successes.load(), 1);
}

JSVM_ALONE_TEST(lifecycle, Init_applies_flags) {
  char program[] = "jsvm", flag[] = "--expose-gc", other[] = "unknown";
  char* argv[] = {program, flag, other, nullptr};
  int argc = 3;
  JSVM_InitOptions options{};
  options.argc = &argc;
  options.argv = argv;
  options.removeFlags = true;
  CHECK_OK(OH_JSVM_Init(&options));
  CHECK_EQ(argc, 2);
  CHECK_EQ(std::string(argv[1]), "unknown");
  TestVm vm;
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof gc")), "function");
}

JSVM_ALONE_TEST(lifecycle, Init_leaves_flags_where_they_are_without_removeFlags) {
  char program[] = "jsvm", flag[] = "--expose-gc", jitless[] = "--jitless";
  char* argv[] = {program, flag, jitless, nullptr};
  int argc = 3;
  JSVM_InitOptions options{};
  options.argc = &argc;
  options.argv = argv;
  CHECK_OK(OH_JSVM_Init(&options));
  CHECK_EQ(argc, 3);
  CHECK_EQ(std::string(argv[1]), "--expose-gc");
  CHECK_EQ(std::string(argv[2]), "--jitless");
  TestVm vm;
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof gc")), "function");
}

JSVM_ALONE_TEST(lifecycle, CreateVM_without_Init) {
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(lifecycle, CreateVM_limits_are_ignored) {
  InitOnce();
  JSVM_HeapStatistics plain{}, limited{};
  JSVM_VM vm = NewVm();
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm, &plain));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  JSVM_CreateVMOptions options{};
  options.maxOldGenerationSize = 8 * 1024 * 1024;
  options.maxYoungGenerationSize = 1024 * 1024;
  CHECK_OK(OH_JSVM_CreateVM(&options, &vm));
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm, &limited));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  CHECK_EQ(limited.heapSizeLimit, plain.heapSizeLimit);
}

JSVM_TEST(lifecycle, DestroyVM_null) {
  CHECK_STATUS(OH_JSVM_DestroyVM(nullptr), JSVM_INVALID_ARG);
}

JSVM_FATAL_TEST(lifecycle, DestroyVM_while_entered, "still entered") {
  JSVM_VM vm = NewVm();
  JSVM_VMScope scope = nullptr;
  OH_JSVM_OpenVMScope(vm, &scope);
  OH_JSVM_DestroyVM(vm);
}

JSVM_TEST(lifecycle, CreateVM_and_DestroyVM_many_times) {
  InitOnce();
  for (int i = 0; i < 50; ++i) {
    TestVm vm;
    CHECK_EQ(Str(vm.env(), Run(vm.env(), "1 + 1")), "2");
  }
}

JSVM_TEST(lifecycle, OpenVMScope_nests) {
  JSVM_VM vm = NewVm();
  JSVM_VMScope outer = nullptr, inner = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &outer));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &inner));
  CHECK(outer != inner);
  CHECK_OK(OH_JSVM_CloseVMScope(vm, inner));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, outer));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(lifecycle, OpenVMScope_while_another_thread_is_inside) {
  TestVm vm;
  std::thread([&] {
    int dummy = 0;
    JSVM_VMScope scope = reinterpret_cast<JSVM_VMScope>(&dummy);
    CHECK_STATUS(OH_JSVM_OpenVMScope(vm.vm(), &scope), JSVM_GENERIC_FAILURE);
    CHECK(scope == nullptr);
  }).join();
}

JSVM_TEST(lifecycle, CloseVMScope_out_of_order_is_survived) {
  JSVM_VM first = NewVm(), second = NewVm();
  JSVM_VMScope first_scope = nullptr, second_scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(first, &first_scope));
  CHECK_OK(OH_JSVM_OpenVMScope(second, &second_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(first, first_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(second, second_scope));
  CHECK_OK(OH_JSVM_DestroyVM(second));
  CHECK_OK(OH_JSVM_DestroyVM(first));
}

JSVM_ALONE_TEST(lifecycle, CloseVMScope_with_another_vm_is_reported) {
  JSVM_VM first = NewVm(), second = NewVm();
  JSVM_VMScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(first, &scope));
  JsvmLog log;
  CHECK_OK(OH_JSVM_CloseVMScope(second, scope));
  CHECK(log.Has("[JSVM API Misuse][E05] OH_JSVM_CloseVMScope:"));
  CHECK_OK(OH_JSVM_DestroyVM(first));
  CHECK_OK(OH_JSVM_DestroyVM(second));
}

JSVM_TEST(lifecycle, two_vms_nested) {
  TestVm outer;
  {
    TestVm inner;
    Run(inner.env(), "globalThis.where = 'inner'");
    CHECK_EQ(Str(inner.env(), Run(inner.env(), "where")), "inner");
  }
  CHECK_EQ(Str(outer.env(), Run(outer.env(), "typeof where")), "undefined");
}

JSVM_ALONE_TEST(lifecycle, CreateEnv_before_the_VM_scope_is_repaired_and_reported_once) {
  JSVM_VM vm = NewVm();
  JsvmLog log;
  JSVM_Env env = nullptr, again = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &again));
  size_t reports = 0;
  for (const std::string& line : log.Lines()) reports += line.starts_with("[JSVM API Misuse][E01] OH_JSVM_CreateEnv:");
  CHECK_EQ(reports, 1u);
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyEnv(again));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_ALONE_TEST(lifecycle, no_VM_scope_at_all_works) {
  JSVM_VM vm = NewVm();
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope handles(env);
    CHECK_EQ(Str(env, Run(env, "'no ' + 'scope'")), "no scope");
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(lifecycle, DestroyEnv_after_the_VM_scope_was_closed) {
  JSVM_VM vm = NewVm();
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(lifecycle, DestroyEnv_with_its_scope_open_is_survived) {
  JSVM_VM vm = NewVm();
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(lifecycle, CreateEnv_method_is_read_only_hidden_and_permanent_by_default) {
  int data = 7;
  JSVM_CallbackStruct callback{ReturnData, &data};
  TestVm vm({.properties = {{"seven", nullptr, &callback, nullptr, nullptr, nullptr, JSVM_DEFAULT}}});
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seven()")), "7");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seven = 1; typeof seven")), "function");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "delete globalThis.seven")), "false");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "Object.keys(globalThis).includes('seven')")), "false");
}

JSVM_TEST(lifecycle, CreateEnv_callback_data_is_read_at_every_call) {
  int first = 1, second = 2;
  JSVM_CallbackStruct callback{ReturnData, &first};
  TestVm vm({.properties = {{"read", nullptr, &callback, nullptr, nullptr, nullptr, JSVM_DEFAULT}}});
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "read()")), "1");
  callback.data = &second;
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "read()")), "2");
}

JSVM_TEST(lifecycle, CreateEnv_getter_wins_over_method) {
  int getter_data = 1, method_data = 2;
  JSVM_CallbackStruct getter{ReturnData, &getter_data}, method{ReturnData, &method_data};
  TestVm vm({.properties = {{"both", nullptr, &method, &getter, nullptr, nullptr, JSVM_DEFAULT}}});
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "both")), "1");
}

JSVM_TEST(lifecycle, CreateEnv_static_descriptor_is_skipped) {
  int data = 1;
  JSVM_CallbackStruct callback{ReturnData, &data};
  TestVm vm({.properties = {{"hidden", nullptr, &callback, nullptr, nullptr, nullptr, JSVM_STATIC}}});
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof hidden")), "undefined");
}

JSVM_TEST(lifecycle, CreateEnv_two_envs_have_separate_globals) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  Run(vm.env(), "globalThis.mine = 1");
  {
    HandleScope handles(other);
    CHECK_EQ(Str(other, Run(other, "typeof mine")), "undefined");
  }
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "mine")), "1");
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(lifecycle, CloseEnvScope_out_of_order_is_survived) {
  TestVm vm;
  JSVM_Env other = nullptr;
  JSVM_EnvScope outer = nullptr, inner = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  CHECK_OK(OH_JSVM_OpenEnvScope(vm.env(), &outer));
  CHECK_OK(OH_JSVM_OpenEnvScope(other, &inner));
  CHECK_OK(OH_JSVM_CloseEnvScope(vm.env(), outer));
  CHECK_OK(OH_JSVM_CloseEnvScope(other, inner));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "1")), "1");
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(lifecycle, CloseHandleScope_mismatch_is_silent) {
  TestVm vm({.handle_scope = false});
  JSVM_HandleScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenHandleScope(vm.env(), &scope));
  CHECK_OK(OH_JSVM_CloseHandleScope(vm.env(), scope));
  CHECK_STATUS(OH_JSVM_CloseHandleScope(vm.env(), scope), JSVM_HANDLE_SCOPE_MISMATCH);
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
  CHECK_STATUS(OH_JSVM_CloseEscapableHandleScope(vm.env(), reinterpret_cast<JSVM_EscapableHandleScope>(scope)),
               JSVM_HANDLE_SCOPE_MISMATCH);
}

JSVM_TEST(lifecycle, EscapeHandle_keeps_the_value) {
  TestVm vm;
  JSVM_EscapableHandleScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenEscapableHandleScope(vm.env(), &scope));
  JSVM_Value inner = Run(vm.env(), "({ kept: 'yes' })"), outer = nullptr;
  CHECK_OK(OH_JSVM_EscapeHandle(vm.env(), scope, inner, &outer));
  CHECK_OK(OH_JSVM_CloseEscapableHandleScope(vm.env(), scope));
  CollectGarbage(vm.env());
  SetGlobal(vm.env(), "outer", outer);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "outer.kept")), "yes");
}

JSVM_TEST(lifecycle, EscapeHandle_twice) {
  TestVm vm;
  JSVM_EscapableHandleScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenEscapableHandleScope(vm.env(), &scope));
  JSVM_Value value = Num(vm.env(), 1), escaped = nullptr;
  CHECK_OK(OH_JSVM_EscapeHandle(vm.env(), scope, value, &escaped));
  CHECK_STATUS(OH_JSVM_EscapeHandle(vm.env(), scope, value, &escaped), JSVM_ESCAPE_CALLED_TWICE);
  CHECK_LAST_ERROR(vm.env(), JSVM_ESCAPE_CALLED_TWICE);
  CHECK_OK(OH_JSVM_CloseEscapableHandleScope(vm.env(), scope));
}

JSVM_FATAL_TEST(lifecycle, handle_scope_left_open_in_a_callback, "handle scopes") {
  TestVm vm;
  NativeFunction leaky([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(env, &scope);
    return nullptr;
  });
  SetGlobal(vm.env(), "leaky", leaky);
  Run(vm.env(), "leaky()");
}

JSVM_FATAL_TEST(lifecycle, value_without_a_handle_scope, "HandleScope") {
  TestVm vm({.handle_scope = false});
  JSVM_Value value = nullptr;
  OH_JSVM_CreateObject(vm.env(), &value);
}

JSVM_FATAL_TEST(lifecycle, SetDebugOption_value_used_after_its_scope, "Run in wrong HandleScope") {
  TestVm vm({.handle_scope = false});
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, true));
  HandleScope outer(vm.env());
  JSVM_Value stale = nullptr;
  {
    HandleScope inner(vm.env());
    OH_JSVM_CreateObject(vm.env(), &stale);
  }
  bool is_object = false;
  OH_JSVM_IsObject(vm.env(), stale, &is_object);
}

JSVM_FATAL_TEST(lifecycle, SetDebugOption_after_the_scope_was_opened, "Unpaired HandleScope") {
  TestVm vm;
  OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, true);
  JSVM_Value value = nullptr;
  OH_JSVM_CreateObject(vm.env(), &value);
}

JSVM_TEST(lifecycle, SetDebugOption_correct_code_is_left_alone) {
  TestVm vm({.handle_scope = false});
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, true));
  NativeFunction twice([](JSVM_Env env, JSVM_CallbackInfo info) {
    size_t argc = 1;
    JSVM_Value argument = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(env, info, &argc, &argument, nullptr, nullptr));
    return Num(env, 2 * ToNumber(env, argument));
  });
  {
    HandleScope handles(vm.env());
    SetGlobal(vm.env(), "twice", twice);
    CHECK_EQ(Str(vm.env(), Run(vm.env(), "twice(21)")), "42");
    JSVM_EscapableHandleScope scope = nullptr;
    CHECK_OK(OH_JSVM_OpenEscapableHandleScope(vm.env(), &scope));
    JSVM_Value escaped = nullptr;
    CHECK_OK(OH_JSVM_EscapeHandle(vm.env(), scope, Utf8(vm.env(), "out"), &escaped));
    CHECK_OK(OH_JSVM_CloseEscapableHandleScope(vm.env(), scope));
    CHECK_EQ(Str(vm.env(), escaped), "out");
  }
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, false));
}

JSVM_TEST(lifecycle, SetDebugOption_logs_every_operation) {
  TestVm vm({.handle_scope = false});
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, true));
  {
    JsvmLog log;
    HandleScope handles(vm.env());
    bool is_null = true;
    CHECK_EQ(JsvmLog::Count("SCOPE_CHECK"), 1);
    CHECK_OK(OH_JSVM_IsNull(vm.env(), Num(vm.env(), 1.5), &is_null));
    CHECK_EQ(JsvmLog::Count("SCOPE_CHECK"), 3);
  }
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, false));
  JsvmLog log;
  HandleScope handles(vm.env());
  Num(vm.env(), 1.5);
  CHECK_EQ(JsvmLog::Count("SCOPE_CHECK"), 0);
}

JSVM_TEST(lifecycle, GetVM_gives_the_vm_of_the_env) {
  TestVm vm;
  JSVM_VM found = nullptr;
  CHECK_OK(OH_JSVM_GetVM(vm.env(), &found));
  CHECK(found == vm.vm());
}

JSVM_TEST(lifecycle, GetVersion_is_nine) {
  TestVm vm;
  uint32_t version = 0;
  CHECK_OK(OH_JSVM_GetVersion(vm.env(), &version));
  CHECK_EQ(version, 9u);
}

JSVM_TEST(lifecycle, GetVMInfo_describes_the_engine) {
  InitOnce();
  JSVM_VMInfo info{};
  CHECK_OK(OH_JSVM_GetVMInfo(&info));
  CHECK_EQ(info.apiVersion, 1u);
  CHECK_EQ(std::string(info.engine), "v8");
  CHECK(std::string(info.version).starts_with("14."));
  CHECK(info.cachedDataVersionTag != 0);
}

JSVM_TEST(lifecycle, console_is_silent_and_throws_nothing) {
  TestVm vm;
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "console.log('nobody hears'); console.error({}); 'fine'")), "fine");
}

JSVM_TEST(lifecycle, deep_recursion_is_a_RangeError) {
  TestVm vm;
  CHECK(RunThrows(vm.env(), "(function f() { return f() + 1; })()").starts_with("RangeError:"));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "'alive'")), "alive");
}
