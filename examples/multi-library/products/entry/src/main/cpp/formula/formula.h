#ifndef FORMULA_H
#define FORMULA_H

#include <string>

// The script that computes a formula: `^` means "to the power of", `×` and `÷` are allowed.
std::string ScriptOf(const std::string& formula);

#endif  // FORMULA_H
