// Singletons, numbers, symbols, dates.
#include <climits>
#include <cmath>
#include <limits>

#include "jsvm_test.h"

JSVM_TEST(primitives, singletons_are_what_they_say) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value undefined = nullptr, null = nullptr, yes = nullptr, no = nullptr;
  CHECK_OK(OH_JSVM_GetUndefined(env, &undefined));
  CHECK_OK(OH_JSVM_GetNull(env, &null));
  CHECK_OK(OH_JSVM_GetBoolean(env, true, &yes));
  CHECK_OK(OH_JSVM_GetBoolean(env, false, &no));
  CHECK_EQ(Str(env, undefined), "undefined");
  CHECK_EQ(Str(env, null), "null");
  CHECK_EQ(Str(env, yes), "true");
  CHECK_EQ(Str(env, no), "false");
}

JSVM_TEST(primitives, GetGlobal_is_globalThis) {
  TestVm vm;
  JSVM_Value global = nullptr;
  CHECK_OK(OH_JSVM_GetGlobal(vm.env(), &global));
  bool equal = false;
  CHECK_OK(OH_JSVM_StrictEquals(vm.env(), global, Run(vm.env(), "globalThis"), &equal));
  CHECK(equal);
}

JSVM_TEST(primitives, creators_work_while_exception_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetUndefined(env, &value));
  CHECK_OK(OH_JSVM_CreateInt32(env, 1, &value));
  CHECK_OK(OH_JSVM_CreateStringUtf8(env, "x", 1, &value));
  CHECK_OK(OH_JSVM_CreateObject(env, &value));
  CHECK_OK(OH_JSVM_CreateSymbol(env, nullptr, &value));
  CHECK_OK(OH_JSVM_CreateBigintInt64(env, 1, &value));
  CHECK_STATUS(OH_JSVM_CreateDate(env, 0, &value), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(primitives, CreateDouble_keeps_every_value) {
  TestVm vm;
  double limits[] = {0.0, 1.5, -1e308, 5e-324, std::numeric_limits<double>::infinity()};
  for (double number : limits) {
    JSVM_Value value = nullptr;
    double back = -1;
    CHECK_OK(OH_JSVM_CreateDouble(vm.env(), number, &value));
    CHECK_OK(OH_JSVM_GetValueDouble(vm.env(), value, &back));
    CHECK_EQ(back, number);
  }
  JSVM_Value nan = nullptr, minus_zero = nullptr;
  double back = 0;
  CHECK_OK(OH_JSVM_CreateDouble(vm.env(), std::nan(""), &nan));
  CHECK_OK(OH_JSVM_GetValueDouble(vm.env(), nan, &back));
  CHECK(std::isnan(back));
  CHECK_OK(OH_JSVM_CreateDouble(vm.env(), -0.0, &minus_zero));
  CHECK_OK(OH_JSVM_GetValueDouble(vm.env(), minus_zero, &back));
  CHECK(std::signbit(back));
}

JSVM_TEST(primitives, CreateInt32_and_Uint32_limits) {
  TestVm vm;
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateInt32(vm.env(), INT32_MIN, &value));
  CHECK_EQ(ToNumber(vm.env(), value), -2147483648.0);
  CHECK_OK(OH_JSVM_CreateUint32(vm.env(), UINT32_MAX, &value));
  CHECK_EQ(ToNumber(vm.env(), value), 4294967295.0);
}

JSVM_TEST(primitives, CreateInt64_rounds_beyond_2_53) {
  TestVm vm;
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateInt64(vm.env(), INT64_MAX, &value));
  CHECK_EQ(ToNumber(vm.env(), value), 9223372036854775808.0);
  CHECK_OK(OH_JSVM_CreateInt64(vm.env(), 9007199254740993, &value));
  CHECK_EQ(ToNumber(vm.env(), value), 9007199254740992.0);
}

JSVM_TEST(primitives, GetValueInt32_wraps) {
  TestVm vm;
  struct {
    const char* source;
    int32_t expected;
  } table[] = {{"NaN", 0},           {"Infinity", 0}, {"-Infinity", 0},
               {"1.9", 1},           {"-1.9", -1},    {"2147483648", INT32_MIN},
               {"1e20", 1661992960}, {"-0", 0},       {"4294967296", 0}};
  for (const auto& row : table) {
    int32_t result = -7;
    CHECK_OK(OH_JSVM_GetValueInt32(vm.env(), Run(vm.env(), row.source), &result));
    CHECK_EQ(result, row.expected);
  }
}

