// Strings: creation, truncation, encodings, external text.
#include <climits>
#include <string>

#include "jsvm_test.h"

namespace {

size_t LengthOf(JSVM_Env env, JSVM_Value text) {
  size_t units = 0;
  CHECK_OK(OH_JSVM_GetValueStringUtf16(env, text, nullptr, 0, &units));
  return units;
}

struct Finalized {
  int calls = 0;
  JSVM_Env env = reinterpret_cast<JSVM_Env>(1);
};

void Count(JSVM_Env env, void*, void* hint) {
  ++static_cast<Finalized*>(hint)->calls;
  static_cast<Finalized*>(hint)->env = env;
}

// 61 D800 62 20AC D83D DE00
constexpr char16_t kMixed[] = {0x61, 0xD800, 0x62, 0x20AC, 0xD83D, 0xDE00, 0};

}  // namespace

JSVM_TEST(strings, CreateStringUtf8_auto_and_length) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "hello", JSVM_AUTO_LENGTH, &text));
  CHECK_EQ(Str(vm.env(), text), "hello");
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "hello", 2, &text));
  CHECK_EQ(Str(vm.env(), text), "he");
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "a\0b", 3, &text));
  CHECK_EQ(LengthOf(vm.env(), text), 3u);
}

JSVM_TEST(strings, CreateStringUtf8_null_text) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), nullptr, 0, &text));
  CHECK_EQ(Str(vm.env(), text), "");
  CHECK_STATUS(OH_JSVM_CreateStringUtf8(vm.env(), nullptr, 1, &text), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateStringUtf8(vm.env(), nullptr, JSVM_AUTO_LENGTH, &text), JSVM_INVALID_ARG);
  CHECK_LAST_ERROR(vm.env(), JSVM_INVALID_ARG);
}

JSVM_TEST(strings, Create_length_beyond_int) {
  TestVm vm;
  JSVM_Value text = nullptr;
  size_t huge = size_t{INT_MAX} + 1;
  CHECK_STATUS(OH_JSVM_CreateStringUtf8(vm.env(), "x", huge, &text), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateStringLatin1(vm.env(), "x", huge, &text), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_CreateStringUtf16(vm.env(), u"x", huge, &text), JSVM_INVALID_ARG);
  CHECK(text == nullptr);
}

JSVM_TEST(strings, CreateStringLatin1_beyond_the_longest_string) {
  TestVm vm;
  std::string big((size_t{1} << 29) - 23, 'x');
  JSVM_Value text = nullptr;
  CHECK_STATUS(OH_JSVM_CreateStringLatin1(vm.env(), big.data(), big.size(), &text), JSVM_GENERIC_FAILURE);
  CHECK_LAST_ERROR(vm.env(), JSVM_GENERIC_FAILURE);
  CHECK(!ExceptionPending(vm.env()));
}

JSVM_TEST(strings, CreateStringUtf8_invalid_bytes) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf8(vm.env(), "\x61\xff\xc3\x28\xe2\x82", 6, &text));
  SetGlobal(vm.env(), "s", text);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "[...s].map(c => c.codePointAt(0).toString(16)).join()")),
           "61,fffd,fffd,28,fffd");
}

JSVM_TEST(strings, CreateStringLatin1_bytes_are_units) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringLatin1(vm.env(), "\xe9\xff", 2, &text));
  SetGlobal(vm.env(), "s", text);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "s.charCodeAt(0) + ',' + s.charCodeAt(1)")), "233,255");
}

JSVM_TEST(strings, CreateStringUtf16_keeps_lone_surrogates) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf16(vm.env(), kMixed, JSVM_AUTO_LENGTH, &text));
  SetGlobal(vm.env(), "s", text);
  CHECK_EQ(Str(vm.env(), Run(vm.env(), "s.length + ',' + s.charCodeAt(1).toString(16)")), "6,d800");
}

