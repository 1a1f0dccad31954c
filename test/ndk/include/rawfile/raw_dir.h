/** Folders of `resources/rawfile` for native code. */
#ifndef GLOBAL_RAW_DIR_H
#define GLOBAL_RAW_DIR_H

#ifdef __cplusplus
extern "C" {
#endif

struct RawDir;
/** An open folder. @since 8 */
typedef struct RawDir RawDir;

/** @return the name of the entry, valid until the folder is closed; NULL for an index that does not exist. @since 8 */
const char* OH_ResourceManager_GetRawFileName(RawDir* rawDir, int index);

/** @return how many files and folders stand in it, not counting those below; 0 for NULL. @since 8 */
int OH_ResourceManager_GetRawFileCount(RawDir* rawDir);

/** Closes the folder. NULL is allowed. @since 8 */
void OH_ResourceManager_CloseRawDir(RawDir* rawDir);

#ifdef __cplusplus
}
#endif

#endif  // GLOBAL_RAW_DIR_H
