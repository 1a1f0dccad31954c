// WebAssembly: modules, functions compiled ahead, code caches.
#include <v8-wasm.h>

#include <variant>

#include "core/device_mode.h"
#include "core/entry.h"
#include "core/seal.h"
#include "core/trace_event.h"
#include "core/wasm_module.h"

namespace jsvm {

namespace {

using Bytes = v8::MemorySpan<const uint8_t>;

// V8 writes a cache only of optimised code, and makes that on demand. While one of these lives, modules are compiled by
// the optimising tier at once and completely, and caches made so are accepted. The flags are the process's, and part of
// every cache's version, so they are put back afterwards; one thread at a time.
class OptimisedTier {
 public:
  OptimisedTier() : lock_(mutex()) {
    v8::V8::SetFlagsFromString(
        "--no-liftoff --no-wasm-lazy-compilation --no-wasm-inlining --no-wasm-inlining-call-indirect "
        "--no-wasm-deopt");
  }
  ~OptimisedTier() {
    v8::V8::SetFlagsFromString(
        "--liftoff --wasm-lazy-compilation --wasm-inlining --wasm-inlining-call-indirect --wasm-deopt");
  }

 private:
  static std::mutex& mutex() {
    static std::mutex mutex;
    return mutex;
  }
  std::lock_guard<std::mutex> lock_;
};

// What a compilation from a cache came to. Shared with V8, which may report after the call: a rejected cache makes it
// compile in the background.
struct Outcome {
  bool waiting = true;
  v8::Global<v8::WasmModuleObject> module;
};

// V8 takes any cache of its own for any module, and ends the process when they do not fit.
uint64_t SubjectOf(Bytes wire) {
  return HashOf({wire.data(), wire.size()});
}

// The module that a cache holds; empty when it is rejected, and the wire bytes must be compiled.
v8::MaybeLocal<v8::WasmModuleObject> FromCache(v8::Isolate* isolate, Bytes wire, std::span<const uint8_t> sealed) {
  Unsealed unsealed = Unseal(SealOf::kWasm, sealed);
  if (unsealed.size == 0 || unsealed.subject != SubjectOf(wire)) return {};
  Bytes cache(sealed.data(), unsealed.size);
  auto outcome = std::make_shared<Outcome>();
  bool accepted = false;
  v8::WasmModuleCompilation compilation;
  compilation.SetHasCompiledModuleBytes();
  compilation.OnBytesReceived(wire.data(), wire.size());
  compilation.Finish(
      isolate,
      [&](v8::WasmStreaming::ModuleCachingInterface& caching) {
        accepted = caching.SetCachedCompiledModuleBytes(cache);
      },
      [isolate, outcome](std::variant<v8::Local<v8::WasmModuleObject>, v8::Local<v8::Value>> result) {
        auto* module = std::get_if<v8::Local<v8::WasmModuleObject>>(&result);
        if (outcome->waiting && module != nullptr) outcome->module.Reset(isolate, *module);
      });
  outcome->waiting = false;
  if (!accepted || outcome->module.IsEmpty()) return {};
  return outcome->module.Get(isolate);
}

}  // namespace

}  // namespace jsvm

using jsvm::AnyNull;
using jsvm::JsCall;

JSVM_Status OH_JSVM_CompileWasmModule(JSVM_Env env, const uint8_t* wasmBytecode, size_t wasmBytecodeLength,
                                      const uint8_t* cacheData, size_t cacheDataLength, bool* cacheRejected,
                                      JSVM_Value* wasmModule) {
  JsCall call(env);
  if (!call) return call.status();
  if (wasmBytecode == nullptr || wasmBytecodeLength == 0) return call.Fail(JSVM_INVALID_ARG);
  if (cacheData != nullptr && cacheDataLength == 0) return call.Fail(JSVM_INVALID_ARG);
  if (wasmModule == nullptr) return call.Fail(JSVM_INVALID_ARG);
  jsvm::TraceSpan span("JSVM.CompileWasmModule");
  jsvm::OptimisedTier tier;
  jsvm::Bytes wire(wasmBytecode, wasmBytecodeLength);
  v8::Local<v8::WasmModuleObject> module;
  // Without JIT a cache of code is of no use.
  bool cached = cacheData != nullptr && !jsvm::IsJitless() &&
                jsvm::FromCache(call.isolate(), wire, {cacheData, cacheDataLength}).ToLocal(&module);
  if (!cached && !v8::WasmModuleObject::Compile(call.isolate(), wire).ToLocal(&module)) {
    return call.Fail(JSVM_PENDING_EXCEPTION);
  }
  if (cacheData != nullptr && cacheRejected != nullptr) *cacheRejected = !cached;
  *wasmModule = call.Out(module);
  return call.Ok();
}

JSVM_Status OH_JSVM_CompileWasmFunction(JSVM_Env env, JSVM_Value wasmModule, uint32_t functionIndex,
                                        JSVM_WasmOptLevel optLevel) {
  JsCall call(env);
  if (!call) return call.status();
  if (wasmModule == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(wasmModule);
  if (!value->IsWasmModuleObject()) return call.Fail(JSVM_INVALID_ARG);
  if (jsvm::IsJitless()) return call.Ok();
  if (optLevel != JSVM_WASM_OPT_BASELINE && optLevel != JSVM_WASM_OPT_HIGH) return call.Fail(JSVM_INVALID_ARG);
  // Modules made by CompileWasmModule are optimised as a whole, so what is left is to say whether the index is one.
  v8::CompiledWasmModule compiled = value.As<v8::WasmModuleObject>()->GetCompiledModule();
  jsvm::Bytes wire = compiled.GetWireBytesRef();
  if (functionIndex >= jsvm::CountWasmFunctions(wire.data(), wire.size())) return call.Fail(JSVM_GENERIC_FAILURE);
  return call.Ok();
}

JSVM_Status OH_JSVM_CreateWasmCache(JSVM_Env env, JSVM_Value wasmModule, const uint8_t** data, size_t* length) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(wasmModule, data, length)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value = call.In(wasmModule);
  if (!value->IsWasmModuleObject()) return call.Fail(JSVM_INVALID_ARG);
  if (jsvm::IsJitless()) {
    *data = nullptr;
    *length = 0;
    return call.Ok();
  }
  jsvm::OptimisedTier tier;  // the flags are part of the cache's header
  v8::CompiledWasmModule compiled = value.As<v8::WasmModuleObject>()->GetCompiledModule();
  v8::OwnedBuffer cache = compiled.Serialize();
  if (cache.buffer == nullptr || cache.size == 0) return call.Fail(JSVM_GENERIC_FAILURE);
  *length = cache.size + sizeof(jsvm::Seal);
  *data = jsvm::Sealed(jsvm::SealOf::kWasm, cache.buffer.get(), cache.size, jsvm::SubjectOf(compiled.GetWireBytesRef()))
              .release();
  return call.Ok();
}
