// Isolates on V8 alone, made and ended the way Node asks for: what a VM of the JSVM-API is compared with.
#ifndef ARKHOST_BENCH_ISOLATES_H_
#define ARKHOST_BENCH_ISOLATES_H_

#include "bench.h"

namespace bench {

// Remembers the platform of the Node environment that is current. Called once, when the addon is loaded.
void CapturePlatform();

// Makes an isolate; `blob` is a snapshot to start from, or nullptr.
v8::Isolate* NewIsolate(const v8::StartupData* blob = nullptr);
void DisposeIsolate(v8::Isolate* isolate);

// Makes a context with its global object, from the snapshot of the isolate when `from_snapshot`.
v8::Global<v8::Context> NewContext(v8::Isolate* isolate, bool from_snapshot = false);

// A VM of the JSVM-API and an env.
struct JsvmPlace {
  JSVM_VM vm = nullptr;
  JSVM_Env env = nullptr;
};
JsvmPlace NewJsvmPlace();
void Destroy(const JsvmPlace& place);

// An isolate and a context.
struct V8Place {
  v8::Isolate* isolate = nullptr;
  v8::Global<v8::Context> context;
};
V8Place NewV8Place();
void Destroy(V8Place& place);
// One that lives until the engine ends: V8 ends with no isolate left.
const V8Place* KeptV8Place();

// Stays in a VM and env, with a handle scope, for the lifetime of the object.
class InJsvm {
 public:
  explicit InJsvm(const JsvmPlace& place);
  ~InJsvm();
  InJsvm(const InJsvm&) = delete;
  InJsvm& operator=(const InJsvm&) = delete;

 private:
  JsvmPlace place_;
  JSVM_VMScope vm_scope_ = nullptr;
  JSVM_EnvScope env_scope_ = nullptr;
  JSVM_HandleScope handles_ = nullptr;
};

// Stays in an isolate and context, with a handle scope, for the lifetime of the object.
class InV8 {
 public:
  explicit InV8(const V8Place& place)
      : isolate_scope_(place.isolate),
        handles_(place.isolate),
        context_(place.context.Get(place.isolate)),
        context_scope_(context_) {}
  v8::Local<v8::Context> context() const { return context_; }

 private:
  v8::Isolate::Scope isolate_scope_;
  v8::HandleScope handles_;
  v8::Local<v8::Context> context_;
  v8::Context::Scope context_scope_;
};

}  // namespace bench

#endif  // ARKHOST_BENCH_ISOLATES_H_
