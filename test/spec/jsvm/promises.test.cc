// Promises, microtasks, the message loop.
#include "jsvm_test.h"

namespace {

struct Pending {
  JSVM_Deferred deferred = nullptr;
  JSVM_Value promise = nullptr;
};

Pending NewPromise(JSVM_Env env) {
  Pending pending;
  CHECK_OK(OH_JSVM_CreatePromise(env, &pending.deferred, &pending.promise));
  return pending;
}

// Sets the global `ran` to false and lets a microtask set it to true. Nothing runs it yet: the policy is explicit until
// the last step.
void QueueMicrotask(TestVm& vm) {
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
  Run(vm.env(), "globalThis.ran = false; Promise.resolve().then(() => { ran = true; }); 0");
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_AUTO));
}

// Whether the microtask ran. Reading a property drains nothing.
bool Ran(JSVM_Env env) {
  JSVM_Value global = nullptr, ran = nullptr;
  CHECK_OK(OH_JSVM_GetGlobal(env, &global));
  CHECK_OK(OH_JSVM_GetNamedProperty(env, global, "ran", &ran));
  return ToBool(env, ran);
}

struct Step {
  const char* name;
  std::function<JSVM_Status()> call;
};

// Makes each call with a microtask waiting, and checks whether it drained the queue.
void CheckDraining(TestVm& vm, const std::vector<Step>& steps, bool expected) {
  for (const Step& step : steps) {
    QueueMicrotask(vm);
    JSVM_Status status = step.call();
    if (status != JSVM_OK) Fail(__FILE__, __LINE__, std::string(step.name) + " gives " + StatusName(status));
    if (Ran(vm.env()) != expected) {
      Fail(__FILE__, __LINE__, std::string(step.name) + (expected ? " did not drain" : " drained"));
    }
    CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
    CHECK(Ran(vm.env()));
  }
}

JSVM_Script Compile(JSVM_Env env, const char* source) {
  JSVM_Script script = nullptr;
  CHECK_OK(OH_JSVM_CompileScript(env, Utf8(env, source), nullptr, 0, false, nullptr, &script));
  return script;
}

}  // namespace

JSVM_TEST(promises, CreatePromise_is_pending_until_resolved) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  bool is_promise = false;
  CHECK_OK(OH_JSVM_IsPromise(vm.env(), pending.promise, &is_promise));
  CHECK(is_promise);
  SetGlobal(vm.env(), "promise", pending.promise);
  Run(vm.env(),
      "globalThis.seen = 'nothing'; promise.then(v => { seen = 'value ' + v; }, e => { seen = 'error ' + e; })");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "nothing");
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, Num(vm.env(), 42)));
  CHECK_LAST_ERROR(vm.env(), JSVM_OK);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "value 42");
}

JSVM_TEST(promises, RejectDeferred_rejects) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  SetGlobal(vm.env(), "promise", pending.promise);
  Run(vm.env(), "promise.then(v => { globalThis.seen = 'value ' + v; }, e => { globalThis.seen = 'error ' + e; })");
  CHECK_OK(OH_JSVM_RejectDeferred(vm.env(), pending.deferred, Utf8(vm.env(), "why")));
  CHECK(!ExceptionPending(vm.env()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "error why");
}

JSVM_TEST(promises, ResolveDeferred_adopts_a_thenable) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  SetGlobal(vm.env(), "promise", pending.promise);
  Run(vm.env(), "promise.then(v => { globalThis.seen = v; })");
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, Run(vm.env(), "({ then(f) { f('adopted'); } })")));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "adopted");
}

JSVM_TEST(promises, ResolveDeferred_with_itself_rejects) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  SetGlobal(vm.env(), "promise", pending.promise);
  Run(vm.env(), "promise.catch(e => { globalThis.seen = e.name; })");
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, pending.promise));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "TypeError");
}

JSVM_TEST(promises, Deferred_outlives_the_handle_scope) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  SetGlobal(vm.env(), "promise", pending.promise);
  vm.DropHandles();
  CollectGarbage(vm.env());
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, Num(vm.env(), 1)));
  Run(vm.env(), "promise.then(v => { globalThis.seen = v; })");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "1");
}

JSVM_TEST(promises, Deferred_null_resolution_keeps_it_usable) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  CHECK_STATUS(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, nullptr), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_RejectDeferred(vm.env(), pending.deferred, nullptr), JSVM_INVALID_ARG);
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, Num(vm.env(), 1)));
}

