// Compile and run.
#include <algorithm>

#include "core/entry.h"
#include "core/script.h"

namespace jsvm {

JSVM_Script NewScript(JSVM_Env env, v8::Local<v8::Script> script) {
  auto* record = new JSVM_Script__{v8::Global<v8::Script>(env->isolate, script), env->open_handle_scopes};
  env->scripts.push_back(record);
  return record;
}

}  // namespace jsvm

JSVM_Status OH_JSVM_CompileScript(JSVM_Env env, JSVM_Value script, const uint8_t* cachedData, size_t cacheDataLength,
                                  bool eagerCompile, bool* cacheRejected, JSVM_Script* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> text = call.In(script);
  if (!text->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  v8::ScriptCompiler::CompileOptions options =
      eagerCompile ? v8::ScriptCompiler::kEagerCompile : v8::ScriptCompiler::kNoCompileOptions;
  v8::ScriptCompiler::CachedData* cache = nullptr;  // the Source takes it
  if (cachedData != nullptr) {
    cache = new v8::ScriptCompiler::CachedData(cachedData, static_cast<int>(cacheDataLength));
    options = v8::ScriptCompiler::kConsumeCodeCache;
  }
  v8::ScriptCompiler::Source source(text.As<v8::String>(), cache);
  v8::Local<v8::Script> compiled;
  bool ok = v8::ScriptCompiler::Compile(call.context(), &source, options).ToLocal(&compiled);
  if (cache != nullptr && cacheRejected != nullptr) *cacheRejected = cache->rejected;
  if (!ok) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = NewScript(env, compiled);
  return call.Ok();
}

JSVM_Status OH_JSVM_RunScript(JSVM_Env env, JSVM_Script script, JSVM_Value* result) {
  using namespace jsvm;
  JsCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, result)) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> value;
  if (!script->script.Get(call.isolate())->Run(call.context()).ToLocal(&value)) return call.Fail(JSVM_GENERIC_FAILURE);
  *result = call.Out(value);
  return call.Ok();
}
