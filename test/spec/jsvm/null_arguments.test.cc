// Every function of the API with each of its pointers NULL in turn, and with an exception stored.

#include "null_sweep.h"

#define SWEEP(function, ...) sweep.Run("OH_JSVM_" #function, OH_JSVM_##function, __VA_ARGS__)

namespace {

const AnyOut out;

// A callback that nobody calls.
JSVM_Value Nothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
JSVM_CallbackStruct nothing = {Nothing, nullptr};
JSVM_Callback callback = &nothing;

void Finalizer(JSVM_Env, void*, void*) {}
bool Stream(const char*, int, void*) {
  return true;
}

// The smallest WebAssembly module.
const uint8_t wasm[] = {0, 'a', 's', 'm', 1, 0, 0, 0};

}  // namespace

JSVM_TEST(null_arguments, lifecycle) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  // Pointers to nothing: these handles are never looked at, because another argument is NULL.
  JSVM_VMScope vm_scope = out;
  JSVM_EnvScope env_scope = out;
  JSVM_HandleScope handle_scope = out;
  JSVM_EscapableHandleScope escapable_scope = nullptr;
  REQUIRE_OK(OH_JSVM_OpenEscapableHandleScope(env, &escapable_scope));
  SWEEP(Init, nullptr);
  SWEEP(CreateVM, nullptr, Unchecked(out));
  SWEEP(DestroyVM, vm);
  SWEEP(OpenVMScope, vm, out);
  SWEEP(CloseVMScope, vm, vm_scope);
  SWEEP(CreateEnv, vm, 0, nullptr, Unchecked(out));
  SWEEP(CreateEnvFromSnapshot, vm, 0, Unchecked(out));
  SWEEP(DestroyEnv, env);
  SWEEP(OpenEnvScope, env, out);
  SWEEP(CloseEnvScope, env, env_scope);
  SWEEP(OpenHandleScope, env, out);
  SWEEP(CloseHandleScope, env, handle_scope);
  SWEEP(OpenEscapableHandleScope, env, out);
  SWEEP(CloseEscapableHandleScope, env, escapable_scope);
  SWEEP(EscapeHandle, env, escapable_scope, Undefined(env), out);
  SWEEP(GetVM, env, Unchecked(out));
  SWEEP(GetVMInfo, out);
  SWEEP(GetVersion, env, out);
  SWEEP(SetDebugOption, env, JSVM_SCOPE_CHECK, false);
  CHECK_OK(OH_JSVM_CloseEscapableHandleScope(env, escapable_scope));
}

JSVM_TEST(null_arguments, locks) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  SWEEP(IsLocked, env, out);
  SWEEP(AcquireLock, env);
  SWEEP(ReleaseLock, env);
}

JSVM_TEST(null_arguments, memory) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  const JSVM_HandlerForGC on_gc = [](JSVM_VM, JSVM_GCType, JSVM_GCCallbackFlags, void*) {};
  const JSVM_HandlerForHeapThreshold on_threshold = [](JSVM_VM, uint64_t, void*) {};
  SWEEP(AdjustExternalMemory, env, 1024, out);
  SWEEP(MemoryPressureNotification, env, JSVM_MEMORY_PRESSURE_LEVEL_NONE);
  SWEEP(GetHeapStatistics, vm, Unchecked(out));
  SWEEP(TakeHeapSnapshot, vm, Stream, nullptr);
  SWEEP(TakeRawHeapSnapshot, vm, Stream, nullptr);
  SWEEP(AddHandlerForGC, vm, JSVM_CB_TRIGGER_BEFORE_GC, on_gc, JSVM_GC_TYPE_ALL, nullptr);
  SWEEP(RemoveHandlerForGC, vm, JSVM_CB_TRIGGER_BEFORE_GC, on_gc, nullptr);
  SWEEP(SetHeapThresholdCallback, vm, 1, on_threshold, nullptr);
  SWEEP(ClearHeapThresholdCallback, vm, 1, on_threshold, nullptr);
  int64_t total = -1;
  CHECK_OK(OH_JSVM_AdjustExternalMemory(env, 0, &total));
  CHECK_EQ(total, 0);
}

