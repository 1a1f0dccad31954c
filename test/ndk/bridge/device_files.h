// Files of the application in a folder of this computer: native code opens `/data/storage/el2/base/files` and finds
// them.
#ifndef ARKHOST_BRIDGE_DEVICE_FILES_H_
#define ARKHOST_BRIDGE_DEVICE_FILES_H_

#include <napi.h>

namespace bridge {

// setDeviceRoot(folder): from now on the paths of a device stand below this folder, for all libraries of the process.
void AddDeviceFiles(Napi::Env env, Napi::Object exports);

// Lets libraries that were loaded since take part.
void ReplaceFileFunctions();

}  // namespace bridge

#endif  // ARKHOST_BRIDGE_DEVICE_FILES_H_
