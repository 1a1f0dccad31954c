// References, wraps, scopes and external memory.

#include <malloc.h>

#include "driver.h"

namespace driver {

namespace {

void Finalize(JSVM_Env, void* data, void*) {
  ++static_cast<Machine*>(data)->finalized;
}

size_t Index(Machine& machine, const Arguments& arguments) {
  return static_cast<size_t>(NumberOf(machine.host, arguments[1]));
}

napi_value Counted(Machine& machine, JSVM_Status status, uint32_t count) {
  return HostArray(machine.host,
                   {Status(machine, status), HostNumber(machine.host, status == JSVM_OK ? double(count) : -1)});
}

}  // namespace

void AddLifetimeOperations(Operations& operations) {
  // A fresh object with a finalizer, referenced with a count; its handle is gone when the operation ends.
  operations["track"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(machine.env, &scope);
    JSVM_Value object = nullptr;
    JSVM_Ref reference = nullptr;
    OH_JSVM_CreateObject(machine.env, &object);
    JSVM_Status status = OH_JSVM_Wrap(machine.env, object, &machine, Finalize, nullptr, nullptr);
    if (status == JSVM_OK) {
      status = OH_JSVM_CreateReference(machine.env, object, static_cast<uint32_t>(NumberOf(machine.host, arguments[1])),
                                       &reference);
    }
    machine.references.push_back(reference);
    OH_JSVM_CloseHandleScope(machine.env, scope);
    return Status(machine, status);
  };
  operations["ref"] = [](Machine& machine, const Arguments& arguments) {
    uint32_t count = 0;
    JSVM_Status status = OH_JSVM_ReferenceRef(machine.env, machine.references.at(Index(machine, arguments)), &count);
    return Counted(machine, status, count);
  };
  operations["unref"] = [](Machine& machine, const Arguments& arguments) {
    uint32_t count = 0;
    JSVM_Status status = OH_JSVM_ReferenceUnref(machine.env, machine.references.at(Index(machine, arguments)), &count);
    return Counted(machine, status, count);
  };
  operations["alive"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_HandleScope scope = nullptr;
    OH_JSVM_OpenHandleScope(machine.env, &scope);
    JSVM_Value value = nullptr;
    OH_JSVM_GetReferenceValue(machine.env, machine.references.at(Index(machine, arguments)), &value);
    OH_JSVM_CloseHandleScope(machine.env, scope);
    return HostNumber(machine.host, value != nullptr);
  };
  operations["deleteReference"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Ref& reference = machine.references.at(Index(machine, arguments));
    JSVM_Status status = OH_JSVM_DeleteReference(machine.env, reference);
    reference = nullptr;
    return Status(machine, status);
  };
  // Holds the object of a reference by a handle of the innermost scope.
  operations["hold"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = nullptr;
    OH_JSVM_GetReferenceValue(machine.env, machine.references.at(Index(machine, arguments)), &value);
    return HostNumber(machine.host, value != nullptr);
  };
  operations["openScope"] = [](Machine& machine, const Arguments&) {
    JSVM_HandleScope scope = nullptr;
    JSVM_Status status = OH_JSVM_OpenHandleScope(machine.env, &scope);
    machine.scopes.push_back(scope);
    return Status(machine, status);
  };
  operations["closeScope"] = [](Machine& machine, const Arguments&) {
    JSVM_Status status = OH_JSVM_CloseHandleScope(machine.env, machine.scopes.back());
    machine.scopes.pop_back();
    return Status(machine, status);
  };
  // Collects everything; answers how many finalizers have run.
  operations["collect"] = [](Machine& machine, const Arguments&) {
    OH_JSVM_MemoryPressureNotification(machine.env, JSVM_MEMORY_PRESSURE_LEVEL_CRITICAL);
    for (bool ran = true; ran;) {
      ran = false;
      OH_JSVM_PumpMessageLoop(machine.vm, &ran);
    }
    return HostNumber(machine.host, machine.finalized);
  };
  // A VM of its own, from its making to its end, with a script in between.
  operations["otherVm"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_VM vm = nullptr;
    JSVM_Env env = nullptr;
    JSVM_VMScope vm_scope = nullptr;
    JSVM_EnvScope env_scope = nullptr;
    JSVM_HandleScope handles = nullptr;
    OH_JSVM_CreateVM(nullptr, &vm);
    OH_JSVM_OpenVMScope(vm, &vm_scope);
    OH_JSVM_CreateEnv(vm, 0, nullptr, &env);
    OH_JSVM_OpenEnvScope(env, &env_scope);
    OH_JSVM_OpenHandleScope(env, &handles);
    const std::string source = TextOf(machine.host, arguments[1]);
    JSVM_Value text = nullptr, result = nullptr;
    JSVM_Script script = nullptr;
    double number = 0;
    OH_JSVM_CreateStringUtf8(env, source.data(), source.size(), &text);
    JSVM_Status status = OH_JSVM_CompileScript(env, text, nullptr, 0, true, nullptr, &script);
    if (status == JSVM_OK) status = OH_JSVM_RunScript(env, script, &result);
    if (status == JSVM_OK) OH_JSVM_GetValueDouble(env, result, &number);
    OH_JSVM_CloseHandleScope(env, handles);
    OH_JSVM_CloseEnvScope(env, env_scope);
    OH_JSVM_DestroyEnv(env);
    OH_JSVM_CloseVMScope(vm, vm_scope);
    OH_JSVM_DestroyVM(vm);
    return HostNumber(machine.host, number);
  };
  // [heap in use, handles that outlive scopes, live contexts]
  operations["heap"] = [](Machine& machine, const Arguments&) {
    JSVM_HeapStatistics statistics = {};
    OH_JSVM_GetHeapStatistics(machine.vm, &statistics);
    napi_env host = machine.host;
    return HostArray(host, {HostNumber(host, double(statistics.usedHeapSize)),
                            HostNumber(host, double(statistics.usedGlobalHandlesSize)),
                            HostNumber(host, double(statistics.numberOfNativeContexts)),
                            HostNumber(host, double(statistics.totalPhysicalSize))});
  };
  // Bytes that malloc gave out, and bytes that it took from the system for that.
  operations["malloc"] = [](Machine& machine, const Arguments&) {
    const struct mallinfo2 info = mallinfo2();
    napi_env host = machine.host;
    return HostArray(host, {HostNumber(host, double(info.uordblks + info.hblkhd)),
                            HostNumber(host, double(info.arena + info.hblkhd))});
  };
  operations["adjust"] = [](Machine& machine, const Arguments& arguments) {
    int64_t total = 0;
    const auto change = static_cast<int64_t>(NumberOf(machine.host, arguments[1]));
    OH_JSVM_AdjustExternalMemory(machine.env, change, &total);
    return HostNumber(machine.host, static_cast<double>(total));
  };
}

}  // namespace driver
