// Handles that are used once more after their object was freed: refused, counted, and said once in the log.
#include "findings.h"
#include "jsvm_log.h"
#include "jsvm_test.h"

JSVM_TEST(stale, DeleteReference_twice) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_Env env = vm.env();
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(env, Run(env, "({})"), 1, &ref));
  CHECK_OK(OH_JSVM_DeleteReference(env, ref));
  CHECK_STATUS(OH_JSVM_DeleteReference(env, ref), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  JSVM_Value value = nullptr;
  uint32_t count = 0;
  CHECK_STATUS(OH_JSVM_GetReferenceValue(env, ref, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ReferenceRef(env, ref, &count), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ReferenceUnref(env, ref, &count), JSVM_INVALID_ARG);
  // Others made meanwhile are not taken for it.
  JSVM_Ref other = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(env, Run(env, "({})"), 1, &other));
  CHECK_STATUS(OH_JSVM_DeleteReference(env, ref), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_GetReferenceValue(env, other, &value));
  CHECK(value != nullptr);
  CHECK_OK(OH_JSVM_DeleteReference(env, other));
}

JSVM_ALONE_TEST(stale, DeleteReference_twice_is_said_once_and_counted) {
  uint64_t id = 0;
  JsvmLog log;
  {
    TestVm vm;
    vm.IgnoreLedger();
    id = NewestVm();
    JSVM_Ref ref = nullptr;
    CHECK_OK(OH_JSVM_CreateReference(vm.env(), Undefined(vm.env()), 1, &ref));
    CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
    OH_JSVM_DeleteReference(vm.env(), ref);
    OH_JSVM_DeleteReference(vm.env(), ref);
  }
  CHECK(LeftOpen(id) == std::vector<std::string>{"2 misuses"});
  CHECK_EQ(log.Count("OH_JSVM_DeleteReference: the reference was freed before"), 1);
}

JSVM_TEST(stale, GetReferenceValue_after_its_env) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_Env second = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(second, Run(vm.env(), "({})"), 1, &ref));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetReferenceValue(vm.env(), ref, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_DeleteReference(vm.env(), ref), JSVM_INVALID_ARG);
}

JSVM_TEST(stale, ResolveDeferred_twice) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_Env env = vm.env();
  JSVM_Deferred deferred = nullptr;
  JSVM_Value promise = nullptr;
  CHECK_OK(OH_JSVM_CreatePromise(env, &deferred, &promise));
  CHECK_OK(OH_JSVM_ResolveDeferred(env, deferred, Num(env, 1)));
  CHECK_STATUS(OH_JSVM_RejectDeferred(env, deferred, Num(env, 2)), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ResolveDeferred(env, deferred, Num(env, 3)), JSVM_INVALID_ARG);
  SetGlobal(env, "promise", promise);
  Run(env, "promise.then((value) => { globalThis.settled = value; })");
  CHECK_EQ(Str(env, Run(env, "settled")), "1");
}

JSVM_TEST(stale, RunScript_after_its_handle_scope) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_Env env = vm.env();
  JSVM_Script script = nullptr;
  {
    HandleScope handles(env);
    CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, "1"), nullptr, 0, true, nullptr, &script));
  }
  JSVM_Value result = nullptr;
  const uint8_t* data = nullptr;
  size_t length = 0;
  CHECK_STATUS(OH_JSVM_RunScript(env, script, &result), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_RetainScript(env, script), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateCodeCache(env, script, &data, &length), JSVM_INVALID_ARG);
}

JSVM_TEST(stale, ReleaseScript_twice) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, "1"), nullptr, 0, true, nullptr, &script));
  CHECK_OK(OH_JSVM_RetainScript(env, script));
  CHECK_OK(OH_JSVM_ReleaseScript(env, script));
  CHECK_STATUS(OH_JSVM_ReleaseScript(env, script), JSVM_INVALID_ARG);
}

JSVM_TEST(stale, DestroyEnv_twice) {
  TestVm vm;
  JSVM_Env second = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  CHECK_STATUS(OH_JSVM_DestroyEnv(second), JSVM_INVALID_ARG);
}

