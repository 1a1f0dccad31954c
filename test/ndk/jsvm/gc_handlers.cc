// Handlers around collections, and the heap threshold.
#include <algorithm>

#include "core/entry.h"

namespace jsvm {

namespace {

// One AddHandlerForGC.
struct GcHandler {
  JSVM_VM vm;
  JSVM_CBTriggerTimeForGC time;
  JSVM_HandlerForGC handler;
  void* user_data;
};

// A single bit selects its kind; any combination means all of them.
v8::GCType TypesOf(JSVM_GCType type) {
  switch (type) {
    case JSVM_GC_TYPE_SCAVENGE:
      return v8::kGCTypeScavenge;
    case JSVM_GC_TYPE_MINOR_MARK_COMPACT:
      return v8::kGCTypeMinorMarkSweep;
    case JSVM_GC_TYPE_MARK_SWEEP_COMPACT:
      return v8::kGCTypeMarkSweepCompact;
    case JSVM_GC_TYPE_INCREMENTAL_MARKING:
      return v8::kGCTypeIncrementalMarking;
    case JSVM_GC_TYPE_PROCESS_WEAK_CALLBACKS:
      return v8::kGCTypeProcessWeakCallbacks;
    default:
      return v8::kGCTypeAll;
  }
}

JSVM_GCType TypeOf(v8::GCType type) {
  switch (type) {
    case v8::kGCTypeScavenge:
      return JSVM_GC_TYPE_SCAVENGE;
    case v8::kGCTypeMinorMarkSweep:
      return JSVM_GC_TYPE_MINOR_MARK_COMPACT;
    case v8::kGCTypeMarkSweepCompact:
      return JSVM_GC_TYPE_MARK_SWEEP_COMPACT;
    case v8::kGCTypeIncrementalMarking:
      return JSVM_GC_TYPE_INCREMENTAL_MARKING;
    case v8::kGCTypeProcessWeakCallbacks:
      return JSVM_GC_TYPE_PROCESS_WEAK_CALLBACKS;
    default:
      return JSVM_GC_TYPE_ALL;
  }
}

// A name only when V8 passes exactly one flag; combinations are reported as none.
JSVM_GCCallbackFlags FlagsOf(v8::GCCallbackFlags flags) {
  switch (static_cast<int>(flags)) {
    case v8::kGCCallbackFlagConstructRetainedObjectInfos:
      return JSVM_GC_CALLBACK_CONSTRUCT_RETAINED_OBJECT_INFOS;
    case v8::kGCCallbackFlagForced:
      return JSVM_GC_CALLBACK_FORCED;
    case v8::kGCCallbackFlagSynchronousPhantomCallbackProcessing:
      return JSVM_GC_CALLBACK_SYNCHRONOUS_PHANTOM_CALLBACK_PROCESSING;
    case v8::kGCCallbackFlagCollectAllAvailableGarbage:
      return JSVM_GC_CALLBACK_COLLECT_ALL_AVAILABLE_GARBAGE;
    case v8::kGCCallbackFlagCollectAllExternalMemory:
      return JSVM_GC_CALLBACK_COLLECT_ALL_EXTERNAL_MEMORY;
    case v8::kGCCallbackScheduleIdleGarbageCollection:
      return JSVM_GC_CALLBACK_SCHEDULE_IDLE_GARBAGE_COLLECTION;
    default:
      return JSVM_NO_GC_CALLBACK_FLAGS;
  }
}

void OnGc(v8::Isolate*, v8::GCType type, v8::GCCallbackFlags flags, void* data) {
  auto* registered = static_cast<GcHandler*>(data);
  registered->handler(registered->vm, TypeOf(type), FlagsOf(flags), registered->user_data);
}

struct GcHandlers : VmExtension {
  std::vector<std::unique_ptr<GcHandler>> list;

