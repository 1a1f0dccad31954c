// Typed arrays and DataViews.

#include "jsvm_test.h"

namespace {

struct View {
  JSVM_TypedarrayType type = static_cast<JSVM_TypedarrayType>(99);
  size_t length = 99;
  void* data = nullptr;
  JSVM_Value buffer = nullptr;
  size_t offset = 99;
};

View InfoOf(JSVM_Env env, JSVM_Value array) {
  View view;
  CHECK_OK(OH_JSVM_GetTypedarrayInfo(env, array, &view.type, &view.length, &view.data, &view.buffer, &view.offset));
  return view;
}

std::string CodeOf(JSVM_Env env) {
  JSVM_Value exception = TakeExceptionValue(env);
  SetGlobal(env, "e", exception);
  return Str(env, Run(env, "e.constructor.name + ' ' + e.code"));
}

struct Row {
  JSVM_TypedarrayType type;
  const char* name;
  size_t element;
};

constexpr Row kinds[] = {
    {JSVM_INT8_ARRAY, "Int8Array", 1},
    {JSVM_UINT8_ARRAY, "Uint8Array", 1},
    {JSVM_UINT8_CLAMPED_ARRAY, "Uint8ClampedArray", 1},
    {JSVM_INT16_ARRAY, "Int16Array", 2},
    {JSVM_UINT16_ARRAY, "Uint16Array", 2},
    {JSVM_INT32_ARRAY, "Int32Array", 4},
    {JSVM_UINT32_ARRAY, "Uint32Array", 4},
    {JSVM_FLOAT32_ARRAY, "Float32Array", 4},
    {JSVM_FLOAT64_ARRAY, "Float64Array", 8},
    {JSVM_BIGINT64_ARRAY, "BigInt64Array", 8},
    {JSVM_BIGUINT64_ARRAY, "BigUint64Array", 8},
};

}  // namespace

JSVM_TEST(buffers, CreateTypedarray_of_each_type) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "globalThis.b = new ArrayBuffer(32)");
  for (const Row& kind : kinds) {
    JSVM_Value array = nullptr;
    if (!CHECK_OK(OH_JSVM_CreateTypedarray(env, kind.type, 2, buffer, 8, &array))) continue;
    SetGlobal(env, "a", array);
    CHECK_EQ(Str(env, Run(env, "[a.constructor.name, a.length, a.byteOffset, a.buffer === b].join()")),
             std::string(kind.name) + ",2,8,true");
  }
}

JSVM_TEST(buffers, GetTypedarrayInfo_of_each_type) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const Row& kind : kinds) {
    View view = InfoOf(env, Run(env, ("new " + std::string(kind.name) + "(new ArrayBuffer(32), 8, 3)").c_str()));
    CHECK_EQ(view.type, kind.type);
    CHECK_EQ(view.length, 3u);
    CHECK_EQ(view.offset, 8u);
    void* start = nullptr;
    CHECK_OK(OH_JSVM_GetArraybufferInfo(env, view.buffer, &start, nullptr));
    CHECK(view.data == static_cast<char*>(start) + 8);
  }
}

JSVM_TEST(buffers, GetTypedarrayInfo_outs_are_optional) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = Run(env, "new Uint8Array(3)");
  CHECK_OK(OH_JSVM_GetTypedarrayInfo(env, array, nullptr, nullptr, nullptr, nullptr, nullptr));
  size_t length = 0;
  CHECK_OK(OH_JSVM_GetTypedarrayInfo(env, array, nullptr, &length, nullptr, nullptr, nullptr));
  CHECK_EQ(length, 3u);
}

JSVM_TEST(buffers, GetTypedarrayInfo_of_a_small_array_gives_memory_that_JS_sees) {
  TestVm vm;
  JSVM_Env env = vm.env();
  View view = InfoOf(env, Run(env, "globalThis.a = new Uint8Array([1, 2, 3])"));
  REQUIRE(view.data != nullptr);
  CHECK_EQ(static_cast<uint8_t*>(view.data)[2], 3);
  static_cast<uint8_t*>(view.data)[0] = 9;
  CHECK_EQ(ToNumber(env, Run(env, "a[0]")), 9);
}

