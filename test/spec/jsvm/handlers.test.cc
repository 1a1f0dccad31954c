// Handlers for rejected promises, fatal errors and out of memory.
#include <cstdio>

#include "jsvm_test.h"

namespace {

// What the reject handler saw, as text: "event:value" for each call.
struct Seen {
  std::vector<std::string> events;
  std::vector<JSVM_Env> envs;
  std::function<void(JSVM_Env env, JSVM_PromiseRejectEvent event, JSVM_Value info)> also;

  std::string Text() const {
    std::string text;
    for (const std::string& event : events) text += (text.empty() ? "" : ",") + event;
    return text;
  }
};

Seen& TheSeen() {
  static Seen seen;
  return seen;
}

void OnReject(JSVM_Env env, JSVM_PromiseRejectEvent event, JSVM_Value info) {
  Seen& seen = TheSeen();
  JSVM_Value value = nullptr, promise = nullptr;
  bool is_promise = false;
  CHECK_OK(OH_JSVM_GetNamedProperty(env, info, "value", &value));
  CHECK_OK(OH_JSVM_GetNamedProperty(env, info, "promise", &promise));
  CHECK_OK(OH_JSVM_IsPromise(env, promise, &is_promise));
  CHECK(is_promise);
  seen.events.push_back(std::to_string(event) + ":" + Str(env, value));
  seen.envs.push_back(env);
  if (seen.also) seen.also(env, event, info);
}

// A VM whose rejections are written down.
class RejectVm : public TestVm {
 public:
  RejectVm() {
    TheSeen() = {};
    CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(vm(), OnReject));
  }
  ~RejectVm() { TheSeen() = {}; }
};

void PrintFatal(const char* location, const char* message) {
  std::fprintf(stderr, "fatal handler: %s / %s\n", location == nullptr ? "-" : location, message);
}

void PrintOom(const char* location, const char* detail, bool is_heap_oom) {
  std::fprintf(stderr, "oom handler: %s, heap %d, detail %s\n", location, is_heap_oom,
               detail == nullptr ? "no" : "yes");
}

}  // namespace

JSVM_TEST(handlers, SetHandler_null_vm) {
  CHECK_STATUS(OH_JSVM_SetHandlerForOOMError(nullptr, PrintOom), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetHandlerForFatalError(nullptr, PrintFatal), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetHandlerForPromiseReject(nullptr, OnReject), JSVM_INVALID_ARG);
}

JSVM_TEST(handlers, SetHandler_null_is_allowed) {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(vm.vm(), PrintOom));
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(vm.vm(), nullptr));
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), PrintFatal));
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), nullptr));
  CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(vm.vm(), nullptr));
  Run(vm.env(), "Promise.reject(1)");
}

