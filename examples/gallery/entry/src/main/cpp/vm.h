#ifndef VM_H
#define VM_H

#include "ark_runtime/jsvm.h"

// A VM with one env, from the constructor to the destructor.
struct Vm {
  Vm();
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
};

// The scopes in which values of an env may be used, innermost last.
struct Scopes {
  explicit Scopes(const Vm& in);
  ~Scopes();
  Scopes(const Scopes&) = delete;
  Scopes& operator=(const Scopes&) = delete;

  const Vm& of;
  JSVM_VMScope vm = nullptr;
  JSVM_EnvScope env = nullptr;
  JSVM_HandleScope handles = nullptr;
};

// Compiles and runs a script; null when it fails.
JSVM_Value RunScript(const Vm& vm, const char* source);

#endif  // VM_H
