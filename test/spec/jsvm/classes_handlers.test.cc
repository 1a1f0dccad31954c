// Property handlers of class instances.

#include "jsvm_test.h"

namespace {

// What the handlers were called with, and what they answer.
struct Record {
  std::vector<std::string> calls;
  std::string answer;  // source of the value to return, "" for NULL
};
Record record;

JSVM_Value Answer(JSVM_Env env) {
  return record.answer.empty() ? nullptr : Run(env, record.answer.c_str());
}

std::string Data(JSVM_Env env, JSVM_Value data) {
  return data == nullptr ? "NULL" : Str(env, data);
}

JSVM_Value GetNamed(JSVM_Env env, JSVM_Value name, JSVM_Value, JSVM_Value data) {
  record.calls.push_back("get " + Str(env, name) + " " + Data(env, data));
  return Answer(env);
}
JSVM_Value SetNamed(JSVM_Env env, JSVM_Value name, JSVM_Value value, JSVM_Value, JSVM_Value) {
  record.calls.push_back("set " + Str(env, name) + "=" + Str(env, value));
  return Answer(env);
}
JSVM_Value DeleteNamed(JSVM_Env env, JSVM_Value name, JSVM_Value, JSVM_Value) {
  record.calls.push_back("delete " + Str(env, name));
  return Answer(env);
}
JSVM_Value EnumerateNamed(JSVM_Env env, JSVM_Value, JSVM_Value) {
  record.calls.push_back("enumerate");
  return Answer(env);
}
JSVM_Value GetIndexed(JSVM_Env env, JSVM_Value index, JSVM_Value, JSVM_Value data) {
  record.calls.push_back("get #" + std::to_string(static_cast<uint32_t>(ToNumber(env, index))) + " " + Data(env, data));
  return Answer(env);
}
JSVM_Value SetIndexed(JSVM_Env env, JSVM_Value index, JSVM_Value value, JSVM_Value, JSVM_Value) {
  record.calls.push_back("set #" + Str(env, index) + "=" + Str(env, value));
  return Answer(env);
}
JSVM_Value DeleteIndexed(JSVM_Env env, JSVM_Value index, JSVM_Value, JSVM_Value) {
  record.calls.push_back("delete #" + Str(env, index));
  return Answer(env);
}
JSVM_Value EnumerateIndexed(JSVM_Env env, JSVM_Value, JSVM_Value) {
  record.calls.push_back("enumerate #");
  return Answer(env);
}

JSVM_Value Nothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
JSVM_CallbackStruct nothing = {Nothing, nullptr};

JSVM_PropertyHandlerConfigurationStruct All() {
  JSVM_PropertyHandlerConfigurationStruct all{};
  all.genericNamedPropertyGetterCallback = GetNamed;
  all.genericNamedPropertySetterCallback = SetNamed;
  all.genericNamedPropertyDeleterCallback = DeleteNamed;
  all.genericNamedPropertyEnumeratorCallback = EnumerateNamed;
  all.genericIndexedPropertyGetterCallback = GetIndexed;
  all.genericIndexedPropertySetterCallback = SetIndexed;
  all.genericIndexedPropertyDeleterCallback = DeleteIndexed;
  all.genericIndexedPropertyEnumeratorCallback = EnumerateIndexed;
  return all;
}

// Defines the class with these handlers and sets an instance of it as `o`. Clears the record.
void Instance(JSVM_Env env, JSVM_PropertyHandlerConfigurationStruct handlers, JSVM_Callback as_function = nullptr,
              std::vector<JSVM_PropertyDescriptor> properties = {}) {
  record = {};
  JSVM_Value value = nullptr;
  if (!CHECK_OK(OH_JSVM_DefineClassWithPropertyHandler(env, "Handled", JSVM_AUTO_LENGTH, &nothing, properties.size(),
                                                       properties.data(), &handlers, as_function, &value))) {
    return;
  }
  SetGlobal(env, "Handled", value);
  Run(env, "globalThis.o = new Handled()");
}

// Runs a script and returns the calls that it led to.
std::string Calls(JSVM_Env env, const char* source) {
  record.calls.clear();
  Run(env, source);
  std::string text;
  for (const std::string& call : record.calls) text += (text.empty() ? "" : "; ") + call;
  return text;
}

}  // namespace

