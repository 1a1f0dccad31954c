#ifndef ARKHOST_SPEC_JSVM_TEST_H
#define ARKHOST_SPEC_JSVM_TEST_H

// The harness of the native tests of libjsvm.so. A test uses the public API only:
//
//   JSVM_TEST(strings, CreateStringUtf8_keeps_embedded_nul) {
//     TestVm vm;
//     JSVM_Value text = nullptr;
//     CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "a\0b", 3, &text));
//     CHECK_EQ(Str(vm.env(), text).size(), 3u);
//   }
//
// The name is function_behaviour. A failed check is written down and the test goes on; REQUIRE* also returns from the
// function they stand in (which must return void). The tests of one group run one after another in one process.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ark_runtime/jsvm.h"

namespace jsvm_test {

/** How a test is run. */
enum class Kind {
  kPlain,  ///< In the process of its group.
  kAlone,  ///< In a process of its own, for what holds once per process: Init, flags, locks, handlers.
  kFatal,  ///< In a process of its own, which has to abort.
};

/** A registered test. */
struct Case {
  const char* group;
  const char* name;
  Kind kind;
  const char* expected;  ///< Of a fatal test: text that standard error or the log has to show.
  const char* file;
  int line;
  void (*body)();
};

/** Adds a test to the list before the library's first use. */
struct Registration {
  explicit Registration(const Case& test);
};

/** All tests, by group and then in the order of the source. */
const std::vector<Case>& Cases();

/** Runs one test and returns the texts of its failures, none when it passed. */
std::vector<std::string> RunCase(size_t index);

/** Runs `body` and returns the failures it records, which do not count for the running test. */
std::vector<std::string> FailuresOf(const std::function<void()>& body);

/** Records a failure of the running test. May be called from any thread. */
void Fail(const char* file, int line, const std::string& text);

/** Name of a status, `JSVM_OK` or `JSVM_Status(99)`. */
std::string StatusName(JSVM_Status status);

/** What a failed check shows of a value. */
template <typename T>
std::string Show(const T& value) {
  if constexpr (std::is_same_v<T, JSVM_Status>) {
    return StatusName(value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_null_pointer_v<T>) {
    return "nullptr";
  } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
    if constexpr (std::is_pointer_v<T>) {
      if (value == nullptr) return "nullptr";
    }
    return '"' + std::string(std::string_view(value)) + '"';
  } else if constexpr (std::is_enum_v<T>) {
    return std::to_string(static_cast<std::underlying_type_t<T>>(value));
  } else if constexpr (std::is_same_v<T, char16_t>) {
    return std::to_string(static_cast<unsigned>(value));
  } else if constexpr (std::is_arithmetic_v<T>) {
    return std::to_string(value);
  } else if constexpr (std::is_pointer_v<T>) {
    return value == nullptr ? "nullptr" : "a pointer";
  } else {
    return "a value";
  }
}

/** Text of a C string or a string; a null pointer is told from "". */
template <typename T>
std::pair<bool, std::string_view> TextOf(const T& value) {
  if constexpr (std::is_pointer_v<T>) {
    if (value == nullptr) return {false, {}};
  }
  return {true, std::string_view(value)};
}

/** Equality that compares integers of different signs by value, and C strings by their text. */
template <typename A, typename B>
bool Same(const A& a, const B& b) {
  constexpr bool texts = std::is_convertible_v<const A&, std::string_view> && !std::is_null_pointer_v<A> &&
                         std::is_convertible_v<const B&, std::string_view> && !std::is_null_pointer_v<B>;
  constexpr bool signs_differ = std::is_integral_v<A> && std::is_integral_v<B> && !std::is_same_v<A, bool> &&
                                !std::is_same_v<B, bool> && std::is_signed_v<A> != std::is_signed_v<B>;
  if constexpr (texts) {
    return TextOf(a) == TextOf(b);
  } else if constexpr (signs_differ && std::is_signed_v<A>) {
    return a >= 0 && static_cast<std::make_unsigned_t<A>>(a) == b;
  } else if constexpr (signs_differ) {
    return b >= 0 && static_cast<std::make_unsigned_t<B>>(b) == a;
  } else {
    return a == b;
  }
}

bool Check(bool passed, const char* text, const char* file, int line);
bool CheckStatus(JSVM_Status actual, JSVM_Status expected, const char* call, const char* file, int line);
bool CheckLastError(JSVM_Env env, JSVM_Status expected, const char* file, int line);

template <typename A, typename B>
bool CheckEq(const A& actual, const B& expected, const char* text, const char* file, int line) {
  if (Same(actual, expected)) return true;
  Fail(file, line, std::string(text) + " is " + Show(actual) + ", expected " + Show(expected));
  return false;
}

/** A VM with its env and all scopes open, closed in the right order at the end; every step is a check of the test. */
class TestVm {
 public:
  struct Options {
    std::vector<JSVM_PropertyDescriptor> properties = {};  ///< Globals of the env.
    const JSVM_CreateVMOptions* vm_options = nullptr;
    bool handle_scope = true;  ///< Whether to open a handle scope.
  };

  TestVm();
  explicit TestVm(const Options& options);
  ~TestVm();
  TestVm(const TestVm&) = delete;
  TestVm& operator=(const TestVm&) = delete;

  JSVM_VM vm() const { return vm_; }
  JSVM_Env env() const { return env_; }

  /**
   * Closes everything and checks that no exception is left behind, that every status is OK and that the library's
   * ledger shows nothing open. The destructor does it too; call it where a test looks at what teardown did.
   */
  void Close();

