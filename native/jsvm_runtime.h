/**
 * Owners for everything that JSVM opens and expects to be closed. Each opens in its constructor, says in status() how
 * that went, and closes in its destructor: no path leaks a scope, an env or a VM. Declare them in the order of opening,
 * so that they close in reverse. A close that fails is logged, since a destructor cannot report it.
 */
#ifndef JSVM_MEMORY_JSVM_RUNTIME_H
#define JSVM_MEMORY_JSVM_RUNTIME_H

#include <ark_runtime/jsvm.h>

#include <cstddef>

namespace jsvm {

/** Starts the engine once per process, whichever thread comes first. OK also when another library started it before. */
JSVM_Status Init();

/** Base of the owners: neither copied nor moved, because a scope belongs to one place on one stack. */
class Owner {
 public:
  Owner(const Owner&) = delete;
  Owner& operator=(const Owner&) = delete;
  /** How opening went; nothing is closed later unless this is JSVM_OK. */
  JSVM_Status status() const { return status_; }

 protected:
  Owner() = default;
  ~Owner() = default;
  JSVM_Status status_ = JSVM_GENERIC_FAILURE;
};

/** A VM: a heap of its own. Must outlive its envs and scopes. */
class Vm : public Owner {
 public:
  Vm();
  ~Vm();
  JSVM_VM get() const { return vm_; }

 private:
  JSVM_VM vm_ = nullptr;
};

/** The calling thread is inside the VM. */
class VmScope : public Owner {
 public:
  explicit VmScope(JSVM_VM vm);
  ~VmScope();

 private:
  JSVM_VM vm_;
  JSVM_VMScope scope_ = nullptr;
};

/** An env: one global object with native functions on it. */
class Env : public Owner {
 public:
  Env(JSVM_VM vm, const JSVM_PropertyDescriptor* globals, std::size_t count);
  ~Env();
  JSVM_Env get() const { return env_; }

 private:
  JSVM_Env env_ = nullptr;
};

/** The env's context is entered. */
class EnvScope : public Owner {
 public:
  explicit EnvScope(JSVM_Env env);
  ~EnvScope();

 private:
  JSVM_Env env_;
  JSVM_EnvScope scope_ = nullptr;
};

/** A place for values; they end with it. */
class HandleScope : public Owner {
 public:
  explicit HandleScope(JSVM_Env env);
  ~HandleScope();

 private:
  JSVM_Env env_;
  JSVM_HandleScope scope_ = nullptr;
};

}  // namespace jsvm

#endif  // JSVM_MEMORY_JSVM_RUNTIME_H
