// Objects, properties, functions, classes, buffers and promises with all kinds of arguments.

#include "argument_fuzz.h"

namespace {

JSVM_Value Answer(JSVM_Env env, JSVM_CallbackInfo) {
  return Num(env, 1);
}
JSVM_CallbackStruct answer = {Answer, nullptr};
JSVM_CallbackStruct no_function = {nullptr, nullptr};
const JSVM_TypeTag tags[] = {{0, 0}, {~uint64_t{0}, 1}};

const Of<const char*> kNames = {"a", "", "0", "__proto__", "\xff", nullptr};
const Of<uint32_t> kIndices = {0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff};

// Key conversions that throw, and objects whose every operation does.
void Property(Expect& e, JSVM_Status failure) {
  e.ThrowIf(e.is(2, kNoPrimitive), failure);
  e.ThrowIf(e.is(1, kTraps), failure);
}
// Typed arrays convert what is written to their elements.
bool ConvertsElement(const Expect& e, size_t value) {
  const bool bigints = e.tag(1) == ArgumentFuzz::KindOf("new BigInt64Array(0)");
  if (!e.is(1, kTypedArray)) return false;
  if (bigints) return e.is(value, kUndefined | kNull | kNumber | kSymbol | kNoPrimitive | kNoBigint | kWrapsSymbol);
  return e.is(value, kSymbol | kBigint | kWrapsSymbol | kWrapsBigint | kNoPrimitive);
}
// __proto__ is set: a prototype that the object cannot have.
bool RefusesPrototype(const Expect& e, bool proto, size_t value) {
  return proto && e.is(1, kObject) && e.is(value, kObject | kNull) &&
         e.tag(1) == ArgumentFuzz::KindOf("Object.freeze({ a: 1 })");
}
bool IsProto(const Expect& e) {
  return e.tag(2) == ArgumentFuzz::KindOf("'__proto__'");
}
// Keys that are numbers, for typed arrays.
bool IsIndex(const Expect& e) {
  if (e.is(2, kNumber | kBigint | kWrapsBigint)) return true;
  return e.tag(2) == ArgumentFuzz::KindOf("'123'") || e.tag(2) == ArgumentFuzz::KindOf("Object(1)");
}
void Named(Expect& e) {
  e.Need(3);
  e.ToObject(1);
  e.Need(2);
  e.ThrowIf(e.is(1, kTraps), JSVM_GENERIC_FAILURE);
}
void Element(Expect& e) {
  e.Need(3);
  e.ToObject(1);
  e.ThrowIf(e.is(1, kTraps), JSVM_GENERIC_FAILURE);
}

}  // namespace

