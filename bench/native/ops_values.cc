// Numbers, objects, arrays, external memory, handle scopes.
#include <new>

#include "bench.h"
#include "floor/floor.h"

namespace bench {

namespace {

const Listed kMemory({
    {"memory", "adjust external memory",
     [](JSVM_Env env, uint64_t count) {
       int64_t change = 64;
       return Time(count, [&] {
         int64_t total = 0;
         BENCH_OK(OH_JSVM_AdjustExternalMemory(env, change, &total));
         change = -change;
       });
     },
     [](napi_env env, uint64_t count) {
       int64_t change = 64;
       return Time(count, [&] {
         int64_t total = 0;
         BENCH_OK(napi_adjust_external_memory(env, change, &total));
         change = -change;
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       int64_t change = 64;
       return Time(count, [&] {
         isolate->AdjustAmountOfExternalAllocatedMemory(change);
         change = -change;
       });
     }},
});

// V8's scope is inline code of its header, which melts into what is around it until nothing is left to be measured. An
// API in C opens and closes with two calls: so does this.
struct ScopeHolder {
  explicit ScopeHolder(v8::Isolate* isolate) : scope(isolate) {}
  v8::HandleScope scope;
};
alignas(ScopeHolder) unsigned char g_scope[sizeof(ScopeHolder)];

[[gnu::noinline]] void OpenScope(v8::Isolate* isolate) {
  ::new (static_cast<void*>(g_scope)) ScopeHolder(isolate);
  asm volatile("" ::: "memory");
}
[[gnu::noinline]] void CloseScope() {
  std::launder(reinterpret_cast<ScopeHolder*>(g_scope))->~ScopeHolder();
  asm volatile("" ::: "memory");
}

double TimeScopes(JSVM_Env env, uint64_t count) {
  return Time(count, [&] {
    JSVM_HandleScope scope = nullptr;
    BENCH_OK(OH_JSVM_OpenHandleScope(env, &scope));
    BENCH_OK(OH_JSVM_CloseHandleScope(env, scope));
  });
}

const Listed kScopes({
    {"scopes", "open and close a handle scope", TimeScopes,
     [](napi_env env, uint64_t count) {
       return Time(count, [&] {
         napi_handle_scope scope = nullptr;
         BENCH_OK(napi_open_handle_scope(env, &scope));
         BENCH_OK(napi_close_handle_scope(env, scope));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       return Time(count, [&] {
         OpenScope(isolate);
         CloseScope();
       });
     }},
    // "V8" is here what an API in C cannot do without: see floor/floor.h.
    {"scopes", "open and close a handle scope, against the least of an API", TimeScopes, nullptr,
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       FloorPlace* place = FloorNew(isolate);
       double time = Time(count, [&] {
         void* scope = nullptr;
         BENCH_OK(FloorOpen(place, &scope));
         BENCH_OK(FloorClose(place, scope));
       });
       FloorDelete(place);
       return time;
     }},
});

const Listed kValues({
    {"values", "create int32",
     [](JSVM_Env env, uint64_t count) {
       int32_t number = 0;
       return Time(count, [&] {
         JSVM_Value value = nullptr;
         BENCH_OK(OH_JSVM_CreateInt32(env, ++number, &value));
       });
     },
     [](napi_env env, uint64_t count) {
       int32_t number = 0;
       return Time(count, [&] {
         napi_value value = nullptr;
         BENCH_OK(napi_create_int32(env, ++number, &value));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       int32_t number = 0;
       return Time(count, [&] { v8::Integer::New(isolate, ++number); });
     }},
    {"values", "create double",
     [](JSVM_Env env, uint64_t count) {
       double number = 0.5;
       return Time(count, [&] {
         JSVM_Value value = nullptr;
         BENCH_OK(OH_JSVM_CreateDouble(env, ++number, &value));
       });
     },
     [](napi_env env, uint64_t count) {
       double number = 0.5;
       return Time(count, [&] {
         napi_value value = nullptr;
         BENCH_OK(napi_create_double(env, ++number, &value));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       double number = 0.5;
       return Time(count, [&] { v8::Number::New(isolate, ++number); });
     }},
    {"values", "create object",
     [](JSVM_Env env, uint64_t count) {
       return Time(count, [&] {
         JSVM_Value value = nullptr;
         BENCH_OK(OH_JSVM_CreateObject(env, &value));
       });
     },
     [](napi_env env, uint64_t count) {
       return Time(count, [&] {
         napi_value value = nullptr;
         BENCH_OK(napi_create_object(env, &value));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       return Time(count, [&] { v8::Object::New(isolate); });
     }},
    {"values", "create array",
     [](JSVM_Env env, uint64_t count) {
       return Time(count, [&] {
         JSVM_Value value = nullptr;
         BENCH_OK(OH_JSVM_CreateArray(env, &value));
       });
     },
     [](napi_env env, uint64_t count) {
       return Time(count, [&] {
         napi_value value = nullptr;
         BENCH_OK(napi_create_array(env, &value));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       return Time(count, [&] { v8::Array::New(isolate); });
     }},
});

}  // namespace

}  // namespace bench
