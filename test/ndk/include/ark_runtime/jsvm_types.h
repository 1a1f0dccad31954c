#ifndef ARK_RUNTIME_JSVM_TYPES_H
#define ARK_RUNTIME_JSVM_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !defined(__cplusplus) || (defined(_MSC_VER) && _MSC_VER < 1900)
typedef uint16_t char16_t;
#endif

#ifndef JSVM_CDECL
#ifdef _WIN32
#define JSVM_CDECL __cdecl
#else
#define JSVM_CDECL
#endif
#endif

/**
 * API level the caller may use. Undefined: everything. When it is defined (an integer such as 12), using a function or
 * an enumerator that is newer is a compile error which names both levels.
 */
#ifndef JSVM_API_LEVEL
#define JSVM_API_LEVEL 9999
#endif
#define JSVM_TEXT_OF_(value) #value
#define JSVM_TEXT_(value) JSVM_TEXT_OF_(value)
#define JSVM_NEWER_(level) \
  __attribute__((unavailable("needs API " #level ", project says " JSVM_TEXT_(JSVM_API_LEVEL))))

#if JSVM_API_LEVEL < 12
#define JSVM_SINCE_12 JSVM_NEWER_(12)
#else
#define JSVM_SINCE_12
#endif
#if JSVM_API_LEVEL < 18
#define JSVM_SINCE_18 JSVM_NEWER_(18)
#else
#define JSVM_SINCE_18
#endif
#if JSVM_API_LEVEL < 20
#define JSVM_SINCE_20 JSVM_NEWER_(20)
#else
#define JSVM_SINCE_20
#endif
#if JSVM_API_LEVEL < 22
#define JSVM_SINCE_22 JSVM_NEWER_(22)
#else
#define JSVM_SINCE_22
#endif
#if JSVM_API_LEVEL < 24
#define JSVM_SINCE_24 JSVM_NEWER_(24)
#else
#define JSVM_SINCE_24
#endif
#if JSVM_API_LEVEL < 26
#define JSVM_SINCE_26 JSVM_NEWER_(26)
#else
#define JSVM_SINCE_26
#endif
#define JSVM_SINCE(level) JSVM_SINCE_##level

/** @since 11 */
typedef struct JSVM_VM__* JSVM_VM;
/** @since 11 */
typedef struct JSVM_VMScope__* JSVM_VMScope;
/** @since 11 */
typedef struct JSVM_EnvScope__* JSVM_EnvScope;
/** @since 11 */
typedef struct JSVM_Script__* JSVM_Script;
/** @since 11 */
typedef struct JSVM_Env__* JSVM_Env;
/** @since 12 */
typedef struct JSVM_CpuProfiler__* JSVM_CpuProfiler;
/** @since 11 */
typedef struct JSVM_Value__* JSVM_Value;
/** @since 11 */
typedef struct JSVM_Ref__* JSVM_Ref;
/** @since 11 */
typedef struct JSVM_HandleScope__* JSVM_HandleScope;
/** @since 11 */
typedef struct JSVM_EscapableHandleScope__* JSVM_EscapableHandleScope;
/** @since 11 */
typedef struct JSVM_CallbackInfo__* JSVM_CallbackInfo;
/** @since 11 */
typedef struct JSVM_Deferred__* JSVM_Deferred;
/** @since 18 */
typedef struct JSVM_Data__* JSVM_Data;
/** @since 24 */
typedef struct JSVM_DeserializeResult__* JSVM_DeserializeResult;

/** @since 11 */
typedef enum {
  JSVM_DEFAULT = 0,
  JSVM_WRITABLE = 1,
  JSVM_ENUMERABLE = 2,
  JSVM_CONFIGURABLE = 4,
  JSVM_NO_RECEIVER_CHECK = 8,
  JSVM_STATIC = 1024,
  JSVM_DEFAULT_METHOD = 5,
  JSVM_METHOD_NO_RECEIVER_CHECK = 13,
  JSVM_DEFAULT_JSPROPERTY = 7,
  JSVM_JSPROPERTY_NO_RECEIVER_CHECK = 15,
} JSVM_PropertyAttributes;

/** @since 11 */
typedef enum {
  JSVM_UNDEFINED = 0,
  JSVM_NULL = 1,
  JSVM_BOOLEAN = 2,
  JSVM_NUMBER = 3,
  JSVM_STRING = 4,
  JSVM_SYMBOL = 5,
  JSVM_OBJECT = 6,
  JSVM_FUNCTION = 7,
  JSVM_EXTERNAL = 8,
  JSVM_BIGINT = 9,
} JSVM_ValueType;

/** @since 11 */
typedef enum {
  JSVM_INT8_ARRAY = 0,
  JSVM_UINT8_ARRAY = 1,
  JSVM_UINT8_CLAMPED_ARRAY = 2,
  JSVM_INT16_ARRAY = 3,
  JSVM_UINT16_ARRAY = 4,
  JSVM_INT32_ARRAY = 5,
  JSVM_UINT32_ARRAY = 6,
  JSVM_FLOAT32_ARRAY = 7,
  JSVM_FLOAT64_ARRAY = 8,
  JSVM_BIGINT64_ARRAY = 9,
  JSVM_BIGUINT64_ARRAY = 10,
} JSVM_TypedarrayType;

/** @since 11 */
typedef enum {
  JSVM_OK = 0,
  JSVM_INVALID_ARG = 1,
  JSVM_OBJECT_EXPECTED = 2,
  JSVM_STRING_EXPECTED = 3,
  JSVM_NAME_EXPECTED = 4,
  JSVM_FUNCTION_EXPECTED = 5,
  JSVM_NUMBER_EXPECTED = 6,
  JSVM_BOOLEAN_EXPECTED = 7,
  JSVM_ARRAY_EXPECTED = 8,
  JSVM_GENERIC_FAILURE = 9,
  JSVM_PENDING_EXCEPTION = 10,
  JSVM_CANCELLED = 11,
  JSVM_ESCAPE_CALLED_TWICE = 12,
  JSVM_HANDLE_SCOPE_MISMATCH = 13,
  JSVM_CALLBACK_SCOPE_MISMATCH = 14,
  JSVM_QUEUE_FULL = 15,
  JSVM_CLOSING = 16,
  JSVM_BIGINT_EXPECTED = 17,
  JSVM_DATE_EXPECTED = 18,
  JSVM_ARRAYBUFFER_EXPECTED = 19,
  JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED = 20,
  JSVM_WOULD_DEADLOCK = 21,
  JSVM_NO_EXTERNAL_BUFFERS_ALLOWED = 22,
  JSVM_CANNOT_RUN_JS = 23,
  JSVM_INVALID_TYPE JSVM_SINCE(18) = 24,
  JSVM_JIT_MODE_EXPECTED JSVM_SINCE(18) = 25,
} JSVM_Status;

/** @since 11 */
typedef enum {
  JSVM_KEY_INCLUDE_PROTOTYPES = 0,
  JSVM_KEY_OWN_ONLY = 1,
} JSVM_KeyCollectionMode;

/** @since 11 */
typedef enum {
  JSVM_KEY_ALL_PROPERTIES = 0,
  JSVM_KEY_WRITABLE = 1,
  JSVM_KEY_ENUMERABLE = 2,
  JSVM_KEY_CONFIGURABLE = 4,
  JSVM_KEY_SKIP_STRINGS = 8,
  JSVM_KEY_SKIP_SYMBOLS = 16,
} JSVM_KeyFilter;

/** @since 11 */
typedef enum {
  JSVM_KEY_KEEP_NUMBERS = 0,
  JSVM_KEY_NUMBERS_TO_STRINGS = 1,
} JSVM_KeyConversion;

/** @since 11 */
typedef enum {
  JSVM_MEMORY_PRESSURE_LEVEL_NONE = 0,
  JSVM_MEMORY_PRESSURE_LEVEL_MODERATE = 1,
  JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL = 2,
  JSVM_MEMORY_PRESSURE_LEVEL_LOW_MEMORY JSVM_SINCE(22) = 3,
} JSVM_MemoryPressureLevel;

/** @since 12 */
typedef enum {
  JSVM_COMPILE_MODE_DEFAULT JSVM_SINCE(12) = 0,
  JSVM_COMPILE_MODE_CONSUME_CODE_CACHE JSVM_SINCE(12) = 1,
  JSVM_COMPILE_MODE_EAGER_COMPILE JSVM_SINCE(12) = 2,
  JSVM_COMPILE_MODE_PRODUCE_COMPILE_PROFILE JSVM_SINCE(12) = 3,
  JSVM_COMPILE_MODE_CONSUME_COMPILE_PROFILE JSVM_SINCE(12) = 4,
} JSVM_CompileMode;

/** @since 12 */
typedef enum {
  JSVM_COMPILE_MODE JSVM_SINCE(12) = 0,
  JSVM_COMPILE_CODE_CACHE JSVM_SINCE(12) = 1,
  JSVM_COMPILE_SCRIPT_ORIGIN JSVM_SINCE(12) = 2,
  JSVM_COMPILE_COMPILE_PROFILE JSVM_SINCE(12) = 3,
  JSVM_COMPILE_ENABLE_SOURCE_MAP JSVM_SINCE(12) = 4,
  JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT JSVM_SINCE(24) = 5,
  JSVM_COMPILE_CODE_CACHE_REJECTED JSVM_SINCE(24) = 6,
} JSVM_CompileOptionId;

/** @since 12 */
typedef enum {
  JSVM_REGEXP_NONE JSVM_SINCE(12) = 0,
  JSVM_REGEXP_GLOBAL JSVM_SINCE(12) = 1,
  JSVM_REGEXP_IGNORE_CASE JSVM_SINCE(12) = 2,
  JSVM_REGEXP_MULTILINE JSVM_SINCE(12) = 4,
  JSVM_REGEXP_STICKY JSVM_SINCE(12) = 8,
  JSVM_REGEXP_UNICODE JSVM_SINCE(12) = 16,
  JSVM_REGEXP_DOT_ALL JSVM_SINCE(12) = 32,
  JSVM_REGEXP_LINEAR JSVM_SINCE(12) = 64,
  JSVM_REGEXP_HAS_INDICES JSVM_SINCE(12) = 128,
  JSVM_REGEXP_UNICODE_SETS JSVM_SINCE(12) = 256,
} JSVM_RegExpFlags;

/** @since 12 */
typedef enum {
  JSVM_ZERO_INITIALIZED JSVM_SINCE(12) = 0,
  JSVM_UNINITIALIZED JSVM_SINCE(12) = 1,
} JSVM_InitializedFlag;

/** @since 12 */
typedef enum {
  JSVM_WASM_OPT_BASELINE JSVM_SINCE(12) = 10,
  JSVM_WASM_OPT_HIGH JSVM_SINCE(12) = 20,
} JSVM_WasmOptLevel;

/** @since 12 */
typedef enum {
  JSVM_CACHE_TYPE_JS JSVM_SINCE(12) = 0,
  JSVM_CACHE_TYPE_WASM JSVM_SINCE(12) = 1,
} JSVM_CacheType;

/** @since 18 */
typedef enum {
  JSVM_MICROTASK_EXPLICIT JSVM_SINCE(18) = 0,
  JSVM_MICROTASK_AUTO JSVM_SINCE(18) = 1,
} JSVM_MicrotaskPolicy;

/** @since 18 */
typedef enum {
  JSVM_TRACE_VM JSVM_SINCE(18) = 0,
  JSVM_TRACE_COMPILE JSVM_SINCE(18) = 1,
  JSVM_TRACE_EXECUTE JSVM_SINCE(18) = 2,
  JSVM_TRACE_RUNTIME JSVM_SINCE(18) = 3,
  JSVM_TRACE_STACK_TRACE JSVM_SINCE(18) = 4,
  JSVM_TRACE_WASM JSVM_SINCE(18) = 5,
  JSVM_TRACE_WASM_DETAILED JSVM_SINCE(18) = 6,
} JSVM_TraceCategory;

/** @since 18 */
typedef enum {
  JSVM_PROMISE_REJECT_OTHER_REASONS JSVM_SINCE(18) = 0,
  JSVM_PROMISE_REJECT_WITH_NO_HANDLER JSVM_SINCE(18) = 1,
  JSVM_PROMISE_ADD_HANDLER_AFTER_REJECTED JSVM_SINCE(18) = 2,
  JSVM_PROMISE_REJECT_AFTER_RESOLVED JSVM_SINCE(18) = 3,
  JSVM_PROMISE_RESOLVE_AFTER_RESOLVED JSVM_SINCE(18) = 4,
} JSVM_PromiseRejectEvent;

/** @since 18 */
typedef enum {
  JSVM_MESSAGE_LOG JSVM_SINCE(18) = 1,
  JSVM_MESSAGE_DEBUG JSVM_SINCE(18) = 2,
  JSVM_MESSAGE_INFO JSVM_SINCE(18) = 4,
  JSVM_MESSAGE_ERROR JSVM_SINCE(18) = 8,
  JSVM_MESSAGE_WARNING JSVM_SINCE(18) = 16,
  JSVM_MESSAGE_ALL JSVM_SINCE(18) = 31,
} JSVM_MessageErrorLevel;

/** @since 18 */
typedef enum {
  JSVM_DEFINE_CLASS_NORMAL JSVM_SINCE(18) = 0,
  JSVM_DEFINE_CLASS_WITH_COUNT JSVM_SINCE(18) = 1,
  JSVM_DEFINE_CLASS_WITH_PROPERTY_HANDLER JSVM_SINCE(18) = 2,
} JSVM_DefineClassOptionsId;

/** @since 18 */
typedef enum {
  JSVM_CB_TRIGGER_BEFORE_GC JSVM_SINCE(18) = 0,
  JSVM_CB_TRIGGER_AFTER_GC JSVM_SINCE(18) = 1,
} JSVM_CBTriggerTimeForGC;

/** @since 18 */
typedef enum {
  JSVM_GC_TYPE_SCAVENGE JSVM_SINCE(18) = 1,
  JSVM_GC_TYPE_MINOR_MARK_COMPACT JSVM_SINCE(18) = 2,
  JSVM_GC_TYPE_MARK_SWEEP_COMPACT JSVM_SINCE(18) = 4,
  JSVM_GC_TYPE_INCREMENTAL_MARKING JSVM_SINCE(18) = 8,
  JSVM_GC_TYPE_PROCESS_WEAK_CALLBACKS JSVM_SINCE(18) = 16,
  JSVM_GC_TYPE_ALL JSVM_SINCE(18) = 31,
} JSVM_GCType;

/** @since 18 */
typedef enum {
  JSVM_NO_GC_CALLBACK_FLAGS JSVM_SINCE(18) = 0,
  JSVM_GC_CALLBACK_CONSTRUCT_RETAINED_OBJECT_INFOS JSVM_SINCE(18) = 1,
  JSVM_GC_CALLBACK_FORCED JSVM_SINCE(18) = 2,
  JSVM_GC_CALLBACK_SYNCHRONOUS_PHANTOM_CALLBACK_PROCESSING JSVM_SINCE(18) = 3,
  JSVM_GC_CALLBACK_COLLECT_ALL_AVAILABLE_GARBAGE JSVM_SINCE(18) = 4,
  JSVM_GC_CALLBACK_COLLECT_ALL_EXTERNAL_MEMORY JSVM_SINCE(18) = 5,
  JSVM_GC_CALLBACK_SCHEDULE_IDLE_GARBAGE_COLLECTION JSVM_SINCE(18) = 6,
} JSVM_GCCallbackFlags;

/** @since 20 */
typedef enum {
  JSVM_SCOPE_CHECK JSVM_SINCE(20) = 0,
} JSVM_DebugOption;

/** @since 11 */
typedef void(JSVM_CDECL* JSVM_Finalize)(JSVM_Env env, void* finalizeData, void* finalizeHint);

#ifdef JSVM_EXPERIMENTAL
/** @since 26 */
typedef void(JSVM_CDECL* JSVM_FinalizeArrayBuffer)(JSVM_Env env, void* finalizeData, void* finalizeHint, bool copied);
#endif

/** @since 12 */
typedef bool(JSVM_CDECL* JSVM_OutputStream)(const char* data, int size, void* streamData);

/** @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForOOMError)(const char* location, const char* detail, bool isHeapOOM);

/** @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForFatalError)(const char* location, const char* message);

/** @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForPromiseReject)(JSVM_Env env, JSVM_PromiseRejectEvent rejectEvent,
                                                       JSVM_Value rejectInfo);

/** @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForGC)(JSVM_VM vm, JSVM_GCType gcType, JSVM_GCCallbackFlags flags, void* data);

/** @since 26 */
typedef void(JSVM_CDECL* JSVM_HandlerForHeapThreshold)(JSVM_VM vm, uint64_t threshold, void* data);

/** @since 11 */
typedef struct {
  JSVM_Value (*callback)(JSVM_Env env, JSVM_CallbackInfo info);
  void* data;
} JSVM_CallbackStruct;

/** @since 11 */
typedef JSVM_CallbackStruct* JSVM_Callback;

/** @since 12 */
typedef struct {
  size_t totalHeapSize;
  size_t totalHeapSizeExecutable;
  size_t totalPhysicalSize;
  size_t totalAvailableSize;
  size_t usedHeapSize;
  size_t heapSizeLimit;
  size_t mallocedMemory;
  size_t externalMemory;
  size_t peakMallocedMemory;
  size_t numberOfNativeContexts;
  size_t numberOfDetachedContexts;
  size_t totalGlobalHandlesSize;
  size_t usedGlobalHandlesSize;
} JSVM_HeapStatistics;

/** @since 11 */
typedef struct {
  const intptr_t* externalReferences;
  int* argc;
  char** argv;
  bool removeFlags;
} JSVM_InitOptions;

/** @since 11 */
typedef struct {
  size_t maxOldGenerationSize;
  size_t maxYoungGenerationSize;
  size_t initialOldGenerationSize;
  size_t initialYoungGenerationSize;
  const char* snapshotBlobData;
  size_t snapshotBlobSize;
  bool isForSnapshotting;
} JSVM_CreateVMOptions;

/** @since 11 */
typedef struct {
  uint32_t apiVersion;
  const char* engine;
  const char* version;
  uint32_t cachedDataVersionTag;
} JSVM_VMInfo;

/** @since 11 */
typedef struct {
  const char* utf8name;
  JSVM_Value name;
  JSVM_Callback method;
  JSVM_Callback getter;
  JSVM_Callback setter;
  JSVM_Value value;
  JSVM_PropertyAttributes attributes;
} JSVM_PropertyDescriptor;

/** @since 11 */
typedef struct {
  const char* errorMessage;
  void* engineReserved;
  uint32_t engineErrorCode;
  JSVM_Status errorCode;
} JSVM_ExtendedErrorInfo;

/** @since 11 */
typedef struct {
  uint64_t lower;
  uint64_t upper;
} JSVM_TypeTag;

/** @since 12 */
typedef struct {
  JSVM_Value (*genericNamedPropertyGetterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value thisArg,
                                                   JSVM_Value namedPropertyData);
  JSVM_Value (*genericNamedPropertySetterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value property,
                                                   JSVM_Value thisArg, JSVM_Value namedPropertyData);
  JSVM_Value (*genericNamedPropertyDeleterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value thisArg,
                                                    JSVM_Value namedPropertyData);
  JSVM_Value (*genericNamedPropertyEnumeratorCallback)(JSVM_Env env, JSVM_Value thisArg, JSVM_Value namedPropertyData);
  JSVM_Value (*genericIndexedPropertyGetterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value thisArg,
                                                     JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertySetterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value property,
                                                     JSVM_Value thisArg, JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertyDeleterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value thisArg,
                                                      JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertyEnumeratorCallback)(JSVM_Env env, JSVM_Value thisArg,
                                                         JSVM_Value indexedPropertyData);
  JSVM_Value namedPropertyData;
  JSVM_Value indexedPropertyData;
} JSVM_PropertyHandlerConfigurationStruct;

/** @since 12 */
typedef JSVM_PropertyHandlerConfigurationStruct* JSVM_PropertyHandlerCfg;

/** @since 12 */
typedef struct {
  const char* sourceMapUrl;
  const char* resourceName;
  size_t resourceLineOffset;
  size_t resourceColumnOffset;
} JSVM_ScriptOrigin;

/** @since 12 */
typedef struct {
  JSVM_CompileOptionId id;
  union {
    void* ptr;
    int num;
    bool boolean;
  } content;
} JSVM_CompileOptions;

/** @since 12 */
typedef struct {
  uint8_t* cache;
  size_t length;
} JSVM_CodeCache;

/** @since 12 */
typedef const struct {
  int* profile;
  size_t length;
} JSVM_CompileProfile;

/** @since 18 */
typedef struct {
  JSVM_DefineClassOptionsId id;
  union {
    void* ptr;
    int num;
    bool boolean;
  } content;
} JSVM_DefineClassOptions;

/** @since 18 */
typedef struct {
  JSVM_PropertyHandlerCfg propertyHandlerCfg;
  JSVM_Callback callAsFunctionCallback;
} JSVM_PropertyHandler;

#endif
