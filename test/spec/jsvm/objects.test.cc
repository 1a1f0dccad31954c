// Making objects, prototypes, freeze and seal, proxies, regular expressions.

#include "jsvm_test.h"

namespace {

std::string TagOf(JSVM_Env env, JSVM_Value value) {
  SetGlobal(env, "made", value);
  return Str(env, Run(env, "Object.prototype.toString.call(made)"));
}

JSVM_Value RegExp(JSVM_Env env, const char* pattern, int flags) {
  JSVM_Value regexp = nullptr;
  CHECK_OK(OH_JSVM_CreateRegExp(env, Utf8(env, pattern), static_cast<JSVM_RegExpFlags>(flags), &regexp));
  SetGlobal(env, "r", regexp == nullptr ? Undefined(env) : regexp);
  return regexp;
}

}  // namespace

JSVM_TEST(objects, CreateObject_is_a_fresh_empty_one) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value first = nullptr;
  JSVM_Value second = nullptr;
  CHECK_OK(OH_JSVM_CreateObject(env, &first));
  CHECK_OK(OH_JSVM_CreateObject(env, &second));
  SetGlobal(env, "a", first);
  SetGlobal(env, "b", second);
  CHECK(ToBool(env, Run(env, "a !== b && Reflect.ownKeys(a).length === 0 && a.constructor === Object")));
}

JSVM_TEST(objects, CreateMap_is_an_empty_map) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value map = nullptr;
  CHECK_OK(OH_JSVM_CreateMap(env, &map));
  SetGlobal(env, "m", map);
  CHECK_EQ(Str(env, Run(env, "const before = m.size; m.set('k', 5); [before, m.get('k'), m instanceof Map].join()")),
           "0,5,true");
}

JSVM_TEST(objects, CreateSet_is_an_empty_set) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value set = nullptr;
  CHECK_OK(OH_JSVM_CreateSet(env, &set));
  SetGlobal(env, "s", set);
  CHECK_EQ(Str(env, Run(env, "s.add(1).add(1); [s.size, s instanceof Set].join()")), "1,true");
}

JSVM_TEST(objects, Create_functions_work_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = nullptr;
  JSVM_Value map = nullptr;
  JSVM_Value set = nullptr;
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_OK(OH_JSVM_CreateObject(env, &object));
  CHECK_OK(OH_JSVM_CreateMap(env, &map));
  CHECK_OK(OH_JSVM_CreateSet(env, &set));
  CHECK_LAST_ERROR(env, JSVM_OK);
  CHECK_EQ(TakeException(env), "Error: stored");
  CHECK_EQ(TagOf(env, object) + TagOf(env, map) + TagOf(env, set), "[object Object][object Map][object Set]");
}

JSVM_TEST(objects, ObjectFreeze_makes_it_frozen) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_ObjectFreeze(env, Run(env, "globalThis.o = {a: 1}")));
  CHECK(ToBool(env, Run(env, "Object.isFrozen(o)")));
}

JSVM_TEST(objects, ObjectSeal_makes_it_sealed_and_leaves_values_writable) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_ObjectSeal(env, Run(env, "globalThis.o = {a: 1}")));
  CHECK_EQ(Str(env, Run(env, "o.a = 2; [Object.isSealed(o), Object.isFrozen(o), o.a].join()")), "true,false,2");
}

JSVM_TEST(objects, ObjectFreeze_of_a_typed_array_with_elements_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_ObjectFreeze(env, Run(env, "new Uint8Array(2)")), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK(TakeException(env).starts_with("TypeError: Cannot freeze"));
}

