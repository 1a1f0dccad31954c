/** Builds the native modules of a spec with the host NDK, incrementally, and runs scripts with them in engine processes. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { cacheRoot, fingerprint } from '../../../build/home.ts';
import { withLock } from '../../../build/lock.ts';
import { ensureNdk } from '../../../build/ndk.ts';
import { run } from '../../../build/process.ts';
import { createProgress } from '../../../build/progress.ts';
import { findBuildTools } from '../../../build/tools.ts';
import type { Bridge } from '../../../kits/host.ts';

/** Built modules, and the NDK that they were built with. */
export interface TestModules {
  /** Folder of the built libraries. */
  folder: string;
  sysroot: string;
  /** The bridge addon. */
  bridge: string;
}

/** How a script ended. */
export interface ScriptResult {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

interface Sysroot {
  sysroot: string;
  toolchain: string;
  bridge: string;
  compiler: string;
}

/** The host NDK; `ARKHOST_TEST_SYSROOT` and `CXX` name one installed from a build folder of one's own. */
export async function testNdk(): Promise<Sysroot> {
  const sysroot = process.env['ARKHOST_TEST_SYSROOT'];
  if (sysroot === undefined) return ensureNdk(createProgress());
  return {
    sysroot,
    toolchain: join(sysroot, 'arkhost.toolchain.cmake'),
    bridge: join(sysroot, 'lib', 'arkhost_bridge.node'),
    compiler: process.env['CXX'] ?? 'c++',
  };
}

/** Configures and builds the CMake project in `source`. Throws an error with the compiler's output when that fails. */
export async function buildModules(source: string): Promise<TestModules> {
  const ndk = await testNdk();
  const folder = join(cacheRoot(), 'spec-modules', fingerprint([source, ndk.sysroot, ndk.compiler]));
  await withLock(
    folder,
    () => undefined,
    async () => {
      await mkdir(folder, { recursive: true });
      const tools = findBuildTools();
      await step(tools.cmake, [
        ...['-S', source, '-B', folder, '-G', tools.generator, `-DCMAKE_TOOLCHAIN_FILE=${ndk.toolchain}`],
        `-DCMAKE_CXX_COMPILER=${ndk.compiler}`,
      ]);
      await step(tools.cmake, ['--build', folder, '--parallel', '2']);
    },
  );
  return { folder, sysroot: ndk.sysroot, bridge: ndk.bridge };
}

/** The bridge addon in this process. */
export function loadBridge(modules: TestModules): Bridge & { setModuleLoader(loader: unknown): void } {
  return createRequire(import.meta.url)(modules.bridge) as Bridge & { setModuleLoader(loader: unknown): void };
}

/**
 * Runs a script in an engine process of its own; in it, `bridge` is the bridge addon and `load(name)` gives the exports of a
 * module. It is stopped after 30 seconds.
 */
export function runScript(
  modules: TestModules,
  script: string,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<ScriptResult> {
  const head =
    `const bridge = require(${JSON.stringify(modules.bridge)});` +
    `const load = (name) => bridge.loadModule(${JSON.stringify(modules.folder)} + '/lib' + name + '.so');`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, '-e', head + script], {
      env: { ...process.env, PATH: `${join(modules.sysroot, 'bin')}:${process.env['PATH'] ?? ''}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ stdout, stderr, code, signal }));
  });
}

async function step(program: string, args: string[]): Promise<void> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${basename(program)} ${args.join(' ')} failed with code ${code}:\n${output}`);
}
