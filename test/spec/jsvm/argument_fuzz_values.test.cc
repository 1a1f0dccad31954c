// Values with all kinds of arguments: primitives, strings, checks, coercion, errors.

#include <cmath>
#include <numeric>

#include "argument_fuzz.h"
#include "null_sweep.h"

namespace {

const uint64_t words[] = {1, 2, 3};
// Texts, with room behind them for every length that is tried.
char text[64] = "abc\xff";
char16_t text16[64] = u"ab\xd800";
char empty[64] = "";
char16_t empty16[64] = u"";

const Of<double> kDoubles = {0, -0.0, 1.5, -1e300, std::nan(""), std::numeric_limits<double>::infinity(), 9e15};
const Of<int64_t> kIntegers = {0,
                               -1,
                               1,
                               std::numeric_limits<int32_t>::max(),
                               std::numeric_limits<int64_t>::min(),
                               std::numeric_limits<int64_t>::max()};

void OneResult(Expect& e) {
  e.Need(1);
}
void TwoNeeded(Expect& e) {
  e.Need(1, 2);
}
void ThreeNeeded(Expect& e) {
  e.Need(1, 2, 3);
}
// (env, anything, result)
void SecondNeeded(Expect& e) {
  e.Need(2);
}
Rule Getter(uint32_t mask, JSVM_Status status) {
  return [=](Expect& e) {
    e.Need(1, 2);
    e.Is(1, mask, status);
  };
}
void BigintGetter(Expect& e) {
  e.Need(1, 2, 3);
  e.Is(1, kBigint, JSVM_BIGINT_EXPECTED);
}
void CreateText(Expect& e) {
  e.Text(1, 2);
  e.Need(3);
}
void CreateExternalText(Expect& e) {
  e.Need(6);
  e.Text(1, 2);
  e.Need(5);
}
void ReadText(Expect& e) {
  e.Need(1);
  e.Is(1, kString, JSVM_STRING_EXPECTED);
  e.FailIf(e.null(2) && e.null(4), JSVM_INVALID_ARG);
  if (e.tag(3) == 0 && !e.null(2)) e.LeavesAlone(2);
}
void CreateError(Expect& e) {
  e.Need(2, 3);
  e.Is(2, kString, JSVM_STRING_EXPECTED);
  e.FailIf(!e.null(1) && !e.is(1, kString), JSVM_STRING_EXPECTED);
}
void ThrowText(Expect& e) {
  e.Need(2);
  e.Stores();
}

}  // namespace

JSVM_TEST(argument_fuzz, primitives) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  fuzz.Run(FUZZED(GetUndefined), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetNull), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetBoolean), SecondNeeded, Env(), Of<bool>{true, false}, Out());
  fuzz.Run(FUZZED(GetGlobal), OneResult, Env(), Out());
  fuzz.Run(FUZZED(CreateDouble), SecondNeeded, Env(), kDoubles, Out());
  fuzz.Run(FUZZED(CreateInt32), SecondNeeded, Env(), kIntegers, Out());
  fuzz.Run(FUZZED(CreateUint32), SecondNeeded, Env(), kIntegers, Out());
  fuzz.Run(FUZZED(CreateInt64), SecondNeeded, Env(), kIntegers, Out());
  fuzz.Run(FUZZED(CreateBigintInt64), SecondNeeded, Env(), kIntegers, Out());
  fuzz.Run(FUZZED(CreateBigintUint64), SecondNeeded, Env(), kIntegers, Out());
  fuzz.Run(
      FUZZED(CreateBigintWords),
      [](Expect& e) {
        e.Need(3, 4);
        e.FailIf(e.tag(2) > std::numeric_limits<int>::max(), JSVM_INVALID_ARG);
        e.FailIf(e.tag(2) == -1, JSVM_INVALID_ARG);
        e.ThrowIf(e.tag(2) > (1 << 24), JSVM_PENDING_EXCEPTION);
      },
      Env(), Of<int>{0, 1, -5}, Of<size_t>{0, 1, 3, size_t{1} << 30, size_t{1} << 31, SIZE_MAX},
      Of<const uint64_t*>{words, nullptr}, Out());
  fuzz.Run(FUZZED(GetValueBool), Getter(kBoolean, JSVM_BOOLEAN_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetValueDouble), Getter(kNumber, JSVM_NUMBER_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetValueInt32), Getter(kNumber, JSVM_NUMBER_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetValueUint32), Getter(kNumber, JSVM_NUMBER_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetValueInt64), Getter(kNumber, JSVM_NUMBER_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetValueBigintInt64), BigintGetter, Env(), Val(), Out(), Out());
  fuzz.Run(FUZZED(GetValueBigintUint64), BigintGetter, Env(), Val(), Out(), Out());
  static size_t capacity = 0;
  const auto count = [](size_t words) {
    return Made<size_t*>([words] {
      capacity = words;
      return &capacity;
    });
  };
  for (size_t words : {size_t{0}, size_t{1}, size_t{8}}) {
    fuzz.Run(
        FUZZED(GetValueBigintWords),
        [](Expect& e) {
          e.Need(1, 3);
          e.Is(1, kBigint, JSVM_BIGINT_EXPECTED);
          e.FailIf(e.null(2) != e.null(4), JSVM_INVALID_ARG);
        },
        Env(), Val(), Out(), count(words), Out());
  }
  fuzz.Run(
      FUZZED(CreateSymbol),
      [](Expect& e) {
        e.Need(2);
        e.FailIf(!e.null(1) && !e.is(1, kString), JSVM_STRING_EXPECTED);
      },
      Env(), Val(), Out());
  fuzz.Run(FUZZED(SymbolFor), CreateText, Env(), Of<const char*>{text, empty, nullptr}, Lengths(), Out());
  fuzz.Run(FUZZED(CreateDate), SecondNeeded, Env(), kDoubles, Out());
  fuzz.Run(FUZZED(GetDateValue), Getter(kDate, JSVM_DATE_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(GetSymbolAsyncIterator), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolHasInstance), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolIsConcatSpreadable), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolIterator), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolMatch), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolReplace), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolSearch), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolSplit), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolToPrimitive), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolToStringTag), OneResult, Env(), Out());
  fuzz.Run(FUZZED(GetSymbolUnscopables), OneResult, Env(), Out());
}

