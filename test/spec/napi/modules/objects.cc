// Objects and functions: where the device differs from Node.
#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;
using tests::TakeException;
using tests::Text;

NAPI_TEST(set_property, primitive_is_no_object) {
  CHECK_STATUS(napi_set_property(env, Number(env, 1), Text(env, "a"), Number(env, 2)), napi_object_expected);
}

NAPI_TEST(get_named_property, primitive_is_not_boxed) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_get_named_property(env, Text(env, "text"), "length", &result), napi_object_expected);
}

NAPI_TEST(property_functions, primitive_is_no_object) {
  const napi_value number = Number(env, 1);
  const napi_value key = Text(env, "a");
  napi_value value = nullptr;
  bool found = false;
  CHECK_STATUS(napi_has_property(env, number, key, &found), napi_object_expected);
  CHECK_STATUS(napi_get_property(env, number, key, &value), napi_object_expected);
  CHECK_STATUS(napi_delete_property(env, number, key, &found), napi_object_expected);
  CHECK_STATUS(napi_has_own_property(env, number, key, &found), napi_object_expected);
  CHECK_STATUS(napi_set_named_property(env, number, "a", key), napi_object_expected);
  CHECK_STATUS(napi_has_named_property(env, number, "a", &found), napi_object_expected);
  CHECK_STATUS(napi_set_element(env, number, 0, key), napi_object_expected);
  CHECK_STATUS(napi_has_element(env, number, 0, &found), napi_object_expected);
  CHECK_STATUS(napi_get_element(env, number, 0, &value), napi_object_expected);
  CHECK_STATUS(napi_delete_element(env, number, 0, &found), napi_object_expected);
  CHECK_STATUS(napi_get_prototype(env, number, &value), napi_object_expected);
  CHECK_STATUS(napi_get_property_names(env, number, &value), napi_object_expected);
  CHECK_STATUS(napi_object_freeze(env, number), napi_object_expected);
  CHECK_STATUS(napi_object_seal(env, number), napi_object_expected);
  CHECK_STATUS(napi_define_properties(env, number, 0, nullptr), napi_object_expected);
}

NAPI_TEST(type_tags, primitive_is_no_object) {
  const napi_type_tag tag = {1, 2};
  bool matches = false;
  CHECK_STATUS(napi_type_tag_object(env, Number(env, 1), &tag), napi_object_expected);
  CHECK_STATUS(napi_check_object_type_tag(env, Number(env, 1), &tag, &matches), napi_object_expected);
}

NAPI_TEST(last_error_info, tells_of_our_checks) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_get_named_property(env, Number(env, 1), "a", &result), napi_object_expected);
  const napi_extended_error_info* info = nullptr;
  CHECK_OK(napi_get_last_error_info(env, &info));
  CHECK(info->error_code == napi_object_expected);
  CHECK_TEXT(info->error_message, "An object was expected");
}

NAPI_TEST(last_error_info, tells_of_the_engines_checks) {
  bool value = false;
  CHECK_STATUS(napi_get_value_bool(env, Number(env, 1), &value), napi_boolean_expected);
  const napi_extended_error_info* info = nullptr;
  CHECK_OK(napi_get_last_error_info(env, &info));
  CHECK(info->error_code == napi_boolean_expected);
  CHECK_TEXT(info->error_message, "A boolean was expected");
}

NAPI_TEST(last_error_info, a_good_call_resets_it) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_get_named_property(env, Number(env, 1), "a", &result), napi_object_expected);
  CHECK_OK(napi_create_object(env, &result));
  const napi_extended_error_info* info = nullptr;
  CHECK_OK(napi_get_last_error_info(env, &info));
  CHECK(info->error_code == napi_ok);
}

NAPI_TEST(coerce_to_object, undefined_and_null_give_undefined) {
  napi_value result = nullptr;
  CHECK_OK(napi_coerce_to_object(env, Run(env, "undefined"), &result));
  CHECK_TEXT(Str(env, result), "undefined");
  CHECK_OK(napi_coerce_to_object(env, Run(env, "null"), &result));
  CHECK_TEXT(Str(env, result), "undefined");
}

NAPI_TEST(coerce_to_object, number_is_boxed) {
  napi_value result = nullptr;
  CHECK_OK(napi_coerce_to_object(env, Number(env, 5), &result));
  napi_valuetype type = napi_undefined;
  CHECK_OK(napi_typeof(env, result, &type));
  CHECK(type == napi_object);
}

NAPI_TEST(call_function, needs_a_function) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_call_function(env, nullptr, Run(env, "({})"), 0, nullptr, &result), napi_function_expected);
}

NAPI_TEST(call_function, receiver_may_be_null) {
  napi_value result = nullptr;
  const napi_value function = Run(env, "(function () { 'use strict'; return this; })");
  CHECK_OK(napi_call_function(env, nullptr, function, 0, nullptr, &result));
  CHECK_TEXT(Str(env, result), "undefined");
}

NAPI_TEST(call_function, exception_waits) {
  napi_value result = nullptr;
  const napi_value function = Run(env, "() => { throw new Error('from JS'); }");
  CHECK_STATUS(napi_call_function(env, nullptr, function, 0, nullptr, &result), napi_pending_exception);
  CHECK_STATUS(napi_get_named_property(env, Number(env, 1), "a", &result), napi_pending_exception);
  CHECK_TEXT(TakeException(env), "Error: from JS");
}

NAPI_TEST(new_instance, needs_a_function) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_new_instance(env, Run(env, "({})"), 0, nullptr, &result), napi_function_expected);
}

