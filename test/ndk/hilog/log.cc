// The functions of hilog/log.h.
#include "hilog/log.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "bounds.h"
#include "control.h"
#include "format.h"
#include "host.h"
#include "line.h"
#include "store.h"

namespace hilog {
namespace {

std::atomic<LogCallback> callback{nullptr};

// 0: not set.
std::atomic<int> least_level{0};
std::atomic<int> preferred_level{0};
std::atomic<int> preference{UNSET_LOGLEVEL};

Control& OwnControl() {
  static Control* control = [] {
    static Control memory;
    InitControl(memory);
    return &memory;
  }();
  return *control;
}

std::atomic<Control*> mapped_control{nullptr};

Control& CurrentControl() {
  Control* mapped = mapped_control.load(std::memory_order_acquire);
  return mapped != nullptr ? *mapped : OwnControl();
}

bool IsLevel(int level) {
  return level >= kLowestLevel && level <= kHighestLevel;
}

// The tag as it is stored: never NULL, at most 31 bytes.
std::string_view CutTag(const char* tag) {
  return tag == nullptr ? std::string_view() : std::string_view(tag, strnlen(tag, kMaxTag));
}

bool IsDomain(unsigned domain) {
  return domain <= kMaxAppDomain || domain == kJsvmDomain;
}

bool PassesLevel(unsigned domain, std::string_view tag, int level) {
  if (!IsLevel(level)) return false;
  const std::string tag_text(tag);
  int wanted = SystemLevel(CurrentControl(), domain, tag_text.c_str());
  switch (preference.load(std::memory_order_relaxed)) {
    case PREFER_CLOSE_LOG:
      wanted = std::max(wanted, preferred_level.load(std::memory_order_relaxed));
      break;
    case PREFER_OPEN_LOG:
      wanted = std::min(wanted, preferred_level.load(std::memory_order_relaxed));
      break;
    default:
      break;
  }
  return level >= std::max(wanted, least_level.load(std::memory_order_relaxed));
}

void Record(int level, unsigned domain, std::string_view tag, std::string_view message) {
  const int type = domain == kJsvmDomain ? kTypeCore : kTypeApp;
  Store::Get().Add(type, level, domain, tag, message, CurrentControl().buffer_bytes);
}

// A device drops such a line without a word; here the log says so, once for each reason.
void Warn(const std::string& message) {
  static std::mutex mutex;
  static auto* said = new std::set<std::string>();
  {
    const std::lock_guard lock(mutex);
    if (said->size() > 64 || !said->insert(message).second) return;
  }
  Record(LOG_WARN, 0, "arkhost", message);
}

bool Accepts(unsigned domain, std::string_view tag, int level) {
  if (!IsDomain(domain)) {
    char hex[16];
    snprintf(hex, sizeof hex, "0x%X", domain);
    Warn(std::string("hilog: domain ") + hex + " is outside 0x0 to 0xFFFF, a device does not print its lines (tag \"" +
         std::string(tag) + "\")");
    return false;
  }
  return PassesLevel(domain, tag, level);
}

// Stores the line and hands it to the callback. A callback that logs gets its lines stored, but is not called for them.
int Emit(int level, unsigned domain, std::string_view tag, const char* message, size_t length) {
  Record(level, domain, tag, {message, length});
  static thread_local bool in_callback = false;
  const LogCallback function = callback.load(std::memory_order_acquire);
  if (function != nullptr && !in_callback) {
    const int error_number = errno;
    in_callback = true;
    function(LOG_APP, static_cast<LogLevel>(level), domain, std::string(tag).c_str(), message);
    in_callback = false;
    errno = error_number;
  }
  return static_cast<int>(length);
}

// Text that needs no formatting. It ends at its length or at a NUL, whatever comes first.
int EmitText(int level, unsigned domain, std::string_view tag, const char* message, size_t length) {
  if (message == nullptr || !Accepts(domain, tag, level)) return -1;
  const std::string text(message, strnlen(message, std::min(length, kMaxMessage)));
  return Emit(level, domain, tag, text.c_str(), text.size());
}

int Print(int level, unsigned domain, const char* tag, const char* format, va_list arguments) {
  if (format == nullptr) return -1;
  const std::string_view cut_tag = CutTag(tag);
  if (!Accepts(domain, cut_tag, level)) return -1;
  char message[kMaxMessage + 1];
  const int length = FormatMessage(message, sizeof message, format, arguments, CurrentControl().show_private != 0);
  if (length < 0) {
    Warn(std::string("hilog: a format with %n is refused (tag \"") + std::string(cut_tag) + "\")");
    return -1;
  }
  return Emit(level, domain, cut_tag, message, static_cast<size_t>(length));
}

int OpenSink(const char* path) {
  Control* control = MapControl(path);
  if (control == nullptr) return errno;
  const int error_number = Store::Get().OpenSink(path);
  if (error_number == 0) mapped_control.store(control, std::memory_order_release);
  return error_number;
}

}  // namespace
}  // namespace hilog

