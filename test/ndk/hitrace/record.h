// Where traces go: to the file that ARKHOST_HITRACE names, in the text form of Linux's traces, which viewers read.
// Without it they go nowhere, as on a device that records no trace.
#ifndef ARKHOST_HITRACE_RECORD_H_
#define ARKHOST_HITRACE_RECORD_H_

#include <string>

namespace hitrace {

// False when nobody records: then the text need not be made.
bool IsRecorded();

// Adds a mark of this thread, such as `B|<pid>|H:name`: the kind is its first letter, the rest what stands behind the
// pid.
void Record(char kind, const std::string& rest);

}  // namespace hitrace

#endif  // ARKHOST_HITRACE_RECORD_H_
