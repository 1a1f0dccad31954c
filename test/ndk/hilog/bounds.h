// The sizes and ranges of hilog.
#ifndef ARKHOST_HILOG_BOUNDS_H_
#define ARKHOST_HILOG_BOUNDS_H_

#include <cstddef>

namespace hilog {

inline constexpr size_t kMaxMessage = 4095;  // bytes, without the end
inline constexpr size_t kMaxTag = 31;        // bytes, without the end
inline constexpr unsigned kMaxAppDomain = 0xFFFF;
// The one system service that shares our process: JSVM writes its own lines.
inline constexpr unsigned kJsvmDomain = 0xD003900;

// LOG_APP of the public header, and the type of system services.
inline constexpr int kTypeApp = 0;
inline constexpr int kTypeCore = 3;

inline constexpr int kLowestLevel = 3;   // LOG_DEBUG
inline constexpr int kHighestLevel = 7;  // LOG_FATAL
inline constexpr int kDefaultLevel = 4;  // LOG_INFO: a device filters DEBUG unless told otherwise

inline constexpr size_t kBufferBytes = 16u << 20;  // as a device's log buffer at its largest

}  // namespace hilog

#endif  // ARKHOST_HILOG_BOUNDS_H_