JSVM_TEST(classes, handler_getter_sees_every_named_read) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyDescriptor member{};
  member.utf8name = "member";
  member.value = Num(env, 1);
  Instance(env, All(), nullptr, {member});
  record.answer = "'answer'";
  CHECK_EQ(Calls(env, "globalThis.r = o.x"), "get x NULL");
  CHECK_EQ(Str(env, Run(env, "r")), "answer");
  CHECK_EQ(Calls(env, "globalThis.r = o[Symbol('s')]"), "get Symbol(s) NULL");
  CHECK_EQ(Calls(env, "globalThis.r = o.member"), "get member NULL");
  CHECK_EQ(Str(env, Run(env, "r")), "answer");
}

JSVM_TEST(classes, handler_getter_that_returns_NULL_does_not_fall_through) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  CHECK_EQ(Calls(env, "globalThis.r = o.toString"), "get toString NULL");
  CHECK_EQ(Str(env, Run(env, "r")), "undefined");
}

JSVM_TEST(classes, handler_setter_is_always_considered_done) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertySetterCallback = SetNamed;
  Instance(env, handlers);
  CHECK_EQ(Calls(env, "'use strict'; o.x = 5"), "set x=5");
  CHECK_EQ(Str(env, Run(env, "typeof o.x")), "undefined");
}

JSVM_TEST(classes, handler_deleter_answers_with_a_boolean) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  record.answer = "false";
  CHECK_EQ(Calls(env, "globalThis.r = delete o.x"), "delete x");
  CHECK(!ToBool(env, Run(env, "r")));
  record.answer = "true";
  Calls(env, "globalThis.r = delete o.x");
  CHECK(ToBool(env, Run(env, "r")));
  record.answer = "0";
  Calls(env, "globalThis.r = delete o.x");
  CHECK(ToBool(env, Run(env, "r")));
}

JSVM_TEST(classes, handler_enumerator_names_the_keys) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyEnumeratorCallback = EnumerateNamed;
  Instance(env, handlers);
  record.answer = "['p', 'q']";
  CHECK_EQ(Calls(env, "globalThis.r = Object.keys(o).join()"), "enumerate");
  CHECK_EQ(Str(env, Run(env, "r")), "p,q");
}

JSVM_TEST(classes, handler_enumerator_names_the_keys_of_for_in) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyEnumeratorCallback = EnumerateNamed;
  // for-in asks for every key whether it is still there.
  handlers.genericNamedPropertyGetterCallback = GetNamed;
  Instance(env, handlers);
  record.answer = "['p', 'q']";
  CHECK_EQ(Str(env, Run(env, "const seen = []; for (const k in o) seen.push(k); seen.join()")), "p,q");
}

JSVM_TEST(classes, handler_enumerator_answer_of_another_type_is_ignored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  for (const char* answer : {"'text'", "({length: 1})", ""}) {
    record.answer = answer;
    CHECK_EQ(ToNumber(env, Run(env, "Object.keys(o).length")), 0);
  }
}

JSVM_TEST(classes, handlers_of_indices_get_numbers) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  record.answer = "'at'";
  CHECK_EQ(Calls(env, "globalThis.r = o[3]"), "get #3 NULL");
  CHECK_EQ(Str(env, Run(env, "r")), "at");
  CHECK_EQ(Calls(env, "o[4294967294]"), "get #4294967294 NULL");
  CHECK_EQ(Calls(env, "o[1] = 'v'"), "set #1=v");
  record.answer = "false";
  CHECK_EQ(Calls(env, "globalThis.r = delete o[2]"), "delete #2");
  CHECK(!ToBool(env, Run(env, "r")));
}

