// What each function does when JS is ended from outside: inside the call, or around it.

#include <algorithm>

#include "null_sweep.h"
#include "terminate.h"

namespace {

// A call that runs JS, given something whose JS never ends.
struct Runner {
  const char* name;
  const char* source;
  JSVM_Status expected;
  std::function<JSVM_Status(JSVM_Env, JSVM_Value)> call;
};

JSVM_Value Key(JSVM_Env env) {
  return Utf8(env, "x");
}

const std::vector<Runner>& Runners() {
  static JSVM_Value out = nullptr;
  static bool flag = false;
  constexpr const char* kAccessors = "({ get x() { stop(); for (;;); }, set x(v) { stop(); for (;;); } })";
  constexpr const char* kTraps = "new Proxy({}, new Proxy({}, { get: () => () => { stop(); for (;;); } }))";
  constexpr const char* kConverts = "({ [Symbol.toPrimitive]() { stop(); for (;;); } })";
  static const std::vector<Runner> runners = {
      {"CallFunction", "() => { stop(); for (;;); }", JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) { return OH_JSVM_CallFunction(env, value, value, 0, nullptr, &out); }},
      {"NewInstance", "(class { constructor() { stop(); for (;;); } })", JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) { return OH_JSVM_NewInstance(env, value, 0, nullptr, &out); }},
      {"GetNamedProperty", kAccessors, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_GetNamedProperty(env, value, "x", &out); }},
      {"SetNamedProperty", kAccessors, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_SetNamedProperty(env, value, "x", value); }},
      {"HasNamedProperty", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_HasNamedProperty(env, value, "x", &flag); }},
      {"GetProperty", kAccessors, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_GetProperty(env, value, Key(env), &out); }},
      {"SetProperty", kAccessors, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_SetProperty(env, value, Key(env), value); }},
      {"HasProperty", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_HasProperty(env, value, Key(env), &flag); }},
      {"HasOwnProperty", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_HasOwnProperty(env, value, Key(env), &flag); }},
      {"DeleteProperty", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_DeleteProperty(env, value, Key(env), &flag); }},
      {"GetElement", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_GetElement(env, value, 1, &out); }},
      {"SetElement", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_SetElement(env, value, 1, value); }},
      {"HasElement", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_HasElement(env, value, 1, &flag); }},
      {"DeleteElement", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_DeleteElement(env, value, 1, &flag); }},
      {"GetPropertyNames", kTraps, JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) { return OH_JSVM_GetPropertyNames(env, value, &out); }},
      {"GetAllPropertyNames", kTraps, JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) {
         return OH_JSVM_GetAllPropertyNames(env, value, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES,
                                            JSVM_KEY_KEEP_NUMBERS, &out);
       }},
      {"DefineProperties", kTraps, JSVM_INVALID_ARG,
       [](auto env, auto value) {
         const JSVM_PropertyDescriptor property = {"x", nullptr, nullptr, nullptr, nullptr, value, JSVM_DEFAULT};
         return OH_JSVM_DefineProperties(env, value, 1, &property);
       }},
      {"ObjectFreeze", kTraps, JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) { return OH_JSVM_ObjectFreeze(env, value); }},
      {"ObjectSeal", kTraps, JSVM_PENDING_EXCEPTION,
       [](auto env, auto value) { return OH_JSVM_ObjectSeal(env, value); }},
      {"ObjectSetPrototypeOf", kTraps, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_ObjectSetPrototypeOf(env, value, Run(env, "({})")); }},
      {"Instanceof", "(class { static [Symbol.hasInstance]() { stop(); for (;;); } })", JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_Instanceof(env, value, value, &flag); }},
      {"CoerceToString", kConverts, JSVM_STRING_EXPECTED,
       [](auto env, auto value) { return OH_JSVM_CoerceToString(env, value, &out); }},
      {"CoerceToNumber", kConverts, JSVM_NUMBER_EXPECTED,
       [](auto env, auto value) { return OH_JSVM_CoerceToNumber(env, value, &out); }},
      {"CoerceToBigInt", kConverts, JSVM_BIGINT_EXPECTED,
       [](auto env, auto value) { return OH_JSVM_CoerceToBigInt(env, value, &out); }},
      {"Equals", kConverts, JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_Equals(env, value, Num(env, 1), &flag); }},
      {"JsonStringify", "({ toJSON() { stop(); for (;;); } })", JSVM_GENERIC_FAILURE,
       [](auto env, auto value) { return OH_JSVM_JsonStringify(env, value, &out); }},
      {"ResolveDeferred", "({ get then() { stop(); for (;;); } })", JSVM_GENERIC_FAILURE,
       [](auto env, auto value) {
         JSVM_Deferred deferred = nullptr;
         CHECK_OK(OH_JSVM_CreatePromise(env, &deferred, &out));
         return OH_JSVM_ResolveDeferred(env, deferred, value);
       }},
  };
  return runners;
}

}  // namespace

