#include "syntax_position.h"

#include <algorithm>
#include <iterator>

#include "jsvm_runtime.h"

namespace syntax_position {
namespace {

/** Ways to go on: each is right, or wrong in a way of its own, after some unfinished beginning. */
const char16_t* const kContinuations[] = {u"",   u")",  u"}", u"]",   u";",    u"1",     u" a",
                                          u"=1", u"\"", u"`", u"=>1", u"(){}", u" of []"};

/** Whether compiling `source` fails with exactly the exception `text`. */
bool FailsWith(JSVM_Env env, const std::u16string& source, const std::string& text) {
  const jsvm::HandleScope scope(env);
  if (scope.status() != JSVM_OK) return false;
  JSVM_Value string = nullptr;
  if (OH_JSVM_CreateStringUtf16(env, source.c_str(), source.size(), &string) != JSVM_OK) return false;
  JSVM_Script script = nullptr;
  if (OH_JSVM_CompileScript(env, string, nullptr, 0, false, nullptr, &script) == JSVM_OK) return false;
  const std::optional<script_error::ScriptException> exception = script_error::TakeException(env);
  return exception && exception->text == text;
}

/** Whether the first `length` units already contain the error. */
bool ContainsError(JSVM_Env env, const std::u16string& source, std::size_t length, const std::string& text) {
  const std::u16string beginning = source.substr(0, length);
  return std::all_of(std::begin(kContinuations), std::end(kContinuations),
                     [&](const char16_t* rest) { return FailsWith(env, beginning + rest, text); });
}

std::size_t ShortestWithError(JSVM_Env env, const std::u16string& source, const std::string& text) {
  std::size_t least = 0;
  std::size_t most = source.size();  // The whole source is known to fail.
  while (least < most) {
    const std::size_t middle = least + (most - least) / 2;
    if (ContainsError(env, source, middle, text)) {
      most = middle;
    } else {
      least = middle + 1;
    }
  }
  return most;
}

bool IsSpace(char16_t unit) {
  return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\r';
}

bool IsWord(char16_t unit) {
  return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9') ||
         unit == u'_' || unit == u'$' || unit == u'#' || unit > 0x7f;
}

/** V8 quotes the token in most of its messages: `Unexpected token ';'`. Empty when this one does not, or not in ASCII.
 */
std::u16string QuotedToken(const std::string& text) {
  const std::size_t open = text.find('\'');
  const std::size_t close = open == std::string::npos ? open : text.find('\'', open + 1);
  if (close == std::string::npos) return u"";
  const std::string token = text.substr(open + 1, close - open - 1);
  const bool ascii = std::all_of(token.begin(), token.end(), [](char c) { return static_cast<signed char>(c) > 0; });
  return ascii ? std::u16string(token.begin(), token.end()) : u"";
}

/** Where the last token of a beginning starts. */
std::size_t TokenStart(const std::u16string& beginning, const std::string& text) {
  const std::u16string quoted = QuotedToken(text);
  const std::size_t found = quoted.empty() ? std::u16string::npos : beginning.rfind(quoted);
  if (found != std::u16string::npos) return found;

  std::size_t start = beginning.size();
  while (start > 0 && IsSpace(beginning[start - 1])) --start;
  if (start == 0) return 0;
  const char16_t last = beginning[start - 1];
  if (IsWord(last)) {
    while (start > 0 && IsWord(beginning[start - 1])) --start;
    return start;
  }
  --start;
  if ((last != u'"' && last != u'\'') || start == 0) return start;
  const std::size_t open = beginning.rfind(last, start - 1);
  const bool sameLine = open != std::u16string::npos && beginning.find(u'\n', open) >= start;
  return sameLine ? open : start;
}

}  // namespace

std::optional<Position> Find(JSVM_Env env, const std::u16string& source, const std::string& text) {
  if (source.size() > kLongestSource) return std::nullopt;
  const std::u16string beginning = source.substr(0, ShortestWithError(env, source, text));
  const std::size_t start = TokenStart(beginning, text);
  const std::size_t lineBreak = start == 0 ? std::u16string::npos : source.rfind(u'\n', start - 1);
  const std::size_t lineStart = lineBreak == std::u16string::npos ? 0 : lineBreak + 1;
  const auto breaks = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(lineStart), u'\n');
  return Position{static_cast<int>(breaks) + 1, static_cast<int>(start - lineStart) + 1};
}

}  // namespace syntax_position
