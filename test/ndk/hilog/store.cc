#include "store.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "line.h"

namespace hilog {
namespace {

int32_t ThreadId() {
  static thread_local const auto id = static_cast<int32_t>(syscall(SYS_gettid));
  return id;
}

int64_t NowMs() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

uint64_t SizeOf(const Line& line) {
  return sizeof(Line) + line.tag.size() + line.message.size();
}

// A full disk or a closed reader must not stop the program that logs, so what cannot be written is left out.
void WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

ArkhostLogRecord Line::View(int32_t pid) const {
  return {sequence, time_ms, pid, tid, type, level, domain, tag.c_str(), message.c_str(), message.size()};
}

Store& Store::Get() {
  static Store* store = new Store();
  return *store;
}

void Store::Add(int type, int level, uint32_t domain, std::string_view tag, std::string_view message,
                uint64_t limit_bytes) {
  const std::lock_guard lock(mutex_);
  // The time is taken under the lock, so that it never runs backwards in the log.
  const Line& line = lines_.emplace_back(
      Line{++last_sequence_, NowMs(), ThreadId(), type, level, domain, std::string(tag), std::string(message)});
  bytes_ += SizeOf(line);
  if (sink_ >= 0) WriteAll(sink_, FormatLines(line.View(getpid())));
  Trim(limit_bytes);
}

void Store::Trim(uint64_t limit_bytes) {
  while (bytes_ > limit_bytes && lines_.size() > 1) {
    bytes_ -= SizeOf(lines_.front());
    lines_.pop_front();
    ++dropped_;
  }
}

std::vector<Line> Store::After(uint64_t sequence) {
  const std::lock_guard lock(mutex_);
  const auto first = std::partition_point(lines_.begin(), lines_.end(),
                                          [sequence](const Line& line) { return line.sequence <= sequence; });
  return {first, lines_.end()};
}

void Store::Clear() {
  const std::lock_guard lock(mutex_);
  lines_.clear();
  bytes_ = 0;
}

uint64_t Store::dropped() {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

int Store::OpenSink(const char* path) {
  const int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return errno;
  const std::lock_guard lock(mutex_);
  if (sink_ >= 0) close(sink_);
  sink_ = file;
  return 0;
}

}  // namespace hilog
