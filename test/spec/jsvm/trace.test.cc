// TraceStart and TraceStop.

#include <thread>

#include "jsvm_test.h"

namespace {

// What TraceStop gave: the text, and how often the stream was called.
struct Taken {
  std::string json;
  int calls = 0;
};

bool Take(const char* data, int size, void* stream_data) {
  auto* taken = static_cast<Taken*>(stream_data);
  taken->json.append(data, static_cast<size_t>(size));
  ++taken->calls;
  return false;  // ignored
}

// Compiles, runs, runs microtasks, throws, collects and runs WebAssembly: something of every category.
void DoWork(JSVM_Env env) {
  Run(env, "function twice(x) { return 2 * x; } [1, 2, 3].map(twice).join()");
  Run(env, "Promise.resolve(1).then(twice)");
  Run(env, "try { null.x } catch (error) { error.stack }");
  Run(env, R"(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 6, 1, 4, 0, 65, 42, 11
    ]))).exports.f())");
  CollectGarbage(env);
}

// The trace of `DoWork` with one category, or with the default ones.
std::string TraceOf(JSVM_Env env, size_t count, const JSVM_TraceCategory* categories) {
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(count, categories, nullptr, 0));
  DoWork(env);
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(taken.calls, 1);
  return taken.json;
}

std::string TraceOf(JSVM_Env env, JSVM_TraceCategory category) {
  return TraceOf(env, 1, &category);
}

// Evaluates `expression` over `trace`, the parsed JSON text, and `events`, its first array.
JSVM_Value Ask(JSVM_Env env, const std::string& json, const std::string& expression) {
  SetGlobal(env, "text", Utf8(env, json));
  return Run(
      env, ("{ const trace = JSON.parse(text); const events = Object.values(trace)[0]; " + expression + " }").c_str());
}

// The categories that appear in the trace, sorted.
std::string CategoriesIn(JSVM_Env env, const std::string& json) {
  return Str(env, Ask(env, json, "[...new Set(events.map((event) => event.cat))].sort().join(' ')"));
}

bool Contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

JSVM_TEST(trace, TraceStart_refuses_more_categories_than_there_are) {
  const JSVM_TraceCategory categories[8] = {};
  CHECK_STATUS(OH_JSVM_TraceStart(8, categories, nullptr, 0), JSVM_INVALID_ARG);
}

JSVM_TEST(trace, TraceStart_refuses_no_count_with_categories) {
  const JSVM_TraceCategory category = JSVM_TRACE_VM;
  CHECK_STATUS(OH_JSVM_TraceStart(0, &category, nullptr, 0), JSVM_INVALID_ARG);
}

JSVM_TEST(trace, TraceStart_refuses_a_count_without_categories) {
  CHECK_STATUS(OH_JSVM_TraceStart(1, nullptr, nullptr, 0), JSVM_INVALID_ARG);
}

JSVM_TEST(trace, TraceStart_refuses_an_unknown_category_and_starts_nothing) {
  const JSVM_TraceCategory categories[] = {JSVM_TRACE_VM, static_cast<JSVM_TraceCategory>(7)};
  CHECK_STATUS(OH_JSVM_TraceStart(2, categories, nullptr, 0), JSVM_INVALID_ARG);
  Taken taken;
  CHECK_STATUS(OH_JSVM_TraceStop(Take, &taken), JSVM_INVALID_ARG);
}

JSVM_TEST(trace, TraceStart_takes_all_seven_categories) {
  TestVm vm;
  const JSVM_TraceCategory categories[] = {JSVM_TRACE_VM,           JSVM_TRACE_COMPILE,     JSVM_TRACE_EXECUTE,
                                           JSVM_TRACE_RUNTIME,      JSVM_TRACE_STACK_TRACE, JSVM_TRACE_WASM,
                                           JSVM_TRACE_WASM_DETAILED};
  const std::string json = TraceOf(vm.env(), std::size(categories), categories);
  CHECK(ToNumber(vm.env(), Ask(vm.env(), json, "events.length")) > 10);
}

JSVM_TEST(trace, TraceStop_needs_a_stream_and_keeps_recording_without) {
  TestVm vm;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
  CHECK_STATUS(OH_JSVM_TraceStop(nullptr, &taken), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_TraceStop(Take, nullptr), JSVM_INVALID_ARG);
  CHECK_EQ(taken.calls, 0);
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(taken.calls, 1);
}

