// DefineProperties.

#include "jsvm_test.h"

namespace {

JSVM_PropertyDescriptor ValueOf(const char* name, JSVM_Value value, int attributes = JSVM_DEFAULT) {
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = name;
  descriptor.value = value;
  descriptor.attributes = static_cast<JSVM_PropertyAttributes>(attributes);
  return descriptor;
}

std::string DescriptorOf(JSVM_Env env, JSVM_Value object, const char* name) {
  SetGlobal(env, "o", object);
  SetGlobal(env, "name", Utf8(env, name));
  return Str(env, Run(env,
                      "(() => { const d = Object.getOwnPropertyDescriptor(o, name);"
                      "  return Object.keys(d).map((k) => k + '=' + (typeof d[k] === 'function' ? 'fn' : d[k])).join();"
                      "})()"));
}

JSVM_Value Nothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
JSVM_CallbackStruct nothing = {Nothing, nullptr};

}  // namespace

JSVM_TEST(objects, DefineProperties_value_with_each_attribute) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  JSVM_Value one = Num(env, 1);
  JSVM_PropertyDescriptor properties[] = {
      ValueOf("none", one),
      ValueOf("w", one, JSVM_WRITABLE),
      ValueOf("e", one, JSVM_ENUMERABLE),
      ValueOf("c", one, JSVM_CONFIGURABLE),
      ValueOf("all", one, JSVM_WRITABLE | JSVM_ENUMERABLE | JSVM_CONFIGURABLE),
  };
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 5, properties));
  CHECK_EQ(DescriptorOf(env, object, "none"), "value=1,writable=false,enumerable=false,configurable=false");
  CHECK_EQ(DescriptorOf(env, object, "w"), "value=1,writable=true,enumerable=false,configurable=false");
  CHECK_EQ(DescriptorOf(env, object, "e"), "value=1,writable=false,enumerable=true,configurable=false");
  CHECK_EQ(DescriptorOf(env, object, "c"), "value=1,writable=false,enumerable=false,configurable=true");
  CHECK_EQ(DescriptorOf(env, object, "all"), "value=1,writable=true,enumerable=true,configurable=true");
}

JSVM_TEST(objects, DefineProperties_method_is_called_with_its_data) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction method([](JSVM_Env e, JSVM_CallbackInfo) { return Num(e, 7); });
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = "m";
  descriptor.method = method.callback();
  descriptor.attributes = JSVM_ENUMERABLE;
  JSVM_Value object = Run(env, "({})");
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 1, &descriptor));
  CHECK_EQ(DescriptorOf(env, object, "m"), "value=fn,writable=false,enumerable=true,configurable=false");
  CHECK_EQ(ToNumber(env, Run(env, "o.m()")), 7);
}

JSVM_TEST(objects, DefineProperties_accessor_wins_over_method_and_value) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction getter([](JSVM_Env e, JSVM_CallbackInfo) { return Utf8(e, "got"); });
  JSVM_PropertyDescriptor descriptor = ValueOf("x", Num(env, 1), JSVM_WRITABLE | JSVM_CONFIGURABLE);
  descriptor.getter = getter.callback();
  descriptor.method = &nothing;
  JSVM_Value object = Run(env, "({})");
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 1, &descriptor));
  CHECK_EQ(DescriptorOf(env, object, "x"), "get=fn,set=undefined,enumerable=false,configurable=true");
  CHECK_EQ(Str(env, Run(env, "o.x")), "got");
}

JSVM_TEST(objects, DefineProperties_method_wins_over_value) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor descriptor = ValueOf("x", Num(env, 1));
  descriptor.method = &nothing;
  JSVM_Value object = Run(env, "({})");
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 1, &descriptor));
  SetGlobal(env, "o", object);
  CHECK_EQ(Str(env, Run(env, "typeof o.x")), "function");
}

JSVM_TEST(objects, DefineProperties_setter_alone_receives_the_value) {
  TestVm vm;
  JSVM_Env env = vm.env();
  double seen = 0;
  NativeFunction setter([&](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    size_t argc = 1;
    JSVM_Value value = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, &argc, &value, nullptr, nullptr));
    seen = ToNumber(e, value);
    return nullptr;
  });
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = "x";
  descriptor.setter = setter.callback();
  JSVM_Value object = Run(env, "({})");
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 1, &descriptor));
  CHECK_EQ(DescriptorOf(env, object, "x"), "get=undefined,set=fn,enumerable=false,configurable=false");
  Run(env, "o.x = 9");
  CHECK_EQ(seen, 9);
}

JSVM_TEST(objects, DefineProperties_takes_symbols_and_strings_as_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor properties[2] = {ValueOf(nullptr, Num(env, 1)), ValueOf(nullptr, Num(env, 2))};
  properties[0].name = Run(env, "globalThis.s = Symbol()");
  properties[1].name = Utf8(env, "text");
  SetGlobal(env, "o", Run(env, "({})"));
  CHECK_OK(OH_JSVM_DefineProperties(env, Run(env, "o"), 2, properties));
  CHECK_EQ(Str(env, Run(env, "o[s] + ',' + o.text")), "1,2");
}

