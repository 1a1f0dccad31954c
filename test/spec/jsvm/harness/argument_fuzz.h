#ifndef ARKHOST_SPEC_JSVM_ARGUMENT_FUZZ_H
#define ARKHOST_SPEC_JSVM_ARGUMENT_FUZZ_H

// Calls a function of the API with combinations of arguments and compares what happens with what the contract says:
//
//   fuzz.Run(FUZZED(GetValueInt32), [](Expect& e) { e.Need(1, 2); e.Is(1, kNumber, JSVM_NUMBER_EXPECTED); },
//            Env(), Val(), Out());
//
// The rule is the contract's list of checks in its order, and the domains say which arguments are tried. All
// combinations are, or a sample of them that is the same in every run. Each combination is called twice, the second
// time with an exception stored.

#include <array>
#include <limits>
#include <random>
#include <set>
#include <tuple>

#include "jsvm_test.h"

namespace jsvm_test {

/** What is known of a JS value that is tried. */
enum Traits : uint32_t {
  kUndefined = 1u << 0,
  kNull = 1u << 1,
  kBoolean = 1u << 2,
  kNumber = 1u << 3,
  kString = 1u << 4,
  kSymbol = 1u << 5,
  kBigint = 1u << 6,
  kObject = 1u << 7,
  kCallable = 1u << 8,
  kConstructor = 1u << 9,
  kArray = 1u << 10,
  kArrayBuffer = 1u << 11,
  kShared = 1u << 12,
  kTypedArray = 1u << 13,
  kDataView = 1u << 14,
  kDate = 1u << 15,
  kProxy = 1u << 16,
  kPromise = 1u << 17,
  kExternal = 1u << 18,
  kWasm = 1u << 19,
  kTraps = 1u << 20,        ///< Every operation on its properties throws.
  kNoPrimitive = 1u << 21,  ///< Becomes no primitive: conversions throw.
  kNoBigint = 1u << 22,     ///< A string, or something that becomes one, that is no integer.
  kDetached = 1u << 23,
  kFull = 1u << 24,    ///< A typed array with elements, which cannot be frozen.
  kCalled = 1u << 25,  ///< Throws when it is called, with or without `new`.
  kNoJson = 1u << 26,
  kWrapsSymbol = 1u << 27,
  kWrapsBigint = 1u << 28,
};

/** What the rule of a function says about one combination of arguments: the first failing check wins. */
class Expect {
 public:
  struct Argument {
    uint32_t traits = 0;
    int64_t tag = 0;
    bool null = false;
  };

  Expect(bool takes_env, std::vector<Argument> arguments) : takes_env_(takes_env), arguments_(std::move(arguments)) {}

  bool takes_env() const { return takes_env_; }
  const std::vector<Argument>& arguments() const { return arguments_; }

  bool null(size_t index) const { return arguments_[index].null; }
  /** Value of an integer, place in its list of anything else. */
  int64_t tag(size_t index) const { return arguments_[index].tag; }
  bool is(size_t index, uint32_t mask) const { return (arguments_[index].traits & mask) != 0; }

  template <typename... Index>
  void Need(Index... indices) {
    (FailIf(null(static_cast<size_t>(indices)), JSVM_INVALID_ARG), ...);
  }
  void Is(size_t index, uint32_t mask, JSVM_Status status) { FailIf(!is(index, mask), status); }
  void FailIf(bool condition, JSVM_Status status) { Decide(condition, status, false); }
  /** The call fails and stores an exception. */
  void ThrowIf(bool condition, JSVM_Status status) { Decide(condition, status, true); }
  void ToObject(size_t index) {
    Need(index);
    ThrowIf(is(index, kUndefined | kNull), JSVM_OBJECT_EXPECTED);
  }
  /** A text of `length` units, which may be JSVM_AUTO_LENGTH. */
  void Text(size_t text, size_t length) {
    FailIf(null(text) && tag(length) != 0, JSVM_INVALID_ARG);
    FailIf(tag(length) > std::numeric_limits<int>::max(), JSVM_INVALID_ARG);
  }
  /** The contract promises nothing here: the call is not made. */
  void SkipIf(bool condition) {
    if (condition && !decided_) decided_ = skipped_ = true;
  }
  /** The call stores an exception and returns OK. */
  void Stores() {
    if (!decided_) stores_ = true;
  }
  /** A failure that leaves the last error alone, if no check before failed. */
  void Silently() {
    if (!decided_) silent_ = true;
  }
  /** The failure that comes next writes this out parameter nevertheless. */
  void Writes(size_t index) {
    if (!decided_) written_.insert(index);
  }
  /** Success leaves this out parameter alone. */
  void LeavesAlone(size_t index) { left_.insert(index); }

