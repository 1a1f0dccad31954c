#include "crash_handler.h"

#include <execinfo.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/prctl.h>
#include <ucontext.h>
#include <unistd.h>
#include <v8-isolate.h>
#include <v8-local-handle.h>
#include <v8-message.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <sstream>
#include <string>
#include <string_view>

#include "call_log.h"
#include "children.h"
#include "last_exit.h"
#include "stack_line.h"

// Exported by the engine; its header is not among those the engine package ships.
namespace v8 {
bool TryHandleWebAssemblyTrapPosix(int signal, siginfo_t* info, void* context);
}

namespace bridge {

namespace {

constexpr int kFatalSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
constexpr int kAskSignal = SIGUSR2;
// A handler that itself hangs (a lock held by the code that crashed) must not keep the process.
constexpr unsigned kHandlerSeconds = 5;
constexpr size_t kSignalStackSize = 256 * 1024;

int report_fd = -1;
pthread_t main_thread;
const void* main_thread_id = nullptr;
v8::Isolate* main_isolate = nullptr;
std::atomic<bool> dying{false};

// What a hanging main thread said about itself.
sem_t asked;
sem_t answered;
RawStack hang_stack;
std::atomic<bool> located{false};
std::atomic<v8::Isolate*> hang_isolate{nullptr};
// The main thread is asked a second time, for its script frames.
std::atomic<bool> wants_script{false};
// How long script may take to serve an interrupt; native code never does.
constexpr unsigned kInterruptMicroseconds = 200'000;

// Lines are built here and not on a thread's stack, which may be exhausted. One is alive at a time.
alignas(StackLine) char line_memory[sizeof(StackLine)];

StackLine* NewLine(std::string_view reason) {
  return new (line_memory) StackLine(reason);
}

// A line with the native stack and the last calls of a thread.
StackLine* NewLine(std::string_view reason, const void* thread) {
  StackLine* line = NewLine(reason);
  CallList calls;
  LastCalls(thread, &calls);
  line->AddCalls(calls);
  return line;
}

// The instruction that a signal interrupted.
const void* Interrupted(const void* context) {
  const mcontext_t& machine = static_cast<const ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
  return reinterpret_cast<const void*>(machine.gregs[REG_RIP]);
#elif defined(__aarch64__)
  return reinterpret_cast<const void*>(machine.pc);
#else
#error "The engine exists for x86_64 and aarch64"
#endif
}

void Capture(RawStack* stack, const void* context = nullptr) {
  stack->count = backtrace(stack->frames, RawStack::kMaxFrames);
  stack->interrupted = context == nullptr ? nullptr : Interrupted(context);
}

// Script frames of an isolate, one a line. Allowed at a native call from script and at an interrupt.
std::string ScriptStack(v8::Isolate* isolate) {
  // Another VM may be entered, and native code has no handle scope of ours open.
  const v8::Isolate::Scope entered(isolate);
  const v8::HandleScope handles(isolate);
  std::ostringstream out;
  v8::Message::PrintCurrentStackTrace(isolate, out);
  return out.str();
}

// The frames of an isolate, and those of the engine's main isolate, which called it.
void WriteScript(std::string_view reason, v8::Isolate* isolate) {
  std::string script = ScriptStack(isolate);
  if (isolate != main_isolate) script += "\n" + ScriptStack(main_isolate);
  if (script.empty()) return;
  StackLine* line = NewLine(reason);
  line->AddFrames({});
  line->AddScript(script);
  line->WriteTo(report_fd);
}

// The isolate that this thread is in; the main one when it is in none.
v8::Isolate* ScriptIsolate() {
  v8::Isolate* isolate = v8::Isolate::TryGetCurrent();
  return isolate == nullptr ? main_isolate : isolate;
}

void DieBySignal(int number) {
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  raise(number);
}

void OnFatalSignal(int number, siginfo_t* info, void* context) {
  if (number == SIGSEGV && v8::TryHandleWebAssemblyTrapPosix(number, info, context)) return;
  if (dying.exchange(true)) {
    // The handler crashed: what was written so far has to do.
    DieBySignal(number);
    return;
  }
  alarm(kHandlerSeconds);
  RawStack stack;
  Capture(&stack, context);
  StackLine* line = NewLine("signal", ThisThread());
  line->AddSignal(number, number == SIGABRT ? nullptr : info->si_addr);
  line->AddFrames(stack);
  line->WriteTo(report_fd);
  // The most useful part is out; the script frames are a bonus that may fail.
  if (pthread_equal(pthread_self(), main_thread) != 0) WriteScript("signal", ScriptIsolate());
  DieBySignal(number);
}

// A library of the module is on the stack: the module, not the engine, called exit().
bool ModuleCalled(const RawStack& stack) {
  char** symbols = backtrace_symbols(stack.frames, stack.count);
  if (symbols == nullptr) return false;
  bool found = false;
  for (int index = 0; index < stack.count; index++) {
    const std::string_view text = symbols[index];
    const bool library = text.find(".so") != std::string_view::npos;
    // Of a sanitizer, too: it stands between the engine and exit().
    const bool system = text.find("libc.so") != std::string_view::npos ||
                        text.find("libstdc++") != std::string_view::npos ||
                        text.find("libclang_rt.") != std::string_view::npos;
    found = found || (library && !system);
  }
  free(symbols);
  return found;
}

void OnExit() {
  RawStack stack;
  Capture(&stack);
  if (dying.exchange(true) || !ModuleCalled(stack)) return;
  StackLine* line = NewLine("exit", ThisThread());
  line->AddFrames(stack);
  line->WriteTo(report_fd);
  // With no isolate current the engine has ended, and its isolate is gone.
  const bool running = v8::Isolate::TryGetCurrent() != nullptr;
  if (running && pthread_equal(pthread_self(), main_thread) != 0) WriteScript("exit", main_isolate);
}

// SIGUSR2 comes from the parent on any thread, and from the watcher on the main thread.
void OnAsked(int, siginfo_t* info, void* context) {
  const int saved = errno;
  if (wants_script.load()) {
    // It hangs in native code, where printing from a signal handler may fail. The process is about to be ended anyway.
    if (!dying.exchange(true)) WriteScript("hang", ScriptIsolate());
  } else if (pthread_equal(pthread_self(), main_thread) == 0) {
    sem_post(&asked);
  } else {
    // Now or never: the signal ends sleep() and other calls, and the thread goes on.
    if (!located.exchange(true)) {
      Capture(&hang_stack, context);
      hang_isolate.store(v8::Isolate::TryGetCurrent());
    }
    sem_post(info->si_code == SI_TKILL ? &answered : &asked);
  }
  errno = saved;
}

void OnInterrupt(v8::Isolate* isolate, void*) {
  if (!dying.exchange(true)) WriteScript("hang", isolate);
}

void* Watch(void*) {
  for (;;) {
    while (sem_wait(&asked) != 0) {
    }
    if (!located.load()) {
      pthread_kill(main_thread, kAskSignal);
      while (sem_wait(&answered) != 0) {
      }
    }
    StackLine* line = NewLine("hang", main_thread_id);
    line->AddFrames(hang_stack);
    line->WriteTo(report_fd);
    // An endless loop in script answers at its next loop iteration, in whichever VM it runs.
    if (v8::Isolate* isolate = hang_isolate.load()) isolate->RequestInterrupt(OnInterrupt, nullptr);
    usleep(kInterruptMicroseconds);
    wants_script.store(true);
    pthread_kill(main_thread, kAskSignal);
  }
}

void StartWatcher() {
  sem_init(&asked, 0, 0);
  sem_init(&answered, 0, 0);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kSignalStackSize);
  pthread_t thread;
  pthread_create(&thread, &attributes, Watch, nullptr);
  pthread_attr_destroy(&attributes);
}

void Handle(int number, void (*handler)(int, siginfo_t*, void*), int flags) {
  struct sigaction action;
  std::memset(&action, 0, sizeof(action));
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

void InstallCrashHandler(int fd) {
  if (report_fd >= 0) return;
  report_fd = fd;
  main_thread = pthread_self();
  main_thread_id = ThisThread();
  main_isolate = v8::Isolate::GetCurrent();
  // The first call loads the unwinder, which allocates; later ones do not.
  RawStack warm_up;
  Capture(&warm_up);
  // A stack overflow leaves no room on the thread's own stack.
  static char memory[kSignalStackSize];
  stack_t stack{};
  stack.ss_sp = memory;
  stack.ss_size = sizeof(memory);
  sigaltstack(&stack, nullptr);
  StartWatcher();
  for (const int number : kFatalSignals) Handle(number, OnFatalSignal, SA_ONSTACK | SA_NODEFER);
  Handle(kAskSignal, OnAsked, SA_RESTART);
  std::atexit(OnExit);
  // A hanging case must not outlive a parent that was killed.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void RemoveCrashHandler() {
  dying.store(true);
  for (const int number : kFatalSignals) {
    struct sigaction current{};
    // A handler of the module stays.
    if (sigaction(number, nullptr, &current) == 0 && current.sa_sigaction == OnFatalSignal) signal(number, SIG_DFL);
  }
}

void AddCrashHandler(Napi::Env env, Napi::Object exports) {
  auto install = [](const Napi::CallbackInfo& info) {
    InstallCrashHandler(info[0].As<Napi::Number>().Int32Value());
    EndWithEngine();
    ReleaseChildren();
  };
  exports.Set("installCrashHandler", Napi::Function::New(env, install, "installCrashHandler"));
}

}  // namespace bridge