JSVM_TEST(null_arguments, errors) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value message = Utf8(env, "message");
  SWEEP(GetLastErrorInfo, env, out);
  SWEEP(IsExceptionPending, env, out);
  SWEEP(GetAndClearLastException, env, out);
  SWEEP(Throw, env, message);
  SWEEP(ThrowError, env, nullptr, "message");
  SWEEP(ThrowTypeError, env, nullptr, "message");
  SWEEP(ThrowRangeError, env, nullptr, "message");
  SWEEP(ThrowSyntaxError, env, nullptr, "message");
  SWEEP(CreateError, env, nullptr, message, out);
  SWEEP(CreateTypeError, env, nullptr, message, out);
  SWEEP(CreateRangeError, env, nullptr, message, out);
  SWEEP(CreateSyntaxError, env, nullptr, message, out);
}

JSVM_TEST(null_arguments, scripts) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value source = Utf8(env, "1");
  JSVM_Script script = nullptr;
  REQUIRE_OK(OH_JSVM_CompileScript(env, source, nullptr, 0, false, nullptr, &script));
  uint8_t bytes[] = {1, 2, 3, 4};
  JSVM_ScriptOrigin origin = {nullptr, "origin.js", 0, 0};
  JSVM_DeserializeResult nobody = out;
  SWEEP(CompileScript, env, source, nullptr, 0, false, nullptr, out);
  SWEEP(CompileScriptWithOrigin, env, source, nullptr, 0, false, nullptr, Unchecked(&origin), out);
  SWEEP(CompileScriptWithOptions, env, source, 0, nullptr, out);
  SWEEP(RunScript, env, script, out);
  SWEEP(RetainScript, env, script);
  SWEEP(ReleaseScript, env, script);
  SWEEP(CreateCodeCache, env, script, out, out);
  SWEEP(ReleaseCache, env, bytes, JSVM_CACHE_TYPE_JS);
  SWEEP(BackgroundDeserialize, vm, (JSVM_CodeCache{bytes, sizeof(bytes)}), out);
  SWEEP(ReleaseDeserializeResult, nobody);
}

JSVM_TEST(null_arguments, snapshots) {
  TestVm test;
  NullSweep sweep(test.env());
  JSVM_CreateVMOptions options = {};
  options.isForSnapshotting = true;
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
  REQUIRE_OK(OH_JSVM_CreateVM(&options, &vm));
  REQUIRE_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  SWEEP(CreateSnapshot, vm, 1, Unchecked(&env), Unchecked(out), Unchecked(out));
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(null_arguments, primitives) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value number = Num(env, 1);
  JSVM_Value bigint = Run(env, "1n");
  const uint64_t words[] = {1};
  SWEEP(GetUndefined, env, out);
  SWEEP(GetNull, env, out);
  SWEEP(GetBoolean, env, true, out);
  SWEEP(GetGlobal, env, out);
  SWEEP(CreateDouble, env, 1, out);
  SWEEP(CreateInt32, env, 1, out);
  SWEEP(CreateUint32, env, 1, out);
  SWEEP(CreateInt64, env, 1, out);
  SWEEP(CreateBigintInt64, env, 1, out);
  SWEEP(CreateBigintUint64, env, 1, out);
  SWEEP(CreateBigintWords, env, 0, 1, words, out);
  SWEEP(GetValueBool, env, Run(env, "true"), out);
  SWEEP(GetValueDouble, env, number, out);
  SWEEP(GetValueInt32, env, number, out);
  SWEEP(GetValueUint32, env, number, out);
  SWEEP(GetValueInt64, env, number, out);
  SWEEP(GetValueBigintInt64, env, bigint, out, out);
  SWEEP(GetValueBigintUint64, env, bigint, out, out);
  SWEEP(GetValueBigintWords, env, bigint, Needed(out), out, Needed(out));
  SWEEP(CreateSymbol, env, nullptr, out);
  SWEEP(SymbolFor, env, "name", JSVM_AUTO_LENGTH, out);
  SWEEP(CreateDate, env, 0, out);
  SWEEP(GetDateValue, env, Run(env, "new Date(0)"), out);
}

