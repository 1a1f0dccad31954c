/**
 * Types of the JSVM-API. Names, values and layouts are the device's; see jsvm.h for the functions.
 */
#ifndef ARK_RUNTIME_JSVM_TYPES_H
#define ARK_RUNTIME_JSVM_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arkhost/api_level.h"

/** UTF-16 code unit: C++ has the type, C gets it here. */
#if !defined(__cplusplus) || (defined(_MSC_VER) && _MSC_VER < 1900)
typedef uint16_t char16_t;
#endif

/** Calling convention of callbacks. */
#ifndef JSVM_CDECL
#ifdef _WIN32
#define JSVM_CDECL __cdecl
#else
#define JSVM_CDECL
#endif
#endif

/**
 * Marks what is newer than API 11 with its first level. When the program defines JSVM_API_LEVEL, the level it may rely
 * on, a newer function or enumerator stays declared, but using it is a compile error that names both levels.
 */
#define JSVM_SINCE(level) ARKHOST_SINCE_##level

// ---------------------------------------------------------------------------------------------------------------------
// Handles: opaque, made and freed by the functions of jsvm.h
// ---------------------------------------------------------------------------------------------------------------------

/** A JavaScript VM with a heap of its own. Used by one thread at a time. @since 11 */
typedef struct JSVM_VM__* JSVM_VM;

/** A thread's stay in a VM. @since 11 */
typedef struct JSVM_VMScope__* JSVM_VMScope;

/** An entered context of an env. @since 11 */
typedef struct JSVM_EnvScope__* JSVM_EnvScope;

/** A compiled script. Lives as long as the handle scope it was compiled in, unless it is retained. @since 11 */
typedef struct JSVM_Script__* JSVM_Script;

/** A context of a VM with a global object, and the native state that belongs to it. @since 11 */
typedef struct JSVM_Env__* JSVM_Env;

/** A running CPU profiler; dead once it is stopped. @since 12 */
typedef struct JSVM_CpuProfiler__* JSVM_CpuProfiler;

/** A JavaScript value. Lives as long as its handle scope. @since 11 */
typedef struct JSVM_Value__* JSVM_Value;

/** Data that is no JavaScript value: a private key. Lives as long as its handle scope. @since 18 */
typedef struct JSVM_Data__* JSVM_Data;

/** A counted reference to a value or to data, which outlives handle scopes. @since 11 */
typedef struct JSVM_Ref__* JSVM_Ref;

/** A place for values. @since 11 */
typedef struct JSVM_HandleScope__* JSVM_HandleScope;

/** A place for values from which one can escape. @since 11 */
typedef struct JSVM_EscapableHandleScope__* JSVM_EscapableHandleScope;

/** What a native callback was called with; dead when it returns. @since 11 */
typedef struct JSVM_CallbackInfo__* JSVM_CallbackInfo;

/** Settles a promise, once. @since 11 */
typedef struct JSVM_Deferred__* JSVM_Deferred;

/** A code cache that is being decoded in the background. @since 24 */
typedef struct JSVM_DeserializeResult__* JSVM_DeserializeResult;

// ---------------------------------------------------------------------------------------------------------------------
// Enums: all of them are as wide as an int
// ---------------------------------------------------------------------------------------------------------------------

/** Attributes of a property, OR-ed. @since 11 */
typedef enum {
  /** Read-only, hidden from enumeration, cannot be deleted. */
  JSVM_DEFAULT = 0,
  /** May be assigned. */
  JSVM_WRITABLE = 1 << 0,
  /** Shows in enumerations. */
  JSVM_ENUMERABLE = 1 << 1,
  /** May be redefined and deleted. */
  JSVM_CONFIGURABLE = 1 << 2,
  /** A method of a class that takes any `this`. */
  JSVM_NO_RECEIVER_CHECK = 1 << 3,
  /** A property of the class itself, not of its instances. */
  JSVM_STATIC = 1 << 10,
  /** What methods of classes have in JS. */
  JSVM_DEFAULT_METHOD = JSVM_WRITABLE | JSVM_CONFIGURABLE,
  /** JSVM_DEFAULT_METHOD that takes any `this`. */
  JSVM_METHOD_NO_RECEIVER_CHECK = JSVM_DEFAULT_METHOD | JSVM_NO_RECEIVER_CHECK,
  /** What assigned properties have in JS. */
  JSVM_DEFAULT_JSPROPERTY = JSVM_WRITABLE | JSVM_ENUMERABLE | JSVM_CONFIGURABLE,
  /** JSVM_DEFAULT_JSPROPERTY that takes any `this`. */
  JSVM_JSPROPERTY_NO_RECEIVER_CHECK = JSVM_DEFAULT_JSPROPERTY | JSVM_NO_RECEIVER_CHECK,
} JSVM_PropertyAttributes;