  /** Closes the handle scope and opens a fresh one, so that nothing made before is kept alive by its handle. */
  void DropHandles();

  /** For tests that leave something open on purpose: Close() does not look into the ledger. */
  void IgnoreLedger() { check_ledger_ = false; }

 private:
  JSVM_VM vm_ = nullptr;
  JSVM_Env env_ = nullptr;
  JSVM_VMScope vm_scope_ = nullptr;
  JSVM_EnvScope env_scope_ = nullptr;
  JSVM_HandleScope handle_scope_ = nullptr;
  uint64_t ledger_id_ = 0;
  bool check_ledger_ = true;
};

/** A handle scope for a C++ block. */
class HandleScope {
 public:
  explicit HandleScope(JSVM_Env env);
  ~HandleScope();
  HandleScope(const HandleScope&) = delete;
  HandleScope& operator=(const HandleScope&) = delete;

 private:
  JSVM_Env env_;
  JSVM_HandleScope scope_ = nullptr;
};

/** A C++ function as a JSVM_Callback. Must outlive every function, class and env that was made with it. */
class NativeFunction {
 public:
  using Body = std::function<JSVM_Value(JSVM_Env env, JSVM_CallbackInfo info)>;
  explicit NativeFunction(Body body);
  NativeFunction(const NativeFunction&) = delete;
  NativeFunction& operator=(const NativeFunction&) = delete;

  JSVM_Callback callback() { return &callback_; }
  int calls() const { return calls_; }

 private:
  static JSVM_Value Call(JSVM_Env env, JSVM_CallbackInfo info);
  Body body_;
  int calls_ = 0;
  JSVM_CallbackStruct callback_;
};

/** Calls OH_JSVM_Init(nullptr) once per process. TestVm does it too. */
void InitOnce();

/** Runs a script and returns its value. An exception is a failure of the test; `undefined` is returned then. */
JSVM_Value Run(JSVM_Env env, const char* source);
/** Runs a script that has to throw and returns the exception as text, `TypeError: ...`. */
std::string RunThrows(JSVM_Env env, const char* source);
/** Makes a JS string of UTF-8 text. */
JSVM_Value Utf8(JSVM_Env env, std::string_view text);
/** Makes a JS number. */
JSVM_Value Num(JSVM_Env env, double value);
/** `undefined` */
JSVM_Value Undefined(JSVM_Env env);
/** Any value as JS `String(value)` shows it. */
std::string Str(JSVM_Env env, JSVM_Value value);
/** Value of a JS number; another type is a failure of the test. */
double ToNumber(JSVM_Env env, JSVM_Value value);
/** Value of a JS boolean; another type is a failure of the test. */
bool ToBool(JSVM_Env env, JSVM_Value value);
/** Sets a property of the global object. */
void SetGlobal(JSVM_Env env, const char* name, JSVM_Value value);
/** Makes a JS function of a NativeFunction and sets it as a global. */
void SetGlobal(JSVM_Env env, const char* name, NativeFunction& function);
/** Takes the stored exception. With none stored the test fails and `undefined` is returned. */
JSVM_Value TakeExceptionValue(JSVM_Env env);
/** Takes the stored exception as text, `TypeError: ...`. With none stored the test fails and "" is returned. */
std::string TakeException(JSVM_Env env);
/** Whether an exception is stored. Resets the last error. */
bool ExceptionPending(JSVM_Env env);
/** Collects all garbage (critical memory pressure) and runs the tasks that the collection left, finalizers included. */
void CollectGarbage(JSVM_Env env);
/** Runs foreground tasks of the VM until none is left. */
void PumpMessages(JSVM_VM vm);

}  // namespace jsvm_test

#define JSVM_TEST_OF_KIND_(group, name, kind, expected)                                                    \
  static void jsvm_test_##group##_##name();                                                                \
  static const ::jsvm_test::Registration jsvm_registration_##group##_##name(                               \
      {#group, #name, ::jsvm_test::Kind::kind, expected, __FILE__, __LINE__, jsvm_test_##group##_##name}); \
  static void jsvm_test_##group##_##name()

/** A test that shares the process of its group. */
#define JSVM_TEST(group, name) JSVM_TEST_OF_KIND_(group, name, kPlain, "")
/** A test in a process of its own. */
#define JSVM_ALONE_TEST(group, name) JSVM_TEST_OF_KIND_(group, name, kAlone, "")
/** A test whose process has to abort and show `expected` on standard error or in the log. */
#define JSVM_FATAL_TEST(group, name, expected) JSVM_TEST_OF_KIND_(group, name, kFatal, expected)

#define CHECK(condition) ::jsvm_test::Check((condition) ? true : false, #condition, __FILE__, __LINE__)
#define CHECK_EQ(actual, expected) ::jsvm_test::CheckEq((actual), (expected), #actual, __FILE__, __LINE__)
#define CHECK_STATUS(call, status) ::jsvm_test::CheckStatus((call), (status), #call, __FILE__, __LINE__)
#define CHECK_OK(call) CHECK_STATUS(call, JSVM_OK)
/** The last error of the env. Does not reset it. */
#define CHECK_LAST_ERROR(env, status) ::jsvm_test::CheckLastError((env), (status), __FILE__, __LINE__)

#define REQUIRE(condition)         \
  do {                             \
    if (!CHECK(condition)) return; \
  } while (false)
#define REQUIRE_OK(call)         \
  do {                           \
    if (!CHECK_OK(call)) return; \
  } while (false)

using namespace jsvm_test;  // NOLINT: a test file is a leaf, and reads better so

#endif
