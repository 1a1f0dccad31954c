/** The API level that the application is made for. */
#ifndef APPLICATION_TARGET_SDK_VERSION_H
#define APPLICATION_TARGET_SDK_VERSION_H

#include "../arkhost/api_level.h"

#define SDK_VERSION_FUTURE 9999
#define SDK_VERSION_7 7
#define SDK_VERSION_8 8
#define SDK_VERSION_9 9

#ifdef __cplusplus
extern "C" {
#endif

/** In the device's C library; here the level of the project, 12 when it is not known. @since 10 */
static inline int get_application_target_sdk_version(void) {
#ifdef JSVM_API_LEVEL
  return JSVM_API_LEVEL;
#else
  return 12;
#endif
}

#ifdef __cplusplus
}
#endif

#endif  // APPLICATION_TARGET_SDK_VERSION_H
