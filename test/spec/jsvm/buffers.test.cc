// ArrayBuffers, detaching, backing stores and external memory.

#include "jsvm_test.h"

namespace {

struct Memory {
  void* data = nullptr;
  size_t length = 99;
};

Memory InfoOf(JSVM_Env env, JSVM_Value buffer) {
  Memory memory;
  CHECK_OK(OH_JSVM_GetArraybufferInfo(env, buffer, &memory.data, &memory.length));
  return memory;
}

bool IsDetached(JSVM_Env env, JSVM_Value value) {
  bool detached = false;
  CHECK_OK(OH_JSVM_IsDetachedArraybuffer(env, value, &detached));
  return detached;
}

// Finalizer of external memory: writes down its arguments.
struct Finalized {
  int calls = 0;
  void* data = nullptr;
  JSVM_Env env = reinterpret_cast<JSVM_Env>(1);
  bool copied = true;
};

void OnRelease(JSVM_Env env, void* data, void* hint, bool copied) {
  auto* finalized = static_cast<Finalized*>(hint);
  ++finalized->calls;
  finalized->env = env;
  finalized->data = data;
  finalized->copied = copied;
}

}  // namespace

JSVM_TEST(buffers, CreateArraybuffer_is_zero_filled_and_shared_with_JS) {
  TestVm vm;
  JSVM_Env env = vm.env();
  void* data = nullptr;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArraybuffer(env, 8, &data, &buffer));
  SetGlobal(env, "b", buffer);
  CHECK_EQ(Str(env, Run(env, "new Uint8Array(b).join()")), "0,0,0,0,0,0,0,0");
  static_cast<uint8_t*>(data)[3] = 7;
  CHECK_EQ(ToNumber(env, Run(env, "new Uint8Array(b)[3]")), 7);
}

JSVM_TEST(buffers, CreateArraybuffer_of_size_0_has_no_data) {
  TestVm vm;
  JSVM_Env env = vm.env();
  int something = 0;
  void* data = &something;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArraybuffer(env, 0, &data, &buffer));
  CHECK(data == nullptr);
  Memory memory = InfoOf(env, buffer);
  CHECK(memory.data == nullptr);
  CHECK_EQ(memory.length, 0u);
}

JSVM_TEST(buffers, CreateArraybuffer_without_data) {
  TestVm vm;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArraybuffer(vm.env(), 16, nullptr, &buffer));
  CHECK_EQ(InfoOf(vm.env(), buffer).length, 16u);
}

JSVM_FATAL_TEST(buffers, CreateArraybuffer_that_cannot_be_allocated_aborts, "out of memory") {
  TestVm vm;
  JSVM_Value buffer = nullptr;
  OH_JSVM_CreateArraybuffer(vm.env(), size_t{1} << 52, nullptr, &buffer);
}

JSVM_TEST(buffers, GetArraybufferInfo_outs_are_optional) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(5)");
  CHECK_OK(OH_JSVM_GetArraybufferInfo(env, buffer, nullptr, nullptr));
  size_t length = 0;
  CHECK_OK(OH_JSVM_GetArraybufferInfo(env, buffer, nullptr, &length));
  CHECK_EQ(length, 5u);
}

JSVM_TEST(buffers, GetArraybufferInfo_of_something_else_is_an_invalid_argument) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const char* source : {"new SharedArrayBuffer(4)", "new Uint8Array(4)", "({})", "1"}) {
    Memory memory;
    CHECK_STATUS(OH_JSVM_GetArraybufferInfo(env, Run(env, source), &memory.data, &memory.length), JSVM_INVALID_ARG);
    CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
    CHECK_EQ(memory.length, 99u);
  }
}

JSVM_TEST(buffers, GetArraybufferInfo_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(5)");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_EQ(InfoOf(env, buffer).length, 5u);
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(buffers, DetachArraybuffer_empties_buffer_and_views) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "globalThis.b = new ArrayBuffer(8); globalThis.v = new Uint8Array(b, 4); b");
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
  Memory memory = InfoOf(env, buffer);
  CHECK(memory.data == nullptr);
  CHECK_EQ(memory.length, 0u);
  CHECK(IsDetached(env, buffer));
  CHECK_EQ(Str(env, Run(env, "[b.byteLength, v.length, v.byteOffset].join()")), "0,0,0");
}

