// The headers of the engine, precompiled for every source file of libjsvm.
#ifndef ARKHOST_JSVM_CORE_V8_HEADERS_H_
#define ARKHOST_JSVM_CORE_V8_HEADERS_H_

#include <node.h>
#include <v8-platform.h>
#include <v8-profiler.h>
#include <v8.h>

#include <atomic>
#include <climits>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "ark_runtime/jsvm.h"

#endif  // ARKHOST_JSVM_CORE_V8_HEADERS_H_
