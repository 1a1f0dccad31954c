// The one door between libhilog_ndk.z.so and the bridge addon of the harness.
#ifndef ARKHOST_HILOG_HOST_H_
#define ARKHOST_HILOG_HOST_H_

#include <cstddef>
#include <cstdint>

extern "C" {

// One line of the log. Texts end with NUL and are valid during the call that gives the record.
struct ArkhostLogRecord {
  uint64_t sequence;  // 1, 2, 3… in the order of writing
  int64_t time_ms;    // since 1970, UTC
  int32_t pid;
  int32_t tid;
  int32_t type;  // 0 application, 3 system service
  int32_t level;
  uint32_t domain;
  const char* tag;
  const char* message;
  size_t message_length;
};

struct ArkhostHilogHost {
  // Writes text that is already formatted, through the level filter and the callback like any line. Bytes, or -1.
  int (*write)(int level, unsigned domain, const char* tag, const char* message, size_t message_length);
  // Calls `visit` for every line kept whose sequence is greater than `after`, oldest first.
  void (*read)(uint64_t after, void (*visit)(const ArkhostLogRecord* record, void* data), void* data);
  // Forgets all lines kept. Sequence numbers go on.
  void (*clear)();
  // How many lines the bounded buffer had to drop since the process began.
  uint64_t (*dropped)();
  // Gives the record as hilog displays it: one line for each line of its text, ends included.
  void (*format)(const ArkhostLogRecord* record, void (*visit)(const char* text, size_t length, void* data),
                 void* data);
  // Appends every further line to the file, and lets the hilog command steer this process. 0, or an errno.
  int (*open_sink)(const char* path);
};

// Exported by libhilog_ndk.z.so under this name; not part of hilog.
__attribute__((visibility("default"))) const ArkhostHilogHost* arkhost_hilog_host();
}

#endif  // ARKHOST_HILOG_HOST_H_
