#include "isolates.h"

#include <v8-platform.h>

namespace bench {

namespace {

node::MultiIsolatePlatform* g_platform = nullptr;

// Node asks every isolate that is not its own for a task runner. These isolates wait for no task.
class NoTasks final : public v8::TaskRunner {
 public:
  bool IdleTasksEnabled() override { return false; }

 protected:
  void PostTaskImpl(std::unique_ptr<v8::Task>, const v8::SourceLocation&) override {}
  void PostDelayedTaskImpl(std::unique_ptr<v8::Task>, double, const v8::SourceLocation&) override {}
  void PostNonNestableTaskImpl(std::unique_ptr<v8::Task>, const v8::SourceLocation&) override {}
  void PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task>, double, const v8::SourceLocation&) override {}
  bool NonNestableTasksEnabled() const override { return true; }
  bool NonNestableDelayedTasksEnabled() const override { return true; }
};

class Delegate final : public node::IsolatePlatformDelegate {
 public:
  virtual ~Delegate() = default;
  std::shared_ptr<v8::TaskRunner> GetForegroundTaskRunner() override { return tasks_; }
  bool IdleTasksEnabled() override { return false; }

 private:
  std::shared_ptr<NoTasks> tasks_ = std::make_shared<NoTasks>();
};

constexpr uint32_t kDelegateSlot = 0;

}  // namespace

void CapturePlatform() {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  v8::HandleScope handles(isolate);
  g_platform = node::GetMultiIsolatePlatform(node::GetCurrentEnvironment(isolate->GetCurrentContext()));
}

v8::Isolate* NewIsolate(const v8::StartupData* blob) {
  static auto* allocator =
      new std::shared_ptr<v8::ArrayBuffer::Allocator>(v8::ArrayBuffer::Allocator::NewDefaultAllocator());
  v8::Isolate* isolate = v8::Isolate::Allocate();
  auto* delegate = new Delegate;
  g_platform->RegisterIsolate(isolate, delegate);
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator_shared = *allocator;
  params.snapshot_blob = blob;
  v8::Isolate::Initialize(isolate, params);
  isolate->SetData(kDelegateSlot, delegate);
  return isolate;
}

void DisposeIsolate(v8::Isolate* isolate) {
  auto* delegate = static_cast<Delegate*>(isolate->GetData(kDelegateSlot));
  g_platform->DisposeIsolate(isolate);
  delete delegate;
}

v8::Global<v8::Context> NewContext(v8::Isolate* isolate, bool from_snapshot) {
  v8::Isolate::Scope entered(isolate);
  v8::HandleScope handles(isolate);
  v8::Local<v8::Context> context =
      from_snapshot ? v8::Context::FromSnapshot(isolate, 0).ToLocalChecked() : v8::Context::New(isolate);
  return v8::Global<v8::Context>(isolate, context);
}

JsvmPlace NewJsvmPlace() {
  JsvmPlace place;
  BENCH_OK(OH_JSVM_CreateVM(nullptr, &place.vm));
  JSVM_VMScope scope = nullptr;
  BENCH_OK(OH_JSVM_OpenVMScope(place.vm, &scope));
  BENCH_OK(OH_JSVM_CreateEnv(place.vm, 0, nullptr, &place.env));
  BENCH_OK(OH_JSVM_CloseVMScope(place.vm, scope));
  return place;
}

void Destroy(const JsvmPlace& place) {
  JSVM_VMScope scope = nullptr;
  BENCH_OK(OH_JSVM_OpenVMScope(place.vm, &scope));
  BENCH_OK(OH_JSVM_DestroyEnv(place.env));
  BENCH_OK(OH_JSVM_CloseVMScope(place.vm, scope));
  BENCH_OK(OH_JSVM_DestroyVM(place.vm));
}

V8Place NewV8Place() {
  v8::Isolate* isolate = NewIsolate();
  return V8Place{isolate, NewContext(isolate)};
}

void Destroy(V8Place& place) {
  place.context.Reset();
  DisposeIsolate(place.isolate);
}

const V8Place* KeptV8Place() {
  auto* place = new V8Place(NewV8Place());
  v8::Isolate* engine = v8::Isolate::GetCurrent();
  node::AddEnvironmentCleanupHook(
      engine,
      [](void* data) {
        auto* kept = static_cast<V8Place*>(data);
        Destroy(*kept);
        delete kept;
      },
      place);
  return place;
}

InJsvm::InJsvm(const JsvmPlace& place) : place_(place) {
  BENCH_OK(OH_JSVM_OpenVMScope(place_.vm, &vm_scope_));
  BENCH_OK(OH_JSVM_OpenEnvScope(place_.env, &env_scope_));
  BENCH_OK(OH_JSVM_OpenHandleScope(place_.env, &handles_));
}

InJsvm::~InJsvm() {
  BENCH_OK(OH_JSVM_CloseHandleScope(place_.env, handles_));
  BENCH_OK(OH_JSVM_CloseEnvScope(place_.env, env_scope_));
  BENCH_OK(OH_JSVM_CloseVMScope(place_.vm, vm_scope_));
}

}  // namespace bench