JSVM_TEST(primitives, GetValueUint32_wraps) {
  TestVm vm;
  struct {
    const char* source;
    uint32_t expected;
  } table[] = {{"NaN", 0}, {"Infinity", 0}, {"-1", UINT32_MAX}, {"4294967296", 0}, {"4294967295", UINT32_MAX},
               {"3.7", 3}};
  for (const auto& row : table) {
    uint32_t result = 7;
    CHECK_OK(OH_JSVM_GetValueUint32(vm.env(), Run(vm.env(), row.source), &result));
    CHECK_EQ(result, row.expected);
  }
}

JSVM_TEST(primitives, GetValueInt64_saturates) {
  TestVm vm;
  struct {
    const char* source;
    int64_t expected;
  } table[] = {{"NaN", 0},
               {"Infinity", 0},
               {"-Infinity", 0},
               {"1e20", INT64_MAX},
               {"-1e20", INT64_MIN},
               {"-1.9", -1},
               {"2 ** 63", INT64_MAX},
               {"-(2 ** 63)", INT64_MIN},
               {"2 ** 53", 9007199254740992}};
  for (const auto& row : table) {
    int64_t result = 7;
    CHECK_OK(OH_JSVM_GetValueInt64(vm.env(), Run(vm.env(), row.source), &result));
    CHECK_EQ(result, row.expected);
  }
}

JSVM_TEST(primitives, number_getters_refuse_other_types) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (const char* source : {"'1'", "1n", "true", "null", "undefined", "new Number(1)", "Symbol()"}) {
    JSVM_Value value = Run(env, source);
    double d = 5;
    int32_t i = 5;
    uint32_t u = 5;
    int64_t l = 5;
    CHECK_STATUS(OH_JSVM_GetValueDouble(env, value, &d), JSVM_NUMBER_EXPECTED);
    CHECK_STATUS(OH_JSVM_GetValueInt32(env, value, &i), JSVM_NUMBER_EXPECTED);
    CHECK_STATUS(OH_JSVM_GetValueUint32(env, value, &u), JSVM_NUMBER_EXPECTED);
    CHECK_STATUS(OH_JSVM_GetValueInt64(env, value, &l), JSVM_NUMBER_EXPECTED);
    CHECK_LAST_ERROR(env, JSVM_NUMBER_EXPECTED);
    CHECK(d == 5 && i == 5 && u == 5 && l == 5);
  }
}

JSVM_TEST(primitives, GetValueBool_primitives_only) {
  TestVm vm;
  bool result = false;
  CHECK_OK(OH_JSVM_GetValueBool(vm.env(), Run(vm.env(), "true"), &result));
  CHECK(result);
  CHECK_STATUS(OH_JSVM_GetValueBool(vm.env(), Run(vm.env(), "1"), &result), JSVM_BOOLEAN_EXPECTED);
  CHECK_STATUS(OH_JSVM_GetValueBool(vm.env(), Run(vm.env(), "new Boolean(true)"), &result), JSVM_BOOLEAN_EXPECTED);
}

JSVM_TEST(primitives, CreateSymbol_is_fresh) {
  TestVm vm;
  JSVM_Value first = nullptr, second = nullptr, text = Utf8(vm.env(), "name");
  CHECK_OK(OH_JSVM_CreateSymbol(vm.env(), text, &first));
  CHECK_OK(OH_JSVM_CreateSymbol(vm.env(), text, &second));
  bool equal = true;
  CHECK_OK(OH_JSVM_StrictEquals(vm.env(), first, second, &equal));
  CHECK(!equal);
  SetGlobal(vm.env(), "s", first);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "s.description")), "name");
}

JSVM_TEST(primitives, CreateSymbol_without_description) {
  TestVm vm;
  JSVM_Value symbol = nullptr;
  CHECK_OK(OH_JSVM_CreateSymbol(vm.env(), nullptr, &symbol));
  SetGlobal(vm.env(), "s", symbol);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "String(s.description)")), "undefined");
  CHECK_STATUS(OH_JSVM_CreateSymbol(vm.env(), Num(vm.env(), 1), &symbol), JSVM_STRING_EXPECTED);
}

