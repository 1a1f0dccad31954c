// Compile, run and keep scripts.
#include "core/compile.h"
#include "core/entry.h"
#include "core/fatal.h"
#include "core/script.h"
#include "core/seal.h"
#include "core/source_map.h"
#include "core/trace_event.h"

namespace jsvm {

namespace {

// What V8 may take of the request's cache: one that is not as it was handed out, or that was made of another source,
// never reaches it, because its own checks end at the header.
struct UsableCache {
  UsableCache(v8::Isolate* isolate, const CompileRequest& request, v8::Local<v8::String> source) {
    if (request.cache == nullptr) return;
    Unsealed block = Unseal(SealOf::kScript, {request.cache, request.cache_length});
    if (block.size == 0) return;
    uint64_t hash = HashOfSource(isolate, source);
    if (block.subject != hash) return;
    data = std::make_unique<v8::ScriptCompiler::CachedData>(request.cache, static_cast<int>(block.size));
    if (request.decoded.source == hash) task = std::move(request.decoded.task);
  }
  std::unique_ptr<v8::ScriptCompiler::CachedData> data;
  std::unique_ptr<v8::ScriptCompiler::ConsumeCodeCacheTask> task;
};

v8::ScriptCompiler::CompileOptions ModeOf(const CompileRequest& request, bool has_cache) {
  if (request.consume_cache) {
    return has_cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions;
  }
  return request.eager ? v8::ScriptCompiler::kEagerCompile : v8::ScriptCompiler::kNoCompileOptions;
}

// The name and offsets a script is compiled under. Empty when the name is too long for V8.
v8::MaybeLocal<v8::String> NameOf(v8::Isolate* isolate, const CompileRequest& request) {
  return NewUtf8(isolate, request.name.c_str(), request.name.size());
}

void RegisterSourceMap(JSVM_VM vm, const CompileRequest& request) {
  if (request.source_map.empty()) return;
  if (!SourceMaps::Register(request.name, request.source_map)) {
    Fatal("OH_JSVM_CompileScript", ("the script " + request.name + " is registered with another source map").c_str());
  }
  vm->isolate->SetPrepareStackTraceCallback(FormatMappedStack);
}

}  // namespace

JSVM_Script NewScript(JSVM_Env env, v8::Local<v8::Script> script, v8::Local<v8::String> source) {
  int64_t depth = env->open_handle_scopes;
  auto* record = new JSVM_Script__{v8::Global<v8::Script>(env->isolate, script),
                                   v8::Global<v8::String>(env->isolate, source), depth};
  env->scripts.push_back(record);
  if (depth > 0) env->handle_scopes.top()->special = true;
  return record;
}

JSVM_Status Compile(JsCall& call, JSVM_Value script, const CompileRequest& request, JSVM_Script* result) {
  v8::Isolate* isolate = call.isolate();
  v8::Local<v8::Value> text = call.In(script);
  if (!text->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  v8::Local<v8::Value> name;
  if (request.named) {
    v8::Local<v8::String> name_text;
    if (!NameOf(isolate, request).ToLocal(&name_text)) return call.Fail(JSVM_GENERIC_FAILURE);
    name = name_text;
  }
  UsableCache usable(isolate, request, text.As<v8::String>());
  v8::ScriptCompiler::CachedData* cache = usable.data.get();
  RegisterSourceMap(call.vm(), request);
  v8::ScriptOrigin origin(name, request.line_offset, request.column_offset);
  v8::ScriptCompiler::Source source(text.As<v8::String>(), origin, usable.data.release(), usable.task.release());
  TraceSpan span("JSVM.CompileScript");
  v8::Local<v8::Script> compiled;
  bool ok = v8::ScriptCompiler::Compile(call.context(), &source, ModeOf(request, cache != nullptr)).ToLocal(&compiled);
  if (request.cache != nullptr && request.rejected != nullptr) *request.rejected = cache == nullptr || cache->rejected;
  if (!ok) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = NewScript(call.env(), compiled, text.As<v8::String>());
  return call.Ok();
}

}  // namespace jsvm

using jsvm::AnyNull;
using jsvm::JsCall;
using jsvm::VmCall;

JSVM_Status OH_JSVM_CompileScript(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData, size_t cacheDataLength,
                                  bool eagerCompile, bool* cacheRejected, JSVM_Script* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  jsvm::CompileRequest request;
  request.UseCache(cachedData, cacheDataLength, cacheRejected);
  request.eager = eagerCompile;
  return jsvm::Compile(call, script, request, result);
}

JSVM_Status OH_JSVM_CompileScriptWithOrigin(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData,
                                            size_t cacheDataLength, bool eagerCompile, bool* cacheRejected,
                                            JSVM_ScriptOrigin* origin, JSVM_Script* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  if (origin == nullptr) return call.Fail(JSVM_INVALID_ARG);
  jsvm::CompileRequest request;
  request.UseCache(cachedData, cacheDataLength, cacheRejected);
  request.eager = eagerCompile;
  request.UseOrigin(*origin, "OH_JSVM_CompileScriptWithOrigin");
  if (origin->sourceMapUrl != nullptr) request.source_map = origin->sourceMapUrl;
  return jsvm::Compile(call, script, request, result);
}

JSVM_Status OH_JSVM_CompileScriptWithOptions(JSVM_Env env, JSVM_Value script, size_t optionCount,
                                             JSVM_CompileOptions* options, JSVM_Script* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  if (optionCount > 0 && options == nullptr) return call.Fail(JSVM_INVALID_ARG);
  jsvm::CompileRequest request;
  if (!request.UseOptions(options, optionCount)) return call.Fail(JSVM_INVALID_ARG);
  return jsvm::Compile(call, script, request, result);
}

JSVM_Status OH_JSVM_RunScript(JSVM_Env env, JSVM_Script script, JSVM_Value* result) {
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  if (script->script.IsEmpty()) return call.FailStale("script");
  v8::Local<v8::Script> bound = jsvm::AsLocal(script->script);
  // V8 runs a bound script once: top-level let and const leave their context behind in it.
  if (script->ran) bound = bound->GetUnboundScript()->BindToCurrentContext();
  script->ran = true;
  jsvm::TraceSpan span("JSVM.RunScript");
  v8::Local<v8::Value> value;
  bool ok = bound->Run(call.context()).ToLocal(&value);
  // A script can succeed whose microtasks were terminated.
  if (!ok || call.HasCaught()) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(value);
  return call.Ok();
}

JSVM_Status OH_JSVM_RetainScript(JSVM_Env env, JSVM_Script script) {
  VmCall call(env);
  if (!call) return call.status();
  if (script == nullptr || script->retained) return call.Fail(JSVM_INVALID_ARG);
  if (script->script.IsEmpty()) return call.FailStale("script");
  script->retained = true;
  std::erase(env->scripts, script);
  env->vm->kept_scripts.push_back(script);
  ++env->vm->retained_scripts;
  return call.Ok();
}

JSVM_Status OH_JSVM_ReleaseScript(JSVM_Env env, JSVM_Script script) {
  using jsvm::FreeScript;
  VmCall call(env);
  if (!call) return call.status();
  if (script == nullptr || !script->retained) return call.Fail(JSVM_INVALID_ARG);
  std::erase(env->vm->kept_scripts, script);
  --env->vm->retained_scripts;
  FreeScript(env->vm, script);
  return call.Ok();
}
