/** Types of hidebug.h. */
#ifndef HIVIEWDFX_HIDEBUG_TYPE_H
#define HIVIEWDFX_HIDEBUG_TYPE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What functions return. @since 12 */
typedef enum HiDebug_ErrorCode {
  HIDEBUG_SUCCESS = 0,
  HIDEBUG_INVALID_ARGUMENT = 401,
  HIDEBUG_TRACE_CAPTURED_ALREADY = 11400102,
  HIDEBUG_NO_PERMISSION = 11400103,
  HIDEBUG_TRACE_ABNORMAL = 11400104,
  HIDEBUG_NO_TRACE_RUNNING = 11400105,
} HiDebug_ErrorCode;

/** What one thread uses of a processor, 1 for all of it, and the next thread. @since 12 */
typedef struct HiDebug_ThreadCpuUsage {
  uint32_t threadId;
  double cpuUsage;
  struct HiDebug_ThreadCpuUsage* next;
} HiDebug_ThreadCpuUsage;

/** @since 12 */
typedef HiDebug_ThreadCpuUsage* HiDebug_ThreadCpuUsagePtr;

/** Memory of the computer in KiB. @since 12 */
typedef struct HiDebug_SystemMemInfo {
  uint32_t totalMem;
  uint32_t freeMem;
  uint32_t availableMem;
} HiDebug_SystemMemInfo;

/** Memory of the process in KiB. @since 12 */
typedef struct HiDebug_NativeMemInfo {
  uint32_t pss;
  uint32_t vss;
  uint32_t rss;
  uint32_t sharedDirty;
  uint32_t privateDirty;
  uint32_t sharedClean;
  uint32_t privateClean;
} HiDebug_NativeMemInfo;

/** How much memory the process may use, in KiB. @since 12 */
typedef struct HiDebug_MemoryLimit {
  uint64_t rssLimit;
  uint64_t vssLimit;
} HiDebug_MemoryLimit;

#ifdef __cplusplus
}
#endif

#endif  // HIVIEWDFX_HIDEBUG_TYPE_H
