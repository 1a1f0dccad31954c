// Node-API while a VM of JSVM is entered.
#include "ark_runtime/jsvm.h"
#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;
using tests::Text;

namespace {

// A VM with everything entered. What a test leaves open is closed by End.
struct Vm {
  explicit Vm() {
    OH_JSVM_Init(nullptr);
    CHECK(OH_JSVM_CreateVM(nullptr, &vm) == JSVM_OK);
    CHECK(OH_JSVM_OpenVMScope(vm, &vm_scope) == JSVM_OK);
    CHECK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env) == JSVM_OK);
    CHECK(OH_JSVM_OpenEnvScope(env, &env_scope) == JSVM_OK);
    CHECK(OH_JSVM_OpenHandleScope(env, &handle_scope) == JSVM_OK);
  }

  void End() {
    CHECK(OH_JSVM_CloseHandleScope(env, handle_scope) == JSVM_OK);
    CHECK(OH_JSVM_CloseEnvScope(env, env_scope) == JSVM_OK);
    CHECK(OH_JSVM_CloseVMScope(vm, vm_scope) == JSVM_OK);
    CHECK(OH_JSVM_DestroyEnv(env) == JSVM_OK);
    CHECK(OH_JSVM_DestroyVM(vm) == JSVM_OK);
  }

  int Evaluate(const char* source) {
    JSVM_Value text = nullptr;
    JSVM_Script script = nullptr;
    JSVM_Value value = nullptr;
    int32_t result = -1;
    CHECK(OH_JSVM_CreateStringUtf8(env, source, JSVM_AUTO_LENGTH, &text) == JSVM_OK);
    CHECK(OH_JSVM_CompileScript(env, text, nullptr, 0, true, nullptr, &script) == JSVM_OK);
    CHECK(OH_JSVM_RunScript(env, script, &value) == JSVM_OK);
    CHECK(OH_JSVM_GetValueInt32(env, value, &result) == JSVM_OK);
    return result;
  }

  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  JSVM_HandleScope handle_scope = nullptr;
};

Vm* left_open = nullptr;

napi_value LeaveOpen(napi_env env, napi_callback_info) {
  left_open = new Vm();
  return Number(env, left_open->Evaluate("6 * 7"));
}

napi_value Fails(napi_env env, napi_callback_info) {
  left_open = new Vm();
  napi_throw_error(env, "E_EARLY", "early return");
  return nullptr;
}

void CloseLeft() {
  left_open->End();
  delete left_open;
  left_open = nullptr;
}

}  // namespace

NAPI_TEST(vm_scope, values_of_both_engines_side_by_side) {
  Vm vm;
  const napi_value object = Run(env, "({ a: 1 })");
  CHECK(vm.Evaluate("1 + 1") == 2);
  CHECK_OK(napi_set_named_property(env, object, "b", Text(env, "two")));
  CHECK(vm.Evaluate("2 + 2") == 4);
  tests::SetGlobal(env, "both", object);
  CHECK_TEXT(Str(env, Run(env, "JSON.stringify(both)")), R"({"a":1,"b":"two"})");
  vm.End();
}

NAPI_TEST(vm_scope, scripts_do_not_see_each_other) {
  Vm vm;
  Run(env, "globalThis.ofArkTS = 1");
  CHECK(vm.Evaluate("typeof ofArkTS === 'undefined' ? 1 : 0") == 1);
  CHECK(vm.Evaluate("globalThis.ofVm = 5") == 5);
  CHECK_TEXT(Str(env, Run(env, "typeof ofVm")), "undefined");
  vm.End();
}

NAPI_TEST(vm_scope, left_open_by_a_callback) {
  tests::SetGlobal(env, "leaveOpen", tests::Function(env, LeaveOpen));
  CHECK_TEXT(Str(env, Run(env, "[leaveOpen(), [3, 1, 2].sort().join(''), new Error('x').message].join()")), "42,123,x");
  CloseLeft();
}

NAPI_TEST(vm_scope, left_open_by_an_error) {
  tests::SetGlobal(env, "fails", tests::Function(env, Fails));
  CHECK_TEXT(Str(env, Run(env, "try { fails(); } catch (error) { error.code; }")), "E_EARLY");
  CloseLeft();
}

NAPI_TEST(vm_scope, native_calls_script_calls_native) {
  Vm vm;
  tests::SetGlobal(env, "leaveOpen", tests::Function(env, LeaveOpen));
  napi_value result = nullptr;
  const napi_value function = Run(env, "(x) => x + leaveOpen()");
  const napi_value argument = Number(env, 1);
  CHECK_OK(napi_call_function(env, nullptr, function, 1, &argument, &result));
  CHECK_TEXT(Str(env, result), "43");
  CHECK(vm.Evaluate("3 + 3") == 6);
  vm.End();
  CloseLeft();
}

NAPI_TEST(vm_scope, garbage_of_the_engine_can_be_collected) {
  Vm vm;
  tests::Collect(env);
  CHECK(vm.Evaluate("8") == 8);
  vm.End();
}

NAPI_TEST(vm_scope, finalizer_leaves_it_open) {
  const napi_value object = Run(env, "({})");
  int data = 0;
  CHECK_OK(napi_wrap(env, object, &data, [](napi_env, void*, void*) { left_open = new Vm(); }, nullptr, nullptr));
  CHECK_OK(napi_remove_wrap(env, object, nullptr));
  CHECK_TEXT(Str(env, Run(env, "[1, 2].join()")), "1,2");
  CloseLeft();
}
