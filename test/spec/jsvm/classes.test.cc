// DefineClass and DefineClassWithOptions.

#include "jsvm_test.h"

namespace {

JSVM_Value Nothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
JSVM_CallbackStruct nothing = {Nothing, nullptr};

JSVM_Value Seven(JSVM_Env env, JSVM_CallbackInfo) {
  return Num(env, 7);
}
JSVM_CallbackStruct seven = {Seven, nullptr};

JSVM_Value Define(JSVM_Env env, const char* name, std::vector<JSVM_PropertyDescriptor> properties,
                  JSVM_Callback constructor = &nothing) {
  JSVM_Value value = nullptr;
  if (!CHECK_OK(OH_JSVM_DefineClass(env, name, JSVM_AUTO_LENGTH, constructor, properties.size(), properties.data(),
                                    &value))) {
    return Undefined(env);
  }
  SetGlobal(env, name, value);
  return value;
}

JSVM_Value Derive(JSVM_Env env, const char* name, JSVM_Value parent,
                  std::vector<JSVM_PropertyDescriptor> properties = {},
                  std::vector<JSVM_DefineClassOptions> options = {}) {
  JSVM_Value value = nullptr;
  if (!CHECK_OK(OH_JSVM_DefineClassWithOptions(env, name, JSVM_AUTO_LENGTH, &nothing, properties.size(),
                                               properties.data(), parent, options.size(), options.data(), &value))) {
    return Undefined(env);
  }
  SetGlobal(env, name, value);
  return value;
}

JSVM_PropertyDescriptor Method(const char* name, int attributes = JSVM_DEFAULT_METHOD) {
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = name;
  descriptor.method = &seven;
  descriptor.attributes = static_cast<JSVM_PropertyAttributes>(attributes);
  return descriptor;
}

JSVM_PropertyDescriptor Getter(const char* name, int attributes = JSVM_DEFAULT) {
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = name;
  descriptor.getter = &seven;
  descriptor.attributes = static_cast<JSVM_PropertyAttributes>(attributes);
  return descriptor;
}

JSVM_PropertyDescriptor Value(const char* name, JSVM_Value value, int attributes = JSVM_DEFAULT) {
  JSVM_PropertyDescriptor descriptor{};
  descriptor.utf8name = name;
  descriptor.value = value;
  descriptor.attributes = static_cast<JSVM_PropertyAttributes>(attributes);
  return descriptor;
}

JSVM_DefineClassOptions Count(int fields) {
  JSVM_DefineClassOptions option{};
  option.id = JSVM_DEFINE_CLASS_WITH_COUNT;
  option.content.num = fields;
  return option;
}

}  // namespace

JSVM_TEST(classes, DefineClass_name_members_and_instances) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing", {Method("method"), Getter("getter"), Value("value", Num(env, 3))});
  CHECK_EQ(
      Str(env, Run(env,
                   "const t = new Thing();"
                   "[Thing.name, t instanceof Thing, t.method(), t.getter, t.value, Object.keys(t).length].join()")),
      "Thing,true,7,7,3,0");
}

JSVM_TEST(classes, DefineClass_members_stand_on_the_prototype_with_their_attributes) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing",
         {Method("method", JSVM_WRITABLE), Getter("getter", JSVM_ENUMERABLE | JSVM_WRITABLE),
          Value("value", Num(env, 3), JSVM_CONFIGURABLE)});
  CHECK_EQ(Str(env, Run(env,
                        "['method', 'getter', 'value'].map((name) => {"
                        "  const d = Object.getOwnPropertyDescriptor(Thing.prototype, name);"
                        "  return [d.writable, d.enumerable, d.configurable].join();"
                        "}).join(' ')")),
           "true,false,false ,true,false false,false,true");
}

