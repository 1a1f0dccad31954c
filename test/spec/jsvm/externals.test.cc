// Values of CreateExternal as scripts see them.
#include "jsvm_test.h"

namespace {

int g_data = 0;

JSVM_Value NewExternal(JSVM_Env env, void* data = &g_data) {
  JSVM_Value external = nullptr;
  CHECK_OK(OH_JSVM_CreateExternal(env, data, nullptr, nullptr, &external));
  return external;
}

void* DataOf(JSVM_Env env, JSVM_Value external) {
  void* data = nullptr;
  CHECK_OK(OH_JSVM_GetValueExternal(env, external, &data));
  return data;
}

JSVM_ValueType TypeOf(JSVM_Env env, JSVM_Value value) {
  JSVM_ValueType type = JSVM_UNDEFINED;
  CHECK_OK(OH_JSVM_Typeof(env, value, &type));
  return type;
}

}  // namespace

JSVM_TEST(externals, CreateExternal_is_an_empty_object_to_scripts) {
  TestVm vm;
  SetGlobal(vm.env(), "external", NewExternal(vm.env()));
  const std::pair<const char*, const char*> facts[] = {
      {"typeof external", "object"},
      {"Object.getPrototypeOf(external)", "null"},
      {"Reflect.ownKeys(external).length", "0"},
      {"Object.isExtensible(external)", "false"},
      {"external.added = 1; external.added", "undefined"},
      {"(() => { 'use strict'; try { external.added = 1; } catch (e) { return e.name; } })()", "TypeError"},
      {"Reflect.setPrototypeOf(external, {})", "false"},
      {"JSON.stringify(external)", "{}"},
      {"Object.prototype.toString.call(external)", "[object Object]"},
      {"new WeakMap([[external, 1]]).get(external)", "1"},
  };
  for (auto [source, expected] : facts) CHECK_EQ(Str(vm.env(), Run(vm.env(), source)), expected);
}

JSVM_TEST(externals, CreateExternal_as_a_prototype) {
  const char* ways[] = {
      "const o = {}; o.__proto__ = external; o",
      "({ __proto__: external })",
      "Object.create(external)",
      "Object.setPrototypeOf({}, external)",
      "const o = {}; Reflect.setPrototypeOf(o, external); o",
      "function F() {} F.prototype = external; new F()",
      "function F() {} F.prototype = external; class G extends F {} Object.getPrototypeOf(new G())",
      "function F() {} F.prototype = external; Reflect.construct(Array, [], F)",
  };
  for (const char* way : ways) {
    TestVm vm;
    JSVM_Env env = vm.env();
    JSVM_Value external = NewExternal(env);
    SetGlobal(env, "external", external);
    JSVM_Value heir = Run(env, way), prototype = nullptr;
    CHECK_OK(OH_JSVM_ObjectGetPrototypeOf(env, heir, &prototype));
    bool same = false;
    CHECK_OK(OH_JSVM_StrictEquals(env, prototype, external, &same));
    CHECK(same);
    CollectGarbage(env);
    // What inherits from an external is none.
    void* data = nullptr;
    CHECK_EQ(TypeOf(env, heir), JSVM_OBJECT);
    CHECK_STATUS(OH_JSVM_GetValueExternal(env, heir, &data), JSVM_INVALID_ARG);
    CHECK_EQ(TypeOf(env, external), JSVM_EXTERNAL);
    CHECK(DataOf(env, external) == &g_data);
  }
}

JSVM_TEST(externals, ObjectSetPrototypeOf_an_external) {
  TestVm vm;
  JSVM_Value object = Run(vm.env(), "({})"), prototype = nullptr, external = NewExternal(vm.env());
  CHECK_OK(OH_JSVM_ObjectSetPrototypeOf(vm.env(), object, external));
  CHECK_OK(OH_JSVM_ObjectGetPrototypeOf(vm.env(), object, &prototype));
  CHECK_EQ(TypeOf(vm.env(), prototype), JSVM_EXTERNAL);
  CHECK_STATUS(OH_JSVM_ObjectSetPrototypeOf(vm.env(), external, object), JSVM_GENERIC_FAILURE);
}

JSVM_TEST(externals, CreateExternal_takes_private_fields_of_a_class) {
  TestVm vm;
  SetGlobal(vm.env(), "external", NewExternal(vm.env()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(),
                             "class Base { constructor(object) { return object; } }"
                             "class Stamp extends Base { #mark = 7; static of(object) { return object.#mark; } }"
                             "new Stamp(external); Stamp.of(external)")),
           "7");
}

JSVM_TEST(externals, Typeof_objects_with_as_many_fields) {
  TestVm vm;
  NativeFunction constructor([](JSVM_Env env, JSVM_CallbackInfo info) {
    JSVM_Value self = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(env, info, nullptr, nullptr, &self, nullptr));
    return self;
  });
  for (int count = 0; count < 6; ++count) {
    JSVM_DefineClassOptions option{JSVM_DEFINE_CLASS_WITH_COUNT, {.num = count}};
    JSVM_Value type = nullptr, instance = nullptr;
    CHECK_OK(OH_JSVM_DefineClassWithOptions(vm.env(), "C", JSVM_AUTO_LENGTH, constructor.callback(), 0, nullptr,
                                            nullptr, 1, &option, &type));
    CHECK_OK(OH_JSVM_NewInstance(vm.env(), type, 0, nullptr, &instance));
    CHECK_EQ(TypeOf(vm.env(), instance), JSVM_OBJECT);
  }
}

JSVM_TEST(externals, CreateExternal_in_several_envs) {
  TestVm vm;
  JSVM_Env second = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &second));
  int other = 0;
  JSVM_Value a = NewExternal(vm.env()), b = NewExternal(second, &other), c = NewExternal(second, nullptr);
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  CHECK(DataOf(vm.env(), a) == &g_data);
  CHECK(DataOf(vm.env(), b) == &other);
  CHECK(DataOf(vm.env(), c) == nullptr);
}
