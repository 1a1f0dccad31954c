// A module registered by NAPI_MODULE.
#include "napi/native_api.h"

static napi_value Init(napi_env env, napi_value exports) {
  napi_value answer = nullptr;
  if (napi_create_int32(env, 42, &answer) == napi_ok) napi_set_named_property(env, exports, "answer", answer);
  return exports;
}

NAPI_MODULE(brief, Init)
