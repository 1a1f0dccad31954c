// What the `hilog` command can switch while a process runs: the system's level, levels of single tags and domains,
// privacy, and the size of the buffer. It lives in a file mapped by both, beside the sink.
#ifndef ARKHOST_HILOG_CONTROL_H_
#define ARKHOST_HILOG_CONTROL_H_

#include <atomic>
#include <cstdint>

#include "bounds.h"

namespace hilog {

// A level for one tag, or for one domain when the tag is empty.
struct LevelRule {
  std::atomic<int32_t> level;  // 0: the rule is not set
  uint32_t domain;
  char tag[kMaxTag + 1];
};

struct Control {
  static constexpr uint32_t kMagic = 0x68696c31;
  static constexpr int kMaxRules = 64;

  std::atomic<uint32_t> magic;
  std::atomic<int32_t> system_level;
  std::atomic<int32_t> show_private;
  std::atomic<uint64_t> buffer_bytes;
  std::atomic<uint32_t> rule_count;
  LevelRule rules[kMaxRules];
};

// Sets the defaults; a level letter in the environment variable ARKHOST_HILOG_LEVEL counts as the system's.
void InitControl(Control& control);

// Maps `<sink>.control`, which is made when missing. nullptr when that cannot be done; errno says why.
Control* MapControl(const char* sink_path);

// Sets the level of a tag, or of a domain when `tag` is empty. False when the table is full.
bool SetRule(Control& control, const char* tag, uint32_t domain, int level);

// The level from which on the system lets lines of this domain and tag pass: tag first, then domain, then the system's.
int SystemLevel(const Control& control, uint32_t domain, const char* tag);

// D I W E F (or their names) as a level; -1 for anything else.
int ParseLevel(const char* text);

}  // namespace hilog

#endif  // ARKHOST_HILOG_CONTROL_H_
