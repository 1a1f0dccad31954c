// What the contract says about calls in the wrong order, place or thread.
#include <thread>

#include "jsvm_log.h"
#include "jsvm_test.h"

namespace {

struct Vm {
  Vm() {
    InitOnce();
    CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  }
  void CreateEnv() { CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &env)); }
  void OpenVMScope() { CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope)); }
  void CloseVMScope() { CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope)); }
  void OpenEnvScope() { CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope)); }
  void CloseEnvScope() { CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope)); }
  void DestroyEnv() { CHECK_OK(OH_JSVM_DestroyEnv(env)); }
  void DestroyVM() { CHECK_OK(OH_JSVM_DestroyVM(vm)); }
  // Runs a script in a handle scope of its own.
  std::string Evaluate(const char* source) {
    HandleScope handles(env);
    return Str(env, Run(env, source));
  }

  JSVM_VM vm = nullptr;
  JSVM_VMScope vm_scope = nullptr;
  JSVM_Env env = nullptr;
  JSVM_EnvScope env_scope = nullptr;
};

void OnThread(const std::function<void()>& body) {
  std::thread(body).join();
}

}  // namespace

JSVM_TEST(misuse, canonical_order) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  v.OpenEnvScope();
  CHECK_EQ(v.Evaluate("6 * 7"), "42");
  v.CloseEnvScope();
  v.CloseVMScope();
  v.DestroyEnv();
  v.DestroyVM();
}

