#include "line.h"

#include <cstdio>
#include <ctime>
#include <string_view>

#include "bounds.h"

namespace hilog {

char LevelLetter(int level) {
  static constexpr char kLetters[] = "DIWEF";
  return level < kLowestLevel || level > kHighestLevel ? '?' : kLetters[level - kLowestLevel];
}

std::string FormatLines(const ArkhostLogRecord& record) {
  const time_t seconds = static_cast<time_t>(record.time_ms / 1000);
  tm local{};
  localtime_r(&seconds, &local);
  char head[128];
  const int head_length =
      snprintf(head, sizeof head, "%02d-%02d %02d:%02d:%02d.%03d %5d %5d %c %c%05x/%.*s: ", local.tm_mon + 1,
               local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec, static_cast<int>(record.time_ms % 1000),
               record.pid, record.tid, LevelLetter(record.level), record.type == kTypeCore ? 'C' : 'A',
               record.domain & 0xFFFFF, static_cast<int>(kMaxTag), record.tag);
  const std::string_view prefix(head, static_cast<size_t>(head_length));
  std::string_view rest(record.message, record.message_length);
  std::string lines;
  do {
    const size_t end = rest.find('\n');
    lines.append(prefix).append(rest.substr(0, end)).push_back('\n');
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  } while (!rest.empty());
  return lines;
}

}  // namespace hilog