JSVM_TEST(null_arguments, well_known_symbols) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  SWEEP(GetSymbolAsyncIterator, env, out);
  SWEEP(GetSymbolHasInstance, env, out);
  SWEEP(GetSymbolIsConcatSpreadable, env, out);
  SWEEP(GetSymbolIterator, env, out);
  SWEEP(GetSymbolMatch, env, out);
  SWEEP(GetSymbolReplace, env, out);
  SWEEP(GetSymbolSearch, env, out);
  SWEEP(GetSymbolSplit, env, out);
  SWEEP(GetSymbolToPrimitive, env, out);
  SWEEP(GetSymbolToStringTag, env, out);
  SWEEP(GetSymbolUnscopables, env, out);
}

JSVM_TEST(null_arguments, strings) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value string = Utf8(env, "text");
  static char latin1[] = "text";
  static char16_t utf16[] = u"text";
  SWEEP(CreateStringUtf8, env, "text", 4, out);
  SWEEP(CreateStringLatin1, env, "text", JSVM_AUTO_LENGTH, out);
  SWEEP(CreateStringUtf16, env, utf16, 4, out);
  SWEEP(CreateExternalStringLatin1, env, latin1, 4, nullptr, nullptr, out, out);
  SWEEP(CreateExternalStringUtf16, env, utf16, JSVM_AUTO_LENGTH, nullptr, nullptr, out, out);
  SWEEP(GetValueStringUtf8, env, string, nullptr, 0, Needed(out));
  SWEEP(GetValueStringLatin1, env, string, Needed(out), 5, nullptr);
  SWEEP(GetValueStringUtf16, env, string, nullptr, 0, Needed(out));
}

JSVM_TEST(null_arguments, checks) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value value = Num(env, 1);
  SWEEP(IsUndefined, env, value, out);
  SWEEP(IsNull, env, value, out);
  SWEEP(IsNullOrUndefined, env, value, out);
  SWEEP(IsBoolean, env, value, out);
  SWEEP(IsNumber, env, value, out);
  SWEEP(IsString, env, value, out);
  SWEEP(IsSymbol, env, value, out);
  SWEEP(IsBigInt, env, value, out);
  SWEEP(IsObject, env, value, out);
  SWEEP(IsFunction, env, value, out);
  SWEEP(IsCallable, env, value, out);
  SWEEP(IsConstructor, env, value, out);
  SWEEP(IsArray, env, value, out);
  SWEEP(IsArraybuffer, env, value, out);
  SWEEP(IsTypedarray, env, value, out);
  SWEEP(IsDataview, env, value, out);
  SWEEP(IsDate, env, value, out);
  SWEEP(IsRegExp, env, value, out);
  SWEEP(IsMap, env, value, out);
  SWEEP(IsSet, env, value, out);
  SWEEP(IsPromise, env, value, out);
  SWEEP(IsProxy, env, value, out);
  SWEEP(IsError, env, value, out);
  SWEEP(IsBigIntObject, env, value, out);
  SWEEP(IsBooleanObject, env, value, out);
  SWEEP(IsNumberObject, env, value, out);
  SWEEP(IsStringObject, env, value, out);
  SWEEP(IsSymbolObject, env, value, out);
  SWEEP(Typeof, env, value, out);
}

