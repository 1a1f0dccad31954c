#include "vm.h"

#include <algorithm>
#include <unordered_map>

#include "callback.h"
#include "deferred.h"
#include "fatal.h"
#include "host.h"
#include "isolate_stock.h"
#include "reference.h"
#include "script.h"
#include "thread_state.h"

namespace jsvm {

namespace {

// Every VM of the process, and what was open in those that were destroyed.
struct Registry {
  std::mutex mutex;
  uint64_t next_id = 1;
  std::vector<JSVM_VM> vms;
  std::unordered_map<v8::Isolate*, JSVM_VM> by_isolate;
  std::deque<VmLedger> destroyed;
};

constexpr size_t kDestroyedKept = 1000;

// Never destroyed: VMs may be closed by static destructors of modules.
Registry& TheRegistry() {
  static Registry* registry = new Registry;
  return *registry;
}

bool NothingOpen(const VmLedger& ledger) {
  return ledger.envs == 0 && ledger.vmScopes == 0 && ledger.envScopes == 0 && ledger.handleScopes == 0 &&
         ledger.references == 0 && ledger.deferreds == 0 && ledger.retainedScripts == 0 && ledger.externalBytes == 0 &&
         ledger.misuses == 0;
}

void VisitLedger(void (*visit)(const VmLedger*, void*), void* data) {
  std::vector<VmLedger> rows;
  {
    Registry& registry = TheRegistry();
    std::lock_guard<std::mutex> lock(registry.mutex);
    rows.assign(registry.destroyed.begin(), registry.destroyed.end());
    for (JSVM_VM vm : registry.vms) rows.push_back(vm->Ledger());
  }
  std::sort(rows.begin(), rows.end(), [](const VmLedger& a, const VmLedger& b) { return a.id < b.id; });
  for (const VmLedger& row : rows) visit(&row, data);
}

void ForgetDestroyed() {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  registry.destroyed.clear();
}

// The last list counts. One that isolates were made with stays where it is.
std::deque<std::vector<intptr_t>>& References() {
  static auto* references = new std::deque<std::vector<intptr_t>>{{reinterpret_cast<intptr_t>(&InvokeCallback), 0}};
  return *references;
}

}  // namespace

JSVM_VM FindVm(v8::Isolate* isolate) {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  auto found = registry.by_isolate.find(isolate);
  return found == registry.by_isolate.end() ? nullptr : found->second;
}

JSVM_VM FindVmIf(const std::function<bool(JSVM_VM vm)>& matches) {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  auto found = std::find_if(registry.vms.begin(), registry.vms.end(), matches);
  return found == registry.vms.end() ? nullptr : *found;
}

void ForEachOf(const std::vector<JSVM_VM>& list, void (*body)(JSVM_VM vm)) {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  for (JSVM_VM vm : registry.vms) {
    if (std::find(list.begin(), list.end(), vm) != list.end()) body(vm);
  }
}

void RegisterVm(JSVM_VM vm) {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  vm->id = registry.next_id++;
  registry.vms.push_back(vm);
  registry.by_isolate.emplace(vm->isolate, vm);
}

void UnregisterVm(JSVM_VM vm) {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  VmLedger ledger = vm->Ledger();
  ledger.destroyed = 1;
  if (!NothingOpen(ledger)) {
    registry.destroyed.push_back(ledger);
    if (registry.destroyed.size() > kDestroyedKept) registry.destroyed.pop_front();
  }
  registry.vms.erase(std::find(registry.vms.begin(), registry.vms.end(), vm));
  registry.by_isolate.erase(vm->isolate);
}

void DisposeOf(JSVM_VM vm) {
  // What the module gave to V8 is given back to it before anybody goes on.
  bool may_wait = vm->snapshot_creator == nullptr && !vm->holds_memory_of_module;
  vm->delegate->queue().Close();
  if (vm->snapshot_creator != nullptr) {
    // The creator leaves its isolate when it goes, so it must be entered.
    vm->isolate->Enter();
    vm->snapshot_creator.reset();
  }
  HostedIsolate left{std::exchange(vm->isolate, nullptr), std::move(vm->delegate)};
  if (may_wait) {
    IsolateStock::GiveBack(std::move(left));
  } else {
    left.Dispose();
  }
}

void TerminateOtherThreads() {
  Registry& registry = TheRegistry();
  std::lock_guard<std::mutex> lock(registry.mutex);
  for (JSVM_VM vm : registry.vms) {
    if (vm->OwnedByOtherThread()) vm->isolate->TerminateExecution();
  }
}

void AbandonVms() {
  IsolateStock::Close();
  std::vector<JSVM_VM> left;
  {
    Registry& registry = TheRegistry();
    std::lock_guard<std::mutex> lock(registry.mutex);
    left = registry.vms;
  }
  for (auto vm = left.rbegin(); vm != left.rend(); ++vm) {
    if ((*vm)->OwnedByOtherThread()) continue;
    while (v8::Isolate::TryGetCurrent() == (*vm)->isolate) (*vm)->isolate->Exit();
    {
      v8::Isolate::Scope entered((*vm)->isolate);
      (*vm)->extensions.clear();
    }
    // What is closed later has no isolate any more.
    for (JSVM_Env env : (*vm)->envs) env->handle_scopes.Shut();
    UnregisterVm(*vm);
    DisposeOf(*vm);
  }
}

std::shared_ptr<v8::ArrayBuffer::Allocator> BufferAllocator() {
  static auto* allocator =
      new std::shared_ptr<v8::ArrayBuffer::Allocator>(v8::ArrayBuffer::Allocator::NewDefaultAllocator());
  return *allocator;
}

const intptr_t* ExternalReferences() {
  return References().back().data();
}

void SetExternalReferences(const intptr_t* references) {
  std::vector<intptr_t> all = References().back();
  all.pop_back();
  for (; *references != 0; ++references) all.push_back(*references);
  all.push_back(0);
  References().push_back(std::move(all));
}

}  // namespace jsvm

