#include "entry.h"

#include "thread_state.h"

namespace jsvm {

void VmCall::EnterVmSlow(const char* function) {
  ThreadState& thread = ThreadState::Current();
  JSVM_VM top = thread.top();
  if (top != vm_) {
    if (top == nullptr) {
      ReportMisuse(Misuse::kNoVmScope, vm_, function);
    } else {
      ReportMisuse(Misuse::kOtherVmScope, vm_, function);
    }
    if (vm_->OwnedByOtherThread()) {
      ReportMisuse(Misuse::kOtherThreadOwns, vm_, function, vm_->owner_thread());
      unprotected_ = true;
      return;
    }
  }
  // The module's scope may still be open while the engine went back to its own isolate: enter again, nothing to report.
  thread.Enter(vm_);
  entered_ = top == vm_ ? kVmAgain : kVm;
}

void VmCall::LeaveVm() {
  ThreadState::Current().Leave(vm_);
}

void JsCall::StoreException() {
  env_->exception.Reset(vm_->isolate, catcher().Exception());
}

v8::MaybeLocal<v8::String> NewUtf8(v8::Isolate* isolate, const char* text, size_t length, v8::NewStringType type) {
  size_t bytes = length == JSVM_AUTO_LENGTH ? std::strlen(text) : length;
  if (bytes > static_cast<size_t>(INT_MAX)) return {};
  return v8::String::NewFromUtf8(isolate, text, type, static_cast<int>(bytes));
}

}  // namespace jsvm
