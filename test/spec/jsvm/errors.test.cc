// Errors, stored exceptions, the last error.
#include <iterator>

#include "jsvm_test.h"

namespace {

using ThrowFunction = JSVM_Status (*)(JSVM_Env env, const char* code, const char* msg);
using CreateFunction = JSVM_Status (*)(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result);

struct ErrorKind {
  const char* name;
  ThrowFunction throw_new;
  CreateFunction create;
};

constexpr ErrorKind kKinds[] = {
    {"Error", OH_JSVM_ThrowError, OH_JSVM_CreateError},
    {"TypeError", OH_JSVM_ThrowTypeError, OH_JSVM_CreateTypeError},
    {"RangeError", OH_JSVM_ThrowRangeError, OH_JSVM_CreateRangeError},
    {"SyntaxError", OH_JSVM_ThrowSyntaxError, OH_JSVM_CreateSyntaxError},
};

// Evaluates an expression about a value called `e`.
std::string About(JSVM_Env env, JSVM_Value value, const char* expression) {
  SetGlobal(env, "e", value);
  return Str(env, Run(env, expression));
}

const JSVM_ExtendedErrorInfo* LastError(JSVM_Env env) {
  const JSVM_ExtendedErrorInfo* info = nullptr;
  CHECK_OK(OH_JSVM_GetLastErrorInfo(env, &info));
  return info;
}

}  // namespace

JSVM_TEST(errors, Throw_any_value) {
  TestVm vm;
  for (const char* source :
       {"undefined", "null", "0", "'text'", "Symbol('s')", "1n", "({ own: 1 })", "new Error('e')"}) {
    JSVM_Value thrown = Run(vm.env(), source);
    CHECK_OK(OH_JSVM_Throw(vm.env(), thrown));
    CHECK_LAST_ERROR(vm.env(), JSVM_OK);
    JSVM_Value taken = TakeExceptionValue(vm.env());
    bool same = false;
    CHECK_OK(OH_JSVM_StrictEquals(vm.env(), thrown, taken, &same));
    CHECK(same);
  }
}

JSVM_TEST(errors, Throw_null_stores_nothing) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(errors, Throw_keeps_the_first_exception) {
  TestVm vm;
  JSVM_Value second = Utf8(vm.env(), "second");
  CHECK_OK(OH_JSVM_Throw(vm.env(), Utf8(vm.env(), "first")));
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), second), JSVM_PENDING_EXCEPTION);
  for (const ErrorKind& kind : kKinds) {
    CHECK_STATUS(kind.throw_new(vm.env(), nullptr, "third"), JSVM_PENDING_EXCEPTION);
    CHECK_STATUS(kind.throw_new(vm.env(), nullptr, nullptr), JSVM_PENDING_EXCEPTION);
  }
  CHECK_EQ(TakeException(vm.env()), "first");
}

JSVM_TEST(errors, ThrowError_kinds_message_and_code) {
  TestVm vm;
  for (const ErrorKind& kind : kKinds) {
    CHECK_OK(kind.throw_new(vm.env(), "E_CODE", "gr\xc3\xbc\xc3\x9f dich"));
    JSVM_Value error = TakeExceptionValue(vm.env());
    bool is_error = false;
    CHECK_OK(OH_JSVM_IsError(vm.env(), error, &is_error));
    CHECK(is_error);
    CHECK_EQ(About(vm.env(), error, "e.name"), kind.name);
    CHECK_EQ(About(vm.env(), error, "e.constructor.name"), kind.name);
    CHECK_EQ(About(vm.env(), error, "e.message"), "gr\xc3\xbc\xc3\x9f dich");
    CHECK_EQ(About(vm.env(), error, "JSON.stringify(Object.getOwnPropertyDescriptor(e, 'code'))"),
             "{\"value\":\"E_CODE\",\"writable\":true,\"enumerable\":true,\"configurable\":true}");
  }
}

JSVM_TEST(errors, ThrowError_without_code_has_none) {
  TestVm vm;
  for (const ErrorKind& kind : kKinds) {
    CHECK_OK(kind.throw_new(vm.env(), nullptr, ""));
    CHECK_EQ(About(vm.env(), TakeExceptionValue(vm.env()), "('code' in e) + e.message"), "false");
  }
}

JSVM_TEST(errors, ThrowError_without_message) {
  TestVm vm;
  for (const ErrorKind& kind : kKinds) {
    CHECK_STATUS(kind.throw_new(vm.env(), "E_CODE", nullptr), JSVM_INVALID_ARG);
    CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
    CHECK(!ExceptionPending(vm.env()));
  }
}

