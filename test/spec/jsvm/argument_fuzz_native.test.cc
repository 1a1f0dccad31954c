// Lifecycle, memory, scripts, references, handlers and tools with all kinds of arguments.

#include "argument_fuzz.h"

namespace {

void Nothing(Expect&) {}
void OneNeeded(Expect& e) {
  e.Need(1);
}
void TwoNeeded(Expect& e) {
  e.Need(1, 2);
}
void ThirdNeeded(Expect& e) {
  e.Need(2);
}

bool Sink(const char*, int, void*) {
  return true;
}
void Finalizer(JSVM_Env, void*, void*) {}

JSVM_Value Source(JSVM_Env env) {
  return Utf8(env, "1 + 1");
}

const Of<JSVM_OutputStream> kStreams = {Sink, nullptr};
char any_data;
const Of<void*> kAnyData = {nullptr, &any_data};

}  // namespace

JSVM_TEST(argument_fuzz, vms_and_envs) {
  TestVm test;
  JSVM_VM vm = test.vm();
  ArgumentFuzz fuzz(test.env());
  fuzz.Run(FUZZED(Init), [](Expect& e) { e.FailIf(true, JSVM_GENERIC_FAILURE); }, Of<const JSVM_InitOptions*>{nullptr});
  static const JSVM_CreateVMOptions plain = {};
  static const JSVM_CreateVMOptions limits = {SIZE_MAX, 1, SIZE_MAX, 0, nullptr, 0, false};
  static const JSVM_CreateVMOptions bad_blob = {0, 0, 0, 0, "not a blob", 10, false};
  fuzz.Then([](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_DestroyVM(slots[1].As<JSVM_VM>()));
  });
  fuzz.Run(
      FUZZED(CreateVM),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(e.tag(0) == 3, JSVM_INVALID_ARG);
      },
      Of<const JSVM_CreateVMOptions*>{nullptr, &plain, &limits, &bad_blob}, Out());
  fuzz.Run(FUZZED(DestroyVM), Nothing, Made<JSVM_VM>([] {
             JSVM_VM made = nullptr;
             CHECK_OK(OH_JSVM_CreateVM(nullptr, &made));
             return made;
           }));
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_CloseVMScope(vm, slots[1].As<JSVM_VMScope>()));
  });
  fuzz.Run(FUZZED(OpenVMScope), OneNeeded, Vm(), Out());
  JSVM_VMScope vm_scope = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && vm_scope != nullptr) CHECK_OK(OH_JSVM_CloseVMScope(vm, vm_scope));
    vm_scope = nullptr;
  });
  fuzz.Run(FUZZED(CloseVMScope), OneNeeded, Vm(), Made<JSVM_VMScope>([&] {
             CHECK_OK(OH_JSVM_OpenVMScope(vm, &vm_scope));
             return vm_scope;
           }));
  static const JSVM_PropertyDescriptor unnamed[] = {
      {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, JSVM_DEFAULT}};
  fuzz.Then([](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_DestroyEnv(slots[3].As<JSVM_Env>()));
  });
  fuzz.Run(
      FUZZED(CreateEnv),
      [](Expect& e) {
        // None of these is promised: the library refuses them.
        e.Need(3);
        e.FailIf(e.tag(1) > 0, JSVM_INVALID_ARG);
      },
      Vm(), Of<size_t>{0, 1}, Of<const JSVM_PropertyDescriptor*>{nullptr, unnamed}, Out());
  fuzz.Run(
      FUZZED(CreateEnvFromSnapshot),
      [](Expect& e) {
        e.Need(2);
        e.Writes(2);
        e.FailIf(true, JSVM_GENERIC_FAILURE);
      },
      Vm(), Of<size_t>{0, 1, SIZE_MAX}, Out());
  // The env goes away with its last error.
  JSVM_Env made_env = nullptr;
  fuzz.Run(
      FUZZED(DestroyEnv), [](Expect& e) { e.LastErrorIsFree(); }, Made<JSVM_Env>([&] {
        CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &made_env));
        return made_env;
      }));
  fuzz.Run(
      FUZZED(CreateSnapshot),
      [](Expect& e) {
        e.SkipIf(e.null(2) || e.null(3) || e.null(4));
        e.FailIf(true, JSVM_GENERIC_FAILURE);
      },
      Vm(), Of<size_t>{0, 1}, Made<const JSVM_Env*>([&] {
        made_env = test.env();
        return &made_env;
      }),
      Out(), Out());
}

