// External memory, pressure, statistics, GC handlers, heap snapshots, the threshold.
#include <cstring>

#include "jsvm_test.h"

namespace {

constexpr int64_t kMiB = 1024 * 1024;

int64_t Total(JSVM_Env env) {
  int64_t total = -1;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(env, 0, &total));
  return total;
}

JSVM_HeapStatistics Statistics(JSVM_VM vm) {
  JSVM_HeapStatistics statistics{};
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm, &statistics));
  return statistics;
}

struct GcSeen {
  int calls = 0;
  JSVM_VM vm = nullptr;
  JSVM_GCType type = JSVM_GC_TYPE_ALL;
  JSVM_GCCallbackFlags flags = JSVM_NO_GC_CALLBACK_FLAGS;
};

void OnGc(JSVM_VM vm, JSVM_GCType type, JSVM_GCCallbackFlags flags, void* data) {
  auto* seen = static_cast<GcSeen*>(data);
  ++seen->calls;
  seen->vm = vm;
  seen->type = type;
  seen->flags = flags;
}

void OnThreshold(JSVM_VM, uint64_t, void* data) {
  ++*static_cast<int*>(data);
}

struct Stream {
  std::string text;
  int ends = 0;
  int stop_after = -1;
};

bool Write(const char* data, int size, void* stream_data) {
  auto* stream = static_cast<Stream*>(stream_data);
  if (data == nullptr) {
    ++stream->ends;
    return true;
  }
  CHECK(size > 0 && size <= 65536);
  stream->text.append(data, static_cast<size_t>(size));
  return stream->stop_after < 0 || stream->stop_after-- > 0;
}

}  // namespace

JSVM_TEST(memory, AdjustExternalMemory_is_a_running_total) {
  TestVm vm;
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), kMiB, &total));
  CHECK_EQ(total, kMiB);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), kMiB, &total));
  CHECK_EQ(total, 2 * kMiB);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), -2 * kMiB, &total));
  CHECK_EQ(total, 0);
}

JSVM_TEST(memory, AdjustExternalMemory_null_result_adjusts_nothing) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_AdjustExternalMemory(vm.env(), kMiB, nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_EQ(Total(vm.env()), 0);
}

JSVM_TEST(memory, AdjustExternalMemory_works_while_exception_stored) {
  TestVm vm;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "stored"));
  CHECK_EQ(Total(vm.env()), 0);
  CHECK_EQ(TakeException(vm.env()), "Error: stored");
}

JSVM_TEST(memory, AdjustExternalMemory_is_per_vm_and_shared_by_its_envs) {
  TestVm vm;
  {
    TestVm other;
    int64_t total = 0;
    CHECK_OK(OH_JSVM_AdjustExternalMemory(other.env(), kMiB, &total));
    JSVM_Env second = nullptr;
    CHECK_OK(OH_JSVM_CreateEnv(other.vm(), 0, nullptr, &second));
    CHECK_EQ(Total(second), kMiB);
    CHECK_OK(OH_JSVM_DestroyEnv(second));
    CHECK_OK(OH_JSVM_AdjustExternalMemory(other.env(), -kMiB, &total));
  }
  CHECK_EQ(Total(vm.env()), 0);
}

JSVM_TEST(memory, AdjustExternalMemory_counts_array_buffers_and_statistics_do_not_count_adjustments) {
  TestVm vm;
  size_t before = Statistics(vm.vm()).externalMemory;
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), kMiB, &total));
  CHECK_EQ(Statistics(vm.vm()).externalMemory, before);
  Run(vm.env(), "globalThis.b = new ArrayBuffer(1024 * 1024)");
  CHECK_EQ(Total(vm.env()), 2 * kMiB);
  CHECK_EQ(Statistics(vm.vm()).externalMemory, before + kMiB);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), -kMiB, &total));
}

JSVM_FATAL_TEST(memory, AdjustExternalMemory_below_zero, "total_before") {
  TestVm vm;
  int64_t total = 0;
  OH_JSVM_AdjustExternalMemory(vm.env(), -1, &total);
}

JSVM_TEST(memory, AdjustExternalMemory_huge_step_collects_at_once) {
  TestVm vm;
  GcSeen seen;
  CHECK_OK(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_AFTER_GC, OnGc, JSVM_GC_TYPE_MARK_SWEEP_COMPACT, &seen));
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), 10240 * kMiB, &total));
  CHECK_EQ(seen.calls, 1);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), -10240 * kMiB, &total));
  CHECK_EQ(total, 0);
}

