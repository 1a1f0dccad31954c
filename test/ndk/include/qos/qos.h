/** How soon the work of a thread is wanted (libqos.so). */
#ifndef QOS_H
#define QOS_H

#include "../arkhost/api_level.h"

#ifdef __cplusplus
extern "C" {
#endif

/** From work that nobody waits for to work that a user sees. @since 12 */
typedef enum QoS_Level {
  QOS_BACKGROUND = 0,
  QOS_UTILITY,
  QOS_DEFAULT,
  QOS_USER_INITIATED,
  QOS_DEADLINE_REQUEST,
  QOS_USER_INTERACTIVE,
} QoS_Level;

/** Sets the level of this thread. @return 0, or -1 for a level that does not exist. */
ARKHOST_SINCE_12 int OH_QoS_SetThreadQoS(QoS_Level level);

/** Takes the level of this thread back. @return 0, or -1 when it has none. */
ARKHOST_SINCE_12 int OH_QoS_ResetThreadQoS(void);

/** Gives the level of this thread. @return 0, or -1 when it has none or `level` is NULL. */
ARKHOST_SINCE_12 int OH_QoS_GetThreadQoS(QoS_Level* level);

#ifdef __cplusplus
}
#endif

#endif  // QOS_H
