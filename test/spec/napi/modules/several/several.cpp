// A library that registers three modules, as linking static libraries into one does; the second has its name.
#include "napi/native_api.h"

namespace {

napi_value InitWith(napi_env env, napi_value exports, int number) {
  napi_value answer = nullptr;
  if (napi_create_int32(env, number, &answer) == napi_ok) napi_set_named_property(env, exports, "answer", answer);
  return exports;
}

napi_value InitFirst(napi_env env, napi_value exports) {
  return InitWith(env, exports, 1);
}
napi_value InitOwn(napi_env env, napi_value exports) {
  return InitWith(env, exports, 2);
}
napi_value InitLast(napi_env env, napi_value exports) {
  return InitWith(env, exports, 3);
}

}  // namespace

NAPI_MODULE(first, InitFirst)
NAPI_MODULE(several, InitOwn)
NAPI_MODULE(last, InitLast)
