// What libentry.so exports to ArkTS; declared in entry/src/main/cpp/types/libentry/Index.d.ts.
#include <napi/native_api.h>

#include <optional>
#include <string>

#include "log_capture.h"
#include "napi_session.h"
#include "napi_values.h"
#include "session.h"

namespace {

napi_value RunScriptOnce(napi_env env, napi_callback_info info) {
  napi_value argument = nullptr;
  std::size_t count = 1;
  if (!napi_values::Ok(env, napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr))) return nullptr;
  const std::optional<std::u16string> source = napi_values::ReadString(env, argument, "runScript: source");
  if (!source) return nullptr;
  script_value::Value value;
  if (const std::optional<Failure> failure = RunScript(*source, &value)) {
    napi_values::Throw(env, *failure);
    return nullptr;
  }
  return napi_values::ScriptResult(env, value);
}

napi_value TakeLog(napi_env env, napi_callback_info) {
  return napi_values::FromLog(env, log_capture::Take());
}

}  // namespace

extern "C" {

static napi_value Init(napi_env env, napi_value exports) {
  log_capture::Start();
  const napi_value session = napi_session::DefineClass(env);
  if (session == nullptr) return nullptr;
  const napi_property_descriptor members[] = {
      {"JsvmSession", nullptr, nullptr, nullptr, nullptr, session, napi_default_jsproperty, nullptr},
      {"runScript", nullptr, RunScriptOnce, nullptr, nullptr, nullptr, napi_default_jsproperty, nullptr},
      {"takeLog", nullptr, TakeLog, nullptr, nullptr, nullptr, napi_default_jsproperty, nullptr},
  };
  const napi_status status = napi_define_properties(env, exports, sizeof(members) / sizeof(members[0]), members);
  return napi_values::Ok(env, status) ? exports : nullptr;
}

// nm_modname must be the name of the library without "lib" and ".so", or the import in ArkTS yields undefined.
static napi_module entryModule = {1, 0, nullptr, Init, "entry", nullptr, {nullptr, nullptr, nullptr, nullptr}};

__attribute__((constructor)) void RegisterEntryModule() {
  napi_module_register(&entryModule);
}

}  // extern "C"