JSVM_TEST(argument_fuzz, strings) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  const Of<const char*> texts = {text, empty, nullptr};
  fuzz.Run(FUZZED(CreateStringUtf8), CreateText, Env(), texts, Lengths(), Out());
  fuzz.Run(FUZZED(CreateStringLatin1), CreateText, Env(), texts, Lengths(), Out());
  fuzz.Run(FUZZED(CreateStringUtf16), CreateText, Env(), Of<const char16_t*>{text16, empty16, nullptr}, Lengths(),
           Out());
  fuzz.Run(FUZZED(CreateExternalStringLatin1), CreateExternalText, Env(), Of<char*>{text, empty, nullptr}, Lengths(),
           Of<JSVM_Finalize>{nullptr}, Of<void*>{nullptr, text}, Out(), Out());
  fuzz.Run(FUZZED(CreateExternalStringUtf16), CreateExternalText, Env(), Of<char16_t*>{text16, empty16, nullptr},
           Lengths(), Of<JSVM_Finalize>{nullptr}, Of<void*>{nullptr, text}, Out(), Out());
  // The places for text are 128 bytes: no larger size is promised. Sizes beyond them are those of texts that fit.
  const Of<size_t> sizes = {0, 1, 2, 3, 8, 64};
  fuzz.Run(FUZZED(GetValueStringUtf8), ReadText, Env(), Val(), Out(), sizes, Out());
  fuzz.Run(FUZZED(GetValueStringLatin1), ReadText, Env(), Val(), Out(), sizes, Out());
  fuzz.Run(FUZZED(GetValueStringUtf16), ReadText, Env(), Val(), Out(), sizes, Out());
}

JSVM_TEST(argument_fuzz, checks) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  fuzz.Run(FUZZED(IsUndefined), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsNull), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsNullOrUndefined), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsBoolean), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsNumber), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsString), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsSymbol), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsBigInt), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsFunction), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsCallable), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsConstructor), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsArray), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsArraybuffer), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsTypedarray), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsDataview), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsDate), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsRegExp), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsMap), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsSet), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsPromise), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsProxy), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsError), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsBigIntObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsBooleanObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsNumberObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsStringObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsSymbolObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsWasmModuleObject), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(IsDetachedArraybuffer), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(Typeof), TwoNeeded, Env(), Val(), Out());
}

