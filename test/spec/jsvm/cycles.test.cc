// Work done again and again leaves nothing behind in the VM.
#include "jsvm_test.h"

namespace {

JSVM_HeapStatistics StatisticsAfterGc(TestVm& vm) {
  CollectGarbage(vm.env());
  CollectGarbage(vm.env());
  JSVM_HeapStatistics statistics{};
  CHECK_OK(OH_JSVM_GetHeapStatistics(vm.vm(), &statistics));
  return statistics;
}

JSVM_Value ReturnNothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}

JSVM_Value GetAnything(JSVM_Env, JSVM_Value name, JSVM_Value, JSVM_Value) {
  return name;
}

JSVM_CallbackStruct g_callback{ReturnNothing, nullptr};

// Classes. V8 keeps their functions as long as the context.
void DefineClasses(JSVM_Env env) {
  HandleScope handles(env);
  JSVM_Value object = Run(env, "({})"), instance = nullptr, constructor = nullptr;
  JSVM_PropertyDescriptor members[] = {
      {"method", nullptr, &g_callback, nullptr, nullptr, nullptr, JSVM_DEFAULT_METHOD},
      {"shared", nullptr, &g_callback, nullptr, nullptr, nullptr, JSVM_STATIC},
  };
  CHECK_OK(OH_JSVM_DefineClass(env, "Plain", JSVM_AUTO_LENGTH, &g_callback, 2, members, &constructor));
  CHECK_OK(OH_JSVM_NewInstance(env, constructor, 0, nullptr, &instance));
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyGetterCallback = GetAnything;
  handlers.namedPropertyData = object;
  CHECK_OK(OH_JSVM_DefineClassWithPropertyHandler(env, "Handled", JSVM_AUTO_LENGTH, &g_callback, 0, nullptr, &handlers,
                                                  &g_callback, &constructor));
  CHECK_OK(OH_JSVM_NewInstance(env, constructor, 0, nullptr, &instance));
}

// A bit of everything that keeps native records for JS values.
void UseManyThings(JSVM_Env env) {
  HandleScope handles(env);
  JSVM_Value value = nullptr;
  JSVM_Value object = Run(env, "({})");
  CHECK_OK(OH_JSVM_Wrap(env, object, &g_callback, [](JSVM_Env, void*, void*) {}, nullptr, nullptr));
  CHECK_OK(OH_JSVM_AddFinalizer(env, object, nullptr, [](JSVM_Env, void*, void*) {}, nullptr, nullptr));
  CHECK_OK(OH_JSVM_CreateFunction(env, "named", JSVM_AUTO_LENGTH, &g_callback, &value));
  SetGlobal(env, "native", value);
  CHECK_OK(OH_JSVM_CreateExternal(env, &g_callback, [](JSVM_Env, void*, void*) {}, nullptr, &value));
  JSVM_TypeTag tag{1, 2};
  CHECK_OK(OH_JSVM_TypeTagObject(env, object, &tag));
  JSVM_Data key = nullptr;
  CHECK_OK(OH_JSVM_CreatePrivate(env, nullptr, &key));
  CHECK_OK(OH_JSVM_SetPrivate(env, object, key, value));
  JSVM_Ref ref = nullptr;
  CHECK_OK(OH_JSVM_CreateReference(env, object, 1, &ref));
  CHECK_OK(OH_JSVM_DeleteReference(env, ref));
  JSVM_Deferred deferred = nullptr;
  CHECK_OK(OH_JSVM_CreatePromise(env, &deferred, &value));
  CHECK_OK(OH_JSVM_ResolveDeferred(env, deferred, object));
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, "native(); 1"), nullptr, 0, true, nullptr, &script));
  CHECK_OK(OH_JSVM_RetainScript(env, script));
  CHECK_OK(OH_JSVM_RunScript(env, script, &value));
  CHECK_OK(OH_JSVM_ReleaseScript(env, script));
  RunThrows(env, "throw new Error('x')");
  CHECK_EQ(Str(env, Run(env, "new Error('y').stack.length > 0")), "true");
  void* data = nullptr;
  CHECK_OK(OH_JSVM_CreateArraybuffer(env, 1 << 16, &data, &value));
  CHECK_OK(OH_JSVM_CreateArrayBufferFromExternalMemory(
      env, data, 8, [](JSVM_Env, void*, void*, bool) {}, nullptr, nullptr, &value));
}

}  // namespace

