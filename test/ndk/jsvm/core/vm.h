// A VM: one V8 isolate, and what hangs on it.
#ifndef ARKHOST_JSVM_CORE_VM_H_
#define ARKHOST_JSVM_CORE_VM_H_

#include "graveyard.h"
#include "ledger.h"
#include "platform.h"
#include "v8_headers.h"
#include "vm_lock.h"

namespace jsvm {

// A piece of state that a group of functions keeps per VM (GC handlers, profiler…): derive, and fetch with
// VmExtension::Get<T>(vm). Made on first use, destroyed with the VM while the isolate is still alive.
class VmExtension {
 public:
  virtual ~VmExtension() = default;
};

// The native record behind a value of CreateExternal.
struct ExternalBox {
  void* data = nullptr;
  bool tagged = false;
  JSVM_TypeTag tag{};
  void* wrap = nullptr;         // the Finalizer of Wrap (reference.h)
  bool wrapped_before = false;  // an external can be wrapped once in its life
  v8::Global<v8::Object> self;  // weak: the box dies with the value
  JSVM_VM vm = nullptr;
  size_t index = 0;  // in the VM's list
};

}  // namespace jsvm

struct JSVM_VM__ {
  JSVM_VM__();
  ~JSVM_VM__();
  JSVM_VM__(const JSVM_VM__&) = delete;
  JSVM_VM__& operator=(const JSVM_VM__&) = delete;

  v8::Isolate* isolate = nullptr;  // nullptr once the VM was destroyed, or the engine has ended
  // The env whose context is current on the VM's thread, as native code sees it: nullptr outside all of them.
  JSVM_Env active_env = nullptr;

  uint64_t id = 0;
  std::unique_ptr<v8::SnapshotCreator> snapshot_creator;  // set for isForSnapshotting
  bool snapshot_taken = false;
  bool destroyed = false;
  // V8 calls the module when it lets go of strings and buffers of this VM.
  bool holds_memory_of_module = false;
  std::unique_ptr<jsvm::PlatformDelegate> delegate;
  v8::StartupData snapshot_blob{nullptr, 0};

  // Envs alive, oldest first. Changed by Add() and Remove() only, because any thread may read the ledger.
  std::vector<JSVM_Env> envs;
  void Add(JSVM_Env env);
  void Remove(JSVM_Env env);
  bool had_env = false;
  // The env of every callback, while the VM has had this one only: that spares looking for it.
  JSVM_Env only_env = nullptr;
  // Env scopes open, oldest first. Closed ones under an open one wait for it (see CloseEnvScope).
  std::vector<JSVM_EnvScope> env_scopes;
  std::vector<JSVM_VMScope> open_vm_scopes;
  std::vector<jsvm::ExternalBox*> externals;
  // Deferreds that are not concluded, newest first, and scripts that are retained.
  JSVM_Deferred first_deferred = nullptr;
  std::vector<JSVM_Script> kept_scripts;
  jsvm::Graveyard<JSVM_Ref__> dead_references;
  jsvm::Graveyard<JSVM_Deferred__> dead_deferreds;
  jsvm::Graveyard<JSVM_Script__> dead_scripts;
  std::vector<std::pair<const void*, std::unique_ptr<jsvm::VmExtension>>> extensions;

  // Taken with AcquireLock; see EnvLock.
  jsvm::VmLock lock;

  // Ledger.
  jsvm::Tally live_envs;
  jsvm::Tally vm_scopes;
  jsvm::Tally open_env_scopes;
  jsvm::Tally left_handle_scopes;  // of envs that were destroyed
  jsvm::Tally references;
  jsvm::Tally deferreds;
  jsvm::Tally retained_scripts;
  jsvm::Tally external_bytes;
  std::atomic<int64_t> misuses{0};

  // Owner: the thread that is inside the VM, 0 when none is.
  int64_t owner_thread() const { return owner_.load(std::memory_order_acquire); }
  bool OwnedByOtherThread() const;
  void Own();
  void Disown();
  int owner_depth() const { return owner_depth_; }
  // The thread that entered last; tells when V8's stack limit is another thread's.
  int64_t last_thread = 0;
  // V8's stack limit on that thread, near enough.
  uintptr_t stack_limit = 0;

  VmLedger Ledger() const;

 private:
  mutable std::mutex envs_mutex_;
  std::atomic<int64_t> owner_{0};
  int owner_depth_ = 0;
};

namespace jsvm {

// The VM of an isolate, nullptr when the isolate is not one of ours.
JSVM_VM FindVm(v8::Isolate* isolate);
// One of the VMs that are alive, nullptr when there is none such.
JSVM_VM FindVmIf(const std::function<bool(JSVM_VM vm)>& matches);
// The VM whose isolate is current on this thread; only for code that runs inside a VM (V8 callbacks).
inline JSVM_VM VmOf(v8::Isolate* isolate) {
  return static_cast<JSVM_VM>(isolate->GetData(0));
}

// Calls `body` for those of the list that are still alive, none of which can go meanwhile.
void ForEachOf(const std::vector<JSVM_VM>& list, void (*body)(JSVM_VM vm));

void RegisterVm(JSVM_VM vm);
void UnregisterVm(JSVM_VM vm);

// Gives the isolate of a VM back to the engine. The VM's scopes are closed and nothing of it is used any more.
void DisposeOf(JSVM_VM vm);

// The engine is going to end and waits for its worker threads: ends the scripts that run there.
void TerminateOtherThreads();

// The engine ends while VMs are alive: on a device nobody notices, but V8 checks that no isolate is left. Disposes of
// those that no other thread is inside; their finalizers do not run. What the module calls for them afterwards (from
// static destructors) finds `isolate` empty and does nothing.
void AbandonVms();

template <typename T>
T& ExtensionOf(JSVM_VM vm) {
  static const char key = 0;
  for (auto& [k, extension] : vm->extensions) {
    if (k == &key) return static_cast<T&>(*extension);
  }
  vm->extensions.emplace_back(&key, std::make_unique<T>());
  return static_cast<T&>(*vm->extensions.back().second);
}

// The shared allocator of every VM's array buffers.
std::shared_ptr<v8::ArrayBuffer::Allocator> BufferAllocator();

// Null-terminated addresses that snapshots may refer to: our callback entry first, then those given to Init.
const intptr_t* ExternalReferences();
// Records those given to Init (0-terminated, copied).
void SetExternalReferences(const intptr_t* references);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_VM_H_
