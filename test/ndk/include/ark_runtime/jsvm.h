/**
 * JSVM-API: a JavaScript VM for native code. This is the host's header; names, types and behaviour are the device's.
 *
 * Rules that hold everywhere and are not repeated below:
 * - A function returns JSVM_OK, or the reason why it failed. JSVM_INVALID_ARG: `env`, `vm` or another pointer that is
 *   needed is NULL. OH_JSVM_GetLastErrorInfo has the text of the last failure of an env.
 * - Out parameters are written on JSVM_OK only, unless the comment says otherwise.
 * - A JSVM_Value lives in the innermost handle scope that is open when it is made. One has to be open.
 * - "Not while an exception is stored": the function may run JavaScript. It returns JSVM_PENDING_EXCEPTION, before it
 *   looks at anything but `env`, while the env holds an exception that was not taken. An exception that it raises
 * itself is stored, whatever status it returns: ask OH_JSVM_IsExceptionPending.
 * - Lengths, sizes and offsets are in bytes unless the comment says otherwise.
 * - Handles that are stale, freed or of another VM are not detected.
 * - `@since` is the first API level that has the function; see JSVM_API_LEVEL in jsvm_types.h.
 */
#ifndef ARK_RUNTIME_JSVM_H
#define ARK_RUNTIME_JSVM_H

#include <stdbool.h>
#include <stdint.h>

/** What JSVM_VERSION is for callers that define JSVM_EXPERIMENTAL. */
#define JSVM_VERSION_EXPERIMENTAL 2147483647

/** Version of the interface that the caller is written for; may be defined before this header is included. */
#ifndef JSVM_VERSION
#ifdef JSVM_EXPERIMENTAL
#define JSVM_VERSION JSVM_VERSION_EXPERIMENTAL
#else
#define JSVM_VERSION 8
#endif
#endif

#include "jsvm_types.h"

/** Makes a function visible outside its library. */
#ifndef JSVM_EXTERN
#if defined(_WIN32)
#define JSVM_EXTERN __declspec(dllexport)
#elif defined(__wasm__)
#define JSVM_EXTERN __attribute__((visibility("default"))) __attribute__((__import_module__("jsvm")))
#else
#define JSVM_EXTERN __attribute__((visibility("default")))
#endif
#endif

/** As a length: the text ends with NUL. */
#define JSVM_AUTO_LENGTH SIZE_MAX

/** Begin and end of declarations with C linkage. */
#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif

EXTERN_C_START

// ---------------------------------------------------------------------------------------------------------------------
// Lifecycle: process, VM, env, scopes
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Starts the engine for this process and applies engine flags. Once per process; the first call wins and the options
 * of later ones are ignored. `options` NULL: no flags, no external references.
 * @return JSVM_GENERIC_FAILURE when the engine was started before.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_Init(const JSVM_InitOptions* options);

/**
 * Makes a VM. It is not entered. The generation sizes in `options` are ignored, as on a device: the engine's defaults
 * hold. A snapshot blob is borrowed and must live as long as the VM.
 * @return JSVM_INVALID_ARG also when the snapshot blob is not valid.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateVM(const JSVM_CreateVMOptions* options, JSVM_VM* result);

/**
 * Frees a VM and its handlers. Its envs have to be destroyed and its scopes closed before; destroying a VM that is
 * entered aborts the process.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DestroyVM(JSVM_VM vm);

/**
 * Enters the VM on this thread, which becomes its owner. Scopes nest.
 * @return JSVM_GENERIC_FAILURE when another thread is inside the VM; `*result` is NULL then.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenVMScope(JSVM_VM vm, JSVM_VMScope* result);

/**
 * Leaves the VM. Scopes are closed in reverse order of opening. Closing on another thread, or with another `vm`, is
 * logged as misuse and done anyway.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseVMScope(JSVM_VM vm, JSVM_VMScope scope);

/**
 * Makes an env: a context with a global object of its own, which gets a property for each descriptor.
 * JSVM_CallbackStruct are kept by pointer and must outlive the env. A descriptor's `value` must be a primitive
 * (another one aborts); JSVM_DEFAULT gives a read-only, hidden, permanent property. No scope needs to be open.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateEnv(JSVM_VM vm, size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                          JSVM_Env* result);

/**
 * Makes an env from context number `index` of the snapshot that the VM was created from. The index counts the
 * contexts given to OH_JSVM_CreateSnapshot.
 * @return JSVM_GENERIC_FAILURE when the snapshot has no such context; `*result` is NULL then.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateEnvFromSnapshot(JSVM_VM vm, size_t index, JSVM_Env* result);

/**
 * Frees an env. Runs its remaining finalizers (newest first, with a valid env, without a handle scope), empties the
 * references that were not deleted, waits for an attached debugger and releases the env's lock.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DestroyEnv(JSVM_Env env);

/** Enters the env's context, and the VM when it is not entered. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenEnvScope(JSVM_Env env, JSVM_EnvScope* result);

/** Leaves the env's context. Closing on another thread is logged as misuse and done anyway. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseEnvScope(JSVM_Env env, JSVM_EnvScope scope);

/** Opens a scope for values. Values made after it live until it is closed. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenHandleScope(JSVM_Env env, JSVM_HandleScope* result);

/**
 * Closes the innermost handle scope. Its values die, and so do the scripts compiled in it that were not retained.
 * @return JSVM_HANDLE_SCOPE_MISMATCH when no scope is open; the last error is not set then.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseHandleScope(JSVM_Env env, JSVM_HandleScope scope);

/** Opens a handle scope from which one value can escape to the scope around it. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope* result);

/**
 * Closes an escapable scope. Scripts compiled in it are not freed.
 * @return JSVM_HANDLE_SCOPE_MISMATCH when no scope is open; the last error is not set then.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope scope);

/**
 * Copies a value to the scope around an escapable scope.
 * @return JSVM_ESCAPE_CALLED_TWICE at the second call for one scope.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_EscapeHandle(JSVM_Env env, JSVM_EscapableHandleScope scope, JSVM_Value escapee,
                                             JSVM_Value* result);

/** Returns the VM of an env. Leaves the last error as it is. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_GetVM(JSVM_Env env, JSVM_VM* result);

/**
 * Tells which engine this is. Its strings are static. Call it after OH_JSVM_Init: the cache tag depends on the
 * engine's flags.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetVMInfo(JSVM_VMInfo* result);

/** Returns the version of the interface, 9. It is neither `JSVM_VMInfo.apiVersion` nor JSVM_VERSION. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetVersion(JSVM_Env env, uint32_t* result);

/**
 * Sets or clears a debug option of the env. JSVM_SCOPE_CHECK makes every call check that each value was made in a
 * scope that is still open, and aborts otherwise; set it before the first handle scope of the env.
 * @since 20
 */
JSVM_EXTERN JSVM_SINCE(20) JSVM_Status
    OH_JSVM_SetDebugOption(JSVM_Env env, JSVM_DebugOption debugOption, bool isEnabled);

// ---------------------------------------------------------------------------------------------------------------------
// Locks
//
// A VM and all that is reached from it is used by one thread at a time. The lock belongs to the VM, the record of who
// took it to the env.
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Takes the VM's lock for this thread, waiting until it is free. Does nothing when this thread holds it: calls are
 * not counted.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_AcquireLock(JSVM_Env env);

