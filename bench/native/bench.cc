#include "bench.h"

#include <ctime>

namespace bench {

std::vector<Operation>& Operations() {
  static std::vector<Operation> operations;
  return operations;
}

double Now(Clock clock) {
  timespec now;
  clock_gettime(clock == Clock::kThread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

void Failed(const char* call, int status) {
  std::fprintf(stderr, "bench: %s returned status %d\n", call, status);
  std::_Exit(1);
}

v8::Local<v8::Value> Evaluate(const std::string& source) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  v8::EscapableHandleScope handles(isolate);
  v8::Local<v8::Context> context = isolate->GetCurrentContext();
  v8::Local<v8::String> text = v8::String::NewFromUtf8(isolate, source.c_str()).ToLocalChecked();
  v8::Local<v8::Script> script = v8::Script::Compile(context, text).ToLocalChecked();
  return handles.Escape(script->Run(context).ToLocalChecked());
}

double TimeInJs(const char* function, const std::string& call, uint64_t count) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  v8::HandleScope handles(isolate);
  v8::Local<v8::Context> context = isolate->GetCurrentContext();
  std::string name = std::string("loop ") + function + " " + call;
  v8::Local<v8::String> key = v8::String::NewFromUtf8(isolate, name.c_str()).ToLocalChecked();
  v8::Local<v8::Value> loop = context->Global()->Get(context, key).ToLocalChecked();
  if (!loop->IsFunction()) {
    loop = Evaluate("((callee) => (n) => { for (let i = 0; i < n; i++) " + call + "; })(" + function + ")");
    context->Global()->Set(context, key, loop).Check();
  }
  v8::Local<v8::Value> turns = v8::Number::New(isolate, static_cast<double>(count));
  double begin = Now(Clock::kThread);
  loop.As<v8::Function>()->Call(context, context->Global(), 1, &turns).ToLocalChecked();
  return Now(Clock::kThread) - begin;
}

}  // namespace bench
