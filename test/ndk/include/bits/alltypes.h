// The device's C library defines its types in this header, and samples include it by name.
#ifndef ARKHOST_BITS_ALLTYPES_H_
#define ARKHOST_BITS_ALLTYPES_H_

#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <wchar.h>

#endif  // ARKHOST_BITS_ALLTYPES_H_
