// The ledger of libjsvm, as TypeScript sees it.
#ifndef ARKHOST_BRIDGE_LEDGER_H_
#define ARKHOST_BRIDGE_LEDGER_H_

#include <napi.h>

namespace bridge {

// Adds ledger() and ledgerForgetDestroyed().
void AddLedger(Napi::Env env, Napi::Object exports);

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_LEDGER_H_
