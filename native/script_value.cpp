#include "script_value.h"

namespace script_value {
namespace {

// UTF-16 keeps lone surrogates, so a string arrives in ArkTS exactly as the script made it.
JSVM_Status ReadUtf16(JSVM_Env env, JSVM_Value string, std::u16string* result) {
  std::size_t length = 0;
  JSVM_Status status = OH_JSVM_GetValueStringUtf16(env, string, nullptr, 0, &length);
  if (status != JSVM_OK) return status;
  result->resize(length + 1);  // JSVM writes a terminating zero too.
  status = OH_JSVM_GetValueStringUtf16(env, string, &(*result)[0], length + 1, &length);
  result->resize(status == JSVM_OK ? length : 0);
  return status;
}

JSVM_Status ReadUtf8(JSVM_Env env, JSVM_Value string, std::string* result) {
  std::size_t length = 0;
  JSVM_Status status = OH_JSVM_GetValueStringUtf8(env, string, nullptr, 0, &length);
  if (status != JSVM_OK) return status;
  result->resize(length + 1);
  status = OH_JSVM_GetValueStringUtf8(env, string, &(*result)[0], length + 1, &length);
  result->resize(status == JSVM_OK ? length : 0);
  return status;
}

/** A symbol refuses to become a string, so its text is put together from its description. */
JSVM_Status SymbolString(JSVM_Env env, JSVM_Value symbol, JSVM_Value* string) {
  JSVM_Value description = nullptr;
  JSVM_Status status = OH_JSVM_GetNamedProperty(env, symbol, "description", &description);
  if (status != JSVM_OK) return status;
  JSVM_ValueType type = JSVM_UNDEFINED;
  status = OH_JSVM_Typeof(env, description, &type);
  if (status != JSVM_OK) return status;
  std::u16string text;
  if (type == JSVM_STRING) status = ReadUtf16(env, description, &text);
  if (status != JSVM_OK) return status;
  text = u"Symbol(" + text + u")";
  return OH_JSVM_CreateStringUtf16(env, text.c_str(), text.size(), string);
}

JSVM_Status ToString(JSVM_Env env, JSVM_Value value, JSVM_ValueType type, JSVM_Value* string) {
  if (type == JSVM_SYMBOL) return SymbolString(env, value, string);
  return OH_JSVM_CoerceToString(env, value, string);
}

}  // namespace

JSVM_Status Read(JSVM_Env env, JSVM_Value value, Value* result) {
  JSVM_ValueType type = JSVM_UNDEFINED;
  JSVM_Status status = OH_JSVM_Typeof(env, value, &type);
  if (status != JSVM_OK) return status;
  switch (type) {
    case JSVM_UNDEFINED:
      *result = std::monostate();
      return JSVM_OK;
    case JSVM_NULL:
      *result = nullptr;
      return JSVM_OK;
    case JSVM_BOOLEAN: {
      bool boolean = false;
      status = OH_JSVM_GetValueBool(env, value, &boolean);
      *result = boolean;
      return status;
    }
    case JSVM_NUMBER: {
      double number = 0;
      status = OH_JSVM_GetValueDouble(env, value, &number);
      *result = number;
      return status;
    }
    default: {
      JSVM_Value string = nullptr;
      status = ToString(env, value, type, &string);
      if (status != JSVM_OK) return status;
      std::u16string text;
      status = ReadUtf16(env, string, &text);
      *result = text;
      return status;
    }
  }
}

JSVM_Status ReadText(JSVM_Env env, JSVM_Value value, std::string* result) {
  JSVM_ValueType type = JSVM_UNDEFINED;
  JSVM_Status status = OH_JSVM_Typeof(env, value, &type);
  if (status != JSVM_OK) return status;
  JSVM_Value string = nullptr;
  status = ToString(env, value, type, &string);
  return status == JSVM_OK ? ReadUtf8(env, string, result) : status;
}

}  // namespace script_value
