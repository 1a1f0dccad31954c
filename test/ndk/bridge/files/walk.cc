// Functions that walk through folders and hand paths to the caller: those of the device.
#include <dirent.h>
#include <ftw.h>
#include <glob.h>
#include <sys/stat.h>

#include <cstring>

#include "forward.h"

using files::IsDevicePath;
using files::Path;

// --- glob ----------------------------------------------------------------------------------------------------------
// The C library lets the caller of glob() open folders: ours know the device's paths, so that results are such paths.
static void* OpenFolder(const char* path) {
  return opendir(files::HostPath(path).get());
}
static int Status(const char* path, struct stat* out) {
  return stat(files::HostPath(path).get(), out);
}
static int LinkStatus(const char* path, struct stat* out) {
  return lstat(files::HostPath(path).get(), out);
}

using GlobError = int(const char* path, int error);

template <typename F>
static int Glob(F* real, const char* pattern, int flags, GlobError* onError, glob_t* found) {
  // The part before the first wildcard has to tell; a caller that opens folders itself is left alone.
  if (!IsDevicePath(pattern) || (flags & GLOB_ALTDIRFUNC) != 0) return real(pattern, flags, onError, found);
  found->gl_opendir = OpenFolder;
  found->gl_readdir = [](void* folder) { return readdir(static_cast<DIR*>(folder)); };
  found->gl_closedir = [](void* folder) { closedir(static_cast<DIR*>(folder)); };
  found->gl_stat = Status;
  found->gl_lstat = LinkStatus;
  return real(pattern, flags | GLOB_ALTDIRFUNC, onError, found);
}

FILE_REPLACES(int, glob, (const char* pattern, int flags, GlobError* onError, glob_t* found));
int arkhost_file_glob(const char* pattern, int flags, GlobError* onError, glob_t* found) {
  return Glob(real_glob.Get(), pattern, flags, onError, found);
}

// The same function: files are as large with the plain types here.
FILE_REPLACES(int, glob64, (const char* pattern, int flags, GlobError* onError, glob_t* found));
int arkhost_file_glob64(const char* pattern, int flags, GlobError* onError, glob_t* found) {
  return Glob(real_glob64.Get(), pattern, flags, onError, found);
}

// --- ftw and nftw --------------------------------------------------------------------------------------------------
using FtwVisit = int(const char* path, const struct stat* status, int kind);
using NftwVisit = int(const char* path, const struct stat* status, int kind, FTW* place);

// The caller's function, of the walk that this thread is in; a function may walk itself.
static thread_local FtwVisit* ftw_visit = nullptr;
static thread_local NftwVisit* nftw_visit = nullptr;

// Sets a variable until the end of the scope.
template <typename T>
class Temporarily {
 public:
  Temporarily(T& variable, T value) : variable_(variable), before_(variable) { variable = value; }
  ~Temporarily() { variable_ = before_; }
  Temporarily(const Temporarily&) = delete;
  Temporarily& operator=(const Temporarily&) = delete;

 private:
  T& variable_;
  T before_;
};

// The device's path of a file that the walk found.
class Known {
 public:
  explicit Known(const char* path) {
    const size_t length = strnlen(path, sizeof(text_) - 1);
    std::memcpy(text_, path, length);
    const size_t known = files::ToDevice(text_, length);
    text_[known] = '\0';
    shorter_ = static_cast<int>(length - known);
  }
  const char* path() const { return text_; }
  // How much shorter it is than the path of this computer.
  int shorter() const { return shorter_; }

 private:
  char text_[PATH_MAX];
  int shorter_;
};

template <typename F>
static int WalkPlainly(F* real, const char* path, FtwVisit* visit, int folders) {
  if (!IsDevicePath(path)) return real(path, visit, folders);
  const Temporarily<FtwVisit*> now(ftw_visit, visit);
  FtwVisit* translate = [](const char* each, const struct stat* status, int kind) {
    return ftw_visit(Known(each).path(), status, kind);
  };
  return files::Forward(real, Path{path}, translate, folders);
}

template <typename F>
static int Walk(F* real, const char* path, NftwVisit* visit, int folders, int flags) {
  if (!IsDevicePath(path)) return real(path, visit, folders, flags);
  const Temporarily<NftwVisit*> now(nftw_visit, visit);
  NftwVisit* translate = [](const char* each, const struct stat* status, int kind, FTW* place) {
    const Known known(each);
    FTW moved{.base = place->base - known.shorter(), .level = place->level};
    return nftw_visit(known.path(), status, kind, &moved);
  };
  return files::Forward(real, Path{path}, translate, folders, flags);
}

FILE_REPLACES(int, ftw, (const char* path, FtwVisit* visit, int folders));
int arkhost_file_ftw(const char* path, FtwVisit* visit, int folders) {
  return WalkPlainly(real_ftw.Get(), path, visit, folders);
}
FILE_REPLACES(int, ftw64, (const char* path, FtwVisit* visit, int folders));
int arkhost_file_ftw64(const char* path, FtwVisit* visit, int folders) {
  return WalkPlainly(real_ftw64.Get(), path, visit, folders);
}
FILE_REPLACES(int, nftw, (const char* path, NftwVisit* visit, int folders, int flags));
int arkhost_file_nftw(const char* path, NftwVisit* visit, int folders, int flags) {
  return Walk(real_nftw.Get(), path, visit, folders, flags);
}
FILE_REPLACES(int, nftw64, (const char* path, NftwVisit* visit, int folders, int flags));
int arkhost_file_nftw64(const char* path, NftwVisit* visit, int folders, int flags) {
  return Walk(real_nftw64.Get(), path, visit, folders, flags);
}
