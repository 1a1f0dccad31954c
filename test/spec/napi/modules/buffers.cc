// Buffers and strings: limits of the device, and memory of the module.
#include "harness.h"

using tests::Number;
using tests::Run;
using tests::Str;
using tests::Text;

namespace {

constexpr size_t kTwoMegabytes = 2u << 20;
char bytes[16] = "memory";
int released = 0;

void Release(void*, void*) {
  ++released;
}

}  // namespace

NAPI_TEST(create_buffer, size_limits) {
  napi_value buffer = nullptr;
  CHECK_STATUS(napi_create_buffer(env, 0, nullptr, &buffer), napi_invalid_arg);
  CHECK_STATUS(napi_create_buffer(env, kTwoMegabytes + 1, nullptr, &buffer), napi_invalid_arg);
  CHECK_OK(napi_create_buffer(env, kTwoMegabytes, nullptr, &buffer));
}

NAPI_TEST(create_buffer_copy, size_limits) {
  napi_value buffer = nullptr;
  CHECK_STATUS(napi_create_buffer_copy(env, 0, bytes, nullptr, &buffer), napi_invalid_arg);
  CHECK_OK(napi_create_buffer_copy(env, 6, bytes, nullptr, &buffer));
  CHECK_TEXT(Str(env, buffer), "memory");
}

NAPI_TEST(create_external_buffer, size_limits) {
  napi_value buffer = nullptr;
  CHECK_STATUS(napi_create_external_buffer(env, 0, bytes, nullptr, nullptr, &buffer), napi_invalid_arg);
  CHECK_STATUS(napi_create_external_buffer(env, kTwoMegabytes + 1, bytes, nullptr, nullptr, &buffer), napi_invalid_arg);
  CHECK_OK(napi_create_external_buffer(env, 6, bytes, nullptr, nullptr, &buffer));
  CHECK_TEXT(Str(env, buffer), "memory");
}

NAPI_TEST(create_typedarray, needs_an_arraybuffer) {
  napi_value result = nullptr;
  CHECK_STATUS(napi_create_typedarray(env, napi_uint8_array, 1, Run(env, "({})"), 0, &result),
               napi_arraybuffer_expected);
  CHECK_STATUS(napi_create_dataview(env, 1, Run(env, "({})"), 0, &result), napi_arraybuffer_expected);
}

NAPI_TEST(detach_arraybuffer, tells_what_is_wrong) {
  CHECK_STATUS(napi_detach_arraybuffer(env, Number(env, 1)), napi_object_expected);
  CHECK_STATUS(napi_detach_arraybuffer(env, Run(env, "({})")), napi_invalid_arg);
}

NAPI_TEST(detach_arraybuffer, takes_the_memory) {
  const napi_value buffer = Run(env, "new ArrayBuffer(8)");
  bool detached = false;
  CHECK_OK(napi_detach_arraybuffer(env, buffer));
  CHECK_OK(napi_is_detached_arraybuffer(env, buffer, &detached));
  CHECK(detached);
}

NAPI_TEST(external_string_ascii, uses_the_memory) {
  static const char text[] = "text of the module, long enough to stay outside";
  napi_value value = nullptr;
  CHECK_OK(napi_create_external_string_ascii(env, text, NAPI_AUTO_LENGTH, nullptr, nullptr, &value));
  CHECK_TEXT(Str(env, value), text);
  CHECK_OK(napi_create_external_string_ascii(env, text, 4, nullptr, nullptr, &value));
  CHECK_TEXT(Str(env, value), "text");
}

NAPI_TEST(external_string_utf16, uses_the_memory) {
  static const char16_t text[] = u"\u5185\u5b58\u7ba1\u7406";
  napi_value value = nullptr;
  CHECK_OK(napi_create_external_string_utf16(env, text, NAPI_AUTO_LENGTH, nullptr, nullptr, &value));
  CHECK_TEXT(Str(env, value), "\u5185\u5b58\u7ba1\u7406");
}

NAPI_TEST(external_string, finalizer_runs_when_collected) {
  static const char16_t text[] = u"\u5185\u5b58 that is collected";
  released = 0;
  napi_handle_scope scope = nullptr;
  napi_value value = nullptr;
  CHECK_OK(napi_open_handle_scope(env, &scope));
  CHECK_OK(napi_create_external_string_utf16(env, text, NAPI_AUTO_LENGTH, Release, nullptr, &value));
  CHECK_OK(napi_close_handle_scope(env, scope));
  CHECK(released == 0);
  tests::Collect(env);
  CHECK(released == 1);
}

NAPI_TEST(critical_scope, gives_string_memory) {
  napi_critical_scope scope = nullptr;
  const char16_t* buffer = nullptr;
  size_t length = 0;
  CHECK_OK(napi_open_critical_scope(env, &scope));
  CHECK_OK(napi_get_buffer_string_utf16_in_critical_scope(env, Text(env, "h\u00e9"), &buffer, &length));
  CHECK(std::u16string(buffer, length) == u"h\u00e9");
  CHECK_OK(napi_close_critical_scope(env, scope));
}

NAPI_TEST(critical_scope, is_needed) {
  const char16_t* buffer = nullptr;
  size_t length = 0;
  CHECK_STATUS(napi_get_buffer_string_utf16_in_critical_scope(env, Text(env, "text"), &buffer, &length),
               napi_generic_failure);
}

NAPI_TEST(critical_scope, does_not_nest) {
  napi_critical_scope scope = nullptr;
  napi_critical_scope second = nullptr;
  CHECK_OK(napi_open_critical_scope(env, &scope));
  CHECK_STATUS(napi_open_critical_scope(env, &second), napi_generic_failure);
  CHECK_OK(napi_close_critical_scope(env, scope));
  CHECK_STATUS(napi_close_critical_scope(env, scope), napi_handle_scope_mismatch);
}

NAPI_TEST(critical_scope, needs_a_string) {
  napi_critical_scope scope = nullptr;
  const char16_t* buffer = nullptr;
  size_t length = 0;
  CHECK_OK(napi_open_critical_scope(env, &scope));
  CHECK_STATUS(napi_get_buffer_string_utf16_in_critical_scope(env, Number(env, 1), &buffer, &length),
               napi_string_expected);
  CHECK_OK(napi_close_critical_scope(env, scope));
}
