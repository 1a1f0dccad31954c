#include "control.h"

#include <fcntl.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace hilog {

int ParseLevel(const char* text) {
  static constexpr struct {
    const char* name;
    int level;
  } kNames[] = {{"D", 3},     {"I", 4},    {"W", 5},    {"E", 6},     {"F", 7},
                {"DEBUG", 3}, {"INFO", 4}, {"WARN", 5}, {"ERROR", 6}, {"FATAL", 7}};
  for (const auto& name : kNames) {
    if (strcasecmp(text, name.name) == 0) return name.level;
  }
  return -1;
}

void InitControl(Control& control) {
  const char* wanted = getenv("ARKHOST_HILOG_LEVEL");
  const int level = wanted == nullptr ? -1 : ParseLevel(wanted);
  control.system_level = level < 0 ? kDefaultLevel : level;
  control.show_private = 0;
  control.buffer_bytes = kBufferBytes;
  control.rule_count = 0;
  control.magic = Control::kMagic;
}

Control* MapControl(const char* sink_path) {
  const std::string path = std::string(sink_path) + ".control";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return nullptr;
  void* memory = MAP_FAILED;
  if (ftruncate(file, sizeof(Control)) == 0) {
    memory = mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  }
  const int error_number = errno;
  close(file);
  errno = error_number;
  if (memory == MAP_FAILED) return nullptr;
  auto* control = static_cast<Control*>(memory);
  if (control->magic != Control::kMagic) InitControl(*control);
  return control;
}

bool SetRule(Control& control, const char* tag, uint32_t domain, int level) {
  const uint32_t count = control.rule_count;
  for (uint32_t i = 0; i < count; ++i) {
    LevelRule& rule = control.rules[i];
    if (strcmp(rule.tag, tag) == 0 && (*tag != '\0' || rule.domain == domain)) {
      rule.level = level;
      return true;
    }
  }
  if (count == Control::kMaxRules) return false;
  LevelRule& rule = control.rules[count];
  strncpy(rule.tag, tag, kMaxTag);
  rule.tag[kMaxTag] = '\0';
  rule.domain = domain;
  rule.level = level;
  control.rule_count = count + 1;
  return true;
}

int SystemLevel(const Control& control, uint32_t domain, const char* tag) {
  int domain_level = 0;
  const uint32_t count = control.rule_count;
  for (uint32_t i = 0; i < count; ++i) {
    const LevelRule& rule = control.rules[i];
    const int level = rule.level;
    if (rule.tag[0] != '\0') {
      if (strncmp(rule.tag, tag, kMaxTag) == 0) return level;
    } else if (rule.domain == domain) {
      domain_level = level;
    }
  }
  return domain_level != 0 ? domain_level : control.system_level.load(std::memory_order_relaxed);
}

}  // namespace hilog