JSVM_TEST(objects, ObjectFreeze_and_Seal_store_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = Run(env, "new Proxy({}, {preventExtensions() { throw new Error('trap'); }})");
  CHECK_STATUS(OH_JSVM_ObjectFreeze(env, proxy), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: trap");
  CHECK_STATUS(OH_JSVM_ObjectSeal(env, proxy), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: trap");
}

JSVM_TEST(objects, ObjectFreeze_and_Seal_of_undefined_expect_an_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_ObjectFreeze(env, Undefined(env)), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK_STATUS(OH_JSVM_ObjectSeal(env, Undefined(env)), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, ObjectFreeze_of_a_primitive_is_OK) {
  TestVm vm;
  CHECK_OK(OH_JSVM_ObjectFreeze(vm.env(), Num(vm.env(), 1)));
}

JSVM_TEST(objects, GetPrototype_of_objects_and_primitives) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value prototype = nullptr;
  CHECK_OK(OH_JSVM_GetPrototype(env, Run(env, "Object.create(globalThis.p = {})"), &prototype));
  SetGlobal(env, "found", prototype);
  CHECK(ToBool(env, Run(env, "found === p")));
  CHECK_OK(OH_JSVM_GetPrototype(env, Num(env, 1), &prototype));
  SetGlobal(env, "found", prototype);
  CHECK(ToBool(env, Run(env, "found === Number.prototype")));
}

JSVM_TEST(objects, GetPrototype_of_the_last_in_the_chain_is_null) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value prototype = nullptr;
  CHECK_OK(OH_JSVM_GetPrototype(env, Run(env, "Object.prototype"), &prototype));
  CHECK_EQ(Str(env, prototype), "null");
  CHECK_OK(OH_JSVM_ObjectGetPrototypeOf(env, Run(env, "Object.create(null)"), &prototype));
  CHECK_EQ(Str(env, prototype), "null");
}

JSVM_TEST(objects, GetPrototype_does_not_run_traps) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = Run(env, "new Proxy({}, {getPrototypeOf() { throw new Error('trap'); }})");
  JSVM_Value prototype = nullptr;
  CHECK_OK(OH_JSVM_GetPrototype(env, proxy, &prototype));
  CHECK_OK(OH_JSVM_ObjectGetPrototypeOf(env, proxy, &prototype));
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, ObjectGetPrototypeOf_the_global_is_what_JS_sees) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value prototype = nullptr;
  CHECK_OK(OH_JSVM_ObjectGetPrototypeOf(env, Run(env, "globalThis"), &prototype));
  SetGlobal(env, "found", prototype);
  CHECK(ToBool(env, Run(env, "found === Object.getPrototypeOf(globalThis)")));
}

JSVM_TEST(objects, GetPrototype_of_null_expects_an_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value prototype = nullptr;
  CHECK_STATUS(OH_JSVM_GetPrototype(env, Run(env, "null"), &prototype), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK_STATUS(OH_JSVM_ObjectGetPrototypeOf(env, Run(env, "null"), &prototype), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
  CHECK(prototype == nullptr);
}

JSVM_TEST(objects, ObjectSetPrototypeOf_changes_what_is_inherited) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_ObjectSetPrototypeOf(env, Run(env, "globalThis.o = {}"), Run(env, "({x: 5})")));
  CHECK_EQ(ToNumber(env, Run(env, "o.x")), 5);
}

JSVM_TEST(objects, ObjectSetPrototypeOf_takes_objects_only) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(env, Run(env, "({})"), Run(env, "null")), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(env, Run(env, "({})"), Num(env, 1)), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, ObjectSetPrototypeOf_cycle_or_fixed_fails_without_exception) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value child = Run(env, "globalThis.c = Object.create(globalThis.p = {})");
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(env, Run(env, "p"), child), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
  CHECK(!ExceptionPending(env));
  JSVM_Value fixed = Run(env, "Object.preventExtensions({})");
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(env, fixed, child), JSVM_GENERIC_FAILURE);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, ObjectSetPrototypeOf_looks_at_the_object_before_the_prototype) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(env, Undefined(env), Num(env, 1)), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, CreateProxy_traps_reach_the_handler) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = nullptr;
  CHECK_OK(OH_JSVM_CreateProxy(env, Run(env, "({})"), Run(env, "({get: (t, name) => 'got ' + name})"), &proxy));
  SetGlobal(env, "p", proxy);
  CHECK_EQ(Str(env, Run(env, "p.x")), "got x");
}

JSVM_TEST(objects, CreateProxy_of_a_function_is_callable) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = nullptr;
  CHECK_OK(OH_JSVM_CreateProxy(env, Run(env, "(() => 3)"), Run(env, "({})"), &proxy));
  SetGlobal(env, "p", proxy);
  CHECK_EQ(ToNumber(env, Run(env, "p()")), 3);
}