/** Types of values. @since 11 */
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

/** Element types of typed arrays. @since 11 */
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

/** What a call returns. @since 11 */
typedef enum {
  /** Done. */
  JSVM_OK = 0,
  /** An argument is NULL, out of range or of the wrong kind. */
  JSVM_INVALID_ARG = 1,
  /** The value is not an object. */
  JSVM_OBJECT_EXPECTED = 2,
  /** The value is not a string. */
  JSVM_STRING_EXPECTED = 3,
  /** The value is not a string or symbol. */
  JSVM_NAME_EXPECTED = 4,
  /** The value is not a function. */
  JSVM_FUNCTION_EXPECTED = 5,
  /** The value is not a number. */
  JSVM_NUMBER_EXPECTED = 6,
  /** The value is not a boolean. */
  JSVM_BOOLEAN_EXPECTED = 7,
  /** The value is not an array. */
  JSVM_ARRAY_EXPECTED = 8,
  /** The engine failed, often with an exception stored. */
  JSVM_GENERIC_FAILURE = 9,
  /** An exception is stored: one from before, or one of this call. */
  JSVM_PENDING_EXCEPTION = 10,
  /** Never returned. */
  JSVM_CANCELLED = 11,
  /** A scope lets one value escape, and it did. */
  JSVM_ESCAPE_CALLED_TWICE = 12,
  /** No handle scope is open. */
  JSVM_HANDLE_SCOPE_MISMATCH = 13,
  /** Never returned. */
  JSVM_CALLBACK_SCOPE_MISMATCH = 14,
  /** Never returned. */
  JSVM_QUEUE_FULL = 15,
  /** Never returned. */
  JSVM_CLOSING = 16,
  /** The value is not a bigint. */
  JSVM_BIGINT_EXPECTED = 17,
  /** The value is not a Date. */
  JSVM_DATE_EXPECTED = 18,
  /** The value is not an ArrayBuffer. */
  JSVM_ARRAYBUFFER_EXPECTED = 19,
  /** The buffer cannot be detached. */
  JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED = 20,
  /** Never returned. */
  JSVM_WOULD_DEADLOCK = 21,
  /** Never returned. */
  JSVM_NO_EXTERNAL_BUFFERS_ALLOWED = 22,
  /** Never returned. */
  JSVM_CANNOT_RUN_JS = 23,
  /** The value is of the wrong kind: not a proxy, not a promise. @since 18 */
  JSVM_INVALID_TYPE JSVM_SINCE(18) = 24,
  /** Never returned. @since 18 */
  JSVM_JIT_MODE_EXPECTED JSVM_SINCE(18) = 25,
} JSVM_Status;

/** Whose keys OH_JSVM_GetAllPropertyNames lists. @since 11 */
typedef enum {
  /** Those of the object and of its prototypes. */
  JSVM_KEY_INCLUDE_PROTOTYPES = 0,
  /** Those of the object. */
  JSVM_KEY_OWN_ONLY = 1,
} JSVM_KeyCollectionMode;

/** Which keys OH_JSVM_GetAllPropertyNames leaves out, OR-ed. @since 11 */
typedef enum {
  JSVM_KEY_ALL_PROPERTIES = 0,
  /** Only writable ones. */
  JSVM_KEY_WRITABLE = 1 << 0,
  /** Only enumerable ones. */
  JSVM_KEY_ENUMERABLE = 1 << 1,
  /** Only configurable ones. */
  JSVM_KEY_CONFIGURABLE = 1 << 2,
  /** No strings. */
  JSVM_KEY_SKIP_STRINGS = 1 << 3,
  /** No symbols. */
  JSVM_KEY_SKIP_SYMBOLS = 1 << 4,
} JSVM_KeyFilter;

