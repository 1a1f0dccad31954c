// The list of tests, and the failures of the one that runs.

#include <algorithm>
#include <mutex>
#include <tuple>

#include "jsvm_test.h"

namespace jsvm_test {
namespace {

std::vector<Case>& Registered() {
  static std::vector<Case> cases;
  return cases;
}

std::mutex failures_mutex;
std::vector<std::string> failures;

std::string_view BaseName(std::string_view path) {
  size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

Registration::Registration(const Case& test) {
  Registered().push_back(test);
}

const std::vector<Case>& Cases() {
  static const std::vector<Case> sorted = [] {
    std::vector<Case> cases = Registered();
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) {
      return std::make_tuple(std::string_view(a.group), std::string_view(a.file), a.line) <
             std::make_tuple(std::string_view(b.group), std::string_view(b.file), b.line);
    });
    return cases;
  }();
  return sorted;
}

std::vector<std::string> FailuresOf(const std::function<void()>& body) {
  std::vector<std::string> recorded;
  const auto exchange = [&recorded] {
    std::lock_guard lock(failures_mutex);
    failures.swap(recorded);
  };
  exchange();
  body();
  exchange();
  return recorded;
}

std::vector<std::string> RunCase(size_t index) {
  return FailuresOf(Cases().at(index).body);
}

void Fail(const char* file, int line, const std::string& text) {
  std::lock_guard lock(failures_mutex);
  failures.push_back(std::string(BaseName(file)) + ':' + std::to_string(line) + ": " + text);
}

std::string StatusName(JSVM_Status status) {
  static const char* const names[] = {
      "JSVM_OK",
      "JSVM_INVALID_ARG",
      "JSVM_OBJECT_EXPECTED",
      "JSVM_STRING_EXPECTED",
      "JSVM_NAME_EXPECTED",
      "JSVM_FUNCTION_EXPECTED",
      "JSVM_NUMBER_EXPECTED",
      "JSVM_BOOLEAN_EXPECTED",
      "JSVM_ARRAY_EXPECTED",
      "JSVM_GENERIC_FAILURE",
      "JSVM_PENDING_EXCEPTION",
      "JSVM_CANCELLED",
      "JSVM_ESCAPE_CALLED_TWICE",
      "JSVM_HANDLE_SCOPE_MISMATCH",
      "JSVM_CALLBACK_SCOPE_MISMATCH",
      "JSVM_QUEUE_FULL",
      "JSVM_CLOSING",
      "JSVM_BIGINT_EXPECTED",
      "JSVM_DATE_EXPECTED",
      "JSVM_ARRAYBUFFER_EXPECTED",
      "JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED",
      "JSVM_WOULD_DEADLOCK",
      "JSVM_NO_EXTERNAL_BUFFERS_ALLOWED",
      "JSVM_CANNOT_RUN_JS",
      "JSVM_INVALID_TYPE",
      "JSVM_JIT_MODE_EXPECTED",
  };
  size_t number = static_cast<size_t>(status);
  return number < std::size(names) ? names[number] : "JSVM_Status(" + std::to_string(number) + ")";
}

bool Check(bool passed, const char* text, const char* file, int line) {
  if (!passed) Fail(file, line, std::string(text) + " is false");
  return passed;
}

bool CheckStatus(JSVM_Status actual, JSVM_Status expected, const char* call, const char* file, int line) {
  if (actual == expected) return true;
  Fail(file, line, std::string(call) + " returned " + StatusName(actual) + ", expected " + StatusName(expected));
  return false;
}

bool CheckLastError(JSVM_Env env, JSVM_Status expected, const char* file, int line) {
  const JSVM_ExtendedErrorInfo* info = nullptr;
  if (!CheckStatus(OH_JSVM_GetLastErrorInfo(env, &info), JSVM_OK, "OH_JSVM_GetLastErrorInfo", file, line)) return false;
  if (info->errorCode == expected) return true;
  Fail(file, line, "the last error is " + StatusName(info->errorCode) + ", expected " + StatusName(expected));
  return false;
}

}  // namespace jsvm_test
