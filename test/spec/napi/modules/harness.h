// Native tests of Node-API: small functions that check, called from TypeScript one by one.
#ifndef NAPI_TESTS_HARNESS_H_
#define NAPI_TESTS_HARNESS_H_

#include <string>
#include <vector>

#include "napi/native_api.h"

namespace tests {

// What failed in the test that runs.
std::vector<std::string>& Failures();

void Fail(const char* file, int line, const std::string& text);

struct Test {
  const char* name;
  void (*run)(napi_env env);
};

std::vector<Test>& Tests();

struct Registration {
  Registration(const char* name, void (*run)(napi_env)) { Tests().push_back({name, run}); }
};

// The completion value of a script. It must not throw.
napi_value Run(napi_env env, const char* source);
napi_value Text(napi_env env, const char* text);
napi_value Number(napi_env env, double value);
napi_value Function(napi_env env, napi_callback callback, void* data = nullptr);
// String(value), for comparisons.
std::string Str(napi_env env, napi_value value);
std::string Get(napi_env env, napi_value object, const char* name);
// Takes the pending exception as a string; "" when there is none.
std::string TakeException(napi_env env);
// A collection of garbage that finds every dead object.
void Collect(napi_env env);
// Sets a global for scripts.
void SetGlobal(napi_env env, const char* name, napi_value value);

}  // namespace tests

#define NAPI_TEST(function, behaviour)                                                              \
  static void function##_##behaviour(napi_env env);                                                 \
  static const tests::Registration registration_##function##_##behaviour(#function ": " #behaviour, \
                                                                         function##_##behaviour);   \
  static void function##_##behaviour([[maybe_unused]] napi_env env)

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) tests::Fail(__FILE__, __LINE__, #condition " is false"); \
  } while (false)

#define CHECK_STATUS(call, expected)                                                                            \
  do {                                                                                                          \
    const int status_ = (call);                                                                                 \
    if (status_ != (expected)) {                                                                                \
      tests::Fail(__FILE__, __LINE__, #call " is status " + std::to_string(status_) + ", expected " #expected); \
    }                                                                                                           \
  } while (false)

#define CHECK_OK(call) CHECK_STATUS(call, napi_ok)

#define CHECK_TEXT(actual, expected)                                                                                  \
  do {                                                                                                                \
    const std::string actual_ = (actual);                                                                             \
    if (actual_ != (expected)) {                                                                                      \
      tests::Fail(__FILE__, __LINE__, #actual " is \"" + actual_ + "\", expected \"" + std::string(expected) + "\""); \
    }                                                                                                                 \
  } while (false)

#endif  // NAPI_TESTS_HARNESS_H_
