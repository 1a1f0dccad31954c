// The end of the process, where the device ends it too.
#ifndef ARKHOST_JSVM_CORE_FATAL_H_
#define ARKHOST_JSVM_CORE_FATAL_H_

namespace jsvm {

// Logs the two fatal lines of the device ("JSVM Fatal Error Position", "JSVM Fatal Error Message"), repeats them on
// standard error, and aborts.
[[noreturn]] void Fatal(const char* position, const char* message);

// Lines of JSVM's own log (domain 0xD003900, tag "JSVM").
void LogError(const char* message);
void LogInfo(const char* message);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_FATAL_H_