JSVM_TEST(argument_fuzz, scopes) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_CloseEnvScope(env, slots[1].As<JSVM_EnvScope>()));
  });
  fuzz.Run(FUZZED(OpenEnvScope), OneNeeded, Env(), Out());
  JSVM_EnvScope env_scope = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && env_scope != nullptr) CHECK_OK(OH_JSVM_CloseEnvScope(env, env_scope));
    env_scope = nullptr;
  });
  fuzz.Run(FUZZED(CloseEnvScope), OneNeeded, Env(), Made<JSVM_EnvScope>([&] {
             CHECK_OK(OH_JSVM_OpenEnvScope(env, &env_scope));
             return env_scope;
           }));
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_CloseHandleScope(env, slots[1].As<JSVM_HandleScope>()));
  });
  fuzz.Run(FUZZED(OpenHandleScope), OneNeeded, Env(), Out());
  JSVM_HandleScope scope = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && scope != nullptr) CHECK_OK(OH_JSVM_CloseHandleScope(env, scope));
    scope = nullptr;
  });
  fuzz.Run(FUZZED(CloseHandleScope), OneNeeded, Env(), Made<JSVM_HandleScope>([&] {
             CHECK_OK(OH_JSVM_OpenHandleScope(env, &scope));
             return scope;
           }));
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) {
      CHECK_OK(OH_JSVM_CloseEscapableHandleScope(env, slots[1].As<JSVM_EscapableHandleScope>()));
    }
  });
  fuzz.Run(FUZZED(OpenEscapableHandleScope), OneNeeded, Env(), Out());
  JSVM_EscapableHandleScope escapable = nullptr;
  const Made<JSVM_EscapableHandleScope> made_escapable([&] {
    CHECK_OK(OH_JSVM_OpenEscapableHandleScope(env, &escapable));
    return escapable;
  });
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && escapable != nullptr) CHECK_OK(OH_JSVM_CloseEscapableHandleScope(env, escapable));
    escapable = nullptr;
  });
  fuzz.Run(FUZZED(CloseEscapableHandleScope), OneNeeded, Env(), made_escapable);
  fuzz.Then([&](JSVM_Status, const Slots&) {
    if (escapable != nullptr) CHECK_OK(OH_JSVM_CloseEscapableHandleScope(env, escapable));
    escapable = nullptr;
  });
  fuzz.Run(FUZZED(EscapeHandle), [](Expect& e) { e.Need(1, 2, 3); }, Env(), made_escapable, Val(), Out());
}

JSVM_TEST(argument_fuzz, process_and_locks) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  fuzz.Run(
      FUZZED(GetVM),
      [](Expect& e) {
        e.SkipIf(e.null(1));
        e.LastErrorIsFree();
      },
      Env(), Out());
  fuzz.Run(FUZZED(GetVMInfo), [](Expect& e) { e.Need(0); }, Out());
  fuzz.Run(FUZZED(GetVersion), OneNeeded, Env(), Out());
  fuzz.Run(FUZZED(SetDebugOption), [](Expect& e) { e.LastErrorIsFree(); }, Env(), Of<int>{0}, Of<bool>{false});
  fuzz.Run(FUZZED(IsLocked), OneNeeded, Env(), Out());
  // Of a VM that nobody is inside: V8 takes the scopes of the thread away with the lock.
  JSVM_VM vm = nullptr;
  JSVM_Env other = nullptr;
  CHECK_OK(OH_JSVM_CreateVM(nullptr, &vm));
  CHECK_OK(OH_JSVM_CreateEnv(vm, 0, nullptr, &other));
  const auto free = [](Expect& e) { e.LastErrorIsFree(); };
  fuzz.Run(FUZZED(AcquireLock), free, Of<JSVM_Env>{nullptr, other});
  fuzz.Run(FUZZED(ReleaseLock), free, Of<JSVM_Env>{nullptr, other});
  CHECK_OK(OH_JSVM_DestroyEnv(other));
  CHECK_OK(OH_JSVM_DestroyVM(vm));
}

