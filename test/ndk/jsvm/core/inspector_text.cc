#include "inspector_text.h"

#include <algorithm>

namespace jsvm {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kMalformed = 0xFFFFFFFF;

// Reads the code point at `*position` and moves past it; kMalformed moves past one byte.
char32_t NextCodePoint(std::string_view text, size_t* position) {
  auto first = static_cast<unsigned char>(text[(*position)++]);
  if (first < 0x80) return first;
  size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || text.size() - *position < more) return kMalformed;
  char32_t point = first & (0x3F >> more);
  for (size_t i = 0; i < more; ++i) {
    auto byte = static_cast<unsigned char>(text[*position + i]);
    if ((byte & 0xC0) != 0x80) return kMalformed;
    point = point << 6 | (byte & 0x3F);
  }
  constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
  if (point < kSmallest[more] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return kMalformed;
  *position += more;
  return point;
}

void AppendUtf8(char32_t point, std::string* text) {
  auto tail = [&](int shift) { text->push_back(static_cast<char>(0x80 | ((point >> shift) & 0x3F))); };
  if (point < 0x80) {
    text->push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    text->push_back(static_cast<char>(0xC0 | point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    text->push_back(static_cast<char>(0xE0 | point >> 12));
    tail(6);
    tail(0);
  } else {
    text->push_back(static_cast<char>(0xF0 | point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool IsUtf8(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    if (NextCodePoint(text, &position) == kMalformed) return false;
  }
  return true;
}

std::string ToUtf8(const v8_inspector::StringView& text) {
  std::string utf8;
  utf8.reserve(text.length());
  if (text.is8Bit()) {
    for (size_t i = 0; i < text.length(); ++i) AppendUtf8(text.characters8()[i], &utf8);
    return utf8;
  }
  const uint16_t* units = text.characters16();
  for (size_t i = 0; i < text.length(); ++i) {
    char32_t point = units[i];
    bool high = (point & 0xFC00) == 0xD800;
    if (high && i + 1 < text.length() && (units[i + 1] & 0xFC00) == 0xDC00) {
      point = 0x10000 + ((point & 0x3FF) << 10) + (units[++i] & 0x3FF);
    } else if ((point & 0xF800) == 0xD800) {
      point = kReplacement;
    }
    AppendUtf8(point, &utf8);
  }
  return utf8;
}

std::string ToJsonString(std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string json = "\"";
  for (size_t position = 0; position < text.size();) {
    char32_t point = NextCodePoint(text, &position);
    if (point == kMalformed) {
      json += '?';
    } else if (point < 0x20) {
      json += "\\u00";
      json += kHex[point >> 4];
      json += kHex[point & 0xF];
    } else {
      if (point == '"' || point == '\\') json += '\\';
      AppendUtf8(point, &json);
    }
  }
  json += '"';
  return json;
}

InspectorText::InspectorText(std::string_view utf8) {
  if (IsAscii(utf8)) {
    ascii_ = utf8;
    return;
  }
  wide_.reserve(utf8.size());
  for (size_t position = 0; position < utf8.size();) {
    char32_t point = NextCodePoint(utf8, &position);
    if (point == kMalformed) point = kReplacement;
    if (point < 0x10000) {
      wide_.push_back(static_cast<char16_t>(point));
    } else {
      wide_.push_back(static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10)));
      wide_.push_back(static_cast<char16_t>(0xDC00 + (point & 0x3FF)));
    }
  }
}

v8_inspector::StringView InspectorText::view() const {
  if (!wide_.empty()) return {reinterpret_cast<const uint16_t*>(wide_.data()), wide_.size()};
  return {reinterpret_cast<const uint8_t*>(ascii_.data()), ascii_.size()};
}

}  // namespace jsvm
