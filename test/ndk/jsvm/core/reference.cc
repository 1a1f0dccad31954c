#include "reference.h"

#include "callback.h"

JSVM_Ref__::JSVM_Ref__(JSVM_Env env, v8::Local<v8::Data> value, uint32_t count, bool is_data)
    : env_(env), value_(env->isolate, value), count_(count), is_data_(is_data), can_be_weak_(false) {
  if (!is_data) {
    v8::Local<v8::Value> as_value = value.As<v8::Value>();
    can_be_weak_ = as_value->IsObject() || as_value->IsSymbol();
  }
  if (count_ == 0) WeakenOrDrop();
}

JSVM_Ref JSVM_Ref__::New(JSVM_Env env, v8::Local<v8::Data> value, uint32_t count, bool is_data) {
  JSVM_Ref ref = env->vm->dead_references.Make(env, value, count, is_data);
  ref->next_ = env->references;
  if (ref->next_ != nullptr) ref->next_->previous_ = ref;
  env->references = ref;
  ++env->vm->references;
  return ref;
}

void JSVM_Ref__::Delete() {
  if (previous_ != nullptr) {
    previous_->next_ = next_;
  } else {
    env_->references = next_;
  }
  if (next_ != nullptr) next_->previous_ = previous_;
  JSVM_VM vm = env_->vm;
  --vm->references;
  value_.Reset();
  env_ = nullptr;
  vm->dead_references.Bury(this);
}

void JSVM_Ref__::Abandon() {
  value_.Reset();
  env_->references = next_;
  if (next_ != nullptr) next_->previous_ = nullptr;
  env_ = nullptr;
}

uint32_t JSVM_Ref__::Ref() {
  if (value_.IsEmpty()) return 0;
  if (++count_ == 1 && can_be_weak_) value_.ClearWeak();
  return count_;
}

uint32_t JSVM_Ref__::Unref() {
  if (--count_ == 0) WeakenOrDrop();
  return count_;
}

void JSVM_Ref__::WeakenOrDrop() {
  // There is nothing left after a snapshot.
  if (can_be_weak_ && !value_.IsEmpty()) {
    value_.SetWeak();
  } else {
    value_.Reset();
  }
}

namespace jsvm {

Finalizer::Finalizer(JSVM_Env env, JSVM_Finalize callback, void* data, void* hint)
    : env_(env), next_(env->finalizers), callback_(callback), data_(data), hint_(hint) {
  if (next_ != nullptr) next_->previous_ = this;
  env->finalizers = this;
}

Finalizer* Finalizer::Attach(JSVM_Env env, v8::Local<v8::Object> target, JSVM_Finalize callback, void* data,
                             void* hint) {
  auto* finalizer = new Finalizer(env, callback, data, hint);
  finalizer->target_.Reset(env->isolate, target);
  finalizer->target_.SetWeak(finalizer, &Finalizer::OnCollected, v8::WeakCallbackType::kParameter);
  return finalizer;
}

Finalizer* Finalizer::AtEnvEnd(JSVM_Env env, JSVM_Finalize callback, void* data, void* hint) {
  return new Finalizer(env, callback, data, hint);
}

void Finalizer::Unlink() {
  if (previous_ != nullptr) {
    previous_->next_ = next_;
  } else {
    env_->finalizers = next_;
  }
  if (next_ != nullptr) next_->previous_ = previous_;
}

void Finalizer::Cancel() {
  Unlink();
  delete this;
}

void Finalizer::Run() {
  Unlink();
  if (callback_ != nullptr) RunFinalizer(env_, [this] { callback_(env_, data_, hint_); });
  delete this;
}

// The first weak pass of the collector: the callback runs here, as on the device, and may not touch the JS heap.
void Finalizer::OnCollected(const v8::WeakCallbackInfo<Finalizer>& info) {
  Finalizer* self = info.GetParameter();
  self->target_.Reset();
  self->Run();
}

void Finalizer::RunAll(JSVM_Env env) {
  while (env->finalizers != nullptr) {
    Finalizer* newest = env->finalizers;
    if (newest->detach_ != nullptr && !newest->target_.IsEmpty()) newest->detach_(newest);
    newest->target_.Reset();
    newest->Run();
  }
}

void Finalizer::ReleaseTargets(JSVM_Env env) {
  for (Finalizer* finalizer = env->finalizers; finalizer != nullptr; finalizer = finalizer->next_) {
    if (finalizer->detach_ != nullptr && !finalizer->target_.IsEmpty()) finalizer->detach_(finalizer);
    finalizer->target_.Reset();
  }
}

}  // namespace jsvm
