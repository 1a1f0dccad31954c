// OH_JSVM_Init and what can be asked of the engine before any VM exists.
#include "core/entry.h"
#include "core/isolate_stock.h"

namespace {

// Both numbers of the API's version: see semantics of GetVersion and GetVMInfo.
constexpr uint32_t kVmInfoApiVersion = 1;

std::atomic<bool> g_initialised{false};

// V8 was started by the engine; the flags of the module are added to it. Recognised ones are stripped with removeFlags.
void ApplyFlags(const JSVM_InitOptions& options) {
  if (options.argc == nullptr || options.argv == nullptr) return;
  v8::V8::SetFlagsFromCommandLine(options.argc, options.argv, options.removeFlags);
}

}  // namespace

JSVM_Status OH_JSVM_Init(const JSVM_InitOptions* options) {
  if (g_initialised.exchange(true)) return JSVM_GENERIC_FAILURE;
  jsvm::Platform();
  if (options == nullptr) return JSVM_OK;
  jsvm::IsolateStock::Halt halt;
  ApplyFlags(*options);
  if (options->externalReferences != nullptr) jsvm::SetExternalReferences(options->externalReferences);
  return JSVM_OK;
}

JSVM_Status OH_JSVM_GetVMInfo(JSVM_VMInfo* result) {
  if (result == nullptr) return JSVM_INVALID_ARG;
  result->apiVersion = kVmInfoApiVersion;
  result->engine = "v8";
  result->version = v8::V8::GetVersion();
  result->cachedDataVersionTag = v8::ScriptCompiler::CachedDataVersionTag();
  return JSVM_OK;
}
