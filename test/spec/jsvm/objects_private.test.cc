// Private properties and type tags.

#include "jsvm_test.h"

namespace {

JSVM_Data NewKey(JSVM_Env env, const char* description = nullptr) {
  JSVM_Data key = nullptr;
  CHECK_OK(OH_JSVM_CreatePrivate(env, description == nullptr ? nullptr : Utf8(env, description), &key));
  return key;
}

std::string Private(JSVM_Env env, JSVM_Value object, JSVM_Data key) {
  JSVM_Value value = nullptr;
  return CHECK_OK(OH_JSVM_GetPrivate(env, object, key, &value)) ? Str(env, value) : "";
}

bool Tagged(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag& tag) {
  bool result = false;
  CHECK_OK(OH_JSVM_CheckObjectTypeTag(env, value, &tag, &result));
  return result;
}

}  // namespace

JSVM_TEST(objects, CreatePrivate_keys_are_unique) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  JSVM_Data first = NewKey(env, "same");
  JSVM_Data second = NewKey(env, "same");
  CHECK_OK(OH_JSVM_SetPrivate(env, object, first, Num(env, 1)));
  CHECK_EQ(Private(env, object, first), "1");
  CHECK_EQ(Private(env, object, second), "undefined");
}

JSVM_TEST(objects, CreatePrivate_description_has_to_be_a_string) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Data key = nullptr;
  CHECK_STATUS(OH_JSVM_CreatePrivate(env, Num(env, 1), &key), JSVM_STRING_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_STRING_EXPECTED);
  CHECK(key == nullptr);
}

JSVM_TEST(objects, CreatePrivate_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK(NewKey(env) != nullptr);
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(objects, private_property_outlives_scopes_by_a_data_reference) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Ref reference = nullptr;
  SetGlobal(env, "o", Run(env, "({})"));
  {
    HandleScope scope(env);
    JSVM_Data key = NewKey(env, "kept");
    CHECK_OK(OH_JSVM_SetPrivate(env, Run(env, "o"), key, Num(env, 4)));
    CHECK_OK(OH_JSVM_CreateDataReference(env, key, 1, &reference));
  }
  JSVM_Data key = nullptr;
  CHECK_OK(OH_JSVM_GetReferenceData(env, reference, &key));
  CHECK_EQ(Private(env, Run(env, "o"), key), "4");
  CHECK_OK(OH_JSVM_DeleteReference(env, reference));
}

JSVM_TEST(objects, SetPrivate_is_invisible_to_JS) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = {}");
  CHECK_OK(OH_JSVM_SetPrivate(env, object, NewKey(env, "key"), Num(env, 1)));
  CHECK_EQ(ToNumber(env, Run(env, "Reflect.ownKeys(o).length")), 0);
}

JSVM_TEST(objects, SetPrivate_works_on_frozen_objects) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "Object.freeze({})");
  JSVM_Data key = NewKey(env);
  CHECK_OK(OH_JSVM_SetPrivate(env, object, key, Num(env, 1)));
  CHECK_OK(OH_JSVM_SetPrivate(env, object, key, Num(env, 2)));
  CHECK_EQ(Private(env, object, key), "2");
}

JSVM_TEST(objects, private_properties_are_not_trapped_by_proxies) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = Run(env, "globalThis.t = {}; new Proxy(t, new Proxy({}, {get() { throw new Error('trap'); }}))");
  JSVM_Data key = NewKey(env);
  CHECK_OK(OH_JSVM_SetPrivate(env, proxy, key, Num(env, 1)));
  CHECK_EQ(Private(env, proxy, key), "1");
  CHECK_EQ(Private(env, Run(env, "t"), key), "undefined");
  CHECK_OK(OH_JSVM_DeletePrivate(env, proxy, key));
  CHECK_EQ(Private(env, proxy, key), "undefined");
}

JSVM_TEST(objects, private_properties_are_not_inherited) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value child = Run(env, "Object.create(globalThis.p = {})");
  JSVM_Data key = NewKey(env);
  CHECK_OK(OH_JSVM_SetPrivate(env, Run(env, "p"), key, Num(env, 1)));
  CHECK_EQ(Private(env, child, key), "undefined");
}

JSVM_TEST(objects, private_functions_take_objects_only) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Data key = NewKey(env);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_SetPrivate(env, Utf8(env, "s"), key, Num(env, 1)), JSVM_OBJECT_EXPECTED);
  CHECK_STATUS(OH_JSVM_GetPrivate(env, Undefined(env), key, &value), JSVM_OBJECT_EXPECTED);
  CHECK_STATUS(OH_JSVM_DeletePrivate(env, Num(env, 1), key), JSVM_OBJECT_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_OBJECT_EXPECTED);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, private_functions_refuse_a_key_that_is_not_private) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  for (JSVM_Value key : {Utf8(env, "name"), Run(env, "Symbol()"), Num(env, 1), object}) {
    auto data = reinterpret_cast<JSVM_Data>(key);
    JSVM_Value value = nullptr;
    CHECK_STATUS(OH_JSVM_SetPrivate(env, object, data, object), JSVM_INVALID_ARG);
    CHECK_STATUS(OH_JSVM_GetPrivate(env, object, data, &value), JSVM_INVALID_ARG);
    CHECK_STATUS(OH_JSVM_DeletePrivate(env, object, data), JSVM_INVALID_ARG);
  }
}

