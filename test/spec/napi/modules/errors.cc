// Errors: where the device differs from Node, and what it adds.
#include "harness.h"

using tests::Get;
using tests::Number;
using tests::Run;
using tests::TakeException;
using tests::Text;

NAPI_TEST(create_error, code_may_be_a_number) {
  napi_value error = nullptr;
  CHECK_OK(napi_create_error(env, Number(env, 401), Text(env, "no"), &error));
  CHECK_TEXT(Get(env, error, "code"), "401");
  CHECK_TEXT(Get(env, error, "message"), "no");
}

NAPI_TEST(create_error, code_may_be_a_string_or_missing) {
  napi_value error = nullptr;
  CHECK_OK(napi_create_error(env, Text(env, "E_NO"), Text(env, "no"), &error));
  CHECK_TEXT(Get(env, error, "code"), "E_NO");
  CHECK_OK(napi_create_error(env, nullptr, Text(env, "no"), &error));
  CHECK_TEXT(Get(env, error, "code"), "undefined");
}

NAPI_TEST(create_error, other_codes_are_refused) {
  napi_value error = nullptr;
  CHECK_STATUS(napi_create_error(env, Run(env, "({})"), Text(env, "no"), &error), napi_invalid_arg);
  CHECK_STATUS(napi_create_error(env, Run(env, "true"), Text(env, "no"), &error), napi_invalid_arg);
}

NAPI_TEST(create_error, message_must_be_a_string) {
  napi_value error = nullptr;
  CHECK_STATUS(napi_create_error(env, nullptr, Number(env, 1), &error), napi_string_expected);
}

NAPI_TEST(create_type_error, is_a_plain_error) {
  napi_value error = nullptr;
  CHECK_OK(napi_create_type_error(env, nullptr, Text(env, "no"), &error));
  CHECK_TEXT(Get(env, error, "name"), "Error");
  CHECK_OK(napi_create_range_error(env, nullptr, Text(env, "no"), &error));
  CHECK_TEXT(Get(env, error, "name"), "Error");
}

NAPI_TEST(throw_error, carries_code_and_message) {
  CHECK_OK(napi_throw_error(env, "E_CODE", "thrown"));
  napi_value error = nullptr;
  CHECK_OK(napi_get_and_clear_last_exception(env, &error));
  CHECK_TEXT(Get(env, error, "code"), "E_CODE");
  CHECK_TEXT(Get(env, error, "message"), "thrown");
}

NAPI_TEST(throw_business_error, code_is_a_number) {
  CHECK_OK(napi_throw_business_error(env, 201, "permission denied"));
  napi_value error = nullptr;
  CHECK_OK(napi_get_and_clear_last_exception(env, &error));
  tests::SetGlobal(env, "thrown", error);
  CHECK_TEXT(tests::Str(env, Run(env, "thrown instanceof Error && typeof thrown.code + thrown.code + thrown.message")),
             "number201permission denied");
}

NAPI_TEST(throw_business_error, one_exception_at_a_time) {
  CHECK_OK(napi_throw_error(env, nullptr, "first"));
  CHECK_STATUS(napi_throw_business_error(env, 1, "second"), napi_pending_exception);
  CHECK_TEXT(TakeException(env), "Error: first");
}
