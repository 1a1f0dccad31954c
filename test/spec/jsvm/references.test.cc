// References, wraps, externals, finalizers, instance data.
#include "jsvm_test.h"

namespace {

// What a finalizer was called with, and how often.
struct Finalized {
  int calls = 0;
  JSVM_Env env = nullptr;
  void* hint = nullptr;
};

void Count(JSVM_Env env, void* data, void* hint) {
  auto* finalized = static_cast<Finalized*>(data);
  ++finalized->calls;
  finalized->env = env;
  finalized->hint = hint;
}

void CollectTwice(TestVm& vm) {
  vm.DropHandles();
  CollectGarbage(vm.env());
  CollectGarbage(vm.env());
}

}  // namespace

JSVM_TEST(references, CreateReference_strong_keeps_the_value) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({ a: 1 })"), 1, &ref));
  CollectTwice(vm);
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  REQUIRE(value != nullptr);
  SetGlobal(vm.env(), "kept", value);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "kept.a")), "1");
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, CreateReference_weak_is_emptied_by_the_collector) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({ a: 1 })"), 0, &ref));
  CollectTwice(vm);
  JSVM_Value value = Undefined(vm.env());
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  CHECK(value == nullptr);
  uint32_t count = 9;
  CHECK_OK(OH_JSVM_ReferenceRef(vm.env(), ref, &count));
  CHECK_EQ(count, 0u);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, CreateReference_weak_primitive_is_dropped_at_once) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Utf8(vm.env(), "text"), 0, &ref));
  JSVM_Value value = Undefined(vm.env());
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  CHECK(value == nullptr);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, CreateReference_strong_primitives) {
  TestVm vm;
  for (const char* source : {"42", "'text'", "true", "null", "undefined", "10n", "Symbol.for('s')"}) {
    JSVM_Ref ref = nullptr;
    JSVM_Value original = Run(vm.env(), source), value = nullptr;
    CHECK_OK(OH_JSVM_CreateReference(vm.env(), original, 1, &ref));
    CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
    bool equal = false;
    CHECK_OK(OH_JSVM_StrictEquals(vm.env(), original, value, &equal));
    CHECK(equal);
    CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
  }
}

JSVM_TEST(references, ReferenceRef_and_Unref_count) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({})"), 1, &ref));
  uint32_t count = 0;
  CHECK_OK(OH_JSVM_ReferenceRef(vm.env(), ref, &count));
  CHECK_EQ(count, 2u);
  CHECK_OK(OH_JSVM_ReferenceUnref(vm.env(), ref, &count));
  CHECK_EQ(count, 1u);
  CHECK_OK(OH_JSVM_ReferenceUnref(vm.env(), ref, nullptr));
  CHECK_STATUS(OH_JSVM_ReferenceUnref(vm.env(), ref, &count), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, ReferenceRef_makes_a_weak_one_strong_again) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({})"), 0, &ref));
  CHECK_OK(OH_JSVM_ReferenceRef(vm.env(), ref, nullptr));
  CollectTwice(vm);
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  CHECK(value != nullptr);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, references_work_while_exception_stored) {
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "stored"));
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), object, 1, &ref));
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
  CHECK_EQ(TakeException(vm.env()), "Error: stored");
}

