// What the short ways of the library must not get wrong: many handle scopes, the env of a callback among several envs,
// numbers at the edges of V8's small ones.

#include <climits>

#include "jsvm_test.h"

namespace {

// Opens and closes scopes of both kinds down to `depth`, with a value in each that must be whole afterwards.
void Nest(JSVM_Env env, int depth) {
  if (depth == 0) return;
  JSVM_Value before = Num(env, depth);
  if (depth % 3 == 0) {
    JSVM_EscapableHandleScope scope = nullptr;
    CHECK_OK(OH_JSVM_OpenEscapableHandleScope(env, &scope));
    JSVM_Value inside = Num(env, depth + 0.5);
    Nest(env, depth - 1);
    JSVM_Value escaped = nullptr;
    CHECK_OK(OH_JSVM_EscapeHandle(env, scope, inside, &escaped));
    CHECK_OK(OH_JSVM_CloseEscapableHandleScope(env, scope));
    CHECK_EQ(ToNumber(env, escaped), depth + 0.5);
  } else {
    HandleScope scope(env);
    JSVM_Value inside = Num(env, -depth);
    Nest(env, depth - 1);
    CHECK_EQ(ToNumber(env, inside), -depth);
  }
  CHECK_EQ(ToNumber(env, before), depth);
}

}  // namespace

JSVM_TEST(quick_paths, HandleScopes_nested_deeply) {
  TestVm vm;
  Nest(vm.env(), 100);
  Nest(vm.env(), 15);
  Nest(vm.env(), 16);
  Nest(vm.env(), 17);
}

JSVM_TEST(quick_paths, HandleScope_opened_and_closed_at_every_depth) {
  TestVm vm({.handle_scope = false});
  std::vector<JSVM_HandleScope> scopes;
  for (int depth = 0; depth < 50; ++depth) {
    {
      HandleScope scope(vm.env());
    }
    scopes.emplace_back();
    CHECK_OK(OH_JSVM_OpenHandleScope(vm.env(), &scopes.back()));
  }
  for (; !scopes.empty(); scopes.pop_back()) {
    CHECK_OK(OH_JSVM_CloseHandleScope(vm.env(), scopes.back()));
    {
      HandleScope scope(vm.env());
    }
  }
}

JSVM_TEST(quick_paths, callback_gets_the_env_it_was_made_in) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  JSVM_Env seen = nullptr;
  NativeFunction function([&](JSVM_Env e, JSVM_CallbackInfo) -> JSVM_Value {
    seen = e;
    return nullptr;
  });
  JSVM_Value first = nullptr, second = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(vm.env(), nullptr, 0, function.callback(), &first));
  CHECK_OK(OH_JSVM_CreateFunction(other, nullptr, 0, function.callback(), &second));
  for (JSVM_Env env : {vm.env(), other}) {
    SetGlobal(env, "first", first);
    SetGlobal(env, "second", second);
    Run(env, "first()");
    CHECK(seen == vm.env());
    Run(env, "second()");
    CHECK(seen == other);
  }
  CHECK_EQ(function.calls(), 4);
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(quick_paths, callback_of_a_destroyed_env_returns_undefined) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) { return Num(e, 5); });
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(other, nullptr, 0, function.callback(), &value));
  SetGlobal(vm.env(), "f", value);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "f()")), "5");
  CHECK_OK(OH_JSVM_DestroyEnv(other));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "f()")), "undefined");
  CHECK_EQ(function.calls(), 1);
}

JSVM_TEST(quick_paths, callback_of_a_later_env) {
  JSVM_VM vm = nullptr;
  JSVM_VMScope scope = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &scope));
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) { return Num(e, 5); });
  for (int i = 0; i < 3; ++i) {
    JSVM_Env env = nullptr;
    JSVM_EnvScope env_scope = nullptr;
    CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
    CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
    {
      HandleScope handles(env);
      JSVM_Value value = nullptr;
      CHECK_OK(OH_JSVM_CreateFunction(env, nullptr, 0, function.callback(), &value));
      SetGlobal(env, "f", value);
      CHECK_EQ(Str(env, Run(env, "f()")), "5");
    }
    CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
    CHECK_OK(OH_JSVM_DestroyEnv(env));
  }
  CHECK_EQ(function.calls(), 3);
  CHECK_OK(OH_JSVM_CloseVMScope(vm, scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(quick_paths, callback_that_throws_in_the_only_env) {
  TestVm vm;
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowRangeError(e, nullptr, "far"));
    return Num(e, 5);
  });
  SetGlobal(vm.env(), "f", function);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "try { f() } catch (error) { String(error) }")), "RangeError: far");
}

JSVM_TEST(quick_paths, numbers_at_the_edges_of_32_bits) {
  TestVm vm;
  JSVM_Env env = vm.env();
  for (int32_t number : {INT32_MIN, INT32_MIN + 1, -1, 0, 1, 1 << 30, INT32_MAX}) {
    JSVM_Value value = nullptr;
    int32_t as_int = 0;
    uint32_t as_uint = 0;
    int64_t as_long = 0;
    double as_double = 0;
    CHECK_OK(OH_JSVM_CreateInt32(env, number, &value));
    CHECK_OK(OH_JSVM_GetValueInt32(env, value, &as_int));
    CHECK_OK(OH_JSVM_GetValueUint32(env, value, &as_uint));
    CHECK_OK(OH_JSVM_GetValueInt64(env, value, &as_long));
    CHECK_OK(OH_JSVM_GetValueDouble(env, value, &as_double));
    CHECK_EQ(as_int, number);
    CHECK_EQ(as_uint, static_cast<uint32_t>(number));
    CHECK_EQ(as_long, int64_t{number});
    CHECK_EQ(as_double, static_cast<double>(number));
    CHECK_EQ(Str(env, value), std::to_string(number));
  }
}

JSVM_TEST(quick_paths, many_small_numbers_in_one_handle_scope) {
  TestVm vm;
  // More than a block of V8's handles holds.
  std::vector<JSVM_Value> values(5000);
  for (size_t i = 0; i < values.size(); ++i) {
    CHECK_OK(OH_JSVM_CreateInt32(vm.env(), static_cast<int32_t>(i), &values[i]));
  }
  for (size_t i = 0; i < values.size(); ++i) CHECK_EQ(ToNumber(vm.env(), values[i]), static_cast<double>(i));
}
