// The same as `deviceInfo` of ArkTS: the device is arkhost, on this computer.
#include "deviceinfo.h"

#include <sys/utsname.h>

#include <string>

namespace {

constexpr char kName[] = "arkhost";
constexpr int kApiVersion = 12;

const utsname& System() {
  static const utsname system = [] {
    utsname found{};
    uname(&found);
    return found;
  }();
  return system;
}

const std::string& OsFullName() {
  static const std::string name = std::string(System().sysname) + " " + System().release;
  return name;
}

}  // namespace

const char* OH_GetDeviceType() {
  return "default";
}
const char* OH_GetManufacture() {
  return kName;
}
const char* OH_GetBrand() {
  return kName;
}
const char* OH_GetMarketName() {
  return kName;
}
const char* OH_GetProductSeries() {
  return kName;
}
const char* OH_GetProductModel() {
  return kName;
}
const char* OH_GetSoftwareModel() {
  return kName;
}
const char* OH_GetHardwareModel() {
  return System().machine;
}
const char* OH_GetBootloaderVersion() {
  return "";
}
const char* OH_GetAbiList() {
#ifdef __aarch64__
  return "arm64-v8a";
#else
  return "x86_64";
#endif
}
const char* OH_GetSecurityPatchTag() {
  return "";
}
const char* OH_GetDisplayVersion() {
  return OsFullName().c_str();
}
const char* OH_GetIncrementalVersion() {
  return System().release;
}
const char* OH_GetOsReleaseType() {
  return "Release";
}
const char* OH_GetOSFullName() {
  return OsFullName().c_str();
}
int OH_GetSdkApiVersion() {
  return kApiVersion;
}
int OH_GetFirstApiVersion() {
  return kApiVersion;
}
const char* OH_GetVersionId() {
  static const std::string id = [] {
    std::string joined;
    for (const char* part : {OH_GetDeviceType(), OH_GetManufacture(), OH_GetBrand(), OH_GetProductSeries(),
                             OH_GetOSFullName(), OH_GetProductModel(), OH_GetSoftwareModel()}) {
      joined += std::string(part) + "/";
    }
    return joined + std::to_string(kApiVersion) + "/" + OH_GetIncrementalVersion() + "/" + OH_GetBuildType();
  }();
  return id.c_str();
}
const char* OH_GetBuildType() {
  return "release";
}
const char* OH_GetBuildUser() {
  return kName;
}
const char* OH_GetBuildHost() {
  return kName;
}
const char* OH_GetBuildTime() {
  return System().version;
}
const char* OH_GetBuildRootHash() {
  return "";
}
const char* OH_GetDistributionOSName() {
  return System().sysname;
}
const char* OH_GetDistributionOSVersion() {
  return System().release;
}
int OH_GetDistributionOSApiVersion() {
  return kApiVersion;
}
const char* OH_GetDistributionOSReleaseType() {
  return OH_GetOsReleaseType();
}