JSVM_TEST(misuse, CreateEnv_before_OpenVMScope) {
  Vm v;
  v.CreateEnv();
  v.OpenVMScope();
  v.OpenEnvScope();
  CHECK_EQ(v.Evaluate("6 * 7"), "42");
  v.CloseEnvScope();
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_TEST(misuse, canonical_order_with_the_lock) {
  for (bool create_first : {true, false}) {
    Vm v;
    if (!create_first) v.OpenVMScope();
    v.CreateEnv();
    if (!create_first) v.CloseVMScope();
    CHECK_OK(OH_JSVM_AcquireLock(v.env));
    v.OpenVMScope();
    v.OpenEnvScope();
    CHECK_EQ(v.Evaluate("6 * 7"), "42");
    v.CloseEnvScope();
    v.CloseVMScope();
    CHECK_OK(OH_JSVM_ReleaseLock(v.env));
    v.DestroyEnv();
    v.DestroyVM();
  }
}

JSVM_TEST(misuse, DestroyEnv_releases_the_lock) {
  Vm v;
  JSVM_Env second = nullptr;
  v.CreateEnv();
  CHECK_OK(OH_JSVM_CreateEnv(v.vm, 0, nullptr, &second));
  CHECK_OK(OH_JSVM_AcquireLock(v.env));
  v.DestroyEnv();
  bool locked = true;
  CHECK_OK(OH_JSVM_IsLocked(second, &locked));
  CHECK(!locked);
  OnThread([&] {
    CHECK_OK(OH_JSVM_AcquireLock(second));
    CHECK_OK(OH_JSVM_ReleaseLock(second));
  });
  CHECK_OK(OH_JSVM_DestroyEnv(second));
  v.DestroyVM();
}

JSVM_ALONE_TEST(misuse, CloseVMScope_from_another_thread_closes_it) {
  Vm v;
  v.OpenVMScope();
  JsvmLog log;
  OnThread([&] { v.CloseVMScope(); });
  CHECK_EQ(log.Count("[JSVM API Misuse][E04] OH_JSVM_CloseVMScope: "), 1);
  // The VM has no owner any more: both threads may enter it.
  OnThread([&] {
    v.OpenVMScope();
    v.CloseVMScope();
  });
  v.OpenVMScope();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_ALONE_TEST(misuse, CloseEnvScope_from_another_thread_closes_it) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  v.OpenEnvScope();
  JsvmLog log;
  OnThread([&] { v.CloseEnvScope(); });
  CHECK_EQ(log.Count("[JSVM API Misuse][E06] OH_JSVM_CloseEnvScope: "), 1);
  CHECK_EQ(v.Evaluate("6 * 7"), "42");
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_ALONE_TEST(misuse, OpenEnvScope_while_another_thread_is_inside) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  JsvmLog log;
  OnThread([&] {
    v.OpenEnvScope();
    v.CloseEnvScope();
  });
  CHECK_EQ(log.Count("[JSVM API Misuse][E03] OH_JSVM_OpenEnvScope: "), 1);
  // The owner is still the one that it was.
  JSVM_VMScope inner = nullptr;
  CHECK_OK(OH_JSVM_OpenVMScope(v.vm, &inner));
  CHECK_OK(OH_JSVM_CloseVMScope(v.vm, inner));
  CHECK_EQ(v.Evaluate("6 * 7"), "42");
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_ALONE_TEST(misuse, another_VM_is_active) {
  Vm first, second;
  second.CreateEnv();
  first.OpenVMScope();
  {
    JsvmLog log;
    CHECK_EQ(second.Evaluate("6 * 7"), "42");
    CHECK_EQ(second.Evaluate("6 * 7"), "42");
    CHECK_EQ(log.Count("[JSVM API Misuse][E02] OH_JSVM_RunScript: "), 1);
    CHECK_EQ(log.Count("[JSVM API Misuse][E01]"), 0);
  }
  first.CloseVMScope();
  second.DestroyEnv();
  first.DestroyVM();
  second.DestroyVM();
}

JSVM_ALONE_TEST(misuse, no_scope_is_reported_once_per_function) {
  Vm v;
  v.CreateEnv();
  {
    JsvmLog log;
    for (int i = 0; i < 3; ++i) CHECK_EQ(v.Evaluate("6 * 7"), "42");
    CHECK_EQ(log.Count("[JSVM API Misuse][E01] OH_JSVM_RunScript: "), 1);
    CHECK_EQ(log.Count("[JSVM API Misuse][E01] OH_JSVM_CompileScript: "), 1);
    CHECK_EQ(log.Count("[JSVM API Misuse][E01] OH_JSVM_CreateStringUtf8: "), 1);
    // Classes T, N and G enter nothing.
    CHECK_EQ(log.Count("HandleScope"), 0);
    CHECK_EQ(log.Count("Typeof"), 0);
  }
  v.DestroyEnv();
  v.DestroyVM();
}

JSVM_ALONE_TEST(misuse, PumpMessageLoop_without_a_VM_scope_is_no_misuse) {
  Vm v;
  JsvmLog log;
  PumpMessages(v.vm);
  CHECK_EQ(JsvmLog::Lines().size(), 0u);
  v.DestroyVM();
}

JSVM_TEST(misuse, OpenVMScope_in_turns_of_two_threads) {
  Vm v;
  v.CreateEnv();
  for (int i = 0; i < 3; ++i) {
    for (bool elsewhere : {false, true}) {
      auto work = [&] {
        v.OpenVMScope();
        v.OpenEnvScope();
        CHECK_EQ(v.Evaluate("6 * 7"), "42");
        v.CloseEnvScope();
        v.CloseVMScope();
      };
      if (elsewhere) {
        OnThread(work);
      } else {
        work();
      }
    }
  }
  v.DestroyEnv();
  v.DestroyVM();
}

JSVM_TEST(misuse, OpenVMScope_nested_is_owned_until_the_last_close) {
  Vm v;
  JSVM_VMScope inner = nullptr, elsewhere = reinterpret_cast<JSVM_VMScope>(&v);
  v.OpenVMScope();
  CHECK_OK(OH_JSVM_OpenVMScope(v.vm, &inner));
  CHECK_OK(OH_JSVM_CloseVMScope(v.vm, inner));
  OnThread([&] { CHECK_STATUS(OH_JSVM_OpenVMScope(v.vm, &elsewhere), JSVM_GENERIC_FAILURE); });
  CHECK(elsewhere == nullptr);
  v.CloseVMScope();
  OnThread([&] {
    CHECK_OK(OH_JSVM_OpenVMScope(v.vm, &elsewhere));
    CHECK_OK(OH_JSVM_CloseVMScope(v.vm, elsewhere));
  });
  v.DestroyVM();
}

JSVM_TEST(misuse, no_env_scope_calls_of_class_I) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  {
    HandleScope handles(v.env);
    JSVM_Env env = v.env;
    JSVM_Value value = nullptr, buffer = nullptr, view = nullptr, text = nullptr;
    char latin[] = "external";
    char16_t wide[] = u"external";
    bool flag = false;
    CHECK_OK(OH_JSVM_CreateStringUtf8(env, "text", 4, &text));
    CHECK_OK(OH_JSVM_CreateStringUtf16(env, u"text", 4, &value));
    CHECK_OK(OH_JSVM_CreateExternalStringLatin1(env, latin, JSVM_AUTO_LENGTH, nullptr, nullptr, &value, &flag));
    CHECK_OK(OH_JSVM_CreateExternalStringUtf16(env, wide, JSVM_AUTO_LENGTH, nullptr, nullptr, &value, &flag));
    CHECK_OK(OH_JSVM_CreateSymbol(env, text, &value));
    CHECK_OK(OH_JSVM_SymbolFor(env, "x", 1, &value));
    CHECK_OK(OH_JSVM_CreateBigintUint64(env, 1, &value));
    CHECK_OK(OH_JSVM_CreateDouble(env, 1e300, &value));
    int64_t number = 0;
    CHECK_OK(OH_JSVM_GetValueInt64(env, value, &number));
    int32_t small = 0;
    CHECK_OK(OH_JSVM_GetValueInt32(env, value, &small));
    uint32_t natural = 0;
    CHECK_OK(OH_JSVM_GetValueUint32(env, value, &natural));
    CHECK_OK(OH_JSVM_GetUndefined(env, &value));
    JSVM_Data key = nullptr;
    CHECK_OK(OH_JSVM_CreatePrivate(env, text, &key));
    JSVM_Ref ref = nullptr;
    CHECK_OK(OH_JSVM_CreateDataReference(env, key, 1, &ref));
    CHECK_OK(OH_JSVM_GetReferenceData(env, ref, &key));
    CHECK_OK(OH_JSVM_DeleteReference(env, ref));
    CHECK_OK(OH_JSVM_CreateArraybuffer(env, 8, nullptr, &buffer));
    CHECK_OK(OH_JSVM_GetArraybufferInfo(env, buffer, nullptr, nullptr));
    void* data = nullptr;
    view = Run(env, "new Uint8Array(4)");
    CHECK_OK(OH_JSVM_GetTypedarrayInfo(env, view, nullptr, nullptr, &data, &value, nullptr));
    view = Run(env, "new DataView(new ArrayBuffer(4))");
    CHECK_OK(OH_JSVM_GetDataviewInfo(env, view, nullptr, &data, &value, nullptr));
    CHECK_OK(OH_JSVM_DetachArraybuffer(env, buffer));
    CHECK_OK(OH_JSVM_IsDetachedArraybuffer(env, buffer, &flag));
    CHECK_OK(OH_JSVM_AddFinalizer(env, buffer, nullptr, [](JSVM_Env, void*, void*) {}, nullptr, nullptr));
    CHECK_OK(OH_JSVM_ProxyGetTarget(env, Run(env, "new Proxy({}, {})"), &value));
    JSVM_Script script = nullptr;
    const uint8_t* cache = nullptr;
    size_t length = 0;
    CHECK_OK(OH_JSVM_CompileScript(env, text, nullptr, 0, false, nullptr, &script));
    CHECK_OK(OH_JSVM_CreateCodeCache(env, script, &cache, &length));
    CHECK_OK(OH_JSVM_ReleaseCache(env, cache, JSVM_CACHE_TYPE_JS));
    CHECK_OK(OH_JSVM_SetMicrotaskPolicy(v.vm, JSVM_MICROTASK_EXPLICIT));
    Run(env, "globalThis.n = 0; Promise.resolve().then(() => { n = 1 }); Promise.reject(new Error('unheard'))");
    CHECK_OK(OH_JSVM_PerformMicrotaskCheckpoint(v.vm));
    CHECK_EQ(Str(env, Run(env, "n")), "1");
    CHECK_OK(OH_JSVM_TakeHeapSnapshot(v.vm, [](const char*, int, void*) { return true; }, nullptr));
    for (int level = 0; level <= 3; ++level) {
      CHECK_OK(OH_JSVM_MemoryPressureNotification(env, static_cast<JSVM_MemoryPressureLevel>(level)));
    }
    CHECK_OK(OH_JSVM_GetAndClearLastException(env, &value));
  }
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_TEST(misuse, DestroyEnv_with_a_handle_scope_open) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  v.OpenEnvScope();
  JSVM_HandleScope scope = nullptr;
  CHECK_OK(OH_JSVM_OpenHandleScope(v.env, &scope));
  Utf8(v.env, "in the scope");
  v.CloseEnvScope();
  v.DestroyEnv();
  // The VM goes on with another env.
  v.CreateEnv();
  v.OpenEnvScope();
  CHECK_EQ(v.Evaluate("6 * 7"), "42");
  v.CloseEnvScope();
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_TEST(misuse, DestroyVM_before_DestroyEnv) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  v.CloseVMScope();
  v.DestroyVM();
  CHECK_STATUS(OH_JSVM_DestroyEnv(v.env), JSVM_INVALID_ARG);
}

JSVM_TEST(misuse, DestroyEnv_with_references_and_scripts_left) {
  Vm v;
  v.OpenVMScope();
  v.CreateEnv();
  v.OpenEnvScope();
  {
    HandleScope handles(v.env);
    JSVM_Ref ref = nullptr;
    JSVM_Script script = nullptr;
    CHECK_OK(OH_JSVM_CreateReference(v.env, Run(v.env, "({})"), 1, &ref));
    CHECK_OK(OH_JSVM_CompileScript(v.env, Utf8(v.env, "1"), nullptr, 0, false, nullptr, &script));
    CHECK_OK(OH_JSVM_RetainScript(v.env, script));
  }
  v.CloseEnvScope();
  v.DestroyEnv();
  v.CloseVMScope();
  v.DestroyVM();
}

JSVM_TEST(misuse, RunScript_without_result_does_not_run) {
  TestVm vm;
  JSVM_Script script = nullptr;
  Run(vm.env(), "globalThis.runs = 0");
  CHECK_OK(OH_JSVM_CompileScript(vm.env(), Utf8(vm.env(), "runs++"), nullptr, 0, false, nullptr, &script));
  CHECK_STATUS(OH_JSVM_RunScript(vm.env(), script, nullptr), JSVM_INVALID_ARG);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "runs")), "0");
}

