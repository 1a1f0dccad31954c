// Functions: make them, call them, and what a callback sees of its call.
#include "core/callback.h"
#include "core/entry.h"
#include "core/trace_event.h"

namespace jsvm {

namespace {

bool TooLong(size_t length) {
  return length != JSVM_AUTO_LENGTH && length > static_cast<size_t>(INT_MAX);
}

// True when every element is a handle.
bool AreHandles(const JsCall& call, size_t argc, const JSVM_Value* argv) {
  if (argc > 0 && argv == nullptr) return false;
  for (size_t i = 0; i < argc; ++i) {
    if (argv[i] == nullptr) return false;
    call.In(argv[i]);
  }
  return true;
}

// The argument array of the API as V8 takes it.
v8::Local<v8::Value>* Arguments(const JSVM_Value* argv) {
  return reinterpret_cast<v8::Local<v8::Value>*>(const_cast<JSVM_Value*>(argv));
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateFunction(JSVM_Env env, const char* utf8name, size_t length, JSVM_Callback cb,
                                   JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(result, cb)) return call.Fail(JSVM_INVALID_ARG);
  if (utf8name != nullptr && TooLong(length)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Function> function;
  {
    v8::EscapableHandleScope handles(call.isolate());
    if (!v8::Function::New(call.context(), InvokeCallback, CallbackData(call.isolate(), cb)).ToLocal(&function)) {
      return call.Fail(JSVM_GENERIC_FAILURE);
    }
    if (utf8name != nullptr) {
      v8::Local<v8::String> name;
      if (!NewName(call.isolate(), utf8name, length).ToLocal(&name)) return call.Fail(JSVM_GENERIC_FAILURE);
      function->SetName(name);
    }
    function = handles.Escape(function);
  }
  *result = call.Out(function);
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateFunctionWithScript(JSVM_Env env, const char* funcName, size_t length, size_t argc,
                                             const JSVM_Value* argv, JSVM_Value script, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  if (!AreHandles(call, argc, argv)) return call.Fail(JSVM_INVALID_ARG);
  for (size_t i = 0; i < argc; ++i) {
    if (!ToV8(argv[i])->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  }
  v8::Local<v8::Value> body = call.In(script);
  if (!body->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  v8::ScriptCompiler::Source source(body.As<v8::String>());
  auto* parameters = reinterpret_cast<v8::Local<v8::String>*>(const_cast<JSVM_Value*>(argv));
  v8::Local<v8::Function> function;
  if (!v8::ScriptCompiler::CompileFunction(call.context(), &source, argc, parameters).ToLocal(&function)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  if (funcName != nullptr) {
    if (TooLong(length)) return call.Fail(JSVM_INVALID_ARG);
    v8::Local<v8::String> name;
    if (!NewName(call.isolate(), funcName, length).ToLocal(&name)) return call.Fail(JSVM_GENERIC_FAILURE);
    function->SetName(name);
  }
  *result = call.Out(function);
  return call.Ok();
}

JSVM_Status OH_JSVM_CallFunction(JSVM_Env env, JSVM_Value recv, JSVM_Value func, size_t argc, const JSVM_Value* argv,
                                 JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(recv, func) || !AreHandles(call, argc, argv)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> callee = call.In(func);
  if (!callee->IsFunction()) return call.Fail(JSVM_INVALID_ARG);
  TraceSpan span("JSVM.CallFunction");
  v8::Local<v8::Value> value;
  if (!callee.As<v8::Function>()
           ->Call(call.isolate(), call.context(), call.In(recv), static_cast<int>(argc), Arguments(argv))
           .ToLocal(&value) ||
      call.HasCaught()) {  // the microtasks after it were terminated
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  if (result != nullptr) *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_NewInstance(JSVM_Env env, JSVM_Value constructor, size_t argc, const JSVM_Value* argv,
                                JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(constructor, result) || !AreHandles(call, argc, argv)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> callee = call.In(constructor);
  if (!callee->IsFunction()) return call.Fail(JSVM_INVALID_ARG);
  TraceSpan span("JSVM.NewInstance");
  v8::Local<v8::Object> instance;
  if (!callee.As<v8::Function>()
           ->NewInstance(call.context(), static_cast<int>(argc), Arguments(argv))
           .ToLocal(&instance) ||
      call.HasCaught()) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  *result = call.Out(instance);
  return call.Ok();
}

JSVM_Status OH_JSVM_GetCbInfo(JSVM_Env env, JSVM_CallbackInfo cbinfo, size_t* argc, JSVM_Value* argv,
                              JSVM_Value* thisArg, void** data) {
  jsvm::VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (cbinfo == nullptr) return call.Fail(JSVM_INVALID_ARG);
  const v8::FunctionCallbackInfo<v8::Value>& info = cbinfo->info;
  size_t actual = static_cast<size_t>(info.Length());
  if (argv != nullptr) {
    if (argc == nullptr) return call.Fail(JSVM_INVALID_ARG);
    size_t capacity = *argc;
    size_t given = actual < capacity ? actual : capacity;
    size_t i = 0;
    for (; i < given; ++i) argv[i] = call.Out(info[static_cast<int>(i)]);
    if (i < capacity) {
      JSVM_Value undefined = call.Out(v8::Undefined(call.isolate()));
      for (; i < capacity; ++i) argv[i] = undefined;
    }
  }
  if (argc != nullptr) *argc = actual;
  if (thisArg != nullptr) *thisArg = call.Out(info.This());
  if (data != nullptr) *data = cbinfo->data;
  return call.Ok();
}

JSVM_Status OH_JSVM_GetNewTarget(JSVM_Env env, JSVM_CallbackInfo cbinfo, JSVM_Value* result) {
  using namespace jsvm;
  VmCall call(env);
  if (!call) return JSVM_INVALID_ARG;
  if (AnyNull(cbinfo, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> target = cbinfo->info.NewTarget();
  *result = target->IsUndefined() ? nullptr : call.Out(target);
  return call.Ok();
}