  auto Find(JSVM_CBTriggerTimeForGC time, JSVM_HandlerForGC handler, void* user_data) {
    return std::find_if(list.begin(), list.end(), [&](const std::unique_ptr<GcHandler>& known) {
      bool before = known->time == JSVM_CB_TRIGGER_BEFORE_GC;
      return before == (time == JSVM_CB_TRIGGER_BEFORE_GC) && known->handler == handler &&
             known->user_data == user_data;
    });
  }
};

// One SetHeapThresholdCallback.
struct Threshold : VmExtension {
  uint64_t bytes = 0;
  JSVM_HandlerForHeapThreshold callback = nullptr;
  void* data = nullptr;
  bool running = false;
};

void OnFullGc(v8::Isolate* isolate, v8::GCType, v8::GCCallbackFlags, void* data) {
  auto* vm = static_cast<JSVM_VM>(data);
  Threshold& threshold = ExtensionOf<Threshold>(vm);
  if (threshold.running) return;
  v8::HeapStatistics statistics;
  isolate->GetHeapStatistics(&statistics);
  if (statistics.used_heap_size() < threshold.bytes) return;
  threshold.running = true;
  threshold.callback(vm, threshold.bytes, threshold.data);
  threshold.running = false;
}

}  // namespace

}  // namespace jsvm

using jsvm::VmCall;

JSVM_Status OH_JSVM_AddHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime, JSVM_HandlerForGC handler,
                                    JSVM_GCType gcType, void* userData) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || handler == nullptr) return JSVM_INVALID_ARG;
  GcHandlers& handlers = ExtensionOf<GcHandlers>(vm);
  if (handlers.Find(triggerTime, handler, userData) != handlers.list.end()) return JSVM_INVALID_ARG;
  handlers.list.push_back(std::make_unique<GcHandler>(GcHandler{vm, triggerTime, handler, userData}));
  GcHandler* added = handlers.list.back().get();
  if (triggerTime == JSVM_CB_TRIGGER_BEFORE_GC) {
    call.isolate()->AddGCPrologueCallback(OnGc, added, TypesOf(gcType));
  } else {
    call.isolate()->AddGCEpilogueCallback(OnGc, added, TypesOf(gcType));
  }
  return JSVM_OK;
}

JSVM_Status OH_JSVM_RemoveHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime, JSVM_HandlerForGC handler,
                                       void* userData) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || handler == nullptr) return JSVM_INVALID_ARG;
  GcHandlers& handlers = ExtensionOf<GcHandlers>(vm);
  auto found = handlers.Find(triggerTime, handler, userData);
  if (found == handlers.list.end()) return JSVM_INVALID_ARG;
  if (triggerTime == JSVM_CB_TRIGGER_BEFORE_GC) {
    call.isolate()->RemoveGCPrologueCallback(OnGc, found->get());
  } else {
    call.isolate()->RemoveGCEpilogueCallback(OnGc, found->get());
  }
  handlers.list.erase(found);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_SetHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback,
                                             void* data) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || callback == nullptr || threshold == 0) return JSVM_INVALID_ARG;
  v8::HeapStatistics statistics;
  call.isolate()->GetHeapStatistics(&statistics);
  Threshold& slot = ExtensionOf<Threshold>(vm);
  if (threshold > statistics.heap_size_limit() || slot.callback != nullptr) return JSVM_INVALID_ARG;
  slot.bytes = threshold;
  slot.callback = callback;
  slot.data = data;
  call.isolate()->AddGCPrologueCallback(OnFullGc, vm, v8::kGCTypeMarkSweepCompact);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_ClearHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback,
                                               void* data) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || callback == nullptr) return JSVM_INVALID_ARG;
  Threshold& slot = ExtensionOf<Threshold>(vm);
  if (slot.callback != callback || slot.bytes != threshold || slot.data != data) return JSVM_INVALID_ARG;
  call.isolate()->RemoveGCPrologueCallback(OnFullGc, vm);
  slot.callback = nullptr;
  slot.bytes = 0;
  slot.data = nullptr;
  return JSVM_OK;
}
