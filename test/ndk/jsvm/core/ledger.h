// What is open in each VM. The harness reads it to find leaks that a device hides.
#ifndef ARKHOST_JSVM_CORE_LEDGER_H_
#define ARKHOST_JSVM_CORE_LEDGER_H_

#include <atomic>
#include <cstdint>

// A plain struct: it crosses the boundary between libjsvm.so and the bridge addon.
struct VmLedger {
  uint64_t id;              // 1, 2, 3… in order of creation, never used twice
  int32_t destroyed;        // 1: the VM is gone, and the counts are what was open when it went
  int32_t snapshotting;     // 1: made with isForSnapshotting
  int64_t envs;             // CreateEnv without DestroyEnv
  int64_t vmScopes;         // OpenVMScope without CloseVMScope
  int64_t envScopes;        // OpenEnvScope without CloseEnvScope
  int64_t handleScopes;     // both kinds
  int64_t references;       // JSVM_Ref not deleted, results of Wrap and AddFinalizer included
  int64_t deferreds;        // promises neither resolved nor rejected
  int64_t retainedScripts;  // RetainScript without ReleaseScript
  int64_t externalBytes;    // sum of all AdjustExternalMemory changes
  int64_t misuses;          // E01 to E06, counted at every call
};

namespace jsvm {

// A count that only the VM's thread changes and that any thread may read: no more than a plain integer on the way.
class Tally {
 public:
  operator int64_t() const { return count_.load(std::memory_order_relaxed); }
  Tally& operator+=(int64_t change) {
    count_.store(*this + change, std::memory_order_relaxed);
    return *this;
  }
  Tally& operator++() { return *this += 1; }
  Tally& operator--() { return *this += -1; }

 private:
  std::atomic<int64_t> count_{0};
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_LEDGER_H_
