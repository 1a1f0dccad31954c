// Paths of a device, and where they stand on this computer.
#ifndef ARKHOST_BRIDGE_FILES_DEVICE_PATH_H_
#define ARKHOST_BRIDGE_FILES_DEVICE_PATH_H_

#include <climits>
#include <cstddef>

namespace files {

// What the application sees as its storage: `/data`, `/data/storage` and what is below that one. The rest of `/data` is
// this computer's: projects may stand there.
inline bool LooksLikeDevicePath(const char* path) {
  if (path == nullptr || path[0] != '/' || path[1] != 'd' || path[2] != 'a' || path[3] != 't' || path[4] != 'a') {
    return false;
  }
  const char* rest = path + 5;
  while (*rest == '/') ++rest;
  if (*rest == '\0') return true;
  constexpr char kStorage[] = "storage";
  for (size_t index = 0; index + 1 < sizeof(kStorage); ++index) {
    if (rest[index] != kStorage[index]) return false;
  }
  rest += sizeof(kStorage) - 1;
  return path[5] == '/' && (*rest == '/' || *rest == '\0');
}

// The folder that stands for `/` of the device. Empty until it is known; then every path is this computer's.
void SetRoot(const char* folder);
// Its length; 0 when there is none.
size_t RootLength();

// True for a path that has to be replaced.
inline bool IsDevicePath(const char* path) {
  return LooksLikeDevicePath(path) && RootLength() != 0;
}

// The file of this computer behind a path of the device. It lives as long as the object.
class HostPath {
 public:
  explicit HostPath(const char* path);
  // The path given when it is none of the device.
  const char* get() const { return path_; }
  // False when the path is longer than the system allows.
  bool ok() const { return path_ != text_ || text_[0] != '\0'; }
  char* text() { return text_; }

 private:
  const char* path_;
  char text_[PATH_MAX];
};

// Turns a path of this computer below the root into the one that the application knows, in place; it becomes shorter.
// `length` is that of the text, which need not end with NUL. Returns the new length.
size_t ToDevice(char* text, size_t length);

// The same for a text that ends with NUL. NULL stays NULL.
char* ToDevice(char* text);

}  // namespace files

#endif  // ARKHOST_BRIDGE_FILES_DEVICE_PATH_H_
