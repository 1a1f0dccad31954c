// libjsvm_debuggee.so: a VM that a test debugs. Each function makes one call of the API, on the thread that calls it.

#include <string>
#include <vector>

#include "ark_runtime/jsvm.h"
#include "napi/native_api.h"

namespace {

JSVM_VM vm = nullptr;
JSVM_VMScope vm_scope = nullptr;
std::vector<JSVM_Env> envs;
JSVM_Status last_call = JSVM_OK;

// The arguments of a function of the module.
class Arguments {
 public:
  Arguments(napi_env env, napi_callback_info info) : env_(env) {
    size_t count = kMost;
    napi_get_cb_info(env, info, &count, values_, nullptr, nullptr);
  }
  int32_t Number(int index) const {
    int32_t number = 0;
    napi_get_value_int32(env_, values_[index], &number);
    return number;
  }
  bool Boolean(int index) const {
    bool value = false;
    napi_get_value_bool(env_, values_[index], &value);
    return value;
  }
  std::string Text(int index) const {
    size_t length = 0;
    napi_get_value_string_utf8(env_, values_[index], nullptr, 0, &length);
    std::string text(length, '\0');
    napi_get_value_string_utf8(env_, values_[index], text.data(), length + 1, &length);
    return text;
  }
  bool IsText(int index) const {
    napi_valuetype type = napi_undefined;
    napi_typeof(env_, values_[index], &type);
    return type == napi_string;
  }
  JSVM_Env Env() const { return envs.at(static_cast<size_t>(Number(0))); }

