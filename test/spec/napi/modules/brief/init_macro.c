/* A module registered by NAPI_MODULE_INIT, with the headers of plain Node-API. */
#include <js_native_api.h>
#include <node_api.h>

NAPI_MODULE_INIT() {
  napi_value answer = NULL;
  if (napi_create_int32(env, 43, &answer) == napi_ok) napi_set_named_property(env, exports, "answer", answer);
  return exports;
}
