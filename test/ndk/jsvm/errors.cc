// Errors, exceptions, the last error.
#include "core/error.h"

#include <optional>

#include "core/entry.h"

namespace jsvm {

namespace {

// Texts by status, in the order of JSVM_Status.
constexpr const char* kMessages[] = {
    nullptr,
    "Invalid argument",
    "An object was expected",
    "A string was expected",
    "A string or symbol was expected",
    "A function was expected",
    "A number was expected",
    "A boolean was expected",
    "An array was expected",
    "Unknown failure",
    "An exception is pending",
    "The async work item was cancelled",
    "OH_JSVM_EscapeHandle already called on scope",
    "Invalid handle scope usage",
    "Invalid callback scope usage",
    "Thread-safe function queue is full",
    "Thread-safe function handle is closing",
    "A bigint was expected",
    "A date was expected",
    "An arraybuffer was expected",
    "A detachable arraybuffer was expected",
    "Main thread would deadlock",
    "External buffers are not allowed",
    "Cannot run JavaScript",
    "Invalid type",
    "Cannot run in Jitless Mode",
};
static_assert(std::size(kMessages) == JSVM_JIT_MODE_EXPECTED + 1, "one text for each status");

JSVM_Status ThrowNew(JsCall&& call, MakeError make, const char* code, const char* message) {
  if (!call) return call.status();
  if (message == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (!ThrowWithCode(call, make, message, code)) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status CreateNew(VmCall&& call, MakeError make, JSVM_Value code, JSVM_Value message, JSVM_Value* result) {
  if (!call) return call.status();
  if (AnyNull(message, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> text = call.In(message);
  if (!text->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  v8::Local<v8::Value> code_value;
  if (code != nullptr) {
    code_value = call.In(code);
    if (!code_value->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  }
  v8::Isolate* isolate = call.isolate();
  // Class I enters no context, and V8 makes errors in the current one: without an env scope there would be none.
  std::optional<v8::Context::Scope> entered;
  if (!isolate->InContext()) entered.emplace(call.context());
  v8::Local<v8::Value> error = make(text.As<v8::String>(), {});
  if (!code_value.IsEmpty()) {
    v8::Local<v8::String> key = v8::String::NewFromUtf8Literal(isolate, "code", v8::NewStringType::kInternalized);
    v8::TryCatch catcher(isolate);
    if (error.As<v8::Object>()->Set(call.context(), key, code_value).IsNothing()) {
      return call.Fail(JSVM_GENERIC_FAILURE);
    }
  }
  *result = call.Out(error);
  return call.Ok();
}

}  // namespace

}  // namespace jsvm

using jsvm::JsCall;
using jsvm::VmCall;

JSVM_Status OH_JSVM_GetLastErrorInfo(JSVM_Env env, const JSVM_ExtendedErrorInfo** result) {
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (result == nullptr) return env->SetLastError(JSVM_INVALID_ARG);
  env->last_error.errorMessage = jsvm::kMessages[env->last_error.errorCode];
  *result = &env->last_error;
  return JSVM_OK;
}

JSVM_Status OH_JSVM_IsExceptionPending(JSVM_Env env, bool* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = !env->exception.IsEmpty();
  return call.Ok();
}

JSVM_Status OH_JSVM_GetAndClearLastException(JSVM_Env env, JSVM_Value* result) {
  VmCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (env->exception.IsEmpty()) {
    *result = call.Out(v8::Undefined(call.isolate()));
  } else {
    *result = call.Out(env->exception.Get(call.isolate()));
    // What ends JS from outside stays: it is under way until native code has returned to the outermost caller of JS.
    if (!call.isolate()->IsExecutionTerminating()) env->exception.Reset();
  }
  return call.Ok();
}

JSVM_Status OH_JSVM_Throw(JSVM_Env env, JSVM_Value error) {
  JsCall call(env);
  if (!call) return call.status();
  if (error == nullptr) return call.Fail(JSVM_INVALID_ARG);
  call.isolate()->ThrowException(call.In(error));
  return call.Ok();
}

JSVM_Status OH_JSVM_ThrowError(JSVM_Env env, const char* code, const char* msg) {
  return jsvm::ThrowNew(JsCall(env), v8::Exception::Error, code, msg);
}

JSVM_Status OH_JSVM_ThrowTypeError(JSVM_Env env, const char* code, const char* msg) {
  return jsvm::ThrowNew(JsCall(env), v8::Exception::TypeError, code, msg);
}

JSVM_Status OH_JSVM_ThrowRangeError(JSVM_Env env, const char* code, const char* msg) {
  return jsvm::ThrowNew(JsCall(env), v8::Exception::RangeError, code, msg);
}

JSVM_Status OH_JSVM_ThrowSyntaxError(JSVM_Env env, const char* code, const char* msg) {
  return jsvm::ThrowNew(JsCall(env), v8::Exception::SyntaxError, code, msg);
}

JSVM_Status OH_JSVM_CreateError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result) {
  return jsvm::CreateNew(VmCall(env), v8::Exception::Error, code, msg, result);
}

JSVM_Status OH_JSVM_CreateTypeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result) {
  return jsvm::CreateNew(VmCall(env), v8::Exception::TypeError, code, msg, result);
}

JSVM_Status OH_JSVM_CreateRangeError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result) {
  return jsvm::CreateNew(VmCall(env), v8::Exception::RangeError, code, msg, result);
}

JSVM_Status OH_JSVM_CreateSyntaxError(JSVM_Env env, JSVM_Value code, JSVM_Value msg, JSVM_Value* result) {
  return jsvm::CreateNew(VmCall(env), v8::Exception::SyntaxError, code, msg, result);
}
