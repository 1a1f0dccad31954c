// The headers of the engine, precompiled for every source file of libace_napi.
#ifndef ARKHOST_NAPI_PRECOMPILED_H_
#define ARKHOST_NAPI_PRECOMPILED_H_

#include "napi/native_api.h"

// node.h brings Node's own Node-API headers, whose types have the names of ours. Ours stand in for them.
#define SRC_NODE_API_H_
#define SRC_NODE_API_TYPES_H_
#define SRC_JS_NATIVE_API_H_
#define SRC_JS_NATIVE_API_TYPES_H_

#include <node.h>
#include <uv.h>
#include <v8.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#endif  // ARKHOST_NAPI_PRECOMPILED_H_
