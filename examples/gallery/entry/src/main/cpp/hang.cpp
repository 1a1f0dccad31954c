// Ways in which native code never returns.
#include <condition_variable>
#include <mutex>
#include <thread>

#include <unistd.h>

#include "faults.h"
#include "vm.h"

namespace {

void NativeLoop() {
  volatile unsigned turns = 0;
  while (true) turns = turns + 1;
}

std::mutex first;
std::mutex second;

void LockBoth(std::mutex& one, std::mutex& other) {
  const std::lock_guard<std::mutex> holdOne(one);
  usleep(50000);
  const std::lock_guard<std::mutex> holdOther(other);
}

void Deadlock() {
  std::thread worker([] { LockBoth(second, first); });
  LockBoth(first, second);
  worker.join();
}

void WaitForNobody() {
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock<std::mutex> lock(mutex);
  condition.wait(lock, [] { return false; });
}

void Sleep() {
  sleep(3600);
}

void JsvmLoop() {
  Vm vm;
  Scopes scopes(vm);
  RunScript(vm, "for (;;) {}");
}

}  // namespace

const Fault kHangs[] = {
    {"nativeLoop", NativeLoop}, {"deadlock", Deadlock}, {"waitForNobody", WaitForNobody},
    {"sleep", Sleep},           {"jsvmLoop", JsvmLoop}, {nullptr, nullptr},
};
