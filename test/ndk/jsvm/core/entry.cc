#include "entry.h"

#include "thread_state.h"

namespace jsvm {

JSVM_Status NativeCall::FailStale(const char* what, const char* function) const {
  ReportStale(env_->vm, function, what);
  return Fail(JSVM_INVALID_ARG);
}

VmCall::Entered VmCall::EnterVmSlow(JSVM_VM vm, const char* function) {
  ThreadState& thread = ThreadState::Current();
  JSVM_VM top = thread.top();
  if (top != vm) {
    if (top == nullptr) {
      ReportMisuse(Misuse::kNoVmScope, vm, function);
    } else {
      ReportMisuse(Misuse::kOtherVmScope, vm, function);
    }
    if (vm->OwnedByOtherThread()) {
      ReportMisuse(Misuse::kOtherThreadOwns, vm, function, vm->owner_thread());
      return Entered::kUnprotected;
    }
  }
  // The module's scope may still be open while the engine went back to its own isolate: enter again, nothing to report.
  thread.Enter(vm);
  return Entered::kVm;
}

void VmCall::LeaveVm(JSVM_VM vm) {
  ThreadState::Current().Leave(vm);
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
