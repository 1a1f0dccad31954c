// Type checks and Typeof.
#include "jsvm_test.h"

namespace {

using CheckFunction = JSVM_Status (*)(JSVM_Env env, JSVM_Value value, bool* result);

struct Row {
  const char* name;
  CheckFunction check;
  const char* yes;  // elements of an array literal: true for all of them
  const char* no;   // false for these
};

constexpr Row kRows[] = {
    {"IsUndefined", OH_JSVM_IsUndefined, "undefined", "null, 0, '', {}"},
    {"IsNull", OH_JSVM_IsNull, "null", "undefined, 0, {}"},
    {"IsNullOrUndefined", OH_JSVM_IsNullOrUndefined, "null, undefined", "0, '', false, {}"},
    {"IsBoolean", OH_JSVM_IsBoolean, "true, false", "0, 'true', new Boolean(true)"},
    {"IsNumber", OH_JSVM_IsNumber, "0, -0, 1.5, NaN, Infinity, 2**31", "1n, '1', new Number(1), new Date()"},
    {"IsString", OH_JSVM_IsString, "'', 'x', `${1}`, 'a' + String(Math)", "new String('x'), 1, ['x'], Symbol('x')"},
    {"IsSymbol", OH_JSVM_IsSymbol, "Symbol(), Symbol.for('x'), Symbol.iterator", "Object(Symbol()), 'x'"},
    {"IsBigInt", OH_JSVM_IsBigInt, "0n, -1n, 2n**70n", "0, Object(1n)"},
    {"IsObject", OH_JSVM_IsObject,
     "{}, [], () => 1, new Proxy({}, {}), new Proxy(() => 1, {}), new Date(), new String('x'), Object.create(null), "
     "Math, globalThis, class {}",
     "null, undefined, 1, 'x', true, 1n, Symbol()"},
    {"IsFunction", OH_JSVM_IsFunction,
     "function () {}, () => 1, class {}, async () => 1, function* () {}, Math.max, new Proxy(() => 1, {}), "
     "(function () {}).bind(1), Date, ({ m() {} }).m",
     "{}, new Proxy({}, {}), 1, /x/, null, { call() {} }"},
    {"IsCallable", OH_JSVM_IsCallable,
     "function () {}, () => 1, class {}, new Proxy(() => 1, {}), (function () {}).bind(1)",
     "{}, new Proxy({}, {}), 'x', null, undefined"},
    {"IsConstructor", OH_JSVM_IsConstructor,
     "function () {}, class {}, Date, Promise, (function () {}).bind(1), new Proxy(class {}, {}), Proxy",
     "() => 1, ({ m() {} }).m, Math.max, async () => 1, function* () {}, (() => 1).bind(1), new Proxy(() => 1, {}), "
     "{}, 1, 'x', null, undefined, Symbol()"},
    {"IsArray", OH_JSVM_IsArray, "[], new Array(3), Array.from('ab'), new (class extends Array {})()",
     "{ length: 0 }, new Proxy([], {}), new Uint8Array(1), arguments"},
    {"IsArraybuffer", OH_JSVM_IsArraybuffer,
     "new ArrayBuffer(0), new ArrayBuffer(4, { maxByteLength: 8 }), (b => (b.transfer(), b))(new ArrayBuffer(4)), "
     "new (class extends ArrayBuffer {})(1)",
     "new SharedArrayBuffer(4), new Uint8Array(4), new DataView(new ArrayBuffer(1)), new Proxy(new ArrayBuffer(1), "
     "{})"},
    {"IsTypedarray", OH_JSVM_IsTypedarray,
     "new Int8Array(1), new Uint8Array(1), new Uint8ClampedArray(1), new Int16Array(1), new Uint16Array(1), "
     "new Int32Array(1), new Uint32Array(1), new Float32Array(1), new Float64Array(1), new BigInt64Array(1), "
     "new BigUint64Array(1), new (class extends Uint8Array {})(1)",
     "new ArrayBuffer(1), new DataView(new ArrayBuffer(1)), [1], new Proxy(new Uint8Array(1), {})"},
    {"IsDataview", OH_JSVM_IsDataview,
     "new DataView(new ArrayBuffer(1)), new (class extends DataView {})(new ArrayBuffer(1))",
     "new ArrayBuffer(1), new Uint8Array(1), new Proxy(new DataView(new ArrayBuffer(1)), {})"},
    {"IsDate", OH_JSVM_IsDate, "new Date(), new Date(NaN), new (class extends Date {})()",
     "Date(), Date.now(), Object.create(Date.prototype), new Proxy(new Date(), {})"},
    {"IsRegExp", OH_JSVM_IsRegExp, "/x/, new RegExp('y'), new (class extends RegExp {})()",
     "'/x/', Object.create(RegExp.prototype), new Proxy(/x/, {})"},
    {"IsMap", OH_JSVM_IsMap, "new Map(), new (class extends Map {})()",
     "new WeakMap(), new Set(), Object.create(Map.prototype), new Map().entries(), new Proxy(new Map(), {})"},
    {"IsSet", OH_JSVM_IsSet, "new Set(), new (class extends Set {})()",
     "new WeakSet(), new Map(), Object.create(Set.prototype), new Set().values(), new Proxy(new Set(), {})"},
    {"IsPromise", OH_JSVM_IsPromise,
     "Promise.resolve(), new Promise(() => {}), (async () => 1)(), new (class extends Promise {})(() => {})",
     "{ then() {} }, Object.create(Promise.prototype), new Proxy(Promise.resolve(), {})"},
    {"IsProxy", OH_JSVM_IsProxy,
     "new Proxy({}, {}), new Proxy(() => 1, {}), (p => (p.revoke(), p.proxy))(Proxy.revocable({}, {}))",
     "{}, Proxy, null"},
    {"IsError", OH_JSVM_IsError,
     "new Error(), new TypeError('x'), new RangeError(), new AggregateError([]), new (class extends Error {})()",
     "{ message: 'x', stack: '' }, Object.create(Error.prototype), new Proxy(new Error(), {}), 'Error', Error"},
    {"IsBigIntObject", OH_JSVM_IsBigIntObject, "Object(1n)", "1n, Object(1), {}, new Proxy(Object(1n), {})"},
    {"IsBooleanObject", OH_JSVM_IsBooleanObject, "new Boolean(false), Object(true)", "true, Object(1), {}"},
    {"IsNumberObject", OH_JSVM_IsNumberObject, "new Number(1), Object(NaN)", "1, Object('1'), {}"},
    {"IsStringObject", OH_JSVM_IsStringObject, "new String(''), Object('x'), new (class extends String {})('x')",
     "'x', Object(1), {}"},
    {"IsSymbolObject", OH_JSVM_IsSymbolObject, "Object(Symbol())", "Symbol(), {}, Object('x')"},
    {"IsWasmModuleObject", OH_JSVM_IsWasmModuleObject,
     "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
     "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))), "
     "WebAssembly.Module, WebAssembly, {}"},
};

// Checks one function on the elements of an array literal.
void CheckElements(JSVM_Env env, const Row& row, const char* elements, bool expected) {
  JSVM_Value list = Run(env, ("(function () { return [" + std::string(elements) + "]; })()").c_str());
  uint32_t count = 0;
  CHECK_OK(OH_JSVM_GetArrayLength(env, list, &count));
  CHECK(count > 0);
  for (uint32_t i = 0; i < count; ++i) {
    JSVM_Value value = nullptr;
    CHECK_OK(OH_JSVM_GetElement(env, list, i, &value));
    bool result = !expected;
    JSVM_Status status = row.check(env, value, &result);
    if (status == JSVM_OK && result == expected) continue;
    Fail(__FILE__, __LINE__,
         std::string(row.name) + " of element " + std::to_string(i) + " of [" + elements + "] gives " +
             StatusName(status) + ", " + Show(result));
  }
}

JSVM_ValueType TypeOf(JSVM_Env env, JSVM_Value value) {
  auto type = static_cast<JSVM_ValueType>(-1);
  CHECK_OK(OH_JSVM_Typeof(env, value, &type));
  return type;
}

}  // namespace

