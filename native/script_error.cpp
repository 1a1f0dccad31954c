#include "script_error.h"

#include <cstdlib>

#include "log.h"
#include "script_value.h"

namespace script_error {
namespace {

void LogIfFailed(JSVM_Status status, const char* function) {
  if (status != JSVM_OK) OH_LOG_ERROR(LOG_APP, "JSVM %{public}s: failed", function);
}

/** Forgets an exception thrown by the script's own code while its first exception is being described. */
void DropException(JSVM_Env env) {
  JSVM_Value ignored = nullptr;
  LogIfFailed(OH_JSVM_GetAndClearLastException(env, &ignored), "OH_JSVM_GetAndClearLastException");
}

std::string TextOf(JSVM_Env env, JSVM_Value exception) {
  std::string text;
  if (script_value::ReadText(env, exception, &text) == JSVM_OK) return text;
  DropException(env);
  return "an exception that cannot be converted to a string";
}

/** The `stack` of an Error; empty for anything else that was thrown. */
std::string StackOf(JSVM_Env env, JSVM_Value exception) {
  bool isError = false;
  if (OH_JSVM_IsError(env, exception, &isError) != JSVM_OK || !isError) return "";
  JSVM_Value stack = nullptr;
  bool isString = false;
  std::string text;
  if (OH_JSVM_GetNamedProperty(env, exception, "stack", &stack) == JSVM_OK &&
      OH_JSVM_IsString(env, stack, &isString) == JSVM_OK && isString &&
      script_value::ReadText(env, stack, &text) == JSVM_OK) {
    return text;
  }
  DropException(env);  // `stack` may have become a getter that throws.
  return "";
}

/** Reads `...:12:34` or `...:12:34)` at the end of a frame. */
std::optional<Position> FramePosition(std::string frame) {
  if (!frame.empty() && frame.back() == ')') frame.pop_back();
  const std::size_t second = frame.rfind(':');
  if (second == std::string::npos || second == 0) return std::nullopt;
  const std::size_t first = frame.rfind(':', second - 1);
  if (first == std::string::npos) return std::nullopt;
  const Position position{std::atoi(frame.c_str() + first + 1), std::atoi(frame.c_str() + second + 1)};
  if (position.line < 1 || position.column < 1) return std::nullopt;
  return position;
}

/** The innermost frame that lies in the script's own source: frames inside `eval` count lines of another text. */
std::optional<Position> ThrownAt(const std::string& stack, const std::string& text) {
  // The stack begins with the text of the error, which may itself look like frames.
  std::size_t start = stack.compare(0, text.size(), text) == 0 ? text.size() : 0;
  while ((start = stack.find("\n    at ", start)) != std::string::npos) {
    ++start;
    const std::string frame = stack.substr(start, stack.find('\n', start) - start);
    if (frame.find("eval at ") != std::string::npos) continue;
    const std::optional<Position> position = FramePosition(frame);
    if (position) return position;
  }
  return std::nullopt;
}

}  // namespace

// Spelled out up to API 12: later members do not exist in the headers of the oldest SDK this builds with.
std::string StatusName(JSVM_Status status) {
  static const char* const kNames[] = {"JSVM_OK",
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
                                       "JSVM_CANNOT_RUN_JS"};
  const auto number = static_cast<std::size_t>(status);
  if (number < sizeof(kNames) / sizeof(kNames[0])) return kNames[number];
  return "JSVM_STATUS_" + std::to_string(number);
}

void ThrowTypeError(JSVM_Env env, const std::string& message) {
  LogIfFailed(OH_JSVM_ThrowTypeError(env, nullptr, message.c_str()), "OH_JSVM_ThrowTypeError");
}

void ThrowRangeError(JSVM_Env env, const std::string& message) {
  LogIfFailed(OH_JSVM_ThrowRangeError(env, nullptr, message.c_str()), "OH_JSVM_ThrowRangeError");
}

JSVM_Value Throw(JSVM_Env env, const char* function, JSVM_Status status) {
  const Failure failure = Describe(function, status);
  LogIfFailed(OH_JSVM_ThrowError(env, failure.code.c_str(), failure.message.c_str()), "OH_JSVM_ThrowError");
  return nullptr;
}

Failure Describe(const char* function, JSVM_Status status) {
  const std::string name = StatusName(status);
  return {name, std::string(function) + " failed: " + name};
}

std::optional<ScriptException> TakeException(JSVM_Env env) {
  bool pending = false;
  JSVM_Value exception = nullptr;
  if (OH_JSVM_IsExceptionPending(env, &pending) != JSVM_OK || !pending ||
      OH_JSVM_GetAndClearLastException(env, &exception) != JSVM_OK) {
    return std::nullopt;
  }
  const std::string text = TextOf(env, exception);
  return ScriptException{text, ThrownAt(StackOf(env, exception), text)};
}

Failure FromException(const ScriptException& exception, JSVM_Status status) {
  std::string message = exception.text;
  if (exception.position) {
    message += " (line " + std::to_string(exception.position->line) + ", column " +
               std::to_string(exception.position->column) + ")";
  }
  return {StatusName(status), message};
}

}  // namespace script_error
