// OH_JSVM_Init and what can be asked of the engine before any VM exists.
#include <algorithm>

#include "core/device_mode.h"
#include "core/entry.h"
#include "core/isolate_stock.h"

namespace {

// Both numbers of the API's version: see semantics of GetVersion and GetVMInfo.
constexpr uint32_t kVmInfoApiVersion = 1;

std::atomic<bool> g_initialised{false};

// --jitless and --wasm-jitless in the ways V8 reads flags: one or two dashes, underscores for dashes.
bool ForbidsJit(const char* flag) {
  if (flag == nullptr || flag[0] != '-') return false;
  std::string name(flag + (flag[1] == '-' ? 2 : 1));
  std::replace(name.begin(), name.end(), '_', '-');
  return name == "jitless" || name == "wasm-jitless";
}

// V8 was started by the engine; the flags of the module are added to it. Recognised ones are stripped with removeFlags.
void ApplyFlags(const JSVM_InitOptions& options) {
  if (options.argc == nullptr || options.argv == nullptr || *options.argc < 1) return;
  // What has a meaning here of its own does not reach V8.
  std::vector<char*> flags(options.argv, options.argv + *options.argc);
  auto jitless = std::remove_if(flags.begin() + 1, flags.end(), ForbidsJit);
  if (jitless != flags.end()) jsvm::ForbidJit();
  flags.erase(jitless, flags.end());
  int count = static_cast<int>(flags.size());
  v8::V8::SetFlagsFromCommandLine(&count, flags.data(), options.removeFlags);
  if (!options.removeFlags) return;
  std::copy_n(flags.begin(), count, options.argv);
  if (count < *options.argc) options.argv[count] = nullptr;
  *options.argc = count;
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
  // The version of code caches is that of the VMs.
  jsvm::Platform();
  result->apiVersion = kVmInfoApiVersion;
  result->engine = "v8";
  result->version = v8::V8::GetVersion();
  result->cachedDataVersionTag = v8::ScriptCompiler::CachedDataVersionTag();
  return JSVM_OK;
}
