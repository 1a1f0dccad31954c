// Objects and their properties.

#include "driver.h"

namespace driver {

namespace {

JSVM_Value ObjectOf(Machine& machine, const Arguments& arguments) {
  return machine.objects.at(static_cast<size_t>(NumberOf(machine.host, arguments[1])));
}

// [status, exception, value]
napi_value Answer(Machine& machine, JSVM_Status status, napi_value value) {
  if (value == nullptr) napi_get_null(machine.host, &value);
  return HostArray(machine.host, {Outcome(machine, status), value});
}

napi_value Boolean(Machine& machine, JSVM_Status status, bool value) {
  napi_value result = nullptr;
  napi_get_boolean(machine.host, value, &result);
  return Answer(machine, status, status == JSVM_OK ? result : nullptr);
}

}  // namespace

void AddObjectOperations(Operations& operations) {
  operations["object"] = [](Machine& machine, const Arguments&) {
    JSVM_Value object = nullptr;
    JSVM_Status status = OH_JSVM_CreateObject(machine.env, &object);
    machine.objects.push_back(object);
    return Answer(machine, status, nullptr);
  };
  operations["set"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = ToVm(machine, arguments[3]);
    return Answer(machine,
                  OH_JSVM_SetProperty(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2]), value),
                  nullptr);
  };
  operations["setNamed"] = [](Machine& machine, const Arguments& arguments) {
    const std::string name = TextOf(machine.host, arguments[2]);
    return Answer(
        machine,
        OH_JSVM_SetNamedProperty(machine.env, ObjectOf(machine, arguments), name.c_str(), ToVm(machine, arguments[3])),
        nullptr);
  };
  operations["setElement"] = [](Machine& machine, const Arguments& arguments) {
    const auto index = static_cast<uint32_t>(NumberOf(machine.host, arguments[2]));
    return Answer(machine,
                  OH_JSVM_SetElement(machine.env, ObjectOf(machine, arguments), index, ToVm(machine, arguments[3])),
                  nullptr);
  };
  operations["get"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = nullptr;
    JSVM_Status status =
        OH_JSVM_GetProperty(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2]), &value);
    return Answer(machine, status, value == nullptr ? nullptr : ToHost(machine, value));
  };
  operations["has"] = [](Machine& machine, const Arguments& arguments) {
    bool has = false;
    JSVM_Status status =
        OH_JSVM_HasProperty(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2]), &has);
    return Boolean(machine, status, has);
  };
  operations["hasOwn"] = [](Machine& machine, const Arguments& arguments) {
    bool has = false;
    JSVM_Status status =
        OH_JSVM_HasOwnProperty(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2]), &has);
    return Boolean(machine, status, has);
  };
  operations["delete"] = [](Machine& machine, const Arguments& arguments) {
    bool deleted = false;
    JSVM_Status status =
        OH_JSVM_DeleteProperty(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2]), &deleted);
    return Boolean(machine, status, deleted);
  };
  operations["define"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_PropertyDescriptor property = {};
    property.name = ToVm(machine, arguments[2]);
    property.value = ToVm(machine, arguments[3]);
    property.attributes = static_cast<JSVM_PropertyAttributes>(NumberOf(machine.host, arguments[4]));
    return Answer(machine, OH_JSVM_DefineProperties(machine.env, ObjectOf(machine, arguments), 1, &property), nullptr);
  };
  operations["freeze"] = [](Machine& machine, const Arguments& arguments) {
    return Answer(machine, OH_JSVM_ObjectFreeze(machine.env, ObjectOf(machine, arguments)), nullptr);
  };
  operations["seal"] = [](Machine& machine, const Arguments& arguments) {
    return Answer(machine, OH_JSVM_ObjectSeal(machine.env, ObjectOf(machine, arguments)), nullptr);
  };
  operations["setPrototype"] = [](Machine& machine, const Arguments& arguments) {
    return Answer(machine,
                  OH_JSVM_ObjectSetPrototypeOf(machine.env, ObjectOf(machine, arguments), ToVm(machine, arguments[2])),
                  nullptr);
  };
  operations["names"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value names = nullptr;
    JSVM_Status status = OH_JSVM_GetPropertyNames(machine.env, ObjectOf(machine, arguments), &names);
    if (status != JSVM_OK) return Answer(machine, status, nullptr);
    uint32_t length = 0;
    OH_JSVM_GetArrayLength(machine.env, names, &length);
    std::vector<napi_value> list;
    for (uint32_t i = 0; i < length; ++i) {
      JSVM_Value name = nullptr;
      OH_JSVM_GetElement(machine.env, names, i, &name);
      list.push_back(ToHost(machine, name));
    }
    return Answer(machine, status, HostArray(machine.host, list));
  };
}

}  // namespace driver