JSVM_TEST(argument_fuzz, memory) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  int64_t total = 0;
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) total = slots[2].As<int64_t>();
  });
  // Back to zero in every second call: the engine's total must not go below it.
  fuzz.Run(FUZZED(AdjustExternalMemory), ThirdNeeded, Env(), Of<int64_t>{0, 1, int64_t{1} << 40}, Out());
  CHECK_EQ(total, 2 * ((int64_t{1} << 40) + 1));
  CHECK_OK(OH_JSVM_AdjustExternalMemory(test.env(), -total, &total));
  CHECK_EQ(total, 0);
  fuzz.Run(FUZZED(MemoryPressureNotification), Nothing, Env(), Of<int>{0, 1, 2, 3});
  fuzz.Run(FUZZED(GetHeapStatistics), [](Expect& e) { e.SkipIf(e.null(1)); }, Vm(), Out());
  fuzz.Run(FUZZED(TakeHeapSnapshot), OneNeeded, Vm(), kStreams, kAnyData);
  fuzz.Run(FUZZED(TakeRawHeapSnapshot), OneNeeded, Vm(), kStreams, kAnyData);
  const JSVM_HandlerForGC on_gc = [](JSVM_VM, JSVM_GCType, JSVM_GCCallbackFlags, void*) {};
  const Of<JSVM_HandlerForGC> gc_handlers = {on_gc, nullptr};
  const Of<int> times = {0, 1};
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    // Whichever of the two times it was.
    if (status != JSVM_OK) return;
    const bool before = OH_JSVM_RemoveHandlerForGC(test.vm(), JSVM_CB_TRIGGER_BEFORE_GC, on_gc, &fuzz) == JSVM_OK;
    const bool after = OH_JSVM_RemoveHandlerForGC(test.vm(), JSVM_CB_TRIGGER_AFTER_GC, on_gc, &fuzz) == JSVM_OK;
    CHECK(before != after);
  });
  fuzz.Run(FUZZED(AddHandlerForGC), ThirdNeeded, Vm(), times, gc_handlers, Of<int>{0, 1, 2, 4, 8, 16, 31},
           Of<void*>{&fuzz});
  fuzz.Run(
      FUZZED(RemoveHandlerForGC),
      [](Expect& e) {
        e.Need(2);
        e.FailIf(true, JSVM_INVALID_ARG);
      },
      Vm(), times, gc_handlers, kAnyData);
  const JSVM_HandlerForHeapThreshold on_threshold = [](JSVM_VM, uint64_t, void*) {};
  const Of<JSVM_HandlerForHeapThreshold> threshold_handlers = {on_threshold, nullptr};
  const Of<uint64_t> thresholds = {0, 1, 1 << 20, uint64_t{1} << 62};
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK) return;
    const bool low = OH_JSVM_ClearHeapThresholdCallback(test.vm(), 1, on_threshold, &fuzz) == JSVM_OK;
    const bool high = OH_JSVM_ClearHeapThresholdCallback(test.vm(), 1 << 20, on_threshold, &fuzz) == JSVM_OK;
    CHECK(low != high);
  });
  fuzz.Run(
      FUZZED(SetHeapThresholdCallback),
      [](Expect& e) {
        e.Need(2);
        e.FailIf(e.tag(1) == 0 || e.tag(1) > (int64_t{1} << 60), JSVM_INVALID_ARG);
      },
      Vm(), thresholds, threshold_handlers, Of<void*>{&fuzz});
  fuzz.Run(
      FUZZED(ClearHeapThresholdCallback),
      [](Expect& e) {
        e.Need(2);
        e.FailIf(true, JSVM_INVALID_ARG);
      },
      Vm(), thresholds, threshold_handlers, kAnyData);
}

