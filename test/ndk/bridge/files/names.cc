// Functions that give paths: the caller gets those of the device.
#include <sys/types.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "forward.h"

using files::Failure;
using files::HostPath;
using files::IsDevicePath;
using files::Path;
using files::ToDevice;

// --- the real path -------------------------------------------------------------------------------------------------
FILE_REPLACES(char*, realpath, (const char* path, char* resolved));
char* arkhost_file_realpath(const char* path, char* resolved) {
  return ToDevice(files::Forward(real_realpath.Get(), Path{path}, resolved));
}

// What _FORTIFY_SOURCE makes of it.
FILE_REPLACES(char*, __realpath_chk, (const char* path, char* resolved, size_t size));
char* arkhost_file___realpath_chk(const char* path, char* resolved, size_t size) {
  return ToDevice(files::Forward(real___realpath_chk.Get(), Path{path}, resolved, size));
}

FILE_REPLACES(char*, canonicalize_file_name, (const char* path));
char* arkhost_file_canonicalize_file_name(const char* path) {
  return ToDevice(files::Forward(real_canonicalize_file_name.Get(), Path{path}));
}

// --- the folder of the process -------------------------------------------------------------------------------------
FILE_REPLACES(char*, getcwd, (char* buffer, size_t size));

// Null, with errno set, when there is no room for it.
static char* CurrentFolder(char* buffer, size_t size) {
  auto* real = real_getcwd.Get();
  char text[PATH_MAX];
  if (files::RootLength() == 0 || real(text, sizeof(text)) == nullptr) return real(buffer, size);
  const size_t length = std::strlen(text);
  const size_t known = ToDevice(text, length);
  if (known == length) return real(buffer, size);
  text[known] = '\0';
  if (buffer == nullptr && size == 0) return strdup(text);
  if (known >= size) return Failure<char*>(size == 0 ? EINVAL : ERANGE);
  if (buffer == nullptr) buffer = static_cast<char*>(std::malloc(size));
  if (buffer != nullptr) std::memcpy(buffer, text, known + 1);
  return buffer;
}

char* arkhost_file_getcwd(char* buffer, size_t size) {
  return CurrentFolder(buffer, size);
}

FILE_REPLACES(char*, __getcwd_chk, (char* buffer, size_t size, size_t room));
char* arkhost_file___getcwd_chk(char* buffer, size_t size, size_t room) {
  // Too small a buffer ends the process with the C library's own message.
  return size > room ? real___getcwd_chk.Get()(buffer, size, room) : CurrentFolder(buffer, size);
}

FILE_REPLACES(char*, get_current_dir_name, ());
char* arkhost_file_get_current_dir_name() {
  return ToDevice(real_get_current_dir_name.Get()());
}

// --- what a link says ----------------------------------------------------------------------------------------------
FILE_REPLACES(ssize_t, readlinkat, (int folder, const char* path, char* buffer, size_t size));

static ssize_t ReadLink(int folder, const char* path, char* buffer, size_t size) {
  auto* real = real_readlinkat.Get();
  if (files::RootLength() == 0 || size == 0) return files::Forward(real, folder, Path{path}, buffer, size);
  // The path of this computer may need more room than the device's.
  char text[PATH_MAX];
  const ssize_t length = files::Forward(real, folder, Path{path}, text, sizeof(text));
  if (length < 0) return length;
  const size_t known = std::min(ToDevice(text, static_cast<size_t>(length)), size);
  std::memcpy(buffer, text, known);
  return static_cast<ssize_t>(known);
}

ssize_t arkhost_file_readlinkat(int folder, const char* path, char* buffer, size_t size) {
  return ReadLink(folder, path, buffer, size);
}

FILE_REPLACES(ssize_t, readlink, (const char* path, char* buffer, size_t size));
ssize_t arkhost_file_readlink(const char* path, char* buffer, size_t size) {
  constexpr int kCurrentFolder = -100;
  return ReadLink(kCurrentFolder, path, buffer, size);
}

FILE_REPLACES(ssize_t, __readlink_chk, (const char* path, char* buffer, size_t size, size_t room));
ssize_t arkhost_file___readlink_chk(const char* path, char* buffer, size_t size, size_t room) {
  if (size > room) return real___readlink_chk.Get()(path, buffer, size, room);
  return arkhost_file_readlink(path, buffer, size);
}

FILE_REPLACES(ssize_t, __readlinkat_chk, (int folder, const char* path, char* buffer, size_t size, size_t room));
ssize_t arkhost_file___readlinkat_chk(int folder, const char* path, char* buffer, size_t size, size_t room) {
  if (size > room) return real___readlinkat_chk.Get()(folder, path, buffer, size, room);
  return ReadLink(folder, path, buffer, size);
}

// --- names that are made up ----------------------------------------------------------------------------------------
// Calls `real` with the path of this computer, and copies what it wrote at the end of the template back.
template <typename R, typename... P, typename... A>
static R FillTemplate(R (*real)(char*, P...), char* path, A... rest) {
  if (!IsDevicePath(path)) return real(path, rest...);
  HostPath host(path);
  if (!host.ok()) return Failure<R>(ENAMETOOLONG);
  const R result = real(host.text(), rest...);
  std::memcpy(path, host.text() + files::RootLength(), std::strlen(path));
  return result;
}

#define FILE_TEMPLATE(name)                       \
  FILE_REPLACES(int, name, (char* path));         \
  int arkhost_file_##name(char* path) {           \
    return FillTemplate(real_##name.Get(), path); \
  }                                               \
  static_assert(true, "takes the semicolon that follows")
#define FILE_TEMPLATE_1(name)                            \
  FILE_REPLACES(int, name, (char* path, int first));     \
  int arkhost_file_##name(char* path, int first) {       \
    return FillTemplate(real_##name.Get(), path, first); \
  }                                                      \
  static_assert(true, "takes the semicolon that follows")
#define FILE_TEMPLATE_2(name)                                    \
  FILE_REPLACES(int, name, (char* path, int first, int second)); \
  int arkhost_file_##name(char* path, int first, int second) {   \
    return FillTemplate(real_##name.Get(), path, first, second); \
  }                                                              \
  static_assert(true, "takes the semicolon that follows")

FILE_TEMPLATE(mkstemp);
FILE_TEMPLATE(mkstemp64);
FILE_TEMPLATE_1(mkostemp);
FILE_TEMPLATE_1(mkostemp64);
FILE_TEMPLATE_1(mkstemps);
FILE_TEMPLATE_1(mkstemps64);
FILE_TEMPLATE_2(mkostemps);
FILE_TEMPLATE_2(mkostemps64);

FILE_REPLACES(char*, mkdtemp, (char* path));
char* arkhost_file_mkdtemp(char* path) {
  // The result is the template, or null.
  return FillTemplate(real_mkdtemp.Get(), path) == nullptr ? nullptr : path;
}

FILE_REPLACES(char*, mktemp, (char* path));
char* arkhost_file_mktemp(char* path) {
  auto* real = real_mktemp.Get();
  if (!IsDevicePath(path)) return real(path);
  HostPath host(path);
  if (!host.ok()) return Failure<char*>(ENAMETOOLONG);
  // An empty text says that there is no such name.
  if (*real(host.text()) == '\0') {
    *path = '\0';
  } else {
    std::memcpy(path, host.text() + files::RootLength(), std::strlen(path));
  }
  return path;
}
