/** Finds where in a script a syntax error lies. */
#ifndef JSVM_MEMORY_SYNTAX_POSITION_H
#define JSVM_MEMORY_SYNTAX_POSITION_H

#include <ark_runtime/jsvm.h>

#include <cstddef>
#include <optional>
#include <string>

#include "script_error.h"

namespace syntax_position {

/** Longer sources, in UTF-16 units, are not searched: it takes some dozens of compilations. */
constexpr std::size_t kLongestSource = 65536;

/**
 * The token at which the parser gave up on `source`, whose compilation failed with the exception `text`.
 *
 * JSVM-API hands out a SyntaxError without its position. But a parser reads from left to right: up to its error it does
 * not know what follows, and after it nothing that follows matters. So the shortest beginning of the source that fails
 * in the same way whatever is put behind it ends with the token in question. Beginnings are compiled, never run.
 *
 * The env must be entered and hold no exception. Nothing when the source is too long or a call fails.
 */
std::optional<Position> Find(JSVM_Env env, const std::u16string& source, const std::string& text);

}  // namespace syntax_position

#endif  // JSVM_MEMORY_SYNTAX_POSITION_H
