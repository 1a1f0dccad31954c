// Set, get, has and delete of properties and elements, and the lists of names.

#include "jsvm_test.h"

namespace {

// An object whose traps all throw.
constexpr const char* kThrowing =
    "new Proxy({}, new Proxy({}, {get: (t, trap) => () => { throw new Error('trap ' + trap); }}))";

bool Has(JSVM_Env env, JSVM_Value object, const char* name) {
  bool result = false;
  CHECK_OK(OH_JSVM_HasNamedProperty(env, object, name, &result));
  return result;
}

std::string Named(JSVM_Env env, JSVM_Value object, const char* name) {
  JSVM_Value value = nullptr;
  if (!CHECK_OK(OH_JSVM_GetNamedProperty(env, object, name, &value))) return "";
  return Str(env, value);
}

std::string Names(JSVM_Env env, JSVM_Value object, JSVM_KeyCollectionMode mode, int filter,
                  JSVM_KeyConversion conversion = JSVM_KEY_NUMBERS_TO_STRINGS) {
  JSVM_Value names = nullptr;
  if (!CHECK_OK(
          OH_JSVM_GetAllPropertyNames(env, object, mode, static_cast<JSVM_KeyFilter>(filter), conversion, &names))) {
    return "";
  }
  SetGlobal(env, "names", names);
  return Str(env, Run(env, "names.map((n) => typeof n === 'number' ? '#' + n : String(n)).join()"));
}

}  // namespace

JSVM_TEST(objects, SetProperty_sets_under_any_kind_of_key) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = {}");
  CHECK_OK(OH_JSVM_SetProperty(env, object, Utf8(env, "text"), Num(env, 1)));
  CHECK_OK(OH_JSVM_SetProperty(env, object, Num(env, 7), Num(env, 2)));
  CHECK_OK(OH_JSVM_SetProperty(env, object, Run(env, "globalThis.s = Symbol()"), Num(env, 3)));
  CHECK_OK(OH_JSVM_SetProperty(env, object, Run(env, "({toString: () => 'made'})"), Num(env, 4)));
  CHECK_EQ(Str(env, Run(env, "[o.text, o[7], o[s], o.made].join()")), "1,2,3,4");
}

JSVM_TEST(objects, SetProperty_on_read_only_is_silently_OK) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value frozen = Run(env, "globalThis.o = Object.freeze({a: 1})");
  CHECK_OK(OH_JSVM_SetProperty(env, frozen, Utf8(env, "a"), Num(env, 2)));
  CHECK_OK(OH_JSVM_SetProperty(env, frozen, Utf8(env, "b"), Num(env, 2)));
  CHECK_EQ(Str(env, Run(env, "JSON.stringify(o)")), "{\"a\":1}");
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, SetProperty_runs_setters_of_the_prototype) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = Object.create({set x(v) { this.seen = v * 2; }})");
  CHECK_OK(OH_JSVM_SetProperty(env, object, Utf8(env, "x"), Num(env, 21)));
  CHECK_EQ(ToNumber(env, Run(env, "o.seen")), 42);
}

JSVM_TEST(objects, SetProperty_on_a_primitive_is_lost) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_SetProperty(env, Num(env, 1), Utf8(env, "x"), Num(env, 2)));
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, SetProperty_on_undefined_expects_an_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_SetProperty(env, Undefined(env), Utf8(env, "x"), Num(env, 2)), JSVM_OBJECT_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, SetProperty_stores_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_SetProperty(env, Run(env, kThrowing), Utf8(env, "x"), Num(env, 2)), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap set");
}

