// The one door between libjsvm.so and the bridge addon of the harness.
#ifndef ARKHOST_JSVM_CORE_HOST_H_
#define ARKHOST_JSVM_CORE_HOST_H_

#include "ledger.h"

extern "C" {

struct ArkhostJsvmHost {
  // Captures the platform of the Node environment that runs on the calling thread. Call it once on the engine's main
  // thread, with a context entered. Returns false when there is no such environment.
  bool (*attach)();
  // Calls `visit` for every VM that is alive, and for those that were destroyed with something open, oldest first.
  void (*visit_ledger)(void (*visit)(const VmLedger* ledger, void* data), void* data);
  // Forgets the records of destroyed VMs.
  void (*forget_destroyed)();
};

// Exported by libjsvm.so under this name; not part of the JSVM-API.
__attribute__((visibility("default"))) const ArkhostJsvmHost* arkhost_jsvm_host();
}

#endif  // ARKHOST_JSVM_CORE_HOST_H_
