// How a function of the C library is replaced: it is called on with the paths of this computer. The bridge replaces it
// for the libraries of a module; with ARKHOST_FILES_PRELOAD the functions take their places in a program by their
// names.
#ifndef ARKHOST_BRIDGE_FILES_FORWARD_H_
#define ARKHOST_BRIDGE_FILES_FORWARD_H_

#include <dlfcn.h>

#include <atomic>
#include <cerrno>
#include <tuple>
#include <type_traits>

#include "device_path.h"

namespace files {

#ifdef ARKHOST_FILES_PRELOAD

// The function behind the one of this library. Others may call before this library has started, so it is looked up when
// it is needed.
template <typename F>
class Real {
 public:
  constexpr explicit Real(const char* name) : name_(name) {}

  // Null when there is no such function.
  F* Get() const {
    F* known = address_.load(std::memory_order_relaxed);
    if (known != nullptr) return known;
    known = reinterpret_cast<F*>(dlsym(RTLD_NEXT, name_));
    address_.store(known, std::memory_order_relaxed);
    return known;
  }

 private:
  const char* name_;
  mutable std::atomic<F*> address_{nullptr};
};

#else

// The function of the C library behind a replacement. All are looked up when the bridge is loaded: some callers are
// signal handlers or children after fork(), where the linker must not be asked.
template <typename F>
class Real {
 public:
  explicit Real(const char* name) : address_(Find(name)) {}

  // Null when the C library does not have the function.
  F* Get() const { return address_; }

 private:
  static F* Find(const char* name) { return reinterpret_cast<F*>(dlsym(RTLD_DEFAULT, name)); }

  F* address_;
};

#endif

// A function that takes the place of one of the C library.
struct Replacement {
  Replacement(const char* function_name, void* function_address)
      : name(function_name), address(function_address), next(first) {
    first = this;
  }

  const char* name;
  void* address;
  const Replacement* next;

  // All of them, as a list.
  static inline const Replacement* first = nullptr;
};

// Marks an argument that is a path.
struct Path {
  const char* text;
};

template <typename T>
class Held {
 public:
  explicit Held(T value) : value_(value) {}
  T get() { return value_; }
  bool ok() const { return true; }

 private:
  T value_;
};

template <>
class Held<Path> : public HostPath {
 public:
  explicit Held(Path path) : HostPath(path.text) {}
};

template <typename T>
inline bool HasToChange(T) {
  return false;
}
inline bool HasToChange(Path path) {
  return IsDevicePath(path.text);
}

template <typename T>
inline T Plain(T value) {
  return value;
}
inline const char* Plain(Path path) {
  return path.text;
}

// What a function of the C library returns when it fails.
template <typename R>
R Failure(int error) {
  errno = error;
  if constexpr (std::is_pointer_v<R>) {
    return nullptr;
  } else {
    return R(-1);
  }
}

template <typename R, typename... P, typename... A>
[[gnu::noinline]] R ForwardChanged(R (*real)(P...), A... arguments) {
  std::tuple<Held<A>...> held(arguments...);
  return std::apply(
      [real](auto&... each) {
        if (!(each.ok() && ...)) return Failure<R>(ENAMETOOLONG);
        return real(each.get()...);
      },
      held);
}

// Calls on. What has no path of the device is left as a jump, without a frame of its own: dlopen() asks who called it.
template <typename R, typename... P, typename... A>
[[gnu::always_inline]] inline R Forward(R (*real)(P...), A... arguments) {
  if (real == nullptr) [[unlikely]]
    return Failure<R>(ENOSYS);
  if ((HasToChange(arguments) || ...)) [[unlikely]]
    return ForwardChanged(real, arguments...);
  return real(Plain(arguments)...);
}

}  // namespace files

#ifdef ARKHOST_FILES_PRELOAD

// Defines the function under the name of the C library's. What is found early is not looked for in a child after
// fork().
#define FILE_LINKAGE extern "C" __attribute__((visibility("default")))
#define FILE_REPLACES(result, name, parameters)                             \
  FILE_LINKAGE result arkhost_file_##name parameters __asm__(#name);        \
  constinit static const files::Real<result parameters> real_##name(#name); \
  [[maybe_unused]] static const bool found_##name = real_##name.Get() != nullptr

#else

// Declares what takes the place of `name`, for a body of its own that calls `real_<name>`.
#define FILE_LINKAGE static
#define FILE_REPLACES(result, name, parameters)             \
  static result arkhost_file_##name parameters;             \
  static files::Real<result parameters> real_##name(#name); \
  static const files::Replacement replacement_##name(#name, reinterpret_cast<void*>(&arkhost_file_##name))

#endif

// Replaces `name` by a call with the arguments that follow, of which those marked files::Path are paths.
#define FILE_FUNCTION(result, name, parameters, ...)       \
  FILE_REPLACES(result, name, parameters);                 \
  FILE_LINKAGE result arkhost_file_##name parameters {     \
    return files::Forward(real_##name.Get(), __VA_ARGS__); \
  }                                                        \
  static_assert(true, "takes the semicolon that follows")

#endif  // ARKHOST_BRIDGE_FILES_FORWARD_H_
