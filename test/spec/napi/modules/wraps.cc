// Native data of objects, references and finalizers: where the device differs from Node.
#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;

namespace {

int finalized = 0;
void* finalized_data = nullptr;
void* finalized_hint = nullptr;
int native = 0;
int hint = 0;

void Finalize(napi_env, void* data, void* given_hint) {
  ++finalized;
  finalized_data = data;
  finalized_hint = given_hint;
}

void Reset() {
  finalized = 0;
  finalized_data = finalized_hint = nullptr;
}

}  // namespace

NAPI_TEST(wrap, gives_the_native_object_back) {
  const napi_value object = Run(env, "({})");
  void* data = nullptr;
  CHECK_OK(napi_wrap(env, object, &native, Finalize, nullptr, nullptr));
  CHECK_OK(napi_unwrap(env, object, &data));
  CHECK(data == &native);
}

NAPI_TEST(wrap, finalizer_is_mandatory) {
  CHECK_STATUS(napi_wrap(env, Run(env, "({})"), &native, nullptr, nullptr, nullptr), napi_invalid_arg);
}

NAPI_TEST(wrap, needs_an_object) {
  void* data = nullptr;
  CHECK_STATUS(napi_wrap(env, Number(env, 1), &native, Finalize, nullptr, nullptr), napi_object_expected);
  CHECK_STATUS(napi_unwrap(env, Number(env, 1), &data), napi_object_expected);
  CHECK_STATUS(napi_remove_wrap(env, Number(env, 1), &data), napi_object_expected);
}

NAPI_TEST(wrap, only_once) {
  const napi_value object = Run(env, "({})");
  CHECK_OK(napi_wrap(env, object, &native, Finalize, nullptr, nullptr));
  CHECK_STATUS(napi_wrap(env, object, &native, Finalize, nullptr, nullptr), napi_invalid_arg);
}

NAPI_TEST(wrap, reference_is_strong) {
  Reset();
  napi_ref reference = nullptr;
  napi_handle_scope scope = nullptr;
  CHECK_OK(napi_open_handle_scope(env, &scope));
  CHECK_OK(napi_wrap(env, Run(env, "({ kept: 1 })"), &native, Finalize, &hint, &reference));
  CHECK_OK(napi_close_handle_scope(env, scope));
  tests::Collect(env);
  napi_value value = nullptr;
  CHECK_OK(napi_get_reference_value(env, reference, &value));
  CHECK(value != nullptr);
  CHECK(finalized == 0);
  CHECK_OK(napi_delete_reference(env, reference));
  CHECK(finalized == 1);
  CHECK(finalized_data == &native);
  CHECK(finalized_hint == &hint);
}

NAPI_TEST(remove_wrap, runs_the_finalizer_first) {
  Reset();
  const napi_value object = Run(env, "({})");
  void* data = nullptr;
  CHECK_OK(napi_wrap(env, object, &native, Finalize, nullptr, nullptr));
  CHECK_OK(napi_remove_wrap(env, object, &data));
  CHECK(data == &native);
  CHECK(finalized == 1);
  CHECK_STATUS(napi_unwrap(env, object, &data), napi_invalid_arg);
}

NAPI_TEST(remove_wrap, finalizes_once_with_a_reference) {
  Reset();
  const napi_value object = Run(env, "({})");
  napi_ref reference = nullptr;
  CHECK_OK(napi_wrap(env, object, &native, Finalize, nullptr, &reference));
  CHECK_OK(napi_remove_wrap(env, object, nullptr));
  CHECK_OK(napi_delete_reference(env, reference));
  CHECK(finalized == 1);
}

NAPI_TEST(wrap_enhance, takes_size_and_gives_a_reference) {
  Reset();
  const napi_value object = Run(env, "({})");
  napi_ref reference = nullptr;
  void* data = nullptr;
  CHECK_OK(napi_wrap_enhance(env, object, &native, Finalize, false, nullptr, 1 << 20, &reference));
  CHECK_OK(napi_unwrap(env, object, &data));
  CHECK(data == &native);
  CHECK_OK(napi_delete_reference(env, reference));
  CHECK(finalized == 1);
}

NAPI_TEST(add_finalizer, reference_finalizes_at_deletion) {
  Reset();
  napi_ref reference = nullptr;
  CHECK_OK(napi_add_finalizer(env, Run(env, "({})"), &native, Finalize, nullptr, &reference));
  CHECK(finalized == 0);
  CHECK_OK(napi_delete_reference(env, reference));
  CHECK(finalized == 1);
}

NAPI_TEST(add_finalizer, needs_an_object) {
  CHECK_STATUS(napi_add_finalizer(env, Number(env, 1), &native, Finalize, nullptr, nullptr), napi_object_expected);
}

NAPI_TEST(create_reference, any_type) {
  napi_ref reference = nullptr;
  napi_value value = nullptr;
  for (const char* source : {"1", "'text'", "true", "undefined", "null", "1n", "Symbol.iterator", "({})"}) {
    const napi_value original = Run(env, source);
    bool same = false;
    CHECK_OK(napi_create_reference(env, original, 1, &reference));
    CHECK_OK(napi_get_reference_value(env, reference, &value));
    CHECK_OK(napi_strict_equals(env, original, value, &same));
    CHECK(same);
    CHECK_OK(napi_delete_reference(env, reference));
  }
}

NAPI_TEST(create_reference, weak_lets_go) {
  napi_ref reference = nullptr;
  napi_handle_scope scope = nullptr;
  CHECK_OK(napi_open_handle_scope(env, &scope));
  CHECK_OK(napi_create_reference(env, Run(env, "({})"), 0, &reference));
  CHECK_OK(napi_close_handle_scope(env, scope));
  tests::Collect(env);
  napi_value value = nullptr;
  CHECK_OK(napi_get_reference_value(env, reference, &value));
  CHECK(value == nullptr);
  CHECK_OK(napi_delete_reference(env, reference));
}

NAPI_TEST(strong_reference, keeps_its_value) {
  napi_strong_ref reference = nullptr;
  napi_handle_scope scope = nullptr;
  CHECK_OK(napi_open_handle_scope(env, &scope));
  CHECK_OK(napi_create_strong_reference(env, Run(env, "({ toString: () => 'kept' })"), &reference));
  CHECK_OK(napi_close_handle_scope(env, scope));
  tests::Collect(env);
  napi_value value = nullptr;
  CHECK_OK(napi_get_strong_reference_value(env, reference, &value));
  CHECK_TEXT(Str(env, value), "kept");
  CHECK_OK(napi_delete_strong_reference(env, reference));
}

NAPI_TEST(global_handle_count, counts_references) {
  size_t before = 0;
  size_t after = 0;
  napi_strong_ref references[10] = {};
  const napi_value object = Run(env, "({})");
  CHECK_OK(napi_get_global_handle_count(env, &before));
  for (napi_strong_ref& reference : references) CHECK_OK(napi_create_strong_reference(env, object, &reference));
  CHECK_OK(napi_get_global_handle_count(env, &after));
  CHECK(after - before == 10);
  for (napi_strong_ref reference : references) CHECK_OK(napi_delete_strong_reference(env, reference));
}