JSVM_TEST(checks, each_is_true_for_its_kind) {
  TestVm vm;
  for (const Row& row : kRows) CheckElements(vm.env(), row, row.yes, true);
}

JSVM_TEST(checks, each_is_false_for_other_kinds) {
  TestVm vm;
  for (const Row& row : kRows) CheckElements(vm.env(), row, row.no, false);
}

JSVM_TEST(checks, each_works_while_exception_stored) {
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  for (const Row& row : kRows) {
    bool result = false;
    if (row.check(vm.env(), object, &result) != JSVM_OK) Fail(__FILE__, __LINE__, row.name);
  }
  CHECK_EQ(TypeOf(vm.env(), object), JSVM_OBJECT);
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
}

JSVM_TEST(checks, each_null_value_or_result_is_invalid) {
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})");
  for (const Row& row : kRows) {
    bool result = true;
    if (row.check(vm.env(), nullptr, &result) != JSVM_INVALID_ARG || !result) Fail(__FILE__, __LINE__, row.name);
    CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
    if (row.check(vm.env(), object, nullptr) != JSVM_INVALID_ARG) Fail(__FILE__, __LINE__, row.name);
    if (row.check(nullptr, object, &result) != JSVM_INVALID_ARG) Fail(__FILE__, __LINE__, row.name);
    CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
    CHECK_OK(row.check(vm.env(), object, &result));
    CHECK_LAST_ERROR(vm.env(), JSVM_OK);
  }
}

