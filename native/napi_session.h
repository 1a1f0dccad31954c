/** The class JsvmSession as ArkTS sees it. */
#ifndef JSVM_MEMORY_NAPI_SESSION_H
#define JSVM_MEMORY_NAPI_SESSION_H

#include <napi/native_api.h>

namespace napi_session {

/** Defines the class for this env; NULL after a failure, with an error thrown. */
napi_value DefineClass(napi_env env);

}  // namespace napi_session

#endif  // JSVM_MEMORY_NAPI_SESSION_H