JSVM_TEST(classes, DefineClass_constructor_gets_arguments_and_this) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction constructor([](JSVM_Env e, JSVM_CallbackInfo info) {
    size_t argc = 1;
    JSVM_Value argument = nullptr;
    JSVM_Value self = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, &argc, &argument, &self, nullptr));
    CHECK_OK(OH_JSVM_SetNamedProperty(e, self, "a", argument));
    return self;
  });
  Define(env, "Thing", {}, constructor.callback());
  CHECK_EQ(ToNumber(env, Run(env, "new Thing(5).a")), 5);
}

JSVM_TEST(classes, DefineClass_may_be_called_without_new) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction constructor([](JSVM_Env e, JSVM_CallbackInfo info) {
    JSVM_Value target = nullptr;
    CHECK_OK(OH_JSVM_GetNewTarget(e, info, &target));
    return Utf8(e, target == nullptr ? "call" : "new");
  });
  Define(env, "Thing", {}, constructor.callback());
  CHECK_EQ(Str(env, Run(env, "Thing()")), "call");
}

JSVM_TEST(classes, DefineClass_is_not_a_global_by_itself) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_DefineClass(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, &value));
  CHECK_EQ(Str(env, Run(env, "typeof Thing")), "undefined");
}

JSVM_TEST(classes, DefineClass_name_is_cut_at_its_length) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_DefineClass(env, "Thingamajig", 5, &nothing, 0, nullptr, &value));
  SetGlobal(env, "C", value);
  CHECK_EQ(Str(env, Run(env, "C.name")), "Thing");
}

JSVM_TEST(classes, DefineClass_checks_properties_before_the_name) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClass(env, "C", JSVM_AUTO_LENGTH, &nothing, 1, nullptr, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_DefineClass(env, "C", size_t{INT32_MAX} + 1, &nothing, 0, nullptr, &value), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_DefineClass(env, nullptr, JSVM_AUTO_LENGTH, &nothing, 0, nullptr, &value), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(value == nullptr);
}

JSVM_TEST(classes, DefineClass_static_members_stand_on_the_class) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing",
         {Method("method", JSVM_STATIC), Getter("getter", JSVM_STATIC),
          Value("value", Run(env, "({deep: 1})"), JSVM_STATIC | JSVM_ENUMERABLE)});
  CHECK_EQ(Str(env, Run(env,
                        "[Thing.method(), Thing.getter, Thing.value.deep, Object.keys(Thing), "
                        "Reflect.ownKeys(Thing.prototype).length].join()")),
           "7,7,1,value,1");
}

JSVM_TEST(classes, DefineClass_writes_the_result_before_static_members_fail) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor bad = Value(nullptr, Num(env, 1), JSVM_STATIC);
  bad.name = Num(env, 1);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClass(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 1, &bad, &value), JSVM_NAME_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_NAME_EXPECTED);
  CHECK(value != nullptr);
}

JSVM_TEST(classes, DefineClass_wants_names_for_members) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor bad = Value(nullptr, Num(env, 1));
  bad.name = Num(env, 1);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClass(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 1, &bad, &value), JSVM_NAME_EXPECTED);
  CHECK(value == nullptr);
}

JSVM_TEST(classes, DefineClass_takes_symbols_as_names) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor method = Method(nullptr);
  method.name = Run(env, "Symbol.iterator");
  Define(env, "Thing", {method});
  CHECK_EQ(ToNumber(env, Run(env, "new Thing()[Symbol.iterator]()")), 7);
}

JSVM_TEST(classes, DefineClass_accessor_wins_over_method_over_value) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor accessor = Getter("accessor");
  accessor.method = &nothing;
  JSVM_PropertyDescriptor method = Method("method");
  method.value = Num(env, 1);
  Define(env, "Thing", {accessor, method});
  CHECK_EQ(Str(env, Run(env, "const t = new Thing(); t.accessor + ',' + t.method()")), "7,7");
}

JSVM_TEST(classes, methods_check_their_receiver) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing", {Method("method")});
  CHECK_EQ(RunThrows(env, "new Thing().method.call({})"), "TypeError: Illegal invocation");
  CHECK_EQ(ToNumber(env, Run(env, "class Sub extends Thing {} new Sub().method()")), 7);
}

