// What a function of libuv.so does when it is reached: then the program is not the engine.
#ifndef ARKHOST_UV_MISSING_H_
#define ARKHOST_UV_MISSING_H_

#include <unistd.h>

#include <cstdlib>
#include <cstring>

[[noreturn]] inline void EndWithoutEngine(const char* function) {
  constexpr char kText[] = ": libuv is the engine's, and this program is not the engine\n";
  // Nothing else is known of the program; write() needs nothing.
  if (write(STDERR_FILENO, function, std::strlen(function)) < 0 || write(STDERR_FILENO, kText, sizeof(kText) - 1) < 0) {
    std::_Exit(EXIT_FAILURE);
  }
  std::abort();
}

#define UV_MISSING(name)                                          \
  extern "C" __attribute__((visibility("default"))) void name() { \
    EndWithoutEngine(#name);                                      \
  }

#endif  // ARKHOST_UV_MISSING_H_
