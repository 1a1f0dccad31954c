// Which kind of memory moves which number: the running total of AdjustExternalMemory, and externalMemory.
#include "jsvm_test.h"

namespace {

constexpr int64_t kSize = 1 << 20;

struct Numbers {
  int64_t total = 0;
  int64_t external = 0;
};

Numbers Read(TestVm& vm) {
  Numbers numbers;
  JSVM_HeapStatistics statistics{};
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), 0, &numbers.total));
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm.vm(), &statistics));
  numbers.external = static_cast<int64_t>(statistics.externalMemory);
  return numbers;
}

// Makes something, checks how far both numbers moved, lets it go and checks that they came back.
void CheckAccount(TestVm& vm, const std::function<void()>& make, int64_t total, int64_t external) {
  vm.DropHandles();
  CollectGarbage(vm.env());
  CollectGarbage(vm.env());
  Numbers before = Read(vm);
  make();
  Numbers during = Read(vm);
  CHECK_EQ(during.total - before.total, total);
  CHECK_EQ(during.external - before.external, external);
  vm.DropHandles();
  CollectGarbage(vm.env());
  CollectGarbage(vm.env());
  Numbers after = Read(vm);
  CHECK_EQ(after.total, before.total);
  CHECK_EQ(after.external, before.external);
}

struct alignas(8) Block {
  char bytes[kSize];
};

Block g_block{};

void CountFinalized(JSVM_Env env, void* data, void* hint, bool copied) {
  CHECK(env == nullptr);
  CHECK(data == &g_block);
  CHECK(!copied);
  ++*static_cast<int*>(hint);
}

}  // namespace

JSVM_TEST(memory_accounts, CreateArraybuffer_counts_in_both) {
  TestVm vm;
  auto make = [&] {
    JSVM_Value buffer = nullptr;
    CHECK_OK(OH_JSVM_CreateArraybuffer(vm.env(), kSize, nullptr, &buffer));
  };
  CheckAccount(vm, make, kSize, kSize);
}

JSVM_TEST(memory_accounts, DetachArraybuffer_gives_back_at_once) {
  TestVm vm;
  JSVM_Value buffer = nullptr;
  Numbers before = Read(vm);
  CHECK_OK(OH_JSVM_CreateArraybuffer(vm.env(), kSize, nullptr, &buffer));
  CHECK_EQ(Read(vm).total - before.total, kSize);
  CHECK_OK(OH_JSVM_DetachArraybuffer(vm.env(), buffer));
  CHECK_EQ(Read(vm).total, before.total);
  CHECK_EQ(Read(vm).external, before.external);
}

JSVM_TEST(memory_accounts, external_memory_with_a_finalizer_counts_in_both) {
  TestVm vm;
  int finalized = 0;
  auto make = [&] {
    JSVM_Value buffer = nullptr;
    bool copied = true;
    CHECK_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(vm.env(), &g_block, kSize, CountFinalized, &finalized, &copied,
                                                         &buffer));
    CHECK(!copied);
  };
  CheckAccount(vm, make, kSize, kSize);
  CHECK_EQ(finalized, 1);
}

JSVM_TEST(memory_accounts, external_memory_without_a_finalizer_counts_nowhere) {
  TestVm vm;
  auto make = [&] {
    JSVM_Value buffer = nullptr;
    CHECK_OK(
        OH_JSVM_CreateArrayBufferFromExternalMemory(vm.env(), &g_block, kSize, nullptr, nullptr, nullptr, &buffer));
  };
  CheckAccount(vm, make, 0, 0);
}

JSVM_TEST(memory_accounts, backing_store_data_counts_nowhere) {
  TestVm vm;
  void* data = nullptr;
  CHECK_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(kSize, JSVM_ZERO_INITIALIZED, &data));
  auto make = [&] {
    JSVM_Value buffer = nullptr;
    CHECK_OK(OH_JSVM_CreateArrayBufferFromBackingStoreData(vm.env(), data, kSize, 0, kSize, &buffer));
  };
  CheckAccount(vm, make, 0, 0);
  CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(data));
}

JSVM_TEST(memory_accounts, external_strings_count_in_externalMemory) {
  TestVm vm;
  static std::string text(kSize, 'x');
  auto make = [&] {
    JSVM_Value string = nullptr;
    bool copied = true;
    CHECK_OK(
        OH_JSVM_CreateExternalStringLatin1(vm.env(), text.data(), text.size(), nullptr, nullptr, &string, &copied));
  };
  CheckAccount(vm, make, 0, kSize);
}

JSVM_TEST(memory_accounts, shared_array_buffers_count_nowhere) {
  TestVm vm;
  CheckAccount(vm, [&] { Run(vm.env(), "new SharedArrayBuffer(1 << 20)"); }, 0, 0);
}

JSVM_TEST(memory_accounts, AdjustExternalMemory_counts_in_the_total_only) {
  TestVm vm;
  Numbers before = Read(vm);
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), kSize, &total));
  CHECK_EQ(total, before.total + kSize);
  CHECK_EQ(Read(vm).external, before.external);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), -kSize, &total));
  CHECK_EQ(total, before.total);
}

JSVM_TEST(memory_accounts, fresh_vm_starts_at_zero) {
  TestVm vm;
  CHECK_EQ(Read(vm).total, 0);
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), INT64_C(1) << 40, &total));
  CHECK_EQ(total, INT64_C(1) << 40);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), -(INT64_C(1) << 40), &total));
  CHECK_EQ(total, 0);
}

JSVM_TEST(memory_accounts, buffers_in_an_open_scope_survive_critical_pressure) {
  TestVm vm;
  Numbers before = Read(vm);
  {
    HandleScope handles(vm.env());
    for (int i = 0; i < 50; ++i) {
      JSVM_Value buffer = nullptr;
      CHECK_OK(OH_JSVM_CreateArraybuffer(vm.env(), kSize, nullptr, &buffer));
    }
    CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
    CHECK_EQ(Read(vm).external - before.external, 50 * kSize);
  }
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK_EQ(Read(vm).external, before.external);
}

JSVM_TEST(memory_accounts, DestroyEnv_gives_back_through_finalizers) {
  TestVm vm;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &env));
  int64_t total = 0;
  {
    HandleScope handles(env);
    JSVM_Value object = Run(env, "globalThis.kept = {}");
    CHECK_OK(OH_JSVM_Wrap(
        env, object, nullptr,
        [](JSVM_Env env, void*, void*) {
          int64_t left = -1;
          CHECK_OK(OH_JSVM_AdjustExternalMemory(env, -kSize, &left));
          CHECK_EQ(left, 0);
        },
        nullptr, nullptr));
    CHECK_OK(OH_JSVM_AdjustExternalMemory(env, kSize, &total));
  }
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_EQ(Read(vm).total, 0);
}
