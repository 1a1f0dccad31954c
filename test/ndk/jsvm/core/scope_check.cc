#include "scope_check.h"

#include <cstdio>
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

// Every operation is logged, so that the line before an abort shows where the handle came from.
void Log(const char* what, const void* handle, size_t depth) {
  char line[96];
  std::snprintf(line, sizeof(line), "SCOPE_CHECK: %s %p, open scopes: %zu", what, handle, depth);
  LogInfo(line);
}

}  // namespace

void TrackScopeOpened(JSVM_Env env) {
  HandleTracker& tracker = TrackerOf(env);
  tracker.scopes.emplace_back();
  Log("HandleScope opened in env", env, tracker.scopes.size());
}

void TrackScopeClosed(JSVM_Env env) {
  HandleTracker& tracker = TrackerOf(env);
  if (!tracker.scopes.empty()) tracker.scopes.pop_back();
  Log("HandleScope closed in env", env, tracker.scopes.size());
}

void TrackHandleOut(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  if (tracker.scopes.empty()) {
    Fatal("SCOPE_CHECK", "Unpaired HandleScope: a value was made under a scope opened before JSVM_SCOPE_CHECK was set");
  }
  tracker.scopes.back().insert(handle);
  Log("value made", handle, tracker.scopes.size());
}

void TrackHandleEscaped(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  if (tracker.scopes.size() < 2) {
    Fatal("SCOPE_CHECK", "Unpaired HandleScope: a value escapes to a scope opened before JSVM_SCOPE_CHECK was set");
  }
  tracker.scopes[tracker.scopes.size() - 2].insert(handle);
  Log("value escapes", handle, tracker.scopes.size());
}

void CheckHandleIn(JSVM_Env env, const void* handle) {
  HandleTracker& tracker = TrackerOf(env);
  Log("value used", handle, tracker.scopes.size());
  for (auto scope = tracker.scopes.rbegin(); scope != tracker.scopes.rend(); ++scope) {
    if (scope->count(handle) != 0) return;
  }
  Fatal("SCOPE_CHECK", "Run in wrong HandleScope: a value is used after its handle scope was closed");
}

}  // namespace jsvm
