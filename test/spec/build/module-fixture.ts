/** A native module in a scratch folder, for specs of module builds. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BuildError } from '../../build/errors.ts';
import { buildModule } from '../../build/module.ts';
import type { BuildOptions, NativeBuild } from '../../build/module.ts';
import { silent } from '../../build/progress.ts';
import type { Module, NativeOptions } from '../../project/model.ts';
import { bareSysroot } from './fake-ndk.ts';
import type { Scratch } from './scratch.ts';

/** A CMakeLists.txt that takes every source in `src`. */
export const LISTS = `cmake_minimum_required(VERSION 3.5)
project(sample)
file(GLOB SOURCES src/*.cpp)
add_library(entry SHARED \${SOURCES})
`;

/** The model of the module `entry` in the scratch folder. */
export function moduleIn(place: Scratch, native: Partial<NativeOptions> = {}): Module {
  const root = join(place.folder, 'entry');
  const options = { arguments: [], cppFlags: [], cFlags: [], abiFilters: [], targets: [], ...native };
  return {
    name: 'entry',
    type: 'entry',
    root,
    etsRoot: join(root, 'src/main/ets'),
    native: { cmakeLists: join(root, 'cpp/CMakeLists.txt'), ...options },
    nativeTypes: [],
    packages: {},
    abilities: [],
    pages: [],
  };
}

/** Writes the module: its CMakeLists.txt and one source. */
export function writeModule(place: Scratch, source = 'int entry_value() { return 1; }\n', lists = LISTS): void {
  place.write('entry/cpp/CMakeLists.txt', lists);
  place.write('entry/cpp/src/entry.cpp', source);
}

/** Builds the module in the scratch folder. */
export async function build(
  place: Scratch,
  more: Partial<BuildOptions> = {},
  native: Partial<NativeOptions> = {},
): Promise<NativeBuild> {
  const options: BuildOptions = { include: [], link: [], cmakeArgs: [], progress: silent, ...more };
  return buildModule(moduleIn(place, native), await bareSysroot(place), options);
}

/** Builds it and returns the error that has to come. */
export async function failedBuild(place: Scratch, more: Partial<BuildOptions> = {}): Promise<BuildError> {
  try {
    await build(place, more);
  } catch (error) {
    assert.ok(error instanceof BuildError, String(error));
    return error;
  }
  assert.fail('the build succeeded');
}

/** The names that a built library exports. */
export function exportsOf(build: NativeBuild, library = 'libentry.so'): string {
  return execFileSync('nm', ['-D', '--defined-only', build.libraries[library] ?? ''], { encoding: 'utf8' });
}