JSVM_TEST(strings, GetValueStringUtf8_whole_characters_only) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_OK(OH_JSVM_CreateStringUtf16(vm.env(), kMixed, 6, &text));
  size_t needed = 0;
  CHECK_OK(OH_JSVM_GetValueStringUtf8(vm.env(), text, nullptr, 0, &needed));
  CHECK_EQ(needed, 12u);
  size_t expected[] = {0, 1, 1, 1, 4, 5, 5, 5, 8, 8, 8, 8, 12, 12};
  for (size_t capacity = 0; capacity < std::size(expected); ++capacity) {
    std::string buffer(32, '#');
    size_t written = 99;
    CHECK_OK(OH_JSVM_GetValueStringUtf8(vm.env(), text, buffer.data(), capacity + 1, &written));
    CHECK_EQ(written, expected[capacity]);
    CHECK_EQ(buffer[written], '\0');
    CHECK_EQ(buffer[capacity + 1], '#');
  }
}

JSVM_TEST(strings, GetValueStringUtf8_lone_surrogate_is_replaced) {
  TestVm vm;
  char buffer[8] = {};
  CHECK_OK(OH_JSVM_GetValueStringUtf8(vm.env(), Run(vm.env(), "'\\ud800'"), buffer, sizeof(buffer), nullptr));
  CHECK_EQ(std::string(buffer), "\xef\xbf\xbd");
}

JSVM_TEST(strings, GetValueString_bufsize_zero) {
  TestVm vm;
  JSVM_Value text = Utf8(vm.env(), "abc");
  char narrow = '#';
  char16_t wide = u'#';
  size_t written = 9;
  CHECK_OK(OH_JSVM_GetValueStringUtf8(vm.env(), text, &narrow, 0, &written));
  CHECK_EQ(written, 0u);
  written = 9;
  CHECK_OK(OH_JSVM_GetValueStringLatin1(vm.env(), text, &narrow, 0, &written));
  CHECK_EQ(written, 0u);
  written = 9;
  CHECK_OK(OH_JSVM_GetValueStringUtf16(vm.env(), text, &wide, 0, &written));
  CHECK_EQ(written, 0u);
  CHECK(narrow == '#' && wide == u'#');
}

JSVM_TEST(strings, GetValueStringLatin1_keeps_the_low_byte) {
  TestVm vm;
  char buffer[8] = {};
  size_t written = 0;
  CHECK_OK(OH_JSVM_GetValueStringLatin1(vm.env(), Run(vm.env(), "'\\u20ac\\u00e9'"), buffer, sizeof(buffer), &written));
  CHECK_EQ(written, 2u);
  CHECK_EQ(std::string(buffer), "\xac\xe9");
}

JSVM_TEST(strings, GetValueStringUtf16_may_split_a_pair) {
  TestVm vm;
  char16_t buffer[3] = {u'#', u'#', u'#'};
  size_t written = 0;
  CHECK_OK(OH_JSVM_GetValueStringUtf16(vm.env(), Run(vm.env(), "'\\ud83d\\ude00'"), buffer, 2, &written));
  CHECK_EQ(written, 1u);
  CHECK(buffer[0] == 0xD83D && buffer[1] == 0 && buffer[2] == u'#');
}

JSVM_TEST(strings, GetValueString_not_a_string) {
  TestVm vm;
  char buffer[4];
  char16_t wide[4];
  JSVM_Value number = Num(vm.env(), 1);
  CHECK_STATUS(OH_JSVM_GetValueStringUtf8(vm.env(), number, buffer, 4, nullptr), JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_GetValueStringLatin1(vm.env(), number, buffer, 4, nullptr), JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_GetValueStringUtf16(vm.env(), number, wide, 4, nullptr), JSVM_STRING_EXPECTED);
  CHECK_STATUS(OH_JSVM_GetValueStringUtf8(vm.env(), Run(vm.env(), "new String('x')"), buffer, 4, nullptr),
               JSVM_STRING_EXPECTED);
}

