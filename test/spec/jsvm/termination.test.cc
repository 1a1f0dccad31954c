// JS that is ended from outside, as a debugger does with an endless loop.

#include "terminate.h"

JSVM_TEST(termination, RunScript_fails_and_the_vm_goes_on) {
  TestVm test;
  Stop stop(test.env());
  for (int i = 0; i < 3; ++i) {
    CHECK_STATUS(RunStatus(test.env(), kEndless), JSVM_GENERIC_FAILURE);
    CHECK_LAST_ERROR(test.env(), JSVM_GENERIC_FAILURE);
    CheckTerminated(test.env());
    CheckUsable(test.env());
  }
}

JSVM_TEST(termination, the_script_cannot_catch_it) {
  TestVm test;
  Stop stop(test.env());
  constexpr const char* kStubborn =
      "var seen = ''; try { stop(); for (;;); } catch { seen += 'caught' } finally { seen += 'finally' } seen = 'on'";
  CHECK_STATUS(RunStatus(test.env(), kStubborn), JSVM_GENERIC_FAILURE);
  CheckTerminated(test.env());
  CHECK_EQ(Str(test.env(), Run(test.env(), "seen")), "");
}

JSVM_TEST(termination, a_stored_one_refuses_calls_until_it_is_taken) {
  TestVm test;
  Stop stop(test.env());
  CHECK_STATUS(RunStatus(test.env(), kEndless), JSVM_GENERIC_FAILURE);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_JsonParse(test.env(), Utf8(test.env(), "1"), &value), JSVM_PENDING_EXCEPTION);
  CheckTerminated(test.env());
  CheckUsable(test.env());
}

JSVM_TEST(termination, microtasks_after_a_script) {
  TestVm test;
  Stop stop(test.env());
  CHECK_STATUS(RunStatus(test.env(), "Promise.resolve().then(() => { stop(); for (;;); }); 1"), JSVM_GENERIC_FAILURE);
  CheckTerminated(test.env());
  CheckUsable(test.env());
}

JSVM_TEST(termination, microtasks_of_a_checkpoint) {
  TestVm test;
  Stop stop(test.env());
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(test.vm(), JSVM_MICROTASK_EXPLICIT));
  Run(test.env(), "var after = 0; Promise.resolve().then(() => { stop(); for (;;); }).then(() => after++)");
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(test.vm()));
  CheckUsable(test.env());
  CHECK_EQ(ToNumber(test.env(), Run(test.env(), "after")), 0);
}

JSVM_TEST(termination, microtasks_after_a_call) {
  TestVm test;
  JSVM_Env env = test.env();
  Stop stop(env);
  JSVM_Value function = Run(env, "() => { Promise.resolve().then(() => { stop(); for (;;); }); return 1 }");
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_CallFunction(env, Undefined(env), function, 0, nullptr, &result), JSVM_PENDING_EXCEPTION);
  CheckTerminated(env);
  CheckUsable(env);
}

JSVM_TEST(termination, through_native_code_up_to_the_outermost_script) {
  TestVm test;
  JSVM_Env env = test.env();
  Stop stop(env);
  static int after;
  after = 0;
  NativeFunction again([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    HandleScope handles(env);
    JSVM_Value endless = nullptr;
    JSVM_Value global = nullptr;
    JSVM_Value result = nullptr;
    CHECK_OK(OH_JSVM_GetGlobal(env, &global));
    CHECK_OK(OH_JSVM_GetNamedProperty(env, global, "endless", &endless));
    CHECK_STATUS(OH_JSVM_CallFunction(env, global, endless, 0, nullptr, &result), JSVM_PENDING_EXCEPTION);
    ++after;
    return nullptr;  // with the exception stored: the script goes on to its end all the same
  });
  SetGlobal(env, "again", again);
  constexpr const char* kNested =
      "var depth = 0; var seen = '';"
      "function endless() { if (++depth < 5) { again(); seen += 'on' } stop(); for (;;); }"
      "try { again() } catch { seen += 'caught' }";
  CHECK_STATUS(RunStatus(env, kNested), JSVM_GENERIC_FAILURE);
  CheckTerminated(env);
  CHECK_EQ(after, 5);
  CHECK_EQ(Str(env, Run(env, "seen")), "");
  CheckUsable(env);
}

JSVM_TEST(termination, native_code_that_takes_the_exception_cannot_stop_it) {
  TestVm test;
  JSVM_Env env = test.env();
  Stop stop(env);
  NativeFunction again([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_STATUS(RunStatus(env, kEndless), JSVM_GENERIC_FAILURE);
    CheckTerminated(env);
    return nullptr;
  });
  SetGlobal(env, "again", again);
  CHECK_STATUS(RunStatus(env, "var seen = ''; again(); seen = 'on'"), JSVM_GENERIC_FAILURE);
  CheckTerminated(env);
  CHECK_EQ(Str(env, Run(env, "seen")), "");
  CheckUsable(env);
}

JSVM_TEST(termination, before_the_script_ends_the_next_one) {
  TestVm test;
  TerminateFromAnotherThread();
  CHECK_STATUS(RunStatus(test.env(), "for (;;);"), JSVM_GENERIC_FAILURE);
  CheckTerminated(test.env());
  CheckUsable(test.env());
}