/** What OH_JSVM_GetAllPropertyNames makes of indices. @since 11 */
typedef enum {
  JSVM_KEY_KEEP_NUMBERS = 0,
  JSVM_KEY_NUMBERS_TO_STRINGS = 1,
} JSVM_KeyConversion;

/** How short of memory the system is; see OH_JSVM_MemoryPressureNotification. @since 11 */
typedef enum {
  /** Not short; forgets a level that was not served yet. */
  JSVM_MEMORY_PRESSURE_LEVEL_NONE = 0,
  /** Speed up incremental collection. */
  JSVM_MEMORY_PRESSURE_LEVEL_MODERATE = 1,
  /** Collect now. */
  JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL = 2,
  /** Collect until nothing more is freed. @since 22 */
  JSVM_MEMORY_PRESSURE_LEVEL_LOW_MEMORY JSVM_SINCE(22) = 3,
} JSVM_MemoryPressureLevel;

/** How a script is compiled. @since 12 */
typedef enum {
  /** Functions when they are first called. */
  JSVM_COMPILE_MODE_DEFAULT JSVM_SINCE(12) = 0,
  /** From the code cache in JSVM_COMPILE_CODE_CACHE. */
  JSVM_COMPILE_MODE_CONSUME_CODE_CACHE JSVM_SINCE(12) = 1,
  /** All functions at once. */
  JSVM_COMPILE_MODE_EAGER_COMPILE JSVM_SINCE(12) = 2,
  /** Collecting hints on what to compile at once. */
  JSVM_COMPILE_MODE_PRODUCE_COMPILE_PROFILE JSVM_SINCE(12) = 3,
  /** Following such hints. */
  JSVM_COMPILE_MODE_CONSUME_COMPILE_PROFILE JSVM_SINCE(12) = 4,
} JSVM_CompileMode;

/** What a JSVM_CompileOptions holds. @since 12 */
typedef enum {
  /** `num`: a JSVM_CompileMode. */
  JSVM_COMPILE_MODE JSVM_SINCE(12) = 0,
  /** `ptr`: a JSVM_CodeCache for JSVM_COMPILE_MODE_CONSUME_CODE_CACHE. */
  JSVM_COMPILE_CODE_CACHE JSVM_SINCE(12) = 1,
  /** `ptr`: a JSVM_ScriptOrigin. */
  JSVM_COMPILE_SCRIPT_ORIGIN JSVM_SINCE(12) = 2,
  /** `ptr`: a JSVM_CompileProfile. Accepted and ignored. */
  JSVM_COMPILE_COMPILE_PROFILE JSVM_SINCE(12) = 3,
  /** `boolean`: use the origin's source map in stack traces. */
  JSVM_COMPILE_ENABLE_SOURCE_MAP JSVM_SINCE(12) = 4,
  /** `ptr`: a JSVM_DeserializeResult, used when it is ready. It serves once. @since 24 */
  JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT JSVM_SINCE(24) = 5,
  /** `ptr`: a bool that tells whether the code cache was refused. @since 24 */
  JSVM_COMPILE_CODE_CACHE_REJECTED JSVM_SINCE(24) = 6,
} JSVM_CompileOptionId;

/** Flags of a RegExp, OR-ed. @since 12 */
typedef enum {
  JSVM_REGEXP_NONE JSVM_SINCE(12) = 0,
  /** g */
  JSVM_REGEXP_GLOBAL JSVM_SINCE(12) = 1 << 0,
  /** i */
  JSVM_REGEXP_IGNORE_CASE JSVM_SINCE(12) = 1 << 1,
  /** m */
  JSVM_REGEXP_MULTILINE JSVM_SINCE(12) = 1 << 2,
  /** y */
  JSVM_REGEXP_STICKY JSVM_SINCE(12) = 1 << 3,
  /** u */
  JSVM_REGEXP_UNICODE JSVM_SINCE(12) = 1 << 4,
  /** s */
  JSVM_REGEXP_DOT_ALL JSVM_SINCE(12) = 1 << 5,
  /** Matches in linear time. */
  JSVM_REGEXP_LINEAR JSVM_SINCE(12) = 1 << 6,
  /** d */
  JSVM_REGEXP_HAS_INDICES JSVM_SINCE(12) = 1 << 7,
  /** v */
  JSVM_REGEXP_UNICODE_SETS JSVM_SINCE(12) = 1 << 8,
} JSVM_RegExpFlags;

