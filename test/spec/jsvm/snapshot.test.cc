// Snapshots: written in one VM, read in others.
#include <functional>
#include <vector>

#include "jsvm_test.h"

namespace {

JSVM_Value Answer(JSVM_Env env, JSVM_CallbackInfo) {
  return Num(env, 42);
}
JSVM_CallbackStruct g_answer{Answer, nullptr};
const intptr_t kReferences[] = {reinterpret_cast<intptr_t>(&g_answer), 0};

void InitWithReferences() {
  JSVM_InitOptions options{};
  options.externalReferences = kReferences;
  CHECK_OK(OH_JSVM_Init(&options));
}

// A VM for a snapshot, with one env in which `prepare` ran.
struct SnapshotVm {
  explicit SnapshotVm(const std::function<void(JSVM_Env)>& prepare, size_t property_count = 0,
                      const JSVM_PropertyDescriptor* properties = nullptr) {
    JSVM_CreateVMOptions options{};
    options.isForSnapshotting = true;
    CHECK_OK(OH_JSVM_CreateVM(&options, &vm));
    CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
    CHECK_OK(OH_JSVM_CreateEnv(vm, property_count, properties, &env));
    JSVM_EnvScope env_scope = nullptr;
    CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
    {
      HandleScope handles(env);
      prepare(env);
    }
    CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
  }
  ~SnapshotVm() {
    CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
    CHECK_OK(OH_JSVM_DestroyEnv(env));
    CHECK_OK(OH_JSVM_DestroyVM(vm));
  }
  SnapshotVm(const SnapshotVm&) = delete;
  SnapshotVm& operator=(const SnapshotVm&) = delete;

  std::vector<char> Blob() {
    const char* data = nullptr;
    size_t size = 0;
    CHECK_OK(OH_JSVM_CreateSnapshot(vm, 1, &env, &data, &size));
    std::vector<char> blob(data, data + size);
    delete[] data;
    return blob;
  }

  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
};

// A snapshot of one env in which `source` ran.
std::vector<char> SnapshotOf(const char* source, size_t property_count = 0,
                             const JSVM_PropertyDescriptor* properties = nullptr) {
  return SnapshotVm([&](JSVM_Env env) { Run(env, source); }, property_count, properties).Blob();
}

// Runs a script in an env made from context 0 of a blob.
std::string RunFrom(const std::vector<char>& blob, const char* source) {
  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = blob.data();
  options.snapshotBlobSize = blob.size();
  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  std::string text;
  if (!CHECK_OK(OH_JSVM_CreateVM(&options, &vm))) return text;
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  if (CHECK_OK(OH_JSVM_CreateEnvFromSnapshot(vm, 0, &env))) {
    CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
    {
      HandleScope handles(env);
      text = Str(env, Run(env, source));
    }
    CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
    CHECK_OK(OH_JSVM_DestroyEnv(env));
  }
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
  return text;
}

}  // namespace

JSVM_ALONE_TEST(snapshot, CreateSnapshot_keeps_globals) {
  InitOnce();
  std::vector<char> blob = SnapshotOf("globalThis.table = { a: 1, f() { return this.a + 1; } };");
  CHECK_EQ(RunFrom(blob, "table.f()"), "2");
  CHECK_EQ(RunFrom(blob, "table.a = 5; table.f()"), "6");
}

JSVM_ALONE_TEST(snapshot, CreateSnapshot_keeps_native_callbacks_by_external_reference) {
  InitWithReferences();
  JSVM_PropertyDescriptor properties[] = {{"answer", nullptr, &g_answer, nullptr, nullptr, nullptr, JSVM_DEFAULT}};
  std::vector<char> blob = SnapshotOf("globalThis.before = answer();", 1, properties);
  CHECK_EQ(RunFrom(blob, "before + answer()"), "84");
}

JSVM_ALONE_TEST(snapshot, CreateSnapshot_with_a_retained_script) {
  InitOnce();
  JSVM_Script script = nullptr;
  SnapshotVm writer([&](JSVM_Env env) {
    CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, "globalThis.made = 5"), nullptr, 0, true, nullptr, &script));
    CHECK_OK(OH_JSVM_RetainScript(env, script));
    JSVM_Value result = nullptr;
    CHECK_OK(OH_JSVM_RunScript(env, script, &result));
  });
  CHECK_EQ(RunFrom(writer.Blob(), "made"), "5");
  CHECK_OK(OH_JSVM_ReleaseScript(writer.env, script));
}

JSVM_ALONE_TEST(snapshot, CreateSnapshot_with_a_deferred_a_reference_and_a_wrap) {
  InitOnce();
  static int finalized = 0;
  JSVM_Ref strong = nullptr, weak = nullptr;
  {
    SnapshotVm writer([&](JSVM_Env env) {
      JSVM_Deferred deferred = nullptr;
      JSVM_Value promise = nullptr, object = nullptr;
      CHECK_OK(OH_JSVM_CreatePromise(env, &deferred, &promise));
      CHECK_OK(OH_JSVM_CreateObject(env, &object));
      SetGlobal(env, "promise", promise);
      SetGlobal(env, "object", object);
      CHECK_OK(OH_JSVM_CreateReference(env, object, 1, &strong));
      JSVM_Finalize count = [](JSVM_Env, void*, void*) { ++finalized; };
      CHECK_OK(OH_JSVM_Wrap(env, object, &finalized, count, nullptr, &weak));
      CHECK_OK(OH_JSVM_AddFinalizer(env, object, nullptr, count, nullptr, nullptr));
    });
    CHECK_EQ(RunFrom(writer.Blob(), "promise instanceof Promise && typeof object"), "object");
    // What needed the heap is gone; the records are the module's still.
    CHECK_EQ(finalized, 0);
    uint32_t count = 9;
    CHECK_OK(OH_JSVM_ReferenceRef(writer.env, strong, &count));
    CHECK_EQ(count, 0u);
    CHECK_OK(OH_JSVM_ReferenceUnref(writer.env, strong, &count));
    CHECK_OK(OH_JSVM_DeleteReference(writer.env, strong));
    CHECK_OK(OH_JSVM_DeleteReference(writer.env, weak));
  }
  CHECK_EQ(finalized, 2);
}

