/** The host NDK: built once by CMake into the cache, and found there by every later run. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildTargets, compilerOutput, configure, install, toolArguments } from './cmake.ts';
import { BuildError, ToolError } from './errors.ts';
import { HOME, NDK_SOURCE, cacheRoot, engineInclude, fingerprint, packageFolder } from './home.ts';
import { withLock } from './lock.ts';
import type { Progress } from './progress.ts';
import { listTree } from './tree.ts';
import { firstChange, readJson, stampAll, writeJson } from './stamp.ts';
import type { FileStamp } from './stamp.ts';
import { compilerCandidates, findBuildTools, findCompiler } from './tools.ts';
import type { BuildTools, Compiler } from './tools.ts';

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

interface NdkStamp {
  recipe: string;
  candidates: string;
  inputs: FileStamp[];
  outputs: FileStamp[];
  ndk: Ndk;
}

/** Changes whenever this file builds or lays out something differently. */
const RECIPE = '1';
const NEEDED = ['arkhost.toolchain.cmake', 'lib/arkhost_bridge.node', 'lib/libjsvm.so', 'lib/libace_napi.z.so'];

/**
 * Returns the host NDK, building it when its sources, the engine or the compiler changed. When nothing did, it costs one
 * stat call a source file. Throws ToolError when a program is missing, BuildError when the sources do not build.
 */
export async function ensureNdk(progress: Progress, places?: Partial<NdkPlaces>): Promise<Ndk> {
  const source = places?.source ?? NDK_SOURCE;
  const cache = join(places?.cache ?? cacheRoot(), 'ndk');
  const stampFile = join(cache, `${fingerprint([source])}.stamp.json`);
  const compilers = compilerCandidates();
  const candidates = JSON.stringify(compilers);
  const stamp = readJson<NdkStamp>(stampFile);
  if (stamp !== undefined && isCurrent(stamp, candidates)) return stamp.ndk;

  const compiler = await findCompiler();
  const { files, folders } = listTree(source);
  const inputs = stampAll([...files, ...folders, ...otherInputs(), ...compilers.map(({ path }) => path)]);
  const ndk = await findOrBuild(source, cache, compiler, progress);
  const outputs = stampAll(listTree(ndk.sysroot).files);
  writeJson(stampFile, { recipe: RECIPE, candidates, inputs, outputs, ndk } satisfies NdkStamp);
  return ndk;
}

/** Sources that are edited while they compile would be filed under the wrong key: the key is taken again afterwards. */
async function findOrBuild(source: string, cache: string, compiler: Compiler, progress: Progress): Promise<Ndk> {
  const wait = () => progress.update('waiting for another arkhost that builds the host NDK');
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const key = keyOf(source, compiler);
      const ndk = describe(join(cache, key), compiler);
      if (isComplete(ndk)) return ndk;
      const unchanged = () => keyOf(source, compiler) === key;
      const build = () => (isComplete(ndk) ? Promise.resolve(true) : buildNdk(source, cache, key, compiler, progress, unchanged));
      if (await withLock(join(cache, 'build'), wait, build)) return ndk;
    }
  } finally {
    progress.clear();
  }
  throw new BuildError(`the sources of the host NDK in ${source} kept changing while they were built. Run it again`, '');
}

function isCurrent(stamp: NdkStamp, candidates: string): boolean {
  if (stamp.recipe !== RECIPE || stamp.candidates !== candidates) return false;
  return firstChange(stamp.outputs) === undefined && firstChange(stamp.inputs) === undefined;
}

/** What the NDK is made from besides its own sources. */
function otherInputs(): string[] {
  return [process.execPath, join(engineInclude(), 'node_version.h'), join(addonApi(), 'package.json')];
}

function addonApi(): string {
  const folder = packageFolder('node-addon-api');
  if (folder === undefined) throw new ToolError(`the package node-addon-api is not installed. Run npm install in ${HOME}`);
  return folder;
}

