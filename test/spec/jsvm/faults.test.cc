// What goes wrong in a VM stays in the VM, or ends the process with its reason.

#include <sys/mman.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "jsvm_test.h"

namespace {

constexpr size_t kLongestString = (size_t{1} << 29) - 24;

// Heap of every VM of this process, in MiB, as `arkhost test --heap-limit` sets it.
void LimitHeaps(const char* mebibytes) {
  setenv("ARKHOST_JSVM_HEAP_LIMIT", mebibytes, 1);
}

void FillHeap(JSVM_Env env) {
  Run(env, "const keep = []; for (;;) keep.push(new Array(1000).fill(keep.length));");
}

// Memory that reads as zeros and costs nothing until it is written.
class ZeroMemory {
 public:
  explicit ZeroMemory(size_t size)
      : size_(size), memory_(mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) {
    CHECK(memory_ != MAP_FAILED);
  }
  ~ZeroMemory() { munmap(memory_, size_); }
  ZeroMemory(const ZeroMemory&) = delete;
  ZeroMemory& operator=(const ZeroMemory&) = delete;
  char* data() const { return static_cast<char*>(memory_); }

 private:
  size_t size_;
  void* memory_;
};

// Some work whose result is 4950 + i.
std::string Sum(JSVM_Env env, int i) {
  const std::string source = "[...Array(100).keys()].reduce((sum, next) => sum + next) + " + std::to_string(i);
  return Str(env, Run(env, source.c_str()));
}

}  // namespace

JSVM_FATAL_TEST(faults, heap_limit_calls_the_oom_handler, "oom handler ran, heap: 1") {
  LimitHeaps("32");
  TestVm test;
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(test.vm(), [](const char*, const char*, bool is_heap) {
    std::fprintf(stderr, "oom handler ran, heap: %d\n", is_heap);
  }));
  FillHeap(test.env());
}

JSVM_FATAL_TEST(faults, heap_limit_without_a_handler_says_why, "JavaScript out of memory") {
  LimitHeaps("32");
  TestVm test;
  FillHeap(test.env());
}

JSVM_FATAL_TEST(faults, heap_limit_calls_the_threshold_handler_before_the_oom_handler, "oom after the threshold") {
  LimitHeaps("32");
  static bool reached = false;
  TestVm test;
  CHECK_OK(
      OH_JSVM_SetHeapThresholdCallback(test.vm(), 8 << 20, [](JSVM_VM, uint64_t, void*) { reached = true; }, nullptr));
  CHECK_OK(OH_JSVM_SetHandlerForOOMError(test.vm(), [](const char*, const char*, bool) {
    if (reached) std::fprintf(stderr, "oom after the threshold\n");
  }));
  FillHeap(test.env());
}

JSVM_ALONE_TEST(faults, heap_limit_leaves_the_engine_and_small_vms_alone) {
  LimitHeaps("32");
  for (int i = 0; i < 5; ++i) {
    TestVm test;
    JSVM_HeapStatistics statistics = {};
    CHECK_OK(OH_JSVM_GetHeapStatistics(test.vm(), &statistics));
    CHECK(statistics.heapSizeLimit <= (64u << 20));
    // Garbage many times the size of the heap.
    CHECK_EQ(ToNumber(test.env(),
                      Run(test.env(), "let n = 0; for (let i = 0; i < 20000; i++) n += new Array(1000).length; n")),
             20000000);
  }
}

JSVM_TEST(faults, script_of_10_megabytes) {
  TestVm test;
  std::string source;
  int functions = 0;
  while (source.size() < (10u << 20)) {
    source += "function f" + std::to_string(functions) + "() { return " + std::to_string(functions) +
              " } // text that makes the script longer, line by line, without more work\n";
    ++functions;
  }
  source += "f" + std::to_string(functions - 1) + "() + f0()";
  CHECK_EQ(ToNumber(test.env(), Run(test.env(), source.c_str())), functions - 1);
  source += "\n}";
  CHECK_EQ(RunThrows(test.env(), source.c_str()), "SyntaxError: Unexpected token '}'");
}