JSVM_TEST(checks, each_runs_no_js) {
  TestVm vm;
  JSVM_Value trap =
      Run(vm.env(), "new Proxy(function () {}, new Proxy({}, { get(t, name) { throw new Error('trap ' + name); } }))");
  for (const Row& row : kRows) {
    bool result = false;
    CHECK_OK(row.check(vm.env(), trap, &result));
  }
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(checks, IsObject_and_IsFunction_of_an_external) {
  TestVm vm;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(vm.env(), &vm, nullptr, nullptr, &external));
  bool result = false;
  CHECK_OK(OH_JSVM_IsObject(vm.env(), external, &result));
  CHECK(result);
  CHECK_OK(OH_JSVM_IsFunction(vm.env(), external, &result));
  CHECK(!result);
  SetGlobal(vm.env(), "external", external);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof external")), "object");
}

JSVM_TEST(checks, IsArray_differs_from_Array_isArray_for_a_proxy) {
  TestVm vm;
  JSVM_Value proxy = Run(vm.env(), "globalThis.p = new Proxy([], {})");
  bool result = true;
  CHECK_OK(OH_JSVM_IsArray(vm.env(), proxy, &result));
  CHECK(!result);
  CHECK(ToBool(vm.env(), Run(vm.env(), "Array.isArray(p)")));
}

JSVM_TEST(checks, Typeof_each_type) {
  TestVm vm;
  struct {
    const char* source;
    JSVM_ValueType type;
  } rows[] = {
      {"undefined", JSVM_UNDEFINED},
      {"null", JSVM_NULL},
      {"true", JSVM_BOOLEAN},
      {"1.5", JSVM_NUMBER},
      {"NaN", JSVM_NUMBER},
      {"'x'", JSVM_STRING},
      {"Symbol()", JSVM_SYMBOL},
      {"1n", JSVM_BIGINT},
      {"({})", JSVM_OBJECT},
      {"[]", JSVM_OBJECT},
      {"/x/", JSVM_OBJECT},
      {"new String('x')", JSVM_OBJECT},
      {"new Proxy({}, {})", JSVM_OBJECT},
      {"new Proxy(() => 1, {})", JSVM_FUNCTION},
      {"(function () {})", JSVM_FUNCTION},
      {"(class {})", JSVM_FUNCTION},
      {"Math.max", JSVM_FUNCTION},
      {"Math.max.bind(null)", JSVM_FUNCTION},
  };
  for (const auto& row : rows) {
    JSVM_ValueType type = TypeOf(vm.env(), Run(vm.env(), row.source));
    if (type != row.type) Fail(__FILE__, __LINE__, std::string(row.source) + " is of type " + Show(type));
  }
}

JSVM_TEST(checks, Typeof_values_of_the_enum) {
  CHECK_EQ(static_cast<int>(JSVM_UNDEFINED), 0);
  CHECK_EQ(static_cast<int>(JSVM_NULL), 1);
  CHECK_EQ(static_cast<int>(JSVM_BOOLEAN), 2);
  CHECK_EQ(static_cast<int>(JSVM_NUMBER), 3);
  CHECK_EQ(static_cast<int>(JSVM_STRING), 4);
  CHECK_EQ(static_cast<int>(JSVM_SYMBOL), 5);
  CHECK_EQ(static_cast<int>(JSVM_OBJECT), 6);
  CHECK_EQ(static_cast<int>(JSVM_FUNCTION), 7);
  CHECK_EQ(static_cast<int>(JSVM_EXTERNAL), 8);
  CHECK_EQ(static_cast<int>(JSVM_BIGINT), 9);
}

JSVM_TEST(checks, Typeof_external) {
  TestVm vm;
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(vm.env(), nullptr, nullptr, nullptr, &external));
  CHECK_EQ(TypeOf(vm.env(), external), JSVM_EXTERNAL);
}

JSVM_TEST(checks, Typeof_null_arguments) {
  TestVm vm;
  JSVM_ValueType type = JSVM_BIGINT;
  CHECK_STATUS(OH_JSVM_Typeof(vm.env(), nullptr, &type), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_Typeof(vm.env(), Undefined(vm.env()), nullptr), JSVM_INVALID_ARG);
  CHECK_EQ(type, JSVM_BIGINT);
}
