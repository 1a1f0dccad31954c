#include "format.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <string>
#include <string_view>

namespace hilog {
namespace {

enum class Length { kNone, kChar, kShort, kLong, kLongLong, kLongDouble, kMax, kSize, kDifference };

// One conversion as the C formatter would read it, with the privacy marker taken out.
struct Conversion {
  bool is_public = false;
  std::string flags;
  bool has_width = false;
  int width = 0;
  bool has_precision = false;
  int precision = 0;
  Length length = Length::kNone;
  char kind = '\0';
};

// Text that is cut at the end of its room.
class Output {
 public:
  Output(char* out, size_t size) : out_(out), room_(size - 1) {}

  void Append(std::string_view text) {
    const size_t taken = text.size() < room_ - used_ ? text.size() : room_ - used_;
    memcpy(out_ + used_, text.data(), taken);
    used_ += taken;
  }

  int Finish() {
    out_[used_] = '\0';
    return static_cast<int>(used_);
  }

 private:
  char* out_;
  size_t room_;
  size_t used_ = 0;
};

void AppendCodePoint(std::string& text, uint32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0 | point >> 6);
    text += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0 | point >> 12);
    text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | point >> 18);
    text += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// Formats one value with the conversion's own flags, width, precision and length.
template <typename T>
void AppendFormatted(Output& output, const Conversion& conversion, std::string_view length, char kind, T value) {
  std::string format = "%" + conversion.flags;
  if (conversion.has_width) format += std::to_string(conversion.width);
  if (conversion.has_precision) format += "." + std::to_string(conversion.precision);
  format += length;
  format += kind;
  char small[128];
  const int needed = snprintf(small, sizeof small, format.c_str(), value);
  if (needed < 0) return;
  if (static_cast<size_t>(needed) < sizeof small) return output.Append({small, static_cast<size_t>(needed)});
  std::string large(static_cast<size_t>(needed) + 1, '\0');
  snprintf(large.data(), large.size(), format.c_str(), value);
  output.Append({large.data(), static_cast<size_t>(needed)});
}

// Reads arguments in the order of the format. Every argument is consumed, shown or not.
class Arguments {
 public:
  explicit Arguments(va_list source) { va_copy(list_, source); }
  ~Arguments() { va_end(list_); }
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  int Int() { return va_arg(list_, int); }
  const void* Pointer() { return va_arg(list_, const void*); }
  wint_t WideChar() { return va_arg(list_, wint_t); }
  double Double() { return va_arg(list_, double); }
  long double LongDouble() { return va_arg(list_, long double); }

  // An integer of the given length, as the 64 bits that print the same with `ll`.
  long long Signed(Length length) {
    switch (length) {
      case Length::kChar:
        return static_cast<signed char>(va_arg(list_, int));
      case Length::kShort:
        return static_cast<short>(va_arg(list_, int));
      case Length::kLong:
        return va_arg(list_, long);
      case Length::kLongLong:
      case Length::kLongDouble:
        return va_arg(list_, long long);
      case Length::kMax:
        return va_arg(list_, intmax_t);
      case Length::kSize:
        return va_arg(list_, ssize_t);
      case Length::kDifference:
        return va_arg(list_, ptrdiff_t);
      case Length::kNone:
        break;
    }
    return va_arg(list_, int);
  }

  unsigned long long Unsigned(Length length) {
    switch (length) {
      case Length::kChar:
        return static_cast<unsigned char>(va_arg(list_, int));
      case Length::kShort:
        return static_cast<unsigned short>(va_arg(list_, int));
      case Length::kNone:
        return va_arg(list_, unsigned int);
      default:
        return static_cast<unsigned long long>(Signed(length));
    }
  }

 private:
  va_list list_;
};

bool TakePrefix(const char*& at, std::string_view prefix) {
  if (strncmp(at, prefix.data(), prefix.size()) != 0) return false;
  at += prefix.size();
  return true;
}

// The marker after `%`. One that is misspelt hides its argument like a missing one.
bool TakeMarker(const char*& at) {
  if (TakePrefix(at, "{public}")) return true;
  if (*at != '{') return false;
  const char* end = strchr(at, '}');
  if (end != nullptr) at = end + 1;
  return false;
}

int TakeNumber(const char*& at) {
  int value = 0;
  for (; *at >= '0' && *at <= '9'; ++at) {
    if (value < 100000) value = value * 10 + (*at - '0');
  }
  return value;
}

Length TakeLength(const char*& at) {
  if (TakePrefix(at, "hh")) return Length::kChar;
  if (TakePrefix(at, "h")) return Length::kShort;
  if (TakePrefix(at, "ll") || TakePrefix(at, "q")) return Length::kLongLong;
  if (TakePrefix(at, "l")) return Length::kLong;
  if (TakePrefix(at, "L")) return Length::kLongDouble;
  if (TakePrefix(at, "j")) return Length::kMax;
  if (TakePrefix(at, "z")) return Length::kSize;
  if (TakePrefix(at, "t")) return Length::kDifference;
  return Length::kNone;
}

