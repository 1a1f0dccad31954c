// VM, scopes and callbacks as C++ objects.

#include <mutex>

#include "findings.h"
#include "jsvm_test.h"

namespace jsvm_test {

void InitOnce() {
  static std::once_flag once;
  // GENERIC_FAILURE is what a test process gets that has called Init itself before.
  std::call_once(once, [] { OH_JSVM_Init(nullptr); });
}

TestVm::TestVm() : TestVm(Options{}) {}

TestVm::TestVm(const Options& options) {
  InitOnce();
  {
    // One at a time, so that the newest record of the ledger is the one of this VM.
    static std::mutex creation;
    std::lock_guard lock(creation);
    CHECK_OK(OH_JSVM_CreateVM(options.vm_options, &vm_));
    ledger_id_ = NewestVm();
  }
  CHECK_OK(OH_JSVM_OpenVMScope(vm_, &vm_scope_));
  CHECK_OK(OH_JSVM_CreateEnv(vm_, options.properties.size(), options.properties.data(), &env_));
  CHECK_OK(OH_JSVM_OpenEnvScope(env_, &env_scope_));
  if (options.handle_scope) CHECK_OK(OH_JSVM_OpenHandleScope(env_, &handle_scope_));
}

TestVm::~TestVm() {
  Close();
}

void TestVm::Close() {
  if (vm_ == nullptr) return;
  if (handle_scope_ != nullptr) {
    if (ExceptionPending(env_)) Fail(__FILE__, __LINE__, "the test left an exception stored: " + TakeException(env_));
    CHECK_OK(OH_JSVM_CloseHandleScope(env_, handle_scope_));
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env_, env_scope_));
  CHECK_OK(OH_JSVM_DestroyEnv(env_));
  CHECK_OK(OH_JSVM_CloseVMScope(vm_, vm_scope_));
  CHECK_OK(OH_JSVM_DestroyVM(vm_));
  if (check_ledger_) {
    for (const std::string& finding : LeftOpen(ledger_id_)) Fail(__FILE__, __LINE__, "ledger: " + finding);
  }
  vm_ = nullptr;
  env_ = nullptr;
}

void TestVm::DropHandles() {
  CHECK_OK(OH_JSVM_CloseHandleScope(env_, handle_scope_));
  CHECK_OK(OH_JSVM_OpenHandleScope(env_, &handle_scope_));
}

HandleScope::HandleScope(JSVM_Env env) : env_(env) {
  CHECK_OK(OH_JSVM_OpenHandleScope(env_, &scope_));
}

HandleScope::~HandleScope() {
  CHECK_OK(OH_JSVM_CloseHandleScope(env_, scope_));
}

NativeFunction::NativeFunction(Body body) : body_(std::move(body)), callback_{Call, this} {}

JSVM_Value NativeFunction::Call(JSVM_Env env, JSVM_CallbackInfo info) {
  void* data = nullptr;
  CHECK_OK(OH_JSVM_GetCbInfo(env, info, nullptr, nullptr, nullptr, &data));
  auto* self = static_cast<NativeFunction*>(data);
  ++self->calls_;
  return self->body_(env, info);
}

void CollectGarbage(JSVM_Env env) {
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_GetVM(env, &vm));
  CHECK_OK(OH_JSVM_MemoryPressureNotification(env, JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  PumpMessages(vm);
}

void PumpMessages(JSVM_VM vm) {
  bool ran = true;
  while (ran) {
    ran = false;
    if (!CHECK_OK(OH_JSVM_PumpMessageLoop(vm, &ran))) return;
  }
}

}  // namespace jsvm_test
