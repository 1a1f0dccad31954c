#include "ledger.h"

#include "jsvm/core/host.h"

namespace bridge {
namespace {

struct Reading {
  Napi::Env env;
  Napi::Array vms;
};

void AddVm(const VmLedger* ledger, void* data) {
  auto& reading = *static_cast<Reading*>(data);
  const Napi::HandleScope scope(reading.env);
  Napi::Object vm = Napi::Object::New(reading.env);
  const auto count = [&](const char* name, int64_t value) { vm.Set(name, static_cast<double>(value)); };
  count("id", static_cast<int64_t>(ledger->id));
  vm.Set("destroyed", Napi::Boolean::New(reading.env, ledger->destroyed != 0));
  vm.Set("snapshotting", Napi::Boolean::New(reading.env, ledger->snapshotting != 0));
  count("envs", ledger->envs);
  count("vmScopes", ledger->vmScopes);
  count("envScopes", ledger->envScopes);
  count("handleScopes", ledger->handleScopes);
  count("references", ledger->references);
  count("deferreds", ledger->deferreds);
  count("retainedScripts", ledger->retainedScripts);
  count("externalBytes", ledger->externalBytes);
  count("misuses", ledger->misuses);
  reading.vms.Set(reading.vms.Length(), vm);
}

// ledger(): what is open in each VM that lives or was destroyed with something open, oldest first.
Napi::Value Read(const Napi::CallbackInfo& info) {
  Reading reading{info.Env(), Napi::Array::New(info.Env())};
  arkhost_jsvm_host()->visit_ledger(AddVm, &reading);
  return reading.vms;
}

}  // namespace

void AddLedger(Napi::Env env, Napi::Object exports) {
  exports.Set("ledger", Napi::Function::New(env, Read, "ledger"));
  exports.Set(
      "ledgerForgetDestroyed",
      Napi::Function::New(
          env, [](const Napi::CallbackInfo&) { arkhost_jsvm_host()->forget_destroyed(); }, "ledgerForgetDestroyed"));
}

}  // namespace bridge
