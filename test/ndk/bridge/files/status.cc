// Functions that tell something of a file. Structures are passed on unseen.
#include <sys/types.h>

#include "forward.h"

using files::Path;

FILE_FUNCTION(int, stat, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, stat64, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, lstat, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, lstat64, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, fstatat, (int folder, const char* path, void* out, int flags), folder, Path{path}, out, flags);
FILE_FUNCTION(int, fstatat64, (int folder, const char* path, void* out, int flags), folder, Path{path}, out, flags);
// What programs call that were built with a C library before 2.33: the engine is one.
FILE_FUNCTION(int, __xstat, (int version, const char* path, void* out), version, Path{path}, out);
FILE_FUNCTION(int, __xstat64, (int version, const char* path, void* out), version, Path{path}, out);
FILE_FUNCTION(int, __lxstat, (int version, const char* path, void* out), version, Path{path}, out);
FILE_FUNCTION(int, __lxstat64, (int version, const char* path, void* out), version, Path{path}, out);
FILE_FUNCTION(int, __fxstatat, (int version, int folder, const char* path, void* out, int flags), version, folder,
              Path{path}, out, flags);
FILE_FUNCTION(int, __fxstatat64, (int version, int folder, const char* path, void* out, int flags), version, folder,
              Path{path}, out, flags);
FILE_FUNCTION(int, statx, (int folder, const char* path, int flags, unsigned mask, void* out), folder, Path{path},
              flags, mask, out);

FILE_FUNCTION(int, access, (const char* path, int mode), Path{path}, mode);
FILE_FUNCTION(int, eaccess, (const char* path, int mode), Path{path}, mode);
FILE_FUNCTION(int, euidaccess, (const char* path, int mode), Path{path}, mode);
FILE_FUNCTION(int, faccessat, (int folder, const char* path, int mode, int flags), folder, Path{path}, mode, flags);

FILE_FUNCTION(int, statfs, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, statfs64, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, statvfs, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(int, statvfs64, (const char* path, void* out), Path{path}, out);
FILE_FUNCTION(long, pathconf, (const char* path, int name), Path{path}, name);

FILE_FUNCTION(ssize_t, getxattr, (const char* path, const char* name, void* value, size_t size), Path{path}, name,
              value, size);
FILE_FUNCTION(ssize_t, lgetxattr, (const char* path, const char* name, void* value, size_t size), Path{path}, name,
              value, size);
FILE_FUNCTION(ssize_t, listxattr, (const char* path, char* names, size_t size), Path{path}, names, size);
FILE_FUNCTION(ssize_t, llistxattr, (const char* path, char* names, size_t size), Path{path}, names, size);
