// Texts, numbers and bigints.

#include <algorithm>

#include "driver.h"

namespace driver {

namespace {

constexpr char kGuard = '\x5a';

// Reads with a buffer of `capacity` units: what was written, or "guard" when more was touched or the end is missing.
template <typename Unit, typename Read>
napi_value ReadText(Machine& machine, size_t capacity, Read read) {
  std::vector<Unit> buffer(capacity + 4, static_cast<Unit>(kGuard));
  size_t written = 0;
  if (read(buffer.data(), capacity, &written) != JSVM_OK) return HostText(machine.host, "failed");
  const size_t end = capacity == 0 ? 0 : written + 1;
  const bool ended = capacity == 0 || (written < capacity && buffer[written] == 0);
  const bool guarded =
      std::all_of(buffer.begin() + end, buffer.end(), [](Unit unit) { return unit == static_cast<Unit>(kGuard); });
  if (!ended || !guarded) return HostText(machine.host, "guard");
  if constexpr (sizeof(Unit) == 1) {
    return HostBytes(machine.host, buffer.data(), written);
  } else {
    napi_value text = nullptr;
    napi_create_string_utf16(machine.host, buffer.data(), written, &text);
    return text;
  }
}

}  // namespace

void AddTextOperations(Operations& operations) {
  operations["createUtf8"] = [](Machine& machine, const Arguments& arguments) {
    const std::string bytes = BytesOf(machine.host, arguments[1]);
    JSVM_Value value = nullptr;
    OH_JSVM_CreateStringUtf8(machine.env, bytes.data(), bytes.size(), &value);
    return ToHost(machine, value);
  };
  operations["createLatin1"] = [](Machine& machine, const Arguments& arguments) {
    const std::string bytes = BytesOf(machine.host, arguments[1]);
    JSVM_Value value = nullptr;
    OH_JSVM_CreateStringLatin1(machine.env, bytes.data(), bytes.size(), &value);
    return ToHost(machine, value);
  };
  operations["createUtf16"] = [](Machine& machine, const Arguments& arguments) {
    return ToHost(machine, ToVm(machine, arguments[1]));
  };
  operations["lengths"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = ToVm(machine, arguments[1]);
    size_t utf8 = 0, latin1 = 0, utf16 = 0;
    OH_JSVM_GetValueStringUtf8(machine.env, value, nullptr, 0, &utf8);
    OH_JSVM_GetValueStringLatin1(machine.env, value, nullptr, 0, &latin1);
    OH_JSVM_GetValueStringUtf16(machine.env, value, nullptr, 0, &utf16);
    napi_env host = machine.host;
    return HostArray(
        host, {HostNumber(host, double(utf8)), HostNumber(host, double(latin1)), HostNumber(host, double(utf16))});
  };
  operations["read"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = ToVm(machine, arguments[1]);
    const auto capacity = static_cast<size_t>(NumberOf(machine.host, arguments[2]));
    return HostArray(machine.host,
                     {ReadText<char>(machine, capacity,
                                     [&](char* buffer, size_t size, size_t* written) {
                                       return OH_JSVM_GetValueStringUtf8(machine.env, value, buffer, size, written);
                                     }),
                      ReadText<char>(machine, capacity,
                                     [&](char* buffer, size_t size, size_t* written) {
                                       return OH_JSVM_GetValueStringLatin1(machine.env, value, buffer, size, written);
                                     }),
                      ReadText<char16_t>(machine, capacity, [&](char16_t* buffer, size_t size, size_t* written) {
                        return OH_JSVM_GetValueStringUtf16(machine.env, value, buffer, size, written);
                      })});
  };
}

void AddNumberOperations(Operations& operations) {
  operations["number"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = ToVm(machine, arguments[1]);
    double number = 0;
    int32_t int32 = 0;
    uint32_t uint32 = 0;
    int64_t int64 = 0;
    OH_JSVM_GetValueDouble(machine.env, value, &number);
    OH_JSVM_GetValueInt32(machine.env, value, &int32);
    OH_JSVM_GetValueUint32(machine.env, value, &uint32);
    OH_JSVM_GetValueInt64(machine.env, value, &int64);
    napi_env host = machine.host;
    napi_value big = nullptr;
    napi_create_bigint_int64(host, int64, &big);
    return HostArray(host, {HostNumber(host, number), HostNumber(host, int32), HostNumber(host, uint32), big});
  };
  operations["bigint"] = [](Machine& machine, const Arguments& arguments) {
    JSVM_Value value = ToVm(machine, arguments[1]);
    int64_t int64 = 0;
    uint64_t uint64 = 0;
    bool int64_lossless = false, uint64_lossless = false;
    OH_JSVM_GetValueBigintInt64(machine.env, value, &int64, &int64_lossless);
    OH_JSVM_GetValueBigintUint64(machine.env, value, &uint64, &uint64_lossless);
    napi_env host = machine.host;
    napi_value low = nullptr, low_unsigned = nullptr, exact = nullptr, exact_unsigned = nullptr;
    napi_create_bigint_int64(host, int64, &low);
    napi_create_bigint_uint64(host, uint64, &low_unsigned);
    napi_get_boolean(host, int64_lossless, &exact);
    napi_get_boolean(host, uint64_lossless, &exact_unsigned);
    return HostArray(host, {ToHost(machine, value), low, exact, low_unsigned, exact_unsigned});
  };
  operations["int64"] = [](Machine& machine, const Arguments& arguments) {
    int64_t int64 = 0;
    bool lossless = false;
    napi_get_value_bigint_int64(machine.host, arguments[1], &int64, &lossless);
    JSVM_Value number = nullptr, big = nullptr, unsigned_big = nullptr;
    OH_JSVM_CreateInt64(machine.env, int64, &number);
    OH_JSVM_CreateBigintInt64(machine.env, int64, &big);
    OH_JSVM_CreateBigintUint64(machine.env, static_cast<uint64_t>(int64), &unsigned_big);
    return HostArray(machine.host, {ToHost(machine, number), ToHost(machine, big), ToHost(machine, unsigned_big)});
  };
}

}  // namespace driver
