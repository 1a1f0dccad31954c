// Functions: making them, calling them, and what a callback learns of its call.

#include "jsvm_test.h"

namespace {

// What GetCbInfo says of a call with the given capacity, as text: the arguments that were written and the count.
std::string Arguments(JSVM_Env env, JSVM_CallbackInfo info, size_t capacity) {
  std::vector<JSVM_Value> argv(capacity, nullptr);
  size_t argc = capacity;
  CHECK_OK(OH_JSVM_GetCbInfo(env, info, &argc, argv.data(), nullptr, nullptr));
  std::string text;
  for (JSVM_Value value : argv) text += (value == nullptr ? "untouched" : Str(env, value)) + ",";
  return text + std::to_string(argc);
}

}  // namespace

JSVM_TEST(functions, CreateFunction_calls_the_callback) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) { return Num(e, 5); });
  SetGlobal(env, "f", function);
  CHECK_EQ(ToNumber(env, Run(env, "f()")), 5);
  CHECK_EQ(function.calls(), 1);
}

JSVM_TEST(functions, CreateFunction_name_and_its_length) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; });
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(env, "größer", JSVM_AUTO_LENGTH, function.callback(), &value));
  SetGlobal(env, "f", value);
  CHECK_EQ(Str(env, Run(env, "f.name")), "größer");
  CHECK_OK(OH_JSVM_CreateFunction(env, "abcdef", 3, function.callback(), &value));
  SetGlobal(env, "f", value);
  CHECK_EQ(Str(env, Run(env, "f.name")), "abc");
  CHECK_OK(OH_JSVM_CreateFunction(env, nullptr, JSVM_AUTO_LENGTH, function.callback(), &value));
  SetGlobal(env, "f", value);
  CHECK_EQ(Str(env, Run(env, "f.name")), "");
}

JSVM_TEST(functions, CreateFunction_refuses_a_name_longer_than_an_int) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; });
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_CreateFunction(env, "f", size_t{INT32_MAX} + 1, function.callback(), &value), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_CreateFunction(env, nullptr, size_t{INT32_MAX} + 1, function.callback(), &value));
}

JSVM_TEST(functions, callback_that_returns_NULL_returns_undefined) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; });
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "f()")), "undefined");
}

JSVM_TEST(functions, callback_struct_is_read_at_every_call) {
  TestVm vm;
  JSVM_Env env = vm.env();
  static int seen;
  seen = 0;
  auto read = [](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    void* data = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, nullptr, nullptr, nullptr, &data));
    seen = *static_cast<int*>(data);
    return nullptr;
  };
  int first = 1;
  int second = 2;
  JSVM_CallbackStruct callback = {read, &first};
  JSVM_Value function = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(env, "f", JSVM_AUTO_LENGTH, &callback, &function));
  SetGlobal(env, "f", function);
  Run(env, "f()");
  CHECK_EQ(seen, 1);
  callback.data = &second;
  Run(env, "f()");
  CHECK_EQ(seen, 2);
}

JSVM_TEST(functions, callback_without_code_returns_undefined) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_CallbackStruct empty = {nullptr, nullptr};
  JSVM_Value function = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(env, "f", JSVM_AUTO_LENGTH, &empty, &function));
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "f()")), "undefined");
}

JSVM_TEST(functions, callback_last_error_is_reset_at_entry) {
  TestVm vm;
  JSVM_Env env = vm.env();
  static JSVM_Status at_entry;
  at_entry = JSVM_GENERIC_FAILURE;
  // A plain callback: NativeFunction calls the API before its body.
  auto look = [](JSVM_Env e, JSVM_CallbackInfo) -> JSVM_Value {
    const JSVM_ExtendedErrorInfo* info = nullptr;
    CHECK_OK(OH_JSVM_GetLastErrorInfo(e, &info));
    at_entry = info->errorCode;
    return nullptr;
  };
  auto fail = [](JSVM_Env e, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_STATUS(OH_JSVM_CreateObject(e, nullptr), JSVM_INVALID_ARG);
    return nullptr;
  };
  JSVM_CallbackStruct looking = {look, nullptr};
  JSVM_CallbackStruct failing = {fail, nullptr};
  JSVM_Value function = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(env, nullptr, 0, &looking, &function));
  SetGlobal(env, "look", function);
  CHECK_OK(OH_JSVM_CreateFunction(env, nullptr, 0, &failing, &function));
  SetGlobal(env, "fail", function);
  Run(env, "fail(); look()");
  CHECK_EQ(at_entry, JSVM_OK);
}