JSVM_TEST(memory, MemoryPressureNotification_critical_frees_garbage_before_it_returns) {
  TestVm vm;
  // In a local: a compilation in the background, which may still run, holds the values of globals that the loop uses.
  Run(vm.env(), "(() => { const junk = []; for (let i = 0; i < 100000; i++) junk.push({ i }); })()");
  size_t before = Statistics(vm.vm()).usedHeapSize;
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK(Statistics(vm.vm()).usedHeapSize < before / 2);
}

JSVM_TEST(memory, MemoryPressureNotification_moderate_frees_nothing_yet) {
  TestVm vm;
  Run(vm.env(), "globalThis.junk = []; for (let i = 0; i < 100000; i++) junk.push({ i }); junk = null;");
  size_t before = Statistics(vm.vm()).usedHeapSize;
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_MODERATE));
  CHECK(Statistics(vm.vm()).usedHeapSize > before / 2);
}

JSVM_TEST(memory, MemoryPressureNotification_levels_seen_by_GC_handlers) {
  TestVm vm;
  GcSeen seen;
  CHECK_OK(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_BEFORE_GC, OnGc, JSVM_GC_TYPE_ALL, &seen));
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_NONE));
  CHECK_EQ(seen.calls, 0);
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_MODERATE));
  CHECK_EQ(seen.type, JSVM_GC_TYPE_INCREMENTAL_MARKING);
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK_EQ(seen.type, JSVM_GC_TYPE_MARK_SWEEP_COMPACT);
  CHECK_EQ(seen.flags, JSVM_GC_CALLBACK_COLLECT_ALL_AVAILABLE_GARBAGE);
  CHECK(seen.vm == vm.vm());
  seen = {};
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_LOW_MEMORY));
  CHECK(seen.calls >= 2);
  CHECK_EQ(seen.flags, JSVM_GC_CALLBACK_COLLECT_ALL_AVAILABLE_GARBAGE);
}

JSVM_TEST(memory, MemoryPressureNotification_level_is_not_validated) {
  TestVm vm;
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), static_cast<JSVM_MemoryPressureLevel>(77)));
}

JSVM_TEST(memory, MemoryPressureNotification_works_inside_a_callback) {
  TestVm vm;
  NativeFunction press([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_MemoryPressureNotification(env, JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
    return nullptr;
  });
  SetGlobal(vm.env(), "press", press);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "press()")), "undefined");
}

JSVM_TEST(memory, GetHeapStatistics_is_plausible) {
  TestVm vm;
  JSVM_HeapStatistics statistics = Statistics(vm.vm());
  CHECK(statistics.usedHeapSize > 0 && statistics.usedHeapSize <= statistics.totalHeapSize);
  CHECK(statistics.heapSizeLimit > statistics.totalHeapSize);
  CHECK_EQ(statistics.numberOfNativeContexts, 1u);
  CHECK_EQ(statistics.numberOfDetachedContexts, 0u);
}

JSVM_TEST(memory, AddHandlerForGC_same_twice) {
  TestVm vm;
  GcSeen seen;
  CHECK_OK(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_BEFORE_GC, OnGc, JSVM_GC_TYPE_ALL, &seen));
  CHECK_STATUS(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_BEFORE_GC, OnGc, JSVM_GC_TYPE_SCAVENGE, &seen),
               JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_AFTER_GC, OnGc, JSVM_GC_TYPE_ALL, &seen));
}

JSVM_TEST(memory, RemoveHandlerForGC_stops_the_calls) {
  TestVm vm;
  GcSeen seen;
  CHECK_OK(OH_JSVM_AddHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_AFTER_GC, OnGc, JSVM_GC_TYPE_MARK_SWEEP_COMPACT, &seen));
  CollectGarbage(vm.env());
  int calls = seen.calls;
  CHECK(calls > 0);
  CHECK_OK(OH_JSVM_RemoveHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_AFTER_GC, OnGc, &seen));
  CollectGarbage(vm.env());
  CHECK_EQ(seen.calls, calls);
  CHECK_STATUS(OH_JSVM_RemoveHandlerForGC(vm.vm(), JSVM_CB_TRIGGER_AFTER_GC, OnGc, &seen), JSVM_INVALID_ARG);
}

