#include "call_log.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "library_slots.h"

// What the stubs below read and write.
extern "C" {
struct ArkhostCall {
  uint64_t stub;
  const void* thread;
};
constexpr unsigned kArkhostCalls = 1024;
[[gnu::visibility("hidden")]] ArkhostCall arkhost_calls[kArkhostCalls];
[[gnu::visibility("hidden")]] uint32_t arkhost_call_next = 0;
[[gnu::visibility("hidden")]] void* arkhost_call_targets[512];
// The stubs, one after the other.
extern const char arkhost_call_stubs[];
}

// Stub number n notes n and the thread, and jumps to target n with all arguments as they were. Two threads may write
// the same entry: then one call is missing in a report, which is cheaper than a locked instruction in every call.
#if defined(__x86_64__)
constexpr size_t kStubSize = 16;
asm(R"(
  .pushsection .text
  .hidden arkhost_call_stubs
  .globl arkhost_call_stubs
  .p2align 4
arkhost_call_stubs:
  .rept 512
  .p2align 4
  leaq 0(%rip), %r11
  jmp .Larkhost_call
  .endr
.Larkhost_call:
  leaq arkhost_call_stubs(%rip), %r10
  subq %r10, %r11
  shrq $4, %r11
  pushq %rax
  movl arkhost_call_next(%rip), %eax
  incl arkhost_call_next(%rip)
  andl $1023, %eax
  shlq $4, %rax
  leaq arkhost_calls(%rip), %r10
  addq %rax, %r10
  movq %r11, (%r10)
  movq %fs:0, %rax
  movq %rax, 8(%r10)
  popq %rax
  leaq arkhost_call_targets(%rip), %r10
  jmpq *(%r10,%r11,8)
  .popsection
)");
#elif defined(__aarch64__)
constexpr size_t kStubSize = 8;
asm(R"(
  .pushsection .text
  .hidden arkhost_call_stubs
  .globl arkhost_call_stubs
  .p2align 3
arkhost_call_stubs:
  .rept 512
  adr x16, .
  b .Larkhost_call
  .endr
.Larkhost_call:
  adrp x17, arkhost_call_stubs
  add x17, x17, :lo12:arkhost_call_stubs
  sub x16, x16, x17
  lsr x16, x16, #3
  adrp x17, arkhost_call_next
  ldr w9, [x17, :lo12:arkhost_call_next]
  add w10, w9, #1
  str w10, [x17, :lo12:arkhost_call_next]
  and x9, x9, #1023
  adrp x17, arkhost_calls
  add x17, x17, :lo12:arkhost_calls
  add x17, x17, x9, lsl #4
  mrs x10, tpidr_el0
  stp x16, x10, [x17]
  adrp x17, arkhost_call_targets
  add x17, x17, :lo12:arkhost_call_targets
  ldr x17, [x17, x16, lsl #3]
  br x17
  .popsection
)");
#else
#error "The engine exists for x86_64 and aarch64"
#endif

namespace bridge {

namespace {

constexpr int kMaxStubs = sizeof(arkhost_call_targets) / sizeof(void*);
const char* names[kMaxStubs];
int stubs = 0;

// The public name of an API function; nullptr for any other symbol.
const char* ApiName(const char* symbol) {
  // Node-API's functions carry assembler labels, because the engine exports the plain names.
  static constexpr std::string_view kLabel = "arkhost_";
  const std::string_view text = symbol;
  if (text.starts_with("OH_JSVM_")) return symbol;
  return text.starts_with("arkhost_napi_") && text != "arkhost_napi_host" ? symbol + kLabel.size() : nullptr;
}

// The stub of a function, made at its first use; the function itself when there are no more stubs.
void* StubOf(const char* name, void* function) {
  for (int index = 0; index < stubs; index++) {
    if (arkhost_call_targets[index] == function) return const_cast<char*>(arkhost_call_stubs) + index * kStubSize;
  }
  if (stubs == kMaxStubs) return function;
  arkhost_call_targets[stubs] = function;
  names[stubs] = name;
  return const_cast<char*>(arkhost_call_stubs) + stubs++ * kStubSize;
}

bool IsStub(const void* function) {
  const auto* address = static_cast<const char*>(function);
  return address >= arkhost_call_stubs && address < arkhost_call_stubs + kMaxStubs * kStubSize;
}

// The slot of an API function leads to its stub. A library that was watched before has stubs already.
void* Watched(const char* symbol, void* function) {
  const char* name = ApiName(symbol);
  return name == nullptr || IsStub(function) ? function : StubOf(name, function);
}

// The API's own libraries and the bridge, whose calls are not the module's; and the program.
bool IsOwn(std::string_view library) {
  return library.empty() || library == "libjsvm.so" || library == "libace_napi.z.so" ||
         library == "arkhost_bridge.node";
}

}  // namespace

const void* ThisThread() {
  const void* thread;
#if defined(__x86_64__)
  asm("movq %%fs:0, %0" : "=r"(thread));
#else
  asm("mrs %0, tpidr_el0" : "=r"(thread));
#endif
  return thread;
}

void WatchCalls() {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  ReplaceSlots(IsOwn, Watched);
}

void LastCalls(const void* thread, CallList* calls) {
  calls->count = 0;
  const uint32_t end = arkhost_call_next;
  for (uint32_t back = 1; back <= kArkhostCalls && back <= end && calls->count < CallList::kMaxCalls; back++) {
    const ArkhostCall& call = arkhost_calls[(end - back) % kArkhostCalls];
    if (call.thread == thread && call.stub < static_cast<uint64_t>(stubs)) {
      calls->names[calls->count++] = names[call.stub];
    }
  }
}

}  // namespace bridge
