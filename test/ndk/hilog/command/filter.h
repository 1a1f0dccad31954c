// Which lines of the sink are shown, and how.
#ifndef ARKHOST_HILOG_COMMAND_FILTER_H_
#define ARKHOST_HILOG_COMMAND_FILTER_H_

#include <regex.h>

#include <optional>
#include <string>
#include <string_view>

#include "options.h"

namespace hilog {

// A line of the sink, taken apart. The parts point into the line.
struct ParsedLine {
  std::string_view time;  // MM-DD hh:mm:ss.mmm
  std::string_view pid;
  std::string_view tid;
  char level;
  char type;  // A application, C core
  std::string_view domain;
  std::string_view tag;
  std::string_view text;
  std::string_view after_time;
};

std::optional<ParsedLine> ParseLine(std::string_view line);

class Filter {
 public:
  explicit Filter(const Options& options) : options_(options) {}
  ~Filter();
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  // Compiles the expression and checks the lists; a text when something is wrong with them.
  std::optional<std::string> Prepare();
  bool Accepts(const ParsedLine& line) const;
  // The line in the formats that -v asks for, with its end.
  std::string Show(const ParsedLine& line) const;

 private:
  std::string ShowTime(std::string_view time) const;

  const Options& options_;
  bool has_expression_ = false;
  regex_t expression_{};
};

}  // namespace hilog

#endif  // ARKHOST_HILOG_COMMAND_FILTER_H_
