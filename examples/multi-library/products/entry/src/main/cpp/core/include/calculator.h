#ifndef CALCULATOR_H
#define CALCULATOR_H

#include <string>

#include "ark_runtime/jsvm.h"

// A VM that computes formulas. All libraries of the process use the same one, which lives as long as the process.
class Calculator {
 public:
  static Calculator& Instance();

  // Computes a formula. False and a message when it is none or gives no number.
  bool Evaluate(const std::string& formula, double* result, std::string* error);
  // How many formulas were computed.
  int Evaluations() const { return evaluations_; }

 private:
  Calculator();
  ~Calculator();
  std::string TakeException();

  JSVM_VM vm_ = nullptr;
  JSVM_Env env_ = nullptr;
  int evaluations_ = 0;
};

#endif  // CALCULATOR_H