JSVM_TEST(classes, methods_without_receiver_check) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing", {Method("method", JSVM_NO_RECEIVER_CHECK)});
  CHECK_EQ(ToNumber(env, Run(env, "new Thing().method.call({})")), 7);
}

JSVM_TEST(classes, accessors_and_static_members_never_check_their_receiver) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Define(env, "Thing", {Getter("getter"), Method("method", JSVM_STATIC)});
  CHECK_EQ(Str(env, Run(env,
                        "Object.getOwnPropertyDescriptor(Thing.prototype, 'getter').get.call({}) + ',' + "
                        "Thing.method.call(1)")),
           "7,7");
}

JSVM_FATAL_TEST(classes, DefineClass_member_value_that_is_an_object_aborts, "must be a primitive or a Template") {
  TestVm vm;
  Define(vm.env(), "Thing", {Value("value", Run(vm.env(), "({})"))});
}

JSVM_TEST(classes, DefineClass_answers_an_empty_descriptor_with_a_status) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor hollow = Value("value", nullptr);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClass(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 1, &hollow, &value), JSVM_INVALID_ARG);
}

JSVM_TEST(classes, DefineClass_many_members) {
  TestVm vm;
  JSVM_Env env = vm.env();
  std::vector<std::string> names;
  std::vector<JSVM_PropertyDescriptor> properties;
  for (int i = 0; i < 500; ++i) names.push_back("m" + std::to_string(i));
  for (const std::string& name : names) properties.push_back(Method(name.c_str()));
  Define(env, "Thing", properties);
  CHECK_EQ(ToNumber(env, Run(env,
                             "const t = new Thing(); let sum = 0;"
                             "for (let i = 0; i < 500; ++i) sum += t['m' + i](); sum")),
           3500);
}

JSVM_TEST(classes, Wrap_carries_native_data_of_instances) {
  TestVm vm;
  JSVM_Env env = vm.env();
  static int finalized;
  finalized = 0;
  NativeFunction constructor([](JSVM_Env e, JSVM_CallbackInfo info) {
    JSVM_Value self = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, nullptr, nullptr, &self, nullptr));
    CHECK_OK(OH_JSVM_Wrap(
        e, self, new int(41),
        [](JSVM_Env, void* data, void*) {
          ++finalized;
          delete static_cast<int*>(data);
        },
        nullptr, nullptr));
    return self;
  });
  NativeFunction next([](JSVM_Env e, JSVM_CallbackInfo info) {
    JSVM_Value self = nullptr;
    void* data = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, nullptr, nullptr, &self, nullptr));
    CHECK_OK(OH_JSVM_Unwrap(e, self, &data));
    return Num(e, ++*static_cast<int*>(data));
  });
  JSVM_PropertyDescriptor method = Method("next");
  method.method = next.callback();
  Define(env, "Counter", {method}, constructor.callback());
  CHECK_EQ(ToNumber(env, Run(env, "const c = new Counter(); c.next(); c.next()")), 43);
  vm.Close();
  CHECK_EQ(finalized, 1);
}

JSVM_TEST(classes, DefineClassWithOptions_inherits_members) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value base = Define(env, "Base", {Method("method"), Value("value", Num(env, 3))});
  Derive(env, "Sub", base, {Getter("own")});
  CHECK_EQ(Str(env, Run(env,
                        "const s = new Sub();"
                        "[s instanceof Base, s.method(), s.value, s.own, "
                        "Object.getPrototypeOf(Sub.prototype) === Base.prototype].join()")),
           "true,7,3,7,true");
}

JSVM_TEST(classes, DefineClassWithOptions_inherits_over_three_steps) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value first = Define(env, "First", {Method("first")});
  JSVM_Value second = Derive(env, "Second", first, {Method("second")});
  Derive(env, "Third", second);
  CHECK_EQ(Str(env, Run(env, "const t = new Third(); [t.first(), t.second(), t instanceof First].join()")), "7,7,true");
}

