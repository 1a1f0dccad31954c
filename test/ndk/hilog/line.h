// hilog's line format.
#ifndef ARKHOST_HILOG_LINE_H_
#define ARKHOST_HILOG_LINE_H_

#include <string>

#include "host.h"

namespace hilog {

// The letter of a level: D I W E F.
char LevelLetter(int level);

// `MM-DD hh:mm:ss.mmm  pid  tid L A03200/tag: text` and a line end, in local time. A text of several lines becomes
// several such lines.
std::string FormatLines(const ArkhostLogRecord& record);

}  // namespace hilog

#endif  // ARKHOST_HILOG_LINE_H_