JSVM_TEST(references, CreateDataReference_keeps_a_private_key) {
  TestVm vm;
  JSVM_Data key = nullptr;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreatePrivate(vm.env(), nullptr, &key));
  CHECK_STATUS(OH_JSVM_CreateDataReference(vm.env(), key, 0, &ref), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_CreateDataReference(vm.env(), key, 1, &ref));
  SetGlobal(vm.env(), "holder", Run(vm.env(), "({})"));
  CHECK_OK(OH_JSVM_SetPrivate(vm.env(), Run(vm.env(), "holder"), key, Num(vm.env(), 5)));
  CollectTwice(vm);
  JSVM_Data again = nullptr;
  CHECK_OK(OH_JSVM_GetReferenceData(vm.env(), ref, &again));
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetPrivate(vm.env(), Run(vm.env(), "holder"), again, &value));
  CHECK_EQ(ToNumber(vm.env(), value), 5.0);
  CHECK_OK(OH_JSVM_ReferenceUnref(vm.env(), ref, nullptr));
  CHECK_OK(OH_JSVM_GetReferenceData(vm.env(), ref, &again));
  CHECK(again == nullptr);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, GetReferenceData_of_a_value_reference) {
  TestVm vm;
  JSVM_Ref ref = nullptr;
  JSVM_Data data = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({})"), 1, &ref));
  CHECK_STATUS(OH_JSVM_GetReferenceData(vm.env(), ref, &data), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, Wrap_finalizer_runs_once_at_collection) {
  Finalized finalized;
  int hint = 0;
  TestVm vm;
  CHECK_OK(OH_JSVM_Wrap(vm.env(), Run(vm.env(), "({})"), &finalized, Count, &hint, nullptr));
  CollectTwice(vm);
  CHECK_EQ(finalized.calls, 1);
  CHECK(finalized.env == vm.env());
  CHECK(finalized.hint == &hint);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(references, Wrap_finalizer_runs_once_at_DestroyEnv) {
  Finalized finalized;
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "globalThis.alive = {}");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &finalized, Count, nullptr, nullptr));
  CHECK_EQ(finalized.calls, 0);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(references, Wrap_and_Unwrap) {
  TestVm vm;
  int native = 0;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &native, nullptr, nullptr, nullptr));
  void* found = nullptr;
  CHECK_OK(OH_JSVM_Unwrap(vm.env(), object, &found));
  CHECK(found == &native);
  CHECK_STATUS(OH_JSVM_Wrap(vm.env(), object, &native, nullptr, nullptr, nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(references, Wrap_result_is_a_weak_reference) {
  TestVm vm;
  int native = 0;
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_Wrap(vm.env(), Run(vm.env(), "({})"), &native, nullptr, nullptr, &ref));
  CHECK_STATUS(OH_JSVM_ReferenceUnref(vm.env(), ref, nullptr), JSVM_GENERIC_FAILURE);
  CollectTwice(vm);
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  CHECK(value == nullptr);
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
}

JSVM_TEST(references, Wrap_survives_freeze_and_is_hidden) {
  TestVm vm;
  int native = 0;
  JSVM_Value object = Run(vm.env(), "globalThis.o = Object.freeze({}); o");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &native, nullptr, nullptr, nullptr));
  void* found = nullptr;
  CHECK_OK(OH_JSVM_Unwrap(vm.env(), object, &found));
  CHECK(found == &native);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "Reflect.ownKeys(o).length")), "0");
}

JSVM_TEST(references, Wrap_not_an_object) {
  TestVm vm;
  int native = 0;
  CHECK_STATUS(OH_JSVM_Wrap(vm.env(), Num(vm.env(), 1), &native, nullptr, nullptr, nullptr), JSVM_INVALID_ARG);
  void* found = nullptr;
  CHECK_STATUS(OH_JSVM_Unwrap(vm.env(), Num(vm.env(), 1), &found), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_Unwrap(vm.env(), Run(vm.env(), "({})"), &found), JSVM_INVALID_ARG);
}

JSVM_TEST(references, Unwrap_is_not_inherited) {
  TestVm vm;
  int native = 0;
  JSVM_Value parent = Run(vm.env(), "globalThis.p = {}; p");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), parent, &native, nullptr, nullptr, nullptr));
  void* found = nullptr;
  CHECK_STATUS(OH_JSVM_Unwrap(vm.env(), Run(vm.env(), "Object.create(p)"), &found), JSVM_INVALID_ARG);
}

JSVM_TEST(references, RemoveWrap_gives_the_pointer_back) {
  Finalized finalized;
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &finalized, Count, nullptr, nullptr));
  void* found = nullptr;
  CHECK_OK(OH_JSVM_RemoveWrap(vm.env(), object, &found));
  CHECK(found == &finalized);
  CHECK_STATUS(OH_JSVM_RemoveWrap(vm.env(), object, &found), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &finalized, nullptr, nullptr, nullptr));
  vm.Close();
  CHECK_EQ(finalized.calls, 0);
}

JSVM_TEST(references, CreateExternal_holds_a_pointer) {
  TestVm vm;
  int native = 0;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(vm.env(), &native, nullptr, nullptr, &external));
  void* found = nullptr;
  CHECK_OK(OH_JSVM_GetValueExternal(vm.env(), external, &found));
  CHECK(found == &native);
  JSVM_ValueType type = JSVM_UNDEFINED;
  CHECK_OK(OH_JSVM_Typeof(vm.env(), external, &type));
  CHECK_EQ(type, JSVM_EXTERNAL);
  bool is_object = false;
  CHECK_OK(OH_JSVM_IsObject(vm.env(), external, &is_object));
  CHECK(is_object);
  SetGlobal(vm.env(), "external", external);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof external")), "object");
}

