#include "formula.h"

namespace {

void ReplaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string ScriptOf(const std::string& formula) {
  std::string script = formula;
  ReplaceAll(script, "^", "**");
  ReplaceAll(script, "×", "*");
  ReplaceAll(script, "÷", "/");
  return script;
}
