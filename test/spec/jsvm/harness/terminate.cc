// V8's own switch for JS that has to end.

#include "terminate.h"

#include <dlfcn.h>

namespace jsvm_test {

namespace {

// By their names in the engine: tests see no headers of V8. A member function gets its object as its first argument.
template <typename Function>
Function* Engine(const char* symbol) {
  void* address = dlsym(RTLD_DEFAULT, symbol);
  if (address == nullptr) Fail(__FILE__, __LINE__, std::string("the engine has no ") + symbol);
  return reinterpret_cast<Function*>(address);
}

}  // namespace

void TerminateFromAnotherThread() {
  auto* current = Engine<void*()>("_ZN2v87Isolate10GetCurrentEv");
  auto* terminate = Engine<void(void*)>("_ZN2v87Isolate18TerminateExecutionEv");
  if (current == nullptr || terminate == nullptr) return;
  std::thread(terminate, current()).join();
}

Stop::Stop(JSVM_Env env)
    : function_([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value {
        TerminateFromAnotherThread();
        return nullptr;
      }) {
  SetGlobal(env, "stop", function_);
}

JSVM_Status RunStatus(JSVM_Env env, const char* source) {
  JSVM_Script script = nullptr;
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, source), nullptr, 0, false, nullptr, &script));
  return OH_JSVM_RunScript(env, script, &result);
}

void CheckTerminated(JSVM_Env env) {
  REQUIRE(ExceptionPending(env));
  JSVM_Value stored = nullptr;
  JSVM_ValueType type = JSVM_UNDEFINED;
  REQUIRE_OK(OH_JSVM_GetAndClearLastException(env, &stored));
  CHECK_OK(OH_JSVM_Typeof(env, stored, &type));
  CHECK_EQ(type, JSVM_NULL);
}

void CheckUsable(JSVM_Env env) {
  CHECK_EQ(ExceptionPending(env), false);
  CHECK_EQ(Str(env, Run(env, "[1, 2, 3].map((i) => i * 2).join()")), "2,4,6");
}

}  // namespace jsvm_test