JSVM_TEST(strings, GetValueString_no_buffer_and_no_result) {
  TestVm vm;
  JSVM_Value text = Utf8(vm.env(), "abc");
  CHECK_STATUS(OH_JSVM_GetValueStringUtf8(vm.env(), text, nullptr, 0, nullptr), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetValueStringLatin1(vm.env(), text, nullptr, 0, nullptr), JSVM_INVALID_ARG);
  CHECK_STATUS(OH_JSVM_GetValueStringUtf16(vm.env(), text, nullptr, 0, nullptr), JSVM_INVALID_ARG);
}

JSVM_TEST(strings, GetValueStringUtf8_keeps_embedded_nul) {
  TestVm vm;
  char buffer[8] = {};
  size_t written = 0;
  CHECK_OK(OH_JSVM_GetValueStringUtf8(vm.env(), Run(vm.env(), "'a\\0b'"), buffer, sizeof(buffer), &written));
  CHECK_EQ(written, 3u);
  CHECK_EQ(std::string(buffer, 3), std::string("a\0b", 3));
}

JSVM_TEST(strings, CreateExternalStringLatin1_points_at_the_memory) {
  Finalized finalized;
  char memory[] = "external text";
  TestVm vm;
  JSVM_Value text = nullptr;
  bool copied = true;
  CHECK_OK(OH_JSVM_CreateExternalStringLatin1(vm.env(), memory, JSVM_AUTO_LENGTH, Count, &finalized, &text, &copied));
  CHECK(!copied);
  CHECK_EQ(Str(vm.env(), text), "external text");
  CHECK_EQ(finalized.calls, 0);
  vm.DropHandles();
  CollectGarbage(vm.env());
  CollectGarbage(vm.env());
  CHECK_EQ(finalized.calls, 1);
  CHECK(finalized.env == vm.env());
}

JSVM_TEST(strings, CreateExternalStringUtf16_points_at_the_memory) {
  Finalized finalized;
  char16_t memory[] = u"wide \u20ac text";
  TestVm vm;
  JSVM_Value text = nullptr;
  bool copied = true;
  CHECK_OK(OH_JSVM_CreateExternalStringUtf16(vm.env(), memory, JSVM_AUTO_LENGTH, Count, &finalized, &text, &copied));
  CHECK(!copied);
  CHECK_EQ(Str(vm.env(), text), "wide \xe2\x82\xac text");
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
}

JSVM_TEST(strings, CreateExternalString_outlives_its_env) {
  Finalized finalized;
  char memory[] = "lives until the VM goes";
  TestVm vm;
  JSVM_Value text = nullptr;
  bool copied = true;
  SetGlobal(vm.env(), "keep", Undefined(vm.env()));
  CHECK_OK(OH_JSVM_CreateExternalStringLatin1(vm.env(), memory, JSVM_AUTO_LENGTH, Count, &finalized, &text, &copied));
  SetGlobal(vm.env(), "keep", text);
  vm.Close();
  CHECK_EQ(finalized.calls, 1);
  CHECK(finalized.env == nullptr);
}

JSVM_TEST(strings, CreateExternalString_empty_is_finalized_at_once) {
  Finalized finalized;
  char memory[] = "";
  TestVm vm;
  JSVM_Value text = nullptr;
  bool copied = true;
  CHECK_OK(OH_JSVM_CreateExternalStringLatin1(vm.env(), memory, 0, Count, &finalized, &text, &copied));
  CHECK_EQ(finalized.calls, 1);
  CHECK_EQ(Str(vm.env(), text), "");
}

JSVM_TEST(strings, CreateExternalString_copied_is_checked_first) {
  TestVm vm;
  JSVM_Value text = nullptr;
  CHECK_STATUS(OH_JSVM_CreateExternalStringLatin1(vm.env(), nullptr, 4, nullptr, nullptr, &text, nullptr),
               JSVM_INVALID_ARG);
  CHECK(text == nullptr);
}