JSVM_TEST(faults, string_at_the_limit) {
  TestVm test;
  JSVM_Env env = test.env();
  ZeroMemory zeros(kLongestString + 1);
  static int finalized;
  finalized = 0;
  const JSVM_Finalize count = [](JSVM_Env, void*, void*) { ++finalized; };
  bool copied = true;
  size_t length = 0;
  JSVM_Value string = nullptr;
  REQUIRE_OK(OH_JSVM_CreateExternalStringLatin1(env, zeros.data(), kLongestString, count, nullptr, &string, &copied));
  CHECK_EQ(copied, false);
  CHECK_OK(OH_JSVM_GetValueStringLatin1(env, string, nullptr, 0, &length));
  CHECK_EQ(length, kLongestString);
  SetGlobal(env, "longest", string);
  CHECK_EQ(ToNumber(env, Run(env, "longest.length")), static_cast<double>(kLongestString));
  CHECK_EQ(RunThrows(env, "longest + 'x'"), "RangeError: Invalid string length");
  string = nullptr;
  CHECK_STATUS(
      OH_JSVM_CreateExternalStringLatin1(env, zeros.data(), kLongestString + 1, count, nullptr, &string, &copied),
      JSVM_GENERIC_FAILURE);
  CHECK(string == nullptr);
  CHECK_EQ(finalized, 0);
  test.Close();
  CHECK_EQ(finalized, 1);
}

JSVM_TEST(faults, string_beyond_the_limit_is_refused) {
  TestVm test;
  JSVM_Env env = test.env();
  ZeroMemory zeros(2 * (kLongestString + 1));
  JSVM_Value string = nullptr;
  CHECK_STATUS(OH_JSVM_CreateStringLatin1(env, zeros.data(), kLongestString + 1, &string), JSVM_GENERIC_FAILURE);
  CHECK_STATUS(OH_JSVM_CreateStringUtf16(env, reinterpret_cast<char16_t*>(zeros.data()), kLongestString + 1, &string),
               JSVM_GENERIC_FAILURE);
  CHECK_STATUS(OH_JSVM_CreateStringUtf8(env, zeros.data(), kLongestString + 1, &string), JSVM_GENERIC_FAILURE);
  CHECK_STATUS(OH_JSVM_SymbolFor(env, zeros.data(), kLongestString + 1, &string), JSVM_GENERIC_FAILURE);
  CHECK(string == nullptr);
  CHECK_EQ(ToNumber(env, Run(env, "1 + 1")), 2);
}

JSVM_TEST(faults, recursion_in_js_is_a_RangeError) {
  TestVm test;
  for (int i = 0; i < 3; ++i) {
    CHECK_EQ(RunThrows(test.env(), "(function f() { return f() + 1 })()"),
             "RangeError: Maximum call stack size exceeded");
  }
}

JSVM_TEST(faults, recursion_through_native_callbacks_is_a_RangeError) {
  TestVm test;
  NativeFunction again([](JSVM_Env env, JSVM_CallbackInfo) -> JSVM_Value {
    JSVM_Value global = nullptr;
    JSVM_Value function = nullptr;
    JSVM_Value result = nullptr;
    OH_JSVM_GetGlobal(env, &global);
    if (OH_JSVM_GetNamedProperty(env, global, "again", &function) != JSVM_OK) return nullptr;
    OH_JSVM_CallFunction(env, global, function, 0, nullptr, &result);
    return result;
  });
  SetGlobal(test.env(), "again", again);
  CHECK_EQ(RunThrows(test.env(), "again()"), "RangeError: Maximum call stack size exceeded");
  CHECK(again.calls() > 100);
  CHECK_EQ(ToNumber(test.env(), Run(test.env(), "1 + 1")), 2);
}

