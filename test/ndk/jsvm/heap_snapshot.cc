// Heap snapshots.
#include "core/entry.h"
#include "core/stream.h"

namespace jsvm {

namespace {

// Takes a snapshot, streams it, and frees it. False when V8 has none to give.
bool StreamSnapshot(v8::Isolate* isolate, JSVM_OutputStream stream, void* data,
                    const v8::HeapProfiler::HeapSnapshotOptions& options) {
  v8::HandleScope handles(isolate);
  const v8::HeapSnapshot* snapshot = isolate->GetHeapProfiler()->TakeHeapSnapshot(options);
  if (snapshot == nullptr) return false;
  CallerStream output(stream, data);
  snapshot->Serialize(&output, v8::HeapSnapshot::kJSON);
  const_cast<v8::HeapSnapshot*>(snapshot)->Delete();
  return true;
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_TakeHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData) {
  jsvm::VmCall call(vm);
  if (!call || stream == nullptr) return JSVM_INVALID_ARG;
  jsvm::StreamSnapshot(call.isolate(), stream, streamData, {});
  return JSVM_OK;
}

// The device writes the heap's bytes in a layout of its engine's own, which no public API of V8 offers. What a caller
// does with it is the same either way: hand it to a tool. So this is the JSON of a snapshot in expert mode with numeric
// values, the rawest that V8 has.
JSVM_Status OH_JSVM_TakeRawHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData) {
  jsvm::VmCall call(vm);
  if (!call || stream == nullptr) return JSVM_INVALID_ARG;
  v8::HeapProfiler::HeapSnapshotOptions options;
  options.snapshot_mode = v8::HeapProfiler::HeapSnapshotMode::kExposeInternals;
  options.numerics_mode = v8::HeapProfiler::NumericsMode::kExposeNumericValues;
  return jsvm::StreamSnapshot(call.isolate(), stream, streamData, options) ? JSVM_OK : JSVM_INVALID_ARG;
}