JSVM_TEST(buffers, DetachArraybuffer_twice_is_OK) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(8)");
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
}

JSVM_TEST(buffers, DetachArraybuffer_wants_a_buffer_that_can_be_detached) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_DetachArraybuffer(env, Run(env, "new Uint8Array(4)")), JSVM_ARRAYBUFFER_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_ARRAYBUFFER_EXPECTED);
  CHECK_STATUS(OH_JSVM_DetachArraybuffer(env, Num(env, 1)), JSVM_ARRAYBUFFER_EXPECTED);
  CHECK_STATUS(OH_JSVM_DetachArraybuffer(env, Run(env, "new SharedArrayBuffer(4)")),
               JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  CHECK_STATUS(OH_JSVM_DetachArraybuffer(env, Run(env, "new WebAssembly.Memory({initial: 1}).buffer")),
               JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(buffers, DetachArraybuffer_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value buffer = Run(env, "new ArrayBuffer(8)");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
  CHECK(IsDetached(env, buffer));
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(buffers, IsDetachedArraybuffer_is_false_for_everything_else) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const char* source : {"new ArrayBuffer(0)", "new SharedArrayBuffer(4)", "new Uint8Array(4)", "({})", "1"}) {
    CHECK(!IsDetached(env, Run(env, source)));
  }
}

JSVM_TEST(buffers, IsDetachedArraybuffer_sees_what_JS_detached) {
  TestVm vm;
  CHECK(IsDetached(vm.env(), Run(vm.env(), "const b = new ArrayBuffer(4); b.transfer(); b")));
}

JSVM_TEST(buffers, backing_store_data_is_zeroed_on_request) {
  InitOnce();
  void* data = nullptr;
  CHECK_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(4096, JSVM_ZERO_INITIALIZED, &data));
  std::vector<char> zeros(4096);
  REQUIRE(data != nullptr);
  CHECK_EQ(std::memcmp(data, zeros.data(), zeros.size()), 0);
  CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(data));
}

JSVM_TEST(buffers, backing_store_data_of_each_flag_and_of_size_0) {
  InitOnce();
  for (int flag : {int{JSVM_ZERO_INITIALIZED}, int{JSVM_UNINITIALIZED}, 7}) {
    void* data = nullptr;
    CHECK_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(0, static_cast<JSVM_InitializedFlag>(flag), &data));
    CHECK(data != nullptr);
    CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(data));
  }
}

JSVM_TEST(buffers, backing_store_data_that_cannot_be_allocated) {
  InitOnce();
  int something = 0;
  void* data = &something;
  CHECK_STATUS(OH_JSVM_AllocateArrayBufferBackingStoreData(size_t{1} << 60, JSVM_UNINITIALIZED, &data),
               JSVM_GENERIC_FAILURE);
  CHECK(data == nullptr);
}

JSVM_TEST(buffers, CreateArrayBufferFromBackingStoreData_shares_the_block) {
  TestVm vm;
  JSVM_Env env = vm.env();
  void* data = nullptr;
  REQUIRE_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(16, JSVM_ZERO_INITIALIZED, &data));
  JSVM_Value first = nullptr;
  JSVM_Value second = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 16, 0, 16, &first));
  CHECK_OK(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 16, 8, 8, &second));
  CHECK(InfoOf(env, second).data == static_cast<char*>(data) + 8);
  CHECK_EQ(InfoOf(env, second).length, 8u);
  SetGlobal(env, "a", first);
  SetGlobal(env, "b", second);
  CHECK_EQ(ToNumber(env, Run(env, "new Uint8Array(b)[1] = 9; new Uint8Array(a)[9]")), 9);
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, first));
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, second));
  CHECK_EQ(static_cast<char*>(data)[9], 9);
  CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(data));
}

