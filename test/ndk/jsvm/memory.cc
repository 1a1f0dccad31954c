// Memory: external bytes, pressure, statistics.
#include "core/entry.h"

JSVM_Status OH_JSVM_AdjustExternalMemory(JSVM_Env env, int64_t changeInBytes, int64_t* result) {
  jsvm::VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = call.isolate()->AdjustAmountOfExternalAllocatedMemory(changeInBytes);
  call.vm()->external_bytes += changeInBytes;
  return call.Ok();
}

JSVM_Status OH_JSVM_MemoryPressureNotification(JSVM_Env env, JSVM_MemoryPressureLevel level) {
  jsvm::VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  switch (level) {
    case JSVM_MEMORY_PRESSURE_LEVEL_NONE:
      call.isolate()->MemoryPressureNotification(v8::MemoryPressureLevel::kNone);
      break;
    case JSVM_MEMORY_PRESSURE_LEVEL_MODERATE:
      call.isolate()->MemoryPressureNotification(v8::MemoryPressureLevel::kModerate);
      break;
    case JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL:
      call.isolate()->MemoryPressureNotification(v8::MemoryPressureLevel::kCritical);
      break;
    case JSVM_MEMORY_PRESSURE_LEVEL_LOW_MEMORY:
      call.isolate()->LowMemoryNotification();
      break;
    default:  // not validated: the engine does nothing with other levels
      break;
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_GetHeapStatistics(JSVM_VM vm, JSVM_HeapStatistics* result) {
  jsvm::VmCall call(vm);
  if (!call || result == nullptr) return JSVM_INVALID_ARG;
  v8::HeapStatistics statistics;
  call.isolate()->GetHeapStatistics(&statistics);
  result->totalHeapSize = statistics.total_heap_size();
  result->totalHeapSizeExecutable = statistics.total_heap_size_executable();
  result->totalPhysicalSize = statistics.total_physical_size();
  result->totalAvailableSize = statistics.total_available_size();
  result->usedHeapSize = statistics.used_heap_size();
  result->heapSizeLimit = statistics.heap_size_limit();
  result->mallocedMemory = statistics.malloced_memory();
  result->externalMemory = statistics.external_memory();
  result->peakMallocedMemory = statistics.peak_malloced_memory();
  result->numberOfNativeContexts = statistics.number_of_native_contexts();
  result->numberOfDetachedContexts = statistics.number_of_detached_contexts();
  result->totalGlobalHandlesSize = statistics.total_global_handles_size();
  result->usedGlobalHandlesSize = statistics.used_global_handles_size();
  return JSVM_OK;
}