using hilog::CutTag;

extern "C" {

int OH_LOG_Print(LogType, LogLevel level, unsigned int domain, const char* tag, const char* fmt, ...) {
  va_list arguments;
  va_start(arguments, fmt);
  const int result = hilog::Print(level, domain, tag, fmt, arguments);
  va_end(arguments);
  return result;
}

int OH_LOG_VPrint(LogType, LogLevel level, unsigned int domain, const char* tag, const char* fmt, va_list ap) {
  return hilog::Print(level, domain, tag, fmt, ap);
}

int OH_LOG_PrintMsg(LogType, LogLevel level, unsigned int domain, const char* tag, const char* message) {
  return hilog::EmitText(level, domain, CutTag(tag), message, hilog::kMaxMessage);
}

int OH_LOG_PrintMsgByLen(LogType, LogLevel level, unsigned int domain, const char* tag, size_t tagLen,
                         const char* message, size_t messageLen) {
  const std::string_view cut_tag =
      tag == nullptr ? std::string_view() : std::string_view(tag, strnlen(tag, std::min(tagLen, hilog::kMaxTag)));
  return hilog::EmitText(level, domain, cut_tag, message, messageLen);
}

bool OH_LOG_IsLoggable(unsigned int domain, const char* tag, LogLevel level) {
  return hilog::IsDomain(domain) && hilog::PassesLevel(domain, CutTag(tag), level);
}

void OH_LOG_SetCallback(LogCallback function) {
  hilog::callback.store(function, std::memory_order_release);
}

void OH_LOG_SetMinLogLevel(LogLevel level) {
  if (hilog::IsLevel(level)) hilog::least_level = level;
}

void OH_LOG_SetLogLevel(LogLevel level, PreferStrategy prefer) {
  if (prefer != UNSET_LOGLEVEL && !hilog::IsLevel(level)) return;
  hilog::preferred_level = level;
  hilog::preference = prefer;
}

const ArkhostHilogHost* arkhost_hilog_host() {
  static const ArkhostHilogHost host = {
      .write = [](int level, unsigned domain, const char* tag, const char* message,
                  size_t length) { return hilog::EmitText(level, domain, CutTag(tag), message, length); },
      .read =
          [](uint64_t after, void (*visit)(const ArkhostLogRecord*, void*), void* data) {
            const auto pid = static_cast<int32_t>(getpid());
            for (const hilog::Line& line : hilog::Store::Get().After(after)) {
              const ArkhostLogRecord record = line.View(pid);
              visit(&record, data);
            }
          },
      .clear = [] { hilog::Store::Get().Clear(); },
      .dropped = [] { return hilog::Store::Get().dropped(); },
      .format =
          [](const ArkhostLogRecord* record, void (*visit)(const char*, size_t, void*), void* data) {
            const std::string lines = hilog::FormatLines(*record);
            visit(lines.data(), lines.size(), data);
          },
      .open_sink = hilog::OpenSink,
  };
  return &host;
}
}
