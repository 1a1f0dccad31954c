// Classes in snapshots.

#include "jsvm_test.h"

namespace {

JSVM_Value Nothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
JSVM_CallbackStruct nothing = {Nothing, nullptr};

JSVM_Value Seven(JSVM_Env env, JSVM_CallbackInfo) {
  return Num(env, 7);
}
JSVM_CallbackStruct seven = {Seven, nullptr};

JSVM_PropertyDescriptor Method() {
  JSVM_PropertyDescriptor method{};
  method.utf8name = "method";
  method.method = &seven;
  return method;
}

// Writes a snapshot of an env in which `Thing` is a class with a method.
bool WriteSnapshot(const char** blob, size_t* size) {
  JSVM_CreateVMOptions options{};
  options.isForSnapshotting = true;
  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(&options, &vm));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope scope(env);
    JSVM_PropertyDescriptor method = Method();
    JSVM_Value value = nullptr;
    CHECK_OK(OH_JSVM_DefineClass(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 1, &method, &value));
    SetGlobal(env, "Thing", value);
    const JSVM_TypeTag tag{1, 2};
    CHECK_OK(OH_JSVM_TypeTagObject(env, value, &tag));
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  bool written = CHECK_OK(OH_JSVM_CreateSnapshot(vm, 1, &env, blob, size));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  return written;
}

}  // namespace

JSVM_ALONE_TEST(classes, class_of_a_snapshot_works_and_can_be_inherited_from) {
  const intptr_t references[] = {reinterpret_cast<intptr_t>(&nothing), reinterpret_cast<intptr_t>(&seven), 0};
  JSVM_InitOptions init{};
  init.externalReferences = references;
  CHECK_OK(OH_JSVM_Init(&init));
  const char* blob = nullptr;
  size_t size = 0;
  REQUIRE(WriteSnapshot(&blob, &size));

  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = blob;
  options.snapshotBlobSize = size;
  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  REQUIRE_OK(OH_JSVM_CreateVM(&options, &vm));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  REQUIRE_OK(OH_JSVM_CreateEnvFromSnapshot(vm, 0, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
  {
    HandleScope scope(env);
    CHECK_EQ(ToNumber(env, Run(env, "new Thing().method()")), 7);
    const JSVM_TypeTag tag{1, 2};
    bool tagged = false;
    CHECK_OK(OH_JSVM_CheckObjectTypeTag(env, Run(env, "Thing"), &tag, &tagged));
    CHECK(tagged);
    JSVM_Value derived = nullptr;
    CHECK_OK(OH_JSVM_DefineClassWithOptions(env, "Sub", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, Run(env, "Thing"), 0,
                                            nullptr, &derived));
    SetGlobal(env, "Sub", derived == nullptr ? Undefined(env) : derived);
    CHECK_EQ(ToNumber(env, Run(env, "new Sub().method()")), 7);
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  delete[] blob;
}