JSVM_TEST(termination, every_call_that_runs_js_returns) {
  for (const Runner& runner : Runners()) {
    TestVm test;
    JSVM_Env env = test.env();
    Stop stop(env);
    JSVM_Value value = Run(env, ("(" + std::string(runner.source) + ")").c_str());
    JSVM_Status status = runner.call(env, value);
    CHECK_EQ(std::string(runner.name) + ": " + StatusName(status),
             std::string(runner.name) + ": " + StatusName(runner.expected));
    if (ExceptionPending(env)) CheckTerminated(env);
    CheckUsable(env);
  }
}

namespace {

// Everything that the calls below need, made while JS could still run.
struct Things {
  explicit Things(JSVM_Env env)
      : object(Run(env, "({ x: 1 })")),
        array(Run(env, "[1, 2]")),
        function(Run(env, "(function f() { return 1 })")),
        constructor(Run(env, "(class { })")),
        text(Utf8(env, "x")),
        json(Utf8(env, "{\"a\":1}")),
        number(Num(env, 1)),
        bigint(Run(env, "10n")),
        date(Run(env, "new Date(0)")),
        promise(Run(env, "Promise.resolve(1)")),
        error(Run(env, "new Error('x')")),
        wrapped(Run(env, "({})")),
        buffer(Run(env, "new ArrayBuffer(16)")),
        bytes(Run(env, "new Uint8Array(16)")),
        symbol(Run(env, "Symbol('s')")) {
    CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, "1"), nullptr, 0, false, nullptr, &script));
    CHECK_OK(OH_JSVM_CreatePromise(env, &resolved, &out));
    CHECK_OK(OH_JSVM_CreatePromise(env, &rejected, &out));
    CHECK_OK(OH_JSVM_CreateReference(env, object, 1, &reference));
    CHECK_OK(OH_JSVM_Wrap(env, wrapped, this, nullptr, nullptr, nullptr));
    CHECK_OK(OH_JSVM_TypeTagObject(env, array, &tag));
  }

  JSVM_Value object, array, function, constructor, text, json, number, bigint, date, promise, error, wrapped, buffer,
      bytes, symbol;
  JSVM_Script script = nullptr;
  JSVM_Deferred resolved = nullptr;
  JSVM_Deferred rejected = nullptr;
  JSVM_Ref reference = nullptr;
  JSVM_TypeTag tag = {1, 2};
  // Where the calls put what nobody looks at.
  JSVM_Value out = nullptr;
  bool flag = false;
  double real = 0;
  int32_t integer = 0;
  int64_t wide = 0;
  uint32_t natural = 0;
  size_t size = 0;
  void* pointer = nullptr;
  char units[16] = {};
};

struct Attempt {
  const char* name;
  std::function<JSVM_Status()> call;
};

