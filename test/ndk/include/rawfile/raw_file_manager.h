/** The way from the `resourceManager` of ArkTS to the files of `resources/rawfile` (librawfile.z.so). */
#ifndef GLOBAL_NATIVE_RESOURCE_MANAGER_H
#define GLOBAL_NATIVE_RESOURCE_MANAGER_H

#include "../napi/native_api.h"
#include "raw_dir.h"
#include "raw_file.h"

#ifdef __cplusplus
extern "C" {
#endif

struct NativeResourceManager;
/** What a `resourceManager` of ArkTS is in native code. @since 8 */
typedef struct NativeResourceManager NativeResourceManager;

/**
 * Makes a native resource manager from the `context.resourceManager` of ArkTS.
 *
 * @return NULL when `jsResMgr` is something else. Give it back with OH_ResourceManager_ReleaseNativeResourceManager.
 * @since 8
 */
NativeResourceManager* OH_ResourceManager_InitNativeResourceManager(napi_env env, napi_value jsResMgr);

/** Gives a resource manager back. NULL is allowed. @since 8 */
void OH_ResourceManager_ReleaseNativeResourceManager(NativeResourceManager* resMgr);

/** Opens a folder; `""` is `resources/rawfile` itself. @return NULL when there is none. @since 8 */
RawDir* OH_ResourceManager_OpenRawDir(const NativeResourceManager* mgr, const char* dirName);

/** Opens a file. @return NULL when there is none. @since 8 */
RawFile* OH_ResourceManager_OpenRawFile(const NativeResourceManager* mgr, const char* fileName);

/** As OH_ResourceManager_OpenRawFile, for files of any size. */
ARKHOST_SINCE_11 RawFile64* OH_ResourceManager_OpenRawFile64(const NativeResourceManager* mgr, const char* fileName);

/** @return whether the path, relative to `resources/rawfile`, is a folder. */
ARKHOST_SINCE_12 bool OH_ResourceManager_IsRawDir(const NativeResourceManager* mgr, const char* path);

#ifdef __cplusplus
}
#endif

#endif  // GLOBAL_NATIVE_RESOURCE_MANAGER_H
