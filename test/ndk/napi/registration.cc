#include "registration.h"

#include <dlfcn.h>
#include <link.h>

#include <atomic>

#include "host.h"
#include "runtime.h"

// Node's own way to run an init function in an env of its own. It is exported by the engine, but no header has it.
extern void napi_module_register_by_symbol(v8::Local<v8::Object> exports, v8::Local<v8::Value> module,
                                           v8::Local<v8::Context> context, napi_addon_register_func init,
                                           int32_t module_api_version);

namespace ace {
namespace {

// References to values of any type, and exceptions in finalizers that are not swallowed, came with version 10.
constexpr int32_t kNodeApiVersion = 10;

// Which library registered which module.
struct Registered {
  const void* library;  // where the library begins in memory; nullptr when it is not known
  napi_module* module;
};

std::mutex registry_mutex;

std::vector<Registered>& Registry() {
  static auto* registry = new std::vector<Registered>();
  return *registry;
}

// What the thread is loading: modules that stand in no library's data belong to it.
thread_local std::vector<napi_module*>* registered_now = nullptr;

// Told about every library that was mapped.
std::atomic<void (*)()> on_mapped{nullptr};

const void* LibraryOf(const void* address) {
  Dl_info info{};
  return dladdr(address, &info) != 0 ? info.dli_fbase : nullptr;
}

bool IsNamed(const napi_module* module, const std::string& name) {
  return module->nm_modname != nullptr && module->nm_modname == name;
}

// The module of that name in the library; a library may hold others too. Without one, any other tells what is wrong.
napi_module* FindModule(const void* library, const std::string& name, const std::vector<napi_module*>& now) {
  const std::lock_guard lock(registry_mutex);
  napi_module* found = now.empty() ? nullptr : now.back();
  for (const Registered& known : Registry()) {
    if (known.library != library) continue;
    if (IsNamed(known.module, name)) return known.module;
    found = known.module;
  }
  return found;
}

// "entry" for "/any/where/libentry.so".
std::string StemOf(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  if (name.starts_with("lib")) name.erase(0, 3);
  if (const size_t end = name.find(".so"); end != std::string::npos) name.resize(end);
  return name;
}

v8::MaybeLocal<v8::Value> Throw(v8::Isolate* isolate, const std::string& message) {
  isolate->ThrowException(v8::Exception::Error(ToString(isolate, message)));
  return {};
}

// The init function takes no closure, so what it needs waits here.
struct Instantiation {
  napi_addon_register_func init;
  v8::Local<v8::Context> context;
  napi_env env = nullptr;
};
thread_local Instantiation* instantiation = nullptr;

napi_value RunInit(napi_env env, napi_value exports) {
  Instantiation& now = *instantiation;
  instantiation = nullptr;
  EnvState& state = AddEnv(env);
  state.context.Reset(state.isolate, now.context);
  now.env = env;
  if (now.init == nullptr) return exports;
  const napi_value result = now.init(env, exports);
  ReturnHomeQuickly(state.isolate);
  return result;
}

struct Instance {
  napi_env env;
  v8::MaybeLocal<v8::Value> exports;
};

Instance Make(v8::Local<v8::Context> context, napi_addon_register_func init, const std::string& filename) {
  v8::Isolate* isolate = AttachThread().isolate;
  v8::EscapableHandleScope scope(isolate);
  const v8::Context::Scope context_scope(context);
  Instantiation wanted{.init = init, .context = context};
  const v8::Local<v8::Object> exports = v8::Object::New(isolate);
  const v8::Local<v8::Object> module = v8::Object::New(isolate);
  const v8::Local<v8::String> exports_name = ToString(isolate, "exports");
  if (module->Set(context, exports_name, exports).IsNothing() ||
      module->Set(context, ToString(isolate, "filename"), ToString(isolate, filename)).IsNothing()) {
    return {};
  }
  v8::TryCatch attempt(isolate);
  instantiation = &wanted;
  napi_module_register_by_symbol(exports, module, context, RunInit, kNodeApiVersion);
  instantiation = nullptr;
  if (attempt.HasCaught()) {
    attempt.ReThrow();
    return {wanted.env, {}};
  }
  return {wanted.env, scope.EscapeMaybe(module->Get(context, exports_name))};
}

}  // namespace

v8::MaybeLocal<v8::Value> Instantiate(v8::Local<v8::Context> context, napi_addon_register_func init,
                                      const std::string& filename) {
  return Make(context, init, filename).exports;
}

napi_env CreateEnv(v8::Local<v8::Context> context) {
  return Make(context, nullptr, "").env;
}

std::string RegisteredPath(const std::string& name) {
  const std::lock_guard lock(registry_mutex);
  for (const Registered& known : Registry()) {
    Dl_info info{};
    if (known.library == nullptr || dladdr(known.library, &info) == 0) continue;
    const std::string path = info.dli_fname;
    if (path == name || path.substr(path.rfind('/') + 1) == name) return path;
  }
  return "";
}

v8::MaybeLocal<v8::Value> LoadLibrary(v8::Isolate* isolate, const std::string& path) {
  std::vector<napi_module*> now;
  std::vector<napi_module*>* const outer = registered_now;
  registered_now = &now;
  void* handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  registered_now = outer;
  if (handle == nullptr) {
    const char* reason = dlerror();
    return Throw(isolate, "cannot load " + path + ": " + (reason == nullptr ? "unknown reason" : reason));
  }
  if (auto* tell = on_mapped.load()) tell();
  // A constructor of the library may have entered a VM.
  ReturnHomeQuickly(isolate);
  link_map* map = nullptr;
  dlinfo(handle, RTLD_DI_LINKMAP, &map);
  const void* library = map == nullptr ? nullptr : LibraryOf(map->l_ld);
  const std::string stem = StemOf(path);
  const napi_module* module = FindModule(library, stem, now);
  if (module == nullptr) {
    return Throw(isolate, path +
                              ": the library registered no module. Call napi_module_register with a static napi_module "
                              "from a function marked __attribute__((constructor))");
  }
  if (!IsNamed(module, stem)) {
    const std::string name = module->nm_modname == nullptr ? "" : module->nm_modname;
    return Throw(isolate, path + ": nm_modname is \"" + name +
                              "\", but a library of this file name must register as \"" + stem +
                              "\". A device would import undefined");
  }
  if (module->nm_register_func == nullptr) {
    return Throw(isolate, path + ": the registered module has no nm_register_func");
  }
  return Instantiate(isolate->GetCurrentContext(), module->nm_register_func, path);
}

}  // namespace ace

void napi_module_register(napi_module* mod) {
  if (mod == nullptr) return;
  {
    const std::lock_guard lock(ace::registry_mutex);
    ace::Registry().push_back({ace::LibraryOf(mod), mod});
  }
  if (ace::registered_now != nullptr) ace::registered_now->push_back(mod);
}

const ArkhostNapiHost* arkhost_napi_host() {
  static const ArkhostNapiHost host = {
      .attach = [] { ace::AttachThread(); },
      .load = [](const char* path) -> void* {
        const ace::ThreadState& thread = ace::AttachThread();
        v8::Local<v8::Value> exports;
        return ace::LoadLibrary(thread.isolate, path).ToLocal(&exports) ? ace::FromLocal(exports) : nullptr;
      },
      .set_on_mapped = [](void (*function)()) { ace::on_mapped = function; },
      .set_module_loader =
          [](void* function) {
            ace::ThreadState& thread = ace::AttachThread();
            const v8::Local<v8::Value> value = ace::ToLocal(static_cast<napi_value>(function));
            thread.module_loader.Reset(thread.isolate, value.As<v8::Function>());
          },
      .set_runtime_script = ace::SetRuntimeScript,
  };
  return &host;
}
