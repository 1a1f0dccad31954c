// A compiled script: a native record with a life of its own.
#ifndef ARKHOST_JSVM_CORE_SCRIPT_H_
#define ARKHOST_JSVM_CORE_SCRIPT_H_

#include "env.h"
#include "v8_headers.h"

// Dies with the handle scope that was innermost when it was compiled, unless it is retained.
struct JSVM_Script__ {
  v8::Global<v8::Script> script;  // empty when it was freed, or a snapshot was made
  v8::Global<v8::String> source;
  int64_t depth;  // open handle scopes of the env when it was compiled
  bool retained = false;
  bool ran = false;
};

namespace jsvm {

// Makes the record of a script compiled in `env`.
JSVM_Script NewScript(JSVM_Env env, v8::Local<v8::Script> script, v8::Local<v8::String> source);

// A hash of a source text, which tells whose code a cache holds: V8 compares no more than the length.
uint64_t HashOfSource(v8::Isolate* isolate, v8::Local<v8::String> source);

// The record is dead. Its memory stays for a while.
inline void FreeScript(JSVM_VM vm, JSVM_Script script) {
  script->script.Reset();
  script->source.Reset();
  script->retained = false;
  vm->dead_scripts.Bury(script);
}

// CloseHandleScope: frees the scripts that were compiled at the depth that is closed.
inline void FreeScriptsOfScope(JSVM_Env env) {
  while (!env->scripts.empty() && env->scripts.back()->depth >= env->open_handle_scopes) {
    FreeScript(env->vm, env->scripts.back());
    env->scripts.pop_back();
  }
}

// The same for all that are not retained.
inline void FreeScripts(JSVM_Env env) {
  for (JSVM_Script script : env->scripts) FreeScript(env->vm, script);
  env->scripts.clear();
}

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_SCRIPT_H_