JSVM_TEST(errors, ThrowError_code_that_cannot_be_assigned) {
  TestVm vm;
  Run(vm.env(), "Object.defineProperty(Error.prototype, 'code', { set() { throw 'setter' }, configurable: true })");
  CHECK_STATUS(OH_JSVM_ThrowError(vm.env(), "E_CODE", "text"), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(vm.env()), "setter");
}

JSVM_TEST(errors, Throw_inside_a_callback_reaches_js) {
  TestVm vm;
  NativeFunction thrower([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowRangeError(env, "E_RANGE", "from native"));
    CHECK(ExceptionPending(env));
    return nullptr;
  });
  SetGlobal(vm.env(), "thrower", thrower);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "try { thrower() } catch (e) { e.name + e.code + e.message }")),
           "RangeErrorE_RANGEfrom native");
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(errors, Throw_inside_a_callback_unwinds_to_the_native_caller) {
  TestVm vm;
  NativeFunction thrower([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "up"));
    return nullptr;
  });
  SetGlobal(vm.env(), "thrower", thrower);
  CHECK_EQ(RunThrows(vm.env(), "thrower()"), "Error: up");
}

JSVM_TEST(errors, GetAndClearLastException_none_gives_undefined) {
  TestVm vm;
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_GetAndClearLastException(vm.env(), &value));
  CHECK_EQ(Str(vm.env(), value), "undefined");
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
}

JSVM_TEST(errors, GetAndClearLastException_null_result_keeps_it) {
  TestVm vm;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_STATUS(OH_JSVM_GetAndClearLastException(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(errors, IsExceptionPending_resets_the_last_error) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_IsExceptionPending(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  bool pending = true;
  CHECK_OK(OH_JSVM_IsExceptionPending(vm.env(), &pending));
  CHECK(!pending);
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
}

JSVM_TEST(errors, CreateError_kinds) {
  TestVm vm;
  for (const ErrorKind& kind : kKinds) {
    JSVM_Value error = nullptr;
    CHECK_OK(kind.create(vm.env(), Utf8(vm.env(), "E_CODE"), Utf8(vm.env(), "text"), &error));
    CHECK(!ExceptionPending(vm.env()));
    CHECK_EQ(About(vm.env(), error, "[e.name, e.message, e.code, e instanceof globalThis[e.name]].join()"),
             std::string(kind.name) + ",text,E_CODE,true");
    CHECK_OK(kind.create(vm.env(), nullptr, Utf8(vm.env(), ""), &error));
    CHECK_EQ(About(vm.env(), error, "String('code' in e) + e.message"), "false");
  }
}

JSVM_TEST(errors, CreateError_wants_strings) {
  TestVm vm;
  JSVM_Value text = Utf8(vm.env(), "text");
  JSVM_Value number = Num(vm.env(), 1);
  for (const ErrorKind& kind : kKinds) {
    JSVM_Value error = nullptr;
    CHECK_STATUS(kind.create(vm.env(), nullptr, number, &error), JSVM_STRING_EXPECTED);
    CHECK_LAST_ERROR(vm.env(), JSVM_STRING_EXPECTED);
    CHECK_STATUS(kind.create(vm.env(), number, text, &error), JSVM_STRING_EXPECTED);
    CHECK_STATUS(kind.create(vm.env(), Undefined(vm.env()), text, &error), JSVM_STRING_EXPECTED);
    CHECK_STATUS(kind.create(vm.env(), text, Run(vm.env(), "new String('x')"), &error), JSVM_STRING_EXPECTED);
    CHECK_STATUS(kind.create(vm.env(), text, nullptr, &error), JSVM_INVALID_ARG);
    CHECK_STATUS(kind.create(vm.env(), text, text, nullptr), JSVM_INVALID_ARG);
    CHECK(error == nullptr);
    CHECK(!ExceptionPending(vm.env()));
  }
}

JSVM_TEST(errors, CreateError_works_while_exception_stored) {
  TestVm vm;
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  JSVM_Value errors[std::size(kKinds)] = {};
  for (size_t i = 0; i < std::size(kKinds); ++i) {
    CHECK_OK(kKinds[i].create(vm.env(), Utf8(vm.env(), "C"), Utf8(vm.env(), "other"), &errors[i]));
  }
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
  for (size_t i = 0; i < std::size(kKinds); ++i) CHECK_EQ(About(vm.env(), errors[i], "e.name"), kKinds[i].name);
}

JSVM_TEST(errors, CreateError_code_that_cannot_be_assigned) {
  TestVm vm;
  Run(vm.env(), "Object.defineProperty(Error.prototype, 'code', { set() { throw 'setter' }, configurable: true })");
  JSVM_Value error = nullptr;
  CHECK_STATUS(OH_JSVM_CreateError(vm.env(), Utf8(vm.env(), "C"), Utf8(vm.env(), "text"), &error),
               JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  // Class I catches nothing, so nothing is stored.
  CHECK(!ExceptionPending(vm.env()));
  CHECK_OK(OH_JSVM_CreateError(vm.env(), nullptr, Utf8(vm.env(), "text"), &error));
}

JSVM_TEST(errors, CreateError_without_an_env_scope) {
  InitOnce();
  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env));
  {
    HandleScope handles(env);
    JSVM_Value error = nullptr;
    CHECK_OK(OH_JSVM_CreateTypeError(env, Utf8(env, "C"), Utf8(env, "text"), &error));
    CHECK_EQ(About(env, error, "e.code + (e instanceof TypeError)"), "Ctrue");
  }
  CHECK_OK(OH_JSVM_DestroyEnv(env));
  CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(errors, GetLastErrorInfo_texts) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_EQ(LastError(vm.env())->errorMessage, "Invalid argument");
  bool flag = false;
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetValueBool(vm.env(), Num(vm.env(), 1), &flag), JSVM_BOOLEAN_EXPECTED);
  CHECK_EQ(LastError(vm.env())->errorMessage, "A boolean was expected");
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), Num(vm.env(), 1), &value), JSVM_STRING_EXPECTED);
  CHECK_EQ(LastError(vm.env())->errorMessage, "A string was expected");
  CHECK_STATUS(OH_JSVM_CoerceToObject(vm.env(), Undefined(vm.env()), &value), JSVM_OBJECT_EXPECTED);
  CHECK_EQ(LastError(vm.env())->errorMessage, "An object was expected");
  CHECK_STATUS(OH_JSVM_CoerceToObject(vm.env(), Undefined(vm.env()), &value), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(LastError(vm.env())->errorMessage, "An exception is pending");
  TakeException(vm.env());
  CHECK_STATUS(OH_JSVM_JsonParse(vm.env(), Utf8(vm.env(), "{"), &value), JSVM_GENERIC_FAILURE);
  CHECK_EQ(LastError(vm.env())->errorMessage, "Unknown failure");
  TakeException(vm.env());
  CHECK_EQ(static_cast<int>(JSVM_JIT_MODE_EXPECTED), 25);
}