JSVM_TEST(promises, Deferred_kept_while_exception_stored) {
  TestVm vm;
  Pending pending = NewPromise(vm.env());
  JSVM_Value value = Num(vm.env(), 1);
  CHECK_OK(OH_JSVM_ThrowError(vm.env(), nullptr, "kept"));
  CHECK_STATUS(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, value), JSVM_PENDING_EXCEPTION);
  CHECK_STATUS(OH_JSVM_RejectDeferred(vm.env(), pending.deferred, value), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(vm.env()), "Error: kept");
  CHECK_OK(OH_JSVM_ResolveDeferred(vm.env(), pending.deferred, value));
}

JSVM_TEST(promises, CreatePromise_null_arguments) {
  TestVm vm;
  Pending pending;
  CHECK_STATUS(OH_JSVM_CreatePromise(vm.env(), nullptr, &pending.promise), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreatePromise(vm.env(), &pending.deferred, nullptr), JSVM_INVALID_ARG);
  CHECK(pending.deferred == nullptr && pending.promise == nullptr);
}

JSVM_TEST(promises, PromiseRegisterHandler_both_handlers) {
  TestVm vm;
  JSVM_Value on_value = Run(vm.env(), "v => 'value ' + v");
  JSVM_Value on_error = Run(vm.env(), "e => 'error ' + e");
  for (const char* source : {"Promise.resolve(1)", "Promise.reject(2)"}) {
    JSVM_Value derived = nullptr;
    // Explicit, so that the handler is there before anything runs.
    CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
    CHECK_OK(OH_JSVM_PromiseRegisterHandler(vm.env(), Run(vm.env(), source), on_value, on_error, &derived));
    SetGlobal(vm.env(), "derived", derived);
    Run(vm.env(), "derived.then(v => { globalThis.seen = (globalThis.seen ?? '') + v + ';'; })");
    CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  }
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "seen")), "value 1;error 2;");
}

JSVM_TEST(promises, PromiseRegisterHandler_one_handler) {
  TestVm vm;
  JSVM_Value handler = Run(vm.env(), "globalThis.log = []; v => { log.push(v); }");
  CHECK_OK(
      OH_JSVM_PromiseRegisterHandler(vm.env(), Run(vm.env(), "Promise.resolve('then')"), handler, nullptr, nullptr));
  CHECK_OK(
      OH_JSVM_PromiseRegisterHandler(vm.env(), Run(vm.env(), "Promise.reject('catch')"), nullptr, handler, nullptr));
  // The other handler of each is the default one.
  CHECK_OK(
      OH_JSVM_PromiseRegisterHandler(vm.env(), Run(vm.env(), "Promise.resolve('not')"), nullptr, handler, nullptr));
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "log.join()")), "then,catch");
}

JSVM_TEST(promises, PromiseRegisterHandler_wrong_arguments) {
  TestVm vm;
  JSVM_Value promise = Run(vm.env(), "Promise.resolve(1)");
  JSVM_Value handler = Run(vm.env(), "() => 1");
  JSVM_Value object = Run(vm.env(), "({ then() {} })");
  JSVM_Value result = nullptr;
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), nullptr, handler, nullptr, &result), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), promise, nullptr, nullptr, &result), JSVM_INVALID_ARG);
  // Missing handlers are found before a value that is no promise.
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), object, nullptr, nullptr, &result), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), object, handler, nullptr, &result), JSVM_INVALID_TYPE);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_TYPE);
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), promise, object, nullptr, &result), JSVM_INVALID_TYPE);
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), promise, nullptr, object, &result), JSVM_INVALID_TYPE);
  CHECK_STATUS(OH_JSVM_PromiseRegisterHandler(vm.env(), promise, handler, object, &result), JSVM_INVALID_TYPE);
  CHECK(result == nullptr);
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(promises, SetMicrotaskPolicy_explicit_waits_for_the_checkpoint) {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
  Run(vm.env(), "globalThis.ran = false; Promise.resolve().then(() => { ran = true; })");
  CHECK(!Ran(vm.env()));
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  CHECK(Ran(vm.env()));
}

JSVM_TEST(promises, SetMicrotaskPolicy_wrong_arguments) {
  TestVm vm;
  CHECK_STATUS(OH_JSVM_SetMicrotaskPolicy(nullptr, JSVM_MICROTASK_AUTO), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetMicrotaskPolicy(vm.vm(), static_cast<JSVM_MicrotaskPolicy>(2)), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_SetMicrotaskPolicy(vm.vm(), static_cast<JSVM_MicrotaskPolicy>(-1)), JSVM_INVALID_ARG);
  CHECK_EQ(static_cast<int>(JSVM_MICROTASK_EXPLICIT), 0);
  CHECK_EQ(static_cast<int>(JSVM_MICROTASK_AUTO), 1);
}

