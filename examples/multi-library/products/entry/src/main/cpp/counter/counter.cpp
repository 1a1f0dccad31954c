#include "calculator.h"
#include "napi/native_api.h"

static napi_value Evaluations(napi_env env, napi_callback_info) {
  napi_value count = nullptr;
  napi_create_int32(env, Calculator::Instance().Evaluations(), &count);
  return count;
}

EXTERN_C_START
static napi_value Init(napi_env env, napi_value exports) {
  napi_property_descriptor members[] = {
      {"evaluations", nullptr, Evaluations, nullptr, nullptr, nullptr, napi_default, nullptr}};
  napi_define_properties(env, exports, sizeof(members) / sizeof(members[0]), members);
  return exports;
}
EXTERN_C_END

static napi_module counterModule = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "counter",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

extern "C" __attribute__((constructor)) void RegisterCounterModule(void) {
  napi_module_register(&counterModule);
}
