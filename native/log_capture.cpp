#include "log_capture.h"

#include <cstdint>
#include <cstring>
#include <deque>
#include <mutex>
#include <utility>

#include "log.h"
#include "thread_number.h"

namespace log_capture {
namespace {

struct Entry {
  uint64_t thread;
  Line line;
};

struct Store {
  std::mutex mutex;
  std::deque<Entry> entries;
  std::size_t dropped = 0;
};

/** Never destroyed: a thread may still log while the process ends. */
Store& TheStore() {
  static Store& store = *new Store;
  return store;
}

// hilog calls this on the thread that logs. It must not log itself: that would call it again, for ever.
void OnLine(const LogType, const LogLevel level, const unsigned int domain, const char* tag, const char* message) {
  if (domain != LOG_DOMAIN || tag == nullptr || message == nullptr || std::strcmp(tag, LOG_TAG) != 0) return;
  Store& store = TheStore();
  const std::lock_guard<std::mutex> lock(store.mutex);
  if (store.entries.size() == kCapacity) {
    store.entries.pop_front();
    ++store.dropped;
  }
  store.entries.push_back({ThreadNumber(), {static_cast<int>(level), domain, tag, message}});
}

}  // namespace

void Start() {
  static std::once_flag once;
  std::call_once(once, [] { OH_LOG_SetCallback(OnLine); });
}

std::vector<Line> Take() {
  std::vector<Line> taken;
  const uint64_t thread = ThreadNumber();
  Store& store = TheStore();
  const std::lock_guard<std::mutex> lock(store.mutex);
  if (store.dropped != 0) {
    taken.push_back({LOG_WARN, LOG_DOMAIN, LOG_TAG, std::to_string(store.dropped) + " earlier log lines were dropped"});
    store.dropped = 0;
  }
  std::deque<Entry> left;
  for (Entry& entry : store.entries) {
    if (entry.thread == thread) {
      taken.push_back(std::move(entry.line));
    } else {
      left.push_back(std::move(entry));
    }
  }
  store.entries.swap(left);
  return taken;
}

}  // namespace log_capture
