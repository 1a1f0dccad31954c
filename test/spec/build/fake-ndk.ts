/** A host NDK that builds in a second: the same install layout as test/ndk, with next to nothing in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NDK_SOURCE } from '../../build/home.ts';
import type { Ndk } from '../../build/ndk.ts';
import { findCompiler } from '../../build/tools.ts';
import type { Scratch } from './scratch.ts';

const LISTS = `cmake_minimum_required(VERSION 3.16)
project(fake_ndk LANGUAGES CXX)
include_directories(SYSTEM "\${ARKHOST_ENGINE_INCLUDE}")
foreach(name jsvm ace_napi.z arkhost_bridge)
  add_library(\${name} SHARED part.cc)
  install(TARGETS \${name} LIBRARY DESTINATION lib)
endforeach()
set_target_properties(arkhost_bridge PROPERTIES PREFIX "" SUFFIX ".node")
install(FILES toolchain.cmake DESTINATION . RENAME arkhost.toolchain.cmake)
`;

/** Writes the sources of the fake NDK and returns their folder. */
export function writeFakeNdk(place: Scratch): string {
  place.write('ndk/CMakeLists.txt', LISTS);
  place.write('ndk/toolchain.cmake', 'set(OHOS ON)\n');
  place.write('ndk/part.cc', 'extern "C" int arkhost_part() { return 1; }\n');
  return join(place.folder, 'ndk');
}

/** The compiler is looked for once: that costs more than some of the builds. */
let compiler: ReturnType<typeof findCompiler> | undefined;

/** A sysroot with the real toolchain file and no libraries, for modules that need none. */
export async function bareSysroot(place: Scratch): Promise<Ndk> {
  const text = readFileSync(join(NDK_SOURCE, 'cmake', 'arkhost.toolchain.cmake'), 'utf8');
  const toolchain = place.write('sysroot/arkhost.toolchain.cmake', text);
  place.write('sysroot/include/ark_runtime/jsvm.h', '#pragma once\nextern "C" int OH_JSVM_Init(const void*);\n');
  const cxx = await (compiler ??= findCompiler());
  return { key: 'bare', sysroot: join(place.folder, 'sysroot'), toolchain, bridge: '', compiler: cxx.path, cxx };
}
