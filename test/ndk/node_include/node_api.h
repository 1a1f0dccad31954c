// Node-API as the device has it beside napi/native_api.h, which adds the functions of OpenHarmony.
#ifndef ARKHOST_NODE_API_H_
#define ARKHOST_NODE_API_H_

#include "napi/node_api.h"

#endif  // ARKHOST_NODE_API_H_