JSVM_TEST(faults, recursion_on_another_thread_is_a_RangeError) {
  InitOnce();
  std::thread([] {
    TestVm test;
    CHECK_EQ(RunThrows(test.env(), "(function f() { return f() + 1 })()"),
             "RangeError: Maximum call stack size exceeded");
  }).join();
}

JSVM_TEST(faults, recursion_inside_conversions_is_a_RangeError) {
  TestVm test;
  JSVM_Env env = test.env();
  JSVM_Value result = nullptr;
  JSVM_Value deep = Run(env, "let deep = []; for (let i = 0; i < 1e6; i++) deep = [deep]; deep");
  CHECK_STATUS(OH_JSVM_JsonStringify(env, deep, &result), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "RangeError: Maximum call stack size exceeded");
  CHECK_STATUS(OH_JSVM_CoerceToString(env, deep, &result), JSVM_STRING_EXPECTED);
  CHECK_EQ(TakeException(env), "RangeError: Maximum call stack size exceeded");
  JSVM_Value proxy = Run(env, "let proxy = {}; for (let i = 0; i < 1e5; i++) proxy = new Proxy(proxy, {}); proxy");
  CHECK_STATUS(OH_JSVM_GetNamedProperty(env, proxy, "x", &result), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), "RangeError: Maximum call stack size exceeded");
}

JSVM_TEST(faults, source_nested_too_deeply_is_an_exception) {
  TestVm test;
  const std::string source = std::string(200000, '(') + "1" + std::string(200000, ')');
  CHECK_EQ(RunThrows(test.env(), source.c_str()), "RangeError: Maximum call stack size exceeded");
}

JSVM_TEST(faults, two_hundred_vms_alive) {
  struct Live {
    JSVM_VM vm = nullptr;
    JSVM_Env env = nullptr;
  };
  InitOnce();
  std::vector<Live> live(200);
  const auto run = [](const Live& one, int i) {
    JSVM_VMScope vm_scope = nullptr;
    JSVM_EnvScope env_scope = nullptr;
    CHECK_OK(OH_JSVM_OpenVMScope(one.vm, &vm_scope));
    CHECK_OK(OH_JSVM_OpenEnvScope(one.env, &env_scope));
    {
      HandleScope handles(one.env);
      CHECK_EQ(Sum(one.env, i), std::to_string(4950 + i));
    }
    CHECK_OK(OH_JSVM_CloseEnvScope(one.env, env_scope));
    CHECK_OK(OH_JSVM_CloseVMScope(one.vm, vm_scope));
  };
  for (Live& one : live) {
    REQUIRE_OK(OH_JSVM_CreateVM(nullptr, &one.vm));
    REQUIRE_OK(OH_JSVM_CreateEnv(one.vm, 0, nullptr, &one.env));
  }
  for (int i = 0; i < 200; ++i) run(live[i], i);
  // The odd ones go; the others do not notice.
  for (int i = 1; i < 200; i += 2) {
    CHECK_OK(OH_JSVM_DestroyEnv(live[i].env));
    CHECK_OK(OH_JSVM_DestroyVM(live[i].vm));
  }
  for (int i = 0; i < 200; i += 2) run(live[i], i);
  for (int i = 0; i < 200; i += 2) {
    CHECK_OK(OH_JSVM_DestroyEnv(live[i].env));
    CHECK_OK(OH_JSVM_DestroyVM(live[i].vm));
  }
}

JSVM_TEST(faults, vms_destroyed_while_others_run) {
  InitOnce();
  std::atomic<bool> stop{false};
  std::atomic<int> rounds{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&stop, &rounds, i] {
      TestVm test;
      do {
        HandleScope handles(test.env());
        CHECK_EQ(Sum(test.env(), i), std::to_string(4950 + i));
        if (++rounds % 100 == 0) CollectGarbage(test.env());
      } while (!stop);
    });
  }
  for (int i = 0; i < 50; ++i) {
    TestVm test;
    CHECK_EQ(Sum(test.env(), i), std::to_string(4950 + i));
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(rounds >= 3);
}

