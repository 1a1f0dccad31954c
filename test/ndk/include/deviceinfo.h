/** What device this is (libdeviceinfo_ndk.z.so). Texts live as long as the process. */
#ifndef DEVICE_INFO_CSDK_H
#define DEVICE_INFO_CSDK_H

#ifdef __cplusplus
extern "C" {
#endif

/** @since 10, as all of this header. */
const char* OH_GetDeviceType(void);
const char* OH_GetManufacture(void);
const char* OH_GetBrand(void);
const char* OH_GetMarketName(void);
const char* OH_GetProductSeries(void);
const char* OH_GetProductModel(void);
const char* OH_GetSoftwareModel(void);
const char* OH_GetHardwareModel(void);
const char* OH_GetBootloaderVersion(void);
const char* OH_GetAbiList(void);
const char* OH_GetSecurityPatchTag(void);
const char* OH_GetDisplayVersion(void);
const char* OH_GetIncrementalVersion(void);
const char* OH_GetOsReleaseType(void);
const char* OH_GetOSFullName(void);
int OH_GetSdkApiVersion(void);
int OH_GetFirstApiVersion(void);
const char* OH_GetVersionId(void);
const char* OH_GetBuildType(void);
const char* OH_GetBuildUser(void);
const char* OH_GetBuildHost(void);
const char* OH_GetBuildTime(void);
const char* OH_GetBuildRootHash(void);
const char* OH_GetDistributionOSName(void);
const char* OH_GetDistributionOSVersion(void);
int OH_GetDistributionOSApiVersion(void);
const char* OH_GetDistributionOSReleaseType(void);

#ifdef __cplusplus
}
#endif

#endif  // DEVICE_INFO_CSDK_H
