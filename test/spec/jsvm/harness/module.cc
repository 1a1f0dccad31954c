// libjsvm_tests.so as a Node-API module: `list()` names the tests, `run(index)` runs one and returns its failures.

#include "jsvm_test.h"
#include "napi/native_api.h"

namespace {

napi_value Text(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  napi_create_string_utf8(env, text.data(), text.size(), &value);
  return value;
}

const char* KindName(Kind kind) {
  switch (kind) {
    case Kind::kAlone:
      return "alone";
    case Kind::kFatal:
      return "fatal";
    default:
      return "plain";
  }
}

napi_value List(napi_env env, napi_callback_info) {
  napi_value list = nullptr;
  napi_create_array(env, &list);
  uint32_t index = 0;
  for (const Case& test : Cases()) {
    napi_value entry = nullptr;
    napi_create_object(env, &entry);
    napi_set_named_property(env, entry, "group", Text(env, test.group));
    napi_set_named_property(env, entry, "name", Text(env, test.name));
    napi_set_named_property(env, entry, "kind", Text(env, KindName(test.kind)));
    napi_set_named_property(env, entry, "expected", Text(env, test.expected));
    napi_set_element(env, list, index++, entry);
  }
  return list;
}

napi_value Execute(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  uint32_t index = 0;
  if (napi_get_value_uint32(env, argument, &index) != napi_ok || index >= Cases().size()) {
    napi_throw_range_error(env, nullptr, "run() takes the index of a test in list()");
    return nullptr;
  }
  std::vector<std::string> failures = RunCase(index);
  napi_value list = nullptr;
  napi_create_array(env, &list);
  for (uint32_t i = 0; i < failures.size(); ++i) napi_set_element(env, list, i, Text(env, failures[i]));
  return list;
}

napi_value Init(napi_env env, napi_value exports) {
  napi_value function = nullptr;
  napi_create_function(env, "list", NAPI_AUTO_LENGTH, List, nullptr, &function);
  napi_set_named_property(env, exports, "list", function);
  napi_create_function(env, "run", NAPI_AUTO_LENGTH, Execute, nullptr, &function);
  napi_set_named_property(env, exports, "run", function);
  return exports;
}

napi_module test_module = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "jsvm_tests",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

__attribute__((constructor)) void RegisterTests() {
  napi_module_register(&test_module);
}

}  // namespace
