#include "harness.h"

#include <cstring>

namespace tests {

std::vector<std::string>& Failures() {
  static std::vector<std::string> failures;
  return failures;
}

void Fail(const char* file, int line, const std::string& text) {
  const char* name = strrchr(file, '/');
  Failures().push_back(std::string(name == nullptr ? file : name + 1) + ":" + std::to_string(line) + ": " + text);
}

std::vector<Test>& Tests() {
  static std::vector<Test> tests;
  return tests;
}

napi_value Run(napi_env env, const char* source) {
  napi_value result = nullptr;
  CHECK_OK(napi_run_script(env, Text(env, source), &result));
  return result;
}

napi_value Text(napi_env env, const char* text) {
  napi_value value = nullptr;
  napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value);
  return value;
}

napi_value Number(napi_env env, double number) {
  napi_value value = nullptr;
  napi_create_double(env, number, &value);
  return value;
}

napi_value Function(napi_env env, napi_callback callback, void* data) {
  napi_value value = nullptr;
  CHECK_OK(napi_create_function(env, "test", NAPI_AUTO_LENGTH, callback, data, &value));
  return value;
}

std::string Str(napi_env env, napi_value value) {
  if (value == nullptr) return "NULL";
  napi_value text = nullptr;
  if (napi_coerce_to_string(env, value, &text) != napi_ok) return "no string: " + TakeException(env);
  size_t length = 0;
  napi_get_value_string_utf8(env, text, nullptr, 0, &length);
  std::string result(length + 1, '\0');
  napi_get_value_string_utf8(env, text, result.data(), result.size(), &length);
  result.resize(length);
  return result;
}

std::string Get(napi_env env, napi_value object, const char* name) {
  napi_value value = nullptr;
  CHECK_OK(napi_get_named_property(env, object, name, &value));
  return Str(env, value);
}

std::string TakeException(napi_env env) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) return "";
  napi_value exception = nullptr;
  CHECK_OK(napi_get_and_clear_last_exception(env, &exception));
  return Str(env, exception);
}

void Collect(napi_env env) {
  Run(env, "globalThis.gc()");
}

void SetGlobal(napi_env env, const char* name, napi_value value) {
  napi_value global = nullptr;
  CHECK_OK(napi_get_global(env, &global));
  CHECK_OK(napi_set_named_property(env, global, name, value));
}

}  // namespace tests

namespace {

napi_value List(napi_env env, napi_callback_info) {
  napi_value names = nullptr;
  napi_create_array(env, &names);
  uint32_t index = 0;
  for (const tests::Test& test : tests::Tests()) napi_set_element(env, names, index++, tests::Text(env, test.name));
  return names;
}

// run(index): the failures of a test.
napi_value RunTest(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  uint32_t index = 0;
  napi_get_value_uint32(env, argument, &index);
  tests::Failures().clear();
  tests::Tests().at(index).run(env);
  const std::string left = tests::TakeException(env);
  if (!left.empty()) tests::Fail("harness.cc", __LINE__, "the test left an exception: " + left);
  napi_value texts = nullptr;
  napi_create_array(env, &texts);
  uint32_t count = 0;
  for (const std::string& text : tests::Failures()) {
    napi_set_element(env, texts, count++, tests::Text(env, text.c_str()));
  }
  return texts;
}

}  // namespace

// Functions that need JavaScript to go on between calls, in asynchronous.cc.
void AddAsynchronous(napi_env env, napi_value exports);

static napi_value Init(napi_env env, napi_value exports) {
  const napi_property_descriptor properties[] = {
      {"list", nullptr, List, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"run", nullptr, RunTest, nullptr, nullptr, nullptr, napi_default, nullptr},
  };
  napi_define_properties(env, exports, 2, properties);
  AddAsynchronous(env, exports);
  return exports;
}

static napi_module module = {1, 0, nullptr, Init, "napi_tests", nullptr, {nullptr, nullptr, nullptr, nullptr}};

extern "C" __attribute__((constructor)) void RegisterNapiTests() {
  napi_module_register(&module);
}