/** Whether allocated memory is zeroed. @since 12 */
typedef enum {
  JSVM_ZERO_INITIALIZED JSVM_SINCE(12) = 0,
  JSVM_UNINITIALIZED JSVM_SINCE(12) = 1,
} JSVM_InitializedFlag;

/** How far a WebAssembly function is optimised. @since 12 */
typedef enum {
  JSVM_WASM_OPT_BASELINE JSVM_SINCE(12) = 10,
  JSVM_WASM_OPT_HIGH JSVM_SINCE(12) = 20,
} JSVM_WasmOptLevel;

/** What made a cache. @since 12 */
typedef enum {
  /** OH_JSVM_CreateCodeCache */
  JSVM_CACHE_TYPE_JS JSVM_SINCE(12) = 0,
  /** OH_JSVM_CreateWasmCache */
  JSVM_CACHE_TYPE_WASM JSVM_SINCE(12) = 1,
} JSVM_CacheType;

/** When microtasks run. @since 18 */
typedef enum {
  /** In OH_JSVM_PerformMicrotaskCheckpoint only. */
  JSVM_MICROTASK_EXPLICIT JSVM_SINCE(18) = 0,
  /** When the outermost call into JavaScript ends, too. */
  JSVM_MICROTASK_AUTO JSVM_SINCE(18) = 1,
} JSVM_MicrotaskPolicy;

/** Kinds of trace events. @since 18 */
typedef enum {
  JSVM_TRACE_VM JSVM_SINCE(18) = 0,
  JSVM_TRACE_COMPILE JSVM_SINCE(18) = 1,
  JSVM_TRACE_EXECUTE JSVM_SINCE(18) = 2,
  JSVM_TRACE_RUNTIME JSVM_SINCE(18) = 3,
  JSVM_TRACE_STACK_TRACE JSVM_SINCE(18) = 4,
  JSVM_TRACE_WASM JSVM_SINCE(18) = 5,
  JSVM_TRACE_WASM_DETAILED JSVM_SINCE(18) = 6,
} JSVM_TraceCategory;

/** What happened to a promise. @since 18 */
typedef enum {
  JSVM_PROMISE_REJECT_OTHER_REASONS JSVM_SINCE(18) = 0,
  JSVM_PROMISE_REJECT_WITH_NO_HANDLER JSVM_SINCE(18) = 1,
  JSVM_PROMISE_ADD_HANDLER_AFTER_REJECTED JSVM_SINCE(18) = 2,
  JSVM_PROMISE_REJECT_AFTER_RESOLVED JSVM_SINCE(18) = 3,
  JSVM_PROMISE_RESOLVE_AFTER_RESOLVED JSVM_SINCE(18) = 4,
} JSVM_PromiseRejectEvent;

/** Levels of messages. No function uses them. @since 18 */
typedef enum {
  JSVM_MESSAGE_LOG JSVM_SINCE(18) = 1 << 0,
  JSVM_MESSAGE_DEBUG JSVM_SINCE(18) = 1 << 1,
  JSVM_MESSAGE_INFO JSVM_SINCE(18) = 1 << 2,
  JSVM_MESSAGE_ERROR JSVM_SINCE(18) = 1 << 3,
  JSVM_MESSAGE_WARNING JSVM_SINCE(18) = 1 << 4,
  JSVM_MESSAGE_ALL JSVM_SINCE(18) = (1 << 5) - 1,
} JSVM_MessageErrorLevel;

/** What a JSVM_DefineClassOptions holds. @since 18 */
typedef enum {
  /** Nothing. */
  JSVM_DEFINE_CLASS_NORMAL JSVM_SINCE(18) = 0,
  /** `num`: number of internal fields of each instance. */
  JSVM_DEFINE_CLASS_WITH_COUNT JSVM_SINCE(18) = 1,
  /** `ptr`: a JSVM_PropertyHandler. */
  JSVM_DEFINE_CLASS_WITH_PROPERTY_HANDLER JSVM_SINCE(18) = 2,
} JSVM_DefineClassOptionsId;

