// Functions that open files and folders. Structures are passed on unseen.
#include <sys/types.h>

#include <cstdint>

#include "forward.h"

using files::Path;

// The last argument of open() is there with O_CREAT only; passing on what is no argument does no harm on our
// processors.
FILE_FUNCTION(int, open, (const char* path, int flags, mode_t mode), Path{path}, flags, mode);
FILE_FUNCTION(int, open64, (const char* path, int flags, mode_t mode), Path{path}, flags, mode);
FILE_FUNCTION(int, openat, (int folder, const char* path, int flags, mode_t mode), folder, Path{path}, flags, mode);
FILE_FUNCTION(int, openat64, (int folder, const char* path, int flags, mode_t mode), folder, Path{path}, flags, mode);
// What _FORTIFY_SOURCE makes of calls without a mode.
FILE_FUNCTION(int, __open_2, (const char* path, int flags), Path{path}, flags);
FILE_FUNCTION(int, __open64_2, (const char* path, int flags), Path{path}, flags);
FILE_FUNCTION(int, __openat_2, (int folder, const char* path, int flags), folder, Path{path}, flags);
FILE_FUNCTION(int, __openat64_2, (int folder, const char* path, int flags), folder, Path{path}, flags);
FILE_FUNCTION(int, creat, (const char* path, mode_t mode), Path{path}, mode);
FILE_FUNCTION(int, creat64, (const char* path, mode_t mode), Path{path}, mode);

FILE_FUNCTION(void*, fopen, (const char* path, const char* mode), Path{path}, mode);
FILE_FUNCTION(void*, fopen64, (const char* path, const char* mode), Path{path}, mode);
FILE_FUNCTION(void*, freopen, (const char* path, const char* mode, void* file), Path{path}, mode, file);
FILE_FUNCTION(void*, freopen64, (const char* path, const char* mode, void* file), Path{path}, mode, file);

FILE_FUNCTION(void*, opendir, (const char* path), Path{path});
FILE_FUNCTION(int, scandir, (const char* path, void* list, void* filter, void* order), Path{path}, list, filter, order);
FILE_FUNCTION(int, scandir64, (const char* path, void* list, void* filter, void* order), Path{path}, list, filter,
              order);
FILE_FUNCTION(int, scandirat, (int folder, const char* path, void* list, void* filter, void* order), folder, Path{path},
              list, filter, order);
FILE_FUNCTION(int, scandirat64, (int folder, const char* path, void* list, void* filter, void* order), folder,
              Path{path}, list, filter, order);

// A library that was copied into the application's files. A name without a folder is looked for beside the caller, so
// this call must stay the caller's.
FILE_FUNCTION(void*, dlopen, (const char* path, int mode), Path{path}, mode);

FILE_FUNCTION(int, inotify_add_watch, (int fd, const char* path, uint32_t events), fd, Path{path}, events);
