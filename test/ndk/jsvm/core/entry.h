// The one place that classifies and checks API entry. Every exported function begins with one of these objects, named
// after the `entry` class of the function in the contract:
//
//   NativeCall   T and N: the env is checked, nothing is entered
//   VmCall       I:       the VM is entered when it is not current
//   ContextCall  C:       as I, and the env's context is entered
//   JsCall       J:       a stored exception refuses the call; last error reset; VM and context entered; an exception
//                         raised inside is caught, and stored in the env when the call returns
//
// The others reset the last error when they succeed.
//
// and then reads: enter and check, do the V8 thing, report.
//
//   JsCall call(env);
//   if (!call) return call.status();
//   if (AnyNull(key, result)) return call.Fail(JSVM_INVALID_ARG);
//   …
//   *result = call.Out(value);
//   return call.Ok();
//
// Handles come in through In() and go out through Out(), so that JSVM_SCOPE_CHECK sees all of them.
#ifndef ARKHOST_JSVM_CORE_ENTRY_H_
#define ARKHOST_JSVM_CORE_ENTRY_H_

#include "current_isolate.h"
#include "env.h"
#include "handles.h"
#include "scope_check.h"
#include "v8_headers.h"
#include "vm.h"

namespace jsvm {

class NativeCall {
 public:
  explicit NativeCall(JSVM_Env env) : env_(env) {}
  NativeCall(const NativeCall&) = delete;
  NativeCall& operator=(const NativeCall&) = delete;

  // False when the call is refused; return status() then.
  explicit operator bool() const { return env_ != nullptr; }
  JSVM_Status status() const { return JSVM_INVALID_ARG; }

  JSVM_Env env() const { return env_; }
  v8::Isolate* isolate() const { return env_->isolate; }
  v8::Local<v8::Context> context() const { return env_->context(); }

  // A handle the caller gave, not NULL.
  v8::Local<v8::Value> In(JSVM_Value value) const {
    if (env_->scope_check) [[unlikely]]
      CheckHandleIn(env_, value);
    return ToV8(value);
  }
  // A handle for the caller.
  JSVM_Value Out(v8::Local<v8::Value> value) const {
    JSVM_Value handle = ToJsvm(value);
    if (env_->scope_check) [[unlikely]]
      TrackHandleOut(env_, handle);
    return handle;
  }

  // Success: last error reset.
  JSVM_Status Ok() const {
    env_->ClearLastError();
    return JSVM_OK;
  }
  // Failure: last error set.
  JSVM_Status Fail(JSVM_Status status) const { return env_->SetLastError(status); }
  // The object behind a handle was freed before.
  [[gnu::cold]] JSVM_Status FailStale(const char* what, const char* function = __builtin_FUNCTION()) const;

 protected:
  JSVM_Env env_;
};

class VmCall : public NativeCall {
 public:
  explicit VmCall(JSVM_Env env, const char* function = __builtin_FUNCTION())
      : NativeCall(env), vm_(env == nullptr ? nullptr : env->vm) {
    if (vm_ != nullptr) [[likely]]
      EnterVm(function);
  }
  // For functions that take a VM: they have no last error, use JSVM_OK and plain statuses. `function` is nullptr for
  // those of class G, whose calls outside a VM scope are no misuse.
  explicit VmCall(JSVM_VM vm, const char* function = __builtin_FUNCTION()) : NativeCall(nullptr), vm_(vm) {
    if (vm_ != nullptr) [[likely]]
      EnterVm(function);
  }
  ~VmCall() {
    if (entered_ == Entered::kVm) [[unlikely]]
      LeaveVm(vm_);
  }

  explicit operator bool() const { return vm_ != nullptr; }
  JSVM_VM vm() const { return vm_; }
  v8::Isolate* isolate() const { return vm_->isolate; }

 protected:
  // kUnprotected: another thread is inside the VM, and this call goes on all the same.
  enum class Entered : unsigned char { kNothing, kVm, kUnprotected };

  // Used by the derived classes, which decide themselves when to enter.
  struct Deferred {};
  VmCall(JSVM_Env env, Deferred) : NativeCall(env), vm_(nullptr) {}

  void EnterVm(const char* function) {
    if (CurrentIsolate() == vm_->isolate) [[likely]]
      return;
    if (vm_->isolate == nullptr) {
      vm_ = nullptr;  // destroyed, or the engine has ended
    } else {
      entered_ = EnterVmSlow(vm_, function);
    }
  }
  // Enters the VM for the length of the call, or reports why it cannot. Static, as the next, so that the call object
  // itself can stay in registers.
  [[gnu::cold]] static Entered EnterVmSlow(JSVM_VM vm, const char* function);
  [[gnu::cold]] static void LeaveVm(JSVM_VM vm);
  bool unprotected() const { return entered_ == Entered::kUnprotected; }