JSVM_TEST(handlers, PromiseReject_no_handler) {
  RejectVm vm;
  Run(vm.env(), "Promise.reject('why')");
  CHECK_EQ(TheSeen().Text(), "1:why");
  CHECK(TheSeen().envs.at(0) == vm.env());
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(handlers, PromiseReject_values_of_the_enum) {
  CHECK_EQ(static_cast<int>(JSVM_PROMISE_REJECT_OTHER_REASONS), 0);
  CHECK_EQ(static_cast<int>(JSVM_PROMISE_REJECT_WITH_NO_HANDLER), 1);
  CHECK_EQ(static_cast<int>(JSVM_PROMISE_ADD_HANDLER_AFTER_REJECTED), 2);
  CHECK_EQ(static_cast<int>(JSVM_PROMISE_REJECT_AFTER_RESOLVED), 3);
  CHECK_EQ(static_cast<int>(JSVM_PROMISE_RESOLVE_AFTER_RESOLVED), 4);
}

JSVM_TEST(handlers, PromiseReject_handler_added_later) {
  RejectVm vm;
  Run(vm.env(), "globalThis.p = Promise.reject('why')");
  Run(vm.env(), "p.catch(() => {})");
  CHECK_EQ(TheSeen().Text(), "1:why,2:undefined");
}

JSVM_TEST(handlers, PromiseReject_handled_in_the_same_turn) {
  RejectVm vm;
  Run(vm.env(), "Promise.reject('why').catch(() => {})");
  CHECK_EQ(TheSeen().Text(), "1:why,2:undefined");
}

JSVM_TEST(handlers, PromiseReject_handled_before_is_silent) {
  RejectVm vm;
  Run(vm.env(), "new Promise((resolve, reject) => { globalThis.reject = reject }).catch(() => {}); reject('why')");
  Run(vm.env(), "(async () => { try { await Promise.reject(1).catch(() => {}) } catch {} })()");
  CHECK_EQ(TheSeen().events.at(0), "1:1");
  CHECK_EQ(TheSeen().Text(), "1:1,2:undefined");
}

JSVM_TEST(handlers, PromiseReject_async_function) {
  RejectVm vm;
  Run(vm.env(), "(async () => { throw new TypeError('async') })()");
  CHECK_EQ(TheSeen().Text(), "1:TypeError: async");
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(handlers, PromiseReject_derived_promise) {
  RejectVm vm;
  Run(vm.env(), "Promise.resolve().then(() => { throw 'job' })");
  CHECK_EQ(TheSeen().Text(), "1:job");
}

JSVM_TEST(handlers, PromiseReject_from_RejectDeferred) {
  RejectVm vm;
  JSVM_Deferred deferred = nullptr;
  JSVM_Value promise = nullptr;
  CHECK_OK(OH_JSVM_CreatePromise(vm.env(), &deferred, &promise));
  bool same = false;
  TheSeen().also = [&](JSVM_Env env, JSVM_PromiseRejectEvent, JSVM_Value info) {
    JSVM_Value of_info = nullptr;
    CHECK_OK(OH_JSVM_GetNamedProperty(env, info, "promise", &of_info));
    CHECK_OK(OH_JSVM_StrictEquals(env, of_info, promise, &same));
  };
  CHECK_OK(OH_JSVM_RejectDeferred(vm.env(), deferred, Utf8(vm.env(), "native")));
  // Synchronously, inside the call.
  CHECK_EQ(TheSeen().Text(), "1:native");
  CHECK(same);
}

JSVM_TEST(handlers, PromiseReject_last_call_wins) {
  RejectVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(
      vm.vm(), [](JSVM_Env, JSVM_PromiseRejectEvent, JSVM_Value) { TheSeen().events.push_back("second"); }));
  Run(vm.env(), "Promise.reject(1)");
  CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(vm.vm(), nullptr));
  Run(vm.env(), "Promise.reject(2)");
  CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(vm.vm(), OnReject));
  Run(vm.env(), "Promise.reject(3)");
  CHECK_EQ(TheSeen().Text(), "second,1:3");
}

JSVM_TEST(handlers, PromiseReject_is_per_vm) {
  RejectVm vm;
  {
    TestVm other;
    Run(other.env(), "Promise.reject(1)");
    CHECK_EQ(TheSeen().Text(), "");
  }
  Run(vm.env(), "Promise.reject(2)");
  CHECK_EQ(TheSeen().Text(), "1:2");
}

JSVM_TEST(handlers, PromiseReject_env_is_that_of_the_context) {
  RejectVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  Run(other, "Promise.reject('other')");
  Run(vm.env(), "Promise.reject('first')");
  CHECK_EQ(TheSeen().Text(), "1:other,1:first");
  CHECK(TheSeen().envs == (std::vector<JSVM_Env>{other, vm.env()}));
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(handlers, PromiseReject_handler_may_call_the_api) {
  RejectVm vm;
  TheSeen().also = [](JSVM_Env env, JSVM_PromiseRejectEvent event, JSVM_Value info) {
    if (event != JSVM_PROMISE_REJECT_WITH_NO_HANDLER) return;
    SetGlobal(env, "info", info);
    Run(env, "globalThis.seen = Object.keys(info).sort().join() + info.value; info.promise.catch(() => {})");
  };
  Run(vm.env(), "Promise.reject('why')");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "promise,valuewhy");
  CHECK_EQ(TheSeen().Text(), "1:why,2:undefined");
}

JSVM_TEST(handlers, PromiseReject_info_ignores_setters_of_the_page) {
  RejectVm vm;
  Run(vm.env(),
      "for (const name of ['promise', 'value']) {"
      "Object.defineProperty(Object.prototype, name, { set() { throw 'setter' }, configurable: true }); }");
  Run(vm.env(), "Promise.reject('why')");
  CHECK_EQ(TheSeen().Text(), "1:why");
}

