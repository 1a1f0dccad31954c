// A module without an init function.
#include "napi/native_api.h"

static napi_module module = {1, 0, nullptr, nullptr, "initless", nullptr, {nullptr, nullptr, nullptr, nullptr}};

extern "C" __attribute__((constructor)) void RegisterInitless() {
  napi_module_register(&module);
}
