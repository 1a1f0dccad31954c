/**
 * HiLog for native code: the logging functions of the OpenHarmony NDK, as the host implements them (libhilog_ndk.z.so).
 *
 * In a format, `%{public}d` prints its argument and `%{private}d` or an unmarked `%d` prints `<private>`. Define
 * LOG_DOMAIN (0x0 to 0xFFFF) and LOG_TAG (at most 31 bytes) before including this header, or redefine them later: the
 * macros read them where they are used.
 */
#ifndef HIVIEWDFX_HILOG_H
#define HIVIEWDFX_HILOG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "../arkhost/api_level.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Service domain of the macros' lines. */
#ifndef LOG_DOMAIN
#define LOG_DOMAIN 0
#endif

/** Tag of the macros' lines. */
#ifndef LOG_TAG
#define LOG_TAG NULL
#endif

/** Who writes: applications have one type. */
typedef enum {
  LOG_APP = 0,
} LogType;

/** How grave a line is. FATAL only logs, it does not stop the process. */
typedef enum {
  LOG_DEBUG = 3,
  LOG_INFO = 4,
  LOG_WARN = 5,
  LOG_ERROR = 6,
  LOG_FATAL = 7,
} LogLevel;

/** How OH_LOG_SetLogLevel combines with the level of the system. @since 21 */
typedef enum {
  /** Forget a level set before. */
  UNSET_LOGLEVEL = 0,
  /** The higher of both levels counts: fewer lines. */
  PREFER_CLOSE_LOG = 1,
  /** The lower of both levels counts: more lines. */
  PREFER_OPEN_LOG = 2,
} PreferStrategy;

/**
 * Receives every line of the process after the level filter and formatting, private arguments already masked. It runs
 * on the thread that logs and must not log itself; `msg` and `tag` are valid during the call. @since 11
 */
typedef void (*LogCallback)(const LogType type, const LogLevel level, const unsigned int domain, const char* tag,
                            const char* msg);

#define HILOG_EXPORT __attribute__((visibility("default")))
/* Only clang knows the os_log kind of format, which is the one with %{public}. */
#ifdef __clang__
#define HILOG_FORMAT(format, first) __attribute__((__format__(os_log, format, first)))
#else
#define HILOG_FORMAT(format, first)
#endif

/**
 * Writes a formatted line. At most 4095 bytes of text and 31 bytes of tag are kept, the rest is cut.
 *
 * @return the number of bytes of text; -1 if the line is filtered, the domain is outside 0x0 to 0xFFFF, or the format
 * is NULL or holds %n.
 * @since 8
 */
HILOG_EXPORT int OH_LOG_Print(LogType type, LogLevel level, unsigned int domain, const char* tag, const char* fmt, ...)
    HILOG_FORMAT(5, 6);

/** Writes `message` as it is: no conversions, no privacy. @return as OH_LOG_Print. @since 18 */
HILOG_EXPORT int OH_LOG_PrintMsg(LogType type, LogLevel level, unsigned int domain, const char* tag,
                                 const char* message) ARKHOST_SINCE_18;

/** As OH_LOG_PrintMsg, with lengths in bytes instead of terminating NULs. @since 18 */
HILOG_EXPORT int OH_LOG_PrintMsgByLen(LogType type, LogLevel level, unsigned int domain, const char* tag, size_t tagLen,
                                      const char* message, size_t messageLen) ARKHOST_SINCE_18;

/** As OH_LOG_Print, with the arguments in a va_list. @since 18 */
HILOG_EXPORT int OH_LOG_VPrint(LogType type, LogLevel level, unsigned int domain, const char* tag, const char* fmt,
                               va_list ap) HILOG_FORMAT(5, 0) ARKHOST_SINCE_18;

/** Whether a line of this domain, tag and level would be written. @since 8 */
HILOG_EXPORT bool OH_LOG_IsLoggable(unsigned int domain, const char* tag, LogLevel level);

/** Sets the one callback of the process; NULL removes it. Normal output continues. @since 11 */
HILOG_EXPORT void OH_LOG_SetCallback(LogCallback callback) ARKHOST_SINCE_11;

/** Sets the least level of this process; the system's level still counts when it is higher. @since 15 */
HILOG_EXPORT void OH_LOG_SetMinLogLevel(LogLevel level) ARKHOST_SINCE_15;

/** Sets the level of this process and how it combines with the system's. @since 21 */
HILOG_EXPORT void OH_LOG_SetLogLevel(LogLevel level, PreferStrategy prefer) ARKHOST_SINCE_21;

/** Logs at DEBUG, which is filtered unless the system's level was lowered. */
#define OH_LOG_DEBUG(type, ...) ((void)OH_LOG_Print((type), LOG_DEBUG, LOG_DOMAIN, LOG_TAG, __VA_ARGS__))
/** Logs at INFO. */
#define OH_LOG_INFO(type, ...) ((void)OH_LOG_Print((type), LOG_INFO, LOG_DOMAIN, LOG_TAG, __VA_ARGS__))
/** Logs at WARN. */
#define OH_LOG_WARN(type, ...) ((void)OH_LOG_Print((type), LOG_WARN, LOG_DOMAIN, LOG_TAG, __VA_ARGS__))
/** Logs at ERROR. */
#define OH_LOG_ERROR(type, ...) ((void)OH_LOG_Print((type), LOG_ERROR, LOG_DOMAIN, LOG_TAG, __VA_ARGS__))
/** Logs at FATAL. */
#define OH_LOG_FATAL(type, ...) ((void)OH_LOG_Print((type), LOG_FATAL, LOG_DOMAIN, LOG_TAG, __VA_ARGS__))

#ifdef __cplusplus
}
#endif

#endif  // HIVIEWDFX_HILOG_H