  /** The call takes the stored exception. */
  void Takes() {
    if (!decided_) takes_ = true;
  }
  /** Success does not reset the last error, or another one says what became of it. */
  void LastErrorIsFree() { last_error_is_free_ = true; }

  JSVM_Status status() const { return status_; }
  bool takes() const { return takes_; }
  bool last_error_is_free() const { return last_error_is_free_; }
  bool skipped() const { return skipped_; }
  bool stores() const { return stores_; }
  bool silent() const { return silent_ && status_ != JSVM_OK; }
  bool written(size_t index) const { return written_.contains(index); }
  bool left(size_t index) const { return left_.contains(index); }

 private:
  void Decide(bool condition, JSVM_Status status, bool stores) {
    if (!condition || decided_) return;
    decided_ = true;
    status_ = status;
    stores_ = stores;
  }

  bool takes_env_;
  std::vector<Argument> arguments_;
  bool takes_ = false;
  bool last_error_is_free_ = false;
  JSVM_Status status_ = JSVM_OK;
  bool decided_ = false;
  bool skipped_ = false;
  bool stores_ = false;
  bool silent_ = false;
  std::set<size_t> written_;
  std::set<size_t> left_;
};

/** The env of the fuzzer, and NULL. */
struct Env {};
/** Its VM, and NULL. */
struct Vm {};
/** JS values of all kinds, and NULL. */
struct Val {};
/** A place for the result, and NULL. */
struct Out {};
/** The given values. */
template <typename T>
struct Of {
  Of(std::initializer_list<T> list) : values(list) {}
  std::vector<T> values;
};
/** A pointer that is made for each call, and NULL. */
template <typename T>
struct Made {
  explicit Made(std::function<T()> make) : make(std::move(make)) {}
  std::function<T()> make;
};

/** Lengths of texts: none, short, up to the NUL, too long, absurd. */
inline Of<size_t> Lengths() {
  return {0, 1, 3, JSVM_AUTO_LENGTH, size_t{1} << 31, JSVM_AUTO_LENGTH - 1};
}

/** Memory for the out parameters of one call. */
struct Slot {
  static constexpr unsigned char kPattern = 0xa5;
  alignas(16) unsigned char bytes[128];

  template <typename T>
  T As() const {
    T value;
    std::memcpy(&value, bytes, sizeof(value));
    return value;
  }
  bool untouched() const {
    for (unsigned char byte : bytes) {
      if (byte != kPattern) return false;
    }
    return true;
  }
};
using Slots = std::array<Slot, 10>;

using Rule = std::function<void(Expect&)>;
/** What a test does after each call, with its status. */
using After = std::function<void(JSVM_Status status, const Slots& slots)>;

class ArgumentFuzz {
 public:
  /** `env` is where the calls are made; its env and handle scopes are open. */
  explicit ArgumentFuzz(JSVM_Env env);

  /** Names of all functions that were called in this process. */
  static const std::set<std::string>& Fuzzed();

  /** Sets what is done after each call of the next Run. */
  ArgumentFuzz& Then(After after) {
    after_ = std::move(after);
    return *this;
  }

  /** A fresh JS value of a kind. */
  JSVM_Value Make(size_t kind);
  /** The kind whose script this is, as the tag of a value tells it. */
  static int64_t KindOf(std::string_view source);

  template <typename... P, typename... D>
  void Run(const char* name, JSVM_Status (*function)(P...), const Rule& rule, const D&... domains) {
    static_assert(sizeof...(P) == sizeof...(D), "a domain for each parameter");
    if (!Begin(name)) return;
    constexpr bool takes_env = (... || std::is_same_v<P, JSVM_Env>);
    [&]<size_t... I>(std::index_sequence<I...>) {
      const std::tuple<std::vector<Choice<P>>...> choices{Choices<P>(domains, I)...};
      const std::vector<size_t> sizes{std::get<I>(choices).size()...};
      for (const std::vector<size_t>& pick : Picks(sizes)) {
        const std::string text = Text({std::get<I>(choices)[pick[I]].label...});
        for (bool stored : {false, true}) {
          HandleScope scope(env_);
          Expect expect(takes_env, {std::get<I>(choices)[pick[I]].argument...});
          if (!Prepare(rule, expect, stored)) continue;
          const std::tuple<P...> arguments{std::get<I>(choices)[pick[I]].make()...};
          BeforeCall(stored);
          const JSVM_Status status = function(std::get<I>(arguments)...);
          Judge(text, expect, stored, status);
        }
      }
    }(std::index_sequence_for<P...>{});
    after_ = nullptr;
  }

