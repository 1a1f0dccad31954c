// VMs: create, destroy, enter, leave.
#include "core/current_isolate.h"
#include "core/entry.h"
#include "core/fatal.h"
#include "core/isolate_stock.h"
#include "core/seal.h"
#include "core/thread_state.h"

namespace jsvm {

namespace {

// V8 itself looks at no more than the version, and ends the process over a blob that is cut or damaged.
bool IsUsableBlob(const JSVM_CreateVMOptions& options, v8::StartupData* blob) {
  if (options.snapshotBlobSize > static_cast<size_t>(INT_MAX)) return false;
  auto* bytes = reinterpret_cast<const uint8_t*>(options.snapshotBlobData);
  size_t size = Unseal(SealOf::kSnapshot, {bytes, options.snapshotBlobSize}).size;
  if (size == 0) return false;
  *blob = v8::StartupData{options.snapshotBlobData, static_cast<int>(size)};
  return blob->IsValid();
}

// Takes one that is ready; options make it another isolate than those.
void StartIsolate(JSVM_VM vm, bool for_snapshotting) {
  bool plain = !for_snapshotting && vm->snapshot_blob.data == nullptr;
  HostedIsolate hosted = plain ? IsolateStock::Take() : HostedIsolate{};
  bool ready = hosted.isolate != nullptr;
  if (!ready) hosted = HostedIsolate::Allocate();
  vm->isolate = hosted.isolate;
  vm->delegate = std::move(hosted.delegate);
  if (ready) {
    // V8 knows the stack of the thread that started it.
    vm->isolate->SetStackLimit(StackLimitOfThread());
    return;
  }
  v8::Isolate::CreateParams params = IsolateParams();
  if (vm->snapshot_blob.data != nullptr) params.snapshot_blob = &vm->snapshot_blob;
  if (!for_snapshotting) {
    v8::Isolate::Initialize(vm->isolate, params);
    return;
  }
  vm->snapshot_creator = std::make_unique<v8::SnapshotCreator>(vm->isolate, params);
  // The creator enters its isolate; a new VM is entered by nobody.
  vm->isolate->Exit();
}

// Whoever still calls with the VM finds that it has no isolate any more.
void Bury(JSVM_VM vm) {
  static std::mutex mutex;
  static auto* vms = new Graveyard<JSVM_VM__, 16>;
  vm->isolate = nullptr;
  vm->destroyed = true;
  std::lock_guard<std::mutex> lock(mutex);
  vms->Bury(vm);
}

// The VM that a scope is open in, which ought to be `vm`; nullptr for a closed one.
JSVM_VM OpenIn(JSVM_VM vm, JSVM_VMScope scope) {
  auto has = [scope](JSVM_VM candidate) {
    const std::vector<JSVM_VMScope>& open = candidate->open_vm_scopes;
    return std::find(open.rbegin(), open.rend(), scope) != open.rend();
  };
  return has(vm) ? vm : FindVmIf(has);
}

void FreeExternals(JSVM_VM vm) {
  for (ExternalBox* box : vm->externals) {
    box->self.Reset();
    delete box;
  }
  vm->externals.clear();
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateVM(const JSVM_CreateVMOptions* options, JSVM_VM* result) {
  using namespace jsvm;
  if (result == nullptr) return JSVM_INVALID_ARG;
  auto vm = std::make_unique<JSVM_VM__>();
  bool for_snapshotting = options != nullptr && options->isForSnapshotting;
  if (options != nullptr && options->snapshotBlobData != nullptr && !IsUsableBlob(*options, &vm->snapshot_blob)) {
    return JSVM_INVALID_ARG;
  }
  StartIsolate(vm.get(), for_snapshotting);
  vm->isolate->SetData(0, vm.get());
  LearnCurrentIsolate(vm->isolate);
  vm->last_thread = CurrentThreadId();
  vm->stack_limit = StackLimitOfThread();
  RegisterVm(vm.get());
  *result = vm.release();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_DestroyVM(JSVM_VM vm) {
  using namespace jsvm;
  if (vm == nullptr) return JSVM_INVALID_ARG;
  if (vm->destroyed) {
    ReportStale(vm, "OH_JSVM_DestroyVM", "VM");
    return JSVM_INVALID_ARG;
  }
  if (vm->isolate == nullptr) return JSVM_OK;  // the engine has ended
  if (vm->owner_depth() > 0) Fatal("OH_JSVM_DestroyVM", "the VM is still entered: close its VM scopes first");
  v8::Isolate* isolate = vm->isolate;
  ThreadState::Current().Forget(vm);
  // Envs that were not destroyed before cannot be any more: DestroyEnv refuses them.
  for (JSVM_Env env : vm->envs) {
    env->vm = nullptr;
    env->handle_scopes.Shut();
  }
  {
    v8::Isolate::Scope entered(isolate);
    vm->extensions.clear();
    FreeExternals(vm);
  }
  UnregisterVm(vm);
  DisposeOf(vm);
  Bury(vm);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_OpenVMScope(JSVM_VM vm, JSVM_VMScope* result) {
  using namespace jsvm;
  if (AnyNull(vm, result)) return JSVM_INVALID_ARG;
  if (vm->isolate == nullptr) {
    if (vm->destroyed) ReportStale(vm, "OH_JSVM_OpenVMScope", "VM");
    return JSVM_INVALID_ARG;
  }
  if (vm->OwnedByOtherThread()) {
    *result = nullptr;
    return JSVM_GENERIC_FAILURE;
  }
  ThreadState::Current().Enter(vm);
  ++vm->vm_scopes;
  *result = new JSVM_VMScope__{vm, CurrentThreadId()};
  vm->open_vm_scopes.push_back(*result);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_CloseVMScope(JSVM_VM vm, JSVM_VMScope scope) {
  using namespace jsvm;
  if (AnyNull(vm, scope)) return JSVM_INVALID_ARG;
  JSVM_VM inside = OpenIn(vm, scope);
  if (inside == nullptr) {
    if (vm->isolate == nullptr) return JSVM_OK;  // destroyed, or the engine has ended
    ReportStale(vm, "OH_JSVM_CloseVMScope", "scope");
    return JSVM_INVALID_ARG;
  }
  std::erase(inside->open_vm_scopes, scope);
  if (inside->isolate == nullptr) return JSVM_OK;  // the engine has ended
  if (scope->thread != CurrentThreadId()) {
    ReportMisuse(Misuse::kVmScopeOtherThread, scope->vm, "OH_JSVM_CloseVMScope", scope->thread);
  }
  if (scope->vm != vm) ReportMisuse(Misuse::kVmScopeOtherVm, scope->vm, "OH_JSVM_CloseVMScope");
  --scope->vm->vm_scopes;
  ThreadState::Current().Leave(scope->vm);
  delete scope;
  return JSVM_OK;
}
