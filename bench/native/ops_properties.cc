// Properties and elements.
#include "bench.h"

namespace bench {

namespace {

v8::Local<v8::String> Name(v8::Isolate* isolate, const char* text) {
  return v8::String::NewFromUtf8(isolate, text, v8::NewStringType::kInternalized).ToLocalChecked();
}

JSVM_Value JsvmNothing(JSVM_Env, JSVM_CallbackInfo) {
  return nullptr;
}
napi_value NapiNothing(napi_env, napi_callback_info) {
  return nullptr;
}
void V8Nothing(const v8::FunctionCallbackInfo<v8::Value>&) {}

const Listed kNamed({
    {"properties", "set a named property",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value object = nullptr;
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateObject(env, &object));
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       return Time(count, [&] { BENCH_OK(OH_JSVM_SetNamedProperty(env, object, "answer", value)); });
     },
     [](napi_env env, uint64_t count) {
       napi_value object = nullptr;
       napi_value value = nullptr;
       BENCH_OK(napi_create_object(env, &object));
       BENCH_OK(napi_create_int32(env, 42, &value));
       return Time(count, [&] { BENCH_OK(napi_set_named_property(env, object, "answer", value)); });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Object> object = v8::Object::New(isolate);
       v8::Local<v8::Value> value = v8::Integer::New(isolate, 42);
       return Time(count, [&] { object->Set(context, Name(isolate, "answer"), value).Check(); });
     }},
    {"properties", "get a named property",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value object = nullptr;
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateObject(env, &object));
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       BENCH_OK(OH_JSVM_SetNamedProperty(env, object, "answer", value));
       return Time(count, [&] { BENCH_OK(OH_JSVM_GetNamedProperty(env, object, "answer", &value)); });
     },
     [](napi_env env, uint64_t count) {
       napi_value object = nullptr;
       napi_value value = nullptr;
       BENCH_OK(napi_create_object(env, &object));
       BENCH_OK(napi_create_int32(env, 42, &value));
       BENCH_OK(napi_set_named_property(env, object, "answer", value));
       return Time(count, [&] { BENCH_OK(napi_get_named_property(env, object, "answer", &value)); });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Object> object = v8::Object::New(isolate);
       object->Set(context, Name(isolate, "answer"), v8::Integer::New(isolate, 42)).Check();
       return Time(count, [&] { object->Get(context, Name(isolate, "answer")).ToLocalChecked(); });
     }},
});

const Listed kElements({
    {"properties", "set an element",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value array = nullptr;
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateArray(env, &array));
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       uint32_t index = 0;
       return Time(count, [&] { BENCH_OK(OH_JSVM_SetElement(env, array, ++index & 15, value)); });
     },
     [](napi_env env, uint64_t count) {
       napi_value array = nullptr;
       napi_value value = nullptr;
       BENCH_OK(napi_create_array(env, &array));
       BENCH_OK(napi_create_int32(env, 42, &value));
       uint32_t index = 0;
       return Time(count, [&] { BENCH_OK(napi_set_element(env, array, ++index & 15, value)); });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Array> array = v8::Array::New(isolate);
       v8::Local<v8::Value> value = v8::Integer::New(isolate, 42);
       uint32_t index = 0;
       return Time(count, [&] { array->Set(context, ++index & 15, value).Check(); });
     }},
    {"properties", "get an element",
     [](JSVM_Env env, uint64_t count) {
       JSVM_Value array = nullptr;
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateArray(env, &array));
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       for (uint32_t i = 0; i < 16; ++i) BENCH_OK(OH_JSVM_SetElement(env, array, i, value));
       uint32_t index = 0;
       return Time(count, [&] { BENCH_OK(OH_JSVM_GetElement(env, array, ++index & 15, &value)); });
     },
     [](napi_env env, uint64_t count) {
       napi_value array = nullptr;
       napi_value value = nullptr;
       BENCH_OK(napi_create_array(env, &array));
       BENCH_OK(napi_create_int32(env, 42, &value));
       for (uint32_t i = 0; i < 16; ++i) BENCH_OK(napi_set_element(env, array, i, value));
       uint32_t index = 0;
       return Time(count, [&] { BENCH_OK(napi_get_element(env, array, ++index & 15, &value)); });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Array> array = v8::Array::New(isolate);
       for (uint32_t i = 0; i < 16; ++i) array->Set(context, i, v8::Integer::New(isolate, 42)).Check();
       uint32_t index = 0;
       return Time(count, [&] { array->Get(context, ++index & 15).ToLocalChecked(); });
     }},
});

// A value, a method and an accessor, on a fresh object each time.
const Listed kDefine({
    {"properties", "define three properties of a new object",
     [](JSVM_Env env, uint64_t count) {
       static JSVM_CallbackStruct nothing{JsvmNothing, nullptr};
       JSVM_Value value = nullptr;
       BENCH_OK(OH_JSVM_CreateInt32(env, 42, &value));
       const JSVM_PropertyDescriptor properties[] = {
           {"answer", nullptr, nullptr, nullptr, nullptr, value, JSVM_DEFAULT},
           {"method", nullptr, &nothing, nullptr, nullptr, nullptr, JSVM_DEFAULT},
           {"accessor", nullptr, nullptr, &nothing, &nothing, nullptr, JSVM_DEFAULT},
       };
       return Time(count, [&] {
         JSVM_Value object = nullptr;
         BENCH_OK(OH_JSVM_CreateObject(env, &object));
         BENCH_OK(OH_JSVM_DefineProperties(env, object, 3, properties));
       });
     },
     [](napi_env env, uint64_t count) {
       napi_value value = nullptr;
       BENCH_OK(napi_create_int32(env, 42, &value));
       const napi_property_descriptor properties[] = {
           {"answer", nullptr, nullptr, nullptr, nullptr, value, napi_default, nullptr},
           {"method", nullptr, NapiNothing, nullptr, nullptr, nullptr, napi_default, nullptr},
           {"accessor", nullptr, nullptr, NapiNothing, NapiNothing, nullptr, napi_default, nullptr},
       };
       return Time(count, [&] {
         napi_value object = nullptr;
         BENCH_OK(napi_create_object(env, &object));
         BENCH_OK(napi_define_properties(env, object, 3, properties));
       });
     },
     [](v8::Isolate* isolate, v8::Local<v8::Context> context, uint64_t count) {
       v8::Local<v8::Value> value = v8::Integer::New(isolate, 42);
       auto function = [&] { return v8::Function::New(context, V8Nothing).ToLocalChecked(); };
       return Time(count, [&] {
         v8::Local<v8::Object> object = v8::Object::New(isolate);
         v8::PropertyDescriptor answer(value, false);
         object->DefineProperty(context, Name(isolate, "answer"), answer).Check();
         v8::PropertyDescriptor method(function(), false);
         object->DefineProperty(context, Name(isolate, "method"), method).Check();
         v8::PropertyDescriptor accessor(function(), function());
         object->DefineProperty(context, Name(isolate, "accessor"), accessor).Check();
       });
     }},
});

}  // namespace

}  // namespace bench