std::vector<Attempt> Attempts(JSVM_VM vm, JSVM_Env env, Things& t) {
  static JSVM_CallbackStruct nothing = {[](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; }, nullptr};
  static JSVM_PropertyDescriptor property = {"p", nullptr, &nothing, nullptr, nullptr, nullptr, JSVM_DEFAULT};
  return {
      {"GetUndefined", [=, &t] { return OH_JSVM_GetUndefined(env, &t.out); }},
      {"GetGlobal", [=, &t] { return OH_JSVM_GetGlobal(env, &t.out); }},
      {"CreateInt32", [=, &t] { return OH_JSVM_CreateInt32(env, 1, &t.out); }},
      {"CreateStringUtf8", [=, &t] { return OH_JSVM_CreateStringUtf8(env, "abc", 3, &t.out); }},
      {"CreateObject", [=, &t] { return OH_JSVM_CreateObject(env, &t.out); }},
      {"CreateArray", [=, &t] { return OH_JSVM_CreateArray(env, &t.out); }},
      {"CreateSymbol", [=, &t] { return OH_JSVM_CreateSymbol(env, t.text, &t.out); }},
      {"CreateBigintWords",
       [=, &t] {
         const uint64_t words[] = {1, 2};
         return OH_JSVM_CreateBigintWords(env, 0, 2, words, &t.out);
       }},
      {"CreateDate", [=, &t] { return OH_JSVM_CreateDate(env, 1, &t.out); }},
      {"CreateExternal", [=, &t] { return OH_JSVM_CreateExternal(env, &t, nullptr, nullptr, &t.out); }},
      {"CreateArraybuffer", [=, &t] { return OH_JSVM_CreateArraybuffer(env, 8, &t.pointer, &t.out); }},
      {"CreateTypedarray", [=, &t] { return OH_JSVM_CreateTypedarray(env, JSVM_UINT8_ARRAY, 4, t.buffer, 0, &t.out); }},
      {"CreateError", [=, &t] { return OH_JSVM_CreateError(env, nullptr, t.text, &t.out); }},
      {"CreateMap", [=, &t] { return OH_JSVM_CreateMap(env, &t.out); }},
      {"CreateSet", [=, &t] { return OH_JSVM_CreateSet(env, &t.out); }},
      {"CreateRegExp", [=, &t] { return OH_JSVM_CreateRegExp(env, t.text, JSVM_REGEXP_NONE, &t.out); }},
      {"CreateProxy", [=, &t] { return OH_JSVM_CreateProxy(env, t.object, t.object, &t.out); }},
      {"CreateFunction", [=, &t] { return OH_JSVM_CreateFunction(env, "f", JSVM_AUTO_LENGTH, &nothing, &t.out); }},
      {"DefineClass",
       [=, &t] { return OH_JSVM_DefineClass(env, "C", JSVM_AUTO_LENGTH, &nothing, 1, &property, &t.out); }},
      {"DefineProperties", [=, &t] { return OH_JSVM_DefineProperties(env, t.object, 1, &property); }},
      {"CreatePromise",
       [=, &t] {
         JSVM_Deferred deferred = nullptr;
         JSVM_Status status = OH_JSVM_CreatePromise(env, &deferred, &t.out);
         if (status == JSVM_OK) OH_JSVM_ResolveDeferred(env, deferred, t.number);
         return status;
       }},
      {"ResolveDeferred", [=, &t] { return OH_JSVM_ResolveDeferred(env, t.resolved, t.number); }},
      {"RejectDeferred", [=, &t] { return OH_JSVM_RejectDeferred(env, t.rejected, t.number); }},
      {"PromiseRegisterHandler",
       [=, &t] { return OH_JSVM_PromiseRegisterHandler(env, t.promise, t.function, nullptr, &t.out); }},
      {"GetValueInt32", [=, &t] { return OH_JSVM_GetValueInt32(env, t.number, &t.integer); }},
      {"GetValueDouble", [=, &t] { return OH_JSVM_GetValueDouble(env, t.number, &t.real); }},
      {"GetValueStringUtf8",
       [=, &t] { return OH_JSVM_GetValueStringUtf8(env, t.json, t.units, sizeof(t.units), &t.size); }},
      {"GetValueBigintInt64", [=, &t] { return OH_JSVM_GetValueBigintInt64(env, t.bigint, &t.wide, &t.flag); }},
      {"GetDateValue", [=, &t] { return OH_JSVM_GetDateValue(env, t.date, &t.real); }},
      {"GetArrayLength", [=, &t] { return OH_JSVM_GetArrayLength(env, t.array, &t.natural); }},
      {"Typeof",
       [=, &t] {
         JSVM_ValueType type;
         return OH_JSVM_Typeof(env, t.object, &type);
       }},
      {"CoerceToBool", [=, &t] { return OH_JSVM_CoerceToBool(env, t.object, &t.out); }},
      {"CoerceToString", [=, &t] { return OH_JSVM_CoerceToString(env, t.object, &t.out); }},
      {"CoerceToNumber", [=, &t] { return OH_JSVM_CoerceToNumber(env, t.text, &t.out); }},
      {"CoerceToObject", [=, &t] { return OH_JSVM_CoerceToObject(env, t.number, &t.out); }},
      {"Equals", [=, &t] { return OH_JSVM_Equals(env, t.text, t.object, &t.flag); }},
      {"StrictEquals", [=, &t] { return OH_JSVM_StrictEquals(env, t.object, t.object, &t.flag); }},
      {"Instanceof", [=, &t] { return OH_JSVM_Instanceof(env, t.object, t.constructor, &t.flag); }},
      {"JsonParse", [=, &t] { return OH_JSVM_JsonParse(env, t.json, &t.out); }},
      {"JsonStringify", [=, &t] { return OH_JSVM_JsonStringify(env, t.object, &t.out); }},
      {"GetNamedProperty", [=, &t] { return OH_JSVM_GetNamedProperty(env, t.object, "x", &t.out); }},
      {"SetNamedProperty", [=, &t] { return OH_JSVM_SetNamedProperty(env, t.object, "x", t.number); }},
      {"HasNamedProperty", [=, &t] { return OH_JSVM_HasNamedProperty(env, t.object, "x", &t.flag); }},
      {"HasOwnProperty", [=, &t] { return OH_JSVM_HasOwnProperty(env, t.object, t.text, &t.flag); }},
      {"DeleteProperty", [=, &t] { return OH_JSVM_DeleteProperty(env, t.object, t.text, &t.flag); }},
      {"GetElement", [=, &t] { return OH_JSVM_GetElement(env, t.array, 0, &t.out); }},
      {"SetElement", [=, &t] { return OH_JSVM_SetElement(env, t.array, 0, t.number); }},
      {"GetPropertyNames", [=, &t] { return OH_JSVM_GetPropertyNames(env, t.object, &t.out); }},
      {"GetPrototype", [=, &t] { return OH_JSVM_GetPrototype(env, t.object, &t.out); }},
      {"ObjectFreeze", [=, &t] { return OH_JSVM_ObjectFreeze(env, t.object); }},
      {"SetPrivate", [=, &t] { return OH_JSVM_SetPrivate(env, t.object, nullptr, t.number); }},
      {"TypeTagObject", [=, &t] { return OH_JSVM_TypeTagObject(env, t.object, &t.tag); }},
      {"CheckObjectTypeTag", [=, &t] { return OH_JSVM_CheckObjectTypeTag(env, t.array, &t.tag, &t.flag); }},
      {"Wrap", [=, &t] { return OH_JSVM_Wrap(env, t.object, &t, nullptr, nullptr, nullptr); }},
      {"Unwrap", [=, &t] { return OH_JSVM_Unwrap(env, t.wrapped, &t.pointer); }},
      {"RemoveWrap", [=, &t] { return OH_JSVM_RemoveWrap(env, t.wrapped, &t.pointer); }},
      {"AddFinalizer",
       [=, &t] { return OH_JSVM_AddFinalizer(env, t.object, &t, [](JSVM_Env, void*, void*) {}, nullptr, nullptr); }},
      {"GetReferenceValue", [=, &t] { return OH_JSVM_GetReferenceValue(env, t.reference, &t.out); }},
      {"CallFunction", [=, &t] { return OH_JSVM_CallFunction(env, t.object, t.function, 0, nullptr, &t.out); }},
      {"NewInstance", [=, &t] { return OH_JSVM_NewInstance(env, t.constructor, 0, nullptr, &t.out); }},
      {"CompileScript",
       [=, &t] {
         JSVM_Script script = nullptr;
         return OH_JSVM_CompileScript(env, t.text, nullptr, 0, false, nullptr, &script);
       }},
      {"RunScript", [=, &t] { return OH_JSVM_RunScript(env, t.script, &t.out); }},
      {"Throw", [=, &t] { return OH_JSVM_Throw(env, t.error); }},
      {"ThrowError", [=] { return OH_JSVM_ThrowError(env, "C", "text"); }},
      {"IsError", [=, &t] { return OH_JSVM_IsError(env, t.error, &t.flag); }},
      {"CreateEnv",
       [=] {
         JSVM_Env made = nullptr;
         JSVM_Status status = OH_JSVM_CreateEnv(vm, 1, &property, &made);
         if (status == JSVM_OK) CHECK_OK(OH_JSVM_DestroyEnv(made));
         return status;
       }},
      {"AdjustExternalMemory", [=, &t] { return OH_JSVM_AdjustExternalMemory(env, 0, &t.wide); }},
      {"MemoryPressureNotification",
       [=] { return OH_JSVM_MemoryPressureNotification(env, JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL); }},
      {"GetHeapStatistics",
       [=] {
         JSVM_HeapStatistics statistics;
         return OH_JSVM_GetHeapStatistics(vm, &statistics);
       }},
      {"PerformMicrotaskCheckpoint", [=] { return OH_JSVM_PerformMicrotaskCheckpoint(vm); }},
      {"PumpMessageLoop", [=, &t] { return OH_JSVM_PumpMessageLoop(vm, &t.flag); }},
      {"GetVersion", [=, &t] { return OH_JSVM_GetVersion(env, &t.natural); }},
  };
}