JSVM_TEST(argument_fuzz, scripts) {
  TestVm test;
  JSVM_VM vm = test.vm();
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  static uint8_t junk[64] = {1, 2, 3};
  const Of<const uint8_t*> caches = {nullptr, junk};
  const Of<size_t> cache_lengths = {0, 1, 64};
  const Of<bool> eager = {false, true};
  const auto compiles = [](Expect& e) {
    e.Is(1, kString, JSVM_STRING_EXPECTED);
    bool valid = false;
    for (const char* source : {"''", "'123'", "'text'", "'__proto__'"}) {
      valid = valid || e.tag(1) == ArgumentFuzz::KindOf(source);
    }
    e.ThrowIf(!valid, JSVM_GENERIC_FAILURE);
  };
  fuzz.Run(
      FUZZED(CompileScript),
      [&](Expect& e) {
        e.Need(1, 6);
        // Told as soon as there is a source.
        if (e.is(1, kString) && e.tag(2) == 1) e.Writes(5);
        compiles(e);
      },
      Env(), Val(), caches, cache_lengths, eager, Out(), Out());
  static JSVM_ScriptOrigin origin = {nullptr, "fuzz.js", 0, 0};
  static JSVM_ScriptOrigin far_origin = {nullptr, "", size_t{1} << 31, SIZE_MAX};
  fuzz.Run(
      FUZZED(CompileScriptWithOrigin),
      [&](Expect& e) {
        e.Need(1, 7);
        e.SkipIf(e.null(6));
        if (e.is(1, kString) && e.tag(2) == 1) e.Writes(5);
        compiles(e);
      },
      Env(), Val(), caches, cache_lengths, eager, Out(), Of<JSVM_ScriptOrigin*>{&origin, &far_origin, nullptr}, Out());
  static JSVM_CompileOptions options[3] = {};
  options[0].id = JSVM_COMPILE_MODE;
  options[0].content.num = JSVM_COMPILE_MODE_EAGER_COMPILE;
  options[1].id = static_cast<JSVM_CompileOptionId>(7);  // unknown: skipped
  options[2].id = JSVM_COMPILE_MODE;
  options[2].content.num = 5;
  fuzz.Run(
      FUZZED(CompileScriptWithOptions),
      [&](Expect& e) {
        e.Need(1, 4);
        e.FailIf(e.tag(2) > 0 && e.null(3), JSVM_INVALID_ARG);
        e.FailIf(e.tag(2) == 3, JSVM_INVALID_ARG);
        compiles(e);
      },
      Env(), Val(), Of<size_t>{0, 1, 2, 3}, Of<JSVM_CompileOptions*>{options, nullptr}, Out());
  const Made<JSVM_Script> script([env] {
    JSVM_Script made = nullptr;
    CHECK_OK(OH_JSVM_CompileScript(env, Source(env), nullptr, 0, false, nullptr, &made));
    return made;
  });
  fuzz.Run(FUZZED(RunScript), TwoNeeded, Env(), script, Out());
  JSVM_Script retained = nullptr;
  const Made<JSVM_Script> retained_script([&] {
    CHECK_OK(OH_JSVM_CompileScript(env, Source(env), nullptr, 0, false, nullptr, &retained));
    CHECK_OK(OH_JSVM_RetainScript(env, retained));
    return retained;
  });
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && retained != nullptr) CHECK_OK(OH_JSVM_ReleaseScript(env, retained));
    retained = nullptr;
  });
  fuzz.Run(FUZZED(ReleaseScript), OneNeeded, Env(), retained_script);
  fuzz.Run(
      FUZZED(ReleaseScript),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(true, JSVM_INVALID_ARG);
      },
      Env(), script);
  JSVM_Script to_retain = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_ReleaseScript(env, to_retain));
  });
  fuzz.Run(FUZZED(RetainScript), OneNeeded, Env(), Made<JSVM_Script>([&] { return to_retain = script.make(); }));
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_ReleaseCache(env, slots[2].As<const uint8_t*>(), JSVM_CACHE_TYPE_JS));
  });
  fuzz.Run(FUZZED(CreateCodeCache), [](Expect& e) { e.Need(1, 2, 3); }, Env(), script, Out(), Out());
  const uint8_t* cache = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && cache != nullptr) CHECK_OK(OH_JSVM_ReleaseCache(env, cache, JSVM_CACHE_TYPE_JS));
    cache = nullptr;
  });
  fuzz.Run(
      FUZZED(ReleaseCache),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(e.tag(2) > 1, JSVM_INVALID_ARG);
      },
      Env(), Made<const uint8_t*>([&] {
        size_t length = 0;
        CHECK_OK(OH_JSVM_CreateCodeCache(env, script.make(), &cache, &length));
        return cache;
      }),
      Of<int>{0, 1, 2, 3});
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_ReleaseDeserializeResult(slots[2].As<JSVM_DeserializeResult>()));
  });
  fuzz.Run(
      FUZZED(BackgroundDeserialize),
      [](Expect& e) {
        e.Need(2);
        e.Writes(2);
        e.FailIf(e.tag(1) != 0, JSVM_INVALID_ARG);
      },
      Vm(), Of<JSVM_CodeCache>{{junk, sizeof(junk)}, {nullptr, 1}, {junk, 0}, {nullptr, 0}}, Out());
  fuzz.Run(FUZZED(ReleaseDeserializeResult), Nothing, Made<JSVM_DeserializeResult>([&] {
             JSVM_DeserializeResult result = nullptr;
             CHECK_OK(OH_JSVM_BackgroundDeserialize(vm, {junk, sizeof(junk)}, &result));
             return result;
           }));
}

