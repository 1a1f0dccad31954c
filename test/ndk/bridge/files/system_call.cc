// syscall(): the C++ library and the engine make some calls by their numbers.
#include <sys/syscall.h>

#include "forward.h"

using files::Path;

FILE_REPLACES(long, syscall, (long number, long a, long b, long c, long d, long e, long f));

static Path PathIn(long argument) {
  return {reinterpret_cast<const char*>(argument)};
}

// The system call takes addresses as numbers.
static long Call(long number, const char* a, const char* b, const char* c, const char* d, long e, long f) {
  const auto word = [](const char* value) { return reinterpret_cast<long>(value); };
  return real_syscall.Get()(number, word(a), word(b), word(c), word(d), e, f);
}

static const char* Word(long argument) {
  return reinterpret_cast<const char*>(argument);
}

// The numbers of old calls, whose first argument is a path, exist on some processors only.
long arkhost_file_syscall(long number, long a, long b, long c, long d, long e, long f) {
  switch (number) {
#ifdef SYS_open
    case SYS_open:
    case SYS_creat:
    case SYS_stat:
    case SYS_lstat:
    case SYS_access:
    case SYS_mkdir:
    case SYS_rmdir:
    case SYS_unlink:
    case SYS_chmod:
    case SYS_chown:
    case SYS_lchown:
    case SYS_utime:
    case SYS_utimes:
#endif
    case SYS_truncate:
    case SYS_statfs:
    case SYS_chdir:
      return files::Forward(Call, number, PathIn(a), Word(b), Word(c), Word(d), e, f);
#ifdef SYS_open
    case SYS_rename:
    case SYS_link:
    case SYS_symlink:
      return files::Forward(Call, number, PathIn(a), PathIn(b), Word(c), Word(d), e, f);
#endif
    case SYS_openat:
#ifdef SYS_openat2
    case SYS_openat2:
#endif
#ifdef SYS_newfstatat
    case SYS_newfstatat:
#endif
    case SYS_statx:
    case SYS_faccessat:
#ifdef SYS_faccessat2
    case SYS_faccessat2:
#endif
    case SYS_mkdirat:
    case SYS_mknodat:
    case SYS_unlinkat:
    case SYS_fchmodat:
    case SYS_fchownat:
    case SYS_utimensat:
      return files::Forward(Call, number, Word(a), PathIn(b), Word(c), Word(d), e, f);
#ifdef SYS_renameat
    case SYS_renameat:
#endif
    case SYS_renameat2:
    case SYS_linkat:
      return files::Forward(Call, number, Word(a), PathIn(b), Word(c), PathIn(d), e, f);
    case SYS_symlinkat:
      return files::Forward(Call, number, PathIn(a), Word(b), PathIn(c), Word(d), e, f);
    default:
      return real_syscall.Get()(number, a, b, c, d, e, f);
  }
}
