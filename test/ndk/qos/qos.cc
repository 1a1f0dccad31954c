// The level is remembered for each thread and goes no further: a process of this computer may lower the priority of a
// thread, but not raise it again.
#include "qos/qos.h"

#include <optional>

namespace {

thread_local std::optional<QoS_Level> current;

}  // namespace

int OH_QoS_SetThreadQoS(QoS_Level level) {
  if (level < QOS_BACKGROUND || level > QOS_USER_INTERACTIVE) return -1;
  current = level;
  return 0;
}

int OH_QoS_ResetThreadQoS() {
  if (!current.has_value()) return -1;
  current.reset();
  return 0;
}

int OH_QoS_GetThreadQoS(QoS_Level* level) {
  if (level == nullptr || !current.has_value()) return -1;
  *level = *current;
  return 0;
}
