#include "napi_values.h"

#include <cstddef>

namespace napi_values {
namespace {

napi_value FromNumber(napi_env env, double number) {
  napi_value result = nullptr;
  return Ok(env, napi_create_double(env, number, &result)) ? result : nullptr;
}

napi_value FromText(napi_env env, const std::string& text) {
  napi_value result = nullptr;
  return Ok(env, napi_create_string_utf8(env, text.c_str(), text.size(), &result)) ? result : nullptr;
}

bool Set(napi_env env, napi_value object, const char* name, napi_value value) {
  return value != nullptr && Ok(env, napi_set_named_property(env, object, name, value));
}

/** What each kind of script value is in ArkTS. */
struct Visitor {
  napi_env env;
  napi_value* result;
  napi_status operator()(std::monostate) const { return napi_get_undefined(env, result); }
  napi_status operator()(std::nullptr_t) const { return napi_get_null(env, result); }
  napi_status operator()(bool value) const { return napi_get_boolean(env, value, result); }
  napi_status operator()(double value) const { return napi_create_double(env, value, result); }
  napi_status operator()(const std::u16string& value) const {
    return napi_create_string_utf16(env, value.c_str(), value.size(), result);
  }
};

napi_value FromLine(napi_env env, const log_capture::Line& line) {
  napi_value object = nullptr;
  if (!Ok(env, napi_create_object(env, &object))) return nullptr;
  const bool filled = Set(env, object, "level", FromNumber(env, line.level)) &&
                      Set(env, object, "domain", FromNumber(env, line.domain)) &&
                      Set(env, object, "tag", FromText(env, line.tag)) &&
                      Set(env, object, "message", FromText(env, line.message));
  return filled ? object : nullptr;
}

}  // namespace

bool Ok(napi_env env, napi_status status) {
  if (status == napi_ok) return true;
  // The error info belongs to the last call, so it is read before any other.
  const napi_extended_error_info* info = nullptr;
  const bool known =
      napi_get_last_error_info(env, &info) == napi_ok && info != nullptr && info->error_message != nullptr;
  const std::string message = known ? info->error_message : "Node-API call failed";
  bool pending = false;
  if (napi_is_exception_pending(env, &pending) == napi_ok && !pending) {
    Throw(env, {"NAPI_STATUS_" + std::to_string(static_cast<int>(status)), message});
  }
  return false;
}

void Throw(napi_env env, const Failure& failure) {
  // Not napi_throw_error: its C strings would cut a message at a zero character that came from the script.
  napi_value code = nullptr;
  napi_value message = nullptr;
  napi_value error = nullptr;
  if (napi_create_string_utf8(env, failure.code.c_str(), failure.code.size(), &code) != napi_ok ||
      napi_create_string_utf8(env, failure.message.c_str(), failure.message.size(), &message) != napi_ok ||
      napi_create_error(env, code, message, &error) != napi_ok || napi_throw(env, error) != napi_ok) {
    napi_throw_error(env, failure.code.c_str(), failure.message.c_str());
  }
}

std::optional<std::u16string> ReadString(napi_env env, napi_value value, const char* what) {
  napi_valuetype type = napi_undefined;
  if (!Ok(env, napi_typeof(env, value, &type))) return std::nullopt;
  if (type != napi_string) {
    Throw(env, {"JSVM_STRING_EXPECTED", std::string(what) + " must be a string"});
    return std::nullopt;
  }
  std::size_t length = 0;
  if (!Ok(env, napi_get_value_string_utf16(env, value, nullptr, 0, &length))) return std::nullopt;
  std::u16string text(length + 1, u'\0');  // Node-API writes a terminating zero too.
  if (!Ok(env, napi_get_value_string_utf16(env, value, &text[0], length + 1, &length))) return std::nullopt;
  text.resize(length);
  return text;
}

napi_value FromScriptValue(napi_env env, const script_value::Value& value) {
  napi_value result = nullptr;
  return Ok(env, std::visit(Visitor{env, &result}, value)) ? result : nullptr;
}

napi_value FromLog(napi_env env, const std::vector<log_capture::Line>& lines) {
  napi_value array = nullptr;
  if (!Ok(env, napi_create_array_with_length(env, lines.size(), &array))) return nullptr;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const napi_value line = FromLine(env, lines[index]);
    if (line == nullptr || !Ok(env, napi_set_element(env, array, static_cast<uint32_t>(index), line))) return nullptr;
  }
  return array;
}

napi_value FromStatistics(napi_env env, const JSVM_HeapStatistics& statistics) {
  const struct {
    const char* name;
    std::size_t value;
  } fields[] = {
      {"totalHeapSize", statistics.totalHeapSize},
      {"totalHeapSizeExecutable", statistics.totalHeapSizeExecutable},
      {"totalPhysicalSize", statistics.totalPhysicalSize},
      {"totalAvailableSize", statistics.totalAvailableSize},
      {"usedHeapSize", statistics.usedHeapSize},
      {"heapSizeLimit", statistics.heapSizeLimit},
      {"mallocedMemory", statistics.mallocedMemory},
      {"externalMemory", statistics.externalMemory},
      {"peakMallocedMemory", statistics.peakMallocedMemory},
      {"numberOfNativeContexts", statistics.numberOfNativeContexts},
      {"numberOfDetachedContexts", statistics.numberOfDetachedContexts},
      {"totalGlobalHandlesSize", statistics.totalGlobalHandlesSize},
      {"usedGlobalHandlesSize", statistics.usedGlobalHandlesSize},
  };
  napi_value object = nullptr;
  if (!Ok(env, napi_create_object(env, &object))) return nullptr;
  for (const auto& field : fields) {
    if (!Set(env, object, field.name, FromNumber(env, static_cast<double>(field.value)))) return nullptr;
  }
  return object;
}

napi_value ScriptResult(napi_env env, const script_value::Value& value) {
  napi_value object = nullptr;
  if (!Ok(env, napi_create_object(env, &object))) return nullptr;
  const bool filled = Set(env, object, "value", FromScriptValue(env, value)) &&
                      Set(env, object, "log", FromLog(env, log_capture::Take()));
  return filled ? object : nullptr;
}

}  // namespace napi_values