JSVM_TEST(objects, private_functions_look_at_the_object_before_the_key) {
  TestVm vm;
  JSVM_Env env = vm.env();
  auto data = reinterpret_cast<JSVM_Data>(Utf8(env, "name"));
  CHECK_STATUS(OH_JSVM_DeletePrivate(env, Num(env, 1), data), JSVM_OBJECT_EXPECTED);
}

JSVM_TEST(objects, SetPrivate_on_an_external) {
  TestVm vm;
  JSVM_Env env = vm.env();
  int data = 0;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(env, &data, nullptr, nullptr, &external));
  JSVM_Data key = NewKey(env);
  CHECK_OK(OH_JSVM_SetPrivate(env, external, key, Num(env, 1)));
  CHECK_EQ(Private(env, external, key), "1");
  CHECK_OK(OH_JSVM_DeletePrivate(env, external, key));
  CHECK_EQ(Private(env, external, key), "undefined");
}

JSVM_TEST(objects, DeletePrivate_of_an_absent_one_is_OK) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  JSVM_Data key = NewKey(env);
  CHECK_OK(OH_JSVM_DeletePrivate(env, object, key));
  CHECK_OK(OH_JSVM_SetPrivate(env, object, key, Num(env, 1)));
  CHECK_OK(OH_JSVM_DeletePrivate(env, object, key));
  CHECK_EQ(Private(env, object, key), "undefined");
}

JSVM_TEST(objects, TypeTagObject_compares_both_halves) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  const JSVM_TypeTag tag{UINT64_MAX, 1};
  CHECK_OK(OH_JSVM_TypeTagObject(env, object, &tag));
  CHECK(Tagged(env, object, tag));
  CHECK(!Tagged(env, object, {UINT64_MAX, 2}));
  CHECK(!Tagged(env, object, {0, 1}));
  CHECK(!Tagged(env, object, {UINT64_MAX, 0}));
}

JSVM_TEST(objects, TypeTagObject_tag_of_zeros_is_a_tag) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  const JSVM_TypeTag zero{0, 0};
  CHECK(!Tagged(env, object, zero));
  CHECK_OK(OH_JSVM_TypeTagObject(env, object, &zero));
  CHECK(Tagged(env, object, zero));
  CHECK(!Tagged(env, object, {1, 0}));
}

JSVM_TEST(objects, TypeTagObject_tag_with_one_half_zero) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value lower = Run(env, "({})");
  JSVM_Value upper = Run(env, "({})");
  const JSVM_TypeTag lower_only{5, 0};
  const JSVM_TypeTag upper_only{0, 5};
  CHECK_OK(OH_JSVM_TypeTagObject(env, lower, &lower_only));
  CHECK_OK(OH_JSVM_TypeTagObject(env, upper, &upper_only));
  CHECK(Tagged(env, lower, lower_only) && !Tagged(env, lower, upper_only));
  CHECK(Tagged(env, upper, upper_only) && !Tagged(env, upper, lower_only));
}

JSVM_TEST(objects, TypeTagObject_tags_once) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  const JSVM_TypeTag first{1, 2};
  const JSVM_TypeTag second{3, 4};
  CHECK_OK(OH_JSVM_TypeTagObject(env, object, &first));
  CHECK_STATUS(OH_JSVM_TypeTagObject(env, object, &first), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_TypeTagObject(env, object, &second), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(Tagged(env, object, first));
}

JSVM_TEST(objects, TypeTagObject_works_on_frozen_objects_and_proxies) {
  TestVm vm;
  JSVM_Env env = vm.env();
  const JSVM_TypeTag tag{1, 2};
  JSVM_Value frozen = Run(env, "Object.freeze({})");
  JSVM_Value proxy = Run(env, "new Proxy({}, {})");
  CHECK_OK(OH_JSVM_TypeTagObject(env, frozen, &tag));
  CHECK(Tagged(env, frozen, tag));
  CHECK_OK(OH_JSVM_TypeTagObject(env, proxy, &tag));
  CHECK(Tagged(env, proxy, tag));
}

JSVM_TEST(objects, TypeTagObject_works_on_externals) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value external = nullptr;
  int data = 0;
  CHECK_OK(OH_JSVM_CreateExternal(env, &data, nullptr, nullptr, &external));
  const JSVM_TypeTag tag{1, 2};
  CHECK(!Tagged(env, external, tag));
  CHECK_OK(OH_JSVM_TypeTagObject(env, external, &tag));
  CHECK(Tagged(env, external, tag));
  CHECK(!Tagged(env, external, {1, 3}));
  CHECK_STATUS(OH_JSVM_TypeTagObject(env, external, &tag), JSVM_INVALID_ARG);
}

JSVM_TEST(objects, TypeTagObject_of_undefined_is_a_pending_exception) {
  TestVm vm;
  JSVM_Env env = vm.env();
  const JSVM_TypeTag tag{1, 2};
  bool result = true;
  CHECK_STATUS(OH_JSVM_TypeTagObject(env, Undefined(env), &tag), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK_STATUS(OH_JSVM_CheckObjectTypeTag(env, Undefined(env), &tag, &result), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK(result);
}

JSVM_TEST(objects, TypeTagObject_of_a_primitive_is_lost) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value number = Num(env, 1);
  const JSVM_TypeTag tag{1, 2};
  CHECK_OK(OH_JSVM_TypeTagObject(env, number, &tag));
  CHECK(!Tagged(env, number, tag));
}
