// Functions that start programs: a program may stand in the application's files, or read from and write to them.
#include <alloca.h>
#include <spawn.h>
#include <sys/types.h>

#include <cstdarg>

#include "forward.h"

using files::Path;

using Texts = char* const*;

FILE_FUNCTION(int, execve, (const char* path, Texts arguments, Texts environment), Path{path}, arguments, environment);
FILE_FUNCTION(int, execv, (const char* path, Texts arguments), Path{path}, arguments);
FILE_FUNCTION(int, execvp, (const char* path, Texts arguments), Path{path}, arguments);
FILE_FUNCTION(int, execvpe, (const char* path, Texts arguments, Texts environment), Path{path}, arguments, environment);
FILE_FUNCTION(int, execveat, (int folder, const char* path, Texts arguments, Texts environment, int flags), folder,
              Path{path}, arguments, environment, flags);

FILE_FUNCTION(int, posix_spawn,
              (pid_t * child, const char* path, const posix_spawn_file_actions_t* actions,
               const posix_spawnattr_t* attributes, Texts arguments, Texts environment),
              child, Path{path}, actions, attributes, arguments, environment);
FILE_FUNCTION(int, posix_spawnp,
              (pid_t * child, const char* path, const posix_spawn_file_actions_t* actions,
               const posix_spawnattr_t* attributes, Texts arguments, Texts environment),
              child, Path{path}, actions, attributes, arguments, environment);
FILE_FUNCTION(int, posix_spawn_file_actions_addopen,
              (posix_spawn_file_actions_t * actions, int fd, const char* path, int flags, mode_t mode), actions, fd,
              Path{path}, flags, mode);
FILE_FUNCTION(int, posix_spawn_file_actions_addchdir_np, (posix_spawn_file_actions_t * actions, const char* path),
              actions, Path{path});

// --- arguments one by one ------------------------------------------------------------------------------------------
// Makes `array` of the arguments from `first` to the NULL that ends them; `list` stands behind that NULL then. On the
// stack, since there may be no heap after fork().
#define TAKE_ARGUMENTS(list, first, array)                                                \
  size_t count = 0;                                                                       \
  va_list counted;                                                                        \
  va_start(counted, first);                                                               \
  for (const char* each = first; each != nullptr; each = va_arg(counted, char*)) ++count; \
  va_end(counted);                                                                        \
  char** array = static_cast<char**>(alloca((count + 1) * sizeof(char*)));                \
  va_start(list, first);                                                                  \
  array[0] = const_cast<char*>(first);                                                    \
  for (size_t index = 1; index <= count; ++index) array[index] = va_arg(list, char*)

FILE_REPLACES(int, execl, (const char* path, const char* first, ...));
int arkhost_file_execl(const char* path, const char* first, ...) {
  va_list list;
  TAKE_ARGUMENTS(list, first, arguments);
  va_end(list);
  return arkhost_file_execv(path, arguments);
}

FILE_REPLACES(int, execlp, (const char* path, const char* first, ...));
int arkhost_file_execlp(const char* path, const char* first, ...) {
  va_list list;
  TAKE_ARGUMENTS(list, first, arguments);
  va_end(list);
  return arkhost_file_execvp(path, arguments);
}

FILE_REPLACES(int, execle, (const char* path, const char* first, ...));
int arkhost_file_execle(const char* path, const char* first, ...) {
  va_list list;
  TAKE_ARGUMENTS(list, first, arguments);
  Texts environment = va_arg(list, Texts);
  va_end(list);
  return arkhost_file_execve(path, arguments, environment);
}