JSVM_TEST(buffers, CreateArrayBufferFromBackingStoreData_refuses_what_does_not_fit) {
  TestVm vm;
  JSVM_Env env = vm.env();
  char data[16];
  JSVM_Value buffer = nullptr;
  CHECK_STATUS(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 0, 0, 4, &buffer), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 16, 0, 0, &buffer), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 16, 9, 8, &buffer), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, 16, 8, 8, &buffer));
}

JSVM_TEST(buffers, CreateArrayBufferFromBackingStoreData_is_in_no_statistic) {
  TestVm vm;
  JSVM_Env env = vm.env();
  constexpr size_t size = size_t{8} << 20;
  void* data = nullptr;
  REQUIRE_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(size, JSVM_UNINITIALIZED, &data));
  int64_t before = 0;
  int64_t after = 0;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(env, 0, &before));
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayBufferFromBackingStoreData(env, data, size, 0, size, &buffer));
  CHECK_OK(OH_JSVM_AdjustExternalMemory(env, 0, &after));
  CHECK_EQ(after, before);
  CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
  CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(data));
}

JSVM_TEST(buffers, CreateArrayBufferFromExternalMemory_uses_the_memory_itself) {
  TestVm vm;
  JSVM_Env env = vm.env();
  alignas(8) uint8_t data[8] = {1, 2, 3};
  bool copied = true;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(env, data, sizeof(data), nullptr, nullptr, &copied, &buffer));
  CHECK(!copied);
  SetGlobal(env, "b", buffer);
  CHECK_EQ(Str(env, Run(env, "const v = new Uint8Array(b); v[7] = 5; v.join()")), "1,2,3,0,0,0,0,5");
  CHECK_EQ(data[7], 5);
}

JSVM_TEST(buffers, CreateArrayBufferFromExternalMemory_finalizer_runs_once_after_detaching) {
  TestVm vm;
  JSVM_Env env = vm.env();
  alignas(8) uint8_t data[8] = {};
  Finalized finalized;
  {
    HandleScope scope(env);
    JSVM_Value buffer = nullptr;
    REQUIRE_OK(
        OH_JSVM_CreateArrayBufferFromExternalMemory(env, data, sizeof(data), OnRelease, &finalized, nullptr, &buffer));
    CHECK_EQ(finalized.calls, 0);
    CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
  }
  CollectGarbage(env);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
  CHECK(finalized.env == nullptr);
  CHECK(finalized.data == data);
  CHECK(!finalized.copied);
}

JSVM_TEST(buffers, CreateArrayBufferFromExternalMemory_finalizer_runs_with_the_VM_at_the_latest) {
  TestVm vm;
  alignas(8) uint8_t data[8] = {};
  Finalized finalized;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(vm.env(), data, sizeof(data), OnRelease, &finalized, nullptr,
                                                       &buffer));
  SetGlobal(vm.env(), "b", buffer);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(buffers, CreateArrayBufferFromExternalMemory_refuses_bad_memory) {
  TestVm vm;
  JSVM_Env env = vm.env();
  alignas(8) uint8_t data[16] = {};
  Finalized finalized;
  JSVM_Value buffer = nullptr;
  auto create = [&](void* memory, size_t size, JSVM_FinalizeArrayBuffer finalize) {
    return OH_JSVM_CreateArrayBufferFromExternalMemory(env, memory, size, finalize, &finalized, nullptr, &buffer);
  };
  CHECK_STATUS(create(nullptr, 8, OnRelease), JSVM_INVALID_ARG);
  CHECK_STATUS(create(data, size_t{32} << 30, OnRelease), JSVM_INVALID_ARG);
  CHECK_STATUS(create(data + 4, 8, OnRelease), JSVM_INVALID_ARG);
  CHECK_STATUS(create(data, 0, OnRelease), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(buffer == nullptr);
  CHECK_EQ(finalized.calls, 0);
}

JSVM_TEST(buffers, CreateArrayBufferFromExternalMemory_of_size_0) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool copied = true;
  JSVM_Value buffer = nullptr;
  CHECK_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(env, nullptr, 0, nullptr, nullptr, &copied, &buffer));
  CHECK(!copied);
  CHECK_EQ(InfoOf(env, buffer).length, 0u);
}
