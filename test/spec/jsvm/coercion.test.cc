// Coercion, equality, instanceof, JSON.
#include <cmath>

#include "jsvm_test.h"

namespace {

using Coerce = JSVM_Status (*)(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

constexpr Coerce kCoercions[] = {OH_JSVM_CoerceToBool, OH_JSVM_CoerceToNumber, OH_JSVM_CoerceToString,
                                 OH_JSVM_CoerceToObject, OH_JSVM_CoerceToBigInt};

// Text of the coerced value of an expression.
std::string Coerced(JSVM_Env env, Coerce coerce, const char* source) {
  JSVM_Value result = nullptr;
  CHECK_OK(coerce(env, Run(env, source), &result));
  CHECK_LAST_ERROR(env, JSVM_OK);
  return Str(env, result);
}

// The exception of a coercion that fails with `expected`; the out parameter must stay as it was.
std::string Refused(JSVM_Env env, Coerce coerce, const char* source, JSVM_Status expected) {
  auto untouched = reinterpret_cast<JSVM_Value>(&env);
  JSVM_Value result = untouched;
  CHECK_STATUS(coerce(env, Run(env, source), &result), expected);
  CHECK_LAST_ERROR(env, expected);
  CHECK(result == untouched);
  return TakeException(env);
}

bool AreEqual(JSVM_Env env, const char* lhs, const char* rhs) {
  bool result = false;
  CHECK_OK(OH_JSVM_Equals(env, Run(env, lhs), Run(env, rhs), &result));
  return result;
}

bool AreIdentical(JSVM_Env env, const char* lhs, const char* rhs) {
  bool result = false;
  CHECK_OK(OH_JSVM_StrictEquals(env, Run(env, lhs), Run(env, rhs), &result));
  return result;
}

bool IsInstance(JSVM_Env env, const char* object, const char* constructor) {
  bool result = false;
  CHECK_OK(OH_JSVM_Instanceof(env, Run(env, object), Run(env, constructor), &result));
  return result;
}

std::string Stringified(JSVM_Env env, const char* source) {
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_JsonStringify(env, Run(env, source), &result));
  bool is_string = false;
  CHECK_OK(OH_JSVM_IsString(env, result, &is_string));
  CHECK(is_string);
  return Str(env, result);
}

}  // namespace

JSVM_TEST(coercion, CoerceToBool_truthiness) {
  TestVm vm;
  for (const char* falsy : {"undefined", "null", "false", "0", "-0", "NaN", "''", "0n"}) {
    CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBool, falsy), "false");
  }
  for (const char* truthy : {"true", "1", "'false'", "({})", "[]", "1n", "Symbol()", "new Boolean(false)"}) {
    CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBool, truthy), "true");
  }
}

JSVM_TEST(coercion, CoerceToNumber_conversions) {
  TestVm vm;
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "' 0x10 '"), "16");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "''"), "0");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "'x'"), "NaN");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "null"), "0");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "undefined"), "NaN");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "true"), "1");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "[7]"), "7");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToNumber, "({ valueOf: () => 8 })"), "8");
}

JSVM_TEST(coercion, CoerceToNumber_keeps_minus_zero) {
  TestVm vm;
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_CoerceToNumber(vm.env(), Run(vm.env(), "'-0'"), &result));
  CHECK(std::signbit(ToNumber(vm.env(), result)));
}

JSVM_TEST(coercion, CoerceToNumber_refuses) {
  TestVm vm;
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToNumber, "Symbol()", JSVM_NUMBER_EXPECTED),
           "TypeError: Cannot convert a Symbol value to a number");
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToNumber, "1n", JSVM_NUMBER_EXPECTED),
           "TypeError: Cannot convert a BigInt value to a number");
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToNumber, "({ valueOf() { throw new Error('no') } })", JSVM_NUMBER_EXPECTED),
           "Error: no");
}

JSVM_TEST(coercion, CoerceToString_conversions) {
  TestVm vm;
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "12.5"), "12.5");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "null"), "null");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "undefined"), "undefined");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "[1, [2, 3]]"), "1,2,3");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "({})"), "[object Object]");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "10n"), "10");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToString, "new TypeError('t')"), "TypeError: t");
}

