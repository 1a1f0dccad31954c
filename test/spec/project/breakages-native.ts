import { renameSync } from 'node:fs';
import type { Breakage } from './breakages.ts';

const profile = 'entry/build-profile.json5';
const cmake = 'native/CMakeLists.txt';
const types = 'entry/src/main/cpp/types/libsound';

/** Faults of the native build and of the names a library goes by. */
export const nativeBreakages: Breakage[] = [
  {
    rule: 'native-folder',
    what: 'missing',
    file: profile,
    message: /src\/main\/cpp is missing; hvigor then skips the native build/,
    spoil: (p) => {
      renameSync(p.path(types), p.path('types'));
      p.remove('entry/src/main/cpp');
      p.edit('entry/oh-package.json5', 'file:./src/main/cpp/types/libsound', 'file:../types');
    },
  },
  {
    rule: 'native-options',
    what: 'forgotten',
    file: 'other/build-profile.json5',
    message: /it is never built; add the options/,
    spoil: (p) => {
      p.edit('build-profile.json5', '"modules": [', '"modules": [{ "name": "other", "srcPath": "./other" },');
      p.write('other/hvigorfile.ts', '');
      p.write('other/build-profile.json5', '{}');
      p.write('other/oh-package.json5', '{ name: "other", version: "1.0.0" }');
      p.write('other/src/main/module.json5', '{ module: { name: "other", type: "har", deviceTypes: ["default"] } }');
      p.write('other/src/main/cpp/CMakeLists.txt', '');
    },
  },
  {
    rule: 'cmake-name',
    what: 'otherBaseName',
    file: profile,
    message: /a file called CMakeLists\.txt only/,
    spoil: (p) => {
      renameSync(p.path(cmake), p.path('native/sound.txt'));
      p.edit(profile, 'CMakeLists.txt', 'sound.txt');
    },
  },
  {
    rule: 'cmake-missing',
    what: 'wrongPath',
    file: profile,
    message: /cpp\/CMakeLists\.txt, which does not exist/,
    spoil: (p) => {
      p.edit(profile, '../native/CMakeLists.txt', '../cpp/CMakeLists.txt');
      p.edit('entry/oh-package.json5', '"libsound.so": "file:./src/main/cpp/types/libsound"', '');
      p.write('entry/src/main/ets/pages/Index.ets', '');
    },
  },
  {
    rule: 'abi-filter',
    what: 'unknown',
    file: profile,
    message: /"arm64" is no ABI/,
    spoil: (p) => p.edit(profile, 'arm64-v8a', 'arm64'),
  },
  {
    rule: 'abi-filter',
    what: 'arm32ForHarmony',
    file: profile,
    message: /HarmonyOS, which refuses armeabi-v7a/,
    spoil: (p) => p.edit(profile, 'x86_64', 'armeabi-v7a'),
  },
  {
    rule: 'link-library',
    what: 'jsvm',
    file: cmake,
    message: /OH_JSVM_Init in module\.cpp needs libjsvm\.so/,
    spoil: (p) => p.edit(cmake, ' libjsvm.so', ''),
  },
  {
    rule: 'link-library',
    what: 'hilog',
    file: cmake,
    message: /OH_LOG_INFO in module\.cpp needs libhilog_ndk\.z\.so/,
    spoil: (p) => p.edit(cmake, ' libhilog_ndk.z.so', ''),
  },
  {
    rule: 'link-library',
    what: 'napi',
    file: cmake,
    message: /napi_module_register in module\.cpp needs libace_napi\.z\.so/,
    spoil: (p) => p.edit(cmake, ' libace_napi.z.so', ''),
  },
  {
    rule: 'library-target',
    what: 'otherTarget',
    file: 'entry/oh-package.json5',
    message: /no CMake target makes libsound\.so \(there is libnoise\.so\)/,
    spoil: (p) => {
      p.edit(cmake, 'add_library(sound', 'add_library(noise');
      p.edit(cmake, 'target_link_libraries(sound', 'target_link_libraries(noise');
    },
  },
  {
    rule: 'library-name',
    what: 'nm_modname',
    file: 'native/module.cpp',
    message: /nm_modname is "noise" but the library is libsound\.so.*write "sound"/,
    spoil: (p) => p.edit('native/module.cpp', '.nm_modname = "sound"', '.nm_modname = "noise"'),
  },
  {
    rule: 'library-name',
    what: 'nm_modnameByPosition',
    file: 'native/module.cpp',
    message: /nm_modname is "noise"/,
    spoil: (p) =>
      p.edit(
        'native/module.cpp',
        '{.nm_version = 1, .nm_register_func = Init, .nm_modname = "sound"}',
        '{1, 0, nullptr, Init, "noise", nullptr, {0}}',
      ),
  },
  {
    rule: 'library-name',
    what: 'nm_modnameByMacro',
    file: 'native/module.cpp',
    message: /nm_modname is "noise"/,
    spoil: (p) => {
      p.edit('native/module.cpp', '.nm_modname = "sound"', '.nm_modname = NAME');
      p.edit('native/module.cpp', '#include "napi/native_api.h"', '#include "napi/native_api.h"\n#define NAME "noise"');
    },
  },
  {
    rule: 'library-registration',
    what: 'none',
    file: cmake,
    message: /no source of "sound" registers a module/,
    spoil: (p) => p.write('native/module.cpp', '// static napi_module m = {.nm_modname = "sound"};\n'),
  },
  {
    rule: 'library-types',
    what: 'folderMissing',
    file: 'entry/oh-package.json5',
    message: /"libsound\.so" points to .*which does not exist/,
    spoil: (p) => p.edit('entry/oh-package.json5', 'types/libsound', 'types/libnoise'),
  },
  {
    rule: 'library-types',
    what: 'packageName',
    file: `${types}/oh-package.json5`,
    message: /the types are called "libnoise\.so"/,
    spoil: (p) => p.edit(`${types}/oh-package.json5`, 'libsound.so', 'libnoise.so'),
  },
  {
    rule: 'library-types',
    what: 'caseOfDeclaration',
    file: `${types}/oh-package.json5`,
    message: /names \.\/index\.d\.ts, which does not exist/,
    spoil: (p) => p.edit(`${types}/oh-package.json5`, './Index.d.ts', './index.d.ts'),
  },
  {
    rule: 'library-import',
    what: 'noDependency',
    file: 'entry/src/main/ets/pages/Index.ets',
    message: /^line 1: libnoise\.so is no dependency/,
    spoil: (p) => p.edit('entry/src/main/ets/pages/Index.ets', 'libsound.so', 'libnoise.so'),
  },
  {
    rule: 'library-duplicate',
    what: 'copyInLibs',
    file: 'entry/libs/arm64-v8a/libsound.so',
    message: /delete this copy/,
    spoil: (p) => p.write('entry/libs/arm64-v8a/libsound.so', ''),
  },
];