JSVM_TEST(null_arguments, coercion) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value value = Num(env, 1);
  SWEEP(StrictEquals, env, value, value, out);
  SWEEP(Equals, env, value, value, out);
  SWEEP(Instanceof, env, Run(env, "({})"), Run(env, "Object"), out);
  SWEEP(CoerceToBool, env, value, out);
  SWEEP(CoerceToNumber, env, value, out);
  SWEEP(CoerceToString, env, value, out);
  SWEEP(CoerceToObject, env, value, out);
  SWEEP(CoerceToBigInt, env, Run(env, "1n"), out);
  SWEEP(JsonParse, env, Utf8(env, "{}"), Unchecked(out));
  SWEEP(JsonStringify, env, value, Unchecked(out));
}

JSVM_TEST(null_arguments, properties) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value object = Run(env, "({})");
  JSVM_Value key = Utf8(env, "key");
  JSVM_Value value = Num(env, 1);
  JSVM_PropertyDescriptor property = {"name", nullptr, nullptr, nullptr, nullptr, value, JSVM_DEFAULT};
  SWEEP(CreateObject, env, out);
  SWEEP(CreateMap, env, out);
  SWEEP(CreateSet, env, out);
  SWEEP(SetProperty, env, object, key, value);
  SWEEP(GetProperty, env, object, key, out);
  SWEEP(HasProperty, env, object, key, out);
  SWEEP(DeleteProperty, env, object, key, nullptr);
  SWEEP(HasOwnProperty, env, object, key, out);
  SWEEP(SetNamedProperty, env, object, "key", value);
  SWEEP(HasNamedProperty, env, object, "key", out);
  SWEEP(GetNamedProperty, env, object, "key", out);
  SWEEP(SetElement, env, object, 0, value);
  SWEEP(GetElement, env, object, 0, out);
  SWEEP(HasElement, env, object, 0, out);
  SWEEP(DeleteElement, env, object, 0, nullptr);
  SWEEP(GetAllPropertyNames, env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES, JSVM_KEY_KEEP_NUMBERS, out);
  SWEEP(GetPropertyNames, env, object, out);
  SWEEP(DefineProperties, env, object, 1, Needed(&property));
  CHECK_EQ(Str(env, object), "[object Object]");
}

JSVM_TEST(null_arguments, objects) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value object = Run(env, "({})");
  JSVM_Value value = Num(env, 1);
  JSVM_Data key = nullptr;
  REQUIRE_OK(OH_JSVM_CreatePrivate(env, nullptr, &key));
  const JSVM_TypeTag tag = {1, 2};
  SWEEP(ObjectFreeze, env, object);
  SWEEP(ObjectSeal, env, object);
  SWEEP(GetPrototype, env, object, out);
  SWEEP(ObjectGetPrototypeOf, env, object, out);
  SWEEP(ObjectSetPrototypeOf, env, object, Run(env, "({})"));
  SWEEP(CreateProxy, env, object, object, out);
  SWEEP(ProxyGetTarget, env, Run(env, "new Proxy({}, {})"), out);
  SWEEP(CreatePrivate, env, nullptr, out);
  SWEEP(SetPrivate, env, object, key, value);
  SWEEP(GetPrivate, env, object, key, out);
  SWEEP(DeletePrivate, env, object, key);
  SWEEP(TypeTagObject, env, object, &tag);
  SWEEP(CheckObjectTypeTag, env, object, &tag, out);
  SWEEP(CreateRegExp, env, Utf8(env, "a"), JSVM_REGEXP_NONE, out);
}

JSVM_TEST(null_arguments, functions) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value function = Run(env, "(function() {})");
  const JSVM_Value argv[] = {Utf8(env, "argument")};
  SWEEP(CreateFunction, env, nullptr, 0, callback, out);
  SWEEP(CreateFunctionWithScript, env, nullptr, 0, 1, Needed(argv), Utf8(env, "return 1"), out);
  SWEEP(CallFunction, env, Undefined(env), function, 1, Needed(argv), nullptr);
  SWEEP(NewInstance, env, function, 1, Needed(argv), out);
}