JSVM_TEST(argument_fuzz, coercion) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  const auto throwing = [](uint32_t mask, JSVM_Status status) -> Rule {
    return [=](Expect& e) {
      e.Need(1, 2);
      e.ThrowIf(e.is(1, mask), status);
    };
  };
  fuzz.Run(FUZZED(StrictEquals), ThreeNeeded, Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(Equals),
      [](Expect& e) {
        e.Need(1, 2, 3);
        // A conversion that throws ends the process.
        e.SkipIf(e.is(1, kNoPrimitive) || e.is(2, kNoPrimitive));
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(Instanceof),
      [](Expect& e) {
        e.Need(1, 3);
        e.Writes(3);
        e.Need(2);
        e.ThrowIf(e.is(2, kUndefined | kNull), JSVM_OBJECT_EXPECTED);
        e.ThrowIf(!e.is(2, kCallable), JSVM_FUNCTION_EXPECTED);
        const bool looks = e.is(1, kObject);
        e.ThrowIf(looks && e.is(1, kTraps), JSVM_GENERIC_FAILURE);
        // An arrow function has no prototype; a generator function has one.
        e.ThrowIf(looks && e.tag(2) == ArgumentFuzz::KindOf("() => 1"), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Val(), Out());
  fuzz.Run(FUZZED(CoerceToBool), TwoNeeded, Env(), Val(), Out());
  fuzz.Run(FUZZED(CoerceToNumber),
           throwing(kSymbol | kBigint | kWrapsSymbol | kWrapsBigint | kNoPrimitive, JSVM_NUMBER_EXPECTED), Env(), Val(),
           Out());
  fuzz.Run(FUZZED(CoerceToString), throwing(kSymbol | kWrapsSymbol | kNoPrimitive, JSVM_STRING_EXPECTED), Env(), Val(),
           Out());
  fuzz.Run(FUZZED(CoerceToObject), throwing(kUndefined | kNull, JSVM_OBJECT_EXPECTED), Env(), Val(), Out());
  fuzz.Run(FUZZED(CoerceToBigInt),
           throwing(kUndefined | kNull | kNumber | kSymbol | kNoPrimitive | kNoBigint, JSVM_BIGINT_EXPECTED), Env(),
           Val(), Out());
  fuzz.Run(
      FUZZED(JsonParse),
      [](Expect& e) {
        e.Need(1);
        e.SkipIf(e.null(2));
        e.Is(1, kString, JSVM_STRING_EXPECTED);
        e.ThrowIf(e.tag(1) != ArgumentFuzz::KindOf("'123'"), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Out());
  fuzz.Run(
      FUZZED(JsonStringify),
      [](Expect& e) {
        e.Need(1);
        e.SkipIf(e.null(2));
        e.ThrowIf(e.is(1, kBigint | kNoJson | kTraps), JSVM_GENERIC_FAILURE);
      },
      Env(), Val(), Out());
}

JSVM_TEST(argument_fuzz, errors) {
  TestVm test;
  ArgumentFuzz fuzz(test.env());
  const Of<const char*> codes = {nullptr, "", "CODE", "\xff"};
  const Of<const char*> messages = {"message", "", nullptr, "\xc3"};
  fuzz.Run(
      FUZZED(Throw),
      [](Expect& e) {
        e.Need(1);
        e.Stores();
      },
      Env(), Val());
  fuzz.Run(FUZZED(ThrowError), ThrowText, Env(), codes, messages);
  fuzz.Run(FUZZED(ThrowTypeError), ThrowText, Env(), codes, messages);
  fuzz.Run(FUZZED(ThrowRangeError), ThrowText, Env(), codes, messages);
  fuzz.Run(FUZZED(ThrowSyntaxError), ThrowText, Env(), codes, messages);
  fuzz.Run(FUZZED(CreateError), CreateError, Env(), Val(), Val(), Out());
  fuzz.Run(FUZZED(CreateTypeError), CreateError, Env(), Val(), Val(), Out());
  fuzz.Run(FUZZED(CreateRangeError), CreateError, Env(), Val(), Val(), Out());
  fuzz.Run(FUZZED(CreateSyntaxError), CreateError, Env(), Val(), Val(), Out());
  fuzz.Run(
      FUZZED(GetLastErrorInfo),
      [](Expect& e) {
        e.Need(1);
        // It tells the last error, and does not reset it.
        e.LastErrorIsFree();
      },
      Env(), Out());
  fuzz.Run(FUZZED(IsExceptionPending), OneResult, Env(), Out());
  fuzz.Run(
      FUZZED(GetAndClearLastException),
      [](Expect& e) {
        e.Need(1);
        e.Takes();
      },
      Env(), Out());
}

// The last test of the group: the others have run in this process.
JSVM_TEST(argument_fuzz, every_function_of_the_contract_was_fuzzed) {
  for (const std::string& name : NullSweep::Contract()) {
    if (!ArgumentFuzz::Fuzzed().contains(name)) Fail(__FILE__, __LINE__, name + " was not called");
  }
}
