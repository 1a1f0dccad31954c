#include "file_calls.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace bridge {
namespace {

template <typename T>
Napi::Value Result(Napi::Env env, T value) {
  return Napi::Number::New(env, value < 0 ? -static_cast<double>(errno) : static_cast<double>(value));
}

int FdOf(const Napi::Value& value) {
  return value.As<Napi::Number>().Int32Value();
}

// duplicate(fd): another descriptor of the same open file, with one place in it for both.
Napi::Value Duplicate(const Napi::CallbackInfo& info) {
  return Result(info.Env(), fcntl(FdOf(info[0]), F_DUPFD_CLOEXEC, 0));
}

// seek(fd, offset, whence): the new place.
Napi::Value Seek(const Napi::CallbackInfo& info) {
  const off_t offset = info[1].As<Napi::Number>().Int64Value();
  return Result(info.Env(), lseek(FdOf(info[0]), offset, FdOf(info[2])));
}

// lock(fd, kind): `shared`, `exclusive` or `none`; never waits.
Napi::Value Lock(const Napi::CallbackInfo& info) {
  const std::string kind = info[1].As<Napi::String>();
  const int operation = kind == "shared" ? LOCK_SH : kind == "exclusive" ? LOCK_EX : LOCK_UN;
  return Result(info.Env(), flock(FdOf(info[0]), operation | LOCK_NB));
}

// setAttribute(path, name, text)
Napi::Value SetAttribute(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  const std::string name = info[1].As<Napi::String>();
  const std::string text = info[2].As<Napi::String>();
  return Result(info.Env(), setxattr(path.c_str(), name.c_str(), text.data(), text.size(), 0));
}

// getAttribute(path, name): the text.
Napi::Value GetAttribute(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  const std::string name = info[1].As<Napi::String>();
  const ssize_t size = getxattr(path.c_str(), name.c_str(), nullptr, 0);
  if (size < 0) return Result(info.Env(), size);
  std::string text(static_cast<size_t>(size), '\0');
  const ssize_t length = getxattr(path.c_str(), name.c_str(), text.data(), text.size());
  if (length < 0) return Result(info.Env(), length);
  text.resize(static_cast<size_t>(length));
  return Napi::String::New(info.Env(), text);
}

}  // namespace

void AddFileCalls(Napi::Env env, Napi::Object exports) {
  auto files = Napi::Object::New(env);
  files.Set("duplicate", Napi::Function::New(env, Duplicate, "duplicate"));
  files.Set("seek", Napi::Function::New(env, Seek, "seek"));
  files.Set("lock", Napi::Function::New(env, Lock, "lock"));
  files.Set("setAttribute", Napi::Function::New(env, SetAttribute, "setAttribute"));
  files.Set("getAttribute", Napi::Function::New(env, GetAttribute, "getAttribute"));
  files.Set("watch", Napi::Function::New(env, WatchFile, "watch"));
  exports.Set("files", files);
}

}  // namespace bridge
