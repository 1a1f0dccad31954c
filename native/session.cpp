#include "session.h"

#include <utility>

#include "external_bytes.h"
#include "hello.h"
#include "log.h"
#include "syntax_position.h"
#include "thread_number.h"

using script_error::Describe;

namespace {

/** The failure of a call that ran the script's code: its exception if it left one. */
Failure ScriptFailure(JSVM_Env env, const char* function, JSVM_Status status) {
  const std::optional<script_error::ScriptException> exception = script_error::TakeException(env);
  return exception ? script_error::FromException(*exception, status) : Describe(function, status);
}

/** V8 gives the stack of a SyntaxError no position in the source that failed, so that is searched for. */
Failure CompileFailure(JSVM_Env env, const std::u16string& source, JSVM_Status status) {
  std::optional<script_error::ScriptException> exception = script_error::TakeException(env);
  if (!exception) return Describe("OH_JSVM_CompileScript", status);
  exception->position = syntax_position::Find(env, source, exception->text);
  return script_error::FromException(*exception, status);
}

}  // namespace

Session::Session() : owner_(ThreadNumber()) {}

Session::~Session() {
  Release();
}

std::optional<Failure> Session::Open() {
  auto vm = std::make_unique<jsvm::Vm>();
  if (vm->status() != JSVM_OK) return Describe("OH_JSVM_CreateVM", vm->status());
  const jsvm::VmScope vmScope(vm->get());
  if (vmScope.status() != JSVM_OK) return Describe("OH_JSVM_OpenVMScope", vmScope.status());
  const hello::NativeGlobals globals = hello::Globals();
  auto env = std::make_unique<jsvm::Env>(vm->get(), globals.descriptors, globals.count);
  if (env->status() != JSVM_OK) return Describe("OH_JSVM_CreateEnv", env->status());
  const JSVM_Status status = external_bytes::Attach(env->get(), &added_);
  if (status != JSVM_OK) return Describe("OH_JSVM_SetInstanceData", status);
  vm_ = std::move(vm);
  env_ = std::move(env);
  return std::nullopt;
}

std::optional<Failure> Session::CheckUsable() const {
  if (ThreadNumber() != owner_) {
    return Failure{"JSVM_SESSION_WRONG_THREAD", "the session belongs to another thread: create one on this thread"};
  }
  if (vm_ == nullptr) {
    return Failure{"JSVM_SESSION_CLOSED", "the session is closed: create a new JsvmSession"};
  }
  return std::nullopt;
}

std::optional<Failure> Session::Evaluate(const std::u16string& source, script_value::Value* value) {
  if (std::optional<Failure> failure = CheckUsable()) return failure;
  const jsvm::VmScope vmScope(vm_->get());
  if (vmScope.status() != JSVM_OK) return Describe("OH_JSVM_OpenVMScope", vmScope.status());
  const JSVM_Env env = env_->get();
  const jsvm::EnvScope envScope(env);
  if (envScope.status() != JSVM_OK) return Describe("OH_JSVM_OpenEnvScope", envScope.status());
  const jsvm::HandleScope handleScope(env);
  if (handleScope.status() != JSVM_OK) return Describe("OH_JSVM_OpenHandleScope", handleScope.status());

  JSVM_Value text = nullptr;
  JSVM_Status status = OH_JSVM_CreateStringUtf16(env, source.c_str(), source.size(), &text);
  if (status != JSVM_OK) return Describe("OH_JSVM_CreateStringUtf16", status);
  JSVM_Script script = nullptr;
  status = OH_JSVM_CompileScript(env, text, nullptr, 0, true, nullptr, &script);
  if (status != JSVM_OK) return CompileFailure(env, source, status);
  JSVM_Value result = nullptr;
  status = OH_JSVM_RunScript(env, script, &result);
  if (status != JSVM_OK) return ScriptFailure(env, "OH_JSVM_RunScript", status);
  status = script_value::Read(env, result, value);
  if (status != JSVM_OK) return ScriptFailure(env, "OH_JSVM_CoerceToString", status);
  return std::nullopt;
}

std::optional<Failure> Session::Statistics(JSVM_HeapStatistics* statistics) {
  if (std::optional<Failure> failure = CheckUsable()) return failure;
  const jsvm::VmScope vmScope(vm_->get());
  if (vmScope.status() != JSVM_OK) return Describe("OH_JSVM_OpenVMScope", vmScope.status());
  const JSVM_Status status = OH_JSVM_GetHeapStatistics(vm_->get(), statistics);
  if (status != JSVM_OK) return Describe("OH_JSVM_GetHeapStatistics", status);
  return std::nullopt;
}

std::optional<Failure> Session::Close() {
  if (std::optional<Failure> failure = CheckUsable()) return failure;
  Release();
  return std::nullopt;
}

void Session::Release() {
  if (vm_ == nullptr) return;
  {
    const jsvm::VmScope vmScope(vm_->get());
    if (vmScope.status() != JSVM_OK) OH_LOG_ERROR(LOG_APP, "JSVM OH_JSVM_OpenVMScope: failed");
    if (external_bytes::GiveBackAll(env_->get()) != JSVM_OK) {
      OH_LOG_ERROR(LOG_APP, "JSVM OH_JSVM_AdjustExternalMemory: failed");
    }
    env_.reset();
  }
  vm_.reset();
}

std::optional<Failure> RunScript(const std::u16string& source, script_value::Value* value) {
  Session session;
  if (std::optional<Failure> failure = session.Open()) return failure;
  if (std::optional<Failure> failure = session.Evaluate(source, value)) return failure;
  return session.Close();
}
