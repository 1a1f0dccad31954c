// Classes, and scripts that look at them.

#include "driver.h"

namespace driver {

namespace {

// The constructor keeps its first argument; methods and getters answer with the kept value, setters replace it.
JSVM_Value KeptOf(JSVM_Env env, JSVM_Value object) {
  JSVM_Value value = nullptr;
  OH_JSVM_GetNamedProperty(env, object, "kept", &value);
  return value;
}

JSVM_Value Keep(JSVM_Env env, JSVM_CallbackInfo info) {
  size_t count = 1;
  JSVM_Value value = nullptr, self = nullptr;
  OH_JSVM_GetCbInfo(env, info, &count, &value, &self, nullptr);
  OH_JSVM_SetNamedProperty(env, self, "kept", value);
  return nullptr;
}

JSVM_Value Tell(JSVM_Env env, JSVM_CallbackInfo info) {
  JSVM_Value self = nullptr;
  OH_JSVM_GetCbInfo(env, info, nullptr, nullptr, &self, nullptr);
  return KeptOf(env, self);
}

JSVM_CallbackStruct keep = {Keep, nullptr};
JSVM_CallbackStruct tell = {Tell, nullptr};

}  // namespace

void AddClassOperations(Operations& operations) {
  // ["class", [[kind, name, attributes, value], …]] makes the global class C.
  operations["class"] = [](Machine& machine, const Arguments& arguments) {
    napi_env host = machine.host;
    uint32_t count = 0;
    napi_get_array_length(host, arguments[1], &count);
    std::vector<JSVM_PropertyDescriptor> members(count);
    for (uint32_t i = 0; i < count; ++i) {
      napi_value member = nullptr;
      napi_value parts[4] = {};
      napi_get_element(host, arguments[1], i, &member);
      for (uint32_t part = 0; part < 4; ++part) napi_get_element(host, member, part, &parts[part]);
      const std::string kind = TextOf(host, parts[0]);
      members[i].name = ToVm(machine, parts[1]);
      members[i].attributes = static_cast<JSVM_PropertyAttributes>(NumberOf(host, parts[2]));
      if (kind == "method") members[i].method = &tell;
      if (kind == "getter" || kind == "accessor") members[i].getter = &tell;
      if (kind == "setter" || kind == "accessor") members[i].setter = &keep;
      if (kind == "value") members[i].value = ToVm(machine, parts[3]);
    }
    JSVM_Value made = nullptr, global = nullptr;
    JSVM_Status status =
        OH_JSVM_DefineClass(machine.env, "C", JSVM_AUTO_LENGTH, &keep, members.size(), members.data(), &made);
    if (status != JSVM_OK) return Outcome(machine, status);
    OH_JSVM_GetGlobal(machine.env, &global);
    return Outcome(machine, OH_JSVM_SetNamedProperty(machine.env, global, "C", made));
  };
  // The value of a script; an exception as text.
  operations["evaluate"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Script script = nullptr;
    JSVM_Value result = nullptr;
    JSVM_Status status =
        OH_JSVM_CompileScript(machine.env, ToVm(machine, arguments[1]), nullptr, 0, false, nullptr, &script);
    if (status == JSVM_OK) status = OH_JSVM_RunScript(machine.env, script, &result);
    return status == JSVM_OK ? ToHost(machine, result) : Outcome(machine, status);
  };
}

}  // namespace driver
