#include "formats.h"

#include <cerrno>
#include <cinttypes>
#include <cstddef>
#include <cstdint>

#include "hilog/log.h"

namespace {

std::string last;

void Keep(const LogType, const LogLevel, const unsigned int, const char*, const char* message) {
  last = message;
}

// Through a pointer, as compilers check the format of direct calls only: some rows are wrong on purpose.
int (*const print)(LogType, LogLevel, unsigned int, const char*, const char*, ...) = OH_LOG_Print;

std::vector<Row> rows;

template <typename... Arguments>
void Check(const char* expected, const char* format, Arguments... arguments) {
  last = "nothing was printed";
  print(LOG_APP, LOG_INFO, 0x3200, "Formats", format, arguments...);
  rows.push_back({format, last, expected});
}

void Integers() {
  Check("-42", "%{public}d", -42);
  Check("-42", "%{public}i", -42);
  Check("42", "%{public}u", 42u);
  Check("2a", "%{public}x", 42);
  Check("2A", "%{public}X", 42);
  Check("0x2a", "%{public}#x", 42);
  Check("52", "%{public}o", 42);
  Check("   42|42   |00042|+42", "%{public}5d|%{public}-5d|%{public}05d|%{public}+d", 42, 42, 42, 42);
  Check("00042", "%{public}.5d", 42);
  Check("   42", "%{public}*d", 5, 42);
  Check("42   |", "%{public}*d|", -5, 42);
  Check("  042", "%{public}*.*d", 5, 3, 42);
  Check("-1", "%{public}hhd", 255);
  Check("255", "%{public}hhu", -1);
  Check("-1", "%{public}hd", 65535);
  Check("65535", "%{public}hu", -1);
  Check("-9223372036854775808", "%{public}lld", INT64_MIN);
  Check("18446744073709551615", "%{public}llu", UINT64_MAX);
  Check("-5", "%{public}ld", -5L);
  Check("1048576", "%{public}" PRId64, int64_t{1048576});
  Check("7", "%{public}zu", size_t{7});
  Check("-7", "%{public}zd", static_cast<ptrdiff_t>(-7));
  Check("8", "%{public}jd", intmax_t{8});
  Check("9", "%{public}td", ptrdiff_t{9});
  Check("-1", "%{public}d", int64_t{0xFFFFFFFF});
}

void Numbers() {
  Check("1.500000", "%{public}f", 1.5);
  Check("1.50", "%{public}.2f", 1.5);
  Check("1.5e+00", "%{public}.1e", 1.5);
  Check("1.5E+00", "%{public}.1E", 1.5);
  Check("1.5", "%{public}g", 1.5);
  Check("0x1.8p+0", "%{public}a", 1.5);
  Check("inf nan", "%{public}f %{public}f", __builtin_inf(), __builtin_nan(""));
  Check("2.50", "%{public}.2Lf", 2.5L);
  Check("  1.5|", "%{public}*.*f|", 5, 1, 1.5);
}

void Texts() {
  Check("text", "%{public}s", "text");
  Check("te", "%{public}.2s", "text");
  Check("te", "%{public}.*s", 2, "text");
  Check("  text|text  |", "%{public}6s|%{public}-6s|", "text", "text");
  Check("(null)", "%{public}s", static_cast<const char*>(nullptr));
  Check("(null)", "%{public}.2s", static_cast<const char*>(nullptr));
  Check("c", "%{public}c", 'c');
  Check("\u5185\u5b58", "%{public}ls", L"\u5185\u5b58");
  Check("\u5185", "%{public}.4ls", L"\u5185\u5b58");
  Check("(null)", "%{public}ls", static_cast<const wchar_t*>(nullptr));
  Check("\u5185", "%{public}lc", static_cast<wint_t>(L'\u5185'));
  Check("0x1234", "%{public}p", reinterpret_cast<void*>(0x1234));
  Check("(nil)", "%{public}p", static_cast<void*>(nullptr));
  errno = ENOENT;
  Check("No such file or directory", "%{public}m", 0);
  Check("100%", "100%%", 0);
  Check("100%", "100%{public}%", 0);
}

void Privacy() {
  Check("<private>", "%d", 1);
  Check("<private>", "%{private}d", 1);
  Check("<private>|", "%{private}-10.3s|", "secret");
  Check("<private>", "%{pubic}d", 1);
  Check("<private> 2", "%d %{public}d", 1, 2);
  Check("<private> 2", "%lld %{public}d", 1LL, 2);
  Check("<private> 2", "%*d %{public}d", 5, 1, 2);
  Check("<private> 2", "%*.*f %{public}d", 5, 1, 1.5, 2);
  Check("<private> 2", "%Lf %{public}d", 1.5L, 2);
  Check("<private> 2.5 3", "%f %{public}.1f %{public}d", 1.5, 2.5, 3);
  Check("<private> 2", "%hhd %{public}d", 1, 2);
  Check("<private> 2", "%zu %{public}d", size_t{1}, 2);
  Check("<private> 2", "%ls %{public}d", L"secret", 2);
  Check("<private> 2", "%p %{public}d", static_cast<void*>(nullptr), 2);
  Check("<private> 2", "%c %{public}d", 'c', 2);
  Check("before <private> after", "before %s after", "secret");
}

void Oddities() {
  Check("plain", "plain", 0);
  Check("", "", 0);
  Check("%y 2", "%y %{public}d", 2);
  Check("50%", "50%", 0);
  Check("%{public}", "%{public}", 0);
  int written = 7;
  Check("nothing was printed", "%{public}n", &written);
  rows.push_back({"%n writes nothing", std::to_string(written), "7"});
}

}  // namespace

std::vector<Row> FormatRows() {
  rows.clear();
  OH_LOG_SetCallback(Keep);
  Integers();
  Numbers();
  Texts();
  Privacy();
  Oddities();
  OH_LOG_SetCallback(nullptr);
  return rows;
}