JSVM_TEST(null_arguments, callback_info) {
  TestVm test;
  NullSweep sweep(test.env());
  NativeFunction function([&](JSVM_Env env, JSVM_CallbackInfo info) -> JSVM_Value {
    SWEEP(GetCbInfo, env, info, Needed(out), out, nullptr, nullptr);
    SWEEP(GetNewTarget, env, info, out);
    return nullptr;
  });
  SetGlobal(test.env(), "sweep", function);
  Run(test.env(), "sweep()");
  CHECK_EQ(function.calls(), 1);
}

JSVM_TEST(null_arguments, classes) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_PropertyDescriptor method = {"name", nullptr, callback, nullptr, nullptr, nullptr, JSVM_DEFAULT};
  JSVM_PropertyHandlerConfigurationStruct handlers = {};
  SWEEP(DefineClass, env, "Name", JSVM_AUTO_LENGTH, callback, 1, Needed(&method), out);
  SWEEP(DefineClassWithPropertyHandler, env, "Name", 4, callback, 1, Needed(&method), &handlers, nullptr, out);
  SWEEP(DefineClassWithOptions, env, "Name", 4, callback, 1, Needed(&method), nullptr, 0, nullptr, out);
}

JSVM_TEST(null_arguments, references) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value object = Run(env, "({})");
  JSVM_Data data = nullptr;
  JSVM_Ref reference = nullptr;
  JSVM_Ref data_reference = nullptr;
  REQUIRE_OK(OH_JSVM_CreatePrivate(env, nullptr, &data));
  REQUIRE_OK(OH_JSVM_CreateReference(env, object, 1, &reference));
  REQUIRE_OK(OH_JSVM_CreateDataReference(env, data, 1, &data_reference));
  SWEEP(CreateReference, env, object, 1, out);
  SWEEP(DeleteReference, env, reference);
  SWEEP(ReferenceRef, env, reference, nullptr);
  SWEEP(ReferenceUnref, env, reference, nullptr);
  SWEEP(GetReferenceValue, env, reference, out);
  SWEEP(CreateDataReference, env, data, 1, out);
  SWEEP(GetReferenceData, env, data_reference, out);
  CHECK_OK(OH_JSVM_DeleteReference(env, reference));
  CHECK_OK(OH_JSVM_DeleteReference(env, data_reference));
}

JSVM_TEST(null_arguments, wraps) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value object = Run(env, "({})");
  JSVM_Value external = nullptr;
  REQUIRE_OK(OH_JSVM_Wrap(env, object, &test, nullptr, nullptr, nullptr));
  REQUIRE_OK(OH_JSVM_CreateExternal(env, &test, nullptr, nullptr, &external));
  SWEEP(Wrap, env, Run(env, "({})"), nullptr, nullptr, nullptr, nullptr);
  SWEEP(Unwrap, env, object, out);
  SWEEP(RemoveWrap, env, object, nullptr);
  SWEEP(CreateExternal, env, nullptr, nullptr, nullptr, out);
  SWEEP(GetValueExternal, env, external, out);
  SWEEP(AddFinalizer, env, object, nullptr, Finalizer, nullptr, nullptr);
  SWEEP(SetInstanceData, env, nullptr, nullptr, nullptr);
  SWEEP(GetInstanceData, env, out);
}

JSVM_TEST(null_arguments, arrays_and_buffers) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value buffer = Run(env, "new ArrayBuffer(8)");
  alignas(8) static char memory[8];
  SWEEP(CreateArray, env, out);
  SWEEP(CreateArrayWithLength, env, 1, out);
  SWEEP(GetArrayLength, env, Run(env, "[]"), out);
  SWEEP(CreateArraybuffer, env, 8, nullptr, out);
  SWEEP(GetArraybufferInfo, env, buffer, nullptr, nullptr);
  SWEEP(DetachArraybuffer, env, buffer);
  SWEEP(IsDetachedArraybuffer, env, buffer, out);
  SWEEP(AllocateArrayBufferBackingStoreData, 8, JSVM_ZERO_INITIALIZED, out);
  SWEEP(FreeArrayBufferBackingStoreData, memory);
  SWEEP(CreateArrayBufferFromBackingStoreData, env, memory, 8, 0, 8, out);
  SWEEP(CreateArrayBufferFromExternalMemory, env, memory, 8, nullptr, nullptr, nullptr, out);
  SWEEP(CreateTypedarray, env, JSVM_UINT8_ARRAY, 1, buffer, 0, out);
  SWEEP(GetTypedarrayInfo, env, Run(env, "new Uint8Array(1)"), nullptr, nullptr, nullptr, nullptr, nullptr);
  SWEEP(CreateDataview, env, 1, buffer, 0, out);
  SWEEP(GetDataviewInfo, env, Run(env, "new DataView(new ArrayBuffer(1))"), nullptr, nullptr, nullptr, nullptr);
}

