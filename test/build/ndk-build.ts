/** Builds the host NDK when its sources, the engine or the compiler changed. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { buildTargets, compilerOutput, configure, install, toolArguments } from './cmake.ts';
import { BuildError, ToolError } from './errors.ts';
import { HOME, engineInclude, fingerprint, packageFolder } from './home.ts';
import { withLock } from './lock.ts';
import { NDK_RECIPE } from './ndk.ts';
import type { Ndk, NdkStamp } from './ndk.ts';
import type { Progress } from './progress.ts';
import { prune } from './prune.ts';
import { readJson, stampAll, writeJson } from './stamp.ts';
import { findBuildTools, findCompiler } from './tools.ts';
import type { BuildTools, Compiler } from './tools.ts';
import { listTree } from './tree.ts';

/** What is asked for: the NDK of these sources, below this cache. */
export interface NdkRequest {
  source: string;
  cache: string;
  /** The compilers found by name, of which one is chosen. */
  candidates: { path: string; launcher?: string }[];
  progress: Progress;
}

const NEEDED = ['arkhost.toolchain.cmake', 'lib/arkhost_bridge.node', 'lib/libjsvm.so', 'lib/libace_napi.z.so'];

/** Finds the NDK in the cache under the key of its sources, or builds it. Throws ToolError and BuildError. */
export async function findOrBuild(request: NdkRequest): Promise<NdkStamp> {
  const { source, candidates, progress } = request;
  const compiler = await findCompiler();
  const { files, folders } = listTree(source);
  // Stamped before they are read: a change while they are built must be noticed by the next run.
  const inputs = stampAll([...files, ...folders, ...otherInputs(), ...candidates.map(({ path }) => path)]);
  try {
    const ndk = await buildUnderKey(request, compiler);
    const outputs = stampAll(listTree(ndk.sysroot).files);
    return { recipe: NDK_RECIPE, candidates: JSON.stringify(candidates), inputs, outputs, ndk };
  } finally {
    progress.clear();
  }
}

/** Sources that are edited while they compile would be filed under the wrong key: the key is taken again afterwards. */
async function buildUnderKey(request: NdkRequest, compiler: Compiler): Promise<Ndk> {
  const { source, cache, progress } = request;
  const wait = () => progress.update('waiting for another arkhost that builds the host NDK');
  for (let attempt = 0; attempt < 3; attempt++) {
    const ndk = describe(join(cache, keyOf(source, compiler)), compiler);
    if (isComplete(ndk)) return ndk;
    const built = await withLock(join(cache, 'build'), wait, async () => isComplete(ndk) || buildNdk(request, ndk));
    if (built) return ndk;
  }
  throw new BuildError(
    `the sources of the host NDK in ${source} kept changing while they were built. Run it again`,
    '',
  );
}

/** What the NDK is made from besides its own sources. */
function otherInputs(): string[] {
  return [process.execPath, join(engineInclude(), 'node_version.h'), join(addonApi(), 'package.json')];
}

function addonApi(): string {
  const folder = packageFolder('node-addon-api');
  if (folder === undefined)
    throw new ToolError(`the package node-addon-api is not installed. Run npm install in ${HOME}`);
  return folder;
}

function keyOf(source: string, compiler: Compiler): string {
  // Loaded here because it is slow to load, and most runs need no key.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const contents = listTree(source).files.flatMap((path) => [relative(source, path), readFileSync(path)]);
  const addonVersion = readFileSync(join(addonApi(), 'package.json'), 'utf8');
  const { node = '', v8 = '' } = process.versions;
  const hash = createHash('sha256');
  for (const part of [NDK_RECIPE, node, v8, process.arch, addonVersion, compiler.path, compiler.version, ...contents]) {
    hash.update(`${part.length}\0`).update(part);
  }
  return hash.digest('hex').slice(0, 16);
}

function describe(folder: string, compiler: Compiler): Ndk {
  const sysroot = join(folder, 'sysroot');
  return {
    key: basename(folder),
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

/** Builds and puts the result in place under its key; false when the sources are no longer those of the key. */
async function buildNdk({ source, cache, progress }: NdkRequest, ndk: Ndk): Promise<boolean> {
  const tools = findBuildTools();
  const compiler = ndk.cxx;
  // One build tree for each source folder and compiler, so that a change of one file compiles that file only.
  const identity = [source, engineInclude(), compiler.path, compiler.version, tools.generator];
  const tree = join(cache, `build-${fingerprint(identity)}`);
  const temporary = join(cache, `${ndk.key}.${process.pid}`);
  const unchanged = () => keyOf(source, compiler) === ndk.key;
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
    rmSync(join(cache, ndk.key), { recursive: true, force: true });
    renameSync(temporary, join(cache, ndk.key));
    prune(dirname(cache), [tree, join(cache, ndk.key)]);
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
    `-DARKHOST_WERROR=${existsSync(join(HOME, '.git')) ? 'ON' : 'OFF'}`,
  ];
  progress.update('configuring host NDK');
  const configured = await configure(tools, source, tree, args);
  if (configured.code !== 0) return failed('the host NDK could not be configured', compilerOutput(configured.output));
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
