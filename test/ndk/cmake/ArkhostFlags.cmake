# How every library of the host NDK is compiled and linked.

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
# -g1 keeps function names and line tables for native stacks at a fraction of the size of -g.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
# The sysroot is moved into place after it was built, so its libraries find one another beside themselves.
set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
set(CMAKE_INSTALL_RPATH "$ORIGIN")

find_package(Threads REQUIRED)

# A warning is an error in a checkout of arkhost; for those who only use it, a newer compiler must not stop the build.
option(ARKHOST_WERROR "Treat warnings as errors" ON)

function(arkhost_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra $<$<BOOL:${ARKHOST_WERROR}>:-Werror> -fno-strict-aliasing)
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/include")
  target_link_libraries(${target} PRIVATE Threads::Threads)
  target_link_options(${target} PRIVATE -Wl,-z,noexecstack -Wl,-O1 -Wl,--hash-style=gnu)
endfunction()

# A device-named shared library that exports only what its version script lists.
function(arkhost_library target name map)
  add_library(${target} SHARED ${ARGN})
  arkhost_compile_options(${target})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME "${name}" LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${map}")
  target_link_options(${target} PRIVATE "-Wl,--version-script=${CMAKE_CURRENT_SOURCE_DIR}/${map}")
endfunction()

# The engine binary is built without RTTI and exceptions: a class of ours that derives from a V8 class would otherwise
# need typeinfo that the engine does not export.
function(arkhost_no_rtti target)
  target_compile_options(${target} PRIVATE -fno-rtti -fno-exceptions)
endfunction()