/**
 * Gives the VM's lock back, however often it was acquired. Does nothing when this thread does not hold it or took it
 * through another env.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_ReleaseLock(JSVM_Env env);

/** Tells whether the calling thread holds the VM's lock. Never waits. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsLocked(JSVM_Env env, bool* isLocked);

// ---------------------------------------------------------------------------------------------------------------------
// Memory
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Tells the engine that native memory which JS objects keep alive grew or shrank by `changeInBytes` bytes. Nothing is
 * allocated or freed. `*result` is the running total of the VM in bytes, ArrayBuffer memory included; 0 as the change
 * reads it. An increase may collect garbage during the call. Driving the total below zero aborts the process. Allowed
 * while an exception is stored, and in finalizers with a negative change.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_AdjustExternalMemory(JSVM_Env env, int64_t changeInBytes, int64_t* result);

/**
 * Tells the VM that the system is short of memory. NONE forgets a pending level, MODERATE starts incremental marking,
 * CRITICAL collects before it returns, LOW_MEMORY (API 22) collects until nothing more is freed. Other values are
 * passed on and do nothing. Objects in open handle scopes stay. Finalizers of dead objects run during the call.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_MemoryPressureNotification(JSVM_Env env, JSVM_MemoryPressureLevel level);

/** Fills in the VM's heap statistics, all sizes in bytes. Cheap; collects nothing. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_GetHeapStatistics(JSVM_VM vm, JSVM_HeapStatistics* result);

/**
 * Collects garbage, then streams a `.heapsnapshot` JSON text to `stream`, in chunks of at most 65536 bytes and a last
 * call with NULL and 0. Returning false from the stream stops it; the status is OK even so.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_TakeHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData);

/**
 * Streams a binary dump of the heap to `stream`, as OH_JSVM_TakeHeapSnapshot does. Its layout belongs to the engine
 * and is not stable.
 * @since 26
 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_TakeRawHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData);

/**
 * Has `handler` called before or after collections of a kind. One bit of `gcType` selects that kind, any combination
 * means all. The handler runs inside the collector and must not touch the JS heap.
 * @return JSVM_INVALID_ARG also when the same handler and data are registered for that time.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_AddHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime, JSVM_HandlerForGC handler,
                            JSVM_GCType gcType, void* userData);

/**
 * Removes a handler that was added with the same time, function and data.
 * @return JSVM_INVALID_ARG also when there is none.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_RemoveHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime,
                                                                  JSVM_HandlerForGC handler, void* userData);

/**
 * Has `callback` called at the start of each full collection that finds at least `threshold` bytes of the heap in
 * use. One per VM.
 * @return JSVM_INVALID_ARG also when the threshold is 0 or above the heap limit, or one is set already.
 * @since 26
 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_SetHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback, void* data);

/**
 * Removes the threshold callback. All three arguments must be those it was set with.
 * @return JSVM_INVALID_ARG also when they differ, or none is set.
 * @since 26
 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_ClearHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback,
                                       void* data);

// ---------------------------------------------------------------------------------------------------------------------
// Errors and exceptions
//
// An exception raised inside a call is stored in the env, whatever the status. It is thrown into the calling JS when
// the native callback returns; without one it stays until OH_JSVM_GetAndClearLastException.
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Returns what the last call on this env said. The record belongs to the env and changes with its next call, so this
 * has to be the very next call after a failure. Does not reset the error. The message is NULL after success.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetLastErrorInfo(JSVM_Env env, const JSVM_ExtendedErrorInfo** result);

/** Tells whether an exception is stored in the env. Resets the last error. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsExceptionPending(JSVM_Env env, bool* result);

/**
 * Takes the stored exception, any JS value, out of the env; `undefined` when there is none. Needs an open handle
 * scope.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetAndClearLastException(JSVM_Env env, JSVM_Value* result);

/**
 * Stores a JS value as the exception, which is thrown into the calling JS when the native callback returns. Nothing
 * unwinds natively. Not while an exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_Throw(JSVM_Env env, JSVM_Value error);

/**
 * Stores a new Error with message `msg` (UTF-8) and, when `code` is not NULL, a property `code`. Not while an
 * exception is stored.
 * @return JSVM_GENERIC_FAILURE when the code cannot be set.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowError(JSVM_Env env, const char* code, const char* msg);

/**
 * Stores a new TypeError; see OH_JSVM_ThrowError. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when the code cannot be set.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowTypeError(JSVM_Env env, const char* code, const char* msg);

/**
 * Stores a new RangeError; see OH_JSVM_ThrowError. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when the code cannot be set.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowRangeError(JSVM_Env env, const char* code, const char* msg);

/**
 * Stores a new SyntaxError; see OH_JSVM_ThrowError. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when the code cannot be set.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowSyntaxError(JSVM_Env env, const char* code, const char* msg);

/**
 * Makes an Error with message `msg` and, when `code` is not NULL, a property `code`; both JS strings. It is not
 * thrown. An env scope has to be open.
 * @return JSVM_STRING_EXPECTED when `msg` or `code` is not a string.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/**
 * Makes a TypeError; see OH_JSVM_CreateError.
 * @return JSVM_STRING_EXPECTED when `msg` or `code` is not a string.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateTypeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/**
 * Makes a RangeError; see OH_JSVM_CreateError.
 * @return JSVM_STRING_EXPECTED when `msg` or `code` is not a string.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateRangeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/**
 * Makes a SyntaxError; see OH_JSVM_CreateError.
 * @return JSVM_STRING_EXPECTED when `msg` or `code` is not a string.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSyntaxError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

// ---------------------------------------------------------------------------------------------------------------------
// Scripts, code cache, snapshots
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Frees a retained script. Its handle is dead afterwards.
 * @return JSVM_INVALID_ARG also when it is not retained.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_ReleaseScript(JSVM_Env env, JSVM_Script script);

/**
 * Compiles a script in the env's context. It dies with the handle scope it was compiled in, unless it is retained.
 * `cachedData` (borrowed for the call) is a code cache of the same source; when the engine refuses it,
 * `*cacheRejected` is true and the source is compiled. `eagerCompile` compiles all functions at once; it is ignored
 * with a cache. Not while an exception is stored.
 * @return JSVM_STRING_EXPECTED when `script` is not a string.
 * @return JSVM_GENERIC_FAILURE on a syntax error, which is stored as the exception.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CompileScript(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData,
                                              size_t cacheDataLength, bool eagerCompile, bool* cacheRejected,
                                              JSVM_Script* result);

/**
 * As OH_JSVM_CompileScript, with a name, offsets (from 0) and the path of a source map for stack traces.
 * `origin->resourceName` NULL aborts the process, and so does a second source map for one name. Not while an
 * exception is stored.
 * @return JSVM_STRING_EXPECTED when `script` is not a string.
 * @return JSVM_GENERIC_FAILURE on a syntax error, which is stored as the exception.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileScriptWithOrigin(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData, size_t cacheDataLength,
                                    bool eagerCompile, bool* cacheRejected, JSVM_ScriptOrigin* origin,
                                    JSVM_Script* result);

/**
 * As OH_JSVM_CompileScript, with a list of options. Later options win over earlier ones; unknown ids are skipped.
 * Without an origin the script is named `script_<n>`. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the mode is unknown, or consumes a code cache that is not given.
 * @return JSVM_STRING_EXPECTED when `script` is not a string.
 * @return JSVM_GENERIC_FAILURE on a syntax error, which is stored as the exception.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileScriptWithOptions(JSVM_Env env, JSVM_Value script, size_t optionCount, JSVM_CompileOptions* options,
                                     JSVM_Script* result);

/**
 * Runs a script in the env's context; `*result` is its completion value. A script may run many times. As the
 * outermost call it drains the microtasks under the default policy. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when the script throws; the exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_RunScript(JSVM_Env env, JSVM_Script script, JSVM_Value* result);

/**
 * Keeps a script alive until OH_JSVM_ReleaseScript, whatever its handle scope.
 * @return JSVM_INVALID_ARG also when it is retained already.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_RetainScript(JSVM_Env env, JSVM_Script script);

/**
 * Serialises the script's compiled code: `*length` bytes that the caller owns and frees with OH_JSVM_ReleaseCache.
 * Made after running, it holds the functions that were compiled meanwhile.
 * @return JSVM_GENERIC_FAILURE when the engine cannot.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateCodeCache(JSVM_Env env, JSVM_Script script, const uint8_t** data, size_t* length);

/**
 * Frees a block from OH_JSVM_CreateCodeCache or OH_JSVM_CreateWasmCache.
 * @return JSVM_INVALID_ARG also when the type is unknown.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ReleaseCache(JSVM_Env env, const uint8_t* cacheData, JSVM_CacheType cacheType);

/**
 * Starts to decode a code cache on a worker thread and returns at once. The bytes must live until the worker has
 * finished. The result is for JSVM_COMPILE_BACKGROUND_DESERIALIZE_RESULT and is freed with
 * OH_JSVM_ReleaseDeserializeResult.
 * @return JSVM_INVALID_ARG also when the cache is empty; `*result` is NULL then.
 * @since 24
 */
