// Calls of each entry class, with and without a stored exception.

#include "driver.h"

namespace driver {

namespace {

using Call = JSVM_Status (*)(Machine& machine);

// One or more functions of each class, called with valid arguments.
const std::map<std::string, Call>& Calls() {
  static const std::map<std::string, Call> calls = {
      {"J CoerceToBool",
       [](Machine& m) {
         JSVM_Value value = nullptr, result = nullptr;
         OH_JSVM_GetNull(m.env, &value);
         return OH_JSVM_CoerceToBool(m.env, value, &result);
       }},
      {"J SetNamedProperty",
       [](Machine& m) {
         JSVM_Value global = nullptr;
         OH_JSVM_GetGlobal(m.env, &global);
         return OH_JSVM_SetNamedProperty(m.env, global, "x", global);
       }},
      {"J CreateDate",
       [](Machine& m) {
         JSVM_Value result = nullptr;
         return OH_JSVM_CreateDate(m.env, 0, &result);
       }},
      {"J CompileScript",
       [](Machine& m) {
         JSVM_Value text = nullptr;
         JSVM_Script script = nullptr;
         OH_JSVM_CreateStringUtf8(m.env, "1", 1, &text);
         return OH_JSVM_CompileScript(m.env, text, nullptr, 0, false, nullptr, &script);
       }},
      {"I CreateInt32",
       [](Machine& m) {
         JSVM_Value result = nullptr;
         return OH_JSVM_CreateInt32(m.env, 1, &result);
       }},
      {"I CreateError",
       [](Machine& m) {
         JSVM_Value text = nullptr, result = nullptr;
         OH_JSVM_CreateStringUtf8(m.env, "x", 1, &text);
         return OH_JSVM_CreateError(m.env, nullptr, text, &result);
       }},
      {"C CreateObject",
       [](Machine& m) {
         JSVM_Value result = nullptr;
         return OH_JSVM_CreateObject(m.env, &result);
       }},
      {"T Typeof",
       [](Machine& m) {
         JSVM_Value value = nullptr;
         JSVM_ValueType type = JSVM_NULL;
         OH_JSVM_GetNull(m.env, &value);
         return OH_JSVM_Typeof(m.env, value, &type);
       }},
      {"N GetInstanceData",
       [](Machine& m) {
         void* data = nullptr;
         return OH_JSVM_GetInstanceData(m.env, &data);
       }},
      {"L IsLocked",
       [](Machine& m) {
         bool locked = false;
         return OH_JSVM_IsLocked(m.env, &locked);
       }},
  };
  return calls;
}

JSVM_Status LastError(Machine& machine) {
  const JSVM_ExtendedErrorInfo* info = nullptr;
  OH_JSVM_GetLastErrorInfo(machine.env, &info);
  return info->errorCode;
}

}  // namespace

void AddExceptionOperations(Operations& operations) {
  // [status, last error]
  for (const auto& [name, function] : Calls()) {
    operations[name] = [call = function](Machine& machine, const Arguments&) {
      JSVM_Status status = call(machine);
      return HostArray(machine.host, {Status(machine, status), Status(machine, LastError(machine))});
    };
  }
  operations["throw"] = [](Machine& machine, const Arguments& arguments) {
    const std::string message = TextOf(machine.host, arguments[1]);
    return Status(machine, OH_JSVM_ThrowError(machine.env, nullptr, message.c_str()));
  };
  operations["throwInScript"] = [](Machine& machine, const Arguments& arguments) {
    const std::string source = "throw new Error('" + TextOf(machine.host, arguments[1]) + "')";
    JSVM_Value text = nullptr, result = nullptr;
    JSVM_Script script = nullptr;
    OH_JSVM_CreateStringUtf8(machine.env, source.data(), source.size(), &text);
    JSVM_Status status = OH_JSVM_CompileScript(machine.env, text, nullptr, 0, false, nullptr, &script);
    if (status == JSVM_OK) status = OH_JSVM_RunScript(machine.env, script, &result);
    return Status(machine, status);
  };
  operations["fail"] = [](Machine& machine, const Arguments&) {
    JSVM_Value result = nullptr;
    JSVM_Status status = OH_JSVM_CreateSymbol(machine.env, nullptr, nullptr);
    OH_JSVM_GetUndefined(nullptr, &result);  // silent: no env
    return HostArray(machine.host, {Status(machine, status), Status(machine, LastError(machine))});
  };
  operations["take"] = [](Machine& machine, const Arguments&) { return Outcome(machine, JSVM_OK); };
}

}  // namespace driver
