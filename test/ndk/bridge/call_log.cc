#include "call_log.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <mutex>
#include <string_view>

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

#if defined(__x86_64__)
constexpr unsigned kJumpSlot = R_X86_64_JUMP_SLOT;
constexpr unsigned kAddressSlot = R_X86_64_GLOB_DAT;
#else
constexpr unsigned kJumpSlot = R_AARCH64_JUMP_SLOT;
constexpr unsigned kAddressSlot = R_AARCH64_GLOB_DAT;
#endif

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

// A loaded library, as its dynamic section describes it.
class Library {
 public:
  explicit Library(const dl_phdr_info& info) : base_(info.dlpi_addr) {
    for (int index = 0; index < info.dlpi_phnum; index++) {
      const ElfW(Phdr)& header = info.dlpi_phdr[index];
      if (header.p_type == PT_DYNAMIC) ReadDynamic(reinterpret_cast<const ElfW(Dyn)*>(base_ + header.p_vaddr));
      if (header.p_type == PT_GNU_RELRO) {
        protected_begin_ = base_ + header.p_vaddr;
        protected_end_ = protected_begin_ + header.p_memsz;
      }
    }
  }

  void Watch() const {
    if (symbols_ == nullptr || strings_ == nullptr) return;
    WatchTable(jumps_, jumps_size_);
    WatchTable(relocations_, relocations_size_);
  }

 private:
  void ReadDynamic(const ElfW(Dyn) * entry) {
    for (; entry->d_tag != DT_NULL; entry++) {
      switch (entry->d_tag) {
        case DT_SYMTAB:
          symbols_ = At<const ElfW(Sym)>(entry->d_un.d_ptr);
          break;
        case DT_STRTAB:
          strings_ = At<const char>(entry->d_un.d_ptr);
          break;
        case DT_JMPREL:
          jumps_ = At<const ElfW(Rela)>(entry->d_un.d_ptr);
          break;
        case DT_PLTRELSZ:
          jumps_size_ = entry->d_un.d_val;
          break;
        case DT_RELA:
          relocations_ = At<const ElfW(Rela)>(entry->d_un.d_ptr);
          break;
        case DT_RELASZ:
          relocations_size_ = entry->d_un.d_val;
          break;
        default:
          break;
      }
    }
  }

  // glibc turns these entries into addresses when it loads a library, but not those of the vDSO.
  template <typename Type>
  Type* At(ElfW(Addr) value) const {
    return reinterpret_cast<Type*>(value < base_ ? base_ + value : value);
  }

  void WatchTable(const ElfW(Rela) * table, size_t size) const {
    if (table == nullptr) return;
    for (size_t index = 0; index < size / sizeof(*table); index++) {
      const ElfW(Rela)& entry = table[index];
      const auto type = static_cast<unsigned>(ELF64_R_TYPE(entry.r_info));
      if (type != kJumpSlot && type != kAddressSlot) continue;
      const char* symbol = strings_ + symbols_[ELF64_R_SYM(entry.r_info)].st_name;
      const char* name = ApiName(symbol);
      if (name == nullptr) continue;
      void** slot = reinterpret_cast<void**>(base_ + entry.r_offset);
      // Slots are filled by now: libraries are loaded with RTLD_NOW.
      if (!IsStub(*slot)) Replace(slot, StubOf(name, *slot));
    }
  }

  void Replace(void** slot, void* value) const {
    const auto address = reinterpret_cast<ElfW(Addr)>(slot);
    const auto page_size = static_cast<ElfW(Addr)>(sysconf(_SC_PAGESIZE));
    void* page = reinterpret_cast<void*>(address & ~(page_size - 1));
    const bool is_protected = address >= protected_begin_ && address < protected_end_;
    if (is_protected && mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) return;
    *slot = value;
    if (is_protected) mprotect(page, page_size, PROT_READ);
  }

  ElfW(Addr) base_;
  ElfW(Addr) protected_begin_ = 0;
  ElfW(Addr) protected_end_ = 0;
  const ElfW(Sym) * symbols_ = nullptr;
  const char* strings_ = nullptr;
  const ElfW(Rela) * jumps_ = nullptr;
  size_t jumps_size_ = 0;
  const ElfW(Rela) * relocations_ = nullptr;
  size_t relocations_size_ = 0;
};

// The API's own libraries and the bridge, whose calls are not the module's.
bool IsOwn(const dl_phdr_info& info) {
  const std::string_view path = info.dlpi_name;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.empty() || name == "libjsvm.so" || name == "libace_napi.z.so" || name == "arkhost_bridge.node";
}

int WatchOne(dl_phdr_info* info, size_t, void*) {
  if (!IsOwn(*info)) Library(*info).Watch();
  return 0;
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
  dl_iterate_phdr(WatchOne, nullptr);
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
