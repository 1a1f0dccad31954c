// Compile and run: statuses, stored exceptions, lifetimes, origins, options.
#include "jsvm_test.h"

namespace {

JSVM_Script Compile(JSVM_Env env, const char* source) {
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, source), nullptr, 0, false, nullptr, &script));
  return script;
}

std::string RunToText(JSVM_Env env, JSVM_Script script) {
  JSVM_Value result = nullptr;
  if (!CHECK_OK(OH_JSVM_RunScript(env, script, &result))) return "";
  return Str(env, result);
}

JSVM_CompileOptions Mode(int mode) {
  JSVM_CompileOptions option{};
  option.id = JSVM_COMPILE_MODE;
  option.content.num = mode;
  return option;
}

JSVM_CompileOptions Pointer(JSVM_CompileOptionId id, void* pointer) {
  JSVM_CompileOptions option{};
  option.id = id;
  option.content.ptr = pointer;
  return option;
}

}  // namespace

JSVM_TEST(scripts, CompileScript_not_a_string) {
  TestVm vm;
  JSVM_Script script = nullptr;
  CHECK_STATUS(OH_JSVM_CompileScript(vm.env(), Num(vm.env(), 1), nullptr, 0, false, nullptr, &script),
               JSVM_STRING_EXPECTED);
  CHECK_LAST_ERROR(vm.env(), JSVM_STRING_EXPECTED);
  CHECK(script == nullptr);
}

JSVM_TEST(scripts, CompileScript_syntax_error_is_stored) {
  TestVm vm;
  JSVM_Script script = nullptr;
  CHECK_STATUS(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "let ="), nullptr, 0, false, nullptr, &script),
               JSVM_GENERIC_FAILURE);
  CHECK(script == nullptr);
  CHECK(TakeException(vm.env()).starts_with("SyntaxError:"));
}

JSVM_TEST(scripts, CompileScript_refused_while_exception_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value source = Utf8(env, "1");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "first"));
  JSVM_Script script = nullptr;
  CHECK_STATUS(OH_JSVM_CompileScript(env, source, nullptr, 0, false, nullptr, &script), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: first");
}

JSVM_TEST(scripts, CompileScript_has_no_name_in_stacks) {
  TestVm vm;
  JSVM_Value stack = Run(vm.env(), "new Error('x').stack");
  CHECK(Str(vm.env(), stack).find("<anonymous>:1:1") != std::string::npos);
}

JSVM_TEST(scripts, CompileScript_eager_runs_the_same) {
  TestVm vm;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "(() => 42)()"), nullptr, 0, true, nullptr, &script));
  CHECK_EQ(RunToText(vm.env(), script), "42");
}

JSVM_TEST(scripts, RunScript_throw_is_generic_failure_with_exception) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "throw new RangeError('far')");
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_RunScript(vm.env(), script, &result), JSVM_GENERIC_FAILURE);
  CHECK(result == nullptr);
  CHECK_EQ(TakeException(vm.env()), "RangeError: far");
}

JSVM_TEST(scripts, RunScript_many_times) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "globalThis.n = (globalThis.n || 0) + 1");
  CHECK_EQ(RunToText(vm.env(), script), "1");
  CHECK_EQ(RunToText(vm.env(), script), "2");
}

JSVM_TEST(scripts, RunScript_let_twice_is_a_syntax_error) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "let once = 1; once");
  CHECK_EQ(RunToText(vm.env(), script), "1");
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_RunScript(vm.env(), script, &result), JSVM_GENERIC_FAILURE);
  CHECK(TakeException(vm.env()).starts_with("SyntaxError:"));
}

JSVM_TEST(scripts, RunScript_drains_microtasks_at_the_outermost_call) {
  TestVm vm;
  Run(vm.env(), "globalThis.done = false; Promise.resolve().then(() => { done = true; });");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "done")), "true");
}

JSVM_TEST(scripts, RunScript_inside_a_callback_does_not_drain) {
  TestVm vm;
  NativeFunction inner([](JSVM_Env env, JSVM_CallbackInfo) {
    Run(env, "Promise.resolve().then(() => { globalThis.drained = true; });");
    return Run(env, "typeof drained");
  });
  SetGlobal(vm.env(), "inner", inner);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "inner()")), "undefined");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "drained")), "true");
}

JSVM_TEST(scripts, RunScript_plain_context_has_no_node_globals) {
  TestVm vm;
  JSVM_Value types = Run(vm.env(),
                         "[typeof process, typeof require, typeof setTimeout, typeof Buffer, typeof console, "
                         "typeof WebAssembly, typeof SharedArrayBuffer, typeof Intl].join()");
  CHECK_EQ(Str(vm.env(), types), "undefined,undefined,undefined,undefined,object,object,function,object");
}

JSVM_TEST(scripts, RetainScript_survives_its_handle_scope) {
  TestVm vm;
  JSVM_Script script = nullptr;
  {
    HandleScope scope(vm.env());
    script = Compile(vm.env(), "6 * 7");
    CHECK_OK(OH_JSVM_RetainScript(vm.env(), script));
  }
  CollectGarbage(vm.env());
  CHECK_EQ(RunToText(vm.env(), script), "42");
  CHECK_OK(OH_JSVM_ReleaseScript(vm.env(), script));
}

