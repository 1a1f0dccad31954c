/** Traces of performance, and ids that follow a task through threads (libhitrace_ndk.z.so). */
#ifndef HIVIEWDFX_HITRACE_H
#define HIVIEWDFX_HITRACE_H

#include <stdbool.h>
#include <stdint.h>

#include "../arkhost/api_level.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Whether a HiTraceId is in use. @since 12 */
typedef enum HiTraceId_Valid {
  HITRACE_ID_INVALID = 0,
  HITRACE_ID_VALID = 1,
} HiTraceId_Valid;

/** Versions of a HiTraceId. @since 12 */
typedef enum HiTrace_Version {
  HITRACE_VER_1 = 0,
} HiTrace_Version;

/** How a chain is followed. @since 12 */
typedef enum HiTrace_Flag {
  HITRACE_FLAG_DEFAULT = 0,
  /** Asynchronous calls too. */
  HITRACE_FLAG_INCLUDE_ASYNC = 1 << 0,
  /** OH_HiTrace_CreateSpan makes no span. */
  HITRACE_FLAG_DONOT_CREATE_SPAN = 1 << 1,
  /** Tracepoints are recorded. */
  HITRACE_FLAG_TP_INFO = 1 << 2,
  /** Begin and end are not. */
  HITRACE_FLAG_NO_BE_INFO = 1 << 3,
  /** The id is not added to the log. */
  HITRACE_FLAG_DONOT_ENABLE_LOG = 1 << 4,
  HITRACE_FLAG_FAULT_TRIGGER = 1 << 5,
  HITRACE_FLAG_D2D_TP_INFO = 1 << 6,
} HiTrace_Flag;

/** Where in a call a tracepoint stands. @since 12 */
typedef enum HiTrace_Tracepoint_Type {
  HITRACE_TP_CS = 0,
  HITRACE_TP_CR = 1,
  HITRACE_TP_SS = 2,
  HITRACE_TP_SR = 3,
  HITRACE_TP_GENERAL = 4,
} HiTrace_Tracepoint_Type;

/** What a call goes between. @since 12 */
typedef enum HiTrace_Communication_Mode {
  HITRACE_CM_DEFAULT = 0,
  HITRACE_CM_THREAD = 1,
  HITRACE_CM_PROCESS = 2,
  HITRACE_CM_DEVICE = 3,
} HiTrace_Communication_Mode;

/** The id of a chain and of a span in it. @since 12 */
typedef struct HiTraceId {
  uint64_t valid : 1;
  uint64_t ver : 3;
  uint64_t chainId : 60;
  uint64_t flags : 12;
  uint64_t spanId : 26;
  uint64_t parentSpanId : 26;
} HiTraceId;

/** Begins a span of this thread; OH_HiTrace_FinishTrace ends the last. @since 10 */
void OH_HiTrace_StartTrace(const char* name);

/** Ends the span of this thread that began last. @since 10 */
void OH_HiTrace_FinishTrace(void);

/** Begins a span that another thread may end; name and `taskId` tell it from others. @since 10 */
void OH_HiTrace_StartAsyncTrace(const char* name, int32_t taskId);

/** Ends the span of this name and `taskId`. @since 10 */
void OH_HiTrace_FinishAsyncTrace(const char* name, int32_t taskId);

/** Records the value of a counter. @since 10 */
void OH_HiTrace_CountTrace(const char* name, int64_t count);

/**
 * Begins a chain on this thread.
 *
 * @param flags HiTrace_Flag, joined by `|`.
 * @return the new id; one that is not valid when the thread is in a chain already or the flags are wrong.
 */
ARKHOST_SINCE_12 HiTraceId OH_HiTrace_BeginChain(const char* name, int flags);

/** Ends the chain of this thread. */
ARKHOST_SINCE_12 void OH_HiTrace_EndChain(void);

/** @return the id of this thread; one that is not valid outside of a chain. */
ARKHOST_SINCE_12 HiTraceId OH_HiTrace_GetId(void);

/** Puts this thread into the chain of a valid id. */
ARKHOST_SINCE_12 void OH_HiTrace_SetId(const HiTraceId* id);

/** Takes this thread out of its chain. */
ARKHOST_SINCE_12 void OH_HiTrace_ClearId(void);

/** @return the thread's id with a new span below the current one; one that is not valid outside of a chain. */
ARKHOST_SINCE_12 HiTraceId OH_HiTrace_CreateSpan(void);

/** Records a message for a chain with HITRACE_FLAG_TP_INFO. */
ARKHOST_SINCE_12 void OH_HiTrace_Tracepoint(HiTrace_Communication_Mode mode, HiTrace_Tracepoint_Type type,
                                            const HiTraceId* id, const char* fmt, ...)
    __attribute__((format(printf, 4, 5)));

/** Makes an id that is not valid. */
ARKHOST_SINCE_12 void OH_HiTrace_InitId(HiTraceId* id);

/** Takes an id from bytes of OH_HiTrace_IdToBytes. */
ARKHOST_SINCE_12 void OH_HiTrace_IdFromBytes(HiTraceId* id, const uint8_t* pIdArray, int len);

ARKHOST_SINCE_12 bool OH_HiTrace_IsIdValid(const HiTraceId* id);
ARKHOST_SINCE_12 bool OH_HiTrace_IsFlagEnabled(const HiTraceId* id, HiTrace_Flag flag);
ARKHOST_SINCE_12 void OH_HiTrace_EnableFlag(HiTraceId* id, HiTrace_Flag flag);
ARKHOST_SINCE_12 int OH_HiTrace_GetFlags(const HiTraceId* id);
ARKHOST_SINCE_12 void OH_HiTrace_SetFlags(HiTraceId* id, int flags);
ARKHOST_SINCE_12 uint64_t OH_HiTrace_GetChainId(const HiTraceId* id);

/** Makes the id valid, with this chain. */
ARKHOST_SINCE_12 void OH_HiTrace_SetChainId(HiTraceId* id, uint64_t chainId);
ARKHOST_SINCE_12 uint64_t OH_HiTrace_GetSpanId(const HiTraceId* id);
ARKHOST_SINCE_12 void OH_HiTrace_SetSpanId(HiTraceId* id, uint64_t spanId);
ARKHOST_SINCE_12 uint64_t OH_HiTrace_GetParentSpanId(const HiTraceId* id);
ARKHOST_SINCE_12 void OH_HiTrace_SetParentSpanId(HiTraceId* id, uint64_t parentSpanId);

/** @return how many bytes were written: those of a HiTraceId, or 0 when the id is not valid or `len` is less. */
ARKHOST_SINCE_12 int OH_HiTrace_IdToBytes(const HiTraceId* id, uint8_t* pIdArray, int len);

#ifdef __cplusplus
}
#endif

#endif  // HIVIEWDFX_HITRACE_H
