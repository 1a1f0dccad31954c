// What asynchronous functions share.
#ifndef ARKHOST_NAPI_ASYNC_WORK_H_
#define ARKHOST_NAPI_ASYNC_WORK_H_

#include "napi/native_api.h"

namespace ace {

// The name of a resource, or a default when the module gives none: Node insists on one, the device does not.
napi_value ResourceName(napi_env env, napi_value name);

}  // namespace ace

#endif  // ARKHOST_NAPI_ASYNC_WORK_H_