JSVM_TEST(functions, callback_exception_is_thrown_into_JS_and_the_result_ignored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) {
    JSVM_Value result = Num(e, 1);
    CHECK_OK(OH_JSVM_ThrowTypeError(e, nullptr, "from native"));
    return result;
  });
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "try { f(); } catch (e) { String(e); }")), "TypeError: from native");
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(functions, callback_may_catch_what_JS_throws_below_it) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) {
    JSVM_Value thrower = Run(e, "(() => { throw new Error('below'); })");
    CHECK_STATUS(OH_JSVM_CallFunction(e, thrower, thrower, 0, nullptr, nullptr), JSVM_PENDING_EXCEPTION);
    return Utf8(e, "caught " + TakeException(e));
  });
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "f()")), "caught Error: below");
}

JSVM_TEST(functions, callbacks_nest_deeply) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) {
    size_t argc = 1;
    JSVM_Value depth = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, &argc, &depth, nullptr, nullptr));
    if (ToNumber(e, depth) == 0) return Num(e, 0);
    JSVM_Value next = Num(e, ToNumber(e, depth) - 1);
    JSVM_Value result = nullptr;
    CHECK_OK(OH_JSVM_CallFunction(e, next, Run(e, "f"), 1, &next, &result));
    return Num(e, ToNumber(e, result) + 1);
  });
  SetGlobal(env, "f", function);
  CHECK_EQ(ToNumber(env, Run(env, "f(50)")), 50);
}

JSVM_FATAL_TEST(functions, callback_that_leaves_a_handle_scope_open_aborts, "handle scope") {
  TestVm vm;
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo) -> JSVM_Value {
    JSVM_HandleScope scope = nullptr;
    CHECK_OK(OH_JSVM_OpenHandleScope(e, &scope));
    return nullptr;
  });
  SetGlobal(vm.env(), "f", function);
  Run(vm.env(), "f()");
}

JSVM_TEST(functions, CreateFunction_is_usable_with_new) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    JSVM_Value self = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, nullptr, nullptr, &self, nullptr));
    CHECK_OK(OH_JSVM_SetNamedProperty(e, self, "made", Num(e, 1)));
    return nullptr;
  });
  SetGlobal(env, "F", function);
  CHECK_EQ(Str(env, Run(env, "const o = new F(); [o.made, o instanceof F].join()")), "1,true");
}

JSVM_TEST(functions, GetCbInfo_fills_up_with_undefined_and_tells_the_real_count) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction three([](JSVM_Env e, JSVM_CallbackInfo info) { return Utf8(e, Arguments(e, info, 3)); });
  SetGlobal(env, "f", three);
  CHECK_EQ(Str(env, Run(env, "f()")), "undefined,undefined,undefined,0");
  CHECK_EQ(Str(env, Run(env, "f(1, 2)")), "1,2,undefined,2");
  CHECK_EQ(Str(env, Run(env, "f(1, 2, 3, 4, 5)")), "1,2,3,5");
}

JSVM_TEST(functions, GetCbInfo_count_alone) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) {
    size_t argc = 0;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, &argc, nullptr, nullptr, nullptr));
    return Num(e, static_cast<double>(argc));
  });
  SetGlobal(env, "f", function);
  CHECK_EQ(ToNumber(env, Run(env, "f(1, 2, 3)")), 3);
}

JSVM_TEST(functions, GetCbInfo_arguments_without_a_count_are_refused) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    JSVM_Value argument = nullptr;
    CHECK_STATUS(OH_JSVM_GetCbInfo(e, info, nullptr, &argument, nullptr, nullptr), JSVM_INVALID_ARG);
    CHECK_LAST_ERROR(e, JSVM_INVALID_ARG);
    CHECK(argument == nullptr);
    return nullptr;
  });
  SetGlobal(env, "f", function);
  Run(env, "f(1)");
  CHECK_EQ(function.calls(), 1);
}

