#ifndef ARKHOST_SPEC_JSVM_TERMINATE_H
#define ARKHOST_SPEC_JSVM_TERMINATE_H

#include <thread>

#include "jsvm_test.h"

namespace jsvm_test {

/** Asks V8 to end the JS of the VM that the calling thread is in. A debugger can, the API has no function for it. */
void TerminateFromAnotherThread();

/** A global function `stop`: JS that has called it runs into its end at the next turn of a loop. */
class Stop {
 public:
  explicit Stop(JSVM_Env env);

 private:
  NativeFunction function_;
};

/** JS that never ends by itself. */
constexpr const char* kEndless = "stop(); for (;;);";

/** Compiles a script, which has to work, and runs it. */
JSVM_Status RunStatus(JSVM_Env env, const char* source);
/** Takes what a terminated call stores: null. */
void CheckTerminated(JSVM_Env env);
/** The VM is as good as new, with nothing stored. */
void CheckUsable(JSVM_Env env);

}  // namespace jsvm_test

#endif