JSVM_TEST(classes, handler_enumerator_of_indices) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericIndexedPropertyEnumeratorCallback = EnumerateIndexed;
  Instance(env, handlers);
  record.answer = "[1, 4]";
  CHECK_EQ(Calls(env, "globalThis.r = Object.keys(o).join()"), "enumerate #");
  CHECK_EQ(Str(env, Run(env, "r")), "1,4");
}

JSVM_TEST(classes, handler_enumerator_elements_that_are_no_keys_are_left_out) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyEnumeratorCallback = EnumerateNamed;
  Instance(env, handlers);
  record.answer = "[1, {}, 'p', null]";
  CHECK_EQ(Str(env, Run(env, "Object.keys(o).join()")), "p");
  handlers = {};
  handlers.genericIndexedPropertyEnumeratorCallback = EnumerateIndexed;
  Instance(env, handlers);
  record.answer = "[2.5, -1, 3, {}]";
  CHECK_EQ(Str(env, Run(env, "Object.keys(o).join()")), "3");
}

JSVM_TEST(classes, handlers_that_are_NULL_intercept_nothing) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyDeleterCallback = DeleteNamed;
  Instance(env, handlers);
  CHECK_EQ(Calls(env, "o.x = 1; o[0] = 2; globalThis.r = [o.x, o[0], Object.keys(o)].join()"), "");
  CHECK_EQ(Str(env, Run(env, "r")), "1,2,0,x");
}

JSVM_TEST(classes, handlers_do_not_see_the_class_itself) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  CHECK_EQ(Calls(env, "Handled.x = 1; Handled.x"), "");
}

JSVM_TEST(classes, handlers_get_their_data_even_after_a_collection) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers = All();
  handlers.namedPropertyData = Run(env, "({toString: () => 'named'})");
  handlers.indexedPropertyData = Run(env, "({toString: () => 'indexed'})");
  Instance(env, handlers);
  vm.DropHandles();
  CollectGarbage(env);
  CHECK_EQ(Calls(env, "o.x; o[0]"), "get x named; get #0 indexed");
}

JSVM_TEST(classes, handlers_tell_undefined_data_from_NULL) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers = All();
  handlers.namedPropertyData = Undefined(env);
  Instance(env, handlers);
  CHECK_EQ(Calls(env, "o.x; o[0]"), "get x undefined; get #0 NULL");
}

JSVM_TEST(classes, handlers_throw_into_JS) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyGetterCallback = [](JSVM_Env e, JSVM_Value, JSVM_Value, JSVM_Value) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(e, nullptr, "get"));
    return nullptr;
  };
  handlers.genericNamedPropertySetterCallback = [](JSVM_Env e, JSVM_Value, JSVM_Value, JSVM_Value,
                                                   JSVM_Value) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(e, nullptr, "set"));
    return nullptr;
  };
  handlers.genericNamedPropertyDeleterCallback = [](JSVM_Env e, JSVM_Value, JSVM_Value, JSVM_Value) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(e, nullptr, "delete"));
    return nullptr;
  };
  handlers.genericNamedPropertyEnumeratorCallback = [](JSVM_Env e, JSVM_Value, JSVM_Value) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(e, nullptr, "enumerate"));
    return nullptr;
  };
  Instance(env, handlers);
  CHECK_EQ(RunThrows(env, "o.x"), "Error: get");
  CHECK_EQ(RunThrows(env, "o.x = 1"), "Error: set");
  CHECK_EQ(RunThrows(env, "delete o.x"), "Error: delete");
  CHECK_EQ(RunThrows(env, "Object.keys(o)"), "Error: enumerate");
}

JSVM_TEST(classes, handler_this_is_the_instance) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  handlers.genericNamedPropertyGetterCallback = [](JSVM_Env, JSVM_Value, JSVM_Value self, JSVM_Value) { return self; };
  Instance(env, handlers);
  CHECK(ToBool(env, Run(env, "o.x === o")));
}

