// Arrays.

#include "jsvm_test.h"

namespace {

uint32_t LengthOf(JSVM_Env env, JSVM_Value array) {
  uint32_t length = 77;
  CHECK_OK(OH_JSVM_GetArrayLength(env, array, &length));
  return length;
}

JSVM_Value WithLength(JSVM_Env env, size_t length) {
  JSVM_Value array = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayWithLength(env, length, &array));
  return array;
}

}  // namespace

JSVM_TEST(arrays, CreateArray_is_empty) {
  TestVm vm;
  JSVM_Value array = nullptr;
  CHECK_OK(OH_JSVM_CreateArray(vm.env(), &array));
  CHECK_EQ(LengthOf(vm.env(), array), 0u);
}

JSVM_TEST(arrays, CreateArray_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = nullptr;
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_OK(OH_JSVM_CreateArray(env, &array));
  CHECK_OK(OH_JSVM_CreateArrayWithLength(env, 2, &array));
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(arrays, CreateArrayWithLength_has_holes) {
  TestVm vm;
  JSVM_Env env = vm.env();
  SetGlobal(env, "a", WithLength(env, 3));
  CHECK_EQ(Str(env, Run(env, "a.length + ':' + Object.keys(a).length")), "3:0");
}

JSVM_TEST(arrays, CreateArrayWithLength_cuts_the_length_to_an_int) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_EQ(LengthOf(env, WithLength(env, 0)), 0u);
  CHECK_EQ(LengthOf(env, WithLength(env, SIZE_MAX)), 0u);
  CHECK_EQ(LengthOf(env, WithLength(env, size_t{1} << 31)), 0u);
  CHECK_EQ(LengthOf(env, WithLength(env, (size_t{1} << 32) + 5)), 5u);
}

JSVM_FATAL_TEST(arrays, CreateArrayWithLength_that_cannot_be_stored_aborts, "invalid") {
  TestVm vm;
  WithLength(vm.env(), size_t{1} << 29);
}

JSVM_TEST(arrays, GetArrayLength_of_the_longest) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_EQ(LengthOf(env, Run(env, "const a = []; a.length = 4294967295; a")), UINT32_MAX);
}

JSVM_TEST(arrays, GetArrayLength_of_something_else_expects_an_array_and_writes_0) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const char* source : {"new Uint8Array(3)", "({length: 3})", "'abc'", "undefined", "new Proxy([], {})"}) {
    uint32_t length = 77;
    CHECK_STATUS(OH_JSVM_GetArrayLength(env, Run(env, source), &length), JSVM_ARRAY_EXPECTED);
    CHECK_LAST_ERROR(env, JSVM_ARRAY_EXPECTED);
    CHECK_EQ(length, 0u);
  }
}

JSVM_TEST(arrays, GetArrayLength_is_refused_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = Run(env, "[1]");
  uint32_t length = 77;
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_STATUS(OH_JSVM_GetArrayLength(env, array, &length), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(length, 77u);
  CHECK_EQ(TakeException(env), "Error: stored");
}
