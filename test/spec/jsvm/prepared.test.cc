// VMs come and go with isolates that another thread makes ready and takes apart. Nobody can tell.

#include <atomic>
#include <thread>

#include "findings.h"
#include "jsvm_test.h"

namespace {

JSVM_VM NewVm() {
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  return vm;
}

JSVM_HeapStatistics StatisticsOf(JSVM_VM vm) {
  JSVM_HeapStatistics statistics = {};
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm, &statistics));
  return statistics;
}

std::string Fresh(JSVM_Env env) {
  return Str(
      env,
      Run(env, "Object.getOwnPropertyNames(globalThis).length + (() => { try { throw 1 } catch { return 'x' } })()"));
}

std::atomic<int> finalized;
std::thread::id finalizing_thread;

void CountHere(JSVM_Env, void*, void*) {
  CHECK(std::this_thread::get_id() == finalizing_thread);
  ++finalized;
}

}  // namespace

JSVM_ALONE_TEST(prepared, every_vm_is_as_the_first) {
  InitOnce();
  JSVM_HeapStatistics first = {};
  std::string globals;
  for (int i = 0; i < 20; ++i) {
    JSVM_VM vm = NewVm();
    const JSVM_HeapStatistics statistics = StatisticsOf(vm);
    if (i == 0) first = statistics;
    CHECK_EQ(statistics.usedHeapSize, first.usedHeapSize);
    CHECK_EQ(statistics.heapSizeLimit, first.heapSizeLimit);
    CHECK_EQ(statistics.externalMemory, first.externalMemory);
    CHECK_EQ(statistics.numberOfNativeContexts, 0u);
    CHECK_OK(OH_JSVM_DestroyVM(vm));
    TestVm test;
    if (i == 0) globals = Fresh(test.env());
    CHECK_EQ(Fresh(test.env()), globals);
  }
}

JSVM_ALONE_TEST(prepared, the_ledger_counts_vms_only) {
  InitOnce();
  const JSVM_VM first = NewVm();
  const uint64_t before = NewestVm();
  std::vector<JSVM_VM> vms;
  for (int i = 0; i < 5; ++i) {
    vms.push_back(NewVm());
    CHECK_EQ(NewestVm(), before + vms.size());
  }
  for (JSVM_VM vm : vms) CHECK_OK(OH_JSVM_DestroyVM(vm));
  CHECK_OK(OH_JSVM_DestroyVM(first));
  CHECK_EQ(NewestVm(), 0u);
}

JSVM_ALONE_TEST(prepared, Init_after_the_first_vm_holds_for_the_next) {
  // What is ready by now was made without the flags.
  for (int i = 0; i < 3; ++i) CHECK_OK(OH_JSVM_DestroyVM(NewVm()));
  char program[] = "test";
  char flag[] = "--max-heap-size=64";
  char* arguments[] = {program, flag};
  int count = 2;
  JSVM_InitOptions options = {};
  options.argc = &count;
  options.argv = arguments;
  CHECK_OK(OH_JSVM_Init(&options));
  for (int i = 0; i < 3; ++i) {
    JSVM_VM vm = NewVm();
    CHECK(StatisticsOf(vm).heapSizeLimit <= (96u << 20));
    CHECK_OK(OH_JSVM_DestroyVM(vm));
  }
}

JSVM_TEST(prepared, finalizers_run_before_DestroyVM_returns_and_on_its_thread) {
  InitOnce();
  finalizing_thread = std::this_thread::get_id();
  for (int i = 0; i < 10; ++i) {
    finalized = 0;
    static char text[] = "text that stays where it is";
    alignas(8) static char buffer[64];
    {
      TestVm test;
      JSVM_Value value = nullptr;
      bool copied = false;
      REQUIRE_OK(
          OH_JSVM_CreateExternalStringLatin1(test.env(), text, sizeof(text) - 1, CountHere, nullptr, &value, &copied));
      SetGlobal(test.env(), "text", value);
      REQUIRE_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(
          test.env(), buffer, sizeof(buffer),
          [](JSVM_Env env, void* data, void* hint, bool) { CountHere(env, data, hint); }, nullptr, &copied, &value));
      SetGlobal(test.env(), "buffer", value);
    }
    CHECK_EQ(finalized.load(), 2);
  }
}

JSVM_TEST(prepared, deep_recursion_on_any_thread) {
  InitOnce();
  const auto recurse = [] {
    for (int i = 0; i < 5; ++i) {
      TestVm test;
      CHECK_EQ(RunThrows(test.env(), "(function f() { return f() + 1 })()"),
               "RangeError: Maximum call stack size exceeded");
      CHECK_EQ(ToNumber(test.env(), Run(test.env(), "(function f(n) { return n ? f(n - 1) + 1 : 0 })(5000)")), 5000);
    }
  };
  recurse();
  std::thread(recurse).join();
}

JSVM_TEST(prepared, many_threads_at_once) {
  InitOnce();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([i] {
      for (int j = 0; j < 20; ++j) {
        TestVm test;
        const std::string source = std::to_string(i) + " * 100 + " + std::to_string(j);
        CHECK_EQ(ToNumber(test.env(), Run(test.env(), source.c_str())), i * 100 + j);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}