JSVM_TEST(handlers, PromiseReject_exception_of_the_handler_stays_stored) {
  RejectVm vm;
  TheSeen().also = [](JSVM_Env env, JSVM_PromiseRejectEvent, JSVM_Value) {
    CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "of the handler"));
  };
  JSVM_Deferred deferred = nullptr;
  JSVM_Value promise = nullptr;
  CHECK_OK(OH_JSVM_CreatePromise(vm.env(), &deferred, &promise));
  CHECK_OK(OH_JSVM_RejectDeferred(vm.env(), deferred, Utf8(vm.env(), "native")));
  CHECK_EQ(TakeException(vm.env()), "Error: of the handler");
}

JSVM_TEST(handlers, PromiseReject_resets_the_last_error_at_entry) {
  RejectVm vm;
  NativeFunction rejecter([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    JSVM_Deferred deferred = nullptr;
    JSVM_Value promise = nullptr;
    CHECK_OK(OH_JSVM_CreatePromise(env, &deferred, &promise));
    CHECK_OK(OH_JSVM_RejectDeferred(env, deferred, Num(env, 7)));
    return nullptr;
  });
  TheSeen().also = [](JSVM_Env env, JSVM_PromiseRejectEvent, JSVM_Value) { CHECK_LAST_ERROR(env, JSVM_OK); };
  SetGlobal(vm.env(), "rejecter", rejecter);
  Run(vm.env(), "rejecter()");
  CHECK_EQ(TheSeen().Text(), "1:7");
}

JSVM_FATAL_TEST(handlers, PromiseReject_handler_leaves_a_scope_open, "handle scopes") {
  RejectVm vm;
  TheSeen().also = [](JSVM_Env env, JSVM_PromiseRejectEvent, JSVM_Value) {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(env, &scope);
  };
  Run(vm.env(), "Promise.reject(1)");
}

JSVM_FATAL_TEST(handlers, FatalError_handler_is_told, "fatal handler: ") {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), [](const char* location, const char* message) {
    PrintFatal(location, message);
    std::abort();
  }));
  bool result = false;
  OH_JSVM_Equals(vm.env(), Run(vm.env(), "({ valueOf() { throw 1 } })"), Num(vm.env(), 1), &result);
}

JSVM_ALONE_TEST(handlers, FatalError_execution_continues) {
  static std::string message;
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), [](const char*, const char* text) { message = text; }));
  bool result = false;
  OH_JSVM_Equals(vm.env(), Run(vm.env(), "({ valueOf() { throw 1 } })"), Num(vm.env(), 1), &result);
  CHECK(message.find("Nothing") != std::string::npos);
  TakeExceptionValue(vm.env());
}

JSVM_ALONE_TEST(handlers, FatalError_null_ignores_misuse) {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), nullptr));
  bool result = false;
  OH_JSVM_Equals(vm.env(), Run(vm.env(), "({ valueOf() { throw 1 } })"), Num(vm.env(), 1), &result);
  TakeExceptionValue(vm.env());
}

JSVM_FATAL_TEST(handlers, FatalError_is_not_told_of_jsvm_errors, "JSVM Fatal Error Message") {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForFatalError(vm.vm(), [](const char*, const char*) { std::_Exit(0); }));
  NativeFunction unbalanced([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(env, &scope);
    return nullptr;
  });
  SetGlobal(vm.env(), "unbalanced", unbalanced);
  Run(vm.env(), "unbalanced()");
}

JSVM_FATAL_TEST(handlers, OOMError_of_an_array_buffer, "oom handler: ") {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(vm.vm(), PrintOom));
  JSVM_Value buffer = nullptr;
  OH_JSVM_CreateArraybuffer(vm.env(), size_t{1} << 47, nullptr, &buffer);
}

JSVM_FATAL_TEST(handlers, OOMError_of_the_js_heap, "heap 1") {
  char program[] = "jsvm", flag[] = "--max-heap-size=24";
  char* argv[] = {program, flag, nullptr};
  int argc = 2;
  JSVM_InitOptions options{};
  options.argc = &argc;
  options.argv = argv;
  OH_JSVM_Init(&options);
  TestVm vm;
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(vm.vm(), PrintOom));
  Run(vm.env(), "const keep = []; for (;;) keep.push(new Array(1000).fill(keep.length));");
}
