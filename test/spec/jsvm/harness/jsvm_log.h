#ifndef ARKHOST_SPEC_JSVM_LOG_H
#define ARKHOST_SPEC_JSVM_LOG_H

#include <string>
#include <vector>

#include "hilog/log.h"

namespace jsvm_test {

/** The lines that JSVM itself logs (domain 0xD003900), while one of these lives. One at a time. */
class JsvmLog {
 public:
  JsvmLog() {
    Lines().clear();
    OH_LOG_SetCallback([](LogType, LogLevel, unsigned int domain, const char*, const char* text) {
      if (domain == 0xD003900) Lines().push_back(text);
    });
  }
  ~JsvmLog() { OH_LOG_SetCallback(nullptr); }
  JsvmLog(const JsvmLog&) = delete;
  JsvmLog& operator=(const JsvmLog&) = delete;

  static std::vector<std::string>& Lines() {
    static std::vector<std::string> lines;
    return lines;
  }
  /** How many lines hold the text. */
  static int Count(const char* text) {
    int count = 0;
    for (const std::string& line : Lines()) count += line.find(text) != std::string::npos;
    return count;
  }
  static bool Has(const char* text) { return Count(text) > 0; }
};

}  // namespace jsvm_test

#endif
