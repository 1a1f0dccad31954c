// An env: one context of a VM, and its native state.
#ifndef ARKHOST_JSVM_CORE_ENV_H_
#define ARKHOST_JSVM_CORE_ENV_H_

#include "handles.h"
#include "v8_headers.h"
#include "vm.h"

namespace jsvm {

class EnvLock;
class Finalizer;

// Index of the env pointer in a context's embedder data (0 is V8's own). Small, so that Node does not take the context
// for one of its own.
constexpr int kEnvSlot = 1;

// State that a group of functions keeps per env; see VmExtension.
class EnvExtension {
 public:
  virtual ~EnvExtension() = default;
};

// Storage for handle scopes: opened and closed like a stack, so blocks are reused and nothing is allocated in the
// steady state.
class HandleScopeStack {
 public:
  struct Slot {
    // There is more to closing it than V8's part. Free slots have none of the three set, but for the first one of a
    // block after the first, which is always special: so the usual scope has nothing to write here.
    bool special = false;
    bool escapable = false;
    bool escaped = false;
    alignas(v8::EscapableHandleScope) unsigned char storage[sizeof(v8::EscapableHandleScope)];
  };

  ~HandleScopeStack();
  // True when Push() needs no other block.
  bool HasRoom() const { return next_ != end_; }
  Slot* Push() {
    if (!HasRoom()) [[unlikely]]
      NextBlock();
    return next_++;
  }
  // The same when HasRoom() is true.
  Slot* PushInRoom() { return next_++; }
  // Forgets the innermost slot; its scope was destroyed by the caller.
  void Pop();
  // The same for one that is not special.
  void PopPlain() { --next_; }
  Slot* top() const { return next_ - 1; }
  // The isolate is gone: makes all slots in use special, and leaves no room.
  void Shut();

 private:
  static constexpr size_t kBlock = 16;

  [[gnu::cold]] void NextBlock();
  [[gnu::cold]] void PreviousBlock();

  std::vector<Slot*> blocks_;
  size_t used_ = 0;  // blocks in use; those after them wait to be used again
  Slot* next_ = nullptr;
  Slot* end_ = nullptr;    // of the last block in use
  Slot* floor_ = nullptr;  // its first slot; nullptr for the first block, which stays in use
};

}  // namespace jsvm

struct JSVM_Env__ {
  explicit JSVM_Env__(JSVM_VM vm_in, v8::Local<v8::Context> context_in);
  ~JSVM_Env__();
  JSVM_Env__(const JSVM_Env__&) = delete;
  JSVM_Env__& operator=(const JSVM_Env__&) = delete;

  JSVM_VM vm;  // nullptr once the VM was destroyed before the env
  v8::Isolate* const isolate;

  // False after a snapshot was made of the env's VM.
  bool has_context() const { return !context_.IsEmpty(); }
  // The env's context, without making a handle.
  v8::Local<v8::Context> context() const { return jsvm::AsLocal(context_); }
  // Lets go of the context: the env is destroyed, or a snapshot is written, where no global handle may be left.
  // Functions of the context that live on find no env any more.
  void DropContext();
  // The first half of it: functions of the context find no env any more.
  void ForgetContext();

  // Last error: only the code is written on the way, the text is filled in by GetLastErrorInfo.
  JSVM_ExtendedErrorInfo last_error{};
  JSVM_Status SetLastError(JSVM_Status status) {
    last_error.errorCode = status;
    return status;
  }
  void ClearLastError() { last_error.errorCode = JSVM_OK; }

  // The exception stored for the next native or JS caller.
  v8::Global<v8::Value> exception;

  // Handle scopes open in this env, both kinds; the ledger adds up those of all envs.
  jsvm::Tally open_handle_scopes;
  jsvm::HandleScopeStack handle_scopes;

  // Scripts that die with the handle scope they were compiled in, innermost last.
  std::vector<JSVM_Script> scripts;

  // References and finalizers, intrusive lists, newest first.
  JSVM_Ref references = nullptr;
  jsvm::Finalizer* finalizers = nullptr;

  // Instance data.
  void* instance_data = nullptr;
  jsvm::Finalizer* instance_finalizer = nullptr;

  // What AcquireLock took and ReleaseLock did not give back.
  std::unique_ptr<jsvm::EnvLock> lock;

  // JSVM_SCOPE_CHECK.
  bool scope_check = false;

  std::vector<std::pair<const void*, std::unique_ptr<jsvm::EnvExtension>>> extensions;

 private:
  v8::Global<v8::Context> context_;
};

// One OpenEnvScope.
struct JSVM_EnvScope__ {
  JSVM_VM vm;
  JSVM_Env env;           // nullptr once the env was destroyed under the scope
  JSVM_Env previous_env;  // what was active before
  int64_t thread;
  bool entered_vm;                       // no VM scope was open: this scope entered the VM, and leaves it
  bool closed = false;                   // waits for a scope inside it
  v8::Global<v8::Context> context = {};  // set when the env was destroyed under the scope
};

// One OpenVMScope.
struct JSVM_VMScope__ {
  JSVM_VM vm;
  int64_t thread;
};

namespace jsvm {

// The env of a context of a VM; nullptr when it has none.
JSVM_Env EnvOf(v8::Local<v8::Context> context);

template <typename T>
T& ExtensionOf(JSVM_Env env) {
  static const char key = 0;
  for (auto& [k, extension] : env->extensions) {
    if (k == &key) return static_cast<T&>(*extension);
  }
  env->extensions.emplace_back(&key, std::make_unique<T>());
  return static_cast<T&>(*env->extensions.back().second);
}

// Marks `env` as the one whose context is current, for the lifetime of the object. For native code that V8 calls with
// the context already entered (callbacks, interceptors, promise hooks).
class ActiveEnv {
 public:
  explicit ActiveEnv(JSVM_Env env) : vm_(env->vm), previous_(vm_->active_env) { vm_->active_env = env; }
  ~ActiveEnv() { vm_->active_env = previous_; }
  ActiveEnv(const ActiveEnv&) = delete;
  ActiveEnv& operator=(const ActiveEnv&) = delete;

 private:
  JSVM_VM vm_;
  JSVM_Env previous_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_ENV_H_
