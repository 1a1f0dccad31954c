// A module whose nm_modname is not the name of its library.
#include "napi/native_api.h"

static napi_value Init(napi_env, napi_value exports) {
  return exports;
}

static napi_module module = {1, 0, nullptr, Init, "another", nullptr, {nullptr, nullptr, nullptr, nullptr}};

extern "C" __attribute__((constructor)) void RegisterMisnamed() {
  napi_module_register(&module);
}
