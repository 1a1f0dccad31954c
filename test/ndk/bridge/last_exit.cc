#include "last_exit.h"

#include <node.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

// Of LeakSanitizer, which looks for leaks when the process ends.
extern "C" __attribute__((weak)) void __lsan_do_leak_check();

namespace bridge {

namespace {

void EndNow(int status, void*) {
  fflush(nullptr);
  if (__lsan_do_leak_check != nullptr) __lsan_do_leak_check();
  _exit(status);
}

void EndChildNow(int status, void*) {
  fflush(nullptr);
  _exit(status);
}

}  // namespace

void EndBeforeEngine() {
  on_exit(EndChildNow, nullptr);
}

void EndWithEngine() {
  static bool added = false;
  if (added) return;
  added = true;
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  const v8::HandleScope handles(isolate);
  // The handler that is registered last runs first, ahead of the static destructors of every library loaded so far.
  node::AtExit(
      node::GetCurrentEnvironment(isolate->GetCurrentContext()), [](void*) { on_exit(EndNow, nullptr); }, nullptr);
}

}  // namespace bridge
