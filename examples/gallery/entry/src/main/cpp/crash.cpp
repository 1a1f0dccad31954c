// Ways in which native code ends its process.
#include <csignal>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <thread>

#include <unistd.h>

#include "faults.h"
#include "hilog/log.h"

namespace {

struct Account {
  int number;
  int balance;
};

void NullDereference() {
  Account* volatile missing = nullptr;
  missing->balance = 1;
}

void Abort() {
  OH_LOG_Print(LOG_APP, LOG_ERROR, 0x3200, "Gallery", "the last words before abort()");
  abort();
}

int Deeper(int depth) {
  volatile char room[1024];
  room[0] = static_cast<char>(depth);
  return Deeper(depth + 1) + room[0];
}

void StackOverflow() {
  Deeper(0);
}

void DoubleFree() {
  char* block = static_cast<char*>(malloc(4000));
  free(block);
  free(block);
}

void UncaughtException() {
  throw std::runtime_error("nobody catches this");
}

void OutOfMemory() {
  const size_t tooMuch = static_cast<size_t>(1) << 60;
  char* volatile block = new char[tooMuch];
  block[0] = 1;
}

void ExitZero() {
  exit(0);
}

void ExitAtOnce() {
  _exit(3);
}

class Shape {
 public:
  Shape() { Describe(); }
  virtual ~Shape() = default;
  void Describe() { Area(); }
  virtual double Area() = 0;
};

class Square : public Shape {
 public:
  double Area() override { return 1; }
};

void PureVirtual() {
  Square square;
}

void DivideByZero() {
  // Compilers know what 1 by something is without dividing.
  volatile int many = 100;
  volatile int zero = 0;
  volatile int result = many / zero;
  (void)result;
}

void CrashOnThread() {
  std::thread worker(NullDereference);
  worker.join();
}

void KillItself() {
  kill(getpid(), SIGTERM);
  sleep(10);
}

}  // namespace

const Fault kCrashes[] = {
    {"nullDereference", NullDereference},
    {"abort", Abort},
    {"stackOverflow", StackOverflow},
    {"doubleFree", DoubleFree},
    {"uncaughtException", UncaughtException},
    {"outOfMemory", OutOfMemory},
    {"exitZero", ExitZero},
    {"exitAtOnce", ExitAtOnce},
    {"pureVirtual", PureVirtual},
    {"divideByZero", DivideByZero},
    {"crashOnThread", CrashOnThread},
    {"killItself", KillItself},
    {nullptr, nullptr},
};
