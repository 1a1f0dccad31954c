/**
 * Marks functions that are newer than the level a project promises to run on.
 *
 * The harness defines JSVM_API_LEVEL from the project's compatibleSdkVersion. On an older device one newer symbol stops
 * the whole library from loading, so a call of such a function is a compile error here that names the level. Without
 * JSVM_API_LEVEL everything may be used.
 */
#ifndef ARKHOST_API_LEVEL_H
#define ARKHOST_API_LEVEL_H

#ifndef JSVM_API_LEVEL
#define ARKHOST_API_LEVEL 1000
#else
#define ARKHOST_API_LEVEL JSVM_API_LEVEL
#endif

#define ARKHOST_TEXT_OF(value) #value
#define ARKHOST_TEXT(value) ARKHOST_TEXT_OF(value)
#define ARKHOST_NEEDS_API(level) \
  __attribute__((unavailable("needs API " #level ", project says " ARKHOST_TEXT(ARKHOST_API_LEVEL))))

#if ARKHOST_API_LEVEL >= 11
#define ARKHOST_SINCE_11
#else
#define ARKHOST_SINCE_11 ARKHOST_NEEDS_API(11)
#endif

#if ARKHOST_API_LEVEL >= 12
#define ARKHOST_SINCE_12
#else
#define ARKHOST_SINCE_12 ARKHOST_NEEDS_API(12)
#endif

#if ARKHOST_API_LEVEL >= 15
#define ARKHOST_SINCE_15
#else
#define ARKHOST_SINCE_15 ARKHOST_NEEDS_API(15)
#endif

#if ARKHOST_API_LEVEL >= 18
#define ARKHOST_SINCE_18
#else
#define ARKHOST_SINCE_18 ARKHOST_NEEDS_API(18)
#endif

#if ARKHOST_API_LEVEL >= 20
#define ARKHOST_SINCE_20
#else
#define ARKHOST_SINCE_20 ARKHOST_NEEDS_API(20)
#endif

#if ARKHOST_API_LEVEL >= 21
#define ARKHOST_SINCE_21
#else
#define ARKHOST_SINCE_21 ARKHOST_NEEDS_API(21)
#endif

#if ARKHOST_API_LEVEL >= 22
#define ARKHOST_SINCE_22
#else
#define ARKHOST_SINCE_22 ARKHOST_NEEDS_API(22)
#endif

#if ARKHOST_API_LEVEL >= 23
#define ARKHOST_SINCE_23
#else
#define ARKHOST_SINCE_23 ARKHOST_NEEDS_API(23)
#endif

#if ARKHOST_API_LEVEL >= 24
#define ARKHOST_SINCE_24
#else
#define ARKHOST_SINCE_24 ARKHOST_NEEDS_API(24)
#endif

#if ARKHOST_API_LEVEL >= 26
#define ARKHOST_SINCE_26
#else
#define ARKHOST_SINCE_26 ARKHOST_NEEDS_API(26)
#endif

#endif  // ARKHOST_API_LEVEL_H
