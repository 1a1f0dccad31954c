// JS calls native code, and native code calls JS.
#include "bench.h"

namespace bench {

namespace {

JSVM_Value JsvmNothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
napi_value NapiNothing(napi_env, napi_callback_info) {
  return nullptr;
}
void V8Nothing(const v8::FunctionCallbackInfo<v8::Value>&) {}

// What was read is added up here, so that reading is not left out.
int64_t g_sum = 0;

JSVM_Value JsvmReads(JSVM_Env env, JSVM_CallbackInfo info) {
  JSVM_Value values[3];
  size_t count = 3;
  BENCH_OK(OH_JSVM_GetCbInfo(env, info, &count, values, nullptr, nullptr));
  for (JSVM_Value value : values) {
    int32_t number = 0;
    BENCH_OK(OH_JSVM_GetValueInt32(env, value, &number));
    g_sum += number;
  }
  return nullptr;
}
napi_value NapiReads(napi_env env, napi_callback_info info) {
  napi_value values[3];
  size_t count = 3;
  BENCH_OK(napi_get_cb_info(env, info, &count, values, nullptr, nullptr));
  for (napi_value value : values) {
    int32_t number = 0;
    BENCH_OK(napi_get_value_int32(env, value, &number));
    g_sum += number;
  }
  return nullptr;
}
void V8Reads(const v8::FunctionCallbackInfo<v8::Value>& info) {
  for (int i = 0; i < 3; ++i) {
    if (info[i]->IsInt32()) g_sum += info[i].As<v8::Int32>()->Value();
  }
}

// The info of a call without arguments is read too.
JSVM_Value JsvmReadsNone(JSVM_Env env, JSVM_CallbackInfo info) {
  size_t count = 0;
  JSVM_Value self = nullptr;
  BENCH_OK(OH_JSVM_GetCbInfo(env, info, &count, nullptr, &self, nullptr));
  g_sum += static_cast<int64_t>(count);
  return nullptr;
}
napi_value NapiReadsNone(napi_env env, napi_callback_info info) {
  size_t count = 0;
  napi_value self = nullptr;
  BENCH_OK(napi_get_cb_info(env, info, &count, nullptr, &self, nullptr));
  g_sum += static_cast<int64_t>(count);
  return nullptr;
}
void V8ReadsNone(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Object> self = info.This();
  g_sum += info.Length() + self.IsEmpty();
}

// Each operation has a function of its own, under a name of its own.
struct Nothing {
  static constexpr const char* kName = "callNothing";
  static constexpr auto kJsvm = JsvmNothing;
  static constexpr auto kNapi = NapiNothing;
  static constexpr auto kV8 = V8Nothing;
};
struct ReadsNone {
  static constexpr const char* kName = "callReadsNone";
  static constexpr auto kJsvm = JsvmReadsNone;
  static constexpr auto kNapi = NapiReadsNone;
  static constexpr auto kV8 = V8ReadsNone;
};
struct Reads {
  static constexpr const char* kName = "callReads";
  static constexpr auto kJsvm = JsvmReads;
  static constexpr auto kNapi = NapiReads;
  static constexpr auto kV8 = V8Reads;
};

std::string CallText(const char* name, const char* arguments) {
  return std::string(name) + "(" + arguments + ")";
}

template <typename Callee>
double JsvmCalled(JSVM_Env env, uint64_t count, const char* arguments) {
  static JSVM_CallbackStruct callback{Callee::kJsvm, nullptr};
  static bool made = false;
  if (!made) {
    JSVM_Value function = nullptr;
    JSVM_Value global = nullptr;
    BENCH_OK(OH_JSVM_CreateFunction(env, Callee::kName, JSVM_AUTO_LENGTH, &callback, &function));
    BENCH_OK(OH_JSVM_GetGlobal(env, &global));
    BENCH_OK(OH_JSVM_SetNamedProperty(env, global, Callee::kName, function));
    made = true;
  }
  return TimeInJs(Callee::kName, CallText("callee", arguments), count);
}

template <typename Callee>
double NapiCalled(napi_env env, uint64_t count, const char* arguments) {
  static bool made = false;
  if (!made) {
    napi_value function = nullptr;
    napi_value global = nullptr;
    BENCH_OK(napi_create_function(env, Callee::kName, NAPI_AUTO_LENGTH, Callee::kNapi, nullptr, &function));
    BENCH_OK(napi_get_global(env, &global));
    BENCH_OK(napi_set_named_property(env, global, Callee::kName, function));
    made = true;
  }
  return TimeInJs(Callee::kName, CallText("callee", arguments), count);
}

template <typename Callee>
double V8Called(v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count, const char* arguments) {
  static bool made = false;
  if (!made) {
    v8::Local<v8::String> name = v8::String::NewFromUtf8(isolate, Callee::kName).ToLocalChecked();
    v8::Local<v8::Function> function = v8::Function::New(context, Callee::kV8).ToLocalChecked();
    context->Global()->Set(context, name, function).Check();
    made = true;
  }
  return TimeInJs(Callee::kName, CallText("callee", arguments), count);
}

template <typename Callee, bool Arguments>
Operation Called(const char* name) {
  static constexpr const char* kArguments = Arguments ? "1, 2, 3" : "";
  return {"calls", name, [](JSVM_Env env, uint64_t count) { return JsvmCalled<Callee>(env, count, kArguments); },
          [](napi_env env, uint64_t count) { return NapiCalled<Callee>(env, count, kArguments); },
          [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
            return V8Called<Callee>(isolate, context, count, kArguments);
          }};
}

const Listed kToNative({
    Called<Nothing, false>("JS to native, 0 arguments"),
    Called<ReadsNone, false>("JS to native, 0 arguments, info read"),
    Called<Nothing, true>("JS to native, 3 arguments"),
    Called<Reads, true>("JS to native, 3 arguments read"),
});

// The function that native code calls.
constexpr const char* kFunction = "(function () {})";
constexpr const char* kSum = "(function (a, b, c) { return a + b + c; })";

template <uint32_t Arguments>
double JsvmCalls(JSVM_Env env, uint64_t count) {
  JSVM_Value text = nullptr;
  JSVM_Script script = nullptr;
  JSVM_Value function = nullptr;
  JSVM_Value receiver = nullptr;
  BENCH_OK(OH_JSVM_CreateStringUtf8(env, Arguments == 0 ? kFunction : kSum, JSVM_AUTO_LENGTH, &text));
  BENCH_OK(OH_JSVM_CompileScript(env, text, nullptr, 0, false, nullptr, &script));
  BENCH_OK(OH_JSVM_RunScript(env, script, &function));
  BENCH_OK(OH_JSVM_GetGlobal(env, &receiver));
  JSVM_Value values[3];
  for (uint32_t i = 0; i < Arguments; ++i) BENCH_OK(OH_JSVM_CreateInt32(env, static_cast<int32_t>(i), &values[i]));
  return Time(count, [&] {
    JSVM_Value result = nullptr;
    BENCH_OK(OH_JSVM_CallFunction(env, receiver, function, Arguments, values, &result));
  });
}

template <uint32_t Arguments>
double NapiCalls(napi_env env, uint64_t count) {
  napi_value text = nullptr;
  napi_value function = nullptr;
  napi_value receiver = nullptr;
  BENCH_OK(napi_create_string_utf8(env, Arguments == 0 ? kFunction : kSum, NAPI_AUTO_LENGTH, &text));
  BENCH_OK(napi_run_script(env, text, &function));
  BENCH_OK(napi_get_global(env, &receiver));
  napi_value values[3];
  for (uint32_t i = 0; i < Arguments; ++i) BENCH_OK(napi_create_int32(env, static_cast<int32_t>(i), &values[i]));
  return Time(count, [&] {
    napi_value result = nullptr;
    BENCH_OK(napi_call_function(env, receiver, function, Arguments, values, &result));
  });
}

template <uint32_t Arguments>
double V8Calls(v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
  v8::Local<v8::Function> function = Evaluate(Arguments == 0 ? kFunction : kSum).As<v8::Function>();
  v8::Local<v8::Value> receiver = context->Global();
  v8::Local<v8::Value> values[3];
  for (uint32_t i = 0; i < Arguments; ++i) values[i] = v8::Integer::NewFromUnsigned(isolate, i);
  return Time(count, [&] { function->Call(isolate, context, receiver, Arguments, values).ToLocalChecked(); });
}

const Listed kToJs({
    {"calls", "native to JS, 0 arguments", JsvmCalls<0>, NapiCalls<0>, V8Calls<0>},
    {"calls", "native to JS, 3 arguments", JsvmCalls<3>, NapiCalls<3>, V8Calls<3>},
});

}  // namespace

}  // namespace bench
