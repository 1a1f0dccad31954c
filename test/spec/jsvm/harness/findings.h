#ifndef ARKHOST_SPEC_JSVM_FINDINGS_H
#define ARKHOST_SPEC_JSVM_FINDINGS_H

#include <cstdint>
#include <string>
#include <vector>

namespace jsvm_test {

/** Ledger number of the VM that was created last. */
uint64_t NewestVm();

/** What a destroyed VM left open, and the misuse that was counted while it lived: one line each, none when it was
 * clean. */
std::vector<std::string> LeftOpen(uint64_t id);

}  // namespace jsvm_test

#endif