JSVM_TEST(primitives, SymbolFor_is_the_registry_symbol) {
  TestVm vm;
  JSVM_Value symbol = nullptr;
  CHECK_OK(OH_JSVM_SymbolFor(vm.env(), "app.key+rest", 7, &symbol));
  bool equal = false;
  CHECK_OK(OH_JSVM_StrictEquals(vm.env(), symbol, Run(vm.env(), "Symbol.for('app.key')"), &equal));
  CHECK(equal);
  CHECK_OK(OH_JSVM_SymbolFor(vm.env(), "auto", JSVM_AUTO_LENGTH, &symbol));
  CHECK_OK(OH_JSVM_SymbolFor(vm.env(), nullptr, 0, &symbol));
  CHECK_STATUS(OH_JSVM_SymbolFor(vm.env(), nullptr, JSVM_AUTO_LENGTH, &symbol), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SymbolFor(vm.env(), nullptr, 3, &symbol), JSVM_INVALID_ARG);
}

JSVM_TEST(primitives, well_known_symbols) {
  TestVm vm;
  using Getter = JSVM_Status (*)(JSVM_Env, JSVM_Value*);
  struct {
    Getter get;
    const char* source;
  } table[] = {{OH_JSVM_GetSymbolAsyncIterator, "Symbol.asyncIterator"},
               {OH_JSVM_GetSymbolHasInstance, "Symbol.hasInstance"},
               {OH_JSVM_GetSymbolIsConcatSpreadable, "Symbol.isConcatSpreadable"},
               {OH_JSVM_GetSymbolIterator, "Symbol.iterator"},
               {OH_JSVM_GetSymbolMatch, "Symbol.match"},
               {OH_JSVM_GetSymbolReplace, "Symbol.replace"},
               {OH_JSVM_GetSymbolSearch, "Symbol.search"},
               {OH_JSVM_GetSymbolSplit, "Symbol.split"},
               {OH_JSVM_GetSymbolToPrimitive, "Symbol.toPrimitive"},
               {OH_JSVM_GetSymbolToStringTag, "Symbol.toStringTag"},
               {OH_JSVM_GetSymbolUnscopables, "Symbol.unscopables"}};
  for (const auto& row : table) {
    JSVM_Value symbol = nullptr;
    bool equal = false;
    CHECK_OK(row.get(vm.env(), &symbol));
    CHECK_OK(OH_JSVM_StrictEquals(vm.env(), symbol, Run(vm.env(), row.source), &equal));
    CHECK(equal);
  }
}

JSVM_TEST(primitives, CreateDate_and_GetDateValue) {
  TestVm vm;
  struct {
    double time;
    double expected;
  } table[] = {{0, 0}, {1234.9, 1234}, {-1.5, -1}, {8.64e15, 8.64e15}};
  for (const auto& row : table) {
    JSVM_Value date = nullptr;
    double value = -7;
    CHECK_OK(OH_JSVM_CreateDate(vm.env(), row.time, &date));
    CHECK_OK(OH_JSVM_GetDateValue(vm.env(), date, &value));
    CHECK_EQ(value, row.expected);
  }
}

JSVM_TEST(primitives, CreateDate_out_of_range_is_invalid) {
  TestVm vm;
  for (double time : {std::nan(""), 8.64e15 + 1, -1e300}) {
    JSVM_Value date = nullptr;
    double value = 0;
    CHECK_OK(OH_JSVM_CreateDate(vm.env(), time, &date));
    CHECK_OK(OH_JSVM_GetDateValue(vm.env(), date, &value));
    CHECK(std::isnan(value));
  }
}

JSVM_TEST(primitives, GetDateValue_not_a_date) {
  TestVm vm;
  double value = 0;
  CHECK_STATUS(OH_JSVM_GetDateValue(vm.env(), Num(vm.env(), 1), &value), JSVM_DATE_EXPECTED);
  CHECK_LAST_ERROR(vm.env(), JSVM_DATE_EXPECTED);
}

JSVM_TEST(primitives, CreateBigintInt64_and_Uint64) {
  TestVm vm;
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateBigintInt64(vm.env(), INT64_MIN, &value));
  CHECK_EQ(Str(vm.env(), value), "-9223372036854775808");
  CHECK_OK(OH_JSVM_CreateBigintUint64(vm.env(), UINT64_MAX, &value));
  CHECK_EQ(Str(vm.env(), value), "18446744073709551615");
}