JSVM_TEST(argument_fuzz, properties) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  const auto one = [](Expect& e) { e.Need(1); };
  fuzz.Run(FUZZED(CreateObject), one, Env(), Out());
  fuzz.Run(FUZZED(CreateMap), one, Env(), Out());
  fuzz.Run(FUZZED(CreateSet), one, Env(), Out());
  fuzz.Run(
      FUZZED(SetProperty),
      [](Expect& e) {
        e.Need(2, 3);
        e.ToObject(1);
        Property(e, JSVM_GENERIC_FAILURE);
        e.ThrowIf(IsIndex(e) && ConvertsElement(e, 3), JSVM_GENERIC_FAILURE);
        e.ThrowIf(RefusesPrototype(e, IsProto(e), 3), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Val());
  fuzz.Run(
      FUZZED(GetProperty),
      [](Expect& e) {
        e.Need(2, 3);
        e.ToObject(1);
        Property(e, JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(HasProperty),
      [](Expect& e) {
        e.Need(2, 3);
        e.ToObject(1);
        Property(e, JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(DeleteProperty),
      [](Expect& e) {
        e.Need(2);
        e.ToObject(1);
        Property(e, JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(HasOwnProperty),
      [](Expect& e) {
        e.Need(2, 3);
        e.ToObject(1);
        e.Is(2, kString | kSymbol, JSVM_NAME_EXPECTED);
        e.ThrowIf(e.is(1, kTraps), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(SetNamedProperty),
      [](Expect& e) {
        Named(e);
        e.ThrowIf(e.tag(2) == 2 && ConvertsElement(e, 3), JSVM_GENERIC_FAILURE);
        e.ThrowIf(RefusesPrototype(e, e.tag(2) == 3, 3), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), kNames, Val());
  fuzz.Run(FUZZED(HasNamedProperty), Named, Env(), Val(), kNames, Out());
  fuzz.Run(
      FUZZED(GetNamedProperty),
      [](Expect& e) {
        e.Need(2, 3);
        e.ToObject(1);
        e.ThrowIf(e.is(1, kTraps), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), kNames, Out());
  fuzz.Run(
      FUZZED(SetElement),
      [](Expect& e) {
        Element(e);
        e.ThrowIf(ConvertsElement(e, 3), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), kIndices, Val());
  fuzz.Run(FUZZED(GetElement), Element, Env(), Val(), kIndices, Out());
  fuzz.Run(FUZZED(HasElement), Element, Env(), Val(), kIndices, Out());
  fuzz.Run(
      FUZZED(DeleteElement),
      [](Expect& e) {
        e.ToObject(1);
        e.ThrowIf(e.is(1, kTraps), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), kIndices, Out());
  fuzz.Run(
      FUZZED(GetAllPropertyNames),
      [](Expect& e) {
        e.Need(5);
        e.ToObject(1);
        e.FailIf(e.tag(2) < 0 || e.tag(2) > 1, JSVM_INVALID_ARG);
        e.FailIf(e.tag(4) < 0 || e.tag(4) > 1, JSVM_INVALID_ARG);
        e.ThrowIf(e.is(1, kTraps), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val(), Of<int>{0, 1, 2, 3}, Of<int>{0, 1, 2, 4, 8, 16, 31, 32}, Of<int>{0, 1, 2}, Out());
  fuzz.Run(
      FUZZED(GetPropertyNames),
      [](Expect& e) {
        e.Need(2);
        e.ToObject(1);
        e.ThrowIf(e.is(1, kTraps), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val(), Out());
}

JSVM_TEST(argument_fuzz, objects) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  fuzz.Run(
      FUZZED(ObjectFreeze),
      [](Expect& e) {
        e.ToObject(1);
        e.ThrowIf(e.is(1, kFull | kTraps), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val());
  fuzz.Run(
      FUZZED(ObjectSeal),
      [](Expect& e) {
        e.ToObject(1);
        e.ThrowIf(e.is(1, kFull | kTraps), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val());
  const auto prototype_of = [](Expect& e) {
    e.Need(2);
    e.ToObject(1);
  };
  fuzz.Run(FUZZED(GetPrototype), prototype_of, Env(), Val(), Out());
  fuzz.Run(FUZZED(ObjectGetPrototypeOf), prototype_of, Env(), Val(), Out());
  fuzz.Run(
      FUZZED(CreateProxy),
      [](Expect& e) {
        e.Need(1, 2, 3);
        e.Is(1, kObject, JSVM_OBJECT_EXPECTED);
        e.Is(2, kObject, JSVM_OBJECT_EXPECTED);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(ProxyGetTarget),
      [](Expect& e) {
        e.Need(1, 2);
        e.Is(1, kProxy, JSVM_INVALID_TYPE);
      },
      Env(), Val(), Out());
  fuzz.Run(
      FUZZED(CreatePrivate),
      [](Expect& e) {
        e.Need(2);
        e.FailIf(!e.null(1) && !e.is(1, kString), JSVM_STRING_EXPECTED);
      },
      Env(), Val(), Out());
  const Made<JSVM_Data> key([env] {
    JSVM_Data data = nullptr;
    CHECK_OK(OH_JSVM_CreatePrivate(env, nullptr, &data));
    return data;
  });
  fuzz.Run(
      FUZZED(SetPrivate),
      [](Expect& e) {
        e.Need(1, 2, 3);
        e.Is(1, kObject, JSVM_OBJECT_EXPECTED);
      },
      Env(), Val(), key, Val());
  fuzz.Run(
      FUZZED(GetPrivate),
      [](Expect& e) {
        e.Need(1, 2, 3);
        e.Is(1, kObject, JSVM_OBJECT_EXPECTED);
      },
      Env(), Val(), key, Out());
  fuzz.Run(
      FUZZED(DeletePrivate),
      [](Expect& e) {
        e.Need(1, 2);
        e.Is(1, kObject, JSVM_OBJECT_EXPECTED);
      },
      Env(), Val(), key);
  const Of<const JSVM_TypeTag*> some_tags = {&tags[0], &tags[1], nullptr};
  fuzz.Run(
      FUZZED(TypeTagObject),
      [](Expect& e) {
        e.Need(1);
        e.ThrowIf(e.is(1, kUndefined | kNull), JSVM_PENDING_EXCEPTION);
        e.Need(2);
      },
      Env(), Val(), some_tags);
  fuzz.Run(
      FUZZED(CheckObjectTypeTag),
      [](Expect& e) {
        e.Need(1);
        e.ThrowIf(e.is(1, kUndefined | kNull), JSVM_PENDING_EXCEPTION);
        e.Need(2, 3);
      },
      Env(), Val(), some_tags, Out());
  fuzz.Run(
      FUZZED(CreateRegExp),
      [](Expect& e) {
        e.Need(1, 3);
        e.Is(1, kString, JSVM_STRING_EXPECTED);
        e.SkipIf(e.tag(1) == ArgumentFuzz::KindOf("'['.repeat(20000)"));
      },
      Env(), Val(), Of<int>{0, 1, 2, 63, 128}, Out());
}

JSVM_TEST(argument_fuzz, prototypes_and_definitions) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  fuzz.Run(
      FUZZED(ObjectSetPrototypeOf),
      [](Expect& e) {
        e.Need(2);
        e.ToObject(1);
        e.Is(2, kObject, JSVM_INVALID_ARG);
        // Neither frozen objects nor externals take another prototype; traps throw, and nothing is stored for them.
        e.SkipIf(e.is(1, kTraps | kExternal));
        e.FailIf(e.tag(1) == ArgumentFuzz::KindOf("Object.freeze({ a: 1 })"), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val());
  static JSVM_PropertyDescriptor method = {"name", nullptr, &answer, nullptr, nullptr, nullptr, JSVM_DEFAULT};
  static JSVM_PropertyDescriptor accessor = {"name", nullptr, nullptr, &answer, &answer, nullptr, JSVM_DEFAULT};
  static JSVM_PropertyDescriptor nothing = {"name", nullptr, nullptr, nullptr, nullptr, nullptr, JSVM_DEFAULT};
  static JSVM_PropertyDescriptor unnamed = {nullptr, nullptr, &answer, nullptr, nullptr, nullptr, JSVM_DEFAULT};
  fuzz.Run(
      FUZZED(DefineProperties),
      [](Expect& e) {
        e.FailIf(e.tag(2) != 0 && e.null(3), JSVM_INVALID_ARG);
        e.ToObject(1);
        if (e.tag(2) == 0) return;
        // Kinder than the contract, which promises nothing for them.
        e.FailIf(e.tag(3) >= 2, JSVM_INVALID_ARG);
        const bool is_method = e.tag(3) == 0;
        e.ThrowIf(e.is(1, kTraps), is_method ? JSVM_GENERIC_FAILURE : JSVM_INVALID_ARG);
        e.SkipIf(e.is(1, kExternal));
        e.FailIf(e.tag(1) == ArgumentFuzz::KindOf("Object.freeze({ a: 1 })"),
                 is_method ? JSVM_GENERIC_FAILURE : JSVM_INVALID_ARG);
      },
      Env(), Val(), Of<size_t>{0, 1},
      Of<const JSVM_PropertyDescriptor*>{&method, &accessor, &nothing, &unnamed, nullptr});
}

JSVM_TEST(argument_fuzz, functions_and_classes) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  static char name[64] = "name";
  const Of<const char*> names = {name, nullptr};
  const Of<JSVM_Callback> callbacks = {&answer, &no_function, nullptr};
  const auto bad_length = [](const Expect& e, size_t index) { return e.tag(index) > std::numeric_limits<int>::max(); };
  fuzz.Run(
      FUZZED(CreateFunction),
      [&](Expect& e) {
        e.Need(3, 4);
        e.FailIf(!e.null(1) && bad_length(e, 2), JSVM_INVALID_ARG);
      },
      Env(), names, Lengths(), callbacks, Out());
  static JSVM_Value arguments[1];
  const Made<const JSVM_Value*> argument([env] {
    arguments[0] = Utf8(env, "argument");
    return arguments;
  });
  fuzz.Run(
      FUZZED(CreateFunctionWithScript),
      [&](Expect& e) {
        e.Need(5, 6);
        e.FailIf(e.tag(3) > 0 && e.null(4), JSVM_INVALID_ARG);
        e.Is(5, kString, JSVM_STRING_EXPECTED);
        const bool plain = e.tag(5) == ArgumentFuzz::KindOf("''") || e.tag(5) == ArgumentFuzz::KindOf("'123'") ||
                           e.tag(5) == ArgumentFuzz::KindOf("'text'") ||
                           e.tag(5) == ArgumentFuzz::KindOf("'__proto__'");
        e.FailIf(plain && !e.null(1) && bad_length(e, 2), JSVM_INVALID_ARG);
        e.SkipIf(!plain && !e.null(1) && bad_length(e, 2));
        e.ThrowIf(!plain, JSVM_GENERIC_FAILURE);
      },
      Env(), names, Lengths(), Of<size_t>{0, 1}, argument, Val(), Out());
  fuzz.Run(
      FUZZED(CallFunction),
      [](Expect& e) {
        e.Need(1, 2);
        e.FailIf(e.tag(3) > 0 && e.null(4), JSVM_INVALID_ARG);
        e.Is(2, kCallable, JSVM_INVALID_ARG);
        const bool is_class = e.tag(2) == ArgumentFuzz::KindOf("class {}");
        e.ThrowIf(is_class || e.is(2, kCalled), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val(), Val(), Of<size_t>{0, 1}, argument, Out());
  fuzz.Run(
      FUZZED(NewInstance),
      [](Expect& e) {
        e.Need(1, 4);
        e.FailIf(e.tag(2) > 0 && e.null(3), JSVM_INVALID_ARG);
        e.Is(1, kCallable, JSVM_INVALID_ARG);
        e.ThrowIf(!e.is(1, kConstructor) || e.is(1, kCalled), JSVM_PENDING_EXCEPTION);
      },
      Env(), Val(), Of<size_t>{0, 1}, argument, Out());
  static JSVM_PropertyDescriptor members[] = {{"name", nullptr, &answer, nullptr, nullptr, nullptr, JSVM_DEFAULT}};
  static JSVM_PropertyHandlerConfigurationStruct handlers = {};
  static JSVM_DefineClassOptions options[2] = {};
  options[0].id = JSVM_DEFINE_CLASS_WITH_COUNT;
  options[0].content.num = 2;
  options[1].id = static_cast<JSVM_DefineClassOptionsId>(7);
  const Of<const JSVM_PropertyDescriptor*> properties = {members, nullptr};
  const Of<size_t> counts = {0, 1};
  fuzz.Run(
      FUZZED(DefineClass),
      [&](Expect& e) {
        e.Need(1, 3, 6);
        e.FailIf(e.tag(4) > 0 && e.null(5), JSVM_INVALID_ARG);
        e.FailIf(bad_length(e, 2), JSVM_INVALID_ARG);
      },
      Env(), names, Lengths(), callbacks, counts, properties, Out());
  fuzz.Run(
      FUZZED(DefineClassWithPropertyHandler),
      [&](Expect& e) {
        e.Need(1, 3, 6, 8);
        e.FailIf(e.tag(3) == 1, JSVM_INVALID_ARG);
        e.FailIf(e.tag(4) > 0 && e.null(5), JSVM_INVALID_ARG);
        e.FailIf(bad_length(e, 2), JSVM_INVALID_ARG);
      },
      Env(), names, Lengths(), callbacks, counts, properties, Of<JSVM_PropertyHandlerCfg>{&handlers, nullptr},
      Of<JSVM_Callback>{nullptr, &answer}, Out());
  const Made<JSVM_Value> parent([env] {
    JSVM_Value made = nullptr;
    CHECK_OK(OH_JSVM_DefineClass(env, "Parent", JSVM_AUTO_LENGTH, &answer, 0, nullptr, &made));
    return made;
  });
  fuzz.Run(
      FUZZED(DefineClassWithOptions),
      [&](Expect& e) {
        e.Need(1, 3, 9);
        e.FailIf(e.tag(3) == 1, JSVM_INVALID_ARG);
        e.FailIf(e.tag(4) > 0 && e.null(5), JSVM_INVALID_ARG);
        e.FailIf(bad_length(e, 2), JSVM_INVALID_ARG);
        e.SkipIf(e.tag(7) > 0 && e.null(8));
        e.Silently();
        e.FailIf(e.tag(7) > 1, JSVM_INVALID_ARG);
      },
      Env(), names, Lengths(), callbacks, counts, properties, parent, Of<size_t>{0, 1, 2},
      Of<JSVM_DefineClassOptions*>{options, nullptr}, Out());
}

JSVM_TEST(argument_fuzz, callback_info) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  NativeFunction function([&](JSVM_Env, JSVM_CallbackInfo info) -> JSVM_Value {
    static size_t capacity = 0;
    const Made<size_t*> count([] {
      capacity = 3;
      return &capacity;
    });
    const Of<JSVM_CallbackInfo> infos = {info, nullptr};
    fuzz.Run(
        FUZZED(GetCbInfo),
        [](Expect& e) {
          e.Need(1);
          e.FailIf(!e.null(3) && e.null(2), JSVM_INVALID_ARG);
        },
        Env(), infos, count, Out(), Out(), Out());
    fuzz.Run(FUZZED(GetNewTarget), [](Expect& e) { e.Need(1, 2); }, Env(), infos, Out());
    return nullptr;
  });
  SetGlobal(test.env(), "fuzz", function);
  Run(test.env(), "fuzz(1, 2)");
  CHECK_EQ(function.calls(), 1);
}

JSVM_TEST(argument_fuzz, arrays_and_buffers) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  fuzz.Run(FUZZED(CreateArray), [](Expect& e) { e.Need(1); }, Env(), Out());
  fuzz.Run(
      FUZZED(CreateArrayWithLength), [](Expect& e) { e.Need(2); }, Env(),
      Of<size_t>{0, 1, 1000, size_t{1} << 31, size_t{1} << 32, SIZE_MAX}, Out());
  fuzz.Run(
      FUZZED(GetArrayLength),
      [](Expect& e) {
        e.Need(1, 2);
        e.Writes(2);
        e.Is(1, kArray, JSVM_ARRAY_EXPECTED);
      },
      Env(), Val(), Out());
  fuzz.Run(FUZZED(CreateArraybuffer), [](Expect& e) { e.Need(3); }, Env(), Of<size_t>{0, 1, 4096}, Out(), Out());
  fuzz.Run(
      FUZZED(GetArraybufferInfo),
      [](Expect& e) {
        e.Need(1);
        e.Is(1, kArrayBuffer, JSVM_INVALID_ARG);
      },
      Env(), Val(), Out(), Out());
  fuzz.Run(
      FUZZED(DetachArraybuffer),
      [](Expect& e) {
        e.Need(1);
        e.Is(1, kArrayBuffer | kShared, JSVM_ARRAYBUFFER_EXPECTED);
        e.Is(1, kArrayBuffer, JSVM_DETACHABLE_ARRAYBUFFER_EXPECTED);
      },
      Env(), Val());
  fuzz.Then([](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) CHECK_OK(OH_JSVM_FreeArrayBufferBackingStoreData(slots[2].As<void*>()));
  });
  fuzz.Run(
      FUZZED(AllocateArrayBufferBackingStoreData),
      [](Expect& e) {
        e.Need(2);
        e.Writes(2);
        e.FailIf(e.tag(0) > (int64_t{1} << 40), JSVM_GENERIC_FAILURE);
      },
      Of<size_t>{0, 1, 4096, size_t{1} << 62}, Of<int>{0, 1, 2}, Out());
  const Made<void*> block([] {
    void* data = nullptr;
    CHECK_OK(OH_JSVM_AllocateArrayBufferBackingStoreData(8, JSVM_ZERO_INITIALIZED, &data));
    return data;
  });
  fuzz.Run(FUZZED(FreeArrayBufferBackingStoreData), [](Expect& e) { e.Need(0); }, block);
  alignas(8) static char memory[16];
  const Of<size_t> sizes = {0, 1, 8, 16, 17, SIZE_MAX / 2};
  fuzz.Run(
      FUZZED(CreateArrayBufferFromBackingStoreData),
      [](Expect& e) {
        e.Need(1, 5);
        e.FailIf(e.tag(2) == 0 || e.tag(4) == 0, JSVM_INVALID_ARG);
        e.FailIf(static_cast<uint64_t>(e.tag(3)) + static_cast<uint64_t>(e.tag(4)) > static_cast<uint64_t>(e.tag(2)),
                 JSVM_INVALID_ARG);
        // Memory that is not there is no matter of a status.
        e.SkipIf(e.tag(2) > 16);
      },
      Env(), Of<void*>{memory, nullptr}, sizes, sizes, sizes, Out());
  fuzz.Run(
      FUZZED(CreateArrayBufferFromExternalMemory),
      [](Expect& e) {
        e.Need(6);
        e.FailIf(e.tag(2) > 0 && e.null(1), JSVM_INVALID_ARG);
        e.FailIf(e.tag(2) > (int64_t{1} << 35) - 1, JSVM_INVALID_ARG);
        e.FailIf(e.tag(1) == 1, JSVM_INVALID_ARG);
        e.FailIf(e.tag(2) == 0 && !e.null(3), JSVM_INVALID_ARG);
        e.SkipIf(e.tag(2) > 16);
      },
      Env(), Of<void*>{memory, memory + 1, nullptr}, sizes,
      Of<JSVM_FinalizeArrayBuffer>{[](JSVM_Env, void*, void*, bool) {}, nullptr}, Of<void*>{nullptr}, Out(), Out());
  fuzz.Run(
      FUZZED(CreateTypedarray),
      [](Expect& e) {
        static const int64_t widths[] = {1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8};
        e.Need(3, 5);
        e.Is(3, kArrayBuffer, JSVM_INVALID_ARG);
        e.FailIf(e.tag(1) < 0 || e.tag(1) > 10, JSVM_INVALID_ARG);
        if (e.tag(1) < 0 || e.tag(1) > 10) return;
        const int64_t width = widths[e.tag(1)];
        const bool empty = e.is(3, kDetached) || e.tag(3) == ArgumentFuzz::KindOf("new ArrayBuffer(0)");
        e.ThrowIf(e.tag(4) % width != 0, JSVM_GENERIC_FAILURE);
        e.ThrowIf(e.tag(2) * width + e.tag(4) > (empty ? 0 : 16), JSVM_GENERIC_FAILURE);
      },
      Env(), Of<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15}, Of<size_t>{0, 1, 2, 16, 17, size_t{1} << 40}, Val(),
      Of<size_t>{0, 1, 4, 8, 16, 24, size_t{1} << 40}, Out());
  const auto info = [](uint32_t mask) -> Rule {
    return [mask](Expect& e) {
      e.Need(1);
      e.Is(1, mask, JSVM_INVALID_ARG);
    };
  };
  fuzz.Run(FUZZED(GetTypedarrayInfo), info(kTypedArray), Env(), Val(), Out(), Out(), Out(), Out(), Out());
  fuzz.Run(
      FUZZED(CreateDataview),
      [](Expect& e) {
        e.Need(2, 4);
        e.Is(2, kArrayBuffer, JSVM_INVALID_ARG);
        const bool empty = e.is(2, kDetached) || e.tag(2) == ArgumentFuzz::KindOf("new ArrayBuffer(0)");
        e.ThrowIf(e.tag(1) + e.tag(3) > (empty ? 0 : 16), JSVM_PENDING_EXCEPTION);
      },
      Env(), Of<size_t>{0, 1, 16, 17, size_t{1} << 40}, Val(), Of<size_t>{0, 1, 16, 17, size_t{1} << 40}, Out());
  fuzz.Run(FUZZED(GetDataviewInfo), info(kDataView), Env(), Val(), Out(), Out(), Out(), Out());
}

JSVM_TEST(argument_fuzz, promises_and_wasm) {
  TestVm test;
  JSVM_Env env = test.env();
  ArgumentFuzz fuzz(env);
  const auto settle = [env](JSVM_Deferred deferred) {
    CHECK_OK(OH_JSVM_ResolveDeferred(env, deferred, Undefined(env)));
  };
  fuzz.Then([&](JSVM_Status status, const Slots& slots) {
    if (status == JSVM_OK) settle(slots[1].As<JSVM_Deferred>());
  });
  fuzz.Run(FUZZED(CreatePromise), [](Expect& e) { e.Need(1, 2); }, Env(), Out(), Out());
  JSVM_Deferred pending = nullptr;
  const Made<JSVM_Deferred> deferred([&] {
    JSVM_Value promise = nullptr;
    CHECK_OK(OH_JSVM_CreatePromise(env, &pending, &promise));
    return pending;
  });
  // A call that is refused leaves the deferred to its owner; without a deferred none was given.
  const After settle_refused = [&](JSVM_Status status, const Slots&) {
    if (status != JSVM_OK && pending != nullptr) settle(pending);
    pending = nullptr;
  };
  const auto settling = [](Expect& e) { e.Need(1, 2); };
  fuzz.Then(settle_refused).Run(FUZZED(ResolveDeferred), settling, Env(), deferred, Val());
  fuzz.Then(settle_refused).Run(FUZZED(RejectDeferred), settling, Env(), deferred, Val());
  fuzz.Run(
      FUZZED(PromiseRegisterHandler),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(e.null(2) && e.null(3), JSVM_INVALID_ARG);
        e.Is(1, kPromise, JSVM_INVALID_TYPE);
        e.FailIf(!e.null(2) && !e.is(2, kCallable), JSVM_INVALID_TYPE);
        e.FailIf(!e.null(3) && !e.is(3, kCallable), JSVM_INVALID_TYPE);
      },
      Env(), Val(), Val(), Val(), Out());
  static uint8_t wasm[32] = {0, 'a', 's', 'm', 1, 0, 0, 0};
  static uint8_t junk[32] = {1, 2, 3};
  fuzz.Run(
      FUZZED(CompileWasmModule),
      [](Expect& e) {
        e.Need(1);
        e.FailIf(e.tag(2) == 0, JSVM_INVALID_ARG);
        e.FailIf(!e.null(3) && e.tag(4) == 0, JSVM_INVALID_ARG);
        e.SkipIf(e.null(6));
        e.ThrowIf(e.tag(1) == 1 || e.tag(2) != 8, JSVM_PENDING_EXCEPTION);
      },
      Env(), Of<const uint8_t*>{wasm, junk, nullptr}, Of<size_t>{8, 0, 3, 32}, Of<const uint8_t*>{nullptr, junk},
      Of<size_t>{0, 1, 32}, Out(), Out());
  fuzz.Run(
      FUZZED(CompileWasmFunction),
      [](Expect& e) {
        e.Need(1);
        e.Is(1, kWasm, JSVM_INVALID_ARG);
        e.FailIf(e.tag(3) != 10 && e.tag(3) != 20, JSVM_INVALID_ARG);
        e.FailIf(true, JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), kIndices, Of<int>{10, 20, 0, 11, 31});
  fuzz.Run(
      FUZZED(CreateWasmCache),
      [](Expect& e) {
        e.Need(1, 2, 3);
        e.Is(1, kWasm, JSVM_INVALID_ARG);
        // Whether optimised code is there is the engine's matter.
        e.SkipIf(true);
      },
      Env(), Val(), Out(), Out());
}
