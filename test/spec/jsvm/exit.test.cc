// The engine process ends cleanly whatever a module leaves behind: on a device nothing checks at exit either.

#include <thread>

#include "jsvm_test.h"

namespace {

JSVM_VM SnapshotVm() {
  InitOnce();
  JSVM_CreateVMOptions options = {};
  options.isForSnapshotting = true;
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(&options, &vm));
  return vm;
}

}  // namespace

JSVM_ALONE_TEST(exit, DestroyVM_forgotten_for_a_vm_and_its_env) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
}

JSVM_ALONE_TEST(exit, CloseVMScope_forgotten_with_all_scopes_open) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  JSVM_HandleScope handle_scope = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  CHECK_OK(OH_JSVM_OpenHandleScope(env, &handle_scope));
  CHECK_EQ(ToNumber(env, Run(env, "1 + 1")), 2);
}

JSVM_ALONE_TEST(exit, DestroyVM_of_a_snapshotting_vm_that_was_not_used) {
  CHECK_OK(OH_JSVM_DestroyVM(SnapshotVm()));
}

JSVM_ALONE_TEST(exit, DestroyVM_of_a_vm_that_made_a_snapshot) {
  JSVM_VM vm = SnapshotVm();
  JSVM_Env env = nullptr;
  const char* blob = nullptr;
  size_t size = 0;
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_CreateSnapshot(vm, 1, &env, &blob, &size));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  delete[] blob;
}

JSVM_ALONE_TEST(exit, DestroyVM_forgotten_for_a_snapshotting_vm) {
  SnapshotVm();
}

JSVM_ALONE_TEST(exit, thread_that_ended_inside_a_vm) {
  InitOnce();
  static JSVM_VM vm = nullptr;
  static JSVM_Env env = nullptr;
  std::thread([] {
    static JSVM_VMScope vm_scope = nullptr;
    static JSVM_EnvScope env_scope = nullptr;
    CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
    CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
    CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
    CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  }).join();
  // The VM is nobody's: another thread may go in.
  JSVM_VMScope vm_scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  {
    HandleScope handles(env);
    CHECK_EQ(ToNumber(env, Run(env, "1 + 1")), 2);
  }
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
}
