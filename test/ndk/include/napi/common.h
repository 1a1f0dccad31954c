/** The types that OpenHarmony adds to Node-API. */
#ifndef NAPI_COMMON_H_
#define NAPI_COMMON_H_

#include "node_api_types.h"

/** How urgent queued work is. */
typedef enum {
  napi_qos_background = 0,
  napi_qos_utility = 1,
  napi_qos_default = 2,
  napi_qos_user_initiated = 3,
} napi_qos_t;

/** How long napi_run_event_loop runs. */
typedef enum {
  /** Until it is stopped or nothing is left to do. */
  napi_event_mode_default = 0,
  /** What is due now, without waiting. */
  napi_event_mode_nowait = 1,
} napi_event_mode;

/** Order of calls queued by napi_call_threadsafe_function_with_priority. */
typedef enum {
  napi_priority_immediate = 0,
  napi_priority_high = 1,
  napi_priority_low = 2,
  napi_priority_idle = 3,
} napi_task_priority;

/** Takes a native object away from its thread; what it returns is handed to the attach callback. */
typedef void* (*napi_native_binding_detach_callback)(napi_env env, void* native_object, void* hint);

/** Makes the JS object on the receiving thread. */
typedef napi_value (*napi_native_binding_attach_callback)(napi_env env, void* native_object, void* hint);

/** Frees memory that a string used. There is no env: it may run on any thread and at any time. */
typedef void (*napi_finalize_callback)(void* finalize_data, void* finalize_hint);

typedef struct napi_critical_scope__* napi_critical_scope;
typedef struct napi_strong_ref__* napi_strong_ref;
typedef struct napi_sendable_ref__* napi_sendable_ref;
typedef struct napi_callsite_info__* napi_callsite_info;

#endif  // NAPI_COMMON_H_
