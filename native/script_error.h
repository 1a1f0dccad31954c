/** Failures on their two ways: from native code into a script, and from a script out to ArkTS. */
#ifndef JSVM_MEMORY_SCRIPT_ERROR_H
#define JSVM_MEMORY_SCRIPT_ERROR_H

#include <ark_runtime/jsvm.h>

#include <optional>
#include <string>

/** What ArkTS gets: `code` is the name of a JSVM status or one of the session's own codes. */
struct Failure {
  std::string code;
  std::string message;
};

/** A place in a script's source, both from 1. Columns count UTF-16 units, as V8 does. */
struct Position {
  int line = 0;
  int column = 0;
};

namespace script_error {

/** The status as the header spells it, such as `JSVM_GENERIC_FAILURE`. */
std::string StatusName(JSVM_Status status);

/** Stores a JS TypeError in env; the script sees it when the native callback returns. */
void ThrowTypeError(JSVM_Env env, const std::string& message);

/** Stores a JS RangeError in env, like ThrowTypeError. */
void ThrowRangeError(JSVM_Env env, const std::string& message);

/** Stores a JS Error that names the function which failed and its status. Returns NULL, for a callback to return. */
JSVM_Value Throw(JSVM_Env env, const char* function, JSVM_Status status);

/** A call failed and left no exception. */
Failure Describe(const char* function, JSVM_Status status);

/** The exception that a script left behind: its text, and where its stack says it was thrown. */
struct ScriptException {
  std::string text;
  std::optional<Position> position;
};

/** Takes the stored exception out of env, which can run scripts again afterwards. Nothing when none is stored. */
std::optional<ScriptException> TakeException(JSVM_Env env);

/** `text (line L, column C)` under the status's name. */
Failure FromException(const ScriptException& exception, JSVM_Status status);

}  // namespace script_error

#endif  // JSVM_MEMORY_SCRIPT_ERROR_H
