#include "lengths.h"
#include "napi/native_api.h"

static napi_value Convert(napi_env env, napi_callback_info info) {
  size_t argc = 3;
  napi_value arguments[3] = {nullptr};
  napi_get_cb_info(env, info, &argc, arguments, nullptr, nullptr);
  double value = 0;
  char from[8] = "";
  char to[8] = "";
  napi_get_value_double(env, arguments[0], &value);
  napi_get_value_string_utf8(env, arguments[1], from, sizeof(from), nullptr);
  napi_get_value_string_utf8(env, arguments[2], to, sizeof(to), nullptr);
  if (MetresIn(from) == 0 || MetresIn(to) == 0) {
    napi_throw_range_error(env, "UNIT", "unknown unit");
    return nullptr;
  }
  napi_value result = nullptr;
  napi_create_double(env, value * MetresIn(from) / MetresIn(to), &result);
  return result;
}

EXTERN_C_START
static napi_value Init(napi_env env, napi_value exports) {
  napi_property_descriptor members[] = {
      {"convert", nullptr, Convert, nullptr, nullptr, nullptr, napi_default, nullptr}};
  napi_define_properties(env, exports, sizeof(members) / sizeof(members[0]), members);
  return exports;
}
EXTERN_C_END

NAPI_MODULE(units, Init)