JSVM_TEST(classes, handlers_are_reached_by_the_property_functions) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  record.answer = "'answer'";
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetNamedProperty(env, Run(env, "o"), "x", &value));
  CHECK_EQ(Str(env, value), "answer");
  CHECK_OK(OH_JSVM_SetElement(env, Run(env, "o"), 2, Num(env, 1)));
  CHECK_EQ(record.calls.back(), "set #2=1");
}

JSVM_TEST(classes, instances_are_callable_with_a_call_handler) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) {
    size_t argc = 1;
    JSVM_Value argument = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, &argc, &argument, nullptr, nullptr));
    return Num(e, ToNumber(e, argument) * 2);
  });
  Instance(env, {}, function.callback());
  CHECK_EQ(ToNumber(env, Run(env, "o(21)")), 42);
  Instance(env, {});
  CHECK(RunThrows(env, "o(21)").ends_with("is not a function"));
}

JSVM_TEST(classes, handlers_leave_wraps_and_private_properties_alone) {
  TestVm vm;
  JSVM_Env env = vm.env();
  Instance(env, All());
  int data = 0;
  void* found = nullptr;
  CHECK_OK(OH_JSVM_Wrap(env, Run(env, "o"), &data, nullptr, nullptr, nullptr));
  CHECK_OK(OH_JSVM_Unwrap(env, Run(env, "o"), &found));
  CHECK(found == &data);
  CHECK(record.calls.empty());
}

JSVM_TEST(classes, DefineClassWithPropertyHandler_wants_code_and_configuration) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_CallbackStruct empty = {nullptr, nullptr};
  JSVM_PropertyHandlerConfigurationStruct handlers{};
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_DefineClassWithPropertyHandler(env, "C", JSVM_AUTO_LENGTH, &empty, 0, nullptr, &handlers,
                                                      nullptr, &value),
               JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_DefineClassWithPropertyHandler(env, "C", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, nullptr,
                                                      nullptr, &value),
               JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
}

JSVM_TEST(classes, DefineClassWithOptions_property_handler_and_parent) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value base = nullptr;
  CHECK_OK(OH_JSVM_DefineClass(env, "Base", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, &base));
  SetGlobal(env, "Base", base);
  JSVM_PropertyHandlerConfigurationStruct configuration = All();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) { return Num(e, 9); });
  JSVM_PropertyHandler handler{&configuration, function.callback()};
  JSVM_DefineClassOptions option{};
  option.id = JSVM_DEFINE_CLASS_WITH_PROPERTY_HANDLER;
  option.content.ptr = &handler;
  JSVM_Value value = nullptr;
  REQUIRE_OK(
      OH_JSVM_DefineClassWithOptions(env, "Sub", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, base, 1, &option, &value));
  SetGlobal(env, "Sub", value);
  record = {};
  Run(env, "globalThis.o = new Sub()");
  CHECK(ToBool(env, Run(env, "o instanceof Base")));
  CHECK_EQ(Calls(env, "o.x"), "get x NULL");
  CHECK_EQ(ToNumber(env, Run(env, "o()")), 9);
}

JSVM_ALONE_TEST(classes, handlers_work_under_the_scope_check) {
  TestVm vm(TestVm::Options{.handle_scope = false});
  JSVM_Env env = vm.env();
  CHECK_OK(OH_JSVM_SetDebugOption(env, JSVM_SCOPE_CHECK, true));
  HandleScope scope(env);
  JSVM_PropertyHandlerConfigurationStruct handlers = All();
  handlers.namedPropertyData = Utf8(env, "data");
  Instance(env, handlers);
  record.answer = "'answer'";
  CHECK_EQ(Calls(env, "globalThis.r = o.x"), "get x data");
  CHECK_EQ(Str(env, Run(env, "r")), "answer");
}
