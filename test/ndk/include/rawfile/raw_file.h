/**
 * Files of `resources/rawfile` for native code: reading and seeking, in 32 and 64 bits. On a device these files lie
 * inside the application's package; on the host they are the project's own files.
 */
#ifndef GLOBAL_RAW_FILE_H
#define GLOBAL_RAW_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../arkhost/api_level.h"

#ifdef __cplusplus
extern "C" {
#endif

struct RawFile;
/** An open file. @since 8 */
typedef struct RawFile RawFile;

struct RawFile64;
/** An open file whose size needs more than 31 bits. @since 11 */
typedef struct RawFile64 RawFile64;

/** Where a file stands: in the file behind `fd`, from `start` on, `length` bytes. @since 8 */
typedef struct {
  int fd;
  long start;
  long length;
} RawFileDescriptor;

/** The same in 64 bits. @since 11 */
typedef struct {
  int fd;
  int64_t start;
  int64_t length;
} RawFileDescriptor64;

/** Reads at most `length` bytes from the current place. @return bytes read; 0 at the end or for wrong arguments. @since
 * 8 */
int OH_ResourceManager_ReadRawFile(const RawFile* rawFile, void* buf, size_t length);

/** Moves the current place, `whence` as for fseek(). @return 0, or -1 when it would leave the file. @since 8 */
int OH_ResourceManager_SeekRawFile(const RawFile* rawFile, long offset, int whence);

/** @return bytes in the file; 0 for NULL. @since 8 */
long OH_ResourceManager_GetRawFileSize(RawFile* rawFile);

/** @return bytes from the current place to the end; 0 for NULL. */
ARKHOST_SINCE_11 long OH_ResourceManager_GetRawFileRemainingLength(const RawFile* rawFile);

/** Closes the file. NULL is allowed. @since 8 */
void OH_ResourceManager_CloseRawFile(RawFile* rawFile);

/** @return the current place; 0 for NULL. @since 8 */
long OH_ResourceManager_GetRawFileOffset(const RawFile* rawFile);

#ifdef __cplusplus
/** Opens a descriptor of the file, which OH_ResourceManager_ReleaseRawFileDescriptor closes. @since 8, deprecated in 12
 */
bool OH_ResourceManager_GetRawFileDescriptor(const RawFile* rawFile, RawFileDescriptor& descriptor);

/** Closes a descriptor. @return true if it was open. @since 8, deprecated in 12 */
bool OH_ResourceManager_ReleaseRawFileDescriptor(const RawFileDescriptor& descriptor);
#endif

/** Opens a descriptor of the file, which OH_ResourceManager_ReleaseRawFileDescriptorData closes. */
ARKHOST_SINCE_12 bool OH_ResourceManager_GetRawFileDescriptorData(const RawFile* rawFile,
                                                                  RawFileDescriptor* descriptor);

/** Closes a descriptor. @return true if it was open. */
ARKHOST_SINCE_12 bool OH_ResourceManager_ReleaseRawFileDescriptorData(const RawFileDescriptor* descriptor);

/** As OH_ResourceManager_ReadRawFile. */
ARKHOST_SINCE_11 int64_t OH_ResourceManager_ReadRawFile64(const RawFile64* rawFile, void* buf, int64_t length);

/** As OH_ResourceManager_SeekRawFile. */
ARKHOST_SINCE_11 int OH_ResourceManager_SeekRawFile64(const RawFile64* rawFile, int64_t offset, int whence);

/** As OH_ResourceManager_GetRawFileSize. */
ARKHOST_SINCE_11 int64_t OH_ResourceManager_GetRawFileSize64(RawFile64* rawFile);

/** As OH_ResourceManager_GetRawFileRemainingLength. */
ARKHOST_SINCE_11 int64_t OH_ResourceManager_GetRawFileRemainingLength64(const RawFile64* rawFile);

/** As OH_ResourceManager_CloseRawFile. */
ARKHOST_SINCE_11 void OH_ResourceManager_CloseRawFile64(RawFile64* rawFile);

/** As OH_ResourceManager_GetRawFileOffset. */
ARKHOST_SINCE_11 int64_t OH_ResourceManager_GetRawFileOffset64(const RawFile64* rawFile);

/** As OH_ResourceManager_GetRawFileDescriptorData. */
ARKHOST_SINCE_11 bool OH_ResourceManager_GetRawFileDescriptor64(const RawFile64* rawFile,
                                                                RawFileDescriptor64* descriptor);

/** As OH_ResourceManager_ReleaseRawFileDescriptorData. */
ARKHOST_SINCE_11 bool OH_ResourceManager_ReleaseRawFileDescriptor64(const RawFileDescriptor64* descriptor);

#ifdef __cplusplus
}
#endif

#endif  // GLOBAL_RAW_FILE_H
