// Locks and threads.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "jsvm_test.h"

namespace {

// Work on a VM that is not entered, by the rules: lock, scopes, work, close in reverse, unlock.
std::string RunLocked(JSVM_VM vm, JSVM_Env env, const char* source) {
  JSVM_VMScope vm_scope = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  std::string text;
  CHECK_OK(OH_JSVM_AcquireLock(env));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope handles(env);
    text = Str(env, Run(env, source));
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_ReleaseLock(env));
  return text;
}

}  // namespace

JSVM_TEST(threads, ten_vms_on_ten_threads) {
  InitOnce();
  std::vector<std::thread> threads;
  std::atomic<int> right{0};
  for (int i = 0; i < 10; ++i) {
    threads.emplace_back([&right, i] {
      TestVm vm;
      std::string source = "let s = 0; for (let i = 0; i < 10000; i++) s += i % 7; s + " + std::to_string(i);
      std::string expected = std::to_string(29994 + i);
      right += Str(vm.env(), Run(vm.env(), source.c_str())) == expected;
      CollectGarbage(vm.env());
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_EQ(right.load(), 10);
}

JSVM_TEST(threads, vm_made_on_one_thread_used_on_another) {
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  InitOnce();
  std::thread([&] {
    CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
    CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  }).join();
  JSVM_VMScope vm_scope = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope handles(env);
    // Calls deep enough to notice a stack limit of the other thread.
    CHECK_EQ(Str(env, Run(env, "(function f(n) { return n ? f(n - 1) + 1 : 0; })(1000)")), "1000");
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(threads, shared_vm_under_its_lock) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  RunLocked(vm, env, "globalThis.count = 0");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 25; ++j) RunLocked(vm, env, "count++");
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_EQ(RunLocked(vm, env, "count"), "100");
  CHECK_OK(OH_JSVM_AcquireLock(env));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(threads, IsLocked_tells_of_the_calling_thread) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  bool locked = true;
  CHECK_OK(OH_JSVM_IsLocked(env, &locked));
  CHECK(!locked);
  CHECK_OK(OH_JSVM_AcquireLock(env));
  CHECK_OK(OH_JSVM_AcquireLock(env));
  CHECK_OK(OH_JSVM_IsLocked(env, &locked));
  CHECK(locked);
  std::thread([&] {
    bool elsewhere = true;
    CHECK_OK(OH_JSVM_IsLocked(env, &elsewhere));
    CHECK(!elsewhere);
  }).join();
  // One release is enough, however often it was acquired.
  CHECK_OK(OH_JSVM_ReleaseLock(env));
  CHECK_OK(OH_JSVM_IsLocked(env, &locked));
  CHECK(!locked);
  CHECK_OK(OH_JSVM_ReleaseLock(env));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(threads, ReleaseLock_by_another_env_of_the_vm_does_nothing) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env first = nullptr, second = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &first));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &second));
  CHECK_OK(OH_JSVM_AcquireLock(first));
  CHECK_OK(OH_JSVM_ReleaseLock(second));
  bool locked = false;
  CHECK_OK(OH_JSVM_IsLocked(first, &locked));
  CHECK(locked);
  CHECK_OK(OH_JSVM_ReleaseLock(first));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  CHECK_OK(OH_JSVM_DestroyEnv(first));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(threads, ReleaseLock_inside_the_scopes_keeps_them) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value before = Utf8(env, "before");
  bool locked = false;
  for (int i = 0; i < 3; ++i) {
    CHECK_OK(OH_JSVM_AcquireLock(env));
    CHECK_EQ(Str(env, Run(env, "1 + 1")), "2");
    CHECK_OK(OH_JSVM_ReleaseLock(env));
    CHECK_OK(OH_JSVM_IsLocked(env, &locked));
    CHECK(!locked);
    CHECK_EQ(Str(env, before), "before");
    CHECK_EQ(RunThrows(env, "throw new Error('still there')"), "Error: still there");
  }
}

JSVM_TEST(threads, ReleaseLock_inside_a_callback_keeps_its_caller) {
  TestVm vm;
  NativeFunction function([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_AcquireLock(env));
    Run(env, "1 + 1");
    CHECK_OK(OH_JSVM_ReleaseLock(env));
    CollectGarbage(env);
    OH_JSVM_ThrowError(env, nullptr, "thrown");
    return nullptr;
  });
  SetGlobal(vm.env(), "f", function);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "(() => { try { f(); } catch (e) { return e.message; } })()")), "thrown");
  CHECK_EQ(RunThrows(vm.env(), "f()"), "Error: thrown");
}

JSVM_TEST(threads, AcquireLock_goes_on_in_scopes_that_another_thread_found_open) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_AcquireLock(env));
  JSVM_VMScope vm_scope = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope handles(env);
    JSVM_Value kept = Utf8(env, "kept");
    CHECK_OK(OH_JSVM_ReleaseLock(env));
    std::thread([&] {
      bool locked = false;
      CHECK_OK(OH_JSVM_AcquireLock(env));
      CHECK_OK(OH_JSVM_IsLocked(env, &locked));
      CHECK(locked);
      // The VM is still the other thread's.
      JSVM_VMScope scope = nullptr;
      CHECK_STATUS(OH_JSVM_OpenVMScope(vm, &scope), JSVM_GENERIC_FAILURE);
      CHECK_OK(OH_JSVM_ReleaseLock(env));
    }).join();
    CHECK_OK(OH_JSVM_AcquireLock(env));
    CHECK_EQ(Str(env, kept), "kept");
    CHECK_EQ(Str(env, Run(env, "1 + 2")), "3");
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_ReleaseLock(env));
  std::thread([&] { CHECK_EQ(RunLocked(vm, env, "2 + 2"), "4"); }).join();
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(threads, DestroyEnv_releases_the_lock_and_keeps_scopes_of_another_env) {
  TestVm vm;
  JSVM_Env second = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  JSVM_Value kept = Utf8(vm.env(), "kept");
  CHECK_OK(OH_JSVM_AcquireLock(second));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  bool locked = true;
  CHECK_OK(OH_JSVM_IsLocked(vm.env(), &locked));
  CHECK(!locked);
  CHECK_EQ(Str(vm.env(), kept), "kept");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "3 + 3")), "6");
}

JSVM_TEST(threads, AcquireLock_waits_for_the_other_thread) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_AcquireLock(env));
  std::atomic<bool> started{false}, got{false};
  std::thread waiting([&] {
    started = true;
    CHECK_OK(OH_JSVM_AcquireLock(env));
    got = true;
    CHECK_OK(OH_JSVM_ReleaseLock(env));
  });
  while (!started) std::this_thread::yield();
  CHECK(!got);
  CHECK_OK(OH_JSVM_ReleaseLock(env));
  waiting.join();
  CHECK(got);
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_ALONE_TEST(threads, MemoryPressureNotification_from_another_thread_is_served_by_the_owner) {
  TestVm vm;
  Run(vm.env(), "for (let i = 0; i < 50000; i++) ({ i });");
  JSVM_HeapStatistics before{}, after{};
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm.vm(), &before));
  std::thread([&] {
    CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  }).join();
  Run(vm.env(), "for (let i = 0; i < 10; i++) ({ i });");
  PumpMessages(vm.vm());
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm.vm(), &after));
  CHECK(after.usedHeapSize < before.usedHeapSize);
  vm.IgnoreLedger();  // the other thread is misuse E01 and E03
}
