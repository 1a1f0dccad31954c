#include "children.h"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <cstdlib>

#include "crash_handler.h"
#include "last_exit.h"

namespace bridge {

namespace {

void InChild() {
  RemoveCrashHandler();
  // exit() would go on into the engine, whose threads are not here.
  EndBeforeEngine();
}

}  // namespace

void ReleaseChildren() {
  // The engine marks everything that it inherits as its own, and a program that is started would find its output
  // closed.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const int flags = fcntl(stream, F_GETFD);
    if (flags >= 0) fcntl(stream, F_SETFD, flags & ~FD_CLOEXEC);
  }
  pthread_atfork(nullptr, nullptr, InChild);
}

}  // namespace bridge