JSVM_TEST(objects, DefineProperties_utf8name_wins_over_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor descriptor = ValueOf("first", Num(env, 1), JSVM_ENUMERABLE);
  descriptor.name = Utf8(env, "second");
  SetGlobal(env, "o", Run(env, "({})"));
  CHECK_OK(OH_JSVM_DefineProperties(env, Run(env, "o"), 1, &descriptor));
  CHECK_EQ(Str(env, Run(env, "Object.keys(o).join()")), "first");
}

JSVM_TEST(objects, DefineProperties_name_of_another_type_expects_a_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor descriptor = ValueOf(nullptr, Num(env, 1));
  descriptor.name = Num(env, 3);
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Run(env, "({})"), 1, &descriptor), JSVM_NAME_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_NAME_EXPECTED);
}

JSVM_TEST(objects, DefineProperties_stops_at_the_first_failure_and_keeps_the_earlier) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor properties[] = {
      ValueOf("a", Num(env, 1), JSVM_ENUMERABLE),
      ValueOf(nullptr, Num(env, 2), JSVM_ENUMERABLE),
      ValueOf("c", Num(env, 3), JSVM_ENUMERABLE),
  };
  properties[1].name = Num(env, 3);
  SetGlobal(env, "o", Run(env, "({})"));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Run(env, "o"), 3, properties), JSVM_NAME_EXPECTED);
  CHECK_EQ(Str(env, Run(env, "Object.keys(o).join()")), "a");
}

JSVM_TEST(objects, DefineProperties_rejected_has_a_status_per_kind_and_no_exception) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value frozen = Run(env, "Object.freeze({})");
  JSVM_PropertyDescriptor value = ValueOf("v", Num(env, 1));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, frozen, 1, &value), JSVM_INVALID_ARG);
  JSVM_PropertyDescriptor plain = ValueOf("p", Num(env, 1), JSVM_WRITABLE | JSVM_ENUMERABLE | JSVM_CONFIGURABLE);
  CHECK_STATUS(OH_JSVM_DefineProperties(env, frozen, 1, &plain), JSVM_INVALID_ARG);
  JSVM_PropertyDescriptor accessor{};
  accessor.utf8name = "a";
  accessor.getter = &nothing;
  CHECK_STATUS(OH_JSVM_DefineProperties(env, frozen, 1, &accessor), JSVM_INVALID_ARG);
  JSVM_PropertyDescriptor method{};
  method.utf8name = "m";
  method.method = &nothing;
  CHECK_STATUS(OH_JSVM_DefineProperties(env, frozen, 1, &method), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, DefineProperties_redefining_a_fixed_one_is_rejected) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "Object.defineProperty({}, 'x', {value: 1})");
  JSVM_PropertyDescriptor descriptor = ValueOf("x", Num(env, 2));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, object, 1, &descriptor), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(objects, DefineProperties_stores_what_a_trap_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value proxy = Run(env, "new Proxy({}, {defineProperty() { throw new Error('trap'); }})");
  JSVM_PropertyDescriptor value = ValueOf("v", Num(env, 1));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, proxy, 1, &value), JSVM_INVALID_ARG);
  CHECK_EQ(TakeException(env), "Error: trap");
  JSVM_PropertyDescriptor method{};
  method.utf8name = "m";
  method.method = &nothing;
  CHECK_STATUS(OH_JSVM_DefineProperties(env, proxy, 1, &method), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "Error: trap");
}

JSVM_TEST(objects, DefineProperties_ignores_static_and_receiver_attributes) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "({})");
  JSVM_PropertyDescriptor descriptor = ValueOf("x", Num(env, 1), JSVM_STATIC | JSVM_NO_RECEIVER_CHECK);
  CHECK_OK(OH_JSVM_DefineProperties(env, object, 1, &descriptor));
  CHECK_EQ(DescriptorOf(env, object, "x"), "value=1,writable=false,enumerable=false,configurable=false");
}

JSVM_TEST(objects, DefineProperties_with_nothing_to_define) {
  TestVm vm;
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_DefineProperties(env, Run(env, "({})"), 0, nullptr));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Run(env, "({})"), 1, nullptr), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Undefined(env), 0, nullptr), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(TakeException(env), "TypeError: Cannot convert undefined or null to object");
}

JSVM_TEST(objects, DefineProperties_answers_an_empty_descriptor_with_a_status) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor nameless = ValueOf(nullptr, Num(env, 1));
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Run(env, "({})"), 1, &nameless), JSVM_INVALID_ARG);
  JSVM_PropertyDescriptor hollow = ValueOf("x", nullptr);
  CHECK_STATUS(OH_JSVM_DefineProperties(env, Run(env, "({})"), 1, &hollow), JSVM_INVALID_ARG);
}
