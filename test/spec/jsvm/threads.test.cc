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