namespace {

JSVM_Value ThrowNow(JSVM_Env env) {
  CHECK_OK(OH_JSVM_ThrowError(env, nullptr, "from a callback"));
  return nullptr;
}
JSVM_CallbackStruct thrower = {[](JSVM_Env env, JSVM_CallbackInfo) { return ThrowNow(env); }, nullptr};
constexpr const char* kThrown = "Error: from a callback";

// The VM works on after it.
void CheckAlive(JSVM_Env env) {
  CHECK_EQ(ExceptionPending(env), false);
  CHECK_EQ(ToNumber(env, Run(env, "1 + 1")), 2);
}

}  // namespace

JSVM_TEST(faults, exception_from_a_function) {
  TestVm test;
  JSVM_Env env = test.env();
  JSVM_Value function = nullptr;
  REQUIRE_OK(OH_JSVM_CreateFunction(env, "f", JSVM_AUTO_LENGTH, &thrower, &function));
  SetGlobal(env, "f", function);
  CHECK_EQ(RunThrows(env, "f()"), kThrown);
  CHECK_EQ(RunThrows(env, "new f()"), kThrown);
  CHECK_EQ(Str(env, Run(env, "try { f() } catch (e) { `caught ${e.message}` }")), "caught from a callback");
  CHECK_EQ(Str(env, Run(env, "try { [1].map(f) } catch (e) { `caught ${e.message}` }")), "caught from a callback");
  CheckAlive(env);
}

JSVM_TEST(faults, exception_from_accessors) {
  TestVm test;
  JSVM_Env env = test.env();
  JSVM_Value object = Run(env, "var object = {}; object");
  const JSVM_PropertyDescriptor property = {"x", nullptr, nullptr, &thrower, &thrower, nullptr, JSVM_DEFAULT};
  REQUIRE_OK(OH_JSVM_DefineProperties(env, object, 1, &property));
  CHECK_EQ(RunThrows(env, "object.x"), kThrown);
  CHECK_EQ(RunThrows(env, "object.x = 1"), kThrown);
  JSVM_Value value = nullptr;
  CHECK_STATUS(OH_JSVM_GetNamedProperty(env, object, "x", &value), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), kThrown);
  CHECK_STATUS(OH_JSVM_SetNamedProperty(env, object, "x", object), JSVM_GENERIC_FAILURE);
  CHECK_EQ(TakeException(env), kThrown);
  CheckAlive(env);
}

JSVM_TEST(faults, exception_from_a_class) {
  TestVm test;
  JSVM_Env env = test.env();
  const JSVM_PropertyDescriptor members[] = {
      {"method", nullptr, &thrower, nullptr, nullptr, nullptr, JSVM_STATIC},
      {"accessor", nullptr, nullptr, &thrower, &thrower, nullptr, JSVM_DEFAULT},
  };
  JSVM_Value made = nullptr;
  REQUIRE_OK(OH_JSVM_DefineClass(env, "Made", JSVM_AUTO_LENGTH, &thrower, 2, members, &made));
  SetGlobal(env, "Made", made);
  CHECK_EQ(RunThrows(env, "new Made()"), kThrown);
  CHECK_EQ(RunThrows(env, "new (class extends Made {})()"), kThrown);
  CHECK_EQ(RunThrows(env, "Made.method()"), kThrown);
  CHECK_EQ(RunThrows(env, "Made.prototype.accessor"), kThrown);
  JSVM_Value instance = nullptr;
  CHECK_STATUS(OH_JSVM_NewInstance(env, made, 0, nullptr, &instance), JSVM_PENDING_EXCEPTION);
  CHECK_EQ(TakeException(env), kThrown);
  CheckAlive(env);
}

