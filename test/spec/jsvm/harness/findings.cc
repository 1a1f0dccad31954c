// What the library's ledger says of a VM. The only file of the harness that looks behind the public API.

#include "findings.h"

#include <algorithm>

#include "host.h"

namespace jsvm_test {

uint64_t NewestVm() {
  uint64_t newest = 0;
  arkhost_jsvm_host()->visit_ledger(
      [](const VmLedger* ledger, void* data) {
        auto* id = static_cast<uint64_t*>(data);
        *id = std::max(*id, ledger->id);
      },
      &newest);
  return newest;
}

std::vector<std::string> LeftOpen(uint64_t id) {
  struct Search {
    uint64_t id;
    std::vector<std::string> findings;
  } search{id, {}};
  arkhost_jsvm_host()->visit_ledger(
      [](const VmLedger* ledger, void* data) {
        auto* wanted = static_cast<Search*>(data);
        if (ledger->id != wanted->id) return;
        const std::pair<const char*, int64_t> counts[] = {
            {"envs", ledger->envs},
            {"VM scopes", ledger->vmScopes},
            {"env scopes", ledger->envScopes},
            {"handle scopes", ledger->handleScopes},
            {"references", ledger->references},
            {"deferreds", ledger->deferreds},
            {"retained scripts", ledger->retainedScripts},
            {"external bytes", ledger->externalBytes},
            {"misuses", ledger->misuses},
        };
        if (ledger->destroyed == 0) wanted->findings.push_back("the VM is still alive");
        for (const auto& [name, count] : counts) {
          if (count != 0) wanted->findings.push_back(std::to_string(count) + ' ' + name);
        }
      },
      &search);
  return search.findings;
}

}  // namespace jsvm_test