JSVM_TEST(coercion, CoerceToString_refuses) {
  TestVm vm;
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToString, "Symbol('s')", JSVM_STRING_EXPECTED),
           "TypeError: Cannot convert a Symbol value to a string");
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToString, "({ toString() { throw 'text' } })", JSVM_STRING_EXPECTED),
           "text");
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToString, "Object.create(null)", JSVM_STRING_EXPECTED),
           "TypeError: Cannot convert object to primitive value");
}

JSVM_TEST(coercion, CoerceToObject_wraps_primitives) {
  TestVm vm;
  JSVM_Value object = nullptr;
  bool result = false;
  CHECK_OK(OH_JSVM_CoerceToObject(vm.env(), Run(vm.env(), "'x'"), &object));
  CHECK_OK(OH_JSVM_IsStringObject(vm.env(), object, &result));
  CHECK(result);
  CHECK_OK(OH_JSVM_CoerceToObject(vm.env(), Run(vm.env(), "1n"), &object));
  CHECK_OK(OH_JSVM_IsBigIntObject(vm.env(), object, &result));
  CHECK(result);
  JSVM_Value plain = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_CoerceToObject(vm.env(), plain, &object));
  CHECK_OK(OH_JSVM_StrictEquals(vm.env(), plain, object, &result));
  CHECK(result);
}

JSVM_TEST(coercion, CoerceToObject_refuses) {
  TestVm vm;
  for (const char* source : {"null", "undefined"}) {
    CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToObject, source, JSVM_OBJECT_EXPECTED),
             "TypeError: Cannot convert undefined or null to object");
  }
}

JSVM_TEST(coercion, CoerceToBigInt_conversions) {
  TestVm vm;
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBigInt, "' 12 '"), "12");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBigInt, "''"), "0");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBigInt, "true"), "1");
  CHECK_EQ(Coerced(vm.env(), OH_JSVM_CoerceToBigInt, "2n ** 70n"), "1180591620717411303424");
}

JSVM_TEST(coercion, CoerceToBigInt_refuses) {
  TestVm vm;
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToBigInt, "5", JSVM_BIGINT_EXPECTED),
           "TypeError: Cannot convert 5 to a BigInt");
  Refused(vm.env(), OH_JSVM_CoerceToBigInt, "undefined", JSVM_BIGINT_EXPECTED);
  Refused(vm.env(), OH_JSVM_CoerceToBigInt, "null", JSVM_BIGINT_EXPECTED);
  Refused(vm.env(), OH_JSVM_CoerceToBigInt, "Symbol()", JSVM_BIGINT_EXPECTED);
  CHECK_EQ(Refused(vm.env(), OH_JSVM_CoerceToBigInt, "'1.5'", JSVM_BIGINT_EXPECTED),
           "SyntaxError: Cannot convert 1.5 to a BigInt");
}

JSVM_TEST(coercion, Coerce_refused_while_exception_stored) {
  TestVm vm;
  JSVM_Value value = Num(vm.env(), 1);
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  for (Coerce coerce : kCoercions) {
    CHECK_STATUS(coerce(vm.env(), value, &result), JSVM_PENDING_EXCEPTION);
    CHECK_LAST_ERROR(vm.env(), JSVM_PENDING_EXCEPTION);
    // No other argument is looked at.
    CHECK_STATUS(coerce(vm.env(), nullptr, nullptr), JSVM_PENDING_EXCEPTION);
  }
  CHECK(result == nullptr);
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
}

JSVM_TEST(coercion, StrictEquals_rules) {
  TestVm vm;
  CHECK(AreIdentical(vm.env(), "1", "1.0"));
  CHECK(AreIdentical(vm.env(), "0", "-0"));
  CHECK(AreIdentical(vm.env(), "'ab'", "'a' + 'b'"));
  CHECK(AreIdentical(vm.env(), "10n", "10n"));
  CHECK(!AreIdentical(vm.env(), "NaN", "NaN"));
  CHECK(!AreIdentical(vm.env(), "1", "'1'"));
  CHECK(!AreIdentical(vm.env(), "1", "1n"));
  CHECK(!AreIdentical(vm.env(), "null", "undefined"));
  CHECK(!AreIdentical(vm.env(), "({})", "({})"));
  CHECK(!AreIdentical(vm.env(), "Symbol('x')", "Symbol('x')"));
}

