#include "calculator.h"

#include "formula.h"
#include "hilog/log.h"

#undef LOG_DOMAIN
#undef LOG_TAG
#define LOG_DOMAIN 0x3201
#define LOG_TAG "Calculator"

namespace {

// The three scopes in which values of an env may be used.
class Scopes {
 public:
  Scopes(JSVM_VM vm, JSVM_Env env) : vm_(vm), env_(env) {
    OH_JSVM_OpenVMScope(vm_, &vmScope_);
    OH_JSVM_OpenEnvScope(env_, &envScope_);
    OH_JSVM_OpenHandleScope(env_, &handleScope_);
  }
  ~Scopes() {
    OH_JSVM_CloseHandleScope(env_, handleScope_);
    OH_JSVM_CloseEnvScope(env_, envScope_);
    OH_JSVM_CloseVMScope(vm_, vmScope_);
  }
  Scopes(const Scopes&) = delete;
  Scopes& operator=(const Scopes&) = delete;

 private:
  JSVM_VM vm_;
  JSVM_Env env_;
  JSVM_VMScope vmScope_ = nullptr;
  JSVM_EnvScope envScope_ = nullptr;
  JSVM_HandleScope handleScope_ = nullptr;
};

}  // namespace

Calculator& Calculator::Instance() {
  static Calculator instance;
  return instance;
}

Calculator::Calculator() {
  JSVM_InitOptions options{};
  OH_JSVM_Init(&options);
  OH_JSVM_CreateVM(nullptr, &vm_);
  JSVM_VMScope scope = nullptr;
  OH_JSVM_OpenVMScope(vm_, &scope);
  OH_JSVM_CreateEnv(vm_, 0, nullptr, &env_);
  OH_JSVM_CloseVMScope(vm_, scope);
}

Calculator::~Calculator() {
  JSVM_VMScope scope = nullptr;
  OH_JSVM_OpenVMScope(vm_, &scope);
  OH_JSVM_DestroyEnv(env_);
  OH_JSVM_CloseVMScope(vm_, scope);
  OH_JSVM_DestroyVM(vm_);
}

bool Calculator::Evaluate(const std::string& formula, double* result, std::string* error) {
  const Scopes scopes(vm_, env_);
  const std::string source = ScriptOf(formula);
  JSVM_Value text = nullptr;
  JSVM_Script script = nullptr;
  JSVM_Value value = nullptr;
  OH_JSVM_CreateStringUtf8(env_, source.c_str(), source.size(), &text);
  if (OH_JSVM_CompileScript(env_, text, nullptr, 0, true, nullptr, &script) != JSVM_OK ||
      OH_JSVM_RunScript(env_, script, &value) != JSVM_OK) {
    *error = TakeException();
    OH_LOG_ERROR(LOG_APP, "%{public}s: %{public}s", formula.c_str(), error->c_str());
    return false;
  }
  if (OH_JSVM_GetValueDouble(env_, value, result) != JSVM_OK) {
    *error = formula + " gives no number";
    return false;
  }
  evaluations_++;
  return true;
}

// The text of the pending exception, which is cleared.
std::string Calculator::TakeException() {
  JSVM_Value exception = nullptr;
  JSVM_Value text = nullptr;
  char buffer[256] = "";
  OH_JSVM_GetAndClearLastException(env_, &exception);
  if (OH_JSVM_CoerceToString(env_, exception, &text) != JSVM_OK) return "unknown error";
  OH_JSVM_GetValueStringUtf8(env_, text, buffer, sizeof(buffer), nullptr);
  return buffer;
}