JSVM_TEST(buffers, GetTypedarrayInfo_of_a_detached_one_is_empty) {
  TestVm vm;
  JSVM_Env env = vm.env();
  View view = InfoOf(env, Run(env, "const a = new Uint16Array(new ArrayBuffer(8), 2); a.buffer.transfer(); a"));
  CHECK_EQ(view.type, JSVM_UINT16_ARRAY);
  CHECK_EQ(view.length, 0u);
  CHECK_EQ(view.offset, 0u);
  CHECK(view.data == nullptr);
}

JSVM_TEST(buffers, GetTypedarrayInfo_of_a_Float16Array_leaves_the_type_untouched) {
  TestVm vm;
  JSVM_Env env = vm.env();
  View view = InfoOf(env, Run(env, "new Float16Array(4)"));
  CHECK_EQ(static_cast<int>(view.type), 99);
  CHECK_EQ(view.length, 4u);
}

JSVM_TEST(buffers, GetTypedarrayInfo_of_something_else_is_an_invalid_argument) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const char* source : {"new DataView(new ArrayBuffer(4))", "new ArrayBuffer(4)", "[1]", "1"}) {
    View view;
    CHECK_STATUS(OH_JSVM_GetTypedarrayInfo(env, Run(env, source), &view.type, &view.length, &view.data, &view.buffer,
                                           &view.offset),
                 JSVM_INVALID_ARG);
    CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
    CHECK_EQ(view.length, 99u);
  }
}

JSVM_TEST(buffers, GetTypedarrayInfo_and_GetDataviewInfo_work_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = Run(env, "new Uint8Array(3)");
  JSVM_Value view = Run(env, "new DataView(new ArrayBuffer(4))");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_EQ(InfoOf(env, array).length, 3u);
  size_t length = 0;
  CHECK_OK(OH_JSVM_GetDataviewInfo(env, view, &length, nullptr, nullptr, nullptr));
  CHECK_EQ(length, 4u);
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(buffers, CreateTypedarray_misaligned_offset_stores_a_RangeError) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(32)");
  for (const Row& kind : kinds) {
    if (kind.element == 1) continue;
    JSVM_Value array = nullptr;
    CHECK_STATUS(OH_JSVM_CreateTypedarray(env, kind.type, 1, buffer, 1, &array), JSVM_GENERIC_FAILURE);
    CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
    CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_TYPEDARRAY_ALIGNMENT");
    CHECK(array == nullptr);
  }
}

JSVM_TEST(buffers, CreateTypedarray_beyond_the_end_stores_a_RangeError) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = nullptr;
  CHECK_STATUS(OH_JSVM_CreateTypedarray(env, JSVM_INT32_ARRAY, 2, Run(env, "new ArrayBuffer(8)"), 4, &array),
               JSVM_GENERIC_FAILURE);
  CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_TYPEDARRAY_LENGTH");
  CHECK(array == nullptr);
}

JSVM_TEST(buffers, CreateTypedarray_looks_at_the_alignment_before_the_length) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = nullptr;
  CHECK_STATUS(OH_JSVM_CreateTypedarray(env, JSVM_INT32_ARRAY, 9, Run(env, "new ArrayBuffer(8)"), 3, &array),
               JSVM_GENERIC_FAILURE);
  CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_TYPEDARRAY_ALIGNMENT");
}

JSVM_FATAL_TEST(buffers, CreateTypedarray_absurd_length_aborts, "length exceeds max allowed value") {
  TestVm vm;
  JSVM_Value array = nullptr;
  OH_JSVM_CreateTypedarray(vm.env(), JSVM_FLOAT64_ARRAY, size_t{1} << 61, Run(vm.env(), "new ArrayBuffer(8)"), 0,
                           &array);
}

