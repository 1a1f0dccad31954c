#include "shared_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace bridge {
namespace {

[[noreturn]] void Refuse(Napi::Env env, const std::string& path, int error) {
  throw Napi::Error::New(env, "cannot share memory by " + path + ": " + strerror(error));
}

// shareMemory(path, bytes): makes the file, filled with zeros, and returns an ArrayBuffer over its contents. What is
// written there survives this process, however it ends. Stays mapped as long as the process lives.
Napi::Value ShareMemory(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  const auto size = static_cast<size_t>(info[1].As<Napi::Number>().Int64Value());
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) Refuse(info.Env(), path, errno);
  // Space is taken now: later, a full disk would end the process by SIGBUS.
  int error = posix_fallocate(file, 0, static_cast<off_t>(size));
  void* memory = MAP_FAILED;
  if (error == 0) {
    memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) error = errno;
  }
  close(file);
  if (error != 0) Refuse(info.Env(), path, error);
  return Napi::ArrayBuffer::New(info.Env(), memory, size);
}

}  // namespace

void AddSharedMemory(Napi::Env env, Napi::Object exports) {
  exports.Set("shareMemory", Napi::Function::New(env, ShareMemory, "shareMemory"));
}

}  // namespace bridge
