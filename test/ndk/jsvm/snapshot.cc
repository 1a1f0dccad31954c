// Snapshots: contexts of a VM written as a blob from which other VMs start.
#include "core/deferred.h"
#include "core/entry.h"
#include "core/reference.h"
#include "core/script.h"
#include "core/seal.h"

namespace jsvm {

namespace {

// V8 writes a heap only when no global handle is left. What still needs the JS heap ends here; native records stay
// until the module frees them, or until DestroyEnv and DestroyVM.
void DropHandles(JSVM_VM vm) {
  for (JSVM_Env env : vm->envs) {
    env->exception.Reset();
    FreeScripts(env);
    for (JSVM_Ref ref = env->references; ref != nullptr; ref = ref->next()) ref->Empty();
    Finalizer::ReleaseTargets(env);
  }
  for (JSVM_Script script : vm->kept_scripts) {
    script->script.Reset();
    script->source.Reset();
  }
  for (JSVM_Deferred deferred = vm->first_deferred; deferred != nullptr; deferred = deferred->next()) {
    deferred->resolver.Reset();
  }
  for (JSVM_Env env : vm->envs) env->DropContext();
}

// What FinalizationRegistries have to tell is told before: V8 writes none that waits for it.
void RunCleanups(JSVM_VM vm) {
  v8::HandleScope handles(vm->isolate);
  vm->isolate->LowMemoryNotification();
  while (vm->delegate->queue().RunOne()) continue;
}

// External values point to records of this VM, which V8 refuses to write. Those that nothing refers to any more go with
// a collection; false when others are left.
bool DropExternals(JSVM_VM vm) {
  if (!vm->externals.empty()) vm->isolate->LowMemoryNotification();
  return vm->externals.empty();
}

bool BelongTo(JSVM_VM vm, size_t count, const JSVM_Env* envs) {
  for (size_t i = 0; i < count; ++i) {
    if (envs[i] == nullptr || envs[i]->vm != vm) return false;
  }
  return true;
}

// V8 wants a default context besides those of the caller: a plain one.
void AddContexts(JSVM_VM vm, size_t count, const JSVM_Env* envs) {
  v8::HandleScope handles(vm->isolate);
  vm->snapshot_creator->SetDefaultContext(v8::Context::New(vm->isolate));
  for (size_t i = 0; i < count; ++i) {
    v8::Local<v8::Context> context = v8::Local<v8::Context>::New(vm->isolate, envs[i]->context());
    envs[i]->ForgetContext();
    vm->snapshot_creator->AddContext(context);
  }
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateSnapshot(JSVM_VM vm, size_t contextCount, const JSVM_Env* contexts, const char** blobData,
                                   size_t* blobSize) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call) return JSVM_INVALID_ARG;
  if (vm->snapshot_creator == nullptr || vm->snapshot_taken) return JSVM_GENERIC_FAILURE;
  if (AnyNull(blobData, blobSize) || (contextCount > 0 && contexts == nullptr)) return JSVM_INVALID_ARG;
  if (!BelongTo(vm, contextCount, contexts)) return JSVM_INVALID_ARG;
  RunCleanups(vm);
  AddContexts(vm, contextCount, contexts);
  vm->snapshot_taken = true;
  DropHandles(vm);
  if (!DropExternals(vm)) return JSVM_GENERIC_FAILURE;
  v8::StartupData blob = vm->snapshot_creator->CreateBlob(v8::SnapshotCreator::FunctionCodeHandling::kKeep);
  if (blob.data == nullptr) return JSVM_GENERIC_FAILURE;
  std::unique_ptr<const char[]> content(blob.data);
  size_t size = static_cast<size_t>(blob.raw_size);
  *blobData = Sealed(SealOf::kSnapshot, content.get(), size).release();  // new char[], the caller's from now on
  *blobSize = size + sizeof(Seal);
  return JSVM_OK;
}
