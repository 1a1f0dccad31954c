// What every measured operation needs: the table it is listed in, the clock, and the loop that times it.
#ifndef ARKHOST_BENCH_BENCH_H_
#define ARKHOST_BENCH_BENCH_H_

#include <node.h>
#include <node_api.h>
#include <v8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "ark_runtime/jsvm.h"

namespace bench {

// An operation as each side does it. A side runs it `count` times and returns the nanoseconds that took; nullptr where
// a side has no such operation.
struct Operation {
  const char* group;
  const char* name;
  double (*jsvm)(JSVM_Env env, uint64_t count);
  double (*napi)(napi_env env, uint64_t count);
  double (*v8)(v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count);
  // Begun with no isolate entered but the engine's own: for the life of VMs. `env` is NULL then, `context` empty.
  bool outside = false;
};

// All operations, in the order in which they were listed.
std::vector<Operation>& Operations();

// Lists the operations of a file.
struct Listed {
  Listed(std::initializer_list<Operation> operations) {
    Operations().insert(Operations().end(), operations.begin(), operations.end());
  }
};

// Processor time of the calling thread, or of the whole process, in nanoseconds. Time that other programs take from a
// busy computer is not in it.
enum class Clock { kThread, kProcess };
double Now(Clock clock);

// Ends the process when a call failed: a benchmark of failing calls would look quick.
[[noreturn]] void Failed(const char* call, int status);

// Times `count` calls of `body`. The handles that they make are dropped every 128 calls, on all sides in the same way.
template <typename Body>
double Time(uint64_t count, Body&& body) {
  constexpr uint64_t kStretch = 128;
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  double begin = Now(Clock::kThread);
  while (count > 0) {
    v8::HandleScope handles(isolate);
    uint64_t stretch = std::min(count, kStretch);
    for (uint64_t i = 0; i < stretch; ++i) body();
    count -= stretch;
  }
  return Now(Clock::kThread) - begin;
}

// Times `count` turns of a loop in JS around a global function of the current context: `call` is the text of the call,
// such as "callee(1, 2, 3)". The loop is compiled once for each text, so that it is optimised machine code after a
// while.
double TimeInJs(const char* function, const std::string& call, uint64_t count);

// Runs a script in the current context.
v8::Local<v8::Value> Evaluate(const std::string& source);

}  // namespace bench

// Calls a function of one of the APIs and looks at its status, which is 0 for success in both.
#define BENCH_OK(call)                                                             \
  do {                                                                             \
    if (int bench_status = static_cast<int>(call); bench_status != 0) [[unlikely]] \
      bench::Failed(#call, bench_status);                                          \
  } while (false)

#endif  // ARKHOST_BENCH_BENCH_H_