JSVM_TEST(objects, SetProperty_stores_what_the_key_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value key = Run(env, "({toString() { throw new Error('key'); }})");
  CHECK_STATUS(OH_JSVM_SetProperty(env, Run(env, "({})"), key, Num(env, 2)), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: key");
}

JSVM_TEST(objects, SetProperty_is_refused_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = {}");
  JSVM_Value key = Utf8(env, "x");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_STATUS(OH_JSVM_SetProperty(env, object, key, key), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: stored");
  CHECK_EQ(Str(env, Run(env, "typeof o.x")), "undefined");
}

JSVM_TEST(objects, GetProperty_of_a_missing_one_is_undefined) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetProperty(env, Run(env, "({})"), Utf8(env, "x"), &value));
  CHECK_EQ(Str(env, value), "undefined");
}

JSVM_TEST(objects, GetProperty_reads_primitives_through_their_wrapper) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetProperty(env, Utf8(env, "four"), Utf8(env, "length"), &value));
  CHECK_EQ(ToNumber(env, value), 4);
}

JSVM_TEST(objects, GetProperty_leaves_the_result_alone_when_a_getter_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value before = Num(env, 1);
  JSVM_Value value = before;
  JSVM_Value object = Run(env, "({get x() { throw new RangeError('get'); }})");
  CHECK_STATUS(OH_JSVM_GetProperty(env, object, Utf8(env, "x"), &value), JSVM_GENERIC_FAILURE);
  CHECK(value == before);
  CHECK_EQ(TakeException(env), "RangeError: get");
}

JSVM_TEST(objects, HasProperty_sees_prototypes_and_hidden_properties) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "Object.defineProperty({}, 'hidden', {value: 1})");
  bool has = false;
  CHECK_OK(OH_JSVM_HasProperty(env, object, Utf8(env, "toString"), &has));
  CHECK(has);
  has = false;
  CHECK_OK(OH_JSVM_HasProperty(env, object, Utf8(env, "hidden"), &has));
  CHECK(has);
  CHECK_OK(OH_JSVM_HasProperty(env, object, Utf8(env, "absent"), &has));
  CHECK(!has);
}

JSVM_TEST(objects, HasProperty_stores_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool has = true;
  CHECK_STATUS(OH_JSVM_HasProperty(env, Run(env, kThrowing), Utf8(env, "x"), &has), JSVM_GENERIC_FAILURE);
  CHECK(has);
  CHECK_EQ(TakeException(env), "Error: trap has");
}

JSVM_TEST(objects, DeleteProperty_tells_whether_it_is_gone) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = Object.defineProperty({a: 1}, 'fixed', {value: 1})");
  bool deleted = false;
  CHECK_OK(OH_JSVM_DeleteProperty(env, object, Utf8(env, "a"), &deleted));
  CHECK(deleted);
  deleted = false;
  CHECK_OK(OH_JSVM_DeleteProperty(env, object, Utf8(env, "absent"), &deleted));
  CHECK(deleted);
  CHECK_OK(OH_JSVM_DeleteProperty(env, object, Utf8(env, "fixed"), &deleted));
  CHECK(!deleted);
  CHECK_EQ(Str(env, Run(env, "Object.getOwnPropertyNames(o).join()")), "fixed");
}

JSVM_TEST(objects, DeleteProperty_works_without_a_result) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({a: 1})");
  CHECK_OK(OH_JSVM_DeleteProperty(env, object, Utf8(env, "a"), nullptr));
  CHECK(!Has(env, object, "a"));
}

JSVM_TEST(objects, DeleteProperty_stores_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_DeleteProperty(env, Run(env, kThrowing), Utf8(env, "x"), nullptr), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap deleteProperty");
}

JSVM_TEST(objects, HasOwnProperty_ignores_prototypes) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({a: 1, [Symbol.iterator]: 2})");
  bool has = false;
  CHECK_OK(OH_JSVM_HasOwnProperty(env, object, Utf8(env, "a"), &has));
  CHECK(has);
  has = false;
  CHECK_OK(OH_JSVM_HasOwnProperty(env, object, Run(env, "Symbol.iterator"), &has));
  CHECK(has);
  CHECK_OK(OH_JSVM_HasOwnProperty(env, object, Utf8(env, "toString"), &has));
  CHECK(!has);
}

