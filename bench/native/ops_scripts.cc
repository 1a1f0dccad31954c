// A small script, compiled and run, with and without a code cache.
#include "bench.h"

namespace bench {

namespace {

uint64_t Number() {
  static uint64_t number = 0;
  return ++number;
}

std::string Name() {
  return "script-" + std::to_string(Number());
}

// V8 remembers what it compiled by text and name. So each text is another one: a number at its end changes. With a code
// cache, which belongs to one text, each name is.
class Source {
 public:
  Source() {
    for (int i = 0; i < 20; ++i) {
      std::string n = std::to_string(i);
      text_ += "function f" + n + "(a, b) { let c = []; for (let i = 0; i < a; i++) c.push(i * b + " + n +
               "); return c.length; }\n";
    }
    text_ += "f0(3, 4) + f1(1, 2);\n// ";
    tail_ = text_.size();
    text_.append(kDigits, '0');
  }

  const std::string& text() const { return text_; }

  const std::string& Next() {
    std::string digits = std::to_string(Number());
    text_.replace(tail_, kDigits, kDigits - digits.size(), '0');
    text_ += digits;
    return text_;
  }

 private:
  static constexpr size_t kDigits = 12;
  std::string text_;
  size_t tail_ = 0;
};

double JsvmScripts(JSVM_Env env, uint64_t count) {
  Source source;
  return Time(count, [&] {
    JSVM_HandleScope scope = nullptr;
    JSVM_Value value = nullptr;
    JSVM_Script script = nullptr;
    const std::string& text = source.Next();
    BENCH_OK(OH_JSVM_OpenHandleScope(env, &scope));
    BENCH_OK(OH_JSVM_CreateStringUtf8(env, text.data(), text.size(), &value));
    BENCH_OK(OH_JSVM_CompileScript(env, value, nullptr, 0, false, nullptr, &script));
    BENCH_OK(OH_JSVM_RunScript(env, script, &value));
    BENCH_OK(OH_JSVM_CloseHandleScope(env, scope));
  });
}

double JsvmCachedScripts(JSVM_Env env, uint64_t count, const std::vector<uint8_t>& cache) {
  Source source;
  return Time(count, [&] {
    JSVM_HandleScope scope = nullptr;
    JSVM_Value value = nullptr;
    JSVM_Script script = nullptr;
    bool rejected = false;
    const std::string& text = source.text();
    std::string name = Name();
    JSVM_ScriptOrigin origin{nullptr, name.c_str(), 0, 0};
    BENCH_OK(OH_JSVM_OpenHandleScope(env, &scope));
    BENCH_OK(OH_JSVM_CreateStringUtf8(env, text.data(), text.size(), &value));
    BENCH_OK(
        OH_JSVM_CompileScriptWithOrigin(env, value, cache.data(), cache.size(), false, &rejected, &origin, &script));
    if (rejected) Failed("code cache", 1);
    BENCH_OK(OH_JSVM_RunScript(env, script, &value));
    BENCH_OK(OH_JSVM_CloseHandleScope(env, scope));
  });
}

const std::vector<uint8_t>& JsvmCache(JSVM_Env env) {
  static const std::vector<uint8_t> cache = [env] {
    Source source;
    const std::string& text = source.text();
    JSVM_Value value = nullptr;
    JSVM_Script script = nullptr;
    const uint8_t* data = nullptr;
    size_t length = 0;
    BENCH_OK(OH_JSVM_CreateStringUtf8(env, text.data(), text.size(), &value));
    BENCH_OK(OH_JSVM_CompileScript(env, value, nullptr, 0, false, nullptr, &script));
    BENCH_OK(OH_JSVM_RunScript(env, script, &value));
    BENCH_OK(OH_JSVM_CreateCodeCache(env, script, &data, &length));
    std::vector<uint8_t> bytes(data, data + length);
    BENCH_OK(OH_JSVM_ReleaseCache(env, data, JSVM_CACHE_TYPE_JS));
    return bytes;
  }();
  return cache;
}

double NapiScripts(napi_env env, uint64_t count) {
  Source source;
  return Time(count, [&] {
    napi_handle_scope scope = nullptr;
    napi_value value = nullptr;
    const std::string& text = source.Next();
    BENCH_OK(napi_open_handle_scope(env, &scope));
    BENCH_OK(napi_create_string_utf8(env, text.data(), text.size(), &value));
    BENCH_OK(napi_run_script(env, value, &value));
    BENCH_OK(napi_close_handle_scope(env, scope));
  });
}

v8::Local<v8::String> V8Text(v8::Isolate* isolate, const std::string& text) {
  return v8::String::NewFromUtf8(isolate, text.data(), v8::NewStringType::kNormal, static_cast<int>(text.size()))
      .ToLocalChecked();
}

double V8Scripts(v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
  Source texts;
  return Time(count, [&] {
    v8::HandleScope scope(isolate);
    v8::ScriptCompiler::Source source(V8Text(isolate, texts.Next()));
    v8::ScriptCompiler::Compile(context, &source).ToLocalChecked()->Run(context).ToLocalChecked();
  });
}

double V8CachedScripts(v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count,
                       const std::vector<uint8_t>& cache) {
  using v8::ScriptCompiler;
  Source texts;
  return Time(count, [&] {
    v8::HandleScope scope(isolate);
    v8::ScriptOrigin origin(V8Text(isolate, Name()));
    auto* data = new ScriptCompiler::CachedData(cache.data(), static_cast<int>(cache.size()));
    ScriptCompiler::Source source(V8Text(isolate, texts.text()), origin, data);
    v8::Local<v8::Script> script =
        ScriptCompiler::Compile(context, &source, ScriptCompiler::kConsumeCodeCache).ToLocalChecked();
    if (data->rejected) Failed("code cache", 1);
    script->Run(context).ToLocalChecked();
  });
}

const std::vector<uint8_t>& V8Cache(v8::Isolate* isolate, v8::Local<v8::Context> context) {
  static const std::vector<uint8_t> cache = [&] {
    Source source;
    v8::Local<v8::Script> script = v8::Script::Compile(context, V8Text(isolate, source.text())).ToLocalChecked();
    script->Run(context).ToLocalChecked();
    std::unique_ptr<v8::ScriptCompiler::CachedData> data(
        v8::ScriptCompiler::CreateCodeCache(script->GetUnboundScript()));
    return std::vector<uint8_t>(data->data, data->data + data->length);
  }();
  return cache;
}

const Listed kScripts({
    {"scripts", "compile and run a small script", JsvmScripts, NapiScripts, V8Scripts},
    {"scripts", "compile and run a small script with a code cache",
     [](JSVM_Env env, uint64_t count) { return JsvmCachedScripts(env, count, JsvmCache(env)); }, nullptr,
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       return V8CachedScripts(isolate, context, count, V8Cache(isolate, context));
     }},
});

}  // namespace

}  // namespace bench