JSVM_TEST(objects, CreateProxy_converts_nothing_to_an_object) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = nullptr;
  CHECK_STATUS(OH_JSVM_CreateProxy(env, Num(env, 1), Run(env, "({})"), &proxy), JSVM_OBJECT_EXPECTED);
  CHECK_STATUS(OH_JSVM_CreateProxy(env, Run(env, "({})"), Undefined(env), &proxy), JSVM_OBJECT_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_OBJECT_EXPECTED);
  CHECK(!ExceptionPending(env));
  CHECK(proxy == nullptr);
}

JSVM_TEST(objects, ProxyGetTarget_is_the_object_behind) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value target = nullptr;
  CHECK_OK(OH_JSVM_ProxyGetTarget(env, Run(env, "new Proxy(globalThis.t = {}, {})"), &target));
  SetGlobal(env, "found", target);
  CHECK(ToBool(env, Run(env, "found === t")));
}

JSVM_TEST(objects, ProxyGetTarget_of_a_revoked_proxy_is_null) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value target = nullptr;
  JSVM_Value proxy = Run(env, "const r = Proxy.revocable({}, {}); r.revoke(); r.proxy");
  CHECK_OK(OH_JSVM_ProxyGetTarget(env, proxy, &target));
  CHECK_EQ(Str(env, Run(env, "null")), "null");
  SetGlobal(env, "found", target);
  CHECK(ToBool(env, Run(env, "found === null")));
}

JSVM_TEST(objects, ProxyGetTarget_of_another_object_is_an_invalid_type) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value target = nullptr;
  CHECK_STATUS(OH_JSVM_ProxyGetTarget(env, Run(env, "({})"), &target), JSVM_INVALID_TYPE);
  CHECK_LAST_ERROR(env, JSVM_INVALID_TYPE);
}

JSVM_TEST(objects, ProxyGetTarget_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = Run(env, "new Proxy({}, {})");
  JSVM_Value target = nullptr;
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_OK(OH_JSVM_ProxyGetTarget(env, proxy, &target));
  CHECK_EQ(TakeException(env), "Error: stored");
}

JSVM_TEST(objects, CreateRegExp_without_flags) {
  TestVm vm;
  JSVM_Env env = vm.env();
  RegExp(env, "a(.)c", JSVM_REGEXP_NONE);
  CHECK_EQ(Str(env, Run(env, "r.exec('xabc')[1] + r.flags")), "b");
}

JSVM_TEST(objects, CreateRegExp_flags_are_those_of_JS) {
  TestVm vm;
  JSVM_Env env = vm.env();
  RegExp(env, "a",
         JSVM_REGEXP_GLOBAL | JSVM_REGEXP_IGNORE_CASE | JSVM_REGEXP_MULTILINE | JSVM_REGEXP_STICKY |
             JSVM_REGEXP_UNICODE | JSVM_REGEXP_DOT_ALL | JSVM_REGEXP_HAS_INDICES);
  CHECK_EQ(Str(env, Run(env, "r.flags")), "dgimsuy");
  RegExp(env, "[a--b]", JSVM_REGEXP_UNICODE_SETS);
  CHECK_EQ(Str(env, Run(env, "r.flags")), "v");
}

JSVM_TEST(objects, CreateRegExp_linear_runs_in_linear_time) {
  TestVm vm;
  JSVM_Env env = vm.env();
  RegExp(env, "(a*)*b", JSVM_REGEXP_LINEAR);
  // Backtracking would not come to an end.
  CHECK(!ToBool(env, Run(env, "r.test('a'.repeat(200))")));
}

JSVM_TEST(objects, CreateRegExp_with_a_bad_pattern_stores_a_SyntaxError) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value regexp = nullptr;
  CHECK_STATUS(OH_JSVM_CreateRegExp(env, Utf8(env, "("), JSVM_REGEXP_NONE, &regexp), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
  CHECK(TakeException(env).starts_with("SyntaxError: Invalid regular expression"));
  CHECK(regexp == nullptr);
}

JSVM_TEST(objects, CreateRegExp_wants_a_string) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value regexp = nullptr;
  CHECK_STATUS(OH_JSVM_CreateRegExp(env, Run(env, "/a/"), JSVM_REGEXP_NONE, &regexp), JSVM_STRING_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_STRING_EXPECTED);
}