const ContractRow kContract[] = {
#include "contract.inc"
};

// What the entry class says: a call that may run JS is refused, all others work. An env is not made in the middle of
// it.
JSVM_Status ExpectedDuring(const std::string& name) {
  if (name == "CreateEnv") return JSVM_GENERIC_FAILURE;
  const auto* row = std::find_if(std::begin(kContract), std::end(kContract),
                                 [&](const ContractRow& candidate) { return candidate.name == "OH_JSVM_" + name; });
  if (!CHECK(row != std::end(kContract))) return JSVM_OK;
  return row->entry == 'J' ? JSVM_PENDING_EXCEPTION : JSVM_OK;
}

}  // namespace

JSVM_TEST(termination, calls_while_it_is_under_way) {
  TestVm test;
  JSVM_Env env = test.env();
  Stop stop(env);
  Things things(env);
  NativeFunction during([&](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_STATUS(RunStatus(env, kEndless), JSVM_GENERIC_FAILURE);
    for (const Attempt& attempt : Attempts(test.vm(), env, things)) {
      HandleScope handles(env);
      CheckTerminated(env);
      const std::string name = attempt.name;
      CHECK_EQ(name + ": " + StatusName(attempt.call()), name + ": " + StatusName(ExpectedDuring(name)));
      CHECK(ExceptionPending(env));
    }
    return nullptr;
  });
  SetGlobal(env, "during", during);
  CHECK_STATUS(RunStatus(env, "var seen = ''; during(); seen = 'on'"), JSVM_GENERIC_FAILURE);
  CheckTerminated(env);
  CHECK_EQ(Str(env, Run(env, "seen")), "");
  // What was refused was not touched.
  CHECK_OK(OH_JSVM_ResolveDeferred(env, things.resolved, things.number));
  CHECK_OK(OH_JSVM_ResolveDeferred(env, things.rejected, things.number));
  CHECK_OK(OH_JSVM_Unwrap(env, things.wrapped, &things.pointer));
  CHECK_EQ(things.pointer, static_cast<void*>(&things));
  CHECK_OK(OH_JSVM_DeleteReference(env, things.reference));
  CheckUsable(env);
}
