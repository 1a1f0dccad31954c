#include "filter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "../control.h"

namespace hilog {
namespace {

constexpr size_t kTimeLength = sizeof("MM-DD hh:mm:ss.mmm") - 1;

// The next word, and what is behind the blanks after it.
std::string_view TakeWord(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

template <typename Match>
bool Passes(const List& list, Match match) {
  if (list.empty()) return true;
  const bool found = std::any_of(list.values.begin(), list.values.end(), match);
  return found != list.excluded;
}

char TypeLetter(const std::string& type) {
  if (type == "app") return 'A';
  if (type == "core") return 'C';
  if (type == "init") return 'I';
  if (type == "kmsg") return 'K';
  if (type == "only_prerelease") return 'P';
  return '\0';
}

// Domains are compared as they are shown: without the bits that only system services have.
std::optional<unsigned long> DomainNumber(const std::string& text) {
  char* end = nullptr;
  const unsigned long value = strtoul(text.c_str(), &end, 16);
  if (text.empty() || *end != '\0') return std::nullopt;
  return value & 0xFFFFF;
}

bool Has(const std::vector<std::string>& formats, const char* name) {
  return std::find(formats.begin(), formats.end(), name) != formats.end();
}

// Seconds since 1970 of a time without a year: the last one that is not in the future.
time_t Seconds(std::string_view time, tm& parts) {
  const time_t now = ::time(nullptr);
  localtime_r(&now, &parts);
  const int year = parts.tm_year;
  const auto field = [time](size_t at) { return atoi(std::string(time.substr(at, 2)).c_str()); };
  for (int back = 0; back < 2; ++back) {
    parts = {};
    parts.tm_year = year - back;
    parts.tm_mon = field(0) - 1;
    parts.tm_mday = field(3);
    parts.tm_hour = field(6);
    parts.tm_min = field(9);
    parts.tm_sec = field(12);
    parts.tm_isdst = -1;
    const time_t seconds = mktime(&parts);
    constexpr time_t kDay = 24 * 60 * 60;
    if (seconds <= now + kDay || back == 1) return seconds;
  }
  return now;
}

const char* ColorOf(char level) {
  switch (level) {
    case 'I':
      return "\x1b[38;5;40m";
    case 'W':
      return "\x1b[38;5;166m";
    case 'E':
      return "\x1b[38;5;196m";
    case 'F':
      return "\x1b[38;5;226m";
    default:
      return "\x1b[38;5;75m";
  }
}

}  // namespace

std::optional<ParsedLine> ParseLine(std::string_view line) {
  if (line.size() < kTimeLength) return std::nullopt;
  ParsedLine parsed{};
  parsed.time = line.substr(0, kTimeLength);
  std::string_view rest = line.substr(kTimeLength);
  parsed.after_time = rest;
  parsed.pid = TakeWord(rest);
  parsed.tid = TakeWord(rest);
  const std::string_view level = TakeWord(rest);
  const size_t slash = rest.find('/');
  const size_t colon = rest.find(": ", slash == std::string_view::npos ? 0 : slash);
  if (level.size() != 1 || slash == std::string_view::npos || slash < 2 || colon == std::string_view::npos) {
    return std::nullopt;
  }
  parsed.level = level[0];
  parsed.type = rest[0];
  parsed.domain = rest.substr(1, slash - 1);
  parsed.tag = rest.substr(slash + 1, colon - slash - 1);
  parsed.text = rest.substr(colon + 2);
  return parsed;
}

Filter::~Filter() {
  if (has_expression_) regfree(&expression_);
}

std::optional<std::string> Filter::Prepare() {
  for (const std::string& type : options_.types.values) {
    if (TypeLetter(type) == '\0') return "'" + type + "' is not a log type";
  }
  for (const std::string& level : options_.levels.values) {
    if (ParseLevel(level.c_str()) < 0) return "'" + level + "' is not a level: D, I, W, E or F";
  }
  for (const std::string& domain : options_.domains.values) {
    if (!DomainNumber(domain).has_value()) return "'" + domain + "' is not a hexadecimal domain";
  }
  static constexpr std::array kFormats = {"time", "epoch", "monotonic", "usec", "nsec",
                                          "year", "zone",  "color",     "msec"};
  for (const std::string& format : options_.formats) {
    if (std::find(kFormats.begin(), kFormats.end(), format) == kFormats.end())
      return "'" + format + "' is not a format";
  }
  if (options_.expression.empty()) return std::nullopt;
  if (regcomp(&expression_, options_.expression.c_str(), REG_EXTENDED | REG_NOSUB) != 0) {
    return "'" + options_.expression + "' is not a regular expression";
  }
  has_expression_ = true;
  return std::nullopt;
}

bool Filter::Accepts(const ParsedLine& line) const {
  static constexpr std::string_view kLevels = "DIWEF";
  return Passes(options_.types, [&](const std::string& type) { return TypeLetter(type) == line.type; }) &&
         Passes(options_.levels,
                [&](const std::string& level) {
                  return kLevels[static_cast<size_t>(ParseLevel(level.c_str()) - kLowestLevel)] == line.level;
                }) &&
         Passes(options_.domains,
                [&](const std::string& domain) {
                  return DomainNumber(domain) == DomainNumber(std::string(line.domain));
                }) &&
         Passes(options_.tags, [&](const std::string& tag) { return tag == line.tag; }) &&
         Passes(options_.pids, [&](const std::string& pid) { return pid == line.pid; }) &&
         (!has_expression_ || regexec(&expression_, std::string(line.text).c_str(), 0, nullptr, 0) == 0);
}

std::string Filter::ShowTime(std::string_view time) const {
  const std::vector<std::string>& formats = options_.formats;
  tm parts{};
  const time_t seconds = Seconds(time, parts);
  std::string fraction(time.substr(kTimeLength - 3));
  // The log keeps milliseconds; finer digits are zero.
  if (Has(formats, "usec")) fraction += "000";
  if (Has(formats, "nsec")) fraction += "000000";
  if (Has(formats, "epoch")) return std::to_string(seconds) + "." + fraction;
  if (Has(formats, "monotonic")) {
    timespec real{};
    timespec monotonic{};
    clock_gettime(CLOCK_REALTIME, &real);
    clock_gettime(CLOCK_MONOTONIC, &monotonic);
    const double started = static_cast<double>(real.tv_sec - monotonic.tv_sec) +
                           static_cast<double>(real.tv_nsec - monotonic.tv_nsec) / 1e9;
    const double since = static_cast<double>(seconds) + atof(("0." + fraction).c_str()) - started;
    char text[64];
    snprintf(text, sizeof text, "%.*f", static_cast<int>(fraction.size()), since);
    return text;
  }
  std::string shown = std::string(time.substr(0, kTimeLength - 3)) + fraction;
  if (Has(formats, "year")) shown = std::to_string(parts.tm_year + 1900) + "-" + shown;
  if (Has(formats, "zone")) {
    char zone[16];
    strftime(zone, sizeof zone, "%z", &parts);
    shown = std::string(zone) + " " + shown;
  }
  return shown;
}

std::string Filter::Show(const ParsedLine& line) const {
  std::string shown = ShowTime(line.time);
  shown += line.after_time;
  if (Has(options_.formats, "color")) shown = ColorOf(line.level) + shown + "\x1b[0m";
  return shown + "\n";
}

}  // namespace hilog