JSVM_TEST(scripts, RetainScript_twice) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "1");
  CHECK_OK(OH_JSVM_RetainScript(vm.env(), script));
  CHECK_STATUS(OH_JSVM_RetainScript(vm.env(), script), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_ReleaseScript(vm.env(), script));
}

JSVM_TEST(scripts, ReleaseScript_not_retained) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "1");
  CHECK_STATUS(OH_JSVM_ReleaseScript(vm.env(), script), JSVM_INVALID_ARG);
}

JSVM_TEST(scripts, RetainScript_works_while_exception_stored) {
  TestVm vm;
  JSVM_Script script = Compile(vm.env(), "1");
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_OK(OH_JSVM_RetainScript(vm.env(), script));
  CHECK_OK(OH_JSVM_ReleaseScript(vm.env(), script));
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
}

JSVM_TEST(scripts, CompileScriptWithOrigin_names_and_offsets) {
  TestVm vm;
  JSVM_ScriptOrigin origin{nullptr, "app/main.js", 10, 20};
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOrigin(vm.env(), Utf8(vm.env(), "new Error('x').stack"), nullptr, 0, false, nullptr,
                                           &origin, &script));
  CHECK(RunToText(vm.env(), script).find("app/main.js:11:21") != std::string::npos);
}

JSVM_FATAL_TEST(scripts, CompileScriptWithOrigin_without_a_name, "resourceName") {
  TestVm vm;
  JSVM_ScriptOrigin origin{nullptr, nullptr, 0, 0};
  JSVM_Script script = nullptr;
  OH_JSVM_CompileScriptWithOrigin(vm.env(), Utf8(vm.env(), "1"), nullptr, 0, false, nullptr, &origin, &script);
}

JSVM_TEST(scripts, CompileScriptWithOptions_no_options) {
  TestVm vm;
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "new Error('x').stack"), 0, nullptr, &script));
  CHECK(RunToText(vm.env(), script).find("script_") != std::string::npos);
}

JSVM_TEST(scripts, CompileScriptWithOptions_each_mode) {
  TestVm vm;
  for (int mode : {0, 2, 3, 4}) {
    JSVM_CompileOptions options[] = {Mode(mode)};
    JSVM_Script script = nullptr;
    CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "5"), 1, options, &script));
    CHECK_EQ(RunToText(vm.env(), script), "5");
  }
}

JSVM_TEST(scripts, CompileScriptWithOptions_bad_mode) {
  TestVm vm;
  for (int mode : {-1, 5, 100}) {
    JSVM_CompileOptions options[] = {Mode(mode)};
    JSVM_Script script = nullptr;
    CHECK_STATUS(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "5"), 1, options, &script),
                 JSVM_INVALID_ARG);
    CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  }
}

JSVM_TEST(scripts, CompileScriptWithOptions_consume_without_cache) {
  TestVm vm;
  JSVM_CompileOptions options[] = {Mode(JSVM_COMPILE_MODE_CONSUME_CODE_CACHE)};
  JSVM_Script script = nullptr;
  CHECK_STATUS(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "5"), 1, options, &script), JSVM_INVALID_ARG);
}

JSVM_TEST(scripts, CompileScriptWithOptions_later_entry_wins) {
  TestVm vm;
  JSVM_CompileOptions options[] = {Mode(99), Mode(JSVM_COMPILE_MODE_EAGER_COMPILE)};
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "5"), 2, options, &script));
}

JSVM_TEST(scripts, CompileScriptWithOptions_unknown_id_is_skipped) {
  TestVm vm;
  JSVM_CompileOptions options[] = {Pointer(static_cast<JSVM_CompileOptionId>(77), nullptr)};
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "5"), 1, options, &script));
}

JSVM_TEST(scripts, CompileScriptWithOptions_origin) {
  TestVm vm;
  JSVM_ScriptOrigin origin{nullptr, "named.js", 0, 0};
  JSVM_CompileOptions options[] = {Pointer(JSVM_COMPILE_SCRIPT_ORIGIN, &origin)};
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "new Error('x').stack"), 1, options, &script));
  CHECK(RunToText(vm.env(), script).find("named.js:1:1") != std::string::npos);
}

JSVM_TEST(scripts, CompileScriptWithOptions_profile_is_ignored) {
  TestVm vm;
  int numbers[] = {1, 2, 3};
  JSVM_CompileProfile profile{numbers, 3};
  JSVM_CompileOptions options[] = {
      Mode(JSVM_COMPILE_MODE_CONSUME_COMPILE_PROFILE),
      Pointer(JSVM_COMPILE_COMPILE_PROFILE, const_cast<void*>(static_cast<const void*>(&profile)))};
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(vm.env(), Utf8(vm.env(), "8"), 2, options, &script));
  CHECK_EQ(RunToText(vm.env(), script), "8");
}
