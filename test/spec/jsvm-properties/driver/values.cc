// Values between the host and the VM.

#include <cstdlib>

#include "driver.h"

namespace driver {

napi_value HostNumber(napi_env host, double value) {
  napi_value result = nullptr;
  napi_create_double(host, value, &result);
  return result;
}

napi_value HostText(napi_env host, const std::string& text) {
  napi_value result = nullptr;
  napi_create_string_utf8(host, text.data(), text.size(), &result);
  return result;
}

napi_value HostArray(napi_env host, const std::vector<napi_value>& values) {
  napi_value array = nullptr;
  napi_create_array_with_length(host, values.size(), &array);
  for (size_t i = 0; i < values.size(); ++i) napi_set_element(host, array, static_cast<uint32_t>(i), values[i]);
  return array;
}

napi_value HostBytes(napi_env host, const void* bytes, size_t size) {
  const auto* data = static_cast<const unsigned char*>(bytes);
  std::vector<napi_value> values;
  for (size_t i = 0; i < size; ++i) values.push_back(HostNumber(host, data[i]));
  return HostArray(host, values);
}

double NumberOf(napi_env host, napi_value value) {
  double number = 0;
  napi_get_value_double(host, value, &number);
  return number;
}

std::string TextOf(napi_env host, napi_value value) {
  size_t size = 0;
  napi_get_value_string_utf8(host, value, nullptr, 0, &size);
  std::string text(size + 1, '\0');
  napi_get_value_string_utf8(host, value, text.data(), text.size(), &size);
  text.resize(size);
  return text;
}

std::u16string UnitsOf(napi_env host, napi_value value) {
  size_t size = 0;
  napi_get_value_string_utf16(host, value, nullptr, 0, &size);
  std::u16string text(size + 1, u'\0');
  napi_get_value_string_utf16(host, value, text.data(), text.size(), &size);
  text.resize(size);
  return text;
}

std::string BytesOf(napi_env host, napi_value array) {
  uint32_t length = 0;
  napi_get_array_length(host, array, &length);
  std::string bytes;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    napi_get_element(host, array, i, &element);
    bytes.push_back(static_cast<char>(NumberOf(host, element)));
  }
  return bytes;
}

JSVM_Value ToVm(Machine& machine, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(machine.host, value, &type);
  JSVM_Value result = nullptr;
  switch (type) {
    case napi_null:
      OH_JSVM_GetNull(machine.env, &result);
      break;
    case napi_boolean: {
      bool boolean = false;
      napi_get_value_bool(machine.host, value, &boolean);
      OH_JSVM_GetBoolean(machine.env, boolean, &result);
      break;
    }
    case napi_number:
      OH_JSVM_CreateDouble(machine.env, NumberOf(machine.host, value), &result);
      break;
    case napi_string: {
      const std::u16string text = UnitsOf(machine.host, value);
      OH_JSVM_CreateStringUtf16(machine.env, text.data(), text.size(), &result);
      break;
    }
    case napi_bigint: {
      int sign = 0;
      size_t count = 0;
      napi_get_value_bigint_words(machine.host, value, nullptr, &count, nullptr);
      std::vector<uint64_t> words(count + 1);
      napi_get_value_bigint_words(machine.host, value, &sign, &count, words.data());
      OH_JSVM_CreateBigintWords(machine.env, sign, count, words.data(), &result);
      break;
    }
    case napi_object: {
      napi_value index = nullptr;
      napi_get_element(machine.host, value, 1, &index);
      result = machine.objects.at(static_cast<size_t>(NumberOf(machine.host, index)));
      break;
    }
    default:
      OH_JSVM_GetUndefined(machine.env, &result);
  }
  return result;
}

namespace {

napi_value ObjectToHost(Machine& machine, JSVM_Value value) {
  for (size_t i = 0; i < machine.objects.size(); ++i) {
    bool same = false;
    OH_JSVM_StrictEquals(machine.env, value, machine.objects[i], &same);
    if (same) return HostArray(machine.host, {HostText(machine.host, "o"), HostNumber(machine.host, double(i))});
  }
  return HostText(machine.host, "object");
}

}  // namespace

napi_value ToHost(Machine& machine, JSVM_Value value) {
  napi_value result = nullptr;
  JSVM_ValueType type = JSVM_UNDEFINED;
  OH_JSVM_Typeof(machine.env, value, &type);
  switch (type) {
    case JSVM_NULL:
      napi_get_null(machine.host, &result);
      return result;
    case JSVM_BOOLEAN: {
      bool boolean = false;
      OH_JSVM_GetValueBool(machine.env, value, &boolean);
      napi_get_boolean(machine.host, boolean, &result);
      return result;
    }
    case JSVM_NUMBER: {
      double number = 0;
      OH_JSVM_GetValueDouble(machine.env, value, &number);
      return HostNumber(machine.host, number);
    }
    case JSVM_STRING: {
      size_t size = 0;
      OH_JSVM_GetValueStringUtf16(machine.env, value, nullptr, 0, &size);
      std::u16string text(size + 1, u'\0');
      OH_JSVM_GetValueStringUtf16(machine.env, value, text.data(), text.size(), &size);
      napi_create_string_utf16(machine.host, text.data(), size, &result);
      return result;
    }
    case JSVM_BIGINT: {
      int sign = 0;
      size_t count = 0;
      OH_JSVM_GetValueBigintWords(machine.env, value, nullptr, &count, nullptr);
      std::vector<uint64_t> words(count + 1);
      OH_JSVM_GetValueBigintWords(machine.env, value, &sign, &count, words.data());
      napi_create_bigint_words(machine.host, sign, count, words.data(), &result);
      return result;
    }
    case JSVM_OBJECT:
    case JSVM_FUNCTION:
      return ObjectToHost(machine, value);
    default:
      napi_get_undefined(machine.host, &result);
      return result;
  }
}

napi_value Status(Machine& machine, JSVM_Status status) {
  switch (status) {
    case JSVM_OK:
      return HostText(machine.host, "OK");
    case JSVM_INVALID_ARG:
      return HostText(machine.host, "INVALID_ARG");
    case JSVM_OBJECT_EXPECTED:
      return HostText(machine.host, "OBJECT_EXPECTED");
    case JSVM_GENERIC_FAILURE:
      return HostText(machine.host, "GENERIC_FAILURE");
    case JSVM_PENDING_EXCEPTION:
      return HostText(machine.host, "PENDING_EXCEPTION");
    default:
      return HostText(machine.host, "status " + std::to_string(status));
  }
}

napi_value Outcome(Machine& machine, JSVM_Status status) {
  bool pending = false;
  OH_JSVM_IsExceptionPending(machine.env, &pending);
  napi_value text = nullptr;
  napi_get_null(machine.host, &text);
  if (pending) {
    JSVM_Value exception = nullptr;
    JSVM_Value described = nullptr;
    OH_JSVM_GetAndClearLastException(machine.env, &exception);
    if (OH_JSVM_CoerceToString(machine.env, exception, &described) == JSVM_OK) text = ToHost(machine, described);
  }
  return HostArray(machine.host, {Status(machine, status), text});
}

}  // namespace driver