JSVM_TEST(functions, GetCbInfo_this_of_each_kind_of_call) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) {
    JSVM_Value self = nullptr;
    CHECK_OK(OH_JSVM_GetCbInfo(e, info, nullptr, nullptr, &self, nullptr));
    return self;
  });
  SetGlobal(env, "f", function);
  CHECK(ToBool(env, Run(env, "f() === globalThis")));
  CHECK(ToBool(env, Run(env, "(() => { 'use strict'; return f() === globalThis; })()")));
  CHECK(ToBool(env, Run(env, "const o = {f}; o.f() === o")));
  CHECK_EQ(Str(env, Run(env, "typeof f.call(1) + ':' + f.call(1)")), "object:1");
}

JSVM_TEST(functions, GetCbInfo_works_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(e, nullptr, "stored"));
    CHECK_EQ(Arguments(e, info, 1), "text,1");
    JSVM_Value target = nullptr;
    CHECK_OK(OH_JSVM_GetNewTarget(e, info, &target));
    return nullptr;
  });
  SetGlobal(env, "f", function);
  CHECK_EQ(RunThrows(env, "f('text')"), "Error: stored");
}

JSVM_TEST(functions, GetNewTarget_of_a_plain_call_is_NULL) {
  TestVm vm;
  JSVM_Env env = vm.env();
  bool constructed = true;
  NativeFunction function([&](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    JSVM_Value target = Num(e, 1);
    CHECK_OK(OH_JSVM_GetNewTarget(e, info, &target));
    constructed = target != nullptr;
    return nullptr;
  });
  SetGlobal(env, "f", function);
  Run(env, "f()");
  CHECK(!constructed);
  Run(env, "new f()");
  CHECK(constructed);
}

JSVM_TEST(functions, GetNewTarget_is_the_derived_class) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction function([](JSVM_Env e, JSVM_CallbackInfo info) -> JSVM_Value {
    JSVM_Value target = nullptr;
    CHECK_OK(OH_JSVM_GetNewTarget(e, info, &target));
    SetGlobal(e, "target", target);
    return nullptr;
  });
  SetGlobal(env, "Base", function);
  CHECK(ToBool(env, Run(env, "class Derived extends Base {} new Derived(); target === Derived")));
}

JSVM_TEST(functions, CallFunction_passes_receiver_and_arguments) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value function = Run(env, "(function(a, b) { return [this.n, a, b, arguments.length].join(); })");
  JSVM_Value argv[] = {Num(env, 2), Num(env, 3)};
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_CallFunction(env, Run(env, "({n: 1})"), function, 2, argv, &result));
  CHECK_EQ(Str(env, result), "1,2,3,2");
}

JSVM_TEST(functions, CallFunction_works_without_a_result) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value function = Run(env, "(() => { globalThis.ran = 1; })");
  CHECK_OK(OH_JSVM_CallFunction(env, Undefined(env), function, 0, nullptr, nullptr));
  CHECK_EQ(ToNumber(env, Run(env, "ran")), 1);
}

JSVM_TEST(functions, CallFunction_of_something_else_is_an_invalid_argument) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_CallFunction(env, Undefined(env), Run(env, "({})"), 0, nullptr, &result), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(env, JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(functions, CallFunction_calls_a_proxy_of_a_function) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_CallFunction(env, Undefined(env), Run(env, "new Proxy(() => 4, {})"), 0, nullptr, &result));
  CHECK_EQ(ToNumber(env, result), 4);
}

JSVM_TEST(functions, CallFunction_stores_what_the_function_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value before = Num(env, 1);
  JSVM_Value result = before;
  JSVM_Value function = Run(env, "(() => { throw new RangeError('thrown'); })");
  CHECK_STATUS(OH_JSVM_CallFunction(env, before, function, 0, nullptr, &result), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK(result == before);
  CHECK_EQ(TakeException(env), "RangeError: thrown");
}

JSVM_TEST(functions, CallFunction_is_refused_while_an_exception_is_stored) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value function = Run(env, "(() => { globalThis.ran = 1; })");
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "stored"));
  CHECK_STATUS(OH_JSVM_CallFunction(env, function, function, 0, nullptr, nullptr), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: stored");
  CHECK_EQ(Str(env, Run(env, "typeof ran")), "undefined");
}

