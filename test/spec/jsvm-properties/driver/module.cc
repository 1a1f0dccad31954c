// run(list): runs each operation of a list in one handle scope and returns the answers.

#include "driver.h"

namespace {

using driver::Machine;

const driver::Operations& All() {
  static const driver::Operations operations = [] {
    driver::Operations all;
    driver::AddTextOperations(all);
    driver::AddNumberOperations(all);
    driver::AddObjectOperations(all);
    driver::AddClassOperations(all);
    driver::AddLifetimeOperations(all);
    driver::AddExceptionOperations(all);
    return all;
  }();
  return operations;
}

// One VM for all lists; each list has an env of its own, so that nothing of one is seen by the next.
JSVM_VM TheVm() {
  static JSVM_VM vm = [] {
    JSVM_VM made = nullptr;
    OH_JSVM_Init(nullptr);
    OH_JSVM_CreateVM(nullptr, &made);
    return made;
  }();
  return vm;
}

driver::Arguments Elements(napi_env host, napi_value array) {
  uint32_t length = 0;
  napi_get_array_length(host, array, &length);
  driver::Arguments elements(length);
  for (uint32_t i = 0; i < length; ++i) napi_get_element(host, array, i, &elements[i]);
  return elements;
}

// Gives back what the list left open, and says how many finalizers ran in all.
void Clean(Machine& machine) {
  while (!machine.scopes.empty()) {
    OH_JSVM_CloseHandleScope(machine.env, machine.scopes.back());
    machine.scopes.pop_back();
  }
  for (JSVM_Ref reference : machine.references) {
    if (reference != nullptr) OH_JSVM_DeleteReference(machine.env, reference);
  }
  JSVM_Value exception = nullptr;
  OH_JSVM_GetAndClearLastException(machine.env, &exception);
}

napi_value Run(napi_env host, napi_callback_info info) {
  size_t count = 1;
  napi_value list = nullptr;
  napi_get_cb_info(host, info, &count, &list, nullptr, nullptr);
  Machine machine;
  machine.host = host;
  machine.vm = TheVm();
  JSVM_VMScope vm_scope = nullptr;
  JSVM_EnvScope env_scope = nullptr;
  JSVM_HandleScope handles = nullptr;
  OH_JSVM_OpenVMScope(machine.vm, &vm_scope);
  OH_JSVM_CreateEnv(machine.vm, 0, nullptr, &machine.env);
  OH_JSVM_OpenEnvScope(machine.env, &env_scope);
  OH_JSVM_OpenHandleScope(machine.env, &handles);
  std::vector<napi_value> answers;
  for (napi_value step : Elements(host, list)) {
    const driver::Arguments arguments = Elements(host, step);
    const auto found = All().find(driver::TextOf(host, arguments.at(0)));
    answers.push_back(found == All().end() ? driver::HostText(host, "unknown operation")
                                           : found->second(machine, arguments));
  }
  Clean(machine);
  OH_JSVM_CloseHandleScope(machine.env, handles);
  OH_JSVM_CloseEnvScope(machine.env, env_scope);
  // Runs the finalizers of what is still alive.
  OH_JSVM_DestroyEnv(machine.env);
  OH_JSVM_CloseVMScope(machine.vm, vm_scope);
  answers.push_back(driver::HostNumber(host, machine.finalized));
  return driver::HostArray(host, answers);
}

napi_value Init(napi_env env, napi_value exports) {
  napi_value function = nullptr;
  napi_create_function(env, "run", NAPI_AUTO_LENGTH, Run, nullptr, &function);
  napi_set_named_property(env, exports, "run", function);
  return exports;
}

napi_module driver_module = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "jsvm_driver",
    .nm_priv = nullptr,
    .reserved = {nullptr},
};

__attribute__((constructor)) void Register() {
  napi_module_register(&driver_module);
}

}  // namespace
