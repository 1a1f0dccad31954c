#include "napi_session.h"

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "log_capture.h"
#include "napi_values.h"
#include "session.h"

using napi_values::Ok;
using napi_values::Throw;

namespace {

/** The sessions of one ArkTS env which are not collected yet. */
using SessionSet = std::set<Session*>;

/** What a JsvmSession object owns. The set is shared, because the env may end before the last object is finalized. */
struct Wrapped {
  std::shared_ptr<SessionSet> all;
  Session session;
};

/** Marks our objects, so that an object wrapped by another module is never taken for a session. */
constexpr napi_type_tag kTag = {0x6a73766d6d656d6f, 0x7279736573736e31};

/** Runs when ArkTS has collected the object: closes a session that nobody closed. */
void Finalize(napi_env, void* data, void*) {
  auto* wrapped = static_cast<Wrapped*>(data);
  wrapped->all->erase(&wrapped->session);
  delete wrapped;
}

/** Runs when the env ends: VMs must not outlive it. The objects themselves are finalized later. */
void ReleaseAll(void* data) {
  auto* all = static_cast<std::shared_ptr<SessionSet>*>(data);
  for (Session* session : **all) session->Release();
  delete all;
}

/** The session behind `this`, with the call's first argument if wanted; nullptr after throwing. */
Session* ThisSession(napi_env env, napi_callback_info info, napi_value* argument) {
  napi_value self = nullptr;
  std::size_t count = argument == nullptr ? 0 : 1;
  if (!Ok(env, napi_get_cb_info(env, info, &count, argument, &self, nullptr))) return nullptr;
  bool ours = false;
  void* data = nullptr;
  if (napi_check_object_type_tag(env, self, &kTag, &ours) != napi_ok || !ours ||
      napi_unwrap(env, self, &data) != napi_ok) {
    Throw(env, {"JSVM_INVALID_ARG", "JsvmSession methods must be called on a JsvmSession"});
    return nullptr;
  }
  return &static_cast<Wrapped*>(data)->session;
}

napi_value Undefined(napi_env env) {
  napi_value result = nullptr;
  return Ok(env, napi_get_undefined(env, &result)) ? result : nullptr;
}

/** Names the method in front of a failure that has no script exception to show. */
Failure In(const char* method, Failure failure) {
  if (failure.code.rfind("JSVM_SESSION_", 0) == 0) failure.message = std::string(method) + ": " + failure.message;
  return failure;
}

napi_value Construct(napi_env env, napi_callback_info info) {
  napi_value target = nullptr;
  if (!Ok(env, napi_get_new_target(env, info, &target))) return nullptr;
  if (target == nullptr) {
    Throw(env, {"JSVM_SESSION_NEW_EXPECTED", "JsvmSession is a class: write new JsvmSession()"});
    return nullptr;
  }
  napi_value self = nullptr;
  void* data = nullptr;
  std::size_t count = 0;
  if (!Ok(env, napi_get_cb_info(env, info, &count, nullptr, &self, &data))) return nullptr;

  auto wrapped = std::make_unique<Wrapped>();
  wrapped->all = *static_cast<std::shared_ptr<SessionSet>*>(data);
  if (const std::optional<Failure> failure = wrapped->session.Open()) {
    Throw(env, *failure);
    return nullptr;
  }
  if (!Ok(env, napi_type_tag_object(env, self, &kTag))) return nullptr;
  // The last argument stays NULL: on OpenHarmony a reference returned here would be a strong one, and never die.
  if (!Ok(env, napi_wrap(env, self, wrapped.get(), Finalize, nullptr, nullptr))) return nullptr;
  wrapped->all->insert(&wrapped->session);
  wrapped.release();  // NOLINT: Finalize owns it from here.
  return self;
}

napi_value Evaluate(napi_env env, napi_callback_info info) {
  napi_value argument = nullptr;
  Session* session = ThisSession(env, info, &argument);
  if (session == nullptr) return nullptr;
  const std::optional<std::u16string> source = napi_values::ReadString(env, argument, "JsvmSession.evaluate: source");
  if (!source) return nullptr;
  script_value::Value value;
  if (const std::optional<Failure> failure = session->Evaluate(*source, &value)) {
    Throw(env, In("JsvmSession.evaluate", *failure));
    return nullptr;
  }
  return napi_values::ScriptResult(env, value);
}

napi_value HeapStatistics(napi_env env, napi_callback_info info) {
  Session* session = ThisSession(env, info, nullptr);
  if (session == nullptr) return nullptr;
  JSVM_HeapStatistics statistics = {};
  if (const std::optional<Failure> failure = session->Statistics(&statistics)) {
    Throw(env, In("JsvmSession.heapStatistics", *failure));
    return nullptr;
  }
  return napi_values::FromStatistics(env, statistics);
}

// Works after close too: the lines of the last script may still be wanted.
napi_value TakeLog(napi_env env, napi_callback_info info) {
  if (ThisSession(env, info, nullptr) == nullptr) return nullptr;
  return napi_values::FromLog(env, log_capture::Take());
}

napi_value Close(napi_env env, napi_callback_info info) {
  Session* session = ThisSession(env, info, nullptr);
  if (session == nullptr) return nullptr;
  if (const std::optional<Failure> failure = session->Close()) {
    Throw(env, In("JsvmSession.close", *failure));
    return nullptr;
  }
  return Undefined(env);
}

napi_property_descriptor Method(const char* name, napi_callback callback) {
  return {name, nullptr, callback, nullptr, nullptr, nullptr, napi_default, nullptr};
}

}  // namespace

napi_value napi_session::DefineClass(napi_env env) {
  auto all = std::make_unique<std::shared_ptr<SessionSet>>(std::make_shared<SessionSet>());
  const napi_property_descriptor methods[] = {
      Method("evaluate", Evaluate),
      Method("heapStatistics", HeapStatistics),
      Method("takeLog", TakeLog),
      Method("close", Close),
  };
  napi_value result = nullptr;
  if (!Ok(env, napi_define_class(env, "JsvmSession", NAPI_AUTO_LENGTH, Construct, all.get(),
                                 sizeof(methods) / sizeof(methods[0]), methods, &result)) ||
      !Ok(env, napi_add_env_cleanup_hook(env, ReleaseAll, all.get()))) {
    return nullptr;
  }
  all.release();  // NOLINT: ReleaseAll owns it from here.
  return result;
}
