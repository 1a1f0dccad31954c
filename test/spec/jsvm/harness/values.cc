// Short ways to make and read JS values.

#include "jsvm_test.h"

namespace jsvm_test {

JSVM_Value Undefined(JSVM_Env env) {
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_GetUndefined(env, &value));
  return value;
}

JSVM_Value Utf8(JSVM_Env env, std::string_view text) {
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf8(env, text.data(), text.size(), &value));
  return value;
}

JSVM_Value Num(JSVM_Env env, double number) {
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateDouble(env, number, &value));
  return value;
}

std::string Str(JSVM_Env env, JSVM_Value value) {
  JSVM_Value global = nullptr;
  JSVM_Value to_string = nullptr;
  JSVM_Value text = nullptr;
  JSVM_ValueType type = JSVM_UNDEFINED;
  if (!CHECK_OK(OH_JSVM_Typeof(env, value, &type))) return "";
  if (type == JSVM_STRING) {
    text = value;
  } else if (type == JSVM_SYMBOL) {
    // String(symbol) is the one conversion of a symbol that JS allows.
    if (!CHECK_OK(OH_JSVM_GetGlobal(env, &global))) return "";
    if (!CHECK_OK(OH_JSVM_GetNamedProperty(env, global, "String", &to_string))) return "";
    if (!CHECK_OK(OH_JSVM_CallFunction(env, global, to_string, 1, &value, &text))) return "";
  } else if (!CHECK_OK(OH_JSVM_CoerceToString(env, value, &text))) {
    return "";
  }
  size_t length = 0;
  if (!CHECK_OK(OH_JSVM_GetValueStringUtf8(env, text, nullptr, 0, &length))) return "";
  std::string result(length + 1, '\0');
  CHECK_OK(OH_JSVM_GetValueStringUtf8(env, text, result.data(), result.size(), &length));
  result.resize(length);
  return result;
}

double ToNumber(JSVM_Env env, JSVM_Value value) {
  double number = 0;
  CHECK_OK(OH_JSVM_GetValueDouble(env, value, &number));
  return number;
}

bool ToBool(JSVM_Env env, JSVM_Value value) {
  bool boolean = false;
  CHECK_OK(OH_JSVM_GetValueBool(env, value, &boolean));
  return boolean;
}

void SetGlobal(JSVM_Env env, const char* name, JSVM_Value value) {
  JSVM_Value global = nullptr;
  CHECK_OK(OH_JSVM_GetGlobal(env, &global));
  CHECK_OK(OH_JSVM_SetNamedProperty(env, global, name, value));
}

void SetGlobal(JSVM_Env env, const char* name, NativeFunction& function) {
  JSVM_Value value = nullptr;
  CHECK_OK(OH_JSVM_CreateFunction(env, name, JSVM_AUTO_LENGTH, function.callback(), &value));
  SetGlobal(env, name, value);
}

bool ExceptionPending(JSVM_Env env) {
  bool pending = false;
  CHECK_OK(OH_JSVM_IsExceptionPending(env, &pending));
  return pending;
}

JSVM_Value TakeExceptionValue(JSVM_Env env) {
  CHECK(ExceptionPending(env));
  JSVM_Value exception = nullptr;
  CHECK_OK(OH_JSVM_GetAndClearLastException(env, &exception));
  return exception;
}

std::string TakeException(JSVM_Env env) {
  if (!CHECK(ExceptionPending(env))) return "";
  JSVM_Value exception = nullptr;
  CHECK_OK(OH_JSVM_GetAndClearLastException(env, &exception));
  return Str(env, exception);
}

namespace {

bool CompileAndRun(JSVM_Env env, const char* source, JSVM_Value* result) {
  JSVM_Value text = Utf8(env, source);
  JSVM_Script script = nullptr;
  return OH_JSVM_CompileScript(env, text, nullptr, 0, true, nullptr, &script) == JSVM_OK &&
         OH_JSVM_RunScript(env, script, result) == JSVM_OK;
}

}  // namespace

JSVM_Value Run(JSVM_Env env, const char* source) {
  JSVM_Value result = nullptr;
  if (CompileAndRun(env, source, &result)) return result;
  std::string reason = ExceptionPending(env) ? TakeException(env) : "no exception";
  Fail(__FILE__, __LINE__, "the script failed (" + reason + "): " + source);
  return Undefined(env);
}

std::string RunThrows(JSVM_Env env, const char* source) {
  JSVM_Value result = nullptr;
  if (!CompileAndRun(env, source, &result)) return TakeException(env);
  Fail(__FILE__, __LINE__, std::string("the script did not throw: ") + source);
  return "";
}

}  // namespace jsvm_test
