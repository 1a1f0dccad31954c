/**
 * The one place that says under which domain and tag this module logs. hilog reads both macros where a log line is
 * written, so they must stand before its header, and nowhere else (not in CMakeLists.txt either).
 */
#ifndef JSVM_MEMORY_LOG_H
#define JSVM_MEMORY_LOG_H

#undef LOG_DOMAIN
#undef LOG_TAG
#define LOG_DOMAIN 0x3200
#define LOG_TAG "JsvmMemory"

#include <hilog/log.h>

#endif  // JSVM_MEMORY_LOG_H
