// Envs: create, destroy, enter, leave.
#include <algorithm>

#include "core/entry.h"
#include "core/env_lock.h"
#include "core/inspector.h"
#include "core/property.h"
#include "core/reference.h"
#include "core/script.h"
#include "core/thread_state.h"

namespace jsvm {

namespace {

v8::Local<v8::ObjectTemplate> GlobalTemplate(v8::Isolate* isolate, size_t count,
                                             const JSVM_PropertyDescriptor* properties) {
  v8::Local<v8::ObjectTemplate> global = v8::ObjectTemplate::New(isolate);
  for (size_t i = 0; i < count; ++i) {
    const JSVM_PropertyDescriptor& descriptor = properties[i];
    if ((descriptor.attributes & JSVM_STATIC) != 0) continue;
    v8::Local<v8::String> name = NewName(isolate, descriptor.utf8name).ToLocalChecked();
    SetOnTemplate(isolate, global, name, descriptor);
  }
  return global;
}

// A descriptor the contract leaves undefined (no name, nothing to define) is refused instead of crashing.
bool AreUsable(size_t count, const JSVM_PropertyDescriptor* properties) {
  if (count == 0) return true;
  if (properties == nullptr) return false;
  return std::all_of(properties, properties + count, [](const JSVM_PropertyDescriptor& descriptor) {
    if ((descriptor.attributes & JSVM_STATIC) != 0) return true;
    return descriptor.utf8name != nullptr && (descriptor.getter != nullptr || descriptor.setter != nullptr ||
                                              descriptor.method != nullptr || descriptor.value != nullptr);
  });
}

bool IsOpenIn(JSVM_VM vm, JSVM_EnvScope scope) {
  auto found = std::find(vm->env_scopes.rbegin(), vm->env_scopes.rend(), scope);
  return found != vm->env_scopes.rend() && !scope->closed;
}

// Leaves the contexts of the closed env scopes, innermost first, up to one that is still open: V8 leaves contexts in
// the reverse order of entering only. Returns how often the VM was entered by those scopes.
int ExitClosedScopes(JSVM_VM vm) {
  // Leaving a context works on the thread's current isolate, which may be another one by now.
  bool reenter = v8::Isolate::TryGetCurrent() != vm->isolate;
  if (reenter) vm->isolate->Enter();
  int entered = 0;
  while (!vm->env_scopes.empty() && vm->env_scopes.back()->closed) {
    JSVM_EnvScope scope = vm->env_scopes.back();
    vm->env_scopes.pop_back();
    --vm->open_env_scopes;
    v8::HandleScope handles(vm->isolate);
    if (scope->env != nullptr) {
      if (scope->env->has_context()) scope->env->context()->Exit();
    } else if (!scope->context.IsEmpty()) {
      scope->context.Get(vm->isolate)->Exit();
    }
    vm->active_env = scope->previous_env;
    entered += scope->entered_vm;
    delete scope;
  }
  if (reenter) vm->isolate->Exit();
  return entered;
}

// Whoever still calls with the env finds that it has no VM any more.
void Bury(JSVM_Env env) {
  static std::mutex mutex;
  static auto* envs = new Graveyard<JSVM_Env__>;
  env->vm = nullptr;
  env->exception.Reset();
  env->handle_scopes.Shut();
  std::lock_guard<std::mutex> lock(mutex);
  envs->Bury(env);
}

// Env scopes that outlive their env keep the context, so that closing them later still works.
void OutliveEnv(JSVM_Env env) {
  for (JSVM_EnvScope scope : env->vm->env_scopes) {
    if (scope->previous_env == env) scope->previous_env = nullptr;
    if (scope->env != env) continue;
    if (env->has_context()) scope->context.Reset(env->isolate, env->context());
    scope->env = nullptr;
  }
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_CreateEnv(JSVM_VM vm, size_t propertyCount, const JSVM_PropertyDescriptor* properties,
                              JSVM_Env* result) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || result == nullptr || !AreUsable(propertyCount, properties)) return JSVM_INVALID_ARG;
  v8::Isolate* isolate = call.isolate();
  if (isolate->IsExecutionTerminating()) return JSVM_GENERIC_FAILURE;
  v8::HandleScope handles(isolate);
  v8::Local<v8::ObjectTemplate> global;
  if (propertyCount > 0) global = GlobalTemplate(isolate, propertyCount, properties);
  v8::Local<v8::Context> context = v8::Context::New(isolate, nullptr, global);
  if (context.IsEmpty()) return JSVM_GENERIC_FAILURE;
  *result = new JSVM_Env__(vm, context);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_CreateEnvFromSnapshot(JSVM_VM vm, size_t index, JSVM_Env* result) {
  using namespace jsvm;
  VmCall call(vm);
  if (!call || result == nullptr) return JSVM_INVALID_ARG;
  v8::Isolate* isolate = call.isolate();
  v8::HandleScope handles(isolate);
  v8::Local<v8::Context> context;
  if (vm->snapshot_blob.data == nullptr || !v8::Context::FromSnapshot(isolate, index).ToLocal(&context)) {
    *result = nullptr;
    return JSVM_GENERIC_FAILURE;
  }
  *result = new JSVM_Env__(vm, context);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_DestroyEnv(JSVM_Env env) {
  using namespace jsvm;
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (env->vm == nullptr) {
    ReportStale(nullptr, "OH_JSVM_DestroyEnv", "env or its VM");
    return JSVM_INVALID_ARG;
  }
  if (env->vm->isolate == nullptr) return JSVM_OK;       // the engine has ended
  std::unique_ptr<EnvLock> lock = std::move(env->lock);  // released at the very end
  VmCall call(env);
  JSVM_VM vm = env->vm;
  Finalizer::RunAll(env);
  while (env->references != nullptr) env->references->Abandon();
  ReleaseInspector(env);
  env->extensions.clear();
  FreeScripts(env);
  OutliveEnv(env);
  env->DropContext();
  if (vm->active_env == env) vm->active_env = nullptr;
  vm->Remove(env);
  Bury(env);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_OpenEnvScope(JSVM_Env env, JSVM_EnvScope* result) {
  using namespace jsvm;
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (result == nullptr || env->vm == nullptr || !env->has_context()) return env->SetLastError(JSVM_INVALID_ARG);
  JSVM_VM vm = env->vm;
  ThreadState& thread = ThreadState::Current();
  bool enter_vm = v8::Isolate::TryGetCurrent() != vm->isolate;
  if (enter_vm) {
    if (thread.top() == nullptr) {
      ReportMisuse(Misuse::kNoVmScope, vm, "OH_JSVM_OpenEnvScope");
    } else if (thread.top() != vm) {
      ReportMisuse(Misuse::kOtherVmScope, vm, "OH_JSVM_OpenEnvScope");
    }
    if (vm->OwnedByOtherThread()) {
      ReportMisuse(Misuse::kOtherThreadOwns, vm, "OH_JSVM_OpenEnvScope", vm->owner_thread());
    }
    thread.Enter(vm);
  }
  {
    v8::HandleScope handles(env->isolate);
    env->context()->Enter();
  }
  auto* scope = new JSVM_EnvScope__{vm, env, vm->active_env, CurrentThreadId(), enter_vm};
  vm->env_scopes.push_back(scope);
  ++vm->open_env_scopes;
  vm->active_env = env;
  *result = scope;
  env->ClearLastError();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_CloseEnvScope(JSVM_Env env, JSVM_EnvScope scope) {
  using namespace jsvm;
  if (env == nullptr) return JSVM_INVALID_ARG;
  if (scope == nullptr) return env->SetLastError(JSVM_INVALID_ARG);
  if (env->vm != nullptr && !IsOpenIn(env->vm, scope)) {
    ReportStale(env->vm, "OH_JSVM_CloseEnvScope", "scope");
    return env->SetLastError(JSVM_INVALID_ARG);
  }
  JSVM_VM vm = scope->vm;
  if (vm->isolate == nullptr) return JSVM_OK;  // the engine has ended
  if (scope->thread != CurrentThreadId()) {
    ReportMisuse(Misuse::kEnvScopeOtherThread, vm, "OH_JSVM_CloseEnvScope", scope->thread);
  }
  if (scope->env != nullptr) scope->env->ClearLastError();
  scope->closed = true;
  for (int entered = ExitClosedScopes(vm); entered > 0; --entered) ThreadState::Current().Leave(vm);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_GetVM(JSVM_Env env, JSVM_VM* result) {
  if (jsvm::AnyNull(env, result)) return JSVM_INVALID_ARG;
  *result = env->vm;
  return JSVM_OK;
}

JSVM_Status OH_JSVM_GetVersion(JSVM_Env env, uint32_t* result) {
  constexpr uint32_t kApiVersion = 9;
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  *result = kApiVersion;
  return call.Ok();
}

JSVM_Status OH_JSVM_SetDebugOption(JSVM_Env env, JSVM_DebugOption debugOption, bool isEnabled) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (debugOption == JSVM_SCOPE_CHECK) env->scope_check = isEnabled;
  return JSVM_OK;
}