JSVM_TEST(memory, SetHeapThresholdCallback_fires_at_full_collections) {
  TestVm vm;
  int calls = 0;
  CHECK_OK(OH_JSVM_SetHeapThresholdCallback(vm.vm(), 1024, OnThreshold, &calls));
  CHECK_EQ(calls, 0);
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK(calls >= 1);
  CHECK_OK(OH_JSVM_ClearHeapThresholdCallback(vm.vm(), 1024, OnThreshold, &calls));
  calls = 0;
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK_EQ(calls, 0);
}

JSVM_TEST(memory, SetHeapThresholdCallback_below_the_threshold_is_silent) {
  TestVm vm;
  int calls = 0;
  uint64_t high = Statistics(vm.vm()).heapSizeLimit / 2;
  CHECK_OK(OH_JSVM_SetHeapThresholdCallback(vm.vm(), high, OnThreshold, &calls));
  CollectGarbage(vm.env());
  CHECK_EQ(calls, 0);
}

JSVM_TEST(memory, SetHeapThresholdCallback_wrong_arguments) {
  TestVm vm;
  int calls = 0;
  uint64_t limit = Statistics(vm.vm()).heapSizeLimit;
  CHECK_STATUS(OH_JSVM_SetHeapThresholdCallback(vm.vm(), 0, OnThreshold, &calls), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetHeapThresholdCallback(vm.vm(), limit + 1, OnThreshold, &calls), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ClearHeapThresholdCallback(vm.vm(), 5, OnThreshold, &calls), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_SetHeapThresholdCallback(vm.vm(), limit, OnThreshold, &calls));
  CHECK_STATUS(OH_JSVM_SetHeapThresholdCallback(vm.vm(), 5, OnThreshold, &calls), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ClearHeapThresholdCallback(vm.vm(), limit, OnThreshold, nullptr), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_ClearHeapThresholdCallback(vm.vm(), limit, OnThreshold, &calls));
}

JSVM_TEST(memory, TakeHeapSnapshot_streams_json) {
  TestVm vm;
  Stream stream;
  CHECK_OK(OH_JSVM_TakeHeapSnapshot(vm.vm(), Write, &stream));
  CHECK(stream.text.starts_with("{\"snapshot\":"));
  CHECK(stream.text.ends_with("}"));
  CHECK_EQ(stream.ends, 1);
}

JSVM_TEST(memory, TakeHeapSnapshot_stopped_by_the_caller) {
  TestVm vm;
  Stream stream;
  stream.stop_after = 0;
  CHECK_OK(OH_JSVM_TakeHeapSnapshot(vm.vm(), Write, &stream));
  CHECK_EQ(stream.ends, 0);
}

JSVM_TEST(memory, TakeRawHeapSnapshot_streams) {
  TestVm vm;
  Stream stream;
  CHECK_OK(OH_JSVM_TakeRawHeapSnapshot(vm.vm(), Write, &stream));
  CHECK(!stream.text.empty());
  CHECK_EQ(stream.ends, 1);
}

JSVM_TEST(memory, StopCpuProfiler_streams_a_profile) {
  TestVm vm;
  JSVM_CpuProfiler profiler = nullptr;
  CHECK_OK(OH_JSVM_StartCpuProfiler(vm.vm(), &profiler));
  Run(vm.env(), "function busy() { let s = 0; for (let i = 0; i < 1e6; i++) s += i; return s; } busy()");
  Stream stream;
  CHECK_OK(OH_JSVM_StopCpuProfiler(vm.vm(), profiler, Write, &stream));
  CHECK(stream.text.find("\"nodes\"") != std::string::npos);
  CHECK(stream.text.find("\"samples\"") != std::string::npos);
  CHECK_EQ(stream.ends, 1);
}

JSVM_TEST(memory, StopCpuProfiler_stopped_by_the_caller_at_its_last_chunk) {
  TestVm vm;
  JSVM_CpuProfiler profiler = nullptr;
  CHECK_OK(OH_JSVM_StartCpuProfiler(vm.vm(), &profiler));
  Stream stream;
  stream.stop_after = 0;
  CHECK_OK(OH_JSVM_StopCpuProfiler(vm.vm(), profiler, Write, &stream));
  CHECK_EQ(stream.ends, 0);
}

JSVM_TEST(memory, StartCpuProfiler_never_stopped_goes_with_the_vm) {
  TestVm vm;
  JSVM_CpuProfiler profiler = nullptr;
  CHECK_OK(OH_JSVM_StartCpuProfiler(vm.vm(), &profiler));
}
