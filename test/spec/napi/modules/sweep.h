// Calls a function with each of its required pointers NULL in turn; each time it must answer napi_invalid_arg.
#ifndef NAPI_TESTS_SWEEP_H_
#define NAPI_TESTS_SWEEP_H_

#include <array>
#include <utility>

#include "harness.h"

namespace tests {

// Valid arguments. Whatever is no JavaScript value is scratch memory: a call that lacks one argument must not look at
// it.
struct Fixture {
  explicit Fixture(napi_env env)
      : env(env),
        object(Run(env, "({})")),
        array(Run(env, "[]")),
        function(Run(env, "(function () {})")),
        number(Number(env, 1)),
        boolean(Run(env, "true")),
        bigint(Run(env, "1n")),
        text(Text(env, "text")),
        date(Run(env, "new Date(0)")),
        buffer(Run(env, "new ArrayBuffer(8)")),
        bytes(Run(env, "new Uint8Array(8)")),
        view(Run(env, "new DataView(new ArrayBuffer(8))")) {
    CHECK_OK(napi_create_external(env, scratch.data(), nullptr, nullptr, &external));
  }

  template <typename T>
  T Any() {
    return reinterpret_cast<T>(reinterpret_cast<uintptr_t>(scratch.data()));
  }

  napi_env env;
  napi_value object, array, function, number, boolean, bigint, text, date, buffer, bytes, view, external;
  alignas(16) std::array<char, 256> scratch{};
};

template <size_t I, size_t N, typename T>
T Without(T value) {
  return I == N ? T{} : value;
}

template <size_t N, typename... P, size_t... I>
napi_status CallWithout(napi_status (*function)(P...), std::index_sequence<I...>, P... values) {
  return function(Without<I, N>(values)...);
}

template <typename... P, size_t... N>
void SweepEach(const char* name, napi_status (*function)(P...), const char* required, std::index_sequence<N...> indices,
               P... values) {
  const auto check = [name](size_t index, napi_status status) {
    if (status != napi_invalid_arg) {
      Fail(__FILE__, __LINE__,
           std::string(name) + " with NULL for argument " + std::to_string(index + 1) + " is status " +
               std::to_string(status));
    }
  };
  ((required[N] == 'x' ? check(N, CallWithout<N>(function, indices, values...)) : void()), ...);
}

// `required` has one letter for each parameter: x for a pointer that must be there.
template <typename... P, typename... A>
void Sweep(const char* name, napi_status (*function)(P...), const char* required, A... values) {
  SweepEach(name, function, required, std::index_sequence_for<P...>(), static_cast<P>(values)...);
}

}  // namespace tests

#endif  // NAPI_TESTS_SWEEP_H_
