# Toolchain file for native modules: builds an unmodified module CMakeLists.txt for this computer against the sysroot
# that this file stands in.
#
# CMAKE_SYSTEM_NAME stays Linux, unlike the device's OHOS: CMake has no platform files for OHOS outside the SDK, and
# naming another system would mean cross compiling. Scripts that ask `if(OHOS)` get the device's answer.

get_filename_component(ARKHOST_SYSROOT "${CMAKE_CURRENT_LIST_DIR}" ABSOLUTE)

set(OHOS ON)
if(CMAKE_HOST_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
  set(OHOS_ARCH "arm64-v8a")
  set(OHOS_TOOLCHAIN_NAME "aarch64-linux-ohos")
else()
  set(OHOS_ARCH "x86_64")
  set(OHOS_TOOLCHAIN_NAME "x86_64-linux-ohos")
endif()
set(CMAKE_OHOS_ARCH_ABI "${OHOS_ARCH}")
if(NOT DEFINED OHOS_STL)
  set(OHOS_STL "c++_shared")
endif()
if(NOT DEFINED OHOS_PLATFORM)
  set(OHOS_PLATFORM "OHOS")
endif()
set(OHOS_SDK_NATIVE "${ARKHOST_SYSROOT}")

# One toolchain run per try_compile: keep what the caller chose.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES OHOS_STL OHOS_PLATFORM)

# The device's flags that mean something here. Its compiler predefines __OHOS__. __MUSL__ is left
# out: the libc here is another one, and code that asks would be told a lie.
set(arkhost_compile_flags
    "-D__OHOS__ -fdata-sections -ffunction-sections -funwind-tables -fstack-protector-strong -fPIC -Wformat -Werror=format-security"
)
# The cache, and so the sysroot, may stand in a folder with a blank in its name.
# Headers by -isystem, as a compiler finds those of its sysroot: their warnings are not the module's.
set(arkhost_compile_flags "${arkhost_compile_flags} -isystem \"${ARKHOST_SYSROOT}/include\"")
foreach(language C CXX)
  set(CMAKE_${language}_FLAGS_INIT "${arkhost_compile_flags}")
endforeach()

# --no-undefined as on the device: a library missing in target_link_libraries is found here, not when the app loads.
# The sysroot's own libraries take V8 and Node from the engine that loads them, hence --allow-shlib-undefined.
set(arkhost_link_flags
    "-L\"${ARKHOST_SYSROOT}/lib\" -Wl,-rpath,\"${ARKHOST_SYSROOT}/lib\" -Wl,--no-undefined -Wl,--allow-shlib-undefined -Wl,-z,noexecstack -Wl,--build-id=sha1"
)
set(CMAKE_SHARED_LINKER_FLAGS_INIT "${arkhost_link_flags}")
set(CMAKE_MODULE_LINKER_FLAGS_INIT "${arkhost_link_flags}")
set(CMAKE_EXE_LINKER_FLAGS_INIT "${arkhost_link_flags}")

# find_library(hilog_ndk.z) and find_path(napi/native_api.h) look into the sysroot first, then on the computer.
list(PREPEND CMAKE_PREFIX_PATH "${ARKHOST_SYSROOT}")
