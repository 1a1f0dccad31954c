/**
 * The log lines of this module, captured in process by OH_LOG_SetCallback, so that a test can assert on them. Lines go
 * to hilog as ever. Captured are the lines written under this module's domain and tag, kept apart by thread.
 */
#ifndef JSVM_MEMORY_LOG_CAPTURE_H
#define JSVM_MEMORY_LOG_CAPTURE_H

#include <cstddef>
#include <string>
#include <vector>

namespace log_capture {

/** One line as hilog formatted it, `<private>` included. */
struct Line {
  int level;
  unsigned int domain;
  std::string tag;
  std::string message;
};

/** At most so many lines wait to be taken; then the oldest go, and a warning line says how many. */
constexpr std::size_t kCapacity = 1024;

/** Starts capturing. May be called often; hilog has one callback per process, and this takes it. */
void Start();

/** The lines which the calling thread logged since it last took them, oldest first. */
std::vector<Line> Take();

}  // namespace log_capture

#endif  // JSVM_MEMORY_LOG_CAPTURE_H
