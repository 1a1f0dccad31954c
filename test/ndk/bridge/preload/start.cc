// libarkhost_files.so: programs that are started by the engine or by native code, such as `sh`, see the files of the
// run under the device's paths too. The linker loads it into them by LD_PRELOAD.
#include <cstdlib>

#include "bridge/files/device_path.h"

namespace {

[[gnu::constructor]] void Start() {
  files::SetRoot(std::getenv("ARKHOST_DEVICE_ROOT"));
}

}  // namespace
