/** The native code of a module, built with its own CMakeLists.txt against the host NDK, outside the user's project. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '../project/model.ts';
import { cacheRoot, fingerprint } from './home.ts';
import { moduleArguments, moduleToolchain } from './module-arguments.ts';
import type { BuildOptions } from './module-arguments.ts';
import type { Ndk } from './ndk.ts';
import { firstChange, readJson } from './stamp.ts';
import type { FileStamp } from './stamp.ts';

export type { BuildOptions } from './module-arguments.ts';

/** What a build made. */
export interface NativeBuild {
  /** `libentry.so` to the absolute path of the built file. */
  libraries: Record<string, string>;
  /** True when nothing had changed, so that no tool was started. */
  fresh: boolean;
}

/** What is remembered of the last build. */
export interface ModuleStamp {
  recipe: string;
  files: FileStamp[];
  folders: FileStamp[];
  outputs: FileStamp[];
  libraries: Record<string, string>;
}

/** Changes whenever a module is built differently from the same sources and options. */
export const MODULE_RECIPE = '2';

/**
 * Builds the shared libraries of `module`; without native options there are none. Two checkouts, two compilers or two
 * sets of options have build trees of their own. Throws BuildError with the compiler's own words, or ToolError.
 */
export async function buildModule(module: Module, ndk: Ndk, options: BuildOptions): Promise<NativeBuild> {
  const native = module.native;
  if (native === undefined) return { libraries: {}, fresh: true };
  const args = moduleArguments(native, options);
  const toolchain = moduleToolchain(native, ndk, options, '<links>');
  const identity = [
    MODULE_RECIPE,
    realpathSync(module.root),
    ndk.key,
    native.cmakeLists,
    toolchain,
    ...args,
    '--',
    ...native.targets,
  ];
  const folder = join(cacheRoot(), 'modules', `${module.name}-${fingerprint(identity)}`);
  const libraries = currentLibraries(folder);
  if (libraries !== undefined) return { libraries, fresh: true };

  const { buildInFolder } = await import('./module-build.ts');
  return buildInFolder({ module, native, folder, build: join(folder, 'build'), ndk, args, options });
}

/** The stamp of a module's build folder. */
export function stampFile(folder: string): string {
  return join(folder, 'stamp.json');
}

/** The libraries in a build folder, when nothing they were made from has changed. */
export function currentLibraries(folder: string): Record<string, string> | undefined {
  const stamp = readJson<ModuleStamp>(stampFile(folder));
  if (stamp?.recipe !== MODULE_RECIPE) return undefined;
  const changed = firstChange(stamp.outputs) ?? firstChange(stamp.files) ?? firstChange(stamp.folders);
  return changed === undefined ? stamp.libraries : undefined;
}