JSVM_TEST(coercion, Equals_rules) {
  TestVm vm;
  CHECK(AreEqual(vm.env(), "1", "'1'"));
  CHECK(AreEqual(vm.env(), "1", "1n"));
  CHECK(AreEqual(vm.env(), "null", "undefined"));
  CHECK(AreEqual(vm.env(), "0", "''"));
  CHECK(AreEqual(vm.env(), "true", "'1'"));
  CHECK(AreEqual(vm.env(), "[3]", "3"));
  CHECK(AreEqual(vm.env(), "({ valueOf: () => 4 })", "4"));
  CHECK(!AreEqual(vm.env(), "NaN", "NaN"));
  CHECK(!AreEqual(vm.env(), "null", "0"));
  CHECK(!AreEqual(vm.env(), "({})", "({})"));
}

JSVM_FATAL_TEST(coercion, Equals_conversion_that_throws, "Maybe value is Nothing") {
  TestVm vm;
  bool result = false;
  OH_JSVM_Equals(vm.env(), Run(vm.env(), "({ valueOf() { throw 1 } })"), Num(vm.env(), 1), &result);
}

JSVM_TEST(coercion, Equals_refused_while_exception_stored) {
  TestVm vm;
  JSVM_Value value = Num(vm.env(), 1);
  bool result = false;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_STATUS(OH_JSVM_Equals(vm.env(), value, value, &result), JSVM_PENDING_EXCEPTION);
  CHECK_STATUS(OH_JSVM_StrictEquals(vm.env(), value, value, &result), JSVM_PENDING_EXCEPTION);
  CHECK(!result);
  TakeException(vm.env());
}

JSVM_TEST(coercion, Instanceof_rules) {
  TestVm vm;
  CHECK(IsInstance(vm.env(), "[]", "Array"));
  CHECK(IsInstance(vm.env(), "[]", "Object"));
  CHECK(IsInstance(vm.env(), "new (class extends Map {})()", "Map"));
  CHECK(IsInstance(vm.env(), "new Date()", "Date.bind(null)"));
  CHECK(IsInstance(vm.env(), "new Date()", "new Proxy(Date, {})"));
  CHECK(!IsInstance(vm.env(), "[]", "Map"));
  CHECK(!IsInstance(vm.env(), "1", "Number"));
  CHECK(!IsInstance(vm.env(), "null", "Object"));
}

JSVM_TEST(coercion, Instanceof_runs_hasInstance) {
  TestVm vm;
  CHECK(IsInstance(vm.env(), "5", "(class { static [Symbol.hasInstance](v) { return v === 5 } })"));
  bool result = true;
  JSVM_Value thrower = Run(vm.env(), "(class { static [Symbol.hasInstance]() { throw new RangeError('mine') } })");
  CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), Num(vm.env(), 1), thrower, &result), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  CHECK(!result);
  CHECK_EQ(TakeException(vm.env()), "RangeError: mine");
}

JSVM_TEST(coercion, Instanceof_constructor_is_not_a_function) {
  TestVm vm;
  for (const char* source : {"({})", "5", "'x'", "[]", "Symbol()"}) {
    bool result = true;
    CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), Num(vm.env(), 1), Run(vm.env(), source), &result),
                 JSVM_FUNCTION_EXPECTED);
    CHECK_LAST_ERROR(vm.env(), JSVM_FUNCTION_EXPECTED);
    CHECK(!result);
    JSVM_Value exception = TakeExceptionValue(vm.env());
    CHECK_EQ(Str(vm.env(), exception), "TypeError: Constructor must be a function");
    JSVM_Value code = nullptr;
    CHECK_OK(OH_JSVM_GetNamedProperty(vm.env(), exception, "code", &code));
    CHECK_EQ(Str(vm.env(), code), "ERR_NAPI_CONS_FUNCTION");
  }
}

JSVM_TEST(coercion, Instanceof_constructor_is_null_or_undefined) {
  TestVm vm;
  for (const char* source : {"null", "undefined"}) {
    bool result = true;
    CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), Num(vm.env(), 1), Run(vm.env(), source), &result), JSVM_OBJECT_EXPECTED);
    CHECK(!result);
    CHECK_EQ(TakeException(vm.env()), "TypeError: Cannot convert undefined or null to object");
  }
}

