// Ids that follow a task. Each thread has one.
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string>

#include "hitrace/trace.h"
#include "record.h"

namespace {

constexpr int kAllFlags = (1 << 7) - 1;
constexpr uint64_t kSpanMask = (1U << 26) - 1;
constexpr uint64_t kChainMask = (1ULL << 60) - 1;

thread_local HiTraceId current{};

bool IsValid(const HiTraceId* id) {
  return id != nullptr && id->valid == HITRACE_ID_VALID && id->chainId != 0;
}

// Another number each time, on every thread and in every process of about the same time.
uint64_t UniqueNumber() {
  static std::atomic<uint64_t> count{0};
  timeval now{};
  gettimeofday(&now, nullptr);
  const uint64_t time = static_cast<uint64_t>(now.tv_sec) * 1'000'000 + static_cast<uint64_t>(now.tv_usec);
  const uint64_t mixed = (time << 16) ^ (static_cast<uint64_t>(getpid()) << 8) ^ ++count;
  // Spreads what differs in the low bits over all of them.
  return (mixed * 0x9E3779B97F4A7C15ULL) ^ (mixed >> 7);
}

std::string Named(const HiTraceId& id) {
  char text[80];
  std::snprintf(text, sizeof(text), "H:[%llx,%llx,%llx] ", static_cast<unsigned long long>(id.chainId),
                static_cast<unsigned long long>(id.spanId), static_cast<unsigned long long>(id.parentSpanId));
  return text;
}

// Begin and end of a chain, unless its flags say that they are not wanted.
void RecordChain(const HiTraceId& id, const std::string& what) {
  if (hitrace::IsRecorded() && (id.flags & HITRACE_FLAG_NO_BE_INFO) == 0) hitrace::Record('I', Named(id) + what);
}

}  // namespace

HiTraceId OH_HiTrace_BeginChain(const char* name, int flags) {
  HiTraceId id{};
  if (IsValid(&current) || flags < 0 || flags > kAllFlags) return id;
  do {
    id.chainId = UniqueNumber() & kChainMask;
  } while (id.chainId == 0);
  id.valid = HITRACE_ID_VALID;
  id.flags = static_cast<uint64_t>(flags);
  current = id;
  RecordChain(id, std::string("begin ") + (name == nullptr ? "" : name));
  return id;
}

void OH_HiTrace_EndChain() {
  if (!IsValid(&current)) return;
  RecordChain(current, "end");
  current = {};
}

HiTraceId OH_HiTrace_GetId() {
  return IsValid(&current) ? current : HiTraceId{};
}

void OH_HiTrace_SetId(const HiTraceId* id) {
  if (IsValid(id)) current = *id;
}

void OH_HiTrace_ClearId() {
  current = {};
}

HiTraceId OH_HiTrace_CreateSpan() {
  HiTraceId id = OH_HiTrace_GetId();
  if (!IsValid(&id) || (id.flags & HITRACE_FLAG_DONOT_CREATE_SPAN) != 0) return id;
  id.parentSpanId = id.spanId;
  do {
    id.spanId = UniqueNumber() & kSpanMask;
  } while (id.spanId == 0 || id.spanId == id.parentSpanId);
  return id;
}

void OH_HiTrace_Tracepoint(HiTrace_Communication_Mode mode, HiTrace_Tracepoint_Type type, const HiTraceId* id,
                           const char* fmt, ...) {
  if (!IsValid(id) || fmt == nullptr || (id->flags & HITRACE_FLAG_TP_INFO) == 0 || !hitrace::IsRecorded()) return;
  if (mode < HITRACE_CM_DEFAULT || mode > HITRACE_CM_DEVICE) return;
  if (type < HITRACE_TP_CS || type > HITRACE_TP_GENERAL) return;
  char text[1024];
  va_list arguments;
  va_start(arguments, fmt);
  std::vsnprintf(text, sizeof(text), fmt, arguments);
  va_end(arguments);
  hitrace::Record('I', Named(*id) + "tracepoint " + std::to_string(mode) + " " + std::to_string(type) + " " + text);
}

void OH_HiTrace_InitId(HiTraceId* id) {
  if (id != nullptr) *id = {};
}

void OH_HiTrace_IdFromBytes(HiTraceId* id, const uint8_t* pIdArray, int len) {
  if (id == nullptr) return;
  *id = {};
  if (pIdArray != nullptr && len >= static_cast<int>(sizeof(*id))) std::memcpy(id, pIdArray, sizeof(*id));
}

bool OH_HiTrace_IsIdValid(const HiTraceId* id) {
  return IsValid(id);
}

bool OH_HiTrace_IsFlagEnabled(const HiTraceId* id, HiTrace_Flag flag) {
  return IsValid(id) && (id->flags & static_cast<uint64_t>(flag)) != 0;
}

void OH_HiTrace_EnableFlag(HiTraceId* id, HiTrace_Flag flag) {
  if (IsValid(id)) id->flags |= static_cast<uint64_t>(flag);
}

int OH_HiTrace_GetFlags(const HiTraceId* id) {
  return IsValid(id) ? static_cast<int>(id->flags) : HITRACE_FLAG_DEFAULT;
}

void OH_HiTrace_SetFlags(HiTraceId* id, int flags) {
  if (IsValid(id) && flags >= 0 && flags <= kAllFlags) id->flags = static_cast<uint64_t>(flags);
}

uint64_t OH_HiTrace_GetChainId(const HiTraceId* id) {
  return IsValid(id) ? id->chainId : 0;
}

void OH_HiTrace_SetChainId(HiTraceId* id, uint64_t chainId) {
  if (id == nullptr || chainId == 0) return;
  if (!IsValid(id)) *id = {};
  id->valid = HITRACE_ID_VALID;
  id->chainId = chainId & kChainMask;
}

uint64_t OH_HiTrace_GetSpanId(const HiTraceId* id) {
  return IsValid(id) ? id->spanId : 0;
}

void OH_HiTrace_SetSpanId(HiTraceId* id, uint64_t spanId) {
  if (IsValid(id)) id->spanId = spanId & kSpanMask;
}

uint64_t OH_HiTrace_GetParentSpanId(const HiTraceId* id) {
  return IsValid(id) ? id->parentSpanId : 0;
}

void OH_HiTrace_SetParentSpanId(HiTraceId* id, uint64_t parentSpanId) {
  if (IsValid(id)) id->parentSpanId = parentSpanId & kSpanMask;
}

int OH_HiTrace_IdToBytes(const HiTraceId* id, uint8_t* pIdArray, int len) {
  if (!IsValid(id) || pIdArray == nullptr || len < static_cast<int>(sizeof(*id))) return 0;
  std::memcpy(pIdArray, id, sizeof(*id));
  return sizeof(*id);
}