JSVM_TEST(promises, PerformMicrotaskCheckpoint_runs_jobs_queued_meanwhile) {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
  Run(vm.env(),
      "globalThis.n = 0; const more = () => { if (++n < 10) Promise.resolve().then(more); };"
      "Promise.resolve().then(more)");
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "n")), "10");
  CHECK_STATUS(OH_JSVM_PerformMicrotaskCheckpoint(nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(promises, PerformMicrotaskCheckpoint_inside_a_microtask_does_nothing) {
  TestVm vm;
  NativeFunction checkpoint([&](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value {
    CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
    return nullptr;
  });
  SetGlobal(vm.env(), "checkpoint", checkpoint);
  Run(vm.env(),
      "globalThis.log = []; Promise.resolve().then(() => {"
      "Promise.resolve().then(() => { log.push('inner'); }); checkpoint(); log.push('outer'); })");
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "log.join()")), "outer,inner");
}

JSVM_TEST(promises, PerformMicrotaskCheckpoint_failing_job_is_not_stored) {
  TestVm vm;
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
  Run(vm.env(), "globalThis.ran = false; Promise.resolve().then(() => { ran = true; throw new Error('job'); })");
  CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(vm.vm()));
  CHECK(Ran(vm.env()));
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(promises, microtasks_drained_by_these_calls) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.object = { 0: 1, key: 2 }; object");
  JSVM_Value function = Run(env, "(function () {})");
  JSVM_Value key = Utf8(env, "key");
  JSVM_Value value = Num(env, 1);
  JSVM_Value result = nullptr;
  bool flag = false;
  JSVM_Script script = Compile(env, "1");
  Pending to_resolve = NewPromise(env), to_reject = NewPromise(env);
  CheckDraining(vm,
                {
                    {"RunScript", [&] { return OH_JSVM_RunScript(env, script, &result); }},
                    {"CallFunction", [&] { return OH_JSVM_CallFunction(env, value, function, 0, nullptr, &result); }},
                    {"NewInstance", [&] { return OH_JSVM_NewInstance(env, function, 0, nullptr, &result); }},
                    {"ResolveDeferred", [&] { return OH_JSVM_ResolveDeferred(env, to_resolve.deferred, value); }},
                    {"RejectDeferred", [&] { return OH_JSVM_RejectDeferred(env, to_reject.deferred, value); }},
                    {"SetProperty", [&] { return OH_JSVM_SetProperty(env, object, key, value); }},
                    {"SetNamedProperty", [&] { return OH_JSVM_SetNamedProperty(env, object, "key", value); }},
                    {"SetElement", [&] { return OH_JSVM_SetElement(env, object, 0, value); }},
                    {"HasProperty", [&] { return OH_JSVM_HasProperty(env, object, key, &flag); }},
                    {"HasNamedProperty", [&] { return OH_JSVM_HasNamedProperty(env, object, "key", &flag); }},
                    {"HasOwnProperty", [&] { return OH_JSVM_HasOwnProperty(env, object, key, &flag); }},
                    {"HasElement", [&] { return OH_JSVM_HasElement(env, object, 0, &flag); }},
                },
                true);
}

JSVM_TEST(promises, microtasks_not_drained_by_these_calls) {
  TestVm vm;
  JSVM_Env env = vm.env();
  JSVM_Value object = Run(env, "globalThis.object = { 0: 1, key: 2 }; object");
  JSVM_Value key = Utf8(env, "key");
  JSVM_Value value = Num(env, 1);
  JSVM_Value text = Utf8(env, "[1]");
  JSVM_Value result = nullptr;
  bool flag = false;
  JSVM_Script script = nullptr;
  NativeFunction native([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; });
  JSVM_PropertyDescriptor descriptors[] = {
      {"value", nullptr, nullptr, nullptr, nullptr, value, JSVM_DEFAULT_JSPROPERTY},
      {"method", nullptr, native.callback(), nullptr, nullptr, nullptr, JSVM_DEFAULT_METHOD},
      {"getter", nullptr, nullptr, native.callback(), native.callback(), nullptr, JSVM_DEFAULT_METHOD},
  };
  CheckDraining(
      vm,
      {
          {"GetProperty", [&] { return OH_JSVM_GetProperty(env, object, key, &result); }},
          {"GetNamedProperty", [&] { return OH_JSVM_GetNamedProperty(env, object, "key", &result); }},
          {"GetElement", [&] { return OH_JSVM_GetElement(env, object, 0, &result); }},
          {"DeleteProperty", [&] { return OH_JSVM_DeleteProperty(env, object, key, &flag); }},
          {"DeleteElement", [&] { return OH_JSVM_DeleteElement(env, object, 0, &flag); }},
          {"DefineProperties", [&] { return OH_JSVM_DefineProperties(env, object, 3, descriptors); }},
          {"JsonParse", [&] { return OH_JSVM_JsonParse(env, text, &result); }},
          {"JsonStringify", [&] { return OH_JSVM_JsonStringify(env, object, &result); }},
          {"CompileScript", [&] { return OH_JSVM_CompileScript(env, text, nullptr, 0, false, nullptr, &script); }},
          {"CoerceToNumber", [&] { return OH_JSVM_CoerceToNumber(env, object, &result); }},
          {"CoerceToString", [&] { return OH_JSVM_CoerceToString(env, object, &result); }},
          {"CoerceToObject", [&] { return OH_JSVM_CoerceToObject(env, text, &result); }},
          {"CoerceToBool", [&] { return OH_JSVM_CoerceToBool(env, object, &result); }},
          {"GetAllPropertyNames",
           [&] {
             return OH_JSVM_GetAllPropertyNames(env, object, JSVM_KEY_OWN_ONLY, JSVM_KEY_ALL_PROPERTIES,
                                                JSVM_KEY_KEEP_NUMBERS, &result);
           }},
          {"GetPropertyNames", [&] { return OH_JSVM_GetPropertyNames(env, object, &result); }},
          {"CreateObject", [&] { return OH_JSVM_CreateObject(env, &result); }},
      },
      false);
}