JSVM_TEST(references, CreateExternal_finalizer_runs_once) {
  Finalized finalized;
  TestVm vm;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(vm.env(), &finalized, Count, nullptr, &external));
  CollectTwice(vm);
  CHECK_EQ(finalized.calls, 1);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(references, CreateExternal_can_be_wrapped_once) {
  TestVm vm;
  int native = 0, wrapped = 0;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(vm.env(), &native, nullptr, nullptr, &external));
  CHECK_OK(OH_JSVM_Wrap(vm.env(), external, &wrapped, nullptr, nullptr, nullptr));
  void* found = nullptr;
  CHECK_OK(OH_JSVM_Unwrap(vm.env(), external, &found));
  CHECK(found == &wrapped);
  CHECK_OK(OH_JSVM_RemoveWrap(vm.env(), external, nullptr));
  CHECK_STATUS(OH_JSVM_Wrap(vm.env(), external, &wrapped, nullptr, nullptr, nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(references, GetValueExternal_of_other_values) {
  TestVm vm;
  void* found = nullptr;
  CHECK_STATUS(OH_JSVM_GetValueExternal(vm.env(), Run(vm.env(), "({})"), &found), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetValueExternal(vm.env(), Num(vm.env(), 1), &found), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}

JSVM_TEST(references, AddFinalizer_many_on_one_object) {
  Finalized first, second;
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_AddFinalizer(vm.env(), object, &first, Count, nullptr, nullptr));
  CHECK_OK(OH_JSVM_AddFinalizer(vm.env(), object, &second, Count, nullptr, nullptr));
  CollectTwice(vm);
  CHECK_EQ(first.calls, 1);
  CHECK_EQ(second.calls, 1);
}

JSVM_TEST(references, AddFinalizer_not_an_object) {
  Finalized finalized;
  TestVm vm;
  CHECK_STATUS(OH_JSVM_AddFinalizer(vm.env(), Num(vm.env(), 1), &finalized, Count, nullptr, nullptr), JSVM_INVALID_ARG);
  CHECK_EQ(finalized.calls, 0);
}

JSVM_TEST(references, DestroyEnv_runs_finalizers_newest_first) {
  static std::vector<int> order;
  order.clear();
  auto note = [](JSVM_Env, void*, void* hint) { order.push_back(static_cast<int>(reinterpret_cast<intptr_t>(hint))); };
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "globalThis.o = {}; o");
  for (intptr_t i = 1; i <= 3; ++i) {
    CHECK_OK(OH_JSVM_AddFinalizer(vm.env(), object, nullptr, note, reinterpret_cast<void*>(i), nullptr));
  }
  vm.Close();
  CHECK(order == (std::vector<int>{3, 2, 1}));
}

JSVM_TEST(references, finalizer_gives_external_memory_back) {
  auto give_back = [](JSVM_Env env, void*, void*) {
    int64_t total = 0;
    CHECK_OK(OH_JSVM_AdjustExternalMemory(env, -4096, &total));
  };
  TestVm vm;
  int64_t total = 0;
  CHECK_OK(OH_JSVM_AddFinalizer(vm.env(), Run(vm.env(), "({})"), nullptr, give_back, nullptr, nullptr));
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), 4096, &total));
  CHECK_EQ(total, 4096);
  CollectTwice(vm);
  CHECK_OK(OH_JSVM_AdjustExternalMemory(vm.env(), 0, &total));
  CHECK_EQ(total, 0);
}

JSVM_TEST(references, finalizer_deletes_a_reference) {
  static JSVM_Ref ref = nullptr;
  TestVm vm;
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({})"), 1, &ref));
  auto drop = [](JSVM_Env env, void*, void*) { CHECK_OK(OH_JSVM_DeleteReference(env, ref)); };
  CHECK_OK(OH_JSVM_AddFinalizer(vm.env(), Run(vm.env(), "({})"), nullptr, drop, nullptr, nullptr));
  CollectTwice(vm);
}

JSVM_FATAL_TEST(references, finalizer_that_leaves_a_handle_scope_open, "handle scopes") {
  auto leaky = [](JSVM_Env env, void*, void*) {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(env, &scope);
  };
  TestVm vm;
  OH_JSVM_AddFinalizer(vm.env(), Run(vm.env(), "globalThis.o = {}; o"), nullptr, leaky, nullptr, nullptr);
  vm.Close();
}

JSVM_TEST(references, SetInstanceData_finalizer_runs_at_DestroyEnv) {
  Finalized finalized;
  TestVm vm;
  CHECK_OK(OH_JSVM_SetInstanceData(vm.env(), &finalized, Count, nullptr));
  void* data = nullptr;
  CHECK_OK(OH_JSVM_GetInstanceData(vm.env(), &data));
  CHECK(data == &finalized);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(references, SetInstanceData_replaced_data_is_not_finalized) {
  Finalized first, second;
  TestVm vm;
  CHECK_OK(OH_JSVM_SetInstanceData(vm.env(), &first, Count, nullptr));
  CHECK_OK(OH_JSVM_SetInstanceData(vm.env(), &second, Count, nullptr));
  vm.Close();
  CHECK_EQ(first.calls, 0);
  CHECK_EQ(second.calls, 1);
}

JSVM_TEST(references, GetInstanceData_none) {
  TestVm vm;
  int dummy = 0;
  void* data = &dummy;
  CHECK_OK(OH_JSVM_GetInstanceData(vm.env(), &data));
  CHECK(data == nullptr);
}
