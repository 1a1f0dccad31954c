#ifndef ARKHOST_SPEC_JSVM_NULL_SWEEP_H
#define ARKHOST_SPEC_JSVM_NULL_SWEEP_H

#include <set>
#include <string>
#include <tuple>
#include <type_traits>

#include "jsvm_test.h"

namespace jsvm_test {

/** A function of the contract, as contract.inc lists it. */
struct ContractRow {
  const char* name;
  char entry;
  const char* optional;  ///< A character for each parameter: '1' when it may be NULL.
};

/** An argument the contract allows to be NULL, but not together with the other arguments of this call. */
template <typename T>
struct Needed {
  explicit Needed(T value) : value(value) {}
  T value;
};

/** An argument the contract does not check. The library answers INVALID_ARG; the last error is not looked at. */
template <typename T>
struct Unchecked {
  explicit Unchecked(T value) : value(value) {}
  T value;
};

/** Memory for any out parameter. */
struct AnyOut {
  template <typename T>
  operator T*() const {
    alignas(16) static std::byte memory[256];
    return reinterpret_cast<T*>(memory);
  }
};

/**
 * Calls functions with each of their pointers NULL in turn, the other arguments being valid, and looks at the status
 * and at what became of the last error. The valid call itself is never made.
 */
class NullSweep {
 public:
  /** `env` is the one whose last error is watched. */
  explicit NullSweep(JSVM_Env env);

  /** Names of all functions that were swept in this process. */
  static const std::set<std::string>& Swept();
  /** All functions of the contract. */
  static std::set<std::string> Contract();

  template <typename... P, typename... A>
  void Run(const char* name, JSVM_Status (*function)(P...), A... arguments) {
    static_assert(sizeof...(P) == sizeof...(A), "an argument for each parameter");
    const ContractRow* row = Begin(name);
    if (row == nullptr) return;
    const std::tuple<P...> valid{static_cast<P>(ValueOf(arguments))...};
    [&]<size_t... I>(std::index_sequence<I...>) {
      (CallWithNull<I, A>(*row, function, valid), ...);
      CallWithStoredException(*row, function, valid, std::index_sequence<I...>{});
    }(std::index_sequence_for<P...>{});
  }

 private:
  enum class Mark { kPlain, kNeeded, kUnchecked };
  template <typename T>
  struct MarkOf : std::integral_constant<Mark, Mark::kPlain> {};
  template <typename T>
  struct MarkOf<Needed<T>> : std::integral_constant<Mark, Mark::kNeeded> {};
  template <typename T>
  struct MarkOf<Unchecked<T>> : std::integral_constant<Mark, Mark::kUnchecked> {};

  template <typename T>
  static const T& ValueOf(const T& argument) {
    return argument;
  }
  template <typename T>
  static const T& ValueOf(const Needed<T>& argument) {
    return argument.value;
  }
  template <typename T>
  static const T& ValueOf(const Unchecked<T>& argument) {
    return argument.value;
  }

  template <size_t I, typename A, typename... P>
  void CallWithNull(const ContractRow& row, JSVM_Status (*function)(P...), std::tuple<P...> arguments) {
    using Parameter = std::tuple_element_t<I, std::tuple<P...>>;
    if constexpr (std::is_pointer_v<Parameter>) {
      if (row.optional[I] == '1' && MarkOf<A>::value != Mark::kNeeded) return;
      std::get<I>(arguments) = nullptr;
      constexpr bool takes_env = std::is_same_v<std::tuple_element_t<0, std::tuple<P...>>, JSVM_Env>;
      SetLastError();
      const JSVM_Status status = std::apply(function, arguments);
      // Nobody can write into the last error of an env that is not given.
      const JSVM_Status last = takes_env && I > 0 ? JSVM_INVALID_ARG : kOtherError;
      Judge(row, I, status, last, MarkOf<A>::value != Mark::kUnchecked);
    }
  }

  // With an exception stored, J functions refuse before they look at an argument; all others do look.
  template <typename... P, size_t... I>
  void CallWithStoredException(const ContractRow& row, JSVM_Status (*function)(P...), std::tuple<P...> arguments,
                               std::index_sequence<I...>) {
    if constexpr (std::is_same_v<std::tuple_element_t<0, std::tuple<P...>>, JSVM_Env>) {
      bool required = false;
      const auto clear = [&](size_t index, auto& argument) {
        if constexpr (std::is_pointer_v<std::remove_reference_t<decltype(argument)>>) {
          if (index == 0) return;
          required = required || row.optional[index] != '1';
          argument = nullptr;
        }
      };
      (clear(I, std::get<I>(arguments)), ...);
      if (row.entry != 'J' && !required) return;
      StoreException();
      JudgeStored(row, std::apply(function, arguments));
    }
  }

  static constexpr JSVM_Status kOtherError = JSVM_STRING_EXPECTED;

  const ContractRow* Begin(const char* name);
  void SetLastError();
  void Judge(const ContractRow& row, size_t parameter, JSVM_Status status, JSVM_Status last, bool checks_last);
  void StoreException();
  void JudgeStored(const ContractRow& row, JSVM_Status status);

  JSVM_Env env_;
};

}  // namespace jsvm_test

#endif
