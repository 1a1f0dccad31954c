// A module whose init function throws.
#include "napi/native_api.h"

static napi_value Init(napi_env env, napi_value) {
  napi_throw_range_error(env, "E_INIT", "no room for exports");
  return nullptr;
}

static napi_module module = {1, 0, nullptr, Init, "throwing", nullptr, {nullptr, nullptr, nullptr, nullptr}};

extern "C" __attribute__((constructor)) void RegisterThrowing() {
  napi_module_register(&module);
}