function keyOf(source: string, compiler: Compiler): string {
  // Loaded here because it is slow to load, and most runs need no key.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const contents = listTree(source).files.flatMap((path) => [relative(source, path), readFileSync(path)]);
  const addonVersion = readFileSync(join(addonApi(), 'package.json'), 'utf8');
  const { node = '', v8 = '' } = process.versions;
  const hash = createHash('sha256');
  for (const part of [RECIPE, node, v8, process.arch, addonVersion, compiler.path, compiler.version, ...contents]) {
    hash.update(`${part.length}\0`).update(part);
  }
  return hash.digest('hex').slice(0, 16);
}

function describe(folder: string, compiler: Compiler): Ndk {
  const sysroot = join(folder, 'sysroot');
  return {
    key: folder.slice(folder.lastIndexOf('/') + 1),
    sysroot,
    toolchain: join(sysroot, 'arkhost.toolchain.cmake'),
    bridge: join(sysroot, 'lib', 'arkhost_bridge.node'),
    compiler: compiler.path,
    cxx: compiler,
  };
}

/** A finished NDK holds the list of its files, written last; what differs from the list is damaged and built again. */
function isComplete(ndk: Ndk): boolean {
  const outputs = readJson<[string, number][]>(join(ndk.sysroot, '..', 'files.json'));
  return outputs?.every(([path, size]) => stampAll([join(ndk.sysroot, path)])[0]?.[1] === size) ?? false;
}

/** Builds and puts the result in place under `key`; false when the sources are no longer those of the key. */
async function buildNdk(
  source: string,
  cache: string,
  key: string,
  compiler: Compiler,
  progress: Progress,
  unchanged: () => boolean,
): Promise<boolean> {
  const tools = findBuildTools();
  // One build tree for each source folder and compiler, so that a change of one file compiles that file only.
  const identity = [source, engineInclude(), compiler.path, compiler.version, tools.generator];
  const tree = join(cache, `build-${fingerprint(identity)}`);
  const temporary = join(cache, `${key}.${process.pid}`);
  try {
    const reused = existsSync(tree);
    let failure = await buildInto(tools, source, tree, temporary, compiler, progress);
    if (failure !== undefined && reused && unchanged() && !failure.output.includes('error:')) {
      // No compiler complained: a killed run may have left the tree half written.
      rmSync(tree, { recursive: true, force: true });
      failure = await buildInto(tools, source, tree, temporary, compiler, progress);
    }
    if (!unchanged()) return false;
    if (failure !== undefined) throw failure;
    seal(temporary);
    rmSync(join(cache, key), { recursive: true, force: true });
    renameSync(temporary, join(cache, key));
    return true;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function buildInto(
  tools: BuildTools,
  source: string,
  tree: string,
  target: string,
  compiler: Compiler,
  progress: Progress,
): Promise<BuildError | undefined> {
  const args = [
    ...toolArguments(tools, compiler),
    '-DCMAKE_BUILD_TYPE=RelWithDebInfo',
    `-DARKHOST_ENGINE_INCLUDE=${engineInclude()}`,
    `-DARKHOST_ADDON_API_INCLUDE=${addonApi()}`,
  ];
  progress.update('configuring host NDK');
  const configured = await configure(tools, source, tree, args);
  if (configured.code !== 0) return failed('the host NDK could not be configured', configured.output);
  const built = await buildTargets(tools, tree, [], 'building host NDK', progress);
  if (built.code !== 0) return failed('the host NDK could not be built', compilerOutput(built.output));
  const installed = await install(tools, tree, join(target, 'sysroot'));
  if (installed.code !== 0) return failed('the host NDK could not be installed', installed.output);
  const missing = NEEDED.find((path) => !existsSync(join(target, 'sysroot', path)));
  return missing === undefined ? undefined : failed(`the host NDK was built without ${missing}`, '');
}

function failed(message: string, output: string): BuildError {
  return new BuildError(message, output);
}

function seal(folder: string): void {
  const sysroot = join(folder, 'sysroot');
  const files = stampAll(listTree(sysroot).files).map(([path, size]) => [relative(sysroot, path), size]);
  writeJson(join(folder, 'files.json'), files);
}
