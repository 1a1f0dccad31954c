/*
 * What Debian's static libc++ asks of glibc and musl does not have. Linked into the library for the run only: on the
 * device the C++ runtime is the SDK's own.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((visibility("hidden"))) void* __dso_handle;

#define HIDDEN __attribute__((visibility("hidden")))

HIDDEN int __vfprintf_chk(FILE* file, int flag, const char* format, va_list arguments) {
  (void)flag;
  return vfprintf(file, format, arguments);
}

HIDDEN int __fprintf_chk(FILE* file, int flag, const char* format, ...) {
  (void)flag;
  va_list arguments;
  va_start(arguments, format);
  const int count = vfprintf(file, format, arguments);
  va_end(arguments);
  return count;
}

HIDDEN int __vsnprintf_chk(char* buffer, size_t size, int flag, size_t room, const char* format, va_list arguments) {
  (void)flag;
  (void)room;
  return vsnprintf(buffer, size, format, arguments);
}

HIDDEN int __vasprintf_chk(char** result, int flag, const char* format, va_list arguments) {
  (void)flag;
  // vasprintf is not standard C; this is all that it does.
  va_list copy;
  va_copy(copy, arguments);
  const int length = vsnprintf(NULL, 0, format, copy);
  va_end(copy);
  *result = length < 0 ? NULL : malloc((size_t)length + 1);
  return *result == NULL ? -1 : vsnprintf(*result, (size_t)length + 1, format, arguments);
}

HIDDEN long long strtoll_l(const char* text, char** end, int base, void* locale) {
  (void)locale;
  return strtoll(text, end, base);
}

HIDDEN unsigned long long strtoull_l(const char* text, char** end, int base, void* locale) {
  (void)locale;
  return strtoull(text, end, base);
}
