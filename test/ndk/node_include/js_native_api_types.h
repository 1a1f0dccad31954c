// Types of Node-API without modules and threads; here they come as a whole.
#ifndef ARKHOST_JS_NATIVE_API_TYPES_H_
#define ARKHOST_JS_NATIVE_API_TYPES_H_

#include "napi/node_api_types.h"

#endif  // ARKHOST_JS_NATIVE_API_TYPES_H_