JSVM_TEST(primitives, CreateBigintWords) {
  TestVm vm;
  JSVM_Value value = nullptr;
  uint64_t words[] = {1, 2};
  CHECK_OK(OH_JSVM_CreateBigintWords(vm.env(), 1, 2, words, &value));
  CHECK_EQ(Str(vm.env(), value), "-36893488147419103233");
  CHECK_OK(OH_JSVM_CreateBigintWords(vm.env(), 1, 0, words, &value));
  CHECK_EQ(Str(vm.env(), value), "0");
  uint64_t zero[] = {0, 0};
  CHECK_OK(OH_JSVM_CreateBigintWords(vm.env(), 1, 2, zero, &value));
  CHECK_EQ(Str(vm.env(), value), "0");
}

JSVM_TEST(primitives, CreateBigintWords_too_many) {
  TestVm vm;
  uint64_t word = 1;
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_CreateBigintWords(vm.env(), 0, size_t{INT_MAX} + 1, &word, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateBigintWords(vm.env(), 0, INT_MAX, &word, &value), JSVM_PENDING_EXCEPTION);
  CHECK(TakeException(vm.env()).starts_with("RangeError:"));
  CHECK(value == nullptr);
}

JSVM_TEST(primitives, GetValueBigintInt64_lossless) {
  TestVm vm;
  struct {
    const char* source;
    int64_t expected;
    bool lossless;
  } table[] = {{"0n", 0, true},
               {"-1n", -1, true},
               {"2n ** 63n - 1n", INT64_MAX, true},
               {"2n ** 63n", INT64_MIN, false},
               {"2n ** 64n + 5n", 5, false}};
  for (const auto& row : table) {
    int64_t result = -7;
    bool lossless = !row.lossless;
    CHECK_OK(OH_JSVM_GetValueBigintInt64(vm.env(), Run(vm.env(), row.source), &result, &lossless));
    CHECK_EQ(result, row.expected);
    CHECK_EQ(lossless, row.lossless);
  }
}

JSVM_TEST(primitives, GetValueBigintUint64_negative_is_lossy) {
  TestVm vm;
  uint64_t result = 0;
  bool lossless = true;
  CHECK_OK(OH_JSVM_GetValueBigintUint64(vm.env(), Run(vm.env(), "-1n"), &result, &lossless));
  CHECK_EQ(result, UINT64_MAX);
  CHECK(!lossless);
  CHECK_STATUS(OH_JSVM_GetValueBigintUint64(vm.env(), Num(vm.env(), 1), &result, &lossless), JSVM_BIGINT_EXPECTED);
}

JSVM_TEST(primitives, GetValueBigintWords_query_and_copy) {
  TestVm vm;
  JSVM_Value value = Run(vm.env(), "-(2n ** 64n + 3n)");
  size_t count = 0;
  CHECK_OK(OH_JSVM_GetValueBigintWords(vm.env(), value, nullptr, &count, nullptr));
  CHECK_EQ(count, 2u);
  uint64_t words[3] = {9, 9, 9};
  int sign = 0;
  count = 3;
  CHECK_OK(OH_JSVM_GetValueBigintWords(vm.env(), value, &sign, &count, words));
  CHECK_EQ(count, 2u);
  CHECK_EQ(sign, 1);
  CHECK(words[0] == 3 && words[1] == 1 && words[2] == 9);
}

JSVM_TEST(primitives, GetValueBigintWords_small_capacity_tells_what_is_needed) {
  TestVm vm;
  uint64_t words[2] = {9, 9};
  int sign = 1;
  size_t count = 1;
  CHECK_OK(OH_JSVM_GetValueBigintWords(vm.env(), Run(vm.env(), "2n ** 64n + 3n"), &sign, &count, words));
  CHECK_EQ(count, 2u);
  CHECK(words[0] == 3 && words[1] == 9);
  CHECK_EQ(sign, 0);
}

JSVM_TEST(primitives, GetValueBigintWords_zero_and_wrong_arguments) {
  TestVm vm;
  uint64_t word = 9;
  int sign = 1;
  size_t count = 1;
  CHECK_OK(OH_JSVM_GetValueBigintWords(vm.env(), Run(vm.env(), "0n"), &sign, &count, &word));
  CHECK_EQ(count, 0u);
  CHECK_EQ(sign, 0);
  CHECK_STATUS(OH_JSVM_GetValueBigintWords(vm.env(), Run(vm.env(), "1n"), &sign, &count, nullptr), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetValueBigintWords(vm.env(), Run(vm.env(), "1n"), nullptr, &count, &word), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetValueBigintWords(vm.env(), Run(vm.env(), "1"), &sign, &count, &word), JSVM_BIGINT_EXPECTED);
}