JSVM_EXTERN JSVM_SINCE(24) JSVM_Status
    OH_JSVM_BackgroundDeserialize(JSVM_VM vm, JSVM_CodeCache cacheData, JSVM_DeserializeResult* result);

/** Frees the result of OH_JSVM_BackgroundDeserialize. Call it after compiling. @since 24 */
JSVM_EXTERN JSVM_SINCE(24) JSVM_Status OH_JSVM_ReleaseDeserializeResult(JSVM_DeserializeResult result);

/**
 * Serialises the contexts of `contextCount` envs of a VM made with `isForSnapshotting`. The blob of `*blobSize` bytes
 * belongs to the caller (array new) and must outlive the VMs made from it. The VM can run no JS afterwards. No handle
 * scope may be open.
 * @return JSVM_GENERIC_FAILURE when the VM was not made for it.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSnapshot(JSVM_VM vm, size_t contextCount, const JSVM_Env* contexts,
                                               const char** blobData, size_t* blobSize);

// ---------------------------------------------------------------------------------------------------------------------
// Primitives, symbols, dates, the global object
// ---------------------------------------------------------------------------------------------------------------------

/** Returns `undefined`. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetUndefined(JSVM_Env env, JSVM_Value* result);

/** Returns `null`. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNull(JSVM_Env env, JSVM_Value* result);

/** Returns `true` or `false`. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetBoolean(JSVM_Env env, bool value, JSVM_Value* result);

/** Returns the global object of the env. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetGlobal(JSVM_Env env, JSVM_Value* result);

/** Makes a number; NaN, the infinities and -0 are kept. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDouble(JSVM_Env env, double value, JSVM_Value* result);

/** Makes a number of a 32-bit integer. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateInt32(JSVM_Env env, int32_t value, JSVM_Value* result);

/** Makes a number of an unsigned 32-bit integer. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateUint32(JSVM_Env env, uint32_t value, JSVM_Value* result);

/** Makes a number of a 64-bit integer; beyond 2^53 it is the nearest double. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateInt64(JSVM_Env env, int64_t value, JSVM_Value* result);

/** Makes a bigint of a 64-bit integer. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintInt64(JSVM_Env env, int64_t value, JSVM_Value* result);

/** Makes a bigint of an unsigned 64-bit integer. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintUint64(JSVM_Env env, uint64_t value, JSVM_Value* result);

/**
 * Makes a bigint of 64-bit words, the lowest first; `signBit` other than 0 makes it negative. Not while an exception
 * is stored.
 * @return JSVM_INVALID_ARG also when `wordCount` is above INT_MAX.
 * @return JSVM_PENDING_EXCEPTION when the engine refuses the size; a RangeError is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintWords(JSVM_Env env, int signBit, size_t wordCount, const uint64_t* words,
                                                  JSVM_Value* result);

/**
 * Reads a boolean. Nothing is converted.
 * @return JSVM_BOOLEAN_EXPECTED when the value is not a boolean.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBool(JSVM_Env env, JSVM_Value value, bool* result);

/**
 * Reads a number.
 * @return JSVM_NUMBER_EXPECTED when the value is not a number.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueDouble(JSVM_Env env, JSVM_Value value, double* result);

/**
 * Reads a number as JS ToInt32 does: NaN and the infinities give 0, fractions are cut, numbers out of range wrap.
 * @return JSVM_NUMBER_EXPECTED when the value is not a number.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueInt32(JSVM_Env env, JSVM_Value value, int32_t* result);

/**
 * Reads a number as JS ToUint32 does: NaN and the infinities give 0, fractions are cut, numbers out of range wrap.
 * @return JSVM_NUMBER_EXPECTED when the value is not a number.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueUint32(JSVM_Env env, JSVM_Value value, uint32_t* result);

/**
 * Reads a number as a 64-bit integer: NaN and the infinities give 0, fractions are cut, finite numbers out of range
 * give INT64_MAX or INT64_MIN.
 * @return JSVM_NUMBER_EXPECTED when the value is not a number.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueInt64(JSVM_Env env, JSVM_Value value, int64_t* result);

/**
 * Reads the low 64 bits of a bigint as a signed integer; `*lossless` tells whether that is all of it.
 * @return JSVM_BIGINT_EXPECTED when the value is not a bigint.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintInt64(JSVM_Env env, JSVM_Value value, int64_t* result, bool* lossless);

/**
 * Reads the low 64 bits of a bigint as an unsigned integer; `*lossless` tells whether that is all of it.
 * @return JSVM_BIGINT_EXPECTED when the value is not a bigint.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintUint64(JSVM_Env env, JSVM_Value value, uint64_t* result, bool* lossless);

/**
 * Reads a bigint as 64-bit words, the lowest first. `*wordCount` is the capacity of `words` before and the number of
 * words needed afterwards. With both `signBit` and `words` NULL only the number needed is returned.
 * @return JSVM_BIGINT_EXPECTED when the value is not a bigint.
 * @return JSVM_INVALID_ARG also when only one of `signBit` and `words` is given.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintWords(JSVM_Env env, JSVM_Value value, int* signBit, size_t* wordCount,
                                                    uint64_t* words);

/**
 * Makes a new symbol; `description` may be NULL.
 * @return JSVM_STRING_EXPECTED when the description is not a string.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSymbol(JSVM_Env env, JSVM_Value description, JSVM_Value* result);

/**
 * Returns the symbol of the VM's registry for a text, as JS Symbol.for does. `length` in bytes, or JSVM_AUTO_LENGTH.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_SymbolFor(JSVM_Env env, const char* utf8description, size_t length, JSVM_Value* result);

/** Returns `Symbol.asyncIterator`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolAsyncIterator(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.hasInstance`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolHasInstance(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.isConcatSpreadable`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolIsConcatSpreadable(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.iterator`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolIterator(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.match`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolMatch(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.replace`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolReplace(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.search`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolSearch(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.split`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolSplit(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.toPrimitive`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolToPrimitive(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.toStringTag`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolToStringTag(JSVM_Env env, JSVM_Value* result);

/** Returns `Symbol.unscopables`. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolUnscopables(JSVM_Env env, JSVM_Value* result);

/**
 * Makes a Date of milliseconds since 1970-01-01 UTC. NaN, and times beyond 8.64e15 either way, give an invalid date.
 * Not while an exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDate(JSVM_Env env, double time, JSVM_Value* result);

/**
 * Reads a Date as milliseconds since 1970-01-01 UTC, NaN when it is invalid. Not while an exception is stored.
 * @return JSVM_DATE_EXPECTED when the value is not a Date.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetDateValue(JSVM_Env env, JSVM_Value value, double* result);

// ---------------------------------------------------------------------------------------------------------------------
// Strings
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Makes a string of UTF-8 text; invalid bytes become U+FFFD. `length` in bytes, or JSVM_AUTO_LENGTH when the text
 * ends with NUL. `str` may be NULL when the length is 0.
 * @return JSVM_INVALID_ARG also when the length is above INT_MAX.
 * @return JSVM_GENERIC_FAILURE when the string is too long for the engine.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringUtf8(JSVM_Env env, const char* str, size_t length, JSVM_Value* result);

/**
 * Makes a string whose code units are the bytes of the text. `length` in bytes, or JSVM_AUTO_LENGTH.
 * @return JSVM_INVALID_ARG also when the length is above INT_MAX.
 * @return JSVM_GENERIC_FAILURE when the string is too long for the engine.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringLatin1(JSVM_Env env, const char* str, size_t length, JSVM_Value* result);

/**
 * Makes a string of UTF-16 text in the host's byte order; lone surrogates are kept. `length` in code units, or
 * JSVM_AUTO_LENGTH.
 * @return JSVM_INVALID_ARG also when the length is above INT_MAX.
 * @return JSVM_GENERIC_FAILURE when the string is too long for the engine.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringUtf16(JSVM_Env env, const char16_t* str, size_t length, JSVM_Value* result);

/**
 * Makes a string that uses the caller's Latin-1 text without copying it (`*copied` tells otherwise). The text must
 * stay as it is until the finalizer is called, from the collector; its `env` is NULL when the env is gone. An empty
 * string is finalized at once.
 * @return JSVM_INVALID_ARG also when the length is above INT_MAX.
 * @return JSVM_GENERIC_FAILURE when the engine refuses; the finalizer is not called then.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateExternalStringLatin1(JSVM_Env env, char* str, size_t length, JSVM_Finalize finalizeCallback,
                                       void* finalizeHint, JSVM_Value* result, bool* copied);

/**
 * Makes a string that uses the caller's UTF-16 text without copying it; see OH_JSVM_CreateExternalStringLatin1.
 * `length` in code units.
 * @return JSVM_INVALID_ARG also when the length is above INT_MAX.
 * @return JSVM_GENERIC_FAILURE when the engine refuses; the finalizer is not called then.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateExternalStringUtf16(JSVM_Env env, char16_t* str, size_t length, JSVM_Finalize finalizeCallback,
                                      void* finalizeHint, JSVM_Value* result, bool* copied);

/**
 * Copies a string as UTF-8: at most `bufsize - 1` bytes, whole characters only, then NUL. `*result` is the number of
 * bytes written, NUL not counted; with `buf` NULL it is the number needed. Text that is cut is not an error.
 * @return JSVM_STRING_EXPECTED when the value is not a string.
 * @return JSVM_INVALID_ARG also when `buf` and `result` are both NULL.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringUtf8(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize,
                                                   size_t* result);

/**
 * Copies the low byte of each code unit of a string: at most `bufsize - 1` bytes, then NUL. `*result` as in
 * OH_JSVM_GetValueStringUtf8.
 * @return JSVM_STRING_EXPECTED when the value is not a string.
 * @return JSVM_INVALID_ARG also when `buf` and `result` are both NULL.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringLatin1(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize,
                                                     size_t* result);

/**
 * Copies the code units of a string: at most `bufsize - 1` units, then a zero unit. `bufsize` and `*result` count
 * units, not bytes.
 * @return JSVM_STRING_EXPECTED when the value is not a string.
 * @return JSVM_INVALID_ARG also when `buf` and `result` are both NULL.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringUtf16(JSVM_Env env, JSVM_Value value, char16_t* buf, size_t bufsize,
                                                    size_t* result);

// ---------------------------------------------------------------------------------------------------------------------
// Type checks, comparison, conversion, JSON
//
// The checks never throw, never run JS and work while an exception is stored.
// ---------------------------------------------------------------------------------------------------------------------

/** Tells whether a value is `undefined`. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsUndefined(JSVM_Env env, JSVM_Value value, bool* isUndefined);

/** Tells whether a value is `null`. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsNull(JSVM_Env env, JSVM_Value value, bool* isNull);

/** Tells whether a value is `null` or `undefined`. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_IsNullOrUndefined(JSVM_Env env, JSVM_Value value, bool* isNullOrUndefined);

/** Tells whether a value is a primitive boolean. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsBoolean(JSVM_Env env, JSVM_Value value, bool* isBoolean);

/** Tells whether a value is a primitive number. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsNumber(JSVM_Env env, JSVM_Value value, bool* isNumber);

/** Tells whether a value is a primitive string. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsString(JSVM_Env env, JSVM_Value value, bool* isString);

/** Tells whether a value is a primitive symbol. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsSymbol(JSVM_Env env, JSVM_Value value, bool* isSymbol);

/** Tells whether a value is a primitive bigint. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsBigInt(JSVM_Env env, JSVM_Value value, bool* isBigInt);

/** Tells whether a value is an object of any kind: functions, arrays, proxies and externals too. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsObject(JSVM_Env env, JSVM_Value value, bool* isObject);

/** Tells whether a value can be called. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsFunction(JSVM_Env env, JSVM_Value value, bool* isFunction);

/** Tells whether a value can be called, like OH_JSVM_IsFunction. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsCallable(JSVM_Env env, JSVM_Value value, bool* isCallable);

/** Tells whether a value can be used with `new`. Arrow functions and methods cannot. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsConstructor(JSVM_Env env, JSVM_Value value, bool* isConstructor);

/** Tells whether a value is an array. A proxy of one is not. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsArray(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is an ArrayBuffer, detached ones too. A SharedArrayBuffer is not. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsArraybuffer(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a typed array. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsTypedarray(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a DataView. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDataview(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a Date. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDate(JSVM_Env env, JSVM_Value value, bool* isDate);

/** Tells whether a value is a RegExp. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsRegExp(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a Map. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsMap(JSVM_Env env, JSVM_Value value, bool* isMap);

/** Tells whether a value is a Set. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsSet(JSVM_Env env, JSVM_Value value, bool* isSet);

/** Tells whether a value is a native promise. Other thenables are not. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsPromise(JSVM_Env env, JSVM_Value value, bool* isPromise);

/** Tells whether a value is a Proxy. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsProxy(JSVM_Env env, JSVM_Value value, bool* isProxy);

/** Tells whether a value is a native error object. Proxies and look-alikes are not. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsError(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a BigInt wrapper object. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsBigIntObject(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a Boolean wrapper object. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsBooleanObject(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a Number wrapper object. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsNumberObject(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a String wrapper object. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsStringObject(JSVM_Env env, JSVM_Value value, bool* result);

/** Tells whether a value is a Symbol wrapper object. @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsSymbolObject(JSVM_Env env, JSVM_Value value, bool* result);

/** Returns the type of a value. Unlike in JS, `null` is JSVM_NULL, and externals are JSVM_EXTERNAL. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Typeof(JSVM_Env env, JSVM_Value value, JSVM_ValueType* result);

/** Compares two values with `===`. Not while an exception is stored. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_StrictEquals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result);

/**
 * Compares two values with `==`, which may run `valueOf` and `toString`. An exception in them aborts the process. Not
 * while an exception is stored.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_Equals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result);

/**
 * Evaluates `object instanceof constructor`. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the constructor is null or undefined, with a TypeError stored.
 * @return JSVM_FUNCTION_EXPECTED when the constructor cannot be called, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when Symbol.hasInstance throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_Instanceof(JSVM_Env env, JSVM_Value object, JSVM_Value constructor, bool* result);

/**
 * Converts a value as `Boolean(value)` does. Never fails for a value. Not while an exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToBool(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Converts a value as JS ToNumber does; may run JS. Not while an exception is stored.
 * @return JSVM_NUMBER_EXPECTED when the conversion throws; the exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToNumber(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Converts a value as JS ToString does; may run JS. Not while an exception is stored.
 * @return JSVM_STRING_EXPECTED when the conversion throws; the exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToString(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Converts a value as `Object(value)` does. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED for null and undefined, with a TypeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToObject(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Converts a value to a bigint; may run JS. Numbers are refused. Not while an exception is stored.
 * @return JSVM_BIGINT_EXPECTED when the conversion throws; the exception is stored.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CoerceToBigInt(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Parses a JSON string, as `JSON.parse` does. Not while an exception is stored.
 * @return JSVM_STRING_EXPECTED when the value is not a string.
 * @return JSVM_GENERIC_FAILURE on a syntax error, which is stored as the exception.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_JsonParse(JSVM_Env env, JSVM_Value jsonString, JSVM_Value* result);

/**
 * Makes a JSON string of any value, as `JSON.stringify` does; `undefined`, functions and symbols give the string
 * "undefined". Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE on a cycle, a bigint or an exception of toJSON.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_JsonStringify(JSVM_Env env, JSVM_Value jsonObject, JSVM_Value* result);

// ---------------------------------------------------------------------------------------------------------------------
// Objects: properties, prototypes, proxies, private keys, tags
//
// `object` is converted as `Object(object)` does, except where a function says that it must be an object.
// ---------------------------------------------------------------------------------------------------------------------

/** Makes an empty object. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateObject(JSVM_Env env, JSVM_Value* result);

/** Makes an empty Map. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CreateMap(JSVM_Env env, JSVM_Value* result);

/** Makes an empty Set. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CreateSet(JSVM_Env env, JSVM_Value* result);

/**
 * Sets a property, as `object[key] = value` does in sloppy mode: writing to a read-only property changes nothing and
 * is OK. Any value is a key. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a setter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value value);

/**
 * Reads a property; `undefined` when it is missing. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a getter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value* result);

/**
 * Tells whether the object or its prototype chain has a property. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/**
 * Deletes a property. `*result` is false when it cannot be deleted; it may be NULL. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/**
 * Tells whether the object itself has a property. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_NAME_EXPECTED when the key is not a string or symbol.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasOwnProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/**
 * Sets the property with a UTF-8 name, as OH_JSVM_SetProperty does. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a setter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name,
                                                 JSVM_Value value);

/**
 * Tells whether the object or its prototype chain has the property with a UTF-8 name. Not while an exception is
 * stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name, bool* result);

/**
 * Reads the property with a UTF-8 name; `undefined` when it is missing. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a getter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name,
                                                 JSVM_Value* result);

/**
 * Sets the element at an index. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a setter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value value);

/**
 * Reads the element at an index; `undefined` when it is missing. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a getter or trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value* result);

/**
 * Tells whether the object or its prototype chain has an element at an index. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result);

/**
 * Deletes the element at an index. `*result` is false when it cannot be deleted; it may be NULL. Not while an
 * exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_GENERIC_FAILURE when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result);

/**
 * Returns an array of the object's keys: own or inherited, filtered, indices as numbers or strings. Not while an
 * exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_INVALID_ARG also when the mode or the conversion is unknown.
 * @return JSVM_PENDING_EXCEPTION when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetAllPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_KeyCollectionMode keyMode,
                                                    JSVM_KeyFilter keyFilter, JSVM_KeyConversion keyConversion,
                                                    JSVM_Value* result);

/**
 * Returns an array of the enumerable string keys of the object and its prototypes, indices as strings. Not while an
 * exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_PENDING_EXCEPTION when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/**
 * Defines properties from descriptors, in order, up to the first that fails. The name is `utf8name`, else `name`;
 * getter and setter go before method, method before value. JSVM_CallbackStruct are kept by pointer. JSVM_STATIC and
 * JSVM_NO_RECEIVER_CHECK are ignored here. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_NAME_EXPECTED when a `name` is not a string or symbol.
 * @return JSVM_INVALID_ARG also when a value or accessor is rejected.
 * @return JSVM_GENERIC_FAILURE when a method is rejected.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DefineProperties(JSVM_Env env, JSVM_Value object, size_t propertyCount,
                                                 const JSVM_PropertyDescriptor* properties);

/**
 * Freezes an object, as `Object.freeze` does. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_PENDING_EXCEPTION when the object cannot be frozen or a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ObjectFreeze(JSVM_Env env, JSVM_Value object);

/**
 * Seals an object, as `Object.seal` does. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_PENDING_EXCEPTION when a trap throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ObjectSeal(JSVM_Env env, JSVM_Value object);

/**
 * Returns the prototype of an object, or null. Proxy traps do not run. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetPrototype(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/**
 * Returns what `Object.getPrototypeOf` shows of an object: prototypes the engine hides are skipped. Not while an
 * exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ObjectGetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/**
 * Sets the prototype of an object. Null is refused. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the object is null or undefined, with a TypeError stored.
 * @return JSVM_INVALID_ARG also when the prototype is not an object.
 * @return JSVM_GENERIC_FAILURE on a cycle or when the object is not extensible.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ObjectSetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value prototype);

/**
 * Makes a Proxy of two objects. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when the target or the handler is not an object.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateProxy(JSVM_Env env, JSVM_Value target, JSVM_Value handler, JSVM_Value* result);

/**
 * Returns the target of a Proxy, null when it is revoked.
 * @return JSVM_INVALID_TYPE when the value is not a Proxy.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_ProxyGetTarget(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/**
 * Makes a key for private properties, unique per call, which lives in the handle scope. It is not a JSVM_Value; keep
 * it with OH_JSVM_CreateDataReference.
 * @return JSVM_STRING_EXPECTED when the description is not a string.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_CreatePrivate(JSVM_Env env, JSVM_Value description, JSVM_Data* result);

/**
 * Sets a private property. JS does not see it, proxies do not trap it, and frozen objects take it. Not while an
 * exception is stored.
 * @return JSVM_OBJECT_EXPECTED when `object` is not an object.
 * @return JSVM_INVALID_ARG also when the key is not a private key.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_SetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value value);

/**
 * Reads a private property; `undefined` when it is missing. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when `object` is not an object.
 * @return JSVM_INVALID_ARG also when the key is not a private key.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_GetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value* result);

/**
 * Deletes a private property; OK when it is missing. Not while an exception is stored.
 * @return JSVM_OBJECT_EXPECTED when `object` is not an object.
 * @return JSVM_INVALID_ARG also when the key is not a private key.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_DeletePrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key);

/**
 * Marks an object with a 128-bit tag, once and for good. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when it has a tag.
 * @return JSVM_PENDING_EXCEPTION when the value is null or undefined, with a TypeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_TypeTagObject(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag);

/**
 * Tells whether an object has exactly this tag; false when it has none. Not while an exception is stored.
 * @return JSVM_PENDING_EXCEPTION when the value is null or undefined, with a TypeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CheckObjectTypeTag(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag,
                                                   bool* result);

/**
 * Makes a RegExp of a pattern string and flags OR-ed. Not while an exception is stored.
 * @return JSVM_STRING_EXPECTED when the pattern is not a string.
 * @return JSVM_GENERIC_FAILURE when pattern or flags are wrong, with a SyntaxError stored.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateRegExp(JSVM_Env env, JSVM_Value value, JSVM_RegExpFlags flags, JSVM_Value* result);

// ---------------------------------------------------------------------------------------------------------------------
// Functions, callbacks, classes
//
// A callback gets an implicit handle scope, must leave the open scopes as it found them (the process aborts
// otherwise), and returns a value or NULL for `undefined`.
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Makes a function that calls `cb`, which is kept by pointer and must outlive it. The name is UTF-8 and may be NULL;
 * `length` in bytes, or JSVM_AUTO_LENGTH. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the length of the name is above INT_MAX.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateFunction(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback cb,
                                               JSVM_Value* result);

/**
 * Makes a function whose body is `script` and whose parameters are named by the strings in `argv`. Not while an
 * exception is stored.
 * @return JSVM_STRING_EXPECTED when the body or a parameter name is not a string.
 * @return JSVM_GENERIC_FAILURE on a syntax error, which is stored as the exception.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateFunctionWithScript(JSVM_Env env, const char* funcName, size_t length, size_t argc,
                                     const JSVM_Value* argv, JSVM_Value script, JSVM_Value* result);

/**
 * Calls a function with receiver `recv`. `*result` may be NULL; it is untouched when the function throws. Not while
 * an exception is stored.
 * @return JSVM_INVALID_ARG also when `func` cannot be called.
 * @return JSVM_PENDING_EXCEPTION when the function throws.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CallFunction(JSVM_Env env, JSVM_Value recv, JSVM_Value func, size_t argc,
                                             const JSVM_Value* argv, JSVM_Value* result);

/**
 * Evaluates `new constructor(...argv)`. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when `constructor` cannot be called.
 * @return JSVM_PENDING_EXCEPTION when it throws or is no constructor.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_NewInstance(JSVM_Env env, JSVM_Value constructor, size_t argc, const JSVM_Value* argv,
                                            JSVM_Value* result);

/**
 * Reads what a native callback was called with; each out parameter may be NULL. `*argc` is the capacity of `argv`
 * before and the number of arguments afterwards, which may be larger; slots without an argument get `undefined`.
 * @return JSVM_INVALID_ARG also when `argv` is given without `argc`.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetCbInfo(JSVM_Env env, JSVM_CallbackInfo cbinfo, size_t* argc, JSVM_Value* argv,
                                          JSVM_Value* thisArg, void** data);

/** Returns `new.target` of a native callback; a NULL handle when it was called without `new`. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNewTarget(JSVM_Env env, JSVM_CallbackInfo cbinfo, JSVM_Value* result);

/**
 * Makes a class: `constructor` is called for its instances, descriptors go on the prototype, those with JSVM_STATIC
 * on the constructor. Callbacks are kept by pointer and must outlive the class. Methods check their receiver unless
 * JSVM_NO_RECEIVER_CHECK is set. A `value` on the prototype must be a primitive (another one aborts). Not while an
 * exception is stored.
 * @return JSVM_INVALID_ARG also when the length of the name is above INT_MAX.
 * @return JSVM_NAME_EXPECTED when a `name` is not a string or symbol.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DefineClass(JSVM_Env env, const char* utf8name, size_t length,
                                            JSVM_Callback constructor, size_t propertyCount,
                                            const JSVM_PropertyDescriptor* properties, JSVM_Value* result);

/**
 * As OH_JSVM_DefineClass; reads, writes, deletions and enumerations on instances go to the handlers that are set. The
 * configuration is copied. With `callAsFunctionCallback`, kept by pointer, an instance can be called. Not while an
 * exception is stored.
 * @return JSVM_INVALID_ARG also when the length of the name is above INT_MAX.
 * @return JSVM_NAME_EXPECTED when a `name` is not a string or symbol.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_DefineClassWithPropertyHandler(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                           size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                           JSVM_PropertyHandlerCfg propertyHandlerCfg,
                                           JSVM_Callback callAsFunctionCallback, JSVM_Value* result);

/**
 * As OH_JSVM_DefineClass, with a parent class and options, taken in order. JSVM_NO_RECEIVER_CHECK is ignored here.
 * Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the parent is not a class that can be inherited from, or an option is unknown.
 * @return JSVM_NAME_EXPECTED when a `name` is not a string or symbol.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_DefineClassWithOptions(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                   size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                   JSVM_Value parentClass, size_t option_count, JSVM_DefineClassOptions* options,
                                   JSVM_Value* result);

// ---------------------------------------------------------------------------------------------------------------------
// References, wraps, externals, finalizers, instance data
//
// A finalizer runs exactly once, inside the collector or in OH_JSVM_DestroyEnv. During a collection it must not touch
// the JS heap; freeing, deleting references and giving external memory back are fine.
// ---------------------------------------------------------------------------------------------------------------------

/** Frees a reference, whatever its count. Exactly once. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteReference(JSVM_Env env, JSVM_Ref ref);

/**
 * Makes a reference to a value with a count; 0 is weak. Weak references hold objects, functions, externals and
 * symbols only. Delete it with OH_JSVM_DeleteReference before the env is destroyed.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateReference(JSVM_Env env, JSVM_Value value, uint32_t initialRefcount,
                                                JSVM_Ref* result);

/** Returns the value of a reference as a handle in the current scope; NULL when it was collected. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetReferenceValue(JSVM_Env env, JSVM_Ref ref, JSVM_Value* result);

/** Adds one to the count. `*result` (may be NULL) is the new count, 0 when the value is gone. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ReferenceRef(JSVM_Env env, JSVM_Ref ref, uint32_t* result);

/**
 * Takes one from the count; at 0 the reference becomes weak. `*result` (may be NULL) is the new count.
 * @return JSVM_GENERIC_FAILURE when the count is 0.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ReferenceUnref(JSVM_Env env, JSVM_Ref ref, uint32_t* result);

/**
 * Makes a strong reference to a JSVM_Data.
 * @return JSVM_INVALID_ARG also when the count is 0.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateDataReference(JSVM_Env env, JSVM_Data data, uint32_t initialRefcount, JSVM_Ref* result);

/**
 * Returns the data of a data reference, NULL when it was dropped.
 * @return JSVM_INVALID_ARG also when the reference is one to a value.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetReferenceData(JSVM_Env env, JSVM_Ref ref, JSVM_Data* result);

/**
 * Attaches one native pointer to an object, and a finalizer that is called when the object is collected or the env is
 * destroyed. `*result` (may be NULL) is a weak reference that the caller deletes. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when `jsObject` is not an object or is wrapped already.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_Wrap(JSVM_Env env, JSVM_Value jsObject, void* nativeObject, JSVM_Finalize finalizeCb,
                                     void* finalizeHint, JSVM_Ref* result);

/**
 * Returns the native pointer attached to an object. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when `jsObject` is not an object or is not wrapped.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_Unwrap(JSVM_Env env, JSVM_Value jsObject, void** result);

/**
 * Detaches the native pointer, which the caller owns again: its finalizer will not be called. Not while an exception
 * is stored.
 * @return JSVM_INVALID_ARG also when `jsObject` is not an object or is not wrapped.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_RemoveWrap(JSVM_Env env, JSVM_Value jsObject, void** result);

/**
 * Makes a value that holds a native pointer, opaque to JS; the finalizer is called when it is collected or the env is
 * destroyed. Not while an exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateExternal(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint,
                                               JSVM_Value* result);

/**
 * Returns the native pointer of an external value.
 * @return JSVM_INVALID_ARG also when the value is not an external.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueExternal(JSVM_Env env, JSVM_Value value, void** result);

/**
 * Adds a finalizer to an object, any number of them. It is called when the object is collected or the env is
 * destroyed. `*result` (may be NULL) is a weak reference that the caller deletes.
 * @return JSVM_INVALID_ARG also when `jsObject` is not an object.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_AddFinalizer(JSVM_Env env, JSVM_Value jsObject, void* finalizeData,
                                             JSVM_Finalize finalizeCb, void* finalizeHint, JSVM_Ref* result);

/**
 * Keeps one native pointer for the env. Its finalizer is called in OH_JSVM_DestroyEnv; replacing the pointer does not
 * call it.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetInstanceData(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint);

/** Returns the env's native pointer, NULL when there is none. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetInstanceData(JSVM_Env env, void** data);

// ---------------------------------------------------------------------------------------------------------------------
// Arrays, ArrayBuffers, typed arrays, DataViews
//
// Sizes and offsets in bytes, lengths of arrays in elements.
// ---------------------------------------------------------------------------------------------------------------------

/** Makes an empty array. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArray(JSVM_Env env, JSVM_Value* result);

/** Makes an array of holes. More than about 2^27 elements abort the process. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArrayWithLength(JSVM_Env env, size_t length, JSVM_Value* result);

/**
 * Returns the length of an array. Not while an exception is stored.
 * @return JSVM_ARRAY_EXPECTED when the value is not an array; `*result` is 0 then.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetArrayLength(JSVM_Env env, JSVM_Value value, uint32_t* result);

/**
 * Makes an ArrayBuffer of zeroes. `*data` (may be NULL) is its memory, which belongs to the buffer. Memory that
 * cannot be had aborts the process. Not while an exception is stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArraybuffer(JSVM_Env env, size_t byteLength, void** data, JSVM_Value* result);

/**
 * Returns memory and size in bytes of an ArrayBuffer, NULL and 0 when it is detached. Each out parameter may be NULL.
 * @return JSVM_INVALID_ARG also when the value is not an ArrayBuffer.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetArraybufferInfo(JSVM_Env env, JSVM_Value arraybuffer, void** data,
                                                   size_t* byteLength);

/**
 * Detaches an ArrayBuffer; its views become empty. Twice is OK.
 * @return JSVM_ARRAYBUFFER_EXPECTED when the value is no buffer.
 * @return JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED when it is shared or a WebAssembly memory.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_DetachArraybuffer(JSVM_Env env, JSVM_Value arraybuffer);

/** Tells whether a value is a detached ArrayBuffer. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDetachedArraybuffer(JSVM_Env env, JSVM_Value value, bool* result);

/**
 * Allocates memory for OH_JSVM_CreateArrayBufferFromBackingStoreData, zeroed when asked for. Free it with
 * OH_JSVM_FreeArrayBufferBackingStoreData.
 * @return JSVM_GENERIC_FAILURE when there is no memory; `*data` is NULL then.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_AllocateArrayBufferBackingStoreData(size_t byteLength, JSVM_InitializedFlag initialized, void** data);

/** Frees memory from OH_JSVM_AllocateArrayBufferBackingStoreData. No buffer may use it any more. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_FreeArrayBufferBackingStoreData(void* data);

/**
 * Makes an ArrayBuffer of `arrayBufferSize` bytes at `offset` in the caller's memory of `backingStoreSize` bytes. The
 * memory stays the caller's: nothing is copied, freed or counted. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when a size is 0 or the buffer does not fit.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateArrayBufferFromBackingStoreData(JSVM_Env env, void* data, size_t backingStoreSize, size_t offset,
                                                  size_t arrayBufferSize, JSVM_Value* result);

#ifdef JSVM_EXPERIMENTAL
/**
 * Makes an ArrayBuffer that uses the caller's memory until the finalizer is called, with a NULL env, so that it may
 * only free. `*copied` (may be NULL) tells whether the memory was copied instead. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the memory is NULL with a size, not aligned to 8 bytes or above 32 GiB - 1, or a
 *     finalizer is given with size 0.
 * @since 26
 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_CreateArrayBufferFromExternalMemory(JSVM_Env env, void* externalData, size_t byteLength,
                                                JSVM_FinalizeArrayBuffer finalizeCb, void* finalizeHint, bool* copied,
                                                JSVM_Value* result);
#endif

/**
 * Makes a typed array of `length` elements on an ArrayBuffer, `byteOffset` bytes into it. Not while an exception is
 * stored.
 * @return JSVM_INVALID_ARG also when it is not an ArrayBuffer or the type is unknown.
 * @return JSVM_GENERIC_FAILURE when the offset is not aligned or the view does not fit, with a RangeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateTypedarray(JSVM_Env env, JSVM_TypedarrayType type, size_t length,
                                                 JSVM_Value arraybuffer, size_t byteOffset, JSVM_Value* result);

/**
 * Returns type, number of elements, memory (offset applied), buffer and byte offset of a typed array. Each out
 * parameter may be NULL.
 * @return JSVM_INVALID_ARG also when the value is not a typed array.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetTypedarrayInfo(JSVM_Env env, JSVM_Value typedarray, JSVM_TypedarrayType* type,
                                                  size_t* length, void** data, JSVM_Value* arraybuffer,
                                                  size_t* byteOffset);

/**
 * Makes a DataView of `length` bytes on an ArrayBuffer, `byteOffset` bytes into it. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when it is not an ArrayBuffer.
 * @return JSVM_PENDING_EXCEPTION when the view does not fit, with a RangeError stored.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDataview(JSVM_Env env, size_t length, JSVM_Value arraybuffer, size_t byteOffset,
                                               JSVM_Value* result);

/**
 * Returns size in bytes, memory (offset applied), buffer and byte offset of a DataView. Each out parameter may be
 * NULL.
 * @return JSVM_INVALID_ARG also when the value is not a DataView.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetDataviewInfo(JSVM_Env env, JSVM_Value dataview, size_t* bytelength, void** data,
                                                JSVM_Value* arraybuffer, size_t* byteOffset);

// ---------------------------------------------------------------------------------------------------------------------
// Promises, microtasks, message loop
// ---------------------------------------------------------------------------------------------------------------------

/** Makes a pending promise, and the deferred that settles it once. Not while an exception is stored. @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreatePromise(JSVM_Env env, JSVM_Deferred* deferred, JSVM_Value* promise);

/**
 * Resolves the promise of a deferred, and frees the deferred. A thenable is adopted as in JS. Not while an exception
 * is stored.
 * @return JSVM_GENERIC_FAILURE when settling throws; the deferred is freed even so.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_ResolveDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value resolution);

/**
 * Rejects the promise of a deferred, and frees the deferred. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when settling throws; the deferred is freed even so.
 * @since 11
 */
