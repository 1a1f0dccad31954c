// What JSVM_Deferred points to: holds a promise until it is concluded.
#ifndef ARKHOST_JSVM_CORE_DEFERRED_H_
#define ARKHOST_JSVM_CORE_DEFERRED_H_

#include "v8_headers.h"
#include "vm.h"

// Linked into its VM while it is not concluded.
struct JSVM_Deferred__ {
  JSVM_Deferred__(JSVM_VM vm_in, v8::Local<v8::Promise::Resolver> resolver_in)
      : resolver(vm_in->isolate, resolver_in), vm_(vm_in), next_(vm_in->first_deferred) {
    if (next_ != nullptr) next_->previous_ = this;
    vm_->first_deferred = this;
    ++vm_->deferreds;
  }
  // It is concluded. Its memory stays for a while.
  void Conclude() {
    (previous_ == nullptr ? vm_->first_deferred : previous_->next_) = next_;
    if (next_ != nullptr) next_->previous_ = previous_;
    --vm_->deferreds;
    resolver.Reset();
    vm_->dead_deferreds.Bury(this);
  }
  ~JSVM_Deferred__() = default;
  JSVM_Deferred__(const JSVM_Deferred__&) = delete;
  JSVM_Deferred__& operator=(const JSVM_Deferred__&) = delete;

  JSVM_Deferred next() const { return next_; }

  v8::Global<v8::Promise::Resolver> resolver;  // empty when it was concluded, or a snapshot was made

 private:
  JSVM_VM vm_;
  JSVM_Deferred previous_ = nullptr;
  JSVM_Deferred next_;
};

#endif  // ARKHOST_JSVM_CORE_DEFERRED_H_
