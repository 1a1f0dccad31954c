// Calls of JSVM and Node-API that their contracts forbid.
#include <thread>

#include "faults.h"
#include "vm.h"

namespace {

// A VM belongs to the thread that is in one of its scopes.
void WrongThread() {
  Vm vm;
  Scopes scopes(vm);
  std::thread([&vm] {
    JSVM_Value number = nullptr;
    OH_JSVM_CreateInt32(vm.env, 1, &number);
  }).join();
}

// A value of one VM means nothing in another. JSVM_SCOPE_CHECK finds that, and values that are too old.
void WrongVm() {
  Vm one;
  Vm other;
  OH_JSVM_SetDebugOption(other.env, JSVM_SCOPE_CHECK, true);
  Scopes scopes(one);
  JSVM_Value object = nullptr;
  OH_JSVM_CreateObject(one.env, &object);
  Scopes otherScopes(other);
  JSVM_Value name = nullptr;
  OH_JSVM_SetNamedProperty(other.env, object, "name", object);
}

// Values live as long as the scope in which they were made.
void HandleAfterScope() {
  Vm vm;
  OH_JSVM_SetDebugOption(vm.env, JSVM_SCOPE_CHECK, true);
  Scopes scopes(vm);
  JSVM_HandleScope inner = nullptr;
  JSVM_Value object = nullptr;
  OH_JSVM_OpenHandleScope(vm.env, &inner);
  OH_JSVM_CreateObject(vm.env, &object);
  OH_JSVM_CloseHandleScope(vm.env, inner);
  OH_JSVM_SetNamedProperty(vm.env, object, "name", object);
}

// Without scopes there is nowhere to keep a value.
void NoScope() {
  Vm vm;
  JSVM_Value object = nullptr;
  OH_JSVM_CreateObject(vm.env, &object);
}

void ScopesInWrongOrder() {
  Vm vm;
  Scopes scopes(vm);
  JSVM_HandleScope outer = nullptr;
  JSVM_HandleScope inner = nullptr;
  OH_JSVM_OpenHandleScope(vm.env, &outer);
  OH_JSVM_OpenHandleScope(vm.env, &inner);
  OH_JSVM_CloseHandleScope(vm.env, outer);
  OH_JSVM_CloseHandleScope(vm.env, inner);
}

}  // namespace

const Fault kMisuses[] = {
    {"wrongThread", WrongThread},
    {"wrongVm", WrongVm},
    {"handleAfterScope", HandleAfterScope},
    {"noScope", NoScope},
    {"scopesInWrongOrder", ScopesInWrongOrder},
    {nullptr, nullptr},
};