JSVM_TEST(cycles, envs_destroyed_leave_no_context) {
  TestVm vm;
  auto cycle = [&] {
    JSVM_Env env = nullptr;
    JSVM_EnvScope scope = nullptr;
    CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &env));
    CHECK_OK(OH_JSVM_OpenEnvScope(env, &scope));
    DefineClasses(env);
    UseManyThings(env);
    CHECK_OK(OH_JSVM_CloseEnvScope(env, scope));
    CHECK_OK(OH_JSVM_DestroyEnv(env));
  };
  for (int i = 0; i < 3; ++i) cycle();
  JSVM_HeapStatistics before = StatisticsAfterGc(vm);
  for (int i = 0; i < 20; ++i) cycle();
  JSVM_HeapStatistics after = StatisticsAfterGc(vm);
  CHECK_EQ(after.numberOfNativeContexts, before.numberOfNativeContexts);
  CHECK_EQ(after.usedGlobalHandlesSize, before.usedGlobalHandlesSize);
  CHECK_EQ(after.externalMemory, before.externalMemory);
  CHECK(after.usedHeapSize < before.usedHeapSize + 200000);
}

JSVM_TEST(cycles, work_in_one_env_leaves_no_handles) {
  TestVm vm;
  for (int i = 0; i < 5; ++i) UseManyThings(vm.env());
  JSVM_HeapStatistics before = StatisticsAfterGc(vm);
  for (int i = 0; i < 200; ++i) UseManyThings(vm.env());
  JSVM_HeapStatistics after = StatisticsAfterGc(vm);
  CHECK_EQ(after.usedGlobalHandlesSize, before.usedGlobalHandlesSize);
  CHECK_EQ(after.externalMemory, before.externalMemory);
  CHECK(after.usedHeapSize < before.usedHeapSize + 200000);
}

JSVM_TEST(cycles, finalizers_at_DestroyEnv_may_use_the_env) {
  struct State {
    int ran = 0;
    JSVM_Ref ref = nullptr;
  } state;
  TestVm vm;
  JSVM_Env env = nullptr;
  JSVM_EnvScope scope = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &env));
  CHECK_OK(OH_JSVM_OpenEnvScope(env, &scope));
  {
    HandleScope handles(env);
    JSVM_Value object = Run(env, "globalThis.kept = { name: 'kept' }");
    CHECK_OK(OH_JSVM_CreateReference(env, object, 1, &state.ref));
    auto finalize = [](JSVM_Env env, void* data, void*) {
      auto* state = static_cast<State*>(data);
      ++state->ran;
      HandleScope handles(env);
      JSVM_Value value = nullptr;
      CHECK_OK(OH_JSVM_GetReferenceValue(env, state->ref, &value));
      CHECK_OK(OH_JSVM_GetNamedProperty(env, value, "name", &value));
      CHECK_EQ(Str(env, value), "kept");
      CHECK_OK(OH_JSVM_DeleteReference(env, state->ref));
      int64_t total = 0;
      CHECK_OK(OH_JSVM_AdjustExternalMemory(env, 0, &total));
      // One more while they are running: it is run too.
      CHECK_OK(OH_JSVM_AddFinalizer(
          env, Run(env, "({})"), data, [](JSVM_Env, void* data, void*) { ++static_cast<State*>(data)->ran; }, nullptr,
          nullptr));
    };
    CHECK_OK(OH_JSVM_Wrap(env, object, &state, finalize, nullptr, nullptr));
  }
  CHECK_OK(OH_JSVM_CloseEnvScope(env, scope));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_EQ(state.ran, 2);
}

JSVM_TEST(cycles, callback_of_one_vm_runs_another_vm) {
  TestVm outer;
  NativeFunction evaluate([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    std::string text;
    {
      TestVm inner;
      text = Str(inner.env(), Run(inner.env(), "'inner ' + typeof evaluate"));
      CHECK_EQ(RunThrows(inner.env(), "throw new Error('of the inner')"), "Error: of the inner");
    }
    CHECK(!ExceptionPending(env));
    return Utf8(env, text);
  });
  SetGlobal(outer.env(), "evaluate", evaluate);
  CHECK_EQ(Str(outer.env(), Run(outer.env(), "evaluate() + ', ' + evaluate()")), "inner undefined, inner undefined");
}

JSVM_TEST(cycles, function_of_one_env_called_from_another) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  JSVM_Env seen = nullptr;
  NativeFunction function([&](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    seen = env;
    // A call on the first env from within one of the second.
    CHECK_EQ(Str(vm.env(), Run(vm.env(), "name")), "first");
    CHECK_EQ(Str(env, Run(env, "name")), "second");
    CHECK_OK(OH_JSVM_ThrowTypeError(env, nullptr, "from the second"));
    return nullptr;
  });
  Run(vm.env(), "globalThis.name = 'first'");
  Run(other, "globalThis.name = 'second'");
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(other, nullptr, 0, function.callback(), &value));
  SetGlobal(vm.env(), "f", value);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "try { f() } catch (e) { e.message + (e instanceof TypeError) + name }")),
           "from the secondfalsefirst");
  CHECK(seen == other);
  CHECK(!ExceptionPending(vm.env()));
  CHECK(!ExceptionPending(other));
  CHECK_OK(OH_JSVM_DestroyEnv(other));
  // The function lives on, without an env to be called with.
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "f()")), "undefined");
  CHECK_EQ(function.calls(), 1);
}
