/** Copies values out of a VM, so that nothing depends on its scopes any more. */
#ifndef JSVM_MEMORY_SCRIPT_VALUE_H
#define JSVM_MEMORY_SCRIPT_VALUE_H

#include <ark_runtime/jsvm.h>

#include <cstddef>
#include <string>
#include <variant>

namespace script_value {

/** undefined, null, boolean, number or string; whatever else a script gives is kept as its string. */
using Value = std::variant<std::monostate, std::nullptr_t, bool, double, std::u16string>;

/**
 * Copies `value`. Objects, functions and bigints are converted as `String(value)` does, which may run the script's own
 * toString; symbols give `Symbol(description)`. When the conversion throws, the status says so and the exception is
 * stored in env.
 */
JSVM_Status Read(JSVM_Env env, JSVM_Value value, Value* result);

/** `String(value)` in UTF-8, under the rules of Read. */
JSVM_Status ReadText(JSVM_Env env, JSVM_Value value, std::string* result);

}  // namespace script_value

#endif  // JSVM_MEMORY_SCRIPT_VALUE_H
