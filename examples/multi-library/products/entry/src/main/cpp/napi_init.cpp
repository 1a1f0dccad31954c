#include <string>

#include "calculator.h"
#include "napi/native_api.h"

static napi_value Evaluate(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument = nullptr;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, nullptr);
  size_t length = 0;
  if (napi_get_value_string_utf8(env, argument, nullptr, 0, &length) != napi_ok) {
    napi_throw_type_error(env, "401", "evaluate takes a formula, which is a string");
    return nullptr;
  }
  std::string formula(length, '\0');
  napi_get_value_string_utf8(env, argument, &formula[0], length + 1, nullptr);

  double number = 0;
  std::string error;
  if (!Calculator::Instance().Evaluate(formula, &number, &error)) {
    napi_throw_error(env, "FORMULA", error.c_str());
    return nullptr;
  }
  napi_value result = nullptr;
  napi_create_double(env, number, &result);
  return result;
}

EXTERN_C_START
static napi_value Init(napi_env env, napi_value exports) {
  napi_property_descriptor members[] = {
      {"evaluate", nullptr, Evaluate, nullptr, nullptr, nullptr, napi_default, nullptr}};
  napi_define_properties(env, exports, sizeof(members) / sizeof(members[0]), members);
  return exports;
}
EXTERN_C_END

static napi_module entryModule = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "entry",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

extern "C" __attribute__((constructor)) void RegisterEntryModule(void) {
  napi_module_register(&entryModule);
}