JSVM_TEST(argument_fuzz, references) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  const auto drop = [env](size_t place) -> After {
    return [=](JSVM_Status status, const Slots& slots) {
      if (status == JSVM_OK && !slots[place].untouched()) {
        CHECK_OK(OH_JSVM_DeleteReference(env, slots[place].As<JSVM_Ref>()));
      }
    };
  };
  const Of<uint32_t> counts = {0, 1, 0xffffffff};
  fuzz.Then(drop(3)).Run(FUZZED(CreateReference), [](Expect& e) { e.Need(1, 3); }, Env(), Val(), counts, Out());
  const auto private_key = [env] {
    JSVM_Data data = nullptr;
    CHECK_OK(OH_JSVM_CreatePrivate(env, nullptr, &data));
    return data;
  };
  fuzz.Then(drop(3)).Run(
      FUZZED(CreateDataReference),
      [](Expect& e) {
        e.Need(1, 3);
        e.FailIf(e.tag(2) == 0, JSVM_INVALID_ARG);
      },
      Env(), Made<JSVM_Data>(private_key), counts, Out());
  JSVM_Ref made = nullptr;
  const auto reference = [&](uint32_t count) {
    return Made<JSVM_Ref>([&made, env, count] {
      CHECK_OK(OH_JSVM_CreateReference(env, Run(env, "({})"), count, &made));
      return made;
    });
  };
  const After drop_made = [&](JSVM_Status, const Slots&) {
    if (made != nullptr) CHECK_OK(OH_JSVM_DeleteReference(env, made));
    made = nullptr;
  };
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) made = nullptr;
    drop_made(status, slots);
  });
  fuzz.Run(FUZZED(DeleteReference), OneNeeded, Env(), reference(1));
  fuzz.Then(drop_made).Run(FUZZED(GetReferenceValue), TwoNeeded, Env(), reference(1), Out());
  fuzz.Then(drop_made).Run(FUZZED(ReferenceRef), OneNeeded, Env(), reference(0), Out());
  fuzz.Then(drop_made).Run(FUZZED(ReferenceUnref), OneNeeded, Env(), reference(1), Out());
  fuzz.Then(drop_made).Run(
      FUZZED(ReferenceUnref),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(true, JSVM_GENERIC_FAILURE);
      },
      Env(), reference(0), Out());
  fuzz.Then(drop_made).Run(
      FUZZED(GetReferenceData),
      [](Expect& e) {
        e.Need(1, 2);
        e.FailIf(true, JSVM_INVALID_ARG);
      },
      Env(), reference(1), Out());
  fuzz.Then(drop_made).Run(FUZZED(GetReferenceData), TwoNeeded, Env(), Made<JSVM_Ref>([&] {
                             CHECK_OK(OH_JSVM_CreateDataReference(env, private_key(), 1, &made));
                             return made;
                           }),
                           Out());
}