JSVM_TEST(stale, every_kind_of_call_after_DestroyEnv) {
  TestVm vm;
  JSVM_Env second = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  JSVM_Value value = nullptr;
  JSVM_Value kept = Run(vm.env(), "({})");
  JSVM_Ref ref = nullptr;
  JSVM_HandleScope handles = nullptr;
  JSVM_EscapableHandleScope escapable = nullptr;
  JSVM_EnvScope scope = nullptr;
  bool flag = true;
  CHECK_STATUS(OH_JSVM_CreateInt32(second, 1, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateObject(second, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateDate(second, 1, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateReference(second, kept, 1, &ref), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_OpenHandleScope(second, &handles), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_OpenEscapableHandleScope(second, &escapable), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_OpenEnvScope(second, &scope), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetInstanceData(second, nullptr, nullptr, nullptr), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_AcquireLock(second));
  CHECK_OK(OH_JSVM_IsLocked(second, &flag));
  CHECK(!flag);
  CHECK_OK(OH_JSVM_ReleaseLock(second));
}

JSVM_TEST(stale, DestroyVM_twice) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  CHECK_STATUS(OH_JSVM_DestroyVM(vm), JSVM_INVALID_ARG);
  JSVM_VMScope scope = nullptr;
  JSVM_HeapStatistics statistics{};
  CHECK_STATUS(OH_JSVM_OpenVMScope(vm, &scope), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetHeapStatistics(vm, &statistics), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateEnv(vm, 0, nullptr, &env), JSVM_INVALID_ARG);
}

JSVM_TEST(stale, CloseVMScope_twice) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_VMScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(vm.vm(), &scope));
  CHECK_OK(OH_JSVM_CloseVMScope(vm.vm(), scope));
  CHECK_STATUS(OH_JSVM_CloseVMScope(vm.vm(), scope), JSVM_INVALID_ARG);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "1 + 1")), "2");
}

JSVM_TEST(stale, CloseEnvScope_twice) {
  TestVm vm;
  vm.IgnoreLedger();
  JSVM_EnvScope outer = nullptr, inner = nullptr;
  CHECK_OK(OH_JSVM_OpenEnvScope(vm.env(), &outer));
  CHECK_OK(OH_JSVM_OpenEnvScope(vm.env(), &inner));
  // Closed out of order: it waits for the inner one, and is closed all the same.
  CHECK_OK(OH_JSVM_CloseEnvScope(vm.env(), outer));
  CHECK_STATUS(OH_JSVM_CloseEnvScope(vm.env(), outer), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_CloseEnvScope(vm.env(), inner));
  CHECK_STATUS(OH_JSVM_CloseEnvScope(vm.env(), inner), JSVM_INVALID_ARG);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "1 + 1")), "2");
}

JSVM_ALONE_TEST(stale, CloseVMScope_of_the_outer_vm_first) {
  InitOnce();
  JSVM_VM vms[2] = {};
  JSVM_VMScope scopes[2] = {};
  JSVM_Env envs[2] = {};
  for (int i = 0; i < 2; ++i) {
    CHECK_OK(OH_JSVM_CreateVM(nullptr, &vms[i]));
    CHECK_OK(OH_JSVM_OpenVMScope(vms[i], &scopes[i]));
    CHECK_OK(OH_JSVM_CreateEnv(vms[i], 0, nullptr, &envs[i]));
  }
  CHECK_OK(OH_JSVM_CloseVMScope(vms[0], scopes[0]));
  CHECK_OK(OH_JSVM_DestroyEnv(envs[0]));
  CHECK_OK(OH_JSVM_DestroyVM(vms[0]));
  {
    HandleScope handles(envs[1]);
    CHECK_EQ(Str(envs[1], Run(envs[1], "1 + 2")), "3");
  }
  CHECK_OK(OH_JSVM_CloseVMScope(vms[1], scopes[1]));
  CHECK_OK(OH_JSVM_DestroyEnv(envs[1]));
  CHECK_OK(OH_JSVM_DestroyVM(vms[1]));
}