 private:
  template <typename P>
  struct Choice {
    std::string label;
    Expect::Argument argument;
    std::function<P()> make;
  };

  template <typename P>
  std::vector<Choice<P>> Choices(const Env&, size_t) {
    return {{"env", {}, [this] { return env_; }}, {"NULL", {0, 0, true}, [] { return nullptr; }}};
  }
  template <typename P>
  std::vector<Choice<P>> Choices(const Vm&, size_t) {
    return {{"vm", {}, [this] { return vm_; }}, {"NULL", {0, 0, true}, [] { return nullptr; }}};
  }
  template <typename P>
  std::vector<Choice<P>> Choices(const Out&, size_t place) {
    const auto slot = [this, place] { return reinterpret_cast<P>(slots_[place].bytes); };
    outs_.push_back(place);
    return {{"out", {}, slot}, {"NULL", {0, 0, true}, [] { return nullptr; }}};
  }
  template <typename P>
  std::vector<Choice<P>> Choices(const Val&, size_t) {
    std::vector<Choice<P>> choices{{"NULL", {0, 0, true}, [] { return nullptr; }}};
    for (size_t kind = 0; kind < Kinds(); ++kind) {
      choices.push_back(
          {SourceOf(kind), {TraitsOf(kind), static_cast<int64_t>(kind), false}, [this, kind] { return Make(kind); }});
    }
    return choices;
  }
  template <typename P, typename T>
  std::vector<Choice<P>> Choices(const Of<T>& domain, size_t) {
    std::vector<Choice<P>> choices;
    for (const T& value : domain.values) {
      const auto make = [value] { return static_cast<P>(value); };
      if constexpr (std::is_pointer_v<T>) {
        const auto index = static_cast<int64_t>(choices.size());
        const std::string label = value == nullptr ? "NULL" : "pointer " + std::to_string(index);
        choices.push_back({label, {0, index, value == nullptr}, make});
      } else if constexpr (std::is_integral_v<T>) {
        // Lengths above INT64_MAX are as good as the largest; AUTO_LENGTH is told from them by its sign.
        int64_t tag = static_cast<int64_t>(value);
        if constexpr (std::is_same_v<T, size_t>) {
          if (tag < -1) tag = std::numeric_limits<int64_t>::max();
        }
        choices.push_back({std::to_string(value), {0, tag, false}, make});
      } else {
        const auto index = static_cast<int64_t>(choices.size());
        choices.push_back({"choice " + std::to_string(index), {0, index, false}, make});
      }
    }
    return choices;
  }
  template <typename P, typename T>
  std::vector<Choice<P>> Choices(const Made<T>& domain, size_t) {
    return {{"made", {}, [make = domain.make] { return static_cast<P>(make()); }},
            {"NULL", {0, 0, true}, [] { return P{}; }}};
  }

  static size_t Kinds();
  static const char* SourceOf(size_t kind);
  static uint32_t TraitsOf(size_t kind);

  bool Begin(const char* name);
  /** All combinations, or a sample. */
  std::vector<std::vector<size_t>> Picks(const std::vector<size_t>& sizes);
  std::string Text(std::initializer_list<std::string> labels) const;
  /** False when the contract promises nothing. */
  bool Prepare(const Rule& rule, Expect& expect, bool stored);
  void BeforeCall(bool stored);
  void Judge(const std::string& text, const Expect& expect, bool stored, JSVM_Status status);

  JSVM_Env env_;
  JSVM_VM vm_ = nullptr;
  std::vector<JSVM_Value> makers_;
  Slots slots_;
  After after_;
  std::vector<size_t> outs_;
  // Of the function that runs.
  std::string name_;
  char entry_ = '?';
  std::string optional_;
  std::mt19937 random_;
  int failures_ = 0;
};

#define FUZZED(function) "OH_JSVM_" #function, OH_JSVM_##function

}  // namespace jsvm_test

#endif
