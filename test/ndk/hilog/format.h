// hilog's printf: `%{public}` shows an argument, anything else hides it.
#ifndef ARKHOST_HILOG_FORMAT_H_
#define ARKHOST_HILOG_FORMAT_H_

#include <cstdarg>
#include <cstddef>

namespace hilog {

// Formats into `out` (`size` bytes with the end; longer text is cut) and returns the bytes written, or -1 for a format
// that holds %n. `show_private` prints every argument.
int FormatMessage(char* out, size_t size, const char* format, va_list arguments, bool show_private);

}  // namespace hilog

#endif  // ARKHOST_HILOG_FORMAT_H_
