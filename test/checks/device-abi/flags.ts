/** Compile and link flags of the official toolchain, for stock clang with Debian's musl and libc++ headers. */
import { join } from 'node:path';
import type { Target, Tools } from './target.ts';

/** What the official CMake toolchain adds to every compilation, besides paths. */
const DEVICE_FLAGS = [
  '-fdata-sections',
  '-ffunction-sections',
  '-funwind-tables',
  '-fstack-protector-strong',
  '-no-canonical-prefixes',
  '-fno-addrsig',
  '-Wa,--noexecstack',
  '-Wformat',
  '-Werror=format-security',
  '-D__MUSL__',
  '-fPIC',
];

/** Folders of a build: made by the check, removed after it. */
export interface Folders {
  /** Holds libc++'s `__config_site`. */
  config: string;
  /** The project's NDK headers. */
  headers: string;
  /** Libraries with the names of the device's. */
  libraries: string;
}

/** Flags for compiling C++ for `target`. Warnings are errors: a warning for the device's types is what we look for. */
export function compileFlags(target: Target, tools: Tools, folders: Folders): string[] {
  return ['-nostdinc++', '-isystem', folders.config, '-isystem', tools.cxxHeaders, ...cFlags(target, folders)];
}

/** The same for C, which has no use for the C++ headers. */
export function cFlags(target: Target, folders: Folders): string[] {
  return [
    `--target=${target.triple}`,
    '-nostdlibinc',
    ...['-isystem', join('/usr/include', target.musl), '-isystem', folders.headers],
    ...DEVICE_FLAGS,
    ...['-Wall', '-Wextra', '-Werror'],
  ];
}

/** Flags for linking a shared library for `target`. Undefined symbols are let pass: judge.ts looks at what is asked for. */
export function linkFlags(target: Target, tools: Tools, folders: Folders): string[] {
  return [
    `--target=${target.triple}`,
    '-nostdlib',
    // CMake passes the compile flags to the linking compiler too, which uses few of them.
    '-Wno-unused-command-line-argument',
    `--ld-path=${tools.lld}`,
    '-Wl,--unresolved-symbols=ignore-all',
    '-Wl,-z,text',
    '-Wl,-z,noexecstack',
    '-Wl,--fatal-warnings',
    '-Wl,--build-id=sha1',
    `-L${folders.libraries}`,
    `-L${join('/usr/lib', target.musl)}`,
  ];
}

/** libc++'s site configuration. The device's inline namespace is `__n1`; Debian's static runtime was built with `__1`. */
export function configSite(namespace: '__n1' | '__1'): string {
  return [
    '#ifndef _LIBCPP___CONFIG_SITE',
    '#define _LIBCPP___CONFIG_SITE',
    '#define _LIBCPP_ABI_VERSION 1',
    `#define _LIBCPP_ABI_NAMESPACE ${namespace}`,
    '#define _LIBCPP_HAS_MUSL_LIBC',
    '#define _LIBCPP_HAS_NO_VENDOR_AVAILABILITY_ANNOTATIONS',
    '#define _LIBCPP_PSTL_BACKEND_STD_THREAD',
    '#define _LIBCPP_HARDENING_MODE_DEFAULT 2',
    '#endif',
    '',
  ].join('\n');
}

/**
 * A CMake toolchain file with these flags, so that the module's own CMakeLists.txt is built as it stands.
 * `libraries` end every link command.
 */
export function toolchainFile(target: Target, tools: Tools, folders: Folders, libraries: string[]): string {
  const quote = (flags: string[]): string => `"${flags.join(' ')}"`;
  return [
    'set(CMAKE_SYSTEM_NAME Linux)',
    `set(CMAKE_SYSTEM_PROCESSOR ${target.triple.split('-')[0]})`,
    'set(OHOS ON)',
    `set(OHOS_ARCH "${target.abi}")`,
    `set(CMAKE_CXX_COMPILER "${tools.clang}")`,
    `set(CMAKE_CXX_COMPILER_TARGET ${target.triple})`,
    `set(CMAKE_CXX_FLAGS_INIT ${quote(compileFlags(target, tools, folders))})`,
    `set(CMAKE_SHARED_LINKER_FLAGS_INIT ${quote(linkFlags(target, tools, folders))})`,
    `set(CMAKE_CXX_STANDARD_LIBRARIES ${quote(libraries)})`,
    'set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)',
    '',
  ].join('\n');
}