  JSVM_VM vm_;
  Entered entered_ = Entered::kNothing;
};

class ContextCall : public VmCall {
 public:
  explicit ContextCall(JSVM_Env env, const char* function = __builtin_FUNCTION()) : VmCall(env, function) {
    if (vm_ != nullptr) [[likely]]
      EnterContext();
  }
  ~ContextCall() {
    if (context_entered_) [[unlikely]]
      LeaveContext();
  }

 protected:
  ContextCall(JSVM_Env env, Deferred deferred) : VmCall(env, deferred) {}

  void EnterContext() {
    if (vm_->active_env != env_ && !unprotected()) [[unlikely]] {
      previous_env_ = vm_->active_env;
      context_entered_ = true;
      env_->context()->Enter();
      vm_->active_env = env_;
    }
  }
  void LeaveContext() {
    env_->context()->Exit();
    vm_->active_env = previous_env_;
  }

  JSVM_Env previous_env_ = nullptr;
  bool context_entered_ = false;
};

class JsCall : public ContextCall {
 public:
  explicit JsCall(JSVM_Env env, const char* function = __builtin_FUNCTION()) : ContextCall(env, Deferred{}) {
    if (env == nullptr) [[unlikely]]
      return;
    if (!env->exception.IsEmpty()) [[unlikely]] {
      status_ = env->SetLastError(JSVM_PENDING_EXCEPTION);
      return;
    }
    env->ClearLastError();
    vm_ = env->vm;
    if (vm_ != nullptr) [[likely]]
      EnterVm(function);
    if (vm_ == nullptr) [[unlikely]]
      return;  // destroyed
    EnterContext();
    ::new (static_cast<void*>(&catcher_)) v8::TryCatch(vm_->isolate);
  }
  ~JsCall() {
    if (vm_ == nullptr) [[unlikely]]
      return;
    if (catcher().HasCaught()) [[unlikely]]
      StoreException();
    catcher().~TryCatch();
  }

  JSVM_Status status() const { return status_; }

  // Success. The last error was reset on entry; what callbacks left in it since then stays.
  JSVM_Status Ok() const { return JSVM_OK; }

  // ToObject of an argument. False: report with status(), which is INVALID_ARG for NULL and OBJECT_EXPECTED otherwise
  // (with V8's TypeError stored for null and undefined).
  bool ToObject(JSVM_Value value, v8::Local<v8::Object>* object) {
    if (value == nullptr) [[unlikely]]
      return Refuse(JSVM_INVALID_ARG);
    v8::Local<v8::Value> local = In(value);
    if (local->IsObject()) [[likely]] {
      *object = local.As<v8::Object>();
      return true;
    }
    return local->ToObject(context()).ToLocal(object) || Refuse(JSVM_OBJECT_EXPECTED);
  }

  // True when JS threw inside this call.
  bool HasCaught() const { return catcher().HasCaught(); }
  // True when JS is being ended from outside (by a debugger): inside this call, or around it, where V8 refuses to run
  // any.
  bool IsTerminated() const { return catcher().HasTerminated() || isolate()->IsExecutionTerminating(); }
  // Drops what was caught: for functions whose contract stores no exception.
  void DropCaught() { catcher().Reset(); }

 private:
  bool Refuse(JSVM_Status status) {
    status_ = Fail(status);
    return false;
  }
  void StoreException();

  v8::TryCatch& catcher() { return *std::launder(reinterpret_cast<v8::TryCatch*>(&catcher_)); }
  const v8::TryCatch& catcher() const { return *std::launder(reinterpret_cast<const v8::TryCatch*>(&catcher_)); }

  JSVM_Status status_ = JSVM_INVALID_ARG;
  alignas(v8::TryCatch) unsigned char catcher_[sizeof(v8::TryCatch)];
};

// V8 text from the C strings of the API: `length` bytes, or up to the NUL with JSVM_AUTO_LENGTH. Empty when the engine
// refuses it (too long).
v8::MaybeLocal<v8::String> NewUtf8(v8::Isolate* isolate, const char* text, size_t length = JSVM_AUTO_LENGTH,
                                   v8::NewStringType type = v8::NewStringType::kNormal);

// A property name from a C string: internalised, so that look-ups of the same name are quick.
inline v8::MaybeLocal<v8::String> NewName(v8::Isolate* isolate, const char* text, size_t length = JSVM_AUTO_LENGTH) {
  return NewUtf8(isolate, text, length, v8::NewStringType::kInternalized);
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_ENTRY_H_