JSVM_TEST(misuse, CreateEnv_descriptor_without_utf8name) {
  TestVm vm;
  JSVM_Env env = nullptr;
  JSVM_PropertyDescriptor descriptor{nullptr, Utf8(vm.env(), "name"), nullptr,     nullptr,
                                     nullptr, Num(vm.env(), 1),       JSVM_DEFAULT};
  CHECK_STATUS(OH_JSVM_CreateEnv(vm.vm(), 1, &descriptor, &env), JSVM_INVALID_ARG);
  CHECK(env == nullptr);
}

JSVM_FATAL_TEST(misuse, CreateEnv_descriptor_with_an_object, "must be a primitive") {
  TestVm vm;
  JSVM_Env env = nullptr;
  JSVM_PropertyDescriptor descriptor{"object", nullptr, nullptr, nullptr, nullptr, Run(vm.env(), "({})"), JSVM_DEFAULT};
  OH_JSVM_CreateEnv(vm.vm(), 1, &descriptor, &env);
}

JSVM_TEST(misuse, timers_and_other_hosts_things_are_absent) {
  TestVm vm;
  for (const char* name :
       {"setTimeout", "queueMicrotask", "structuredClone", "process", "require", "fetch", "Buffer"}) {
    CHECK_EQ(Str(vm.env(), Run(vm.env(), (std::string("typeof ") + name).c_str())), "undefined");
  }
  for (const char* name : {"WebAssembly", "Intl", "console"}) {
    CHECK_EQ(Str(vm.env(), Run(vm.env(), (std::string("typeof ") + name).c_str())), "object");
  }
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "typeof SharedArrayBuffer")), "function");
}
