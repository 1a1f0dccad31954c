#ifndef ARK_RUNTIME_JSVM_H
#define ARK_RUNTIME_JSVM_H

#include <stdbool.h>
#include <stdint.h>

#ifndef JSVM_VERSION_EXPERIMENTAL
#define JSVM_VERSION_EXPERIMENTAL 2147483647
#endif
#ifndef JSVM_VERSION
#ifdef JSVM_EXPERIMENTAL
#define JSVM_VERSION JSVM_VERSION_EXPERIMENTAL
#else
#define JSVM_VERSION 8
#endif
#endif

#include "jsvm_types.h"

#ifndef JSVM_EXTERN
#if defined(_WIN32)
#define JSVM_EXTERN __declspec(dllexport)
#elif defined(__wasm__)
#define JSVM_EXTERN __attribute__((visibility("default"))) __attribute__((__import_module__("jsvm")))
#else
#define JSVM_EXTERN __attribute__((visibility("default")))
#endif
#endif

#define JSVM_AUTO_LENGTH SIZE_MAX

#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif

EXTERN_C_START

/* lifecycle */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Init(const JSVM_InitOptions* options);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateVM(const JSVM_CreateVMOptions* options, JSVM_VM* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DestroyVM(JSVM_VM vm);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenVMScope(JSVM_VM vm, JSVM_VMScope* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseVMScope(JSVM_VM vm, JSVM_VMScope scope);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateEnv(JSVM_VM vm, size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                          JSVM_Env* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateEnvFromSnapshot(JSVM_VM vm, size_t index, JSVM_Env* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DestroyEnv(JSVM_Env env);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenEnvScope(JSVM_Env env, JSVM_EnvScope* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseEnvScope(JSVM_Env env, JSVM_EnvScope scope);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenHandleScope(JSVM_Env env, JSVM_HandleScope* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseHandleScope(JSVM_Env env, JSVM_HandleScope scope);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_OpenEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CloseEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope scope);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_EscapeHandle(JSVM_Env env, JSVM_EscapableHandleScope scope, JSVM_Value escapee,
                                             JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_GetVM(JSVM_Env env, JSVM_VM* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetVMInfo(JSVM_VMInfo* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetVersion(JSVM_Env env, uint32_t* result);

/** @since 20 */
JSVM_EXTERN JSVM_SINCE(20) JSVM_Status
    OH_JSVM_SetDebugOption(JSVM_Env env, JSVM_DebugOption debugOption, bool isEnabled);

/* threads-locks */

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_AcquireLock(JSVM_Env env);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_ReleaseLock(JSVM_Env env);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsLocked(JSVM_Env env, bool* isLocked);

/* memory */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_AdjustExternalMemory(JSVM_Env env, int64_t changeInBytes, int64_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_MemoryPressureNotification(JSVM_Env env, JSVM_MemoryPressureLevel level);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_GetHeapStatistics(JSVM_VM vm, JSVM_HeapStatistics* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_TakeHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData);

/** @since 26 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_TakeRawHeapSnapshot(JSVM_VM vm, JSVM_OutputStream stream, void* streamData);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_AddHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime, JSVM_HandlerForGC handler,
                            JSVM_GCType gcType, void* userData);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_RemoveHandlerForGC(JSVM_VM vm, JSVM_CBTriggerTimeForGC triggerTime,
                                                                  JSVM_HandlerForGC handler, void* userData);

/** @since 26 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_SetHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback, void* data);

/** @since 26 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_ClearHeapThresholdCallback(JSVM_VM vm, uint64_t threshold, JSVM_HandlerForHeapThreshold callback,
                                       void* data);

/* errors */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetLastErrorInfo(JSVM_Env env, const JSVM_ExtendedErrorInfo** result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsExceptionPending(JSVM_Env env, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetAndClearLastException(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Throw(JSVM_Env env, JSVM_Value error);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowError(JSVM_Env env, const char* code, const char* msg);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowTypeError(JSVM_Env env, const char* code, const char* msg);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowRangeError(JSVM_Env env, const char* code, const char* msg);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ThrowSyntaxError(JSVM_Env env, const char* code, const char* msg);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateTypeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateRangeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSyntaxError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

/* scripts */

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_ReleaseScript(JSVM_Env env, JSVM_Script script);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CompileScript(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData,
                                              size_t cacheDataLength, bool eagerCompile, bool* cacheRejected,
                                              JSVM_Script* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileScriptWithOrigin(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData, size_t cacheDataLength,
                                    bool eagerCompile, bool* cacheRejected, JSVM_ScriptOrigin* origin,
                                    JSVM_Script* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileScriptWithOptions(JSVM_Env env, JSVM_Value script, size_t optionCount, JSVM_CompileOptions* options,
                                     JSVM_Script* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_RunScript(JSVM_Env env, JSVM_Script script, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_RetainScript(JSVM_Env env, JSVM_Script script);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateCodeCache(JSVM_Env env, JSVM_Script script, const uint8_t** data, size_t* length);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ReleaseCache(JSVM_Env env, const uint8_t* cacheData, JSVM_CacheType cacheType);

/** @since 24 */
JSVM_EXTERN JSVM_SINCE(24) JSVM_Status
    OH_JSVM_BackgroundDeserialize(JSVM_VM vm, JSVM_CodeCache cacheData, JSVM_DeserializeResult* result);

/** @since 24 */
JSVM_EXTERN JSVM_SINCE(24) JSVM_Status OH_JSVM_ReleaseDeserializeResult(JSVM_DeserializeResult result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSnapshot(JSVM_VM vm, size_t contextCount, const JSVM_Env* contexts,
                                               const char** blobData, size_t* blobSize);

/* primitives */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetUndefined(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNull(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetBoolean(JSVM_Env env, bool value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetGlobal(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDouble(JSVM_Env env, double value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateInt32(JSVM_Env env, int32_t value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateUint32(JSVM_Env env, uint32_t value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateInt64(JSVM_Env env, int64_t value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintInt64(JSVM_Env env, int64_t value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintUint64(JSVM_Env env, uint64_t value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateBigintWords(JSVM_Env env, int signBit, size_t wordCount, const uint64_t* words,
                                                  JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBool(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueDouble(JSVM_Env env, JSVM_Value value, double* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueInt32(JSVM_Env env, JSVM_Value value, int32_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueUint32(JSVM_Env env, JSVM_Value value, uint32_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueInt64(JSVM_Env env, JSVM_Value value, int64_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintInt64(JSVM_Env env, JSVM_Value value, int64_t* result, bool* lossless);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintUint64(JSVM_Env env, JSVM_Value value, uint64_t* result, bool* lossless);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueBigintWords(JSVM_Env env, JSVM_Value value, int* signBit, size_t* wordCount,
                                                    uint64_t* words);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateSymbol(JSVM_Env env, JSVM_Value description, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_SymbolFor(JSVM_Env env, const char* utf8description, size_t length, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolAsyncIterator(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolHasInstance(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolIsConcatSpreadable(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolIterator(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolMatch(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolReplace(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolSearch(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolSplit(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolToPrimitive(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolToStringTag(JSVM_Env env, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetSymbolUnscopables(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDate(JSVM_Env env, double time, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetDateValue(JSVM_Env env, JSVM_Value value, double* result);

/* strings */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringUtf8(JSVM_Env env, const char* str, size_t length, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringLatin1(JSVM_Env env, const char* str, size_t length, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateStringUtf16(JSVM_Env env, const char16_t* str, size_t length, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateExternalStringLatin1(JSVM_Env env, char* str, size_t length, JSVM_Finalize finalizeCallback,
                                       void* finalizeHint, JSVM_Value* result, bool* copied);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateExternalStringUtf16(JSVM_Env env, char16_t* str, size_t length, JSVM_Finalize finalizeCallback,
                                      void* finalizeHint, JSVM_Value* result, bool* copied);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringUtf8(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize,
                                                   size_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringLatin1(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize,
                                                     size_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueStringUtf16(JSVM_Env env, JSVM_Value value, char16_t* buf, size_t bufsize,
                                                    size_t* result);

/* checks-coercion */

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsUndefined(JSVM_Env env, JSVM_Value value, bool* isUndefined);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsNull(JSVM_Env env, JSVM_Value value, bool* isNull);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_IsNullOrUndefined(JSVM_Env env, JSVM_Value value, bool* isNullOrUndefined);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsBoolean(JSVM_Env env, JSVM_Value value, bool* isBoolean);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsNumber(JSVM_Env env, JSVM_Value value, bool* isNumber);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsString(JSVM_Env env, JSVM_Value value, bool* isString);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsSymbol(JSVM_Env env, JSVM_Value value, bool* isSymbol);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsBigInt(JSVM_Env env, JSVM_Value value, bool* isBigInt);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsObject(JSVM_Env env, JSVM_Value value, bool* isObject);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsFunction(JSVM_Env env, JSVM_Value value, bool* isFunction);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsCallable(JSVM_Env env, JSVM_Value value, bool* isCallable);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsConstructor(JSVM_Env env, JSVM_Value value, bool* isConstructor);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsArray(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsArraybuffer(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsTypedarray(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDataview(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDate(JSVM_Env env, JSVM_Value value, bool* isDate);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsRegExp(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsMap(JSVM_Env env, JSVM_Value value, bool* isMap);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsSet(JSVM_Env env, JSVM_Value value, bool* isSet);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsPromise(JSVM_Env env, JSVM_Value value, bool* isPromise);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsProxy(JSVM_Env env, JSVM_Value value, bool* isProxy);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsError(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsBigIntObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsBooleanObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsNumberObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsStringObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_IsSymbolObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Typeof(JSVM_Env env, JSVM_Value value, JSVM_ValueType* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_StrictEquals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_Equals(JSVM_Env env, JSVM_Value lhs, JSVM_Value rhs, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Instanceof(JSVM_Env env, JSVM_Value object, JSVM_Value constructor, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToBool(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToNumber(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToString(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CoerceToObject(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CoerceToBigInt(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_JsonParse(JSVM_Env env, JSVM_Value jsonString, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_JsonStringify(JSVM_Env env, JSVM_Value jsonObject, JSVM_Value* result);

/* objects */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateObject(JSVM_Env env, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CreateMap(JSVM_Env env, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CreateSet(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value value);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasOwnProperty(JSVM_Env env, JSVM_Value object, JSVM_Value key, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name,
                                                 JSVM_Value value);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNamedProperty(JSVM_Env env, JSVM_Value object, const char* utf8name,
                                                 JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value value);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetElement(JSVM_Env env, JSVM_Value object, uint32_t index, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_HasElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteElement(JSVM_Env env, JSVM_Value object, uint32_t index, bool* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetAllPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_KeyCollectionMode keyMode,
                                                    JSVM_KeyFilter keyFilter, JSVM_KeyConversion keyConversion,
                                                    JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetPropertyNames(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DefineProperties(JSVM_Env env, JSVM_Value object, size_t propertyCount,
                                                 const JSVM_PropertyDescriptor* properties);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ObjectFreeze(JSVM_Env env, JSVM_Value object);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ObjectSeal(JSVM_Env env, JSVM_Value object);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetPrototype(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ObjectGetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_ObjectSetPrototypeOf(JSVM_Env env, JSVM_Value object, JSVM_Value prototype);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateProxy(JSVM_Env env, JSVM_Value target, JSVM_Value handler, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_ProxyGetTarget(JSVM_Env env, JSVM_Value value, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_CreatePrivate(JSVM_Env env, JSVM_Value description, JSVM_Data* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_SetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value value);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_GetPrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_DeletePrivate(JSVM_Env env, JSVM_Value object, JSVM_Data key);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_TypeTagObject(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CheckObjectTypeTag(JSVM_Env env, JSVM_Value value, const JSVM_TypeTag* typeTag,
                                                   bool* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateRegExp(JSVM_Env env, JSVM_Value value, JSVM_RegExpFlags flags, JSVM_Value* result);

/* functions-classes */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateFunction(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback cb,
                                               JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateFunctionWithScript(JSVM_Env env, const char* funcName, size_t length, size_t argc,
                                     const JSVM_Value* argv, JSVM_Value script, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CallFunction(JSVM_Env env, JSVM_Value recv, JSVM_Value func, size_t argc,
                                             const JSVM_Value* argv, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_NewInstance(JSVM_Env env, JSVM_Value constructor, size_t argc, const JSVM_Value* argv,
                                            JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetCbInfo(JSVM_Env env, JSVM_CallbackInfo cbinfo, size_t* argc, JSVM_Value* argv,
                                          JSVM_Value* thisArg, void** data);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetNewTarget(JSVM_Env env, JSVM_CallbackInfo cbinfo, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DefineClass(JSVM_Env env, const char* utf8name, size_t length,
                                            JSVM_Callback constructor, size_t propertyCount,
                                            const JSVM_PropertyDescriptor* properties, JSVM_Value* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_DefineClassWithPropertyHandler(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                           size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                           JSVM_PropertyHandlerCfg propertyHandlerCfg,
                                           JSVM_Callback callAsFunctionCallback, JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_DefineClassWithOptions(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback constructor,
                                   size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                                   JSVM_Value parentClass, size_t option_count, JSVM_DefineClassOptions* options,
                                   JSVM_Value* result);

/* references */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DeleteReference(JSVM_Env env, JSVM_Ref ref);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateReference(JSVM_Env env, JSVM_Value value, uint32_t initialRefcount,
                                                JSVM_Ref* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetReferenceValue(JSVM_Env env, JSVM_Ref ref, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ReferenceRef(JSVM_Env env, JSVM_Ref ref, uint32_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ReferenceUnref(JSVM_Env env, JSVM_Ref ref, uint32_t* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_CreateDataReference(JSVM_Env env, JSVM_Data data, uint32_t initialRefcount, JSVM_Ref* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_GetReferenceData(JSVM_Env env, JSVM_Ref ref, JSVM_Data* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Wrap(JSVM_Env env, JSVM_Value jsObject, void* nativeObject, JSVM_Finalize finalizeCb,
                                     void* finalizeHint, JSVM_Ref* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_Unwrap(JSVM_Env env, JSVM_Value jsObject, void** result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_RemoveWrap(JSVM_Env env, JSVM_Value jsObject, void** result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateExternal(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint,
                                               JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetValueExternal(JSVM_Env env, JSVM_Value value, void** result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_AddFinalizer(JSVM_Env env, JSVM_Value jsObject, void* finalizeData,
                                             JSVM_Finalize finalizeCb, void* finalizeHint, JSVM_Ref* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_SetInstanceData(JSVM_Env env, void* data, JSVM_Finalize finalizeCb, void* finalizeHint);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetInstanceData(JSVM_Env env, void** data);

/* arrays-buffers */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArray(JSVM_Env env, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArrayWithLength(JSVM_Env env, size_t length, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetArrayLength(JSVM_Env env, JSVM_Value value, uint32_t* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateArraybuffer(JSVM_Env env, size_t byteLength, void** data, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetArraybufferInfo(JSVM_Env env, JSVM_Value arraybuffer, void** data,
                                                   size_t* byteLength);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_DetachArraybuffer(JSVM_Env env, JSVM_Value arraybuffer);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_IsDetachedArraybuffer(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_AllocateArrayBufferBackingStoreData(size_t byteLength, JSVM_InitializedFlag initialized, void** data);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_FreeArrayBufferBackingStoreData(void* data);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateArrayBufferFromBackingStoreData(JSVM_Env env, void* data, size_t backingStoreSize, size_t offset,
                                                  size_t arrayBufferSize, JSVM_Value* result);

#ifdef JSVM_EXPERIMENTAL
/** @since 26 */
JSVM_EXTERN JSVM_SINCE(26) JSVM_Status
    OH_JSVM_CreateArrayBufferFromExternalMemory(JSVM_Env env, void* externalData, size_t byteLength,
                                                JSVM_FinalizeArrayBuffer finalizeCb, void* finalizeHint, bool* copied,
                                                JSVM_Value* result);
#endif

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateTypedarray(JSVM_Env env, JSVM_TypedarrayType type, size_t length,
                                                 JSVM_Value arraybuffer, size_t byteOffset, JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetTypedarrayInfo(JSVM_Env env, JSVM_Value typedarray, JSVM_TypedarrayType* type,
                                                  size_t* length, void** data, JSVM_Value* arraybuffer,
                                                  size_t* byteOffset);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreateDataview(JSVM_Env env, size_t length, JSVM_Value arraybuffer, size_t byteOffset,
                                               JSVM_Value* result);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_GetDataviewInfo(JSVM_Env env, JSVM_Value dataview, size_t* bytelength, void** data,
                                                JSVM_Value* arraybuffer, size_t* byteOffset);

/* promises */

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_CreatePromise(JSVM_Env env, JSVM_Deferred* deferred, JSVM_Value* promise);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_ResolveDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value resolution);

/** @since 11 */
JSVM_EXTERN JSVM_Status OH_JSVM_RejectDeferred(JSVM_Env env, JSVM_Deferred deferred, JSVM_Value rejection);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_PromiseRegisterHandler(JSVM_Env env, JSVM_Value promise, JSVM_Value onFulfilled, JSVM_Value onRejected,
                                   JSVM_Value* result);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetMicrotaskPolicy(JSVM_VM vm, JSVM_MicrotaskPolicy policy);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_PerformMicrotaskCheckpoint(JSVM_VM vm);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_PumpMessageLoop(JSVM_VM vm, bool* result);

/* handlers */

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetHandlerForOOMError(JSVM_VM vm, JSVM_HandlerForOOMError handler);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_SetHandlerForFatalError(JSVM_VM vm, JSVM_HandlerForFatalError handler);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_SetHandlerForPromiseReject(JSVM_VM vm, JSVM_HandlerForPromiseReject handler);

/* wasm */

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CompileWasmModule(JSVM_Env env, const uint8_t* wasmBytecode, size_t wasmBytecodeLength,
                              const uint8_t* cacheData, size_t cacheDataLength, bool* cacheRejected,
                              JSVM_Value* wasmModule);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CompileWasmFunction(JSVM_Env env, JSVM_Value wasmModule,
                                                                   uint32_t functionIndex, JSVM_WasmOptLevel optLevel);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_IsWasmModuleObject(JSVM_Env env, JSVM_Value value, bool* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_CreateWasmCache(JSVM_Env env, JSVM_Value wasmModule, const uint8_t** data, size_t* length);

/* inspector-profiler-trace */

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_OpenInspector(JSVM_Env env, const char* host, uint16_t port);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_OpenInspectorWithName(JSVM_Env env, int pid, const char* name);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_CloseInspector(JSVM_Env env);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_WaitForDebugger(JSVM_Env env, bool breakNextLine);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status OH_JSVM_StartCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler* result);

/** @since 12 */
JSVM_EXTERN JSVM_SINCE(12) JSVM_Status
    OH_JSVM_StopCpuProfiler(JSVM_VM vm, JSVM_CpuProfiler profiler, JSVM_OutputStream stream, void* streamData);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status
    OH_JSVM_TraceStart(size_t count, const JSVM_TraceCategory* categories, const char* tag, size_t eventsCount);

/** @since 18 */
JSVM_EXTERN JSVM_SINCE(18) JSVM_Status OH_JSVM_TraceStop(JSVM_OutputStream stream, void* streamData);

EXTERN_C_END

#endif