JSVM_TEST(functions, CallFunction_answers_a_NULL_argument_with_a_status) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value argv[] = {Num(env, 2), nullptr};
  CHECK_STATUS(OH_JSVM_CallFunction(env, argv[0], Run(env, "(() => 1)"), 2, argv, nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(functions, NewInstance_constructs) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value constructor = Run(env, "(class { constructor(a) { this.a = a; } })");
  JSVM_Value argument = Num(env, 3);
  JSVM_Value instance = nullptr;
  CHECK_OK(OH_JSVM_NewInstance(env, constructor, 1, &argument, &instance));
  SetGlobal(env, "o", instance);
  CHECK_EQ(ToNumber(env, Run(env, "o.a")), 3);
}

JSVM_TEST(functions, NewInstance_stores_what_the_constructor_throws) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value instance = nullptr;
  JSVM_Value constructor = Run(env, "(class { constructor() { throw new Error('no'); } })");
  CHECK_STATUS(OH_JSVM_NewInstance(env, constructor, 0, nullptr, &instance), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), "Error: no");
  CHECK(instance == nullptr);
}

JSVM_TEST(functions, NewInstance_of_a_function_that_is_no_constructor) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value instance = nullptr;
  CHECK_STATUS(OH_JSVM_NewInstance(env, Run(env, "(() => 1)"), 0, nullptr, &instance), JSVM_PENDING_EXCEPTION);
  CHECK_LAST_ERROR(env, JSVM_PENDING_EXCEPTION);
  CHECK(TakeException(env).ends_with("is not a constructor"));
}

JSVM_TEST(functions, NewInstance_of_something_else_is_an_invalid_argument) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value instance = nullptr;
  CHECK_STATUS(OH_JSVM_NewInstance(env, Run(env, "({})"), 0, nullptr, &instance), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(env));
}

JSVM_TEST(functions, CreateFunctionWithScript_has_parameters_and_body) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value names[] = {Utf8(env, "a"), Utf8(env, "b")};
  JSVM_Value function = nullptr;
  CHECK_OK(
      OH_JSVM_CreateFunctionWithScript(env, "add", JSVM_AUTO_LENGTH, 2, names, Utf8(env, "return a + b"), &function));
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "[f(1, 2), f.name, f.length].join()")), "3,add,2");
}

JSVM_TEST(functions, CreateFunctionWithScript_without_name_and_parameters) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value function = nullptr;
  CHECK_OK(OH_JSVM_CreateFunctionWithScript(env, nullptr, JSVM_AUTO_LENGTH, 0, nullptr,
                                            Utf8(env, "return arguments.length"), &function));
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "f(1, 2) + f.name")), "2");
}

JSVM_TEST(functions, CreateFunctionWithScript_bad_syntax_stores_a_SyntaxError) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value function = nullptr;
  CHECK_STATUS(
      OH_JSVM_CreateFunctionWithScript(env, "f", JSVM_AUTO_LENGTH, 0, nullptr, Utf8(env, "return ("), &function),
      JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(env, JSVM_GENERIC_FAILURE);
  CHECK(TakeException(env).starts_with("SyntaxError: "));
  CHECK(function == nullptr);
}

JSVM_TEST(functions, CreateFunctionWithScript_wants_strings) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value names[] = {Utf8(env, "a"), Num(env, 1)};
  JSVM_Value function = nullptr;
  CHECK_STATUS(OH_JSVM_CreateFunctionWithScript(env, "f", JSVM_AUTO_LENGTH, 2, names, Utf8(env, ""), &function),
               JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_CreateFunctionWithScript(env, "f", JSVM_AUTO_LENGTH, 1, names, Num(env, 1), &function),
               JSVM_STRING_EXPECTED);
  CHECK_LAST_ERROR(env, JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_CreateFunctionWithScript(env, "f", JSVM_AUTO_LENGTH, 1, nullptr, Utf8(env, ""), &function),
               JSVM_INVALID_ARG);
}

JSVM_TEST(functions, CreateFunctionWithScript_name_is_looked_at_after_compiling) {
  TestVm vm;
  JSVM_Env env = vm.env();
  constexpr size_t too_long = size_t{INT32_MAX} + 1;
  JSVM_Value function = nullptr;
  CHECK_STATUS(OH_JSVM_CreateFunctionWithScript(env, "f", too_long, 0, nullptr, Utf8(env, "("), &function),
               JSVM_GENERIC_FAILURE);
  CHECK(TakeException(env).starts_with("SyntaxError: "));
  CHECK_STATUS(OH_JSVM_CreateFunctionWithScript(env, "f", too_long, 0, nullptr, Utf8(env, ""), &function),
               JSVM_INVALID_ARG);
}