JSVM_TEST(trace, TraceStop_without_start_is_refused) {
  Taken taken;
  CHECK_STATUS(OH_JSVM_TraceStop(Take, &taken), JSVM_INVALID_ARG);
  CHECK_EQ(taken.calls, 0);
}

JSVM_TEST(trace, TraceStop_stops_once) {
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_STATUS(OH_JSVM_TraceStop(Take, &taken), JSVM_INVALID_ARG);
}

JSVM_TEST(trace, TraceStop_gives_the_events_as_json_in_one_call) {
  TestVm vm;
  const std::string json = TraceOf(vm.env(), 0, nullptr);
  CHECK_EQ(Str(vm.env(), Ask(vm.env(), json, "Object.keys(trace).join()")), "traceEvents");
  CHECK(ToBool(vm.env(), Ask(vm.env(), json, R"(
    events.length > 0 && events.every(({ pid, tid, ts, ph, cat, name }) =>
        pid > 0 && tid > 0 && ts > 0 && ph.length === 1 && cat !== '' && name !== ''))")));
}

JSVM_TEST(trace, TraceStart_records_four_categories_by_default) {
  TestVm vm;
  const std::string categories = CategoriesIn(vm.env(), TraceOf(vm.env(), 0, nullptr));
  CHECK(Contains(categories, "v8"));
  CHECK(Contains(categories, "disabled-by-default-v8.compile"));
  CHECK(Contains(categories, "disabled-by-default-v8.runtime"));
  CHECK(!Contains(categories, "stack_trace"));
  CHECK(!Contains(categories, "wasm"));
}

JSVM_TEST(trace, TraceStart_vm_records_the_engine) {
  TestVm vm;
  const std::string json = TraceOf(vm.env(), JSVM_TRACE_VM);
  CHECK(ToBool(vm.env(),
               Ask(vm.env(), json, "events.length > 0 && events.every(({ cat }) => cat.split(',').includes('v8'))")));
}

JSVM_TEST(trace, TraceStart_compile_records_compilations) {
  TestVm vm;
  CHECK_EQ(CategoriesIn(vm.env(), TraceOf(vm.env(), JSVM_TRACE_COMPILE)), "disabled-by-default-v8.compile");
}

JSVM_TEST(trace, TraceStart_execute_records_microtasks) {
  TestVm vm;
  CHECK_EQ(CategoriesIn(vm.env(), TraceOf(vm.env(), JSVM_TRACE_EXECUTE)), "v8.execute");
}

JSVM_TEST(trace, TraceStart_runtime_records_what_the_module_asked_for) {
  TestVm vm;
  const std::string json = TraceOf(vm.env(), JSVM_TRACE_RUNTIME);
  CHECK_EQ(CategoriesIn(vm.env(), json), "disabled-by-default-v8.runtime");
  CHECK_EQ(Str(vm.env(), Ask(vm.env(), json, "[...new Set(events.map(({ name }) => name))].sort().join()")),
           "JSVM.CompileScript,JSVM.RunScript");
  CHECK(ToBool(vm.env(), Ask(vm.env(), json, "events.every(({ ph, dur }) => ph === 'X' && dur >= 0)")));
}

JSVM_TEST(trace, TraceStart_runtime_records_calls_and_instances) {
  TestVm vm;
  JSVM_Value function = Run(vm.env(), "(function () {})");
  JSVM_Value result = nullptr;
  const JSVM_TraceCategory category = JSVM_TRACE_RUNTIME;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(1, &category, nullptr, 0));
  CHECK_OK(OH_JSVM_CallFunction(vm.env(), Undefined(vm.env()), function, 0, nullptr, &result));
  CHECK_OK(OH_JSVM_NewInstance(vm.env(), function, 0, nullptr, &result));
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(Str(vm.env(), Ask(vm.env(), taken.json, "events.map(({ name }) => name).join()")),
           "JSVM.CallFunction,JSVM.NewInstance");
}

JSVM_TEST(trace, TraceStart_stack_trace_records_captured_stacks) {
  TestVm vm;
  CHECK(Contains(CategoriesIn(vm.env(), TraceOf(vm.env(), JSVM_TRACE_STACK_TRACE)),
                 "disabled-by-default-v8.stack_trace"));
}

JSVM_TEST(trace, TraceStart_wasm_records_webassembly) {
  TestVm vm;
  CHECK_EQ(CategoriesIn(vm.env(), TraceOf(vm.env(), JSVM_TRACE_WASM)), "v8.wasm");
}

JSVM_TEST(trace, TraceStart_wasm_detailed_records_more_of_webassembly) {
  TestVm vm;
  CHECK_EQ(CategoriesIn(vm.env(), TraceOf(vm.env(), JSVM_TRACE_WASM_DETAILED)), "disabled-by-default-v8.wasm.detailed");
}

JSVM_TEST(trace, TraceStart_names_the_array_with_the_tag) {
  TestVm vm;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(0, nullptr, "myEvents", 0));
  DoWork(vm.env());
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(Str(vm.env(), Ask(vm.env(), taken.json, "Object.keys(trace).join()")), "myEvents");
}

