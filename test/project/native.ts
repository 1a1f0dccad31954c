import { join, resolve } from 'node:path';
import { moduleFiles } from './layout.ts';
import type { NativeOptions } from './model.ts';
import { at, record, texts } from './values.ts';
import { optionWords } from './words.ts';

/** The ABIs that the build tools know. */
export const knownAbis = ['arm64-v8a', 'x86_64', 'armeabi-v7a'] as const;

/**
 * Native build options of a module's parsed build-profile.json5, with hvigor's own defaults; undefined when the module
 * sets no externalNativeOptions. As with hvigor, words of `arguments` that do not start with `-` are left out; so is the
 * `-v` of many samples, which asks for a log of the build and which CMake itself does not know.
 */
export function nativeOptions(profile: unknown, moduleRoot: string): NativeOptions | undefined {
  const options = record(at(profile, 'buildOption', 'externalNativeOptions'));
  if (options === undefined) return undefined;
  const path = typeof options['path'] === 'string' && options['path'] !== '' ? options['path'] : undefined;
  const abis = texts(options['abiFilters']);
  return {
    cmakeLists: path === undefined ? join(moduleRoot, moduleFiles.cmakeLists) : resolve(moduleRoot, path),
    arguments: optionWords(options['arguments']).filter((word) => word.startsWith('-') && word !== '-v'),
    cppFlags: optionWords(options['cppFlags']),
    cFlags: optionWords(options['cFlags']),
    abiFilters: abis.length > 0 ? abis : ['arm64-v8a'],
    targets: texts(options['targets']),
  };
}
