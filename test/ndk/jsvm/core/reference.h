// References and finalizers: native records tied to the life of JS values.
#ifndef ARKHOST_JSVM_CORE_REFERENCE_H_
#define ARKHOST_JSVM_CORE_REFERENCE_H_

#include "env.h"
#include "graveyard.h"
#include "v8_headers.h"

// A JSVM_Ref: counted, strong above zero, weak at zero.
struct JSVM_Ref__ {
  // Makes a reference and links it into the env. `is_data` for CreateDataReference, whose references are never weak.
  static JSVM_Ref New(JSVM_Env env, v8::Local<v8::Data> value, uint32_t count, bool is_data = false);
  // Unlinks it. Its memory stays for a while.
  void Delete();
  // Drops the value before a snapshot.
  void Empty() { value_.Reset(); }
  JSVM_Ref next() const { return next_; }
  // DestroyEnv: the record is dead, and stays, since its owner still has the pointer.
  void Abandon();
  // Deleted, or left by its env.
  bool dead() const { return env_ == nullptr; }

  // The value, empty when it was collected or dropped. Makes a handle.
  v8::Local<v8::Data> Get() const { return value_.Get(env_->isolate); }
  bool empty() const { return value_.IsEmpty(); }
  bool is_data() const { return is_data_; }
  uint32_t count() const { return count_; }
  // Count + 1. Does nothing when the value is gone; returns the count, 0 then.
  uint32_t Ref();
  // Count - 1, weak at 0. The count must not be 0.
  uint32_t Unref();

 private:
  friend class jsvm::Graveyard<JSVM_Ref__>;
  JSVM_Ref__(JSVM_Env env, v8::Local<v8::Data> value, uint32_t count, bool is_data);
  void WeakenOrDrop();

  JSVM_Env env_;
  JSVM_Ref previous_ = nullptr;
  JSVM_Ref next_ = nullptr;
  v8::Global<v8::Data> value_;
  uint32_t count_;
  bool is_data_;
  bool can_be_weak_;
};

namespace jsvm {

// A callback owed for a value: run exactly once, when the value is collected or in DestroyEnv, unless it is cancelled.
class Finalizer {
 public:
  // Owed when `target` is collected. `callback` may be nullptr (a record that only carries the pointer, as for Wrap).
  static Finalizer* Attach(JSVM_Env env, v8::Local<v8::Object> target, JSVM_Finalize callback, void* data, void* hint);
  // Owed in DestroyEnv only (instance data).
  static Finalizer* AtEnvEnd(JSVM_Env env, JSVM_Finalize callback, void* data, void* hint);

  void* data() const { return data_; }
  // Frees the record; the callback will not run.
  void Cancel();
  // Runs the callback now and frees the record.
  void Run();
  // What must be undone on the target when the env goes before it does (the pointer of a wrap).
  void set_detach(void (*detach)(Finalizer* finalizer)) { detach_ = detach; }
  v8::Local<v8::Object> target() const { return target_.Get(env_->isolate); }
  JSVM_Env env() const { return env_; }

  // DestroyEnv: runs all that are owed, newest first.
  static void RunAll(JSVM_Env env);
  // Before a snapshot: undoes what is on the targets, and lets go of them. The callbacks stay owed until DestroyEnv.
  static void ReleaseTargets(JSVM_Env env);

 private:
  Finalizer(JSVM_Env env, JSVM_Finalize callback, void* data, void* hint);
  ~Finalizer() = default;
  void Unlink();
  static void OnCollected(const v8::WeakCallbackInfo<Finalizer>& info);

  JSVM_Env env_;
  Finalizer* previous_ = nullptr;
  Finalizer* next_ = nullptr;
  v8::Global<v8::Object> target_;
  JSVM_Finalize callback_;
  void* data_;
  void* hint_;
  void (*detach_)(Finalizer*) = nullptr;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_REFERENCE_H_