NAPI_TEST(instanceof, needs_an_object_and_a_function) {
  bool result = false;
  CHECK_STATUS(napi_instanceof(env, Number(env, 1), Run(env, "Number"), &result), napi_object_expected);
  CHECK_STATUS(napi_instanceof(env, Run(env, "({})"), Run(env, "({})"), &result), napi_function_expected);
  CHECK_TEXT(TakeException(env), "");
}

NAPI_TEST(instanceof, finds_the_constructor) {
  bool result = false;
  CHECK_OK(napi_instanceof(env, Run(env, "[]"), Run(env, "Array"), &result));
  CHECK(result);
}

NAPI_TEST(define_properties, skips_what_throws) {
  const napi_value object = Run(env, "Object.defineProperty({}, 'fixed', { value: 1 })");
  const napi_property_descriptor properties[] = {
      {"fixed", nullptr, nullptr, nullptr, nullptr, Number(env, 2), napi_default, nullptr},
      {"free", nullptr, nullptr, nullptr, nullptr, Number(env, 3), napi_default, nullptr},
  };
  CHECK_OK(napi_define_properties(env, object, 2, properties));
  CHECK_TEXT(TakeException(env), "");
  CHECK_TEXT(tests::Get(env, object, "fixed"), "1");
  CHECK_TEXT(tests::Get(env, object, "free"), "3");
}

NAPI_TEST(define_properties, needs_names) {
  const napi_property_descriptor nameless = {nullptr, nullptr,        nullptr,      nullptr,
                                             nullptr, Number(env, 2), napi_default, nullptr};
  CHECK_STATUS(napi_define_properties(env, Run(env, "({})"), 1, &nameless), napi_name_expected);
}

namespace {

int getter_data = 7;

napi_value ReadData(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  CHECK_OK(napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data));
  return Number(env, *static_cast<int*>(data));
}

napi_value WriteData(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  void* data = nullptr;
  CHECK_OK(napi_get_cb_info(env, info, &argc, &argument, nullptr, &data));
  CHECK_OK(napi_get_value_int32(env, argument, static_cast<int*>(data)));
  return nullptr;
}

}  // namespace

NAPI_TEST(define_properties, getter_and_setter_share_data) {
  getter_data = 7;
  const napi_value object = Run(env, "({})");
  const napi_property_descriptor accessor = {"value",   nullptr, nullptr,      ReadData,
                                             WriteData, nullptr, napi_default, &getter_data};
  CHECK_OK(napi_define_properties(env, object, 1, &accessor));
  CHECK_TEXT(tests::Get(env, object, "value"), "7");
  CHECK_OK(napi_set_named_property(env, object, "value", Number(env, 9)));
  CHECK(getter_data == 9);
  CHECK_TEXT(tests::Get(env, object, "value"), "9");
}

NAPI_TEST(create_function, callback_gets_its_data) {
  int data = 41;
  napi_value result = nullptr;
  const napi_value function = tests::Function(env, ReadData, &data);
  CHECK_OK(napi_call_function(env, nullptr, function, 0, nullptr, &result));
  CHECK_TEXT(Str(env, result), "41");
}

NAPI_TEST(define_class, members_get_their_data) {
  int data = 5;
  const napi_property_descriptor members[] = {
      {"own", nullptr, ReadData, nullptr, nullptr, nullptr, napi_default, &data},
      {"shared", nullptr, ReadData, nullptr, nullptr, nullptr, napi_static, &data},
  };
  napi_value type = nullptr;
  CHECK_OK(napi_define_class(
      env, "Type", NAPI_AUTO_LENGTH, [](napi_env, napi_callback_info) -> napi_value { return nullptr; }, nullptr, 2,
      members, &type));
  tests::SetGlobal(env, "Type", type);
  CHECK_TEXT(Str(env, Run(env, "new Type().own() + Type.shared()")), "10");
}

NAPI_TEST(create_object_with_properties, defines_all) {
  const napi_property_descriptor properties[] = {
      {"a", nullptr, nullptr, nullptr, nullptr, Number(env, 1), napi_enumerable, nullptr},
      {"b", nullptr, ReadData, nullptr, nullptr, nullptr, napi_enumerable, &getter_data},
  };
  napi_value object = nullptr;
  CHECK_OK(napi_create_object_with_properties(env, &object, 2, properties));
  tests::SetGlobal(env, "made", object);
  CHECK_TEXT(Str(env, Run(env, "Object.keys(made).join() + typeof made.b")), "a,bfunction");
}

NAPI_TEST(create_object_with_named_properties, sets_all) {
  const char* keys[] = {"x", "y"};
  const napi_value values[] = {Number(env, 1), Text(env, "two")};
  napi_value object = nullptr;
  CHECK_OK(napi_create_object_with_named_properties(env, &object, 2, keys, values));
  tests::SetGlobal(env, "made", object);
  CHECK_TEXT(Str(env, Run(env, "JSON.stringify(made)")), R"({"x":1,"y":"two"})");
}

NAPI_TEST(callsite_info, reads_and_writes) {
  napi_callsite_info info = nullptr;
  bool hit = true;
  napi_value value = nullptr;
  const napi_value object = Run(env, "({ a: 1 })");
  CHECK_OK(napi_create_callsite_info(env, &info));
  CHECK_OK(napi_set_property_with_callsite_info(env, object, Text(env, "a"), Number(env, 2), info, &hit));
  CHECK(!hit);
  CHECK_OK(napi_get_property_with_callsite_info(env, object, Text(env, "a"), info, &value, &hit));
  CHECK_TEXT(Str(env, value), "2");
  CHECK_OK(napi_delete_callsite_info(env, info));
}
