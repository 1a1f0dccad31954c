#include "callback.h"

#include "entry.h"

namespace jsvm {

namespace {

constexpr v8::ExternalPointerTypeTag kCallbackTag = v8::kExternalPointerTypeTagDefault;

// Where the objects of V8 that hold a pointer have it, from their address on; 0 while it is not known, -1 when it is
// not where it is looked for.
std::atomic<int> pointer_offset{0};

void* PointerIn(v8::Local<v8::Data> external, int offset) {
  return v8::internal::Internals::ReadRawField<void*>(v8::internal::ValueHelper::ValueAsAddress(*external), offset);
}

// Every pointer that callbacks are found by is looked for as it is made, so that reading it needs no call into the
// engine. V8 keeps all of them at one place; were it otherwise, the engine is asked.
void LearnPointerOffset(v8::Local<v8::External> external, void* pointer) {
  int known = pointer_offset.load(std::memory_order_relaxed);
  if (known > 0 && PointerIn(external, known) != pointer) known = -1;
  // A field of its own behind the map; three words are what the smallest of such objects has.
  constexpr int kWord = sizeof(void*);
  for (int offset = kWord; known == 0 && offset <= 3 * kWord; offset += kWord) {
    if (PointerIn(external, offset) == pointer) known = offset;
  }
  pointer_offset.store(known == 0 ? -1 : known, std::memory_order_relaxed);
}

}  // namespace

v8::Local<v8::Value> CallbackData(v8::Isolate* isolate, JSVM_Callback callback) {
  v8::Local<v8::External> external = v8::External::New(isolate, callback, kCallbackTag);
  LearnPointerOffset(external, callback);
  return external;
}

namespace {

JSVM_Callback CallbackOf(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Value> data = info.Data();
  int offset = pointer_offset.load(std::memory_order_relaxed);
  if (offset <= 0) [[unlikely]]
    return static_cast<JSVM_Callback>(data.As<v8::External>()->Value(kCallbackTag));
  return static_cast<JSVM_Callback>(PointerIn(data, offset));
}

// V8 checks the stack where JS is called, but not where native code calls a native function: a module that calls itself
// through the API would run off the stack. What V8 calls us with lies on the stack.
bool StackEnds(const v8::FunctionCallbackInfo<v8::Value>& info, JSVM_VM vm) {
  return reinterpret_cast<uintptr_t>(&info) < vm->stack_limit;
}

void ThrowStackOverflow(v8::Isolate* isolate) {
  v8::HandleScope handles(isolate);
  isolate->ThrowException(
      v8::Exception::RangeError(v8::String::NewFromUtf8Literal(isolate, "Maximum call stack size exceeded")));
}

[[gnu::noinline]] void InvokeInSomeEnv(const v8::FunctionCallbackInfo<v8::Value>& info) {
  if (StackEnds(info, VmOf(info.GetIsolate()))) return ThrowStackOverflow(info.GetIsolate());
  JSVM_Env env = CallbackEnv(info.GetIsolate());
  if (env == nullptr) return;
  JSVM_Callback callback = CallbackOf(info);
  if (callback->callback == nullptr) return;
  JSVM_CallbackInfo__ cbinfo{info, callback->data};
  JSVM_Value result = RunNative(env, [&] { return callback->callback(env, &cbinfo); });
  if (result != nullptr) info.GetReturnValue().Set(ToV8(result));
}

}  // namespace

// Nearly always the VM has one env, and that is active: then there is little to look up and to put back, and all of it
// stays in registers.
void InvokeCallback(const v8::FunctionCallbackInfo<v8::Value>& info) {
  JSVM_VM vm = VmOf(info.GetIsolate());
  JSVM_Env env = vm->only_env;
  if (env == nullptr || vm->active_env != env || env->scope_check || StackEnds(info, vm)) [[unlikely]]
    return InvokeInSomeEnv(info);
  JSVM_Callback callback = CallbackOf(info);
  if (callback->callback == nullptr) [[unlikely]]
    return;
  JSVM_CallbackInfo__ cbinfo{info, callback->data};
  int64_t scopes = env->open_handle_scopes;
  env->ClearLastError();
  JSVM_Value result = callback->callback(env, &cbinfo);
  NativeFrame::CheckBalance(env, scopes);
  env->vm->active_env = env;
  if (NativeFrame::ThrowStored(env)) return;
  if (result != nullptr) info.GetReturnValue().Set(ToV8(result));
}

void NativeFrame::Unbalanced() {
  Fatal("Callback", "open handle scopes differ between entry and return of a callback");
}

void NativeFrame::ThrowStoredSlow(JSVM_Env env) {
  v8::Isolate* isolate = env->isolate;
  v8::Local<v8::Value> exception = env->exception.Get(isolate);
  env->exception.Reset();
  if (!isolate->IsExecutionTerminating()) isolate->ThrowException(exception);
}

}  // namespace jsvm