JSVM_TEST(buffers, CreateTypedarray_of_a_detached_buffer_can_only_be_empty) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "const b = new ArrayBuffer(8); b.transfer(); b");
  JSVM_Value array = nullptr;
  CHECK_OK(OH_JSVM_CreateTypedarray(env, JSVM_UINT8_ARRAY, 0, buffer, 0, &array));
  CHECK_STATUS(OH_JSVM_CreateTypedarray(env, JSVM_UINT8_ARRAY, 1, buffer, 0, &array), JSVM_GENERIC_FAILURE);
  CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_TYPEDARRAY_LENGTH");
}

JSVM_TEST(buffers, CreateTypedarray_refuses_other_buffers_and_unknown_types) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = nullptr;
  CHECK_STATUS(OH_JSVM_CreateTypedarray(env, JSVM_UINT8_ARRAY, 1, Run(env, "new SharedArrayBuffer(8)"), 0, &array),
               JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateTypedarray(env, JSVM_UINT8_ARRAY, 1, Run(env, "({})"), 0, &array), JSVM_INVALID_ARG);
  for (int type : {11, -1}) {
    CHECK_STATUS(OH_JSVM_CreateTypedarray(env, static_cast<JSVM_TypedarrayType>(type), 1,
                                          Run(env, "new ArrayBuffer(8)"), 0, &array),
                 JSVM_INVALID_ARG);
  }
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(buffers, CreateDataview_and_GetDataviewInfo) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "globalThis.b = new ArrayBuffer(16)");
  JSVM_Value view = nullptr;
  REQUIRE_OK(OH_JSVM_CreateDataview(env, 10, buffer, 3, &view));
  size_t length = 0;
  void* data = nullptr;
  JSVM_Value found = nullptr;
  size_t offset = 0;
  CHECK_OK(OH_JSVM_GetDataviewInfo(env, view, &length, &data, &found, &offset));
  CHECK_EQ(length, 10u);
  CHECK_EQ(offset, 3u);
  void* start = nullptr;
  CHECK_OK(OH_JSVM_GetArraybufferInfo(env, buffer, &start, nullptr));
  CHECK(data == static_cast<char*>(start) + 3);
  SetGlobal(env, "found", found);
  CHECK(ToBool(env, Run(env, "found === b")));
  CHECK_OK(OH_JSVM_GetDataviewInfo(env, view, nullptr, nullptr, nullptr, nullptr));
}

JSVM_TEST(buffers, CreateDataview_up_to_the_last_byte_and_beyond) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(16)");
  JSVM_Value view = nullptr;
  CHECK_OK(OH_JSVM_CreateDataview(env, 8, buffer, 8, &view));
  CHECK_OK(OH_JSVM_CreateDataview(env, 0, buffer, 16, &view));
  view = nullptr;
  CHECK_STATUS(OH_JSVM_CreateDataview(env, 9, buffer, 8, &view), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_DATAVIEW_ARGS");
  CHECK_STATUS(OH_JSVM_CreateDataview(env, SIZE_MAX, buffer, 2, &view), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(CodeOf(env), "RangeError ERR_JSVM_INVALID_DATAVIEW_ARGS");
  CHECK(view == nullptr);
}

JSVM_TEST(buffers, CreateDataview_refuses_other_buffers) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value view = nullptr;
  CHECK_STATUS(OH_JSVM_CreateDataview(env, 1, Run(env, "new Uint8Array(4)"), 0, &view), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateDataview(env, 1, Run(env, "new SharedArrayBuffer(4)"), 0, &view), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
}

JSVM_TEST(buffers, GetDataviewInfo_of_something_else_is_an_invalid_argument) {
  TestVm vm;
  JSVM_Env env = vm.env();
  size_t length = 99;
  CHECK_STATUS(OH_JSVM_GetDataviewInfo(env, Run(env, "new Uint8Array(4)"), &length, nullptr, nullptr, nullptr),
               JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK_EQ(length, 99u);
}
