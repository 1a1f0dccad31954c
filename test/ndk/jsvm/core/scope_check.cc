#include "scope_check.h"

#include <unordered_set>

#include "env.h"
#include "fatal.h"

namespace jsvm {

namespace {

struct HandleTracker : EnvExtension {
  std::vector<std::unordered_set<const void*>> scopes;
};

HandleTracker& TrackerOf(JSVM_Env env) {
  return ExtensionOf<HandleTracker>(env);
}

}  // namespace

void TrackScopeOpened(JSVM_Env env) {
  TrackerOf(env).scopes.emplace_back();
}

void TrackScopeClosed(JSVM_Env env) {
  HandleTracker& tracker = TrackerOf(env);
  if (!tracker.scopes.empty()) tracker.scopes.pop_back();
}

void TrackHandleOut(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  if (tracker.scopes.empty()) {
    Fatal("SCOPE_CHECK", "Unpaired HandleScope: a value was made under a scope opened before JSVM_SCOPE_CHECK was set");
  }
  tracker.scopes.back().insert(handle);
}

void TrackHandleEscaped(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  if (tracker.scopes.size() < 2) {
    Fatal("SCOPE_CHECK", "Unpaired HandleScope: a value escapes to a scope opened before JSVM_SCOPE_CHECK was set");
  }
  tracker.scopes[tracker.scopes.size() - 2].insert(handle);
}

void CheckHandleIn(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  for (auto scope = tracker.scopes.rbegin(); scope != tracker.scopes.rend(); ++scope) {
    if (scope->count(handle) != 0) return;
  }
  Fatal("SCOPE_CHECK", "Run in wrong HandleScope: a value is used after its handle scope was closed");
}

}  // namespace jsvm