/** When a handler of collections is called. @since 18 */
typedef enum {
  JSVM_CB_TRIGGER_BEFORE_GC JSVM_SINCE(18) = 0,
  JSVM_CB_TRIGGER_AFTER_GC JSVM_SINCE(18) = 1,
} JSVM_CBTriggerTimeForGC;

/** Kinds of collections. @since 18 */
typedef enum {
  /** Of young objects. */
  JSVM_GC_TYPE_SCAVENGE JSVM_SINCE(18) = 1 << 0,
  /** Of young objects, by the marking collector. */
  JSVM_GC_TYPE_MINOR_MARK_COMPACT JSVM_SINCE(18) = 1 << 1,
  /** Of everything. */
  JSVM_GC_TYPE_MARK_SWEEP_COMPACT JSVM_SINCE(18) = 1 << 2,
  /** The start of marking in small steps. */
  JSVM_GC_TYPE_INCREMENTAL_MARKING JSVM_SINCE(18) = 1 << 3,
  /** The calls of finalizers. */
  JSVM_GC_TYPE_PROCESS_WEAK_CALLBACKS JSVM_SINCE(18) = 1 << 4,
  JSVM_GC_TYPE_ALL JSVM_SINCE(18) = (1 << 5) - 1,
} JSVM_GCType;

/** Why a collection happens. Plain numbers, not bits: combined reasons are reported as none. @since 18 */
typedef enum {
  JSVM_NO_GC_CALLBACK_FLAGS JSVM_SINCE(18) = 0,
  JSVM_GC_CALLBACK_CONSTRUCT_RETAINED_OBJECT_INFOS JSVM_SINCE(18) = 1,
  JSVM_GC_CALLBACK_FORCED JSVM_SINCE(18) = 2,
  JSVM_GC_CALLBACK_SYNCHRONOUS_PHANTOM_CALLBACK_PROCESSING JSVM_SINCE(18) = 3,
  JSVM_GC_CALLBACK_COLLECT_ALL_AVAILABLE_GARBAGE JSVM_SINCE(18) = 4,
  JSVM_GC_CALLBACK_COLLECT_ALL_EXTERNAL_MEMORY JSVM_SINCE(18) = 5,
  JSVM_GC_CALLBACK_SCHEDULE_IDLE_GARBAGE_COLLECTION JSVM_SINCE(18) = 6,
} JSVM_GCCallbackFlags;

/** What OH_JSVM_SetDebugOption switches. @since 20 */
typedef enum {
  /** Check that each value was made in a scope that is still open. */
  JSVM_SCOPE_CHECK JSVM_SINCE(20) = 0,
} JSVM_DebugOption;

// ---------------------------------------------------------------------------------------------------------------------
// Callbacks
// ---------------------------------------------------------------------------------------------------------------------

/** A native function for JavaScript, with data that OH_JSVM_GetCbInfo returns. Kept by pointer. @since 11 */
typedef struct {
  JSVM_Value (*callback)(JSVM_Env env, JSVM_CallbackInfo info);
  void* data;
} JSVM_CallbackStruct;

/** @since 11 */
typedef JSVM_CallbackStruct* JSVM_Callback;

/** Called when an object or a string is gone, or its env is destroyed. `env` is NULL once it is gone. @since 11 */
typedef void(JSVM_CDECL* JSVM_Finalize)(JSVM_Env env, void* finalizeData, void* finalizeHint);

#ifdef JSVM_EXPERIMENTAL
/** Called when external buffer memory is free to go; `env` is always NULL. @since 26 */
typedef void(JSVM_CDECL* JSVM_FinalizeArrayBuffer)(JSVM_Env env, void* finalizeData, void* finalizeHint, bool copied);
#endif

/** Takes a piece of `size` bytes, which does not end with NUL. NULL and 0 tell the end. False stops. @since 12 */
typedef bool(JSVM_CDECL* JSVM_OutputStream)(const char* data, int size, void* streamData);

