/** Builds the addon of bench/native against the host NDK. Later builds compile only what changed. */
import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildTargets, compilerOutput, configure, toolArguments } from '../test/build/cmake.ts';
import { BuildError } from '../test/build/errors.ts';
import { cacheRoot, engineInclude, fingerprint } from '../test/build/home.ts';
import { withLock } from '../test/build/lock.ts';
import { ensureNdk } from '../test/build/ndk.ts';
import type { Progress } from '../test/build/progress.ts';
import { findBuildTools } from '../test/build/tools.ts';

const SOURCE = join(import.meta.dirname, 'native');

/** Returns the path of the built addon. Throws ToolError when a program is missing, BuildError when it does not build. */
export async function buildAddon(progress: Progress): Promise<string> {
  const ndk = await ensureNdk(progress);
  const tools = findBuildTools();
  const folder = join(cacheRoot(), 'bench', fingerprint([SOURCE, engineInclude(), ndk.compiler]));
  const wait = (): void => progress.update('waiting for another run that builds the benchmarks');
  return withLock(folder, wait, async () => {
    mkdirSync(folder, { recursive: true });
    // The build sees the sysroot under one name for ever, so that a new NDK recompiles nothing but what its headers touch.
    const sysroot = join(folder, 'sysroot');
    pointLink(sysroot, ndk.sysroot);
    const build = join(folder, 'build');
    const configured = await configure(tools, SOURCE, build, [
      ...toolArguments(tools, ndk.cxx),
      '-DCMAKE_BUILD_TYPE=None',
      `-DCMAKE_TOOLCHAIN_FILE=${join(sysroot, basename(ndk.toolchain))}`,
      `-DARKHOST_ENGINE_INCLUDE=${engineInclude()}`,
    ]);
    if (configured.code !== 0) throw failed('cannot be configured', configured.output);
    const built = await buildTargets(tools, build, [], 'building benchmarks', progress);
    if (built.code !== 0) throw failed('do not build', built.output);
    progress.clear();
    return join(build, 'arkhost_bench.node');
  });
}

function pointLink(link: string, target: string): void {
  if (existsSync(link) && readlinkSync(link) === target) return;
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

function failed(what: string, output: string): BuildError {
  return new BuildError(`the benchmarks in ${SOURCE} ${what}`, compilerOutput(output));
}
