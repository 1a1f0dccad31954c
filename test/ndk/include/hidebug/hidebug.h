/** Memory and processor time of the process and the computer (libohhidebug.so). */
#ifndef HIVIEWDFX_HIDEBUG_H
#define HIVIEWDFX_HIDEBUG_H

#include "../arkhost/api_level.h"
#include "hidebug_type.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @return how busy the processors were since the last call, or since the computer started: 0 to 1. */
ARKHOST_SINCE_12 double OH_HiDebug_GetSystemCpuUsage(void);

/** @return what this process has used of the processors since it started: 0 to 1. */
ARKHOST_SINCE_12 double OH_HiDebug_GetAppCpuUsage(void);

/** @return a list of the threads of this process; OH_HiDebug_FreeThreadCpuUsage frees it. */
ARKHOST_SINCE_12 HiDebug_ThreadCpuUsagePtr OH_HiDebug_GetAppThreadCpuUsage(void);

/** Frees a list and sets the pointer to NULL. */
ARKHOST_SINCE_12 void OH_HiDebug_FreeThreadCpuUsage(HiDebug_ThreadCpuUsagePtr* threadCpuUsage);

ARKHOST_SINCE_12 void OH_HiDebug_GetSystemMemInfo(HiDebug_SystemMemInfo* systemMemInfo);
ARKHOST_SINCE_12 void OH_HiDebug_GetAppNativeMemInfo(HiDebug_NativeMemInfo* nativeMemInfo);
ARKHOST_SINCE_12 void OH_HiDebug_GetAppMemoryLimit(HiDebug_MemoryLimit* memoryLimit);

#ifdef __cplusplus
}
#endif

#endif  // HIVIEWDFX_HIDEBUG_H
