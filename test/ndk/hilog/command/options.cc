#include "options.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace hilog {

const char kHelp[] =
    "Usage: hilog [options]\n"
    "  -h, --help            this text\n"
    "  -x, --exit            exit after reading what there is; without it, new lines are awaited\n"
    "  -a n, --head=n        the first n lines\n"
    "  -z n, --tail=n        the last n lines\n"
    "  -t types, --type=     app, core, init, kmsg, only_prerelease\n"
    "  -L levels, --level=   D, I, W, E, F\n"
    "  -D domains, --domain= hexadecimal, for example 0x3200\n"
    "  -T tags, --tag=       tags\n"
    "  -P pids, --pid=       process ids\n"
    "  -e expr, --regex=     lines whose text matches\n"
    "  -v format, --format=  time, epoch, monotonic, usec, nsec, year, zone, color; may be repeated\n"
    "  -r                    clear the log\n"
    "  -g                    show the size of the buffer\n"
    "  -G size, --buffer-size=  set it, for example 512K or 16M\n"
    "  -p on|off, --privacy= mask private arguments, or show them\n"
    "  -b level, --baselevel= least level that is logged; with -D or -T for these alone\n"
    "  -Q pidon|pidoff|domainon|domainoff  flow control; there is none here\n"
    "Lists are separated by commas, and a leading ^ excludes them.\n";

namespace {

List ParseList(std::string_view text) {
  List list;
  if (text.starts_with('^')) {
    list.excluded = true;
    text.remove_prefix(1);
  }
  while (!text.empty()) {
    const size_t comma = text.find(',');
    if (comma != 0) list.values.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return list;
}

struct LongName {
  std::string_view name;
  char letter;
};

constexpr std::array kLongNames = {
    LongName{"help", 'h'},    LongName{"exit", 'x'},      LongName{"head", 'a'},     LongName{"tail", 'z'},
    LongName{"type", 't'},    LongName{"level", 'L'},     LongName{"domain", 'D'},   LongName{"tag", 'T'},
    LongName{"pid", 'P'},     LongName{"regex", 'e'},     LongName{"format", 'v'},   LongName{"buffer-size", 'G'},
    LongName{"privacy", 'p'}, LongName{"baselevel", 'b'}, LongName{"flowctrl", 'Q'}, LongName{"write", 'w'},
};

constexpr std::string_view kSwitches = "hxrg";
constexpr std::string_view kWithValue = "azTtLDPevGpbQw";

std::optional<std::string> ParseCount(const std::string& text, std::optional<size_t>& count) {
  char* end = nullptr;
  const long long value = strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0' || value <= 0) return "'" + text + "' is not a number of lines";
  count = static_cast<size_t>(value);
  return std::nullopt;
}

void SetSwitch(char letter, Options& options) {
  if (letter == 'h') options.help = true;
  if (letter == 'x') options.exit_after_reading = true;
  if (letter == 'r') options.clear = true;
  if (letter == 'g') options.show_buffer_size = true;
}

std::optional<std::string> SetValue(char letter, const std::string& value, Options& options) {
  switch (letter) {
    case 'a':
      return ParseCount(value, options.first);
    case 'z':
      return ParseCount(value, options.last);
    case 't':
      options.types = ParseList(value);
      break;
    case 'T':
      options.tags = ParseList(value);
      break;
    case 'D':
      options.domains = ParseList(value);
      break;
    case 'L':
      options.levels = ParseList(value);
      break;
    case 'P':
      options.pids = ParseList(value);
      break;
    case 'e':
      options.expression = value;
      break;
    case 'v':
      options.formats.push_back(value);
      break;
    case 'G':
      options.buffer_size = value;
      break;
    case 'p':
      options.privacy = value;
      break;
    case 'b':
      options.loggable_level = value;
      break;
    case 'Q':
      options.flow_control = value;
      break;
    default:
      options.disk = value;
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ParseOptions(const std::vector<std::string>& arguments, Options& options) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    char letter = '\0';
    std::optional<std::string> value;
    if (argument.starts_with("--")) {
      const size_t equals = argument.find('=');
      const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
      for (const LongName& known : kLongNames) {
        if (known.name == name) letter = known.letter;
      }
      if (equals != std::string::npos) value = argument.substr(equals + 1);
    } else if (argument.size() > 1 && argument[0] == '-') {
      letter = argument[1];
      if (argument.size() > 2) value = argument.substr(2);
    }
    if (letter != '\0' && kSwitches.find(letter) != std::string_view::npos) {
      // Switches may be written together, as in -xr.
      if (!argument.starts_with("--")) {
        for (const char each : argument.substr(1)) {
          if (kSwitches.find(each) == std::string_view::npos) return "'" + argument + "' is not an option";
          SetSwitch(each, options);
        }
      } else {
        SetSwitch(letter, options);
      }
      continue;
    }
    if (letter == '\0' || kWithValue.find(letter) == std::string_view::npos) {
      return "'" + argument + "' is not an option";
    }
    if (!value.has_value()) {
      if (i + 1 == arguments.size()) return "'" + argument + "' needs a value";
      value = arguments[++i];
    }
    if (auto error = SetValue(letter, *value, options)) return error;
  }
  return std::nullopt;
}

}  // namespace hilog
