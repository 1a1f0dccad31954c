// Types of Node-API.
#ifndef ARKHOST_NODE_API_TYPES_H_
#define ARKHOST_NODE_API_TYPES_H_

#include "napi/node_api_types.h"

#endif  // ARKHOST_NODE_API_TYPES_H_
