// Code caches: made, released, decoded in the background.
#include "core/background.h"
#include "core/entry.h"
#include "core/script.h"
#include "core/seal.h"

namespace jsvm {

namespace {

// Shared by the holder that the caller has, the worker that decodes, and the VM.
struct Decoding {
  DecodedCache cache;
  std::atomic<bool> finished{false};
};

// The VM keeps what is being decoded for it: the worker uses the isolate, and the result belongs to the VM's thread.
struct Decodings : VmExtension {
  ~Decodings() override {
    for (const std::shared_ptr<Decoding>& decoding : list) {
      decoding->finished.wait(false, std::memory_order_acquire);
      decoding->cache.task.reset();
    }
  }
  void Add(std::shared_ptr<Decoding> decoding) {
    std::erase_if(list, [](const auto& old) { return old.use_count() == 1; });
    list.push_back(std::move(decoding));
  }
  std::vector<std::shared_ptr<Decoding>> list;
};

class DecodeOnWorker final : public v8::Task {
 public:
  explicit DecodeOnWorker(std::shared_ptr<Decoding> decoding) : decoding_(std::move(decoding)) {}
  void Run() override {
    decoding_->cache.task->Run();
    decoding_->finished.store(true, std::memory_order_release);
    decoding_->finished.notify_all();
  }

 private:
  std::shared_ptr<Decoding> decoding_;
};

}  // namespace

}  // namespace jsvm

struct JSVM_DeserializeResult__ {
  std::shared_ptr<jsvm::Decoding> decoding;
};

namespace jsvm {

DecodedCache TakeFinishedTask(JSVM_DeserializeResult result) {
  if (!result->decoding->finished.load(std::memory_order_acquire)) return {};
  return std::move(result->decoding->cache);
}

uint64_t HashOfSource(v8::Isolate* isolate, v8::Local<v8::String> source) {
  constexpr uint32_t kChunk = 4096;
  uint16_t units[kChunk];
  uint64_t chained[2] = {0, 0};
  auto length = static_cast<uint32_t>(source->Length());
  // The same text has one hash, whether V8 keeps it in one byte or two for each unit.
  for (uint32_t done = 0; done < length; done += kChunk) {
    uint32_t count = std::min(kChunk, length - done);
    source->WriteV2(isolate, done, count, units);
    chained[1] = HashOf({reinterpret_cast<const uint8_t*>(units), count * sizeof(uint16_t)});
    chained[0] = HashOf({reinterpret_cast<const uint8_t*>(chained), sizeof(chained)});
  }
  return chained[0];
}

}  // namespace jsvm

using jsvm::AnyNull;

JSVM_Status OH_JSVM_CreateCodeCache(JSVM_Env env, JSVM_Script script, const uint8_t** data, size_t* length) {
  jsvm::VmCall call(env);
  if (!call) return call.status();
  if (AnyNull(script, data, length)) return call.Fail(JSVM_INVALID_ARG);
  if (script->script.IsEmpty()) return call.FailStale("script");
  v8::HandleScope handles(call.isolate());
  std::unique_ptr<v8::ScriptCompiler::CachedData> cache(
      v8::ScriptCompiler::CreateCodeCache(jsvm::AsLocal(script->script)->GetUnboundScript()));
  if (cache == nullptr || cache->length <= 0) return call.Fail(JSVM_GENERIC_FAILURE);
  *length = static_cast<size_t>(cache->length) + sizeof(jsvm::Seal);
  uint64_t source = jsvm::HashOfSource(call.isolate(), jsvm::AsLocal(script->source));
  *data = jsvm::Sealed(jsvm::SealOf::kScript, cache->data, static_cast<size_t>(cache->length), source).release();
  return call.Ok();
}

JSVM_Status OH_JSVM_ReleaseCache(JSVM_Env env, const uint8_t* cacheData, JSVM_CacheType cacheType) {
  jsvm::NativeCall call(env);
  if (!call) return call.status();
  if (cacheData == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (cacheType != JSVM_CACHE_TYPE_JS && cacheType != JSVM_CACHE_TYPE_WASM) return call.Fail(JSVM_INVALID_ARG);
  delete[] cacheData;
  return call.Ok();
}

JSVM_Status OH_JSVM_BackgroundDeserialize(JSVM_VM vm, JSVM_CodeCache cacheData, JSVM_DeserializeResult* result) {
  using v8::ScriptCompiler;
  jsvm::VmCall call(vm);
  if (!call || result == nullptr) return JSVM_INVALID_ARG;
  if (cacheData.cache == nullptr || cacheData.length == 0 || cacheData.length > static_cast<size_t>(INT_MAX)) {
    *result = nullptr;
    return JSVM_INVALID_ARG;
  }
  auto decoding = std::make_shared<jsvm::Decoding>();
  // Nothing is decoded of a block that is not whole: compilations do without it then.
  jsvm::Unsealed block = jsvm::Unseal(jsvm::SealOf::kScript, {cacheData.cache, cacheData.length});
  if (block.size > 0) {
    auto cache = std::make_unique<ScriptCompiler::CachedData>(cacheData.cache, static_cast<int>(block.size));
    decoding->cache.source = block.subject;
    decoding->cache.task.reset(ScriptCompiler::StartConsumingCodeCache(call.isolate(), std::move(cache)));
  }
  *result = new JSVM_DeserializeResult__{decoding};
  if (decoding->cache.task == nullptr) return JSVM_OK;
  jsvm::ExtensionOf<jsvm::Decodings>(vm).Add(decoding);
  jsvm::Platform()->CallOnWorkerThread(std::make_unique<jsvm::DecodeOnWorker>(std::move(decoding)));
  return JSVM_OK;
}

JSVM_Status OH_JSVM_ReleaseDeserializeResult(JSVM_DeserializeResult result) {
  if (result == nullptr) return JSVM_INVALID_ARG;
  delete result;
  return JSVM_OK;
}