JSVM_TEST(argument_fuzz, wraps) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  const Of<JSVM_Finalize> finalizers = {Finalizer, nullptr};
  const After drop = [&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK && !slots[5].untouched()) CHECK_OK(OH_JSVM_DeleteReference(env, slots[5].As<JSVM_Ref>()));
  };
  const auto object = [](Expect& e) {
    e.Need(1);
    e.Is(1, kObject, JSVM_INVALID_ARG);
  };
  const auto never_wrapped = [](Expect& e) {
    e.Need(1, 2);
    e.SkipIf(e.is(1, kExternal));
    e.FailIf(true, JSVM_INVALID_ARG);
  };
  fuzz.Then(drop).Run(FUZZED(Wrap), object, Env(), Val(), kAnyData, finalizers, Of<void*>{nullptr}, Out());
  fuzz.Run(FUZZED(Unwrap), never_wrapped, Env(), Val(), Out());
  const Made<JSVM_Value> wrapped([&] {
    JSVM_Value made = Run(env, "({})");
    CHECK_OK(OH_JSVM_Wrap(env, made, &fuzz, nullptr, nullptr, nullptr));
    return made;
  });
  fuzz.Run(FUZZED(Unwrap), TwoNeeded, Env(), wrapped, Out());
  fuzz.Run(FUZZED(RemoveWrap), OneNeeded, Env(), wrapped, Out());
  fuzz.Run(
      FUZZED(RemoveWrap),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(true, JSVM_INVALID_ARG);
      },
      Env(), Val(), Out());
  fuzz.Run(FUZZED(CreateExternal), [](Expect& e) { e.Need(4); }, Env(), kAnyData, finalizers, kAnyData, Out());
  fuzz.Run(
      FUZZED(GetValueExternal),
      [](Expect& e) {
        e.Need(1, 2);
        e.Is(1, kExternal, JSVM_INVALID_ARG);
      },
      Env(), Val(), Out());
  fuzz.Then(drop).Run(
      FUZZED(AddFinalizer),
      [&](Expect& e) {
        e.Need(1, 3);
        object(e);
      },
      Env(), Val(), kAnyData, finalizers, Of<void*>{nullptr}, Out());
  fuzz.Run(FUZZED(SetInstanceData), Nothing, Env(), kAnyData, finalizers, kAnyData);
  fuzz.Run(FUZZED(GetInstanceData), OneNeeded, Env(), Out());
}