JSVM_TEST(promises, microtasks_inside_a_callback_wait) {
  TestVm vm;
  NativeFunction inner([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    Run(env, "globalThis.ran = false; Promise.resolve().then(() => { ran = true; })");
    JSVM_Value global = nullptr;
    CHECK_OK(OH_JSVM_GetGlobal(env, &global));
    CHECK_OK(OH_JSVM_SetNamedProperty(env, global, "other", global));
    Run(env, "(function () {})()");
    CHECK(!Ran(env));
    return nullptr;
  });
  SetGlobal(vm.env(), "inner", inner);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "inner(); ran")), "false");
  CHECK(Ran(vm.env()));
}

JSVM_TEST(promises, microtasks_queue_belongs_to_the_vm) {
  TestVm vm;
  JSVM_Env other = nullptr;
  QueueMicrotask(vm);
  CHECK_OK(OH_JSVM_CreateEnv(vm.vm(), 0, nullptr, &other));
  Run(other, "1");
  CHECK(Ran(vm.env()));
  CHECK_OK(OH_JSVM_DestroyEnv(other));
}

JSVM_TEST(promises, microtasks_left_at_DestroyEnv_do_not_run) {
  TestVm vm;
  NativeFunction touched([](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; });
  SetGlobal(vm.env(), "touched", touched);
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_EXPLICIT));
  JSVM_Value object = Run(vm.env(), "Promise.resolve().then(touched); ({})");
  CHECK_OK(OH_JSVM_Wrap(vm.env(), object, &vm, nullptr, nullptr, nullptr));
  CHECK_OK(OH_JSVM_SetMicrotaskPolicy(vm.vm(), JSVM_MICROTASK_AUTO));
  vm.Close();
  CHECK_EQ(touched.calls(), 0);
}

JSVM_TEST(promises, PumpMessageLoop_null_vm) {
  bool ran = true;
  CHECK_OK(OH_JSVM_PumpMessageLoop(nullptr, &ran));
  CHECK(!ran);
}

JSVM_TEST(promises, PumpMessageLoop_nothing_to_do) {
  TestVm vm;
  PumpMessages(vm.vm());
  bool ran = true;
  CHECK_OK(OH_JSVM_PumpMessageLoop(vm.vm(), &ran));
  CHECK(!ran);
}

JSVM_TEST(promises, PumpMessageLoop_runs_finalization_registry_callbacks) {
  TestVm vm;
  Run(vm.env(),
      "globalThis.log = []; globalThis.registry = new FinalizationRegistry(held => { log.push(held); });"
      "(function () { registry.register({}, 'gone'); })()");
  vm.DropHandles();
  CHECK_OK(OH_JSVM_MemoryPressureNotification(vm.env(), JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL));
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "log.join()")), "");
  PumpMessages(vm.vm());
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "log.join()")), "gone");
}

JSVM_TEST(promises, PumpMessageLoop_finishes_asynchronous_wasm) {
  TestVm vm;
  Run(vm.env(),
      "globalThis.kind = 'none'; WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"
      ".then(m => { kind = m.constructor.name; }, e => { kind = String(e); })");
  // The worker posts when it is done; the harness ends a test that waits for ever.
  while (Str(vm.env(), Run(vm.env(), "kind")) == "none") PumpMessages(vm.vm());
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "kind")), "Module");
}
