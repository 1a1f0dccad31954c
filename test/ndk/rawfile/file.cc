// Reading an open file. The functions of 32 bits are those of 64 bits on the same file.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>

#include "manager.h"

namespace {

const RawFile64* Wide(const RawFile* file) {
  return file == nullptr ? nullptr : &file->file;
}

// Opens the file anew: its owner closes the descriptor, and moving in it must not move in ours.
int OpenAgain(const RawFile64* file) {
  const std::string path = "/proc/self/fd/" + std::to_string(file->fd);
  return open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

bool Close(int fd) {
  return fd >= 0 && close(fd) == 0;
}

}  // namespace

int64_t OH_ResourceManager_ReadRawFile64(const RawFile64* rawFile, void* buf, int64_t length) {
  if (rawFile == nullptr || buf == nullptr || length <= 0) return 0;
  const int64_t wanted = std::min(length, rawFile->size - rawFile->offset);
  int64_t done = 0;
  while (done < wanted) {
    const ssize_t count =
        pread(rawFile->fd, static_cast<char*>(buf) + done, static_cast<size_t>(wanted - done), rawFile->offset + done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    done += count;
  }
  rawFile->offset += done;
  return done;
}

int OH_ResourceManager_SeekRawFile64(const RawFile64* rawFile, int64_t offset, int whence) {
  if (rawFile == nullptr) return -1;
  int64_t from = 0;
  switch (whence) {
    case SEEK_SET:
      break;
    case SEEK_CUR:
      from = rawFile->offset;
      break;
    case SEEK_END:
      from = rawFile->size;
      break;
    default:
      return -1;
  }
  int64_t place = 0;
  if (__builtin_add_overflow(from, offset, &place) || place < 0 || place > rawFile->size) return -1;
  rawFile->offset = place;
  return 0;
}

int64_t OH_ResourceManager_GetRawFileSize64(RawFile64* rawFile) {
  return rawFile == nullptr ? 0 : rawFile->size;
}

int64_t OH_ResourceManager_GetRawFileRemainingLength64(const RawFile64* rawFile) {
  return rawFile == nullptr ? 0 : rawFile->size - rawFile->offset;
}

int64_t OH_ResourceManager_GetRawFileOffset64(const RawFile64* rawFile) {
  return rawFile == nullptr ? 0 : rawFile->offset;
}

void OH_ResourceManager_CloseRawFile64(RawFile64* rawFile) {
  if (rawFile == nullptr) return;
  Close(rawFile->fd);
  delete rawFile;
}

bool OH_ResourceManager_GetRawFileDescriptor64(const RawFile64* rawFile, RawFileDescriptor64* descriptor) {
  if (rawFile == nullptr || descriptor == nullptr) return false;
  const int fd = OpenAgain(rawFile);
  if (fd < 0) return false;
  *descriptor = {.fd = fd, .start = 0, .length = rawFile->size};
  return true;
}

bool OH_ResourceManager_ReleaseRawFileDescriptor64(const RawFileDescriptor64* descriptor) {
  return descriptor != nullptr && Close(descriptor->fd);
}

int OH_ResourceManager_ReadRawFile(const RawFile* rawFile, void* buf, size_t length) {
  const auto most = static_cast<int64_t>(std::min<size_t>(length, INT_MAX));
  return static_cast<int>(OH_ResourceManager_ReadRawFile64(Wide(rawFile), buf, most));
}

int OH_ResourceManager_SeekRawFile(const RawFile* rawFile, long offset, int whence) {
  return OH_ResourceManager_SeekRawFile64(Wide(rawFile), offset, whence);
}

long OH_ResourceManager_GetRawFileSize(RawFile* rawFile) {
  return rawFile == nullptr ? 0 : rawFile->file.size;
}

long OH_ResourceManager_GetRawFileRemainingLength(const RawFile* rawFile) {
  return OH_ResourceManager_GetRawFileRemainingLength64(Wide(rawFile));
}

long OH_ResourceManager_GetRawFileOffset(const RawFile* rawFile) {
  return OH_ResourceManager_GetRawFileOffset64(Wide(rawFile));
}

void OH_ResourceManager_CloseRawFile(RawFile* rawFile) {
  if (rawFile == nullptr) return;
  Close(rawFile->file.fd);
  delete rawFile;
}

bool OH_ResourceManager_GetRawFileDescriptorData(const RawFile* rawFile, RawFileDescriptor* descriptor) {
  RawFileDescriptor64 wide;
  if (descriptor == nullptr || !OH_ResourceManager_GetRawFileDescriptor64(Wide(rawFile), &wide)) return false;
  *descriptor = {.fd = wide.fd, .start = wide.start, .length = wide.length};
  return true;
}

bool OH_ResourceManager_ReleaseRawFileDescriptorData(const RawFileDescriptor* descriptor) {
  return descriptor != nullptr && Close(descriptor->fd);
}

bool OH_ResourceManager_GetRawFileDescriptor(const RawFile* rawFile, RawFileDescriptor& descriptor) {
  return OH_ResourceManager_GetRawFileDescriptorData(rawFile, &descriptor);
}

bool OH_ResourceManager_ReleaseRawFileDescriptor(const RawFileDescriptor& descriptor) {
  return OH_ResourceManager_ReleaseRawFileDescriptorData(&descriptor);
}