JSVM_TEST(faults, exception_from_property_handlers) {
  TestVm test;
  JSVM_Env env = test.env();
  static JSVM_CallbackStruct nothing = {[](JSVM_Env, JSVM_CallbackInfo) -> JSVM_Value { return nullptr; }, nullptr};
  const auto one = [](JSVM_Env env, JSVM_Value, JSVM_Value, JSVM_Value) { return ThrowNow(env); };
  const auto set = [](JSVM_Env env, JSVM_Value, JSVM_Value, JSVM_Value, JSVM_Value) { return ThrowNow(env); };
  const auto all = [](JSVM_Env env, JSVM_Value, JSVM_Value) { return ThrowNow(env); };
  JSVM_PropertyHandlerConfigurationStruct handlers = {one, set, one, all, one, set, one, all, nullptr, nullptr};
  JSVM_Value made = nullptr;
  REQUIRE_OK(OH_JSVM_DefineClassWithPropertyHandler(env, "Made", JSVM_AUTO_LENGTH, &nothing, 0, nullptr, &handlers,
                                                    &thrower, &made));
  SetGlobal(env, "Made", made);
  Run(env, "var instance = new Made()");
  for (const char* source : {"instance.x", "instance.x = 1", "delete instance.x", "instance[1]", "instance[1] = 1",
                             "delete instance[1]", "Object.keys(instance)", "instance()", "`${instance}`"}) {
    CHECK_EQ(RunThrows(env, source), kThrown);
  }
  CheckAlive(env);
}

JSVM_TEST(faults, exception_from_a_finalizer_stays_in_the_env) {
  TestVm test;
  JSVM_Env env = test.env();
  static int calls;
  calls = 0;
  JSVM_Value object = Run(env, "({})");
  // In DestroyEnv, where a finalizer may call the API.
  const JSVM_Finalize finalizer = [](JSVM_Env env, void*, void*) {
    JSVM_HandleScope scope = nullptr;
    CHECK_OK(OH_JSVM_OpenHandleScope(env, &scope));
    ThrowNow(env);
    CHECK_OK(OH_JSVM_CloseHandleScope(env, scope));
    ++calls;
  };
  REQUIRE_OK(OH_JSVM_Wrap(env, object, &calls, finalizer, nullptr, nullptr));
  test.Close();
  CHECK_EQ(calls, 1);
}

JSVM_TEST(faults, exception_from_a_promise_reject_handler_stays_in_the_env) {
  TestVm test;
  JSVM_Env env = test.env();
  CHECK_OK(OH_JSVM_SetHandlerForPromiseReject(
      test.vm(), [](JSVM_Env env, JSVM_PromiseRejectEvent, JSVM_Value) { ThrowNow(env); }));
  JSVM_Value result = nullptr;
  JSVM_Script script = nullptr;
  REQUIRE_OK(OH_JSVM_CompileScript(env, Utf8(env, "Promise.reject(1); 2"), nullptr, 0, false, nullptr, &script));
  CHECK_OK(OH_JSVM_RunScript(env, script, &result));
  CHECK_EQ(ToNumber(env, result), 2);
  CHECK_EQ(TakeException(env), kThrown);
  CheckAlive(env);
}

JSVM_TEST(faults, exception_from_a_microtask_is_not_stored) {
  TestVm test;
  JSVM_Env env = test.env();
  JSVM_Value function = nullptr;
  REQUIRE_OK(OH_JSVM_CreateFunction(env, "f", JSVM_AUTO_LENGTH, &thrower, &function));
  SetGlobal(env, "f", function);
  CHECK_EQ(Str(env, Run(env, "var said; Promise.resolve().then(f).catch(e => { said = e.message }); 1")), "1");
  CHECK_EQ(Str(env, Run(env, "said")), "from a callback");
  CheckAlive(env);
}