/** Called when memory is short for the heap (`isHeapOOM`) or elsewhere; `detail` may be NULL. @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForOOMError)(const char* location, const char* detail, bool isHeapOOM);

/** Called when the engine finds itself misused. @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForFatalError)(const char* location, const char* message);

/** Called with an object `{promise, value}`. @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForPromiseReject)(JSVM_Env env, JSVM_PromiseRejectEvent rejectEvent,
                                                       JSVM_Value rejectInfo);

/** Called before or after a collection, inside the collector. @since 18 */
typedef void(JSVM_CDECL* JSVM_HandlerForGC)(JSVM_VM vm, JSVM_GCType gcType, JSVM_GCCallbackFlags flags, void* data);

/** Called at a full collection with `threshold` bytes or more in use. @since 26 */
typedef void(JSVM_CDECL* JSVM_HandlerForHeapThreshold)(JSVM_VM vm, uint64_t threshold, void* data);

// ---------------------------------------------------------------------------------------------------------------------
// Structs
// ---------------------------------------------------------------------------------------------------------------------

/** Statistics of a VM's heap, in bytes where nothing else is said. @since 12 */
typedef struct {
  /** Committed heap. */
  size_t totalHeapSize;
  /** Committed heap for machine code. */
  size_t totalHeapSizeExecutable;
  /** Part of the committed heap that is in memory. */
  size_t totalPhysicalSize;
  /** Room up to the limit. */
  size_t totalAvailableSize;
  /** Objects that live or were not swept yet. */
  size_t usedHeapSize;
  /** The most the heap may become. */
  size_t heapSizeLimit;
  /** The engine's own native memory. */
  size_t mallocedMemory;
  /** ArrayBuffer memory and external strings; not what OH_JSVM_AdjustExternalMemory reported. */
  size_t externalMemory;
  /** The most that mallocedMemory was. */
  size_t peakMallocedMemory;
  /** Number of live contexts. */
  size_t numberOfNativeContexts;
  /** Number of contexts that were left and not collected: a hint at leaks. */
  size_t numberOfDetachedContexts;
  /** Memory for references, wraps and deferreds. */
  size_t totalGlobalHandlesSize;
  /** The part of it that is in use; grows with references that are not deleted. */
  size_t usedGlobalHandlesSize;
} JSVM_HeapStatistics;

/** Options of OH_JSVM_Init. @since 11 */
typedef struct {
  /** Addresses that snapshots refer to, ended by 0; NULL: none. The list is copied. */
  const intptr_t* externalReferences;
  /** Number of strings in `argv`, and afterwards of those that are left. */
  int* argc;
  /** Engine flags, as `main` gets them: the first is skipped. */
  char** argv;
  /** Take the flags that the engine knows out of `argv`. */
  bool removeFlags;
} JSVM_InitOptions;

/** Options of OH_JSVM_CreateVM. The generation sizes, in bytes, are ignored. @since 11 */
typedef struct {
  size_t maxOldGenerationSize;
  size_t maxYoungGenerationSize;
  size_t initialOldGenerationSize;
  size_t initialYoungGenerationSize;
  /** Snapshot to start from, which must live as long as the VM; NULL: none. */
  const char* snapshotBlobData;
  /** Its size in bytes. */
  size_t snapshotBlobSize;
  /** The VM is to write a snapshot. */
  bool isForSnapshotting;
} JSVM_CreateVMOptions;

/** What the engine is. @since 11 */
typedef struct {
  /** 1 */
  uint32_t apiVersion;
  /** "v8" */
  const char* engine;
  /** Version of the engine. */
  const char* version;
  /** Code caches of another tag are refused. */
  uint32_t cachedDataVersionTag;
} JSVM_VMInfo;

/** A property to define. Getter and setter go before method, method before value. @since 11 */
typedef struct {
  /** Name in UTF-8, ended by NUL; NULL: `name` is used. */
  const char* utf8name;
  /** Name as a JS string or symbol. */
  JSVM_Value name;
  JSVM_Callback method;
  JSVM_Callback getter;
  JSVM_Callback setter;
  JSVM_Value value;
  JSVM_PropertyAttributes attributes;
} JSVM_PropertyDescriptor;

