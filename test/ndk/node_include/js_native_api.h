// Node-API without modules and threads; here it comes as a whole.
#ifndef ARKHOST_JS_NATIVE_API_H_
#define ARKHOST_JS_NATIVE_API_H_

#include "napi/node_api.h"

#endif  // ARKHOST_JS_NATIVE_API_H_