JSVM_TEST(coercion, Instanceof_null_arguments) {
  TestVm vm;
  JSVM_Value value = Num(vm.env(), 1);
  bool result = true;
  CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), nullptr, value, &result), JSVM_INVALID_ARG);
  CHECK(result);
  CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), value, value, nullptr), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(vm.env()));
  // The result is written before the constructor is looked at.
  CHECK_STATUS(OH_JSVM_Instanceof(vm.env(), value, nullptr, &result), JSVM_INVALID_ARG);
  CHECK(!result);
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(coercion, JsonParse_values) {
  TestVm vm;
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_JsonParse(vm.env(), Utf8(vm.env(), "{\"a\":[1,2,{\"b\":null}]}"), &result));
  SetGlobal(vm.env(), "parsed", result);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "parsed.a[1] + ',' + parsed.a[2].b")), "2,null");
  CHECK_OK(OH_JSVM_JsonParse(vm.env(), Utf8(vm.env(), " \"text\" "), &result));
  CHECK_EQ(Str(vm.env(), result), "text");
}

JSVM_TEST(coercion, JsonParse_syntax_error) {
  TestVm vm;
  for (const char* text : {"", "{", "{'a':1}", "[1,]", "undefined"}) {
    JSVM_Value result = nullptr;
    CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), Utf8(vm.env(), text), &result), JSVM_GENERIC_FAILURE);
    CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
    CHECK(result == nullptr);
    CHECK_EQ(TakeException(vm.env()).find("SyntaxError: "), 0u);
  }
}

JSVM_TEST(coercion, JsonParse_not_a_string) {
  TestVm vm;
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), Num(vm.env(), 1), &result), JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), Run(vm.env(), "new String('1')"), &result), JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), nullptr, &result), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(coercion, JsonStringify_values) {
  TestVm vm;
  CHECK_EQ(Stringified(vm.env(), "({ a: 1, b: [true, null], c: undefined })"), "{\"a\":1,\"b\":[true,null]}");
  CHECK_EQ(Stringified(vm.env(), "'x\"y'"), "\"x\\\"y\"");
  CHECK_EQ(Stringified(vm.env(), "NaN"), "null");
  CHECK_EQ(Stringified(vm.env(), "({ toJSON: () => 'own' })"), "\"own\"");
  CHECK_EQ(Stringified(vm.env(), "new Date(0)"), "\"1970-01-01T00:00:00.000Z\"");
}

JSVM_TEST(coercion, JsonStringify_what_json_has_no_text_for) {
  TestVm vm;
  CHECK_EQ(Stringified(vm.env(), "undefined"), "undefined");
  CHECK_EQ(Stringified(vm.env(), "(function () {})"), "undefined");
  CHECK_EQ(Stringified(vm.env(), "Symbol()"), "undefined");
}

JSVM_TEST(coercion, JsonStringify_refuses) {
  TestVm vm;
  for (const char* source : {"(o => o.self = o)({})", "1n", "({ n: 1n })"}) {
    JSVM_Value result = nullptr;
    CHECK_STATUS(OH_JSVM_JsonStringify(vm.env(), Run(vm.env(), source), &result), JSVM_GENERIC_FAILURE);
    CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
    CHECK(result == nullptr);
    CHECK_EQ(TakeException(vm.env()).find("TypeError: "), 0u);
  }
  JSVM_Value result = nullptr;
  JSVM_Value thrower = Run(vm.env(), "({ toJSON() { throw new Error('mine') } })");
  CHECK_STATUS(OH_JSVM_JsonStringify(vm.env(), thrower, &result), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(vm.env()), "Error: mine");
}

JSVM_TEST(coercion, Json_refused_while_exception_stored) {
  TestVm vm;
  JSVM_Value text = Utf8(vm.env(), "1");
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), text, &result), JSVM_PENDING_EXCEPTION);
  CHECK_STATUS(OH_JSVM_JsonStringify(vm.env(), text, &result), JSVM_PENDING_EXCEPTION);
  CHECK(result == nullptr);
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
}