JSVM_TEST(errors, GetLastErrorInfo_fields) {
  TestVm vm;
  Num(vm.env(), 1);
  const JSVM_ExtendedErrorInfo* info = LastError(vm.env());
  CHECK_EQ(info->errorCode, JSVM_OK);
  CHECK(info->errorMessage == nullptr);
  CHECK(info->engineReserved == nullptr);
  CHECK_EQ(info->engineErrorCode, 0u);
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  // The same record of the env, and reading it does not reset the error.
  CHECK(LastError(vm.env()) == info);
  CHECK_EQ(LastError(vm.env())->errorCode, JSVM_INVALID_ARG);
  CHECK(info->engineReserved == nullptr);
  CHECK_EQ(info->engineErrorCode, 0u);
}

JSVM_TEST(errors, GetLastErrorInfo_null_result) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_GetLastErrorInfo(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetLastErrorInfo(nullptr, nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(errors, last_error_is_per_env) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  CHECK_STATUS(OH_JSVM_Throw(other, nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  Num(vm.env(), 1);
  CHECK_LAST_ERROR(other, JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(errors, last_error_untouched_by_silent_functions) {
  TestVm vm;
  JSVM_VM same = nullptr;
  CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_GetVM(vm.env(), &same));
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_SetDebugOption(vm.env(), JSVM_SCOPE_CHECK, false));
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  bool ran = false;
  CHECK_OK(OH_JSVM_PumpMessageLoop(vm.vm(), &ran));
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  CHECK_STATUS(OH_JSVM_Throw(nullptr, nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}

JSVM_TEST(errors, last_error_reset_by_success_of_each_class) {
  TestVm vm;
  JSVM_Value value = Num(vm.env(), 1);
  struct {
    const char* name;
    std::function<JSVM_Status()> call;
  } rows[] = {
      {"J", [&] { return OH_JSVM_CoerceToBool(vm.env(), value, &value); }},
      {"I", [&] { return OH_JSVM_GetUndefined(vm.env(), &value); }},
      {"C", [&] { return OH_JSVM_CreateObject(vm.env(), &value); }},
      {"T",
       [&] {
         JSVM_ValueType type;
         return OH_JSVM_Typeof(vm.env(), value, &type);
       }},
      {"N",
       [&] {
         void* data = nullptr;
         return OH_JSVM_GetInstanceData(vm.env(), &data);
       }},
      {"N SetInstanceData", [&] { return OH_JSVM_SetInstanceData(vm.env(), nullptr, nullptr, nullptr); }},
      {"N GetVersion",
       [&] {
         uint32_t version = 0;
         return OH_JSVM_GetVersion(vm.env(), &version);
       }},
      {"L",
       [&] {
         bool locked = false;
         return OH_JSVM_IsLocked(vm.env(), &locked);
       }},
      {"S",
       [&] {
         JSVM_EnvScope scope = nullptr;
         JSVM_Status status = OH_JSVM_OpenEnvScope(vm.env(), &scope);
         return status == JSVM_OK ? OH_JSVM_CloseEnvScope(vm.env(), scope) : status;
       }},
  };
  for (const auto& row : rows) {
    CHECK_STATUS(OH_JSVM_Throw(vm.env(), nullptr), JSVM_INVALID_ARG);
    if (row.call() != JSVM_OK) Fail(__FILE__, __LINE__, row.name);
    if (!CHECK_LAST_ERROR(vm.env(), JSVM_OK)) Fail(__FILE__, __LINE__, row.name);
  }
}

JSVM_TEST(errors, last_error_of_a_callback_outlives_the_call_that_ran_it) {
  TestVm vm;
  JSVM_Env env = vm.env();
  NativeFunction fails([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    double number = 0;
    CHECK_STATUS(OH_JSVM_GetValueDouble(env, Undefined(env), &number), JSVM_NUMBER_EXPECTED);
    return nullptr;
  });
  SetGlobal(env, "fails", fails);
  JSVM_Value function = Run(env, "fails");
  JSVM_Value object = Run(env, "({ get property() { fails(); } })");
  JSVM_Value result = nullptr;
  CHECK_OK(OH_JSVM_CallFunction(env, object, function, 0, nullptr, &result));
  CHECK_LAST_ERROR(env, JSVM_NUMBER_EXPECTED);
  CHECK_OK(OH_JSVM_GetNamedProperty(env, object, "property", &result));
  CHECK_LAST_ERROR(env, JSVM_NUMBER_EXPECTED);
  CHECK_OK(OH_JSVM_CoerceToBool(env, object, &result));
  CHECK_LAST_ERROR(env, JSVM_OK);
}

JSVM_TEST(errors, exception_is_per_env) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  CHECK_OK(OH_JSVM_ThrowError(other, nullptr, "of the other"));
  CHECK(!ExceptionPending(vm.env()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "1 + 1")), "2");
  CHECK_EQ(TakeException(other), "Error: of the other");
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(errors, exception_stored_survives_native_calls) {
  TestVm vm;
  JSVM_HandleScope scope = nullptr;
  JSVM_Ref ref = nullptr;
  JSVM_Value value = nullptr;
  JSVM_Value object = Run(vm.env(), "({})");
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_OK(OH_JSVM_OpenHandleScope(vm.env(), &scope));
  CHECK_OK(OH_JSVM_CreateReference(vm.env(), object, 1, &ref));
  CHECK_OK(OH_JSVM_GetReferenceValue(vm.env(), ref, &value));
  CHECK_OK(OH_JSVM_DeleteReference(vm.env(), ref));
  CHECK_OK(OH_JSVM_CreateObject(vm.env(), &value));
  CHECK_OK(OH_JSVM_CreateArray(vm.env(), &value));
  CHECK_OK(OH_JSVM_GetGlobal(vm.env(), &value));
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "x", 1, &value));
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK_OK(OH_JSVM_CloseHandleScope(vm.env(), scope));
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
}

JSVM_TEST(errors, exception_stored_at_DestroyEnv_is_dropped) {
  TestVm vm;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  CHECK_OK(OH_JSVM_ThrowError(other, nullptr, "left"));
  CHECK_OK(OH_JSVM_DestroyEnv(other));
  CHECK(!ExceptionPending(vm.env()));
}