JSVM_TEST(argument_fuzz, handlers_and_tools) {
  TestVm test;
  JSVM_VM vm = test.vm();
  ArgumentFuzz fuzz(test.env());
  const auto refused = [](Expect& e) { e.FailIf(true, JSVM_INVALID_ARG); };
  fuzz.Run(
      FUZZED(SetMicrotaskPolicy), [](Expect& e) { e.FailIf(e.tag(1) > 1, JSVM_INVALID_ARG); }, Vm(),
      Of<int>{0, 2, 3, 1});
  fuzz.Run(FUZZED(PerformMicrotaskCheckpoint), Nothing, Vm());
  fuzz.Run(FUZZED(PumpMessageLoop), [](Expect& e) { e.SkipIf(e.null(1)); }, Vm(), Out());
  fuzz.Run(FUZZED(SetHandlerForOOMError), Nothing, Vm(),
           Of<JSVM_HandlerForOOMError>{[](const char*, const char*, bool) {}, nullptr});
  fuzz.Run(FUZZED(SetHandlerForFatalError), Nothing, Vm(),
           Of<JSVM_HandlerForFatalError>{[](const char*, const char*) {}, nullptr});
  fuzz.Run(FUZZED(SetHandlerForPromiseReject), Nothing, Vm(),
           Of<JSVM_HandlerForPromiseReject>{[](JSVM_Env, JSVM_PromiseRejectEvent, JSVM_Value) {}, nullptr});
  const auto inactive = [](Expect& e) {
    e.Silently();
    e.FailIf(true, JSVM_GENERIC_FAILURE);
  };
  fuzz.Run(
      FUZZED(OpenInspector),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(true, JSVM_GENERIC_FAILURE);
      },
      Env(), Of<const char*>{"not a host", "", nullptr}, Of<int>{0, 1, 65535});
  fuzz.Run(FUZZED(OpenInspectorWithName), refused, Env(), Of<int>{-1, std::numeric_limits<int>::min()},
           Of<const char*>{nullptr, "name"});
  fuzz.Run(FUZZED(CloseInspector), inactive, Env());
  fuzz.Run(FUZZED(WaitForDebugger), inactive, Env(), Of<bool>{false, true});
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_StopCpuProfiler(vm, slots[1].As<JSVM_CpuProfiler>(), Sink, nullptr));
  });
  fuzz.Run(FUZZED(StartCpuProfiler), [](Expect& e) { e.SkipIf(e.null(1)); }, Vm(), Out());
  JSVM_CpuProfiler profiler = nullptr;
  fuzz.Then([&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && profiler != nullptr) CHECK_OK(OH_JSVM_StopCpuProfiler(vm, profiler, Sink, nullptr));
    profiler = nullptr;
  });
  fuzz.Run(FUZZED(StopCpuProfiler), TwoNeeded, Vm(), Made<JSVM_CpuProfiler>([&] {
             CHECK_OK(OH_JSVM_StartCpuProfiler(vm, &profiler));
             return profiler;
           }),
           kStreams, kAnyData);
  static const JSVM_TraceCategory good[8] = {JSVM_TRACE_VM,           JSVM_TRACE_COMPILE, JSVM_TRACE_EXECUTE,
                                             JSVM_TRACE_RUNTIME,      JSVM_TRACE_WASM,    JSVM_TRACE_STACK_TRACE,
                                             JSVM_TRACE_WASM_DETAILED};
  static const JSVM_TraceCategory bad[8] = {static_cast<JSVM_TraceCategory>(7)};
  fuzz.Then([](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_TraceStop(Sink, const_cast<Slots*>(&slots)));
  });
  fuzz.Run(
      FUZZED(TraceStart),
      [](Expect& e) {
        e.FailIf(e.tag(0) > 7, JSVM_INVALID_ARG);
        e.FailIf((e.tag(0) == 0) != e.null(1), JSVM_INVALID_ARG);
        e.FailIf(e.tag(1) == 1, JSVM_INVALID_ARG);
      },
      Of<size_t>{0, 1, 7, 8, SIZE_MAX / 2}, Of<const JSVM_TraceCategory*>{good, bad, nullptr},
      Of<const char*>{nullptr, "", "tag"}, Of<size_t>{0, 1, 1000});
  fuzz.Run(FUZZED(TraceStop), refused, kStreams, kAnyData);
}
