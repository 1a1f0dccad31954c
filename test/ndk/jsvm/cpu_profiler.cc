// The sampling CPU profiler.
#include "core/entry.h"
#include "core/stream.h"

// One profile being taken.
struct JSVM_CpuProfiler__ {
  v8::CpuProfiler* profiler;
};

namespace jsvm {

namespace {

// Profilers never stopped end with the VM: their sampling threads must not outlive it.
struct Profilers : VmExtension {
  ~Profilers() override {
    v8::Isolate* isolate = v8::Isolate::GetCurrent();
    v8::HandleScope handles(isolate);
    for (JSVM_CpuProfiler running : list) {
      if (v8::CpuProfile* profile = running->profiler->StopProfiling(v8::String::Empty(isolate))) profile->Delete();
      running->profiler->Dispose();
      delete running;
    }
  }
  bool Remove(JSVM_CpuProfiler wanted) { return std::erase(list, wanted) > 0; }
  std::vector<JSVM_CpuProfiler> list;
};

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_StartCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler* result) {
  jsvm::VmCall call(vm);
  if (!call || result == nullptr) return JSVM_INVALID_ARG;
  v8::HandleScope handles(call.isolate());
  v8::CpuProfiler* profiler = v8::CpuProfiler::New(call.isolate());
  profiler->Start(v8::String::Empty(call.isolate()), v8::CpuProfilingOptions{});
  auto* running = new JSVM_CpuProfiler__{profiler};
  jsvm::ExtensionOf<jsvm::Profilers>(vm).list.push_back(running);
  *result = running;
  return JSVM_OK;
}

JSVM_Status OH_JSVM_StopCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler profiler, JSVM_OutputStream stream, void* streamData) {
  jsvm::VmCall call(vm);
  if (!call || jsvm::AnyNull(profiler, stream)) return JSVM_INVALID_ARG;
  if (!jsvm::ExtensionOf<jsvm::Profilers>(vm).Remove(profiler)) return JSVM_INVALID_ARG;
  v8::HandleScope handles(call.isolate());
  v8::CpuProfile* profile = profiler->profiler->StopProfiling(v8::String::Empty(call.isolate()));
  if (profile != nullptr) {
    jsvm::CallerStream output(stream, streamData);
    profile->Serialize(&output, v8::CpuProfile::kJSON);
    profile->Delete();
  }
  profiler->profiler->Dispose();
  delete profiler;
  return JSVM_OK;
}
