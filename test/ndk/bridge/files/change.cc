// Functions that make, move, remove and change files. Structures are passed on unseen.
#include <sys/types.h>

#include "forward.h"

using files::Path;

FILE_FUNCTION(int, mkdir, (const char* path, mode_t mode), Path{path}, mode);
FILE_FUNCTION(int, mkdirat, (int folder, const char* path, mode_t mode), folder, Path{path}, mode);
FILE_FUNCTION(int, mkfifo, (const char* path, mode_t mode), Path{path}, mode);
FILE_FUNCTION(int, mkfifoat, (int folder, const char* path, mode_t mode), folder, Path{path}, mode);
FILE_FUNCTION(int, mknod, (const char* path, mode_t mode, dev_t device), Path{path}, mode, device);
FILE_FUNCTION(int, mknodat, (int folder, const char* path, mode_t mode, dev_t device), folder, Path{path}, mode,
              device);

FILE_FUNCTION(int, rmdir, (const char* path), Path{path});
FILE_FUNCTION(int, unlink, (const char* path), Path{path});
FILE_FUNCTION(int, unlinkat, (int folder, const char* path, int flags), folder, Path{path}, flags);
FILE_FUNCTION(int, remove, (const char* path), Path{path});

FILE_FUNCTION(int, rename, (const char* from, const char* to), Path{from}, Path{to});
FILE_FUNCTION(int, renameat, (int fromFolder, const char* from, int toFolder, const char* to), fromFolder, Path{from},
              toFolder, Path{to});
FILE_FUNCTION(int, renameat2, (int fromFolder, const char* from, int toFolder, const char* to, unsigned flags),
              fromFolder, Path{from}, toFolder, Path{to}, flags);
FILE_FUNCTION(int, link, (const char* from, const char* to), Path{from}, Path{to});
FILE_FUNCTION(int, linkat, (int fromFolder, const char* from, int toFolder, const char* to, int flags), fromFolder,
              Path{from}, toFolder, Path{to}, flags);
// What a link says is a path of this computer, so that the system can follow it; readlink() tells the device's.
FILE_FUNCTION(int, symlink, (const char* target, const char* path), Path{target}, Path{path});
FILE_FUNCTION(int, symlinkat, (const char* target, int folder, const char* path), Path{target}, folder, Path{path});

FILE_FUNCTION(int, truncate, (const char* path, off_t size), Path{path}, size);
FILE_FUNCTION(int, truncate64, (const char* path, off64_t size), Path{path}, size);
FILE_FUNCTION(int, chmod, (const char* path, mode_t mode), Path{path}, mode);
FILE_FUNCTION(int, lchmod, (const char* path, mode_t mode), Path{path}, mode);
FILE_FUNCTION(int, fchmodat, (int folder, const char* path, mode_t mode, int flags), folder, Path{path}, mode, flags);
FILE_FUNCTION(int, chown, (const char* path, uid_t owner, gid_t group), Path{path}, owner, group);
FILE_FUNCTION(int, lchown, (const char* path, uid_t owner, gid_t group), Path{path}, owner, group);
FILE_FUNCTION(int, fchownat, (int folder, const char* path, uid_t owner, gid_t group, int flags), folder, Path{path},
              owner, group, flags);

FILE_FUNCTION(int, utime, (const char* path, const void* times), Path{path}, times);
FILE_FUNCTION(int, utimes, (const char* path, const void* times), Path{path}, times);
FILE_FUNCTION(int, lutimes, (const char* path, const void* times), Path{path}, times);
FILE_FUNCTION(int, futimesat, (int folder, const char* path, const void* times), folder, Path{path}, times);
FILE_FUNCTION(int, utimensat, (int folder, const char* path, const void* times, int flags), folder, Path{path}, times,
              flags);

FILE_FUNCTION(int, setxattr, (const char* path, const char* name, const void* value, size_t size, int flags),
              Path{path}, name, value, size, flags);
FILE_FUNCTION(int, lsetxattr, (const char* path, const char* name, const void* value, size_t size, int flags),
              Path{path}, name, value, size, flags);
FILE_FUNCTION(int, removexattr, (const char* path, const char* name), Path{path}, name);
FILE_FUNCTION(int, lremovexattr, (const char* path, const char* name), Path{path}, name);

FILE_FUNCTION(int, chdir, (const char* path), Path{path});
