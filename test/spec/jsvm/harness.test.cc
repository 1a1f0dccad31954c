// Tests of the test harness itself: a broken check would make every other test pass.

#include <cstdio>
#include <cstdlib>

#include "jsvm_test.h"

JSVM_TEST(harness, Run_returns_the_value_of_the_script) {
  TestVm vm;
  CHECK_EQ(ToNumber(vm.env(), Run(vm.env(), "6 * 7")), 42);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "Symbol('s')")), "Symbol(s)");
}

JSVM_TEST(harness, RunThrows_returns_the_exception_as_text) {
  TestVm vm;
  CHECK_EQ(RunThrows(vm.env(), "throw new TypeError('no')"), "TypeError: no");
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(harness, NativeFunction_is_called_with_its_own_body) {
  TestVm vm;
  NativeFunction first([](JSVM_Env env, JSVM_CallbackInfo) { return Num(env, 1); });
  NativeFunction second([](JSVM_Env env, JSVM_CallbackInfo) { return Num(env, 2); });
  SetGlobal(vm.env(), "first", first);
  SetGlobal(vm.env(), "second", second);
  CHECK_EQ(ToNumber(vm.env(), Run(vm.env(), "first() * 10 + second()")), 12);
  CHECK_EQ(first.calls(), 1);
}

JSVM_TEST(harness, Same_compares_integers_by_value_and_text_by_content) {
  CHECK(!Same(-1, 4294967295u));
  CHECK(Same(1u, 1));
  const std::string text = "text";
  CHECK(Same("text", text.c_str()));
  CHECK(!Same("text", "test"));
}

JSVM_TEST(harness, failed_checks_are_recorded_with_place_and_values) {
  const int answer = 41;
  const std::vector<std::string> failures = FailuresOf([&] {
    CHECK(answer == 42);
    CHECK_EQ(answer, 42);
    CHECK_OK(OH_JSVM_GetVMInfo(nullptr));
  });
  REQUIRE(failures.size() == 3);
  CHECK(failures[0].starts_with("harness.test.cc:"));
  CHECK(failures[0].ends_with("answer == 42 is false"));
  CHECK(failures[1].ends_with("answer is 41, expected 42"));
  CHECK(failures[2].ends_with("OH_JSVM_GetVMInfo(nullptr) returned JSVM_INVALID_ARG, expected JSVM_OK"));
}

JSVM_TEST(harness, TestVm_reports_what_is_left_open) {
  const std::vector<std::string> failures = FailuresOf([] {
    TestVm vm;
    JSVM_Ref reference = nullptr;
    CHECK_OK(OH_JSVM_CreateReference(vm.env(), Run(vm.env(), "({})"), 1, &reference));
  });
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].ends_with("ledger: 1 references"));
}

JSVM_TEST(harness, TestVm_reports_a_stored_exception) {
  const std::vector<std::string> failures = FailuresOf([] {
    TestVm vm;
    CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "forgotten"));
  });
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].ends_with("the test left an exception stored: Error: forgotten"));
}

JSVM_FATAL_TEST(harness, fatal_test_passes_when_the_process_aborts_with_its_text, "the last words") {
  std::fputs("the last words\n", stderr);
  std::abort();
}