JSVM_EXTERN JSVM_Status OH_JSVM_RejectDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value rejection);

/**
 * Calls `then` or `catch` of a promise with native functions; one of the handlers may be NULL. `*result` (may be
 * NULL) is the derived promise. Not while an exception is stored.
 * @return JSVM_INVALID_TYPE when `promise` is not a promise or a handler is not a function.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_PromiseRegisterHandler(JSVM_Env env, JSVM_Value promise, JSVM_Value onFulfilled, JSVM_Value onRejected,
                                   JSVM_Value* result);

/**
 * Chooses whether microtasks run when the outermost call ends (AUTO, the default) or only in
 * OH_JSVM_PerformMicrotaskCheckpoint.
 * @return JSVM_INVALID_ARG also when the policy is unknown.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetMicrotaskPolicy(JSVM_VM vm, JSVM_MicrotaskPolicy policy);

/** Runs all queued microtasks, those they queue included. Their exceptions are not stored. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_PerformMicrotaskCheckpoint(JSVM_VM vm);

/**
 * Runs at most one foreground task of the VM, and tells whether it did. Never waits; call it until it did not. A NULL
 * `vm` is OK, with false.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_PumpMessageLoop(JSVM_VM vm, bool* result);

// ---------------------------------------------------------------------------------------------------------------------
// Handlers of a VM
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Has `handler` called when the engine runs out of memory; the process aborts when it returns. One per VM, NULL takes
 * it away.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetHandlerForOOMError(JSVM_VM vm, JSVM_HandlerForOOMError handler);

/**
 * Has `handler` called when the engine finds itself misused; execution goes on in an undefined state. One per VM,
 * NULL takes it away.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetHandlerForFatalError(JSVM_VM vm, JSVM_HandlerForFatalError handler);

/**
 * Has `handler` called when a promise is rejected without handler, handled late, or settled twice. One per VM, NULL
 * takes it away. It must not throw.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_SetHandlerForPromiseReject(JSVM_VM vm, JSVM_HandlerForPromiseReject handler);

// ---------------------------------------------------------------------------------------------------------------------
// WebAssembly
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Compiles WebAssembly bytes, which are copied, to a WebAssembly.Module. With a code cache, `*cacheRejected` (may be
 * NULL) tells whether it was refused. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when a length is 0.
 * @return JSVM_PENDING_EXCEPTION when the bytes are wrong, with a CompileError stored.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileWasmModule(JSVM_Env env, const uint8_t* wasmBytecode, size_t wasmBytecodeLength,
                              const uint8_t* cacheData, size_t cacheDataLength, bool* cacheRejected,
                              JSVM_Value* wasmModule);

/**
 * Compiles one function of a module ahead of its first call. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the value is not a module or the level is unknown.
 * @return JSVM_GENERIC_FAILURE when there is no such function.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CompileWasmFunction(JSVM_Env env, JSVM_Value wasmModule,
                                                                   uint32_t functionIndex, JSVM_WasmOptLevel optLevel);

/** Tells whether a value is a WebAssembly.Module. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsWasmModuleObject(JSVM_Env env, JSVM_Value value, bool* result);

/**
 * Serialises the native code of a module: `*length` bytes that the caller owns and frees with OH_JSVM_ReleaseCache.
 * Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when the value is not a module.
 * @return JSVM_GENERIC_FAILURE when no code was optimised yet.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateWasmCache(JSVM_Env env, JSVM_Value wasmModule, const uint8_t** data, size_t* length);

// ---------------------------------------------------------------------------------------------------------------------
// Inspector, CPU profiler, trace
// ---------------------------------------------------------------------------------------------------------------------

/**
 * Starts a debug-protocol server on a host and port; port 0 picks a free one. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when it cannot listen.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_OpenInspector(JSVM_Env env, const char* host, uint16_t port);

/**
 * Starts a debug-protocol server on the first free port from 9229 on localhost, and on a local socket with `pid` in
 * its name. `name` labels the target and may be NULL. Not while an exception is stored.
 * @return JSVM_INVALID_ARG also when `pid` is negative.
 * @return JSVM_GENERIC_FAILURE when it cannot listen.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_OpenInspectorWithName(JSVM_Env env, int pid, const char* name);

/**
 * Stops the debug-protocol server. Not while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when there is none; the last error is not set then.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CloseInspector(JSVM_Env env);

/**
 * Waits until a debugger has connected and lets the program run. `breakNextLine` pauses at the next statement. Not
 * while an exception is stored.
 * @return JSVM_GENERIC_FAILURE when no server runs; the last error is not set then.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_WaitForDebugger(JSVM_Env env, bool breakNextLine);

/** Starts to sample the VM's stack. @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_StartCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler* result);

/**
 * Stops a profiler and streams the profile as JSON, in chunks as OH_JSVM_TakeHeapSnapshot does. The profiler's handle
 * is dead afterwards.
 * @since 12
 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_StopCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler profiler, JSVM_OutputStream stream, void* streamData);

/**
 * Starts to record the engine's trace events of the whole process, in a ring of `eventsCount` events (0: the default
 * size). `tag` names the array in the JSON text; NULL is "traceEvents". No categories: VM, EXECUTE, COMPILE and
 * RUNTIME.
 * @return JSVM_INVALID_ARG also when there are more than 7 categories or one is unknown.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_TraceStart(size_t count, const JSVM_TraceCategory* categories, const char* tag, size_t eventsCount);

/**
 * Stops recording and passes the whole JSON text to `stream` in one call. `streamData` must not be NULL.
 * @return JSVM_INVALID_ARG also when nothing is being recorded.
 * @since 18
 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_TraceStop(JSVM_OutputStream stream, void* streamData);

EXTERN_C_END

#endif
