// The one ordered log of the process.
#ifndef ARKHOST_HILOG_STORE_H_
#define ARKHOST_HILOG_STORE_H_

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "host.h"

namespace hilog {

// A line that owns its texts.
struct Line {
  uint64_t sequence;
  int64_t time_ms;
  int32_t tid;
  int32_t type;
  int32_t level;
  uint32_t domain;
  std::string tag;
  std::string message;

  ArkhostLogRecord View(int32_t pid) const;
};

class Store {
 public:
  // The store of the process. It is never destroyed: threads may log until the very end.
  static Store& Get();

  void Add(int type, int level, uint32_t domain, std::string_view tag, std::string_view message, uint64_t limit_bytes);
  // Copies of the lines after `sequence`, oldest first.
  std::vector<Line> After(uint64_t sequence);
  void Clear();
  uint64_t dropped();
  // Appends to this file from now on. 0, or an errno.
  int OpenSink(const char* path);

 private:
  void Trim(uint64_t limit_bytes);

  std::mutex mutex_;
  std::deque<Line> lines_;
  uint64_t bytes_ = 0;
  uint64_t last_sequence_ = 0;
  uint64_t dropped_ = 0;
  int sink_ = -1;
};

}  // namespace hilog

#endif  // ARKHOST_HILOG_STORE_H_