/** What the last call on an env said. @since 11 */
typedef struct {
  /** Text for `errorCode`; NULL for JSVM_OK. */
  const char* errorMessage;
  /** Always NULL. */
  void* engineReserved;
  /** Always 0. */
  uint32_t engineErrorCode;
  JSVM_Status errorCode;
} JSVM_ExtendedErrorInfo;

/** A 128-bit mark that tells native objects of one kind from all others. @since 11 */
typedef struct {
  uint64_t lower;
  uint64_t upper;
} JSVM_TypeTag;

/**
 * What is called when JavaScript touches the properties of an instance; NULL: nothing is. Named functions get strings
 * and symbols, indexed ones numbers. The data values are held until the class is collected.
 * @since 12
 */
typedef struct {
  /** Reads: the result is the value. NULL is `undefined`; the object's own properties are not looked at. */
  JSVM_Value (*genericNamedPropertyGetterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value thisArg,
                                                   JSVM_Value namedPropertyData);
  /** Writes: the result is ignored, and the write counts as done. */
  JSVM_Value (*genericNamedPropertySetterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value property,
                                                   JSVM_Value thisArg, JSVM_Value namedPropertyData);
  /** Deletions: a boolean result is the outcome. */
  JSVM_Value (*genericNamedPropertyDeleterCallback)(JSVM_Env env, JSVM_Value name, JSVM_Value thisArg,
                                                    JSVM_Value namedPropertyData);
  /** Enumerations: the result is an array of keys. */
  JSVM_Value (*genericNamedPropertyEnumeratorCallback)(JSVM_Env env, JSVM_Value thisArg, JSVM_Value namedPropertyData);
  JSVM_Value (*genericIndexedPropertyGetterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value thisArg,
                                                     JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertySetterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value property,
                                                     JSVM_Value thisArg, JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertyDeleterCallback)(JSVM_Env env, JSVM_Value index, JSVM_Value thisArg,
                                                      JSVM_Value indexedPropertyData);
  JSVM_Value (*genericIndexedPropertyEnumeratorCallback)(JSVM_Env env, JSVM_Value thisArg,
                                                         JSVM_Value indexedPropertyData);
  /** Passed to the named functions; may be NULL. */
  JSVM_Value namedPropertyData;
  /** Passed to the indexed functions; may be NULL. */
  JSVM_Value indexedPropertyData;
} JSVM_PropertyHandlerConfigurationStruct;

/** @since 12 */
typedef JSVM_PropertyHandlerConfigurationStruct* JSVM_PropertyHandlerCfg;

/** Where a script comes from. @since 12 */
typedef struct {
  /** Path of its source map; NULL: none. */
  const char* sourceMapUrl;
  /** Its name in stack traces. Must not be NULL. */
  const char* resourceName;
  /** Line of its first character in the resource, from 0. */
  size_t resourceLineOffset;
  /** Column of its first character in the resource, from 0. */
  size_t resourceColumnOffset;
} JSVM_ScriptOrigin;

/** An option of OH_JSVM_CompileScriptWithOptions; the id says which member counts. @since 12 */
typedef struct {
  JSVM_CompileOptionId id;
  union {
    void* ptr;
    int num;
    bool boolean;
  } content;
} JSVM_CompileOptions;

/** Bytes of a code cache. @since 12 */
typedef struct {
  uint8_t* cache;
  size_t length;
} JSVM_CodeCache;

/** Hints on what to compile at once. @since 12 */
typedef const struct {
  int* profile;
  size_t length;
} JSVM_CompileProfile;

/** An option of OH_JSVM_DefineClassWithOptions; the id says which member counts. @since 18 */
typedef struct {
  JSVM_DefineClassOptionsId id;
  union {
    void* ptr;
    int num;
    bool boolean;
  } content;
} JSVM_DefineClassOptions;

/** Property handlers of a class, and what is called when an instance is called (may be NULL). @since 18 */
typedef struct {
  JSVM_PropertyHandlerCfg propertyHandlerCfg;
  JSVM_Callback callAsFunctionCallback;
} JSVM_PropertyHandler;

#endif
