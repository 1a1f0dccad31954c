// `hilog`: reads the log of a run from its sink file, and switches levels and privacy of the running process.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "../control.h"
#include "filter.h"
#include "options.h"

namespace {

using hilog::Control;
using hilog::Filter;
using hilog::Options;

int Fail(const std::string& message) {
  fprintf(stderr, "hilog: %s\n", message.c_str());
  return 1;
}

// 512K, 16M or bytes; 0 when it is none of them.
uint64_t ParseSize(const std::string& text) {
  char* end = nullptr;
  const unsigned long long number = strtoull(text.c_str(), &end, 10);
  const std::string unit(end);
  if (unit.empty() || unit == "B") return number;
  if (unit == "K" || unit == "KB") return number << 10;
  if (unit == "M" || unit == "MB") return number << 20;
  return 0;
}

int SetLevel(Control& control, const Options& options) {
  const int level = hilog::ParseLevel(options.loggable_level.c_str());
  if (level < 0) return Fail("'" + options.loggable_level + "' is not a level: D, I, W, E or F");
  bool fits = true;
  for (const std::string& tag : options.tags.values) fits = fits && SetRule(control, tag.c_str(), 0, level);
  for (const std::string& domain : options.domains.values) {
    fits = fits && SetRule(control, "", static_cast<uint32_t>(strtoul(domain.c_str(), nullptr, 16)), level);
  }
  if (!fits) return Fail("too many levels of single tags and domains");
  if (options.tags.empty() && options.domains.empty()) control.system_level = level;
  printf("Set log level to %s\n", options.loggable_level.c_str());
  return 0;
}

int SetBufferSize(Control& control, const Options& options) {
  const uint64_t size = ParseSize(options.buffer_size);
  if (size < 64u << 10 || size > 512u << 20) {
    return Fail("'" + options.buffer_size + "' is not a buffer size of 64K to 512M");
  }
  control.buffer_bytes = size;
  printf("Set buffer size to %s\n", options.buffer_size.c_str());
  return 0;
}

int SetPrivacy(Control& control, const Options& options) {
  if (options.privacy != "on" && options.privacy != "off") return Fail("-p takes on or off");
  control.show_private = options.privacy == "off";
  printf("Set privacy %s\n", options.privacy.c_str());
  return 0;
}

// What the running process reads from the control file. -1: no such option was given.
int Configure(const char* sink, const Options& options) {
  const bool wanted = options.show_buffer_size || !options.buffer_size.empty() || !options.privacy.empty() ||
                      !options.loggable_level.empty();
  if (!wanted) return -1;
  Control* control = hilog::MapControl(sink);
  if (control == nullptr) return Fail(std::string("cannot open ") + sink + ".control: " + strerror(errno));
  if (options.show_buffer_size) {
    printf("Log buffer size is %lluK\n", static_cast<unsigned long long>(control->buffer_bytes >> 10));
    return 0;
  }
  if (!options.buffer_size.empty()) return SetBufferSize(*control, options);
  if (!options.privacy.empty()) return SetPrivacy(*control, options);
  return SetLevel(*control, options);
}

// Reads the sink line by line and prints what passes. `first` and `last` limit the lines printed.
class Reader {
 public:
  Reader(const Options& options, const Filter& filter) : options_(options), filter_(filter) {}

  // Takes what the file has by now. False when nothing more is wanted.
  bool Read(FILE* file) {
    char* line = nullptr;
    size_t room = 0;
    bool wanted = true;
    for (ssize_t length = 0; wanted && (length = getline(&line, &room, file)) > 0;) {
      partial_.append(line, static_cast<size_t>(length));
      if (partial_.back() != '\n') break;
      partial_.pop_back();
      wanted = Take(partial_);
      partial_.clear();
    }
    free(line);
    clearerr(file);
    fflush(stdout);
    return wanted;
  }

  void PrintLast() {
    for (const std::string& line : kept_) fputs(line.c_str(), stdout);
  }

 private:
  bool Take(const std::string& line) {
    const auto parsed = hilog::ParseLine(line);
    if (!parsed.has_value() || !filter_.Accepts(*parsed)) return true;
    if (options_.last.has_value()) {
      kept_.push_back(filter_.Show(*parsed));
      if (kept_.size() > *options_.last) kept_.pop_front();
      return true;
    }
    fputs(filter_.Show(*parsed).c_str(), stdout);
    return !options_.first.has_value() || ++shown_ < *options_.first;
  }

  const Options& options_;
  const Filter& filter_;
  size_t shown_ = 0;
  std::string partial_;
  std::deque<std::string> kept_;
};

int Show(const char* sink, const Options& options, const Filter& filter) {
  const bool once = options.exit_after_reading || options.first.has_value() || options.last.has_value();
  FILE* file = fopen(sink, "re");
  // A run that has not logged yet has no file.
  while (file == nullptr && !once) {
    usleep(50000);
    file = fopen(sink, "re");
  }
  if (file == nullptr) return 0;
  Reader reader(options, filter);
  while (reader.Read(file) && !once) usleep(50000);
  reader.PrintLast();
  fclose(file);
  return 0;
}

int Run(const std::vector<std::string>& arguments) {
  Options options;
  if (const auto error = ParseOptions(arguments, options)) return Fail(*error + "; see hilog -h");
  if (options.help) {
    fputs(hilog::kHelp, stdout);
    return 0;
  }
  const char* sink = getenv("ARKHOST_HILOG_SINK");
  if (sink == nullptr) return Fail("no log: ARKHOST_HILOG_SINK does not name the file that a run writes");
  if (!options.disk.empty()) return Fail(std::string("-w is not needed here: the log is in ") + sink);
  if (!options.flow_control.empty()) {
    puts("There is no flow control here: no line is dropped");
    return 0;
  }
  Filter filter(options);
  if (const auto error = filter.Prepare()) return Fail(*error);
  if (const int result = Configure(sink, options); result >= 0) return result;
  if (options.clear) {
    if (truncate(sink, 0) != 0 && errno != ENOENT)
      return Fail(std::string("cannot clear ") + sink + ": " + strerror(errno));
    puts("Log type core,app,only_prerelease buffer clear successfully");
    if (!options.exit_after_reading) return 0;
  }
  return Show(sink, options, filter);
}

}  // namespace

int main(int argc, char** argv) {
  return Run(std::vector<std::string>(argv + 1, argv + argc));
}
