/** The host NDK: built once by CMake into the cache, and found there by every later run. */
import { join } from 'node:path';
import { NDK_SOURCE, cacheRoot, fingerprint } from './home.ts';
import { compilerCandidates } from './programs.ts';
import type { Progress } from './progress.ts';
import { firstChange, readJson, writeJson } from './stamp.ts';
import type { FileStamp } from './stamp.ts';
import type { Compiler } from './tools.ts';

/** A built host NDK. */
export interface Ndk {
  /** Stands for its sources, the engine and the compiler: equal keys, equal NDKs. */
  key: string;
  /** Folder with `include` and `lib`. */
  sysroot: string;
  /** The CMake toolchain file for modules. */
  toolchain: string;
  /** The bridge addon. */
  bridge: string;
  /** The C++ compiler it was built with, which modules are built with too. */
  compiler: string;
  /** The same, with what CMake and hints need to know of it. */
  cxx: Compiler;
}

/** Where the sources stand and the results go; specs give their own. */
export interface NdkPlaces {
  source: string;
  cache: string;
}

/** What is remembered of the last look at the sources. */
export interface NdkStamp {
  recipe: string;
  candidates: string;
  inputs: FileStamp[];
  outputs: FileStamp[];
  ndk: Ndk;
}

/** Changes whenever the host NDK is built or laid out differently from the same sources. */
export const NDK_RECIPE = '1';

/**
 * Returns the host NDK, building it when its sources, the engine or the compiler changed. When nothing did, it costs one
 * stat call a source file. Throws ToolError when a program is missing, BuildError when the sources do not build.
 */
export async function ensureNdk(progress: Progress, places?: Partial<NdkPlaces>): Promise<Ndk> {
  const source = places?.source ?? NDK_SOURCE;
  const cache = join(places?.cache ?? cacheRoot(), 'ndk');
  const stampFile = join(cache, `${fingerprint([source])}.stamp.json`);
  const candidates = compilerCandidates();
  const stamp = readJson<NdkStamp>(stampFile);
  if (stamp !== undefined && isCurrent(stamp, JSON.stringify(candidates))) return stamp.ndk;

  // Loaded when needed: a run without changes does without.
  const { findOrBuild } = await import('./ndk-build.ts');
  const found = await findOrBuild({ source, cache, candidates, progress });
  writeJson(stampFile, found);
  return found.ndk;
}

function isCurrent(stamp: NdkStamp, candidates: string): boolean {
  if (stamp.recipe !== NDK_RECIPE || stamp.candidates !== candidates) return false;
  return firstChange(stamp.outputs) === undefined && firstChange(stamp.inputs) === undefined;
}