JSVM_TEST(null_arguments, promises_and_handlers) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Deferred deferred = nullptr;
  JSVM_Value promise = nullptr;
  REQUIRE_OK(OH_JSVM_CreatePromise(env, &deferred, &promise));
  SWEEP(CreatePromise, env, out, out);
  SWEEP(ResolveDeferred, env, Unchecked(deferred), Num(env, 1));
  SWEEP(RejectDeferred, env, Unchecked(deferred), Num(env, 1));
  SWEEP(PromiseRegisterHandler, env, promise, Needed(Run(env, "() => {}")), nullptr, nullptr);
  SWEEP(SetMicrotaskPolicy, vm, JSVM_MICROTASK_AUTO);
  SWEEP(PerformMicrotaskCheckpoint, vm);
  SWEEP(PumpMessageLoop, vm, Unchecked(out));
  SWEEP(SetHandlerForOOMError, vm, nullptr);
  SWEEP(SetHandlerForFatalError, vm, nullptr);
  SWEEP(SetHandlerForPromiseReject, vm, nullptr);
  CHECK_OK(OH_JSVM_ResolveDeferred(env, deferred, Num(env, 1)));
}

JSVM_TEST(null_arguments, wasm) {
  TestVm test;
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  JSVM_Value module = nullptr;
  REQUIRE_OK(OH_JSVM_CompileWasmModule(env, wasm, sizeof(wasm), nullptr, 0, nullptr, &module));
  SWEEP(CompileWasmModule, env, wasm, sizeof(wasm), nullptr, 0, nullptr, Unchecked(out));
  SWEEP(CompileWasmFunction, env, module, 0, JSVM_WASM_OPT_HIGH);
  SWEEP(IsWasmModuleObject, env, module, out);
  SWEEP(CreateWasmCache, env, module, out, out);
}

JSVM_TEST(null_arguments, inspector_profiler_trace) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  NullSweep sweep(env);
  const JSVM_TraceCategory categories[] = {JSVM_TRACE_VM};
  JSVM_CpuProfiler profiler = nullptr;
  REQUIRE_OK(OH_JSVM_StartCpuProfiler(vm, &profiler));
  SWEEP(OpenInspector, env, "localhost", 0);
  SWEEP(OpenInspectorWithName, env, 1, nullptr);
  SWEEP(CloseInspector, env);
  SWEEP(WaitForDebugger, env, false);
  SWEEP(StartCpuProfiler, vm, Unchecked(out));
  SWEEP(StopCpuProfiler, vm, profiler, Stream, nullptr);
  CHECK_OK(OH_JSVM_StopCpuProfiler(vm, profiler, Stream, nullptr));
  SWEEP(TraceStart, 1, Needed(categories), nullptr, 0);
  REQUIRE_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
  SWEEP(TraceStop, Stream, out);
  CHECK_OK(OH_JSVM_TraceStop(Stream, &test));
}

// The last test of the group: the others have run in this process.
JSVM_TEST(null_arguments, every_function_of_the_contract_was_swept) {
  const std::set<std::string> contract = NullSweep::Contract();
  CHECK_EQ(contract.size(), 228u);
  for (const std::string& name : contract) {
    if (!NullSweep::Swept().contains(name)) Fail(__FILE__, __LINE__, name + " was not called");
  }
}
