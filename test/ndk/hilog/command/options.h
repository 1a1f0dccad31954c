// The options of the hilog command.
#ifndef ARKHOST_HILOG_COMMAND_OPTIONS_H_
#define ARKHOST_HILOG_COMMAND_OPTIONS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hilog {

// Values given with commas; a leading ^ turns the list into what must not match.
struct List {
  std::vector<std::string> values;
  bool excluded = false;

  bool empty() const { return values.empty(); }
};

struct Options {
  bool exit_after_reading = false;
  bool clear = false;
  bool help = false;
  bool show_buffer_size = false;
  List types;
  List tags;
  List domains;
  List levels;
  List pids;
  std::string expression;
  std::optional<size_t> first;
  std::optional<size_t> last;
  std::vector<std::string> formats;
  std::string buffer_size;
  std::string privacy;
  std::string flow_control;
  std::string loggable_level;
  std::string disk;
};

// Reads the arguments; a text that says what is wrong when they are not understood.
std::optional<std::string> ParseOptions(const std::vector<std::string>& arguments, Options& options);

extern const char kHelp[];

}  // namespace hilog

#endif  // ARKHOST_HILOG_COMMAND_OPTIONS_H_