 private:
  static constexpr size_t kMost = 3;
  napi_env env_;
  napi_value values_[kMost] = {};
};

napi_value Number(napi_env env, int32_t number) {
  napi_value value = nullptr;
  napi_create_int32(env, number, &value);
  return value;
}

// An env with its scopes open, for the length of a call.
class Inside {
 public:
  explicit Inside(JSVM_Env env) : env_(env) {
    OH_JSVM_OpenEnvScope(env_, &env_scope_);
    OH_JSVM_OpenHandleScope(env_, &handle_scope_);
  }
  ~Inside() {
    OH_JSVM_CloseHandleScope(env_, handle_scope_);
    OH_JSVM_CloseEnvScope(env_, env_scope_);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  JSVM_Env env_;
  JSVM_EnvScope env_scope_ = nullptr;
  JSVM_HandleScope handle_scope_ = nullptr;
};

// JS that a client evaluates can close the inspector it comes through.
JSVM_Value CloseFromJs(JSVM_Env env, JSVM_CallbackInfo) {
  JSVM_Value status = nullptr;
  OH_JSVM_CreateInt32(env, OH_JSVM_CloseInspector(env), &status);
  return status;
}
JSVM_CallbackStruct close_from_js = {CloseFromJs, nullptr};

// JS calls native code, which calls JS. A call that failed is left as it is.
JSVM_Value CallFromNative(JSVM_Env env, JSVM_CallbackInfo info) {
  size_t count = 1;
  JSVM_Value function = nullptr;
  JSVM_Value result = nullptr;
  OH_JSVM_GetCbInfo(env, info, &count, &function, nullptr, nullptr);
  last_call = OH_JSVM_CallFunction(env, function, function, 0, nullptr, &result);
  return result;
}
JSVM_CallbackStruct call_from_native = {CallFromNative, nullptr};

// lastCall(): status of the last call that native code made
napi_value LastCall(napi_env env, napi_callback_info) {
  return Number(env, last_call);
}

// createEnv(): number of the env
napi_value CreateEnv(napi_env env, napi_callback_info) {
  if (vm == nullptr) {
    OH_JSVM_Init(nullptr);
    OH_JSVM_CreateVM(nullptr, &vm);
    OH_JSVM_OpenVMScope(vm, &vm_scope);
  }
  const JSVM_PropertyDescriptor globals[] = {
      {"closeInspector", nullptr, &close_from_js, nullptr, nullptr, nullptr, JSVM_DEFAULT},
      {"callFromNative", nullptr, &call_from_native, nullptr, nullptr, nullptr, JSVM_DEFAULT},
  };
  JSVM_Env created = nullptr;
  OH_JSVM_CreateEnv(vm, 2, globals, &created);
  envs.push_back(created);
  return Number(env, static_cast<int32_t>(envs.size() - 1));
}

// destroyEnv(env): status
napi_value DestroyEnv(napi_env env, napi_callback_info info) {
  return Number(env, OH_JSVM_DestroyEnv(Arguments(env, info).Env()));
}

// destroyVm(): status
napi_value DestroyVm(napi_env env, napi_callback_info) {
  OH_JSVM_CloseVMScope(vm, vm_scope);
  return Number(env, OH_JSVM_DestroyVM(vm));
}

// open(env, host, port): status
napi_value Open(napi_env env, napi_callback_info info) {
  Arguments arguments(env, info);
  const std::string host = arguments.Text(1);
  const auto port = static_cast<uint16_t>(arguments.Number(2));
  return Number(env, OH_JSVM_OpenInspector(arguments.Env(), host.c_str(), port));
}

// openWithName(env, pid, name?): status
napi_value OpenWithName(napi_env env, napi_callback_info info) {
  Arguments arguments(env, info);
  const std::string name = arguments.IsText(2) ? arguments.Text(2) : std::string();
  return Number(env, OH_JSVM_OpenInspectorWithName(arguments.Env(), arguments.Number(1),
                                                   arguments.IsText(2) ? name.c_str() : nullptr));
}

// close(env): status
napi_value Close(napi_env env, napi_callback_info info) {
  return Number(env, OH_JSVM_CloseInspector(Arguments(env, info).Env()));
}

// wait(env, breakNextLine): status
napi_value Wait(napi_env env, napi_callback_info info) {
  Arguments arguments(env, info);
  return Number(env, OH_JSVM_WaitForDebugger(arguments.Env(), arguments.Boolean(1)));
}

// pump(): whether a task ran
napi_value Pump(napi_env env, napi_callback_info) {
  bool ran = false;
  OH_JSVM_PumpMessageLoop(vm, &ran);
  napi_value value = nullptr;
  napi_get_boolean(env, ran, &value);
  return value;
}

// The result of a script as text, or the status of the call that failed.
std::string RunText(JSVM_Env env, const std::string& source, const std::string& name) {
  JSVM_Value text = nullptr;
  OH_JSVM_CreateStringUtf8(env, source.data(), source.size(), &text);
  JSVM_ScriptOrigin origin = {};
  origin.resourceName = name.c_str();
  JSVM_Script script = nullptr;
  JSVM_Value result = nullptr;
  JSVM_Status status = OH_JSVM_CompileScriptWithOrigin(env, text, nullptr, 0, false, nullptr, &origin, &script);
  if (status == JSVM_OK) status = OH_JSVM_RunScript(env, script, &result);
  if (status == JSVM_OK) status = OH_JSVM_CoerceToString(env, result, &result);
  if (status != JSVM_OK) {
    OH_JSVM_GetAndClearLastException(env, &result);
    return "status " + std::to_string(status);
  }
  size_t length = 0;
  OH_JSVM_GetValueStringUtf8(env, result, nullptr, 0, &length);
  std::string value(length + 1, '\0');
  OH_JSVM_GetValueStringUtf8(env, result, value.data(), value.size(), &length);
  value.resize(length);
  return value;
}

// run(env, source, name): the result as text
napi_value Run(napi_env env, napi_callback_info info) {
  Arguments arguments(env, info);
  std::string result;
  {
    Inside inside(arguments.Env());
    result = RunText(arguments.Env(), arguments.Text(1), arguments.Text(2));
  }
  napi_value value = nullptr;
  napi_create_string_utf8(env, result.data(), result.size(), &value);
  return value;
}

napi_value Init(napi_env env, napi_value exports) {
  const struct {
    const char* name;
    napi_callback function;
  } functions[] = {{"createEnv", CreateEnv},
                   {"destroyEnv", DestroyEnv},
                   {"destroyVm", DestroyVm},
                   {"open", Open},
                   {"openWithName", OpenWithName},
                   {"close", Close},
                   {"wait", Wait},
                   {"pump", Pump},
                   {"run", Run},
                   {"lastCall", LastCall}};
  for (const auto& [name, function] : functions) {
    napi_value value = nullptr;
    napi_create_function(env, name, NAPI_AUTO_LENGTH, function, nullptr, &value);
    napi_set_named_property(env, exports, name, value);
  }
  return exports;
}

napi_module debuggee_module = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "jsvm_debuggee",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

__attribute__((constructor)) void RegisterDebuggee() {
  napi_module_register(&debuggee_module);
}

}  // namespace
