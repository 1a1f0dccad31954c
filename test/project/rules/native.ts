import { basename, join } from 'node:path';
import { readCMake } from '../cmake.ts';
import type { CMakeProject } from '../cmake.ts';
import { filesBelow } from '../files.ts';
import { isFile, isFolder, moduleFiles } from '../layout.ts';
import { knownAbis, nativeOptions } from '../native.ts';
import { linkedLibrary } from '../registration.ts';
import type { NativeSource } from '../registration.ts';
import { sourceText } from '../source-text.ts';
import type { ModuleView, Validation } from '../validation.ts';
import { at, texts } from '../values.ts';

/** A module with its CMake project. */
export interface NativeModule {
  module: ModuleView;
  cmake: CMakeProject;
}

/** Checks the native settings of every module; returns the CMake projects that could be read. */
export function checkNative(validation: Validation): NativeModule[] {
  const found: NativeModule[] = [];
  for (const module of validation.modules) {
    const options = nativeOptions(module.profile.value, module.root);
    const { file } = module.profile;
    if (options === undefined) {
      checkForgotten(validation, module);
      continue;
    }
    if (filesBelow(join(module.root, moduleFiles.native)).length === 0) {
      const message =
        `${moduleFiles.native} is ${isFolder(join(module.root, moduleFiles.native)) ? 'empty' : 'missing'}; ` +
        'hvigor then skips the native build in silence: put a file there, such as the types of the library';
      validation.report('native-folder', file, message);
    }
    checkAbis(validation, module);
    if (basename(options.cmakeLists) !== 'CMakeLists.txt') {
      const message =
        `externalNativeOptions.path is ${options.cmakeLists}; ` +
        'hvigor takes a file called CMakeLists.txt only: rename it';
      validation.report('cmake-name', file, message);
    }
    if (isFile(options.cmakeLists)) found.push({ module, cmake: readCMake(options.cmakeLists) });
    else
      validation.report(
        'cmake-missing',
        file,
        `externalNativeOptions.path names ${options.cmakeLists}, which does not exist; mend the path`,
      );
  }
  for (const native of found) {
    checkLinks(validation, native.cmake);
    checkCopies(validation, native);
  }
  return found;
}

function checkForgotten(validation: Validation, module: ModuleView): void {
  if (module.profile.value === undefined || !isFile(join(module.root, moduleFiles.cmakeLists))) return;
  const message =
    `there is a ${moduleFiles.cmakeLists} but no buildOption.externalNativeOptions, so it is never built; ` +
    'add the options';
  validation.report('native-options', module.profile.file, message);
}

function checkAbis(validation: Validation, module: ModuleView): void {
  const { file, value } = module.profile;
  const abis = texts(at(value, 'buildOption', 'externalNativeOptions', 'abiFilters'));
  for (const abi of abis) {
    if (knownAbis.some((known) => known === abi)) continue;
    validation.report('abi-filter', file, `"${abi}" is no ABI; write some of ${knownAbis.join(', ')}`);
  }
  if (!abis.includes('armeabi-v7a')) return;
  if (validation.runtimes().has('HarmonyOS')) {
    validation.report('abi-filter', file, 'a product is for HarmonyOS, which refuses armeabi-v7a; remove it');
  } else if (abis.length === 1) {
    validation.report('abi-filter', file, 'armeabi-v7a alone is refused; add arm64-v8a');
  }
}

/** What a source that uses a group of functions has to link. */
const needed = [
  { use: /\bOH_JSVM_\w+/, link: 'jsvm', library: 'libjsvm.so' },
  { use: /\bOH_LOG_\w+\s*\(/, link: 'hilog_ndk.z', library: 'libhilog_ndk.z.so' },
  {
    use: /\bnapi_(module_register|define_|create_|get_|set_|throw|call_function|wrap|unwrap|is_)\w*\s*\(/,
    link: 'ace_napi.z',
    library: 'libace_napi.z.so',
  },
];

function checkLinks(validation: Validation, cmake: CMakeProject): void {
  for (const target of cmake.targets.values()) {
    if (target.kind !== 'SHARED' && target.kind !== 'MODULE') continue;
    const { sources, links, complete } = linkedLibrary(target, cmake);
    if (!complete) continue;
    for (const { use, link, library } of needed) {
      const first = links.has(link) ? undefined : firstUse(sources, use);
      if (first === undefined) continue;
      const message =
        `${first} needs ${library}, which "${target.name}" does not link; ` +
        `add ${library} to target_link_libraries(${target.name} …)`;
      validation.report('link-library', target.file, message);
    }
  }
}

/** The function and file of the first use. */
function firstUse(sources: NativeSource[], use: RegExp): string | undefined {
  for (const { file, text } of sources) {
    const match = use.exec(sourceText(text, 'cpp', 'code'));
    if (match !== null) return `${match[0].replace(/\s*\($/, '')} in ${basename(file)}`;
  }
  return undefined;
}

/** A library built by CMake must not lie in libs as well: the packer finds the file twice. */
function checkCopies(validation: Validation, { module, cmake }: NativeModule): void {
  const built = new Set([...cmake.targets.values()].map((target) => target.output));
  for (const file of filesBelow(join(module.root, 'libs'), '.so')) {
    if (!built.has(basename(file))) continue;
    validation.report('library-duplicate', file, `${basename(file)} is built by CMake too; delete this copy`);
  }
}