JSVM_VM__::JSVM_VM__() = default;
JSVM_VM__::~JSVM_VM__() = default;

void JSVM_VM__::Add(JSVM_Env env) {
  std::lock_guard<std::mutex> lock(envs_mutex_);
  envs.push_back(env);
  ++live_envs;
}

void JSVM_VM__::Remove(JSVM_Env env) {
  std::lock_guard<std::mutex> lock(envs_mutex_);
  envs.erase(std::find(envs.begin(), envs.end(), env));
  --live_envs;
  left_handle_scopes += env->open_handle_scopes;
}

bool JSVM_VM__::OwnedByOtherThread() const {
  int64_t owner = owner_thread();
  return owner != 0 && owner != jsvm::CurrentThreadId();
}

void JSVM_VM__::Own() {
  // A thread that comes in unprotected takes nothing from the owner.
  if (owner_depth_++ == 0) owner_.store(jsvm::CurrentThreadId(), std::memory_order_release);
}

void JSVM_VM__::Disown() {
  if (owner_depth_ == 0) return;
  if (--owner_depth_ == 0) owner_.store(0, std::memory_order_release);
}

VmLedger JSVM_VM__::Ledger() const {
  VmLedger ledger{};
  ledger.id = id;
  ledger.snapshotting = snapshot_creator != nullptr || snapshot_taken;
  ledger.envs = live_envs;
  ledger.vmScopes = vm_scopes;
  ledger.envScopes = open_env_scopes;
  ledger.handleScopes = left_handle_scopes;
  {
    std::lock_guard<std::mutex> lock(envs_mutex_);
    for (JSVM_Env env : envs) ledger.handleScopes += env->open_handle_scopes;
  }
  ledger.references = references;
  ledger.deferreds = deferreds;
  ledger.retainedScripts = retained_scripts;
  ledger.externalBytes = external_bytes;
  ledger.misuses = misuses.load(std::memory_order_relaxed);
  return ledger;
}

extern "C" const ArkhostJsvmHost* arkhost_jsvm_host() {
  static const ArkhostJsvmHost host{&jsvm::AttachPlatform, &jsvm::VisitLedger, &jsvm::ForgetDestroyed};
  return &host;
}