JSVM_TEST(trace, TraceStart_keeps_the_newest_events_in_a_ring_of_whole_chunks) {
  TestVm vm;
  const JSVM_TraceCategory category = JSVM_TRACE_RUNTIME;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(1, &category, nullptr, 1));
  for (int i = 0; i < 100; ++i) Run(vm.env(), "1");
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(ToNumber(vm.env(), Ask(vm.env(), taken.json, "events.length")), 64);
  CHECK(ToBool(vm.env(), Ask(vm.env(), taken.json, "events.every(({ ts }, i) => i === 0 || ts >= events[i - 1].ts)")));
}

JSVM_TEST(trace, TraceStart_takes_a_ring_of_any_size) {
  TestVm vm;
  const JSVM_TraceCategory category = JSVM_TRACE_RUNTIME;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(1, &category, nullptr, SIZE_MAX));
  for (int i = 0; i < 100; ++i) Run(vm.env(), "1");
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(ToNumber(vm.env(), Ask(vm.env(), taken.json, "events.length")), 200);
}

JSVM_TEST(trace, TraceStart_again_drops_what_was_recorded) {
  TestVm vm;
  const JSVM_TraceCategory runtime = JSVM_TRACE_RUNTIME;
  const JSVM_TraceCategory compile = JSVM_TRACE_COMPILE;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(1, &runtime, "first", 0));
  DoWork(vm.env());
  CHECK_OK(OH_JSVM_TraceStart(1, &compile, "second", 0));
  DoWork(vm.env());
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(CategoriesIn(vm.env(), taken.json), "disabled-by-default-v8.compile");
  CHECK_EQ(Str(vm.env(), Ask(vm.env(), taken.json, "Object.keys(trace).join()")), "second");
}

JSVM_TEST(trace, TraceStop_ends_the_recording) {
  TestVm vm;
  Taken taken;
  CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  DoWork(vm.env());
  taken = {};
  CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
  CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
  CHECK_EQ(
      ToNumber(vm.env(), Ask(vm.env(), taken.json, "events.filter(({ name }) => name.startsWith('JSVM.')).length")), 0);
}

JSVM_TEST(trace, TraceStart_and_TraceStop_work_on_any_thread) {
  Taken taken;
  std::string categories;
  std::thread([&] {
    TestVm vm;
    CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 0));
    DoWork(vm.env());
    CHECK_OK(OH_JSVM_TraceStop(Take, &taken));
    categories = CategoriesIn(vm.env(), taken.json);
  }).join();
  CHECK(Contains(categories, "disabled-by-default-v8.runtime"));
}

JSVM_TEST(trace, TraceStart_and_TraceStop_may_race) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([] {
      TestVm vm;
      for (int round = 0; round < 20; ++round) {
        Taken taken;
        CHECK_OK(OH_JSVM_TraceStart(0, nullptr, nullptr, 128));
        Run(vm.env(), "[1, 2, 3].map((x) => x * x).join()");
        const JSVM_Status status = OH_JSVM_TraceStop(Take, &taken);
        CHECK(status == JSVM_OK || status == JSVM_INVALID_ARG);  // another thread may have stopped it
        if (status == JSVM_OK) CHECK(ToNumber(vm.env(), Ask(vm.env(), taken.json, "events.length")) <= 128);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}