JSVM_TEST(classes, DefineClassWithOptions_parent_may_have_instances_already) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value base = Define(env, "Base", {Method("method")});
  Run(env, "new Base()");
  Derive(env, "Sub", base);
  CHECK_EQ(ToNumber(env, Run(env, "new Sub().method()")), 7);
}

JSVM_TEST(classes, DefineClassWithOptions_without_parent_and_options) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Derive(env, "Thing", nullptr, {Method("method"), Method("fixed", JSVM_STATIC)});
  CHECK_EQ(Str(env, Run(env, "new Thing().method() + ',' + Thing.fixed()")), "7,7");
}

JSVM_TEST(classes, DefineClassWithOptions_ignores_NO_RECEIVER_CHECK) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Derive(env, "Thing", nullptr, {Method("method", JSVM_NO_RECEIVER_CHECK)});
  CHECK_EQ(RunThrows(env, "new Thing().method.call({})"), "TypeError: Illegal invocation");
}

JSVM_TEST(classes, DefineClassWithOptions_parent_has_to_be_a_function) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClassWithOptions(env, "Sub", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, Run(env, "({})"), 0,
                                              nullptr, &value),
               JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(value == nullptr);
}

JSVM_TEST(classes, DefineClassWithOptions_cannot_inherit_from_a_JS_class_and_says_so_silently) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClassWithOptions(env, "Sub", JSVM_AUTO_LENGTH, &nothing, 0, nullptr,
                                              Run(env, "(class {})"), 0, nullptr, &value),
               JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_OK);
  CHECK(!ExceptionPending(env));
  CHECK(value == nullptr);
}

JSVM_TEST(classes, DefineClassWithOptions_unknown_option_is_refused_silently) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_DefineClassOptions option{};
  option.id = static_cast<JSVM_DefineClassOptionsId>(9);
  JSVM_Value value = nullptr;
  CHECK_STATUS(
      OH_JSVM_DefineClassWithOptions(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, nullptr, 1, &option, &value),
      JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_OK);
  CHECK(value == nullptr);
}

JSVM_TEST(classes, DefineClassWithOptions_NORMAL_and_COUNT_make_a_class) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_DefineClassOptions normal{};
  normal.id = JSVM_DEFINE_CLASS_NORMAL;
  Derive(env, "Thing", nullptr, {Method("method")}, {normal, Count(3)});
  CHECK_EQ(ToNumber(env, Run(env, "new Thing().method()")), 7);
}

JSVM_TEST(classes, DefineClassWithOptions_COUNT_that_no_object_can_have_is_refused) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value value = nullptr;
  for (int fields : {-1, 100'000}) {
    JSVM_DefineClassOptions option = Count(fields);
    CHECK_STATUS(OH_JSVM_DefineClassWithOptions(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, nullptr, 1,
                                                &option, &value),
                 JSVM_INVALID_ARG);
  }
  Derive(env, "Thing", nullptr, {}, {Count(250)});
  CHECK(ToBool(env, Run(env, "new Thing() instanceof Thing")));
}

JSVM_TEST(classes, DefineClassWithOptions_property_handler_without_configuration) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandler handler{};
  JSVM_DefineClassOptions option{};
  option.id = JSVM_DEFINE_CLASS_WITH_PROPERTY_HANDLER;
  option.content.ptr = &handler;
  JSVM_Value value = nullptr;
  CHECK_STATUS(
      OH_JSVM_DefineClassWithOptions(env, "Thing", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, nullptr, 1, &option, &value),
      JSVM_INVALID_ARG);
}

JSVM_TEST(classes, DefineClassWithOptions_wants_code_in_the_constructor) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_CallbackStruct empty = {nullptr, nullptr};
  JSVM_Value value = nullptr;
  CHECK_STATUS(
      OH_JSVM_DefineClassWithOptions(env, "Thing", JSVM_AUTO_LENGTH, &empty, 0, nullptr, nullptr, 0, nullptr, &value),
      JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
}
