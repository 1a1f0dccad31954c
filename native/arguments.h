/** Reading and checking the arguments that a script passes to a native function. */
#ifndef JSVM_MEMORY_ARGUMENTS_H
#define JSVM_MEMORY_ARGUMENTS_H

#include <ark_runtime/jsvm.h>

#include <cstdint>

namespace arguments {

/** Number.MAX_SAFE_INTEGER: beyond it a JS number no longer names one integer. */
constexpr int64_t kMaxSafeInteger = 9007199254740991;

/** What an integer argument is called in messages, and which values it may have. */
struct Integer {
  const char* function;
  const char* name;
  int64_t least = -kMaxSafeInteger;
  int64_t most = kMaxSafeInteger;
};

/**
 * Reads the first argument of a call into `value`, which keeps its default when the argument is missing or undefined.
 * Returns false after storing a JS exception: a TypeError for anything but a number, a RangeError for a number that is
 * no integer or is out of range.
 */
bool OptionalInteger(JSVM_Env env, JSVM_CallbackInfo info, const Integer& expected, int64_t* value);

}  // namespace arguments

#endif  // JSVM_MEMORY_ARGUMENTS_H
