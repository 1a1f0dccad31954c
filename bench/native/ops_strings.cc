// Strings of 11 and 10,000 characters in the three encodings, made and read back.
#include "bench.h"

namespace bench {

namespace {

constexpr size_t kLong = 10000;

// ASCII for UTF-8, letters with accents for Latin-1, Cyrillic for UTF-16: what each encoding is used for.
template <typename Char, size_t Length>
const Char* Text() {
  static const std::basic_string<Char> text = [] {
    std::basic_string<Char> made;
    for (size_t i = 0; i < Length; ++i) {
      if constexpr (sizeof(Char) == 2) {
        made.push_back(static_cast<Char>(0x0430 + i % 32));
      } else {
        made.push_back(static_cast<Char>('a' + i % 26));
      }
    }
    return made;
  }();
  return text.c_str();
}

template <size_t Length>
const char* Latin1Text() {
  static const std::string text = [] {
    std::string made;
    for (size_t i = 0; i < Length; ++i) made.push_back(static_cast<char>(0xC0 + i % 32));
    return made;
  }();
  return text.c_str();
}

// What the three encodings of a side have in common: the functions that make and read a string of them.
template <typename Char, size_t Length, auto Create, const Char* (*Source)()>
double JsvmCreate(JSVM_Env env, uint64_t count) {
  return Time(count, [&, text = Source()] {
    JSVM_Value value = nullptr;
    BENCH_OK(Create(env, text, Length, &value));
  });
}

template <typename Char, size_t Length, auto Create, const Char* (*Source)()>
double NapiCreate(napi_env env, uint64_t count) {
  return Time(count, [&, text = Source()] {
    napi_value value = nullptr;
    BENCH_OK(Create(env, text, Length, &value));
  });
}

template <typename Char, size_t Length, auto Create, auto Read, const Char* (*Source)()>
double JsvmRead(JSVM_Env env, uint64_t count) {
  JSVM_Value value = nullptr;
  BENCH_OK(Create(env, Source(), Length, &value));
  std::vector<Char> buffer(Length + 1);
  return Time(count, [&] {
    size_t length = 0;
    BENCH_OK(Read(env, value, buffer.data(), buffer.size(), &length));
  });
}

template <typename Char, size_t Length, auto Create, auto Read, const Char* (*Source)()>
double NapiRead(napi_env env, uint64_t count) {
  napi_value value = nullptr;
  BENCH_OK(Create(env, Source(), Length, &value));
  std::vector<Char> buffer(Length + 1);
  return Time(count, [&] {
    size_t length = 0;
    BENCH_OK(Read(env, value, buffer.data(), buffer.size(), &length));
  });
}

struct Utf8 {
  static v8::Local<v8::String> Create(v8::Isolate* isolate, const char* text, size_t length) {
    return v8::String::NewFromUtf8(isolate, text, v8::NewStringType::kNormal, static_cast<int>(length))
        .ToLocalChecked();
  }
  static void Read(v8::Isolate* isolate, v8::Local<v8::String> value, std::vector<char>& buffer) {
    value->WriteUtf8V2(isolate, buffer.data(), buffer.size(), v8::String::WriteFlags::kNullTerminate);
  }
};

struct Latin1 {
  static v8::Local<v8::String> Create(v8::Isolate* isolate, const char* text, size_t length) {
    return v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(text), v8::NewStringType::kNormal,
                                      static_cast<int>(length))
        .ToLocalChecked();
  }
  static void Read(v8::Isolate* isolate, v8::Local<v8::String> value, std::vector<char>& buffer) {
    value->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(buffer.size() - 1),
                          reinterpret_cast<uint8_t*>(buffer.data()), v8::String::WriteFlags::kNullTerminate);
  }
};

struct Utf16 {
  static v8::Local<v8::String> Create(v8::Isolate* isolate, const char16_t* text, size_t length) {
    return v8::String::NewFromTwoByte(isolate, reinterpret_cast<const uint16_t*>(text), v8::NewStringType::kNormal,
                                      static_cast<int>(length))
        .ToLocalChecked();
  }
  static void Read(v8::Isolate* isolate, v8::Local<v8::String> value, std::vector<char16_t>& buffer) {
    value->WriteV2(isolate, 0, static_cast<uint32_t>(buffer.size() - 1), reinterpret_cast<uint16_t*>(buffer.data()),
                   v8::String::WriteFlags::kNullTerminate);
  }
};

template <typename Encoding, typename Char, size_t Length, const Char* (*Source)()>
double V8Create(v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
  return Time(count, [&, text = Source()] { Encoding::Create(isolate, text, Length); });
}

template <typename Encoding, typename Char, size_t Length, const Char* (*Source)()>
double V8Read(v8::Isolate* isolate, v8::Local<v8::Context>, uint64_t count) {
  v8::Local<v8::String> value = Encoding::Create(isolate, Source(), Length);
  std::vector<Char> buffer(Length + 1);
  return Time(count, [&] { Encoding::Read(isolate, value, buffer); });
}

template <typename Encoding, typename Char, size_t Length, auto JsvmMake, auto JsvmGet, auto NapiMake, auto NapiGet,
          const Char* (*Source)()>
void List(const char* create, const char* read) {
  Operations().push_back({"strings", create, JsvmCreate<Char, Length, JsvmMake, Source>,
                          NapiCreate<Char, Length, NapiMake, Source>, V8Create<Encoding, Char, Length, Source>});
  Operations().push_back({"strings", read, JsvmRead<Char, Length, JsvmMake, JsvmGet, Source>,
                          NapiRead<Char, Length, NapiMake, NapiGet, Source>, V8Read<Encoding, Char, Length, Source>});
}

template <size_t Length>
void ListLength(const char* const (&names)[6]) {
  List<Utf8, char, Length, OH_JSVM_CreateStringUtf8, OH_JSVM_GetValueStringUtf8, napi_create_string_utf8,
       napi_get_value_string_utf8, Text<char, Length>>(names[0], names[1]);
  List<Latin1, char, Length, OH_JSVM_CreateStringLatin1, OH_JSVM_GetValueStringLatin1, napi_create_string_latin1,
       napi_get_value_string_latin1, Latin1Text<Length>>(names[2], names[3]);
  List<Utf16, char16_t, Length, OH_JSVM_CreateStringUtf16, OH_JSVM_GetValueStringUtf16, napi_create_string_utf16,
       napi_get_value_string_utf16, Text<char16_t, Length>>(names[4], names[5]);
}

const bool kListed = [] {
  ListLength<11>({"create utf8, 11 characters", "read utf8, 11 characters", "create latin1, 11 characters",
                  "read latin1, 11 characters", "create utf16, 11 characters", "read utf16, 11 characters"});
  ListLength<kLong>({"create utf8, 10,000 characters", "read utf8, 10,000 characters",
                     "create latin1, 10,000 characters", "read latin1, 10,000 characters",
                     "create utf16, 10,000 characters", "read utf16, 10,000 characters"});
  return true;
}();

}  // namespace

}  // namespace bench