JSVM_ALONE_TEST(snapshot, CreateSnapshot_of_an_external_value) {
  InitOnce();
  static int finalized = 0;
  JSVM_Finalize count = [](JSVM_Env, void*, void*) { ++finalized; };
  {
    SnapshotVm writer([&](JSVM_Env env) {
      JSVM_Value external = nullptr;
      CHECK_OK(OH_JSVM_CreateExternal(env, &finalized, count, nullptr, &external));
      SetGlobal(env, "external", external);
    });
    const char* data = nullptr;
    size_t size = 0;
    CHECK_STATUS(OH_JSVM_CreateSnapshot(writer.vm, 1, &writer.env, &data, &size), JSVM_GENERIC_FAILURE);
    CHECK(data == nullptr);
  }
  CHECK_EQ(finalized, 1);
  // One that nothing refers to any more does not matter.
  SnapshotVm writer([&](JSVM_Env env) {
    JSVM_Value external = nullptr;
    CHECK_OK(OH_JSVM_CreateExternal(env, &finalized, count, nullptr, &external));
    Run(env, "globalThis.left = 1");
  });
  CHECK_EQ(RunFrom(writer.Blob(), "left"), "1");
}

JSVM_ALONE_TEST(snapshot, CreateSnapshot_with_a_finalization_registry) {
  InitOnce();
  std::vector<char> blob = SnapshotOf(
      "globalThis.told = 0; globalThis.registry = new FinalizationRegistry(() => told++); registry.register({}, 1);");
  CHECK_EQ(RunFrom(blob, "told"), "1");
}

JSVM_ALONE_TEST(snapshot, CreateVM_and_plain_env_from_a_blob) {
  InitOnce();
  std::vector<char> blob = SnapshotOf("globalThis.only = 1;");
  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = blob.data();
  options.snapshotBlobSize = blob.size();
  TestVm::Options test_options;
  test_options.vm_options = &options;
  TestVm vm(test_options);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof only")), "undefined");
}

JSVM_TEST(snapshot, CreateVM_blob_that_is_none) {
  InitOnce();
  std::vector<char> garbage(4096, 'x');
  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = garbage.data();
  JSVM_VM vm = nullptr;
  for (size_t size : {size_t{0}, size_t{3}, garbage.size()}) {
    options.snapshotBlobSize = size;
    CHECK_STATUS(OH_JSVM_CreateVM(&options, &vm), JSVM_INVALID_ARG);
    CHECK(vm == nullptr);
  }
}

JSVM_ALONE_TEST(snapshot, CreateVM_blob_that_is_cut_or_damaged) {
  InitOnce();
  const std::vector<char> blob = SnapshotOf("globalThis.whole = 1;");
  JSVM_VM vm = nullptr;
  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = blob.data();
  for (size_t size : {blob.size() - 1, blob.size() / 2, size_t{200}, size_t{24}}) {
    options.snapshotBlobSize = size;
    CHECK_STATUS(OH_JSVM_CreateVM(&options, &vm), JSVM_INVALID_ARG);
  }
  for (size_t at : {size_t{8}, blob.size() / 3, blob.size() - 1}) {
    std::vector<char> damaged = blob;
    damaged[at] = static_cast<char>(~damaged[at]);
    options.snapshotBlobData = damaged.data();
    options.snapshotBlobSize = damaged.size();
    CHECK_STATUS(OH_JSVM_CreateVM(&options, &vm), JSVM_INVALID_ARG);
  }
  CHECK(vm == nullptr);
  CHECK_EQ(RunFrom(blob, "whole"), "1");
}

JSVM_TEST(snapshot, CreateSnapshot_of_an_ordinary_vm) {
  TestVm vm;
  JSVM_Env env = vm.env();
  const char* data = nullptr;
  size_t size = 0;
  CHECK_STATUS(OH_JSVM_CreateSnapshot(vm.vm(), 1, &env, &data, &size), JSVM_GENERIC_FAILURE);
  CHECK(data == nullptr);
}

JSVM_TEST(snapshot, CreateEnvFromSnapshot_of_an_ordinary_vm) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_CreateEnvFromSnapshot(vm.vm(), 0, &env), JSVM_GENERIC_FAILURE);
  CHECK(env == nullptr);
}

JSVM_ALONE_TEST(snapshot, CreateEnvFromSnapshot_index_out_of_range) {
  InitOnce();
  std::vector<char> blob = SnapshotOf("1");
  JSVM_CreateVMOptions options{};
  options.snapshotBlobData = blob.data();
  options.snapshotBlobSize = blob.size();
  TestVm::Options test_options;
  test_options.vm_options = &options;
  TestVm vm(test_options);
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_CreateEnvFromSnapshot(vm.vm(), 7, &env), JSVM_GENERIC_FAILURE);
  CHECK(env == nullptr);
}

JSVM_ALONE_TEST(snapshot, DestroyVM_without_a_snapshot_taken) {
  InitOnce();
  JSVM_CreateVMOptions options{};
  options.isForSnapshotting = true;
  JSVM_VM vm = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(&options, &vm));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}