JSVM_TEST(objects, HasOwnProperty_wants_a_name_as_key) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool has = false;
  CHECK_STATUS(OH_JSVM_HasOwnProperty(env, Run(env, "['a']"), Num(env, 0), &has), JSVM_NAME_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_NAME_EXPECTED);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, HasOwnProperty_looks_at_the_object_before_the_key) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool has = false;
  CHECK_STATUS(OH_JSVM_HasOwnProperty(env, Undefined(env), Num(env, 0), &has), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, named_property_round_trip_in_utf8) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = {}");
  CHECK_OK(OH_JSVM_SetNamedProperty(env, object, "Größe", Num(env, 5)));
  CHECK_EQ(ToNumber(env, Run(env, "o['Gr\\u00f6\\u00dfe']")), 5);
  CHECK_EQ(Named(env, object, "Größe"), "5");
  CHECK(Has(env, object, "Größe"));
}

JSVM_TEST(objects, named_property_that_looks_like_a_number_is_an_element) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = Run(env, "globalThis.a = []");
  CHECK_OK(OH_JSVM_SetNamedProperty(env, array, "0", Num(env, 5)));
  CHECK_EQ(ToNumber(env, Run(env, "a.length")), 1);
  CHECK_EQ(Named(env, array, "0"), "5");
  CHECK(Has(env, array, "0"));
}

JSVM_TEST(objects, SetNamedProperty_looks_at_the_object_before_the_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_SetNamedProperty(env, Undefined(env), nullptr, Num(env, 1)), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, HasNamedProperty_looks_at_the_object_before_the_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool has = false;
  CHECK_STATUS(OH_JSVM_HasNamedProperty(env, Undefined(env), nullptr, &has), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, GetNamedProperty_looks_at_the_name_before_the_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetNamedProperty(env, Undefined(env), nullptr, &value), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, GetNamedProperty_stores_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetNamedProperty(env, Run(env, kThrowing), "x", &value), JSVM_GENERIC_FAILURE);
  CHECK(value == nullptr);
  CHECK_EQ(TakeException(env), "Error: trap get");
}

JSVM_TEST(objects, elements_up_to_the_largest_index) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.o = {}");
  CHECK_OK(OH_JSVM_SetElement(env, object, UINT32_MAX, Num(env, 8)));
  CHECK_EQ(ToNumber(env, Run(env, "o['4294967295']")), 8);
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetElement(env, object, UINT32_MAX, &value));
  CHECK_EQ(ToNumber(env, value), 8);
  bool flag = false;
  CHECK_OK(OH_JSVM_HasElement(env, object, UINT32_MAX, &flag));
  CHECK(flag);
  flag = false;
  CHECK_OK(OH_JSVM_DeleteElement(env, object, UINT32_MAX, &flag));
  CHECK(flag);
  CHECK_OK(OH_JSVM_HasElement(env, object, UINT32_MAX, &flag));
  CHECK(!flag);
}

JSVM_TEST(objects, SetElement_lengthens_an_array) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value array = Run(env, "globalThis.a = [1]");
  CHECK_OK(OH_JSVM_SetElement(env, array, 3, Num(env, 4)));
  CHECK_EQ(Str(env, Run(env, "a.length + ':' + a")), "4:1,,,4");
}

JSVM_TEST(objects, GetElement_of_a_string_is_a_character) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetElement(env, Utf8(env, "abc"), 1, &value));
  CHECK_EQ(Str(env, value), "b");
}

