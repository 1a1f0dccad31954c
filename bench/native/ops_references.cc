// References, wrapped objects, exceptions.
#include "bench.h"

namespace bench {

namespace {

int g_native = 0;

// The same symbol each time, as in the APIs: objects take their shapes after it.
v8::Local<v8::Private> WrapKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, v8::String::NewFromUtf8Literal(isolate, "bench.wrap"));
}

const Listed kReferences({
    {"references", "create and delete a reference",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value object = nullptr;
       BENCH_OK(OH_JSVM_CreateObject(env, &object));
       return Time(count, [&] {
         JSVM_Ref reference = nullptr;
         BENCH_OK(OH_JSVM_CreateReference(env, object, 1, &reference));
         BENCH_OK(OH_JSVM_DeleteReference(env, reference));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value object = nullptr;
       BENCH_OK(napi_create_object(env, &object));
       return Time(count, [&] {
         napi_ref reference = nullptr;
         BENCH_OK(napi_create_reference(env, object, 1, &reference));
         BENCH_OK(napi_delete_reference(env, reference));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       v8::Local<v8::Object> object = v8::Object::New(isolate);
       return Time(count, [&] { v8::Global<v8::Object> reference(isolate, object); });
     }},
    {"references", "wrap and remove the wrap",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value object = nullptr;
       BENCH_OK(OH_JSVM_CreateObject(env, &object));
       return Time(count, [&] {
         void* native = nullptr;
         BENCH_OK(OH_JSVM_Wrap(env, object, &g_native, nullptr, nullptr, nullptr));
         BENCH_OK(OH_JSVM_RemoveWrap(env, object, &native));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value object = nullptr;
       BENCH_OK(napi_create_object(env, &object));
       return Time(count, [&] {
         void* native = nullptr;
         BENCH_OK(napi_wrap(env, object, &g_native, nullptr, nullptr, nullptr));
         BENCH_OK(napi_remove_wrap(env, object, &native));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Object> object = v8::Object::New(isolate);
       v8::Local<v8::Private> key = WrapKey(isolate);
       return Time(count, [&] {
         v8::Local<v8::External> native = v8::External::New(isolate, &g_native, v8::kExternalPointerTypeTagDefault);
         object->SetPrivate(context, key, native).Check();
         object->DeletePrivate(context, key).Check();
       });
     }},
    {"references", "unwrap",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value object = nullptr;
       BENCH_OK(OH_JSVM_CreateObject(env, &object));
       BENCH_OK(OH_JSVM_Wrap(env, object, &g_native, nullptr, nullptr, nullptr));
       return Time(count, [&] {
         void* native = nullptr;
         BENCH_OK(OH_JSVM_Unwrap(env, object, &native));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value object = nullptr;
       BENCH_OK(napi_create_object(env, &object));
       BENCH_OK(napi_wrap(env, object, &g_native, nullptr, nullptr, nullptr));
       return Time(count, [&] {
         void* native = nullptr;
         BENCH_OK(napi_unwrap(env, object, &native));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Object> object = v8::Object::New(isolate);
       v8::Local<v8::Private> key = WrapKey(isolate);
       v8::Local<v8::External> native = v8::External::New(isolate, &g_native, v8::kExternalPointerTypeTagDefault);
       object->SetPrivate(context, key, native).Check();
       return Time(count, [&] {
         v8::Local<v8::Value> found = object->GetPrivate(context, key).ToLocalChecked();
         if (found.As<v8::External>()->Value(v8::kExternalPointerTypeTagDefault) != &g_native) Failed("GetPrivate", 1);
       });
     }},
});

constexpr const char* kThrower = "(function () { throw 42; })";

void V8Throws(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  v8::TryCatch catcher(isolate);
  isolate->ThrowException(value);
  if (catcher.Exception().IsEmpty()) Failed("Exception", 1);
}

const Listed kExceptions({
    {"exceptions", "throw and catch in native code",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       return Time(count, [&] {
         JSVM_Value caught = nullptr;
         BENCH_OK(OH_JSVM_Throw(env, value));
         BENCH_OK(OH_JSVM_GetAndClearLastException(env, &caught));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value value = nullptr;
       BENCH_OK(napi_create_int32(env, 42, &value));
       return Time(count, [&] {
         napi_value caught = nullptr;
         BENCH_OK(napi_throw(env, value));
         BENCH_OK(napi_get_and_clear_last_exception(env, &caught));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
       v8::Local<v8::Value> value = v8::Integer::New(isolate, 42);
       return Time(count, [&] { V8Throws(isolate, value); });
     }},
    {"exceptions", "throw in JS and catch in native code",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value text = nullptr;
       JSVM_Script script = nullptr;
       JSVM_Value function = nullptr;
       JSVM_Value receiver = nullptr;
       BENCH_OK(OH_JSVM_CreateStringUtf8(env, kThrower, JSVM_AUTO_LENGTH, &text));
       BENCH_OK(OH_JSVM_CompileScript(env, text, nullptr, 0, false, nullptr, &script));
       BENCH_OK(OH_JSVM_RunScript(env, script, &function));
       BENCH_OK(OH_JSVM_GetGlobal(env, &receiver));
       return Time(count, [&] {
         JSVM_Value result = nullptr;
         JSVM_Status status = OH_JSVM_CallFunction(env, receiver, function, 0, nullptr, &result);
         if (status != JSVM_PENDING_EXCEPTION) Failed("OH_JSVM_CallFunction", status);
         BENCH_OK(OH_JSVM_GetAndClearLastException(env, &result));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value text = nullptr;
       napi_value function = nullptr;
       napi_value receiver = nullptr;
       BENCH_OK(napi_create_string_utf8(env, kThrower, NAPI_AUTO_LENGTH, &text));
       BENCH_OK(napi_run_script(env, text, &function));
       BENCH_OK(napi_get_global(env, &receiver));
       return Time(count, [&] {
         napi_value result = nullptr;
         napi_status status = napi_call_function(env, receiver, function, 0, nullptr, &result);
         if (status != napi_pending_exception) Failed("napi_call_function", status);
         BENCH_OK(napi_get_and_clear_last_exception(env, &result));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Function> function = Evaluate(kThrower).As<v8::Function>();
       return Time(count, [&] {
         v8::TryCatch catcher(isolate);
         bool threw = function->Call(isolate, context, context->Global(), 0, nullptr).IsEmpty();
         if (!threw || catcher.Exception().IsEmpty()) Failed("Call", 1);
       });
     }},
});

}  // namespace

}  // namespace bench
