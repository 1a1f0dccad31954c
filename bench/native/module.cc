// The addon: `operations()` lists what can be measured, `run(index, side, count)` measures, and the rest is about
// memory.
#include "bench.h"
#include "isolates.h"
#include "memory.h"

namespace bench {

namespace {

constexpr const char* kSides[] = {"jsvm", "napi", "v8"};

// Node-API code runs inside a call from JS: there V8 leaves the microtasks for later, for one. So that the sides do the
// same, the others are called from JS too.
struct Batch {
  const Operation* operation;
  uint64_t count;
  double time;
};

JSVM_Value RunJsvmBatch(JSVM_Env env, JSVM_CallbackInfo info) {
  void* data = nullptr;
  BENCH_OK(OH_JSVM_GetCbInfo(env, info, nullptr, nullptr, nullptr, &data));
  auto* batch = static_cast<Batch*>(data);
  batch->time = batch->operation->jsvm(env, batch->count);
  return nullptr;
}

double RunInJsvm(const JsvmPlace& place, Batch batch) {
  InJsvm stay(place);
  JSVM_CallbackStruct callback{RunJsvmBatch, &batch};
  JSVM_Value function = nullptr;
  JSVM_Value receiver = nullptr;
  BENCH_OK(OH_JSVM_CreateFunction(place.env, nullptr, 0, &callback, &function));
  BENCH_OK(OH_JSVM_GetGlobal(place.env, &receiver));
  BENCH_OK(OH_JSVM_CallFunction(place.env, receiver, function, 0, nullptr, nullptr));
  return batch.time;
}

void RunV8Batch(const v8::FunctionCallbackInfo<v8::Value>& info) {
  void* data = info.Data().As<v8::External>()->Value(v8::kExternalPointerTypeTagDefault);
  auto* batch = static_cast<Batch*>(data);
  v8::Isolate* isolate = info.GetIsolate();
  batch->time = batch->operation->v8(isolate, isolate->GetCurrentContext(), batch->count);
}

double RunInV8(const V8Place& place, Batch batch) {
  InV8 stay(place);
  v8::Local<v8::External> data = v8::External::New(place.isolate, &batch, v8::kExternalPointerTypeTagDefault);
  v8::Local<v8::Function> function = v8::Function::New(stay.context(), RunV8Batch, data).ToLocalChecked();
  function->Call(place.isolate, stay.context(), stay.context()->Global(), 0, nullptr).ToLocalChecked();
  return batch.time;
}

double Run(napi_env env, const Operation& operation, uint32_t side, uint64_t count) {
  // One place each for all operations.
  static const JsvmPlace* jsvm = new JsvmPlace(NewJsvmPlace());
  static const V8Place* v8_place = KeptV8Place();
  if (side == 0) return operation.outside ? operation.jsvm(nullptr, count) : RunInJsvm(*jsvm, {&operation, count, 0});
  if (side == 1) return operation.napi(env, count);
  return operation.outside ? operation.v8(nullptr, {}, count) : RunInV8(*v8_place, {&operation, count, 0});
}

napi_value Number(napi_env env, double number) {
  napi_value value = nullptr;
  BENCH_OK(napi_create_double(env, number, &value));
  return value;
}

void SetText(napi_env env, napi_value object, const char* name, const char* text) {
  napi_value value = nullptr;
  BENCH_OK(napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value));
  BENCH_OK(napi_set_named_property(env, object, name, value));
}

napi_value ListOperations(napi_env env, napi_callback_info) {
  napi_value list = nullptr;
  BENCH_OK(napi_create_array(env, &list));
  uint32_t index = 0;
  for (const Operation& operation : Operations()) {
    napi_value entry = nullptr;
    napi_value sides = nullptr;
    BENCH_OK(napi_create_object(env, &entry));
    BENCH_OK(napi_create_array(env, &sides));
    const bool has[] = {operation.jsvm != nullptr, operation.napi != nullptr, operation.v8 != nullptr};
    for (uint32_t side = 0; side < 3; ++side) {
      napi_value present = nullptr;
      BENCH_OK(napi_get_boolean(env, has[side], &present));
      BENCH_OK(napi_set_named_property(env, sides, kSides[side], present));
    }
    SetText(env, entry, "group", operation.group);
    SetText(env, entry, "name", operation.name);
    BENCH_OK(napi_set_named_property(env, entry, "sides", sides));
    BENCH_OK(napi_set_element(env, list, index++, entry));
  }
  return list;
}

// The arguments of a call, all numbers.
std::vector<double> Numbers(napi_env env, napi_callback_info info) {
  napi_value values[3];
  size_t count = 3;
  BENCH_OK(napi_get_cb_info(env, info, &count, values, nullptr, nullptr));
  std::vector<double> numbers(3);
  for (size_t i = 0; i < std::min<size_t>(count, 3); ++i) BENCH_OK(napi_get_value_double(env, values[i], &numbers[i]));
  return numbers;
}

napi_value RunOperation(napi_env env, napi_callback_info info) {
  std::vector<double> numbers = Numbers(env, info);
  const Operation& operation = Operations().at(static_cast<size_t>(numbers[0]));
  return Number(env, Run(env, operation, static_cast<uint32_t>(numbers[1]), static_cast<uint64_t>(numbers[2])));
}

napi_value MeasureLive(napi_env env, napi_callback_info info) {
  std::vector<double> numbers = Numbers(env, info);
  return Number(env, BytesPerLiveVm(numbers[0] == 0, static_cast<uint32_t>(numbers[1])));
}

napi_value MeasureCycles(napi_env env, napi_callback_info info) {
  std::vector<double> numbers = Numbers(env, info);
  return Number(env, BytesAfterCycles(numbers[0] == 0, static_cast<uint32_t>(numbers[1])));
}

napi_value Init(napi_env env, napi_value exports) {
  CapturePlatform();
  const std::pair<const char*, napi_callback> functions[] = {{"operations", ListOperations},
                                                             {"run", RunOperation},
                                                             {"bytesPerLiveVm", MeasureLive},
                                                             {"bytesAfterCycles", MeasureCycles}};
  for (const auto& [name, callback] : functions) {
    napi_value function = nullptr;
    BENCH_OK(napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, nullptr, &function));
    BENCH_OK(napi_set_named_property(env, exports, name, function));
  }
  return exports;
}

}  // namespace

}  // namespace bench

NAPI_MODULE(arkhost_bench, bench::Init)
