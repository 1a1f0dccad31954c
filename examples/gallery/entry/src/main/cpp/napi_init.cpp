#include <vector>

#include "faults.h"
#include "napi/native_api.h"

// Every fault without arguments comes here; its row is the data of the function.
static napi_value Run(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
  static_cast<const Fault*>(data)->run();
  return nullptr;
}

EXTERN_C_START
static napi_value Init(napi_env env, napi_value exports) {
  std::vector<napi_property_descriptor> members;
  for (const Fault* room : {kCrashes, kHangs, kLeaks, kLies, kMisuses}) {
    for (const Fault* fault = room; fault->name != nullptr; fault++) {
      members.push_back(
          {fault->name, nullptr, Run, nullptr, nullptr, nullptr, napi_default, const_cast<Fault*>(fault)});
    }
  }
  for (const NapiFault* fault = kThrows; fault->name != nullptr; fault++) {
    members.push_back({fault->name, nullptr, fault->run, nullptr, nullptr, nullptr, napi_default, nullptr});
  }
  napi_define_properties(env, exports, members.size(), members.data());
  return exports;
}
EXTERN_C_END

static napi_module galleryModule = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "gallery",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

extern "C" __attribute__((constructor)) void RegisterGalleryModule(void) {
  napi_module_register(&galleryModule);
}
