// The life of VMs, and collecting all garbage of one.
#include "bench.h"
#include "isolates.h"

namespace bench {

namespace {

template <typename Body>
double TimeAll(uint64_t count, Body&& body) {
  double begin = Now(Clock::kThread);
  for (uint64_t i = 0; i < count; ++i) body();
  return Now(Clock::kThread) - begin;
}

// A snapshot of an env in which a script ran. V8 alone starts from the same bytes.
const JSVM_CreateVMOptions& Snapshot() {
  static const JSVM_CreateVMOptions options = [] {
    JSVM_CreateVMOptions writing{};
    writing.isForSnapshotting = true;
    JsvmPlace place;
    BENCH_OK(OH_JSVM_CreateVM(&writing, &place.vm));
    JSVM_VMScope vm_scope = nullptr;
    BENCH_OK(OH_JSVM_OpenVMScope(place.vm, &vm_scope));
    BENCH_OK(OH_JSVM_CreateEnv(place.vm, 0, nullptr, &place.env));
    JSVM_EnvScope env_scope = nullptr;
    BENCH_OK(OH_JSVM_OpenEnvScope(place.env, &env_scope));
    JSVM_HandleScope handles = nullptr;
    BENCH_OK(OH_JSVM_OpenHandleScope(place.env, &handles));
    JSVM_Value value = nullptr;
    JSVM_Script script = nullptr;
    constexpr const char* kText = "globalThis.table = Array.from({ length: 100 }, (_, i) => ({ i, text: `row ${i}` }))";
    BENCH_OK(OH_JSVM_CreateStringUtf8(place.env, kText, JSVM_AUTO_LENGTH, &value));
    BENCH_OK(OH_JSVM_CompileScript(place.env, value, nullptr, 0, false, nullptr, &script));
    BENCH_OK(OH_JSVM_RunScript(place.env, script, &value));
    BENCH_OK(OH_JSVM_CloseHandleScope(place.env, handles));
    BENCH_OK(OH_JSVM_CloseEnvScope(place.env, env_scope));
    JSVM_CreateVMOptions made{};
    BENCH_OK(OH_JSVM_CreateSnapshot(place.vm, 1, &place.env, &made.snapshotBlobData, &made.snapshotBlobSize));
    BENCH_OK(OH_JSVM_DestroyEnv(place.env));
    BENCH_OK(OH_JSVM_CloseVMScope(place.vm, vm_scope));
    BENCH_OK(OH_JSVM_DestroyVM(place.vm));
    return made;
  }();
  return options;
}

const Listed kLives({
    {"vms", "create and destroy a VM",
     [](JSVM_Env, uint64_t count) {
       return TimeAll(count, [] {
         JSVM_VM vm = nullptr;
         BENCH_OK(OH_JSVM_CreateVM(nullptr, &vm));
         BENCH_OK(OH_JSVM_DestroyVM(vm));
       });
     },
     nullptr,
     [](v8::Isolate*, v8::Local<v8::Context>, uint64_t count) {
       return TimeAll(count, [] { DisposeIsolate(NewIsolate()); });
     },
     true},
    {"vms", "create and destroy a VM with an env",
     [](JSVM_Env, uint64_t count) { return TimeAll(count, [] { Destroy(NewJsvmPlace()); }); }, nullptr,
     [](v8::Isolate*, v8::Local<v8::Context>, uint64_t count) {
       return TimeAll(count, [] {
         V8Place place = NewV8Place();
         Destroy(place);
       });
     },
     true},
    {"vms", "create and destroy a VM with an env from a snapshot",
     [](JSVM_Env, uint64_t count) {
       const JSVM_CreateVMOptions& snapshot = Snapshot();
       return TimeAll(count, [&] {
         JsvmPlace place;
         JSVM_VMScope scope = nullptr;
         BENCH_OK(OH_JSVM_CreateVM(&snapshot, &place.vm));
         BENCH_OK(OH_JSVM_OpenVMScope(place.vm, &scope));
         BENCH_OK(OH_JSVM_CreateEnvFromSnapshot(place.vm, 0, &place.env));
         BENCH_OK(OH_JSVM_CloseVMScope(place.vm, scope));
         Destroy(place);
       });
     },
     nullptr,
     [](v8::Isolate*, v8::Local<v8::Context>, uint64_t count) {
       const JSVM_CreateVMOptions& snapshot = Snapshot();
       v8::StartupData blob{snapshot.snapshotBlobData, static_cast<int>(snapshot.snapshotBlobSize)};
       return TimeAll(count, [&] {
         V8Place place;
         place.isolate = NewIsolate(&blob);
         place.context = NewContext(place.isolate, true);
         Destroy(place);
       });
     },
     true},
});

// Fills the heap of the current isolate with `megabytes` of small objects that stay alive.
void Fill(size_t megabytes) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  Evaluate("globalThis.kept = []");
  v8::HeapStatistics statistics;
  do {
    Evaluate("for (let i = 0; i < 2000; i++) kept.push({ number: i + 0.5, list: [i, i + 1, i + 2] })");
    isolate->GetHeapStatistics(&statistics);
  } while (statistics.used_heap_size() < megabytes << 20);
}

// The collector works on other threads too: the time of all threads counts.
template <typename Body>
double TimeCollections(uint64_t count, Body&& body) {
  double begin = Now(Clock::kProcess);
  for (uint64_t i = 0; i < count; ++i) body();
  return Now(Clock::kProcess) - begin;
}

template <size_t Megabytes>
double JsvmCritical(JSVM_Env, uint64_t count) {
  static const JsvmPlace place = [] {
    JsvmPlace made = NewJsvmPlace();
    InJsvm stay(made);
    Fill(Megabytes);
    return made;
  }();
  InJsvm stay(place);
  return TimeCollections(
      count, [] { BENCH_OK(OH_JSVM_MemoryPressureNotification(place.env, JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL)); });
}

template <size_t Megabytes>
double V8Critical(v8::Isolate*, v8::Local<v8::Context>, uint64_t count) {
  static const V8Place* place = [] {
    const V8Place* made = KeptV8Place();
    InV8 stay(*made);
    Fill(Megabytes);
    return made;
  }();
  InV8 stay(*place);
  return TimeCollections(count, [] { place->isolate->MemoryPressureNotification(v8::MemoryPressureLevel::kCritical); });
}

const Listed kCritical({
    {"memory", "CRITICAL on a heap of 1 MB", JsvmCritical<1>, nullptr, V8Critical<1>, true},
    {"memory", "CRITICAL on a heap of 16 MB", JsvmCritical<16>, nullptr, V8Critical<16>, true},
    {"memory", "CRITICAL on a heap of 128 MB", JsvmCritical<128>, nullptr, V8Critical<128>, true},
});

}  // namespace

}  // namespace bench
