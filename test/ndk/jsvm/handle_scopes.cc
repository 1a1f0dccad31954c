// Handle scopes, of both kinds.
#include "core/entry.h"
#include "core/script.h"

namespace jsvm {

namespace {

using Slot = HandleScopeStack::Slot;

template <typename Scope>
Scope* ScopeIn(Slot* slot) {
  return std::launder(reinterpret_cast<Scope*>(slot->storage));
}

// A v8::HandleScope may not be made with new: a struct around it is put into the slot.
template <typename Scope>
struct Holder {
  explicit Holder(v8::Isolate* isolate) : scope(isolate) {}
  Scope scope;
};

template <typename Scope>
inline Slot* OpenIn(Slot* slot, JSVM_Env env) {
  ::new (static_cast<void*>(slot->storage)) Holder<Scope>(env->isolate);
  ++env->open_handle_scopes;
  return slot;
}

template <typename Scope>
Slot* Open(JSVM_Env env) {
  Slot* slot = OpenIn<Scope>(env->handle_scopes.Push(), env);
  if (env->scope_check) {
    slot->special = true;
    TrackScopeOpened(env);
  }
  return slot;
}

// Only the counter is checked: the innermost scope is the one that is closed, whatever handle came.
void Close(JSVM_Env env) {
  HandleScopeStack& scopes = env->handle_scopes;
  Slot* slot = scopes.top();
  if (slot->escapable) {
    ScopeIn<Holder<v8::EscapableHandleScope>>(slot)->~Holder();
  } else {
    ScopeIn<Holder<v8::HandleScope>>(slot)->~Holder();
  }
  scopes.Pop();
  --env->open_handle_scopes;
  // Scripts that were not freed with this scope go with the next.
  if (env->open_handle_scopes > 0 && !env->scripts.empty()) scopes.top()->special = true;
  if (env->scope_check) TrackScopeClosed(env);
}

// The rare ways of the two calls below, apart from them: what is left needs no stack frame.
[[gnu::noinline, gnu::cold]] JSVM_Status OpenSlow(JSVM_Env env, JSVM_HandleScope* result) {
  if (env->vm == nullptr || env->vm->isolate == nullptr) return env->SetLastError(JSVM_INVALID_ARG);
  *result = reinterpret_cast<JSVM_HandleScope>(Open<v8::HandleScope>(env));
  return JSVM_OK;
}

[[gnu::noinline, gnu::cold]] JSVM_Status CloseSlow(JSVM_Env env) {
  if (env->vm == nullptr || env->vm->isolate == nullptr) return JSVM_OK;  // the VM or the engine has ended
  env->ClearLastError();
  FreeScriptsOfScope(env);
  Close(env);
  return JSVM_OK;
}

}  // namespace

}  // namespace jsvm

JSVM_Status OH_JSVM_OpenHandleScope(JSVM_Env env, JSVM_HandleScope* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  env->ClearLastError();
  jsvm::HandleScopeStack& scopes = env->handle_scopes;
  if (!scopes.HasRoom() || env->scope_check) [[unlikely]]
    return jsvm::OpenSlow(env, result);
  *result = reinterpret_cast<JSVM_HandleScope>(jsvm::OpenIn<v8::HandleScope>(scopes.PushInRoom(), env));
  return JSVM_OK;
}

JSVM_Status OH_JSVM_CloseHandleScope(JSVM_Env env, JSVM_HandleScope scope) {
  using namespace jsvm;
  NativeCall call(env);
  if (!call) return call.status();
  if (scope == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (env->open_handle_scopes == 0) return JSVM_HANDLE_SCOPE_MISMATCH;
  Slot* slot = env->handle_scopes.top();
  if (slot->special) [[unlikely]]
    return CloseSlow(env);
  env->ClearLastError();
  env->handle_scopes.PopPlain();
  --env->open_handle_scopes;
  ScopeIn<Holder<v8::HandleScope>>(slot)->~Holder();
  return JSVM_OK;
}

JSVM_Status OH_JSVM_OpenEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope* result) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (result == nullptr || env->vm == nullptr) return call.Fail(JSVM_INVALID_ARG);
  jsvm::Slot* slot = jsvm::Open<v8::EscapableHandleScope>(env);
  slot->special = slot->escapable = true;
  *result = reinterpret_cast<JSVM_EscapableHandleScope>(slot);
  return call.Ok();
}

JSVM_Status OH_JSVM_CloseEscapableHandleScope(JSVM_Env env, JSVM_EscapableHandleScope scope) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (scope == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (env->open_handle_scopes == 0) return JSVM_HANDLE_SCOPE_MISMATCH;
  if (env->vm == nullptr || env->vm->isolate == nullptr) [[unlikely]]
    return JSVM_OK;  // the VM or the engine has ended
  jsvm::Close(env);
  return call.Ok();
}

JSVM_Status OH_JSVM_EscapeHandle(JSVM_Env env, JSVM_EscapableHandleScope scope, JSVM_Value escapee,
                                 JSVM_Value* result) {
  using namespace jsvm;
  NativeCall call(env);
  if (!call) return call.status();
  if (AnyNull(scope, escapee, result)) return call.Fail(JSVM_INVALID_ARG);
  auto* slot = reinterpret_cast<Slot*>(scope);
  if (!slot->escapable) return call.Fail(JSVM_INVALID_ARG);
  if (slot->escaped) return call.Fail(JSVM_ESCAPE_CALLED_TWICE);
  slot->escaped = true;
  v8::Local<v8::Value> escaped = ScopeIn<Holder<v8::EscapableHandleScope>>(slot)->scope.Escape(call.In(escapee));
  *result = ToJsvm(escaped);
  if (env->scope_check) [[unlikely]]
    TrackHandleEscaped(env, *result);
  return call.Ok();
}
