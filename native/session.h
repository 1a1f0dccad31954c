/** A VM with one env that lives between calls, so that its totals and its heap can be watched. */
#ifndef JSVM_MEMORY_SESSION_H
#define JSVM_MEMORY_SESSION_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "jsvm_runtime.h"
#include "script_error.h"
#include "script_value.h"

/**
 * Belongs to the thread that made it. Every function opens the scopes it needs and closes them before it returns: the
 * caller is never inside the VM. Each returns nothing on success, else a Failure; besides the JSVM status names its
 * codes are JSVM_SESSION_CLOSED and JSVM_SESSION_WRONG_THREAD.
 */
class Session {
 public:
  Session();
  /** Closes when nobody did. */
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /** Creates the VM and its env; call it first, once. */
  std::optional<Failure> Open();

  /** Compiles and runs a script and copies its completion value. Globals stay for the next script. */
  std::optional<Failure> Evaluate(const std::u16string& source, script_value::Value* value);

  /** The heap as it is now, in bytes; collects nothing. */
  std::optional<Failure> Statistics(JSVM_HeapStatistics* statistics);

  /** Gives back what scripts added and destroys env and VM. A second call fails with JSVM_SESSION_CLOSED. */
  std::optional<Failure> Close();

  /** Close without the checks, for owners that cannot report a failure. Does nothing when closed already. */
  void Release();

 private:
  std::optional<Failure> CheckUsable() const;

  const uint64_t owner_;
  int64_t added_ = 0;  // Read through the env's instance data, see external_bytes.h.
  std::unique_ptr<jsvm::Vm> vm_;
  std::unique_ptr<jsvm::Env> env_;
};

/** The page's flow: a fresh VM, one script, everything closed again. */
std::optional<Failure> RunScript(const std::u16string& source, script_value::Value* value);

#endif  // JSVM_MEMORY_SESSION_H
