// What the handles of librawfile.z.so hold.
#ifndef ARKHOST_RAWFILE_MANAGER_H_
#define ARKHOST_RAWFILE_MANAGER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "rawfile/raw_file_manager.h"

struct NativeResourceManager {
  // The folders `resources/rawfile` of the module and its tests, in the order in which they are searched.
  std::vector<std::string> folders;
};

// An open file of either kind. Reading moves the place although the API calls the file const.
struct RawFile64 {
  int fd;
  int64_t size;
  mutable int64_t offset;
};

struct RawFile {
  RawFile64 file;
};

struct RawDir {
  std::vector<std::string> names;
};

namespace rawfile {

// Opens a file by its path below `resources/rawfile`. False when there is none.
bool Open(const NativeResourceManager* manager, const char* name, RawFile64* out);

}  // namespace rawfile

#endif  // ARKHOST_RAWFILE_MANAGER_H_