JSVM_TEST(objects, elements_store_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, kThrowing);
  JSVM_Value value = nullptr;
  bool flag = false;
  CHECK_STATUS(OH_JSVM_SetElement(env, object, 0, Num(env, 1)), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap set");
  CHECK_STATUS(OH_JSVM_GetElement(env, object, 0, &value), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap get");
  CHECK_STATUS(OH_JSVM_HasElement(env, object, 0, &flag), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap has");
  CHECK_STATUS(OH_JSVM_DeleteElement(env, object, 0, nullptr), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap deleteProperty");
}

JSVM_TEST(objects, DeleteElement_of_a_fixed_one_is_false) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool deleted = true;
  CHECK_OK(OH_JSVM_DeleteElement(env, Run(env, "Object.freeze([1])"), 0, &deleted));
  CHECK(!deleted);
}

JSVM_TEST(objects, elements_of_null_expect_an_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value null = Run(env, "null");
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetElement(env, null, 0, &value), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK_STATUS(OH_JSVM_DeleteElement(env, null, 0, nullptr), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, GetPropertyNames_are_those_of_for_in) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env,
                          "globalThis.o = Object.assign(Object.create({inherited: 1}), {own: 1, 3: 1, [Symbol()]: 1});"
                          "Object.defineProperty(o, 'hidden', {value: 1})");
  JSVM_Value names = nullptr;
  CHECK_OK(OH_JSVM_GetPropertyNames(env, object, &names));
  SetGlobal(env, "names", names);
  CHECK_EQ(Str(env, Run(env, "names.map((n) => typeof n + n).join()")), "string3,stringown,stringinherited");
}

JSVM_TEST(objects, GetAllPropertyNames_modes_and_conversions) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "Object.assign(Object.create({inherited: 1}), {own: 1, 3: 1})");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES), "3,own");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES, JSVM_KEY_KEEP_NUMBERS), "#3,own");
  CHECK_EQ(Names(env, object, JSVM_KEY_INCLUDE_PROTOTYPES, JSVM_KEY_ENUMERABLE), "3,own,inherited");
}

JSVM_TEST(objects, GetAllPropertyNames_filters) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env,
                          "Object.defineProperties({}, {"
                          "  w: {value: 1, writable: true}, e: {value: 1, enumerable: true},"
                          "  c: {value: 1, configurable: true}, [Symbol('s')]: {value: 1},"
                          "  all: {value: 1, writable: true, enumerable: true, configurable: true}})");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES), "w,e,c,all,Symbol(s)");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_WRITABLE), "w,all");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ENUMERABLE), "e,all");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_CONFIGURABLE), "c,all");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_WRITABLE | JSVM_KEY_ENUMERABLE), "all");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_SKIP_STRINGS), "Symbol(s)");
  CHECK_EQ(Names(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_SKIP_SYMBOLS), "w,e,c,all");
}

JSVM_TEST(objects, GetAllPropertyNames_ignores_unknown_filter_bits) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_EQ(Names(env, Run(env, "({a: 1})"), JSVM_KEY_OWN_ONLY, 1 << 20), "a");
}

JSVM_TEST(objects, GetAllPropertyNames_refuses_unknown_modes) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  JSVM_Value names = nullptr;
  CHECK_STATUS(OH_JSVM_GetAllPropertyNames(env, object, static_cast<JSVM_KeyCollectionMode>(2), JSVM_KEY_ALL_PROPERTIES,
                                           JSVM_KEY_KEEP_NUMBERS, &names),
               JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetAllPropertyNames(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES,
                                           static_cast<JSVM_KeyConversion>(2), &names),
               JSVM_INVALID_ARG);
  CHECK(names == nullptr);
}

JSVM_TEST(objects, GetAllPropertyNames_looks_at_the_object_before_the_mode) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value names = nullptr;
  CHECK_STATUS(OH_JSVM_GetAllPropertyNames(env, Undefined(env), static_cast<JSVM_KeyCollectionMode>(2),
                                           JSVM_KEY_ALL_PROPERTIES, JSVM_KEY_KEEP_NUMBERS, &names),
               JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, GetAllPropertyNames_of_a_throwing_proxy_is_a_pending_exception) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value names = nullptr;
  CHECK_STATUS(OH_JSVM_GetAllPropertyNames(env, Run(env, kThrowing), JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES,
                                           JSVM_KEY_KEEP_NUMBERS, &names),
               JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: trap ownKeys");
}