// Reads what follows a `%`. Widths and precisions given as `*` are taken from the arguments.
Conversion Parse(const char*& at, Arguments& arguments) {
  Conversion conversion;
  conversion.is_public = TakeMarker(at);
  while (*at != '\0' && strchr("-+ #0'I", *at) != nullptr) conversion.flags += *at++;
  if (*at == '*') {
    ++at;
    conversion.has_width = true;
    conversion.width = arguments.Int();
    if (conversion.width < 0) {
      conversion.flags += '-';
      conversion.width = conversion.width == INT32_MIN ? 0 : -conversion.width;
    }
  } else if (*at >= '0' && *at <= '9') {
    conversion.has_width = true;
    conversion.width = TakeNumber(at);
  }
  if (*at == '.') {
    ++at;
    conversion.has_precision = true;
    if (*at == '*') {
      ++at;
      conversion.precision = arguments.Int();
      if (conversion.precision < 0) conversion.has_precision = false;
    } else {
      conversion.precision = TakeNumber(at);
    }
  }
  conversion.length = TakeLength(at);
  conversion.kind = *at;
  if (*at != '\0') ++at;
  return conversion;
}

void AppendString(Output& output, const Conversion& conversion, const char* text) {
  if (text == nullptr) {
    Conversion whole = conversion;
    whole.has_precision = false;
    return AppendFormatted(output, whole, "", 's', "(null)");
  }
  AppendFormatted(output, conversion, "", 's', text);
}

// Wide text becomes UTF-8 whatever the locale is, as on the device.
void AppendWideString(Output& output, const Conversion& conversion, const wchar_t* text) {
  if (text == nullptr) return AppendString(output, conversion, nullptr);
  std::string bytes;
  for (; *text != L'\0'; ++text) {
    const size_t before = bytes.size();
    AppendCodePoint(bytes, static_cast<uint32_t>(*text));
    if (conversion.has_precision && bytes.size() > static_cast<size_t>(conversion.precision)) {
      bytes.resize(before);
      break;
    }
  }
  Conversion whole = conversion;
  whole.has_precision = false;
  AppendFormatted(output, whole, "", 's', bytes.c_str());
}

void AppendWideChar(Output& output, const Conversion& conversion, wint_t value) {
  const wchar_t text[2] = {static_cast<wchar_t>(value), L'\0'};
  Conversion whole = conversion;
  whole.has_precision = false;
  AppendWideString(output, whole, text);
}

// Prints or hides one conversion. False for a kind that is not known; its text then stays as it is.
bool Append(Output& output, const Conversion& conversion, Arguments& arguments, bool show, int error_number) {
  const auto show_or_hide = [&](auto print) {
    if (show) return print();
    output.Append("<private>");
  };
  const bool wide = conversion.length == Length::kLong;
  switch (conversion.kind) {
    case 'd':
    case 'i': {
      const long long value = arguments.Signed(conversion.length);
      show_or_hide([&] { AppendFormatted(output, conversion, "ll", 'd', value); });
      return true;
    }
    case 'o':
    case 'u':
    case 'x':
    case 'X': {
      const unsigned long long value = arguments.Unsigned(conversion.length);
      show_or_hide([&] { AppendFormatted(output, conversion, "ll", conversion.kind, value); });
      return true;
    }
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      if (conversion.length == Length::kLongDouble) {
        const long double value = arguments.LongDouble();
        show_or_hide([&] { AppendFormatted(output, conversion, "L", conversion.kind, value); });
      } else {
        const double value = arguments.Double();
        show_or_hide([&] { AppendFormatted(output, conversion, "", conversion.kind, value); });
      }
      return true;
    }
    case 'c':
    case 'C': {
      if (conversion.kind == 'C' || wide) {
        const wint_t value = arguments.WideChar();
        show_or_hide([&] { AppendWideChar(output, conversion, value); });
      } else {
        const int value = arguments.Int();
        show_or_hide([&] { AppendFormatted(output, conversion, "", 'c', value); });
      }
      return true;
    }
    case 's':
    case 'S': {
      const void* text = arguments.Pointer();
      show_or_hide([&] {
        if (conversion.kind == 'S' || wide) {
          AppendWideString(output, conversion, static_cast<const wchar_t*>(text));
        } else {
          AppendString(output, conversion, static_cast<const char*>(text));
        }
      });
      return true;
    }
    case 'p': {
      const void* value = arguments.Pointer();
      show_or_hide([&] { AppendFormatted(output, conversion, "", 'p', value); });
      return true;
    }
    case 'm':
      show_or_hide([&] { AppendString(output, conversion, strerror(error_number)); });
      return true;
    case '%':
      output.Append("%");
      return true;
    default:
      return false;
  }
}

}  // namespace

int FormatMessage(char* out, size_t size, const char* format, va_list source, bool show_private) {
  const int error_number = errno;
  Output output(out, size);
  Arguments arguments(source);
  for (const char* at = format; *at != '\0';) {
    if (*at != '%') {
      const char* end = strchrnul(at, '%');
      output.Append({at, static_cast<size_t>(end - at)});
      at = end;
      continue;
    }
    const char* start = at++;
    const Conversion conversion = Parse(at, arguments);
    if (conversion.kind == 'n') return -1;
    if (!Append(output, conversion, arguments, conversion.is_public || show_private, error_number)) {
      output.Append({start, static_cast<size_t>(at - start)});
    }
  }
  errno = error_number;
  return output.Finish();
}

}  // namespace hilog
