#include "library_slots.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>

namespace bridge {

namespace {

#if defined(__x86_64__)
constexpr unsigned kJumpSlot = R_X86_64_JUMP_SLOT;
constexpr unsigned kAddressSlot = R_X86_64_GLOB_DAT;
#else
constexpr unsigned kJumpSlot = R_AARCH64_JUMP_SLOT;
constexpr unsigned kAddressSlot = R_AARCH64_GLOB_DAT;
#endif

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

  void Replace(ChooseFunction choose) const {
    if (symbols_ == nullptr || strings_ == nullptr) return;
    ReplaceIn(jumps_, jumps_size_, choose);
    ReplaceIn(relocations_, relocations_size_, choose);
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

  void ReplaceIn(const ElfW(Rela) * table, size_t size, ChooseFunction choose) const {
    if (table == nullptr) return;
    for (size_t index = 0; index < size / sizeof(*table); index++) {
      const ElfW(Rela)& entry = table[index];
      const auto type = static_cast<unsigned>(ELF64_R_TYPE(entry.r_info));
      if (type != kJumpSlot && type != kAddressSlot) continue;
      const char* symbol = strings_ + symbols_[ELF64_R_SYM(entry.r_info)].st_name;
      void** slot = reinterpret_cast<void**>(base_ + entry.r_offset);
      void* chosen = choose(symbol, *slot);
      if (chosen != *slot) Set(slot, chosen);
    }
  }

  void Set(void** slot, void* value) const {
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

struct Request {
  bool (*skip)(std::string_view library);
  ChooseFunction choose;
};

int ReplaceInOne(dl_phdr_info* info, size_t, void* data) {
  const auto& request = *static_cast<Request*>(data);
  const std::string_view path = info->dlpi_name;
  if (!request.skip(path.substr(path.rfind('/') + 1))) Library(*info).Replace(request.choose);
  return 0;
}

}  // namespace

void ReplaceSlots(bool (*skip)(std::string_view library), ChooseFunction choose) {
  Request request{skip, choose};
  dl_iterate_phdr(ReplaceInOne, &request);
}

}  // namespace bridge
