#include "arguments.h"

#include <cmath>
#include <cstdio>
#include <string>

#include "script_error.h"

namespace arguments {
namespace {

const char* TypeName(JSVM_ValueType type) {
  switch (type) {
    case JSVM_UNDEFINED:
      return "undefined";
    case JSVM_NULL:
      return "null";
    case JSVM_BOOLEAN:
      return "a boolean";
    case JSVM_NUMBER:
      return "a number";
    case JSVM_STRING:
      return "a string";
    case JSVM_SYMBOL:
      return "a symbol";
    case JSVM_FUNCTION:
      return "a function";
    case JSVM_BIGINT:
      return "a bigint";
    default:
      return "an object";
  }
}

/** The number as a script would write it; integers without a fraction, the rest to the precision of %g. */
std::string NumberText(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  char text[32];
  std::snprintf(text, sizeof(text), std::trunc(number) == number && std::fabs(number) < 1e21 ? "%.0f" : "%g", number);
  return text;
}

/** "bytes must be an integer" or "level must be an integer from 0 to 2": what is expected, for messages. */
std::string Expectation(const Integer& expected) {
  std::string text = std::string(expected.function) + ": " + expected.name + " must be an integer";
  if (expected.least == -kMaxSafeInteger && expected.most == kMaxSafeInteger) return text + " of at most 2^53 - 1";
  return text + " from " + std::to_string(expected.least) + " to " + std::to_string(expected.most);
}

}  // namespace

bool OptionalInteger(JSVM_Env env, JSVM_CallbackInfo info, const Integer& expected, int64_t* value) {
  std::size_t count = 1;
  JSVM_Value argument = nullptr;
  JSVM_Status status = OH_JSVM_GetCbInfo(env, info, &count, &argument, nullptr, nullptr);
  if (status != JSVM_OK) {
    script_error::Throw(env, "OH_JSVM_GetCbInfo", status);
    return false;
  }
  if (count == 0) return true;

  JSVM_ValueType type = JSVM_UNDEFINED;
  status = OH_JSVM_Typeof(env, argument, &type);
  if (status != JSVM_OK) {
    script_error::Throw(env, "OH_JSVM_Typeof", status);
    return false;
  }
  if (type == JSVM_UNDEFINED) return true;
  if (type != JSVM_NUMBER) {
    script_error::ThrowTypeError(env, Expectation(expected) + ", got " + TypeName(type));
    return false;
  }

  double number = 0;
  status = OH_JSVM_GetValueDouble(env, argument, &number);
  if (status != JSVM_OK) {
    script_error::Throw(env, "OH_JSVM_GetValueDouble", status);
    return false;
  }
  // A NaN fails the first comparison, so it never reaches the cast.
  const bool fits = number >= static_cast<double>(expected.least) && number <= static_cast<double>(expected.most);
  if (!fits || std::trunc(number) != number) {
    script_error::ThrowRangeError(env, Expectation(expected) + ", got " + NumberText(number));
    return false;
  }
  *value = static_cast<int64_t>(number);
  return true;
}

}  // namespace arguments
