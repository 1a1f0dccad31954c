/** Builds the native tests with the host NDK. Later builds compile only what changed. */
import { mkdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheRoot, fingerprint } from '../../../build/home.ts';
import { withLock } from '../../../build/lock.ts';
import { ensureNdk } from '../../../build/ndk.ts';
import type { Ndk } from '../../../build/ndk.ts';
import { run } from '../../../build/process.ts';
import { createProgress } from '../../../build/progress.ts';
import { findBuildTools } from '../../../build/tools.ts';
import { contractFunctions } from '../../jsvm-contract/contract.ts';

/** What the tests need of a host NDK. */
export type TestNdk = Pick<Ndk, 'sysroot' | 'toolchain' | 'bridge' | 'compiler'>;

/** The built tests and what is needed to load them. */
export interface TestBuild {
  /** libjsvm_tests.so */
  library: string;
  /** The bridge addon of the NDK that the tests run on. */
  bridge: string;
  /** How long a process may go without finishing a case, in milliseconds; a minute when absent. */
  limit?: number;
}

const SOURCE = dirname(import.meta.dirname);

/**
 * Builds libjsvm_tests.so and returns its path; with `group`, from the files whose names begin with it. Throws an error with
 * the compiler's output when that fails.
 */
export async function buildTests(group = ''): Promise<TestBuild> {
  const ndk = await testNdk();
  const folder = join(cacheRoot(), 'jsvm-tests', fingerprint([SOURCE, ndk.compiler]));
  const library = await withLock(
    folder,
    () => undefined,
    async () => {
      await mkdir(folder, { recursive: true });
      // The build sees the sysroot under one name for ever, so that a new NDK recompiles nothing but what its headers touch.
      const sysroot = join(folder, 'sysroot');
      await pointLink(sysroot, ndk.sysroot);
      const tools = findBuildTools();
      const build = join(folder, `build-${group || 'all'}`);
      const make = async (): Promise<void> => {
        await mkdir(build, { recursive: true });
        await writeContract(join(build, 'contract.inc'));
        await step(tools.cmake, [
          ...['-S', SOURCE, '-B', build, '-G', tools.generator, '-DCMAKE_BUILD_TYPE=None'],
          `-DCMAKE_TOOLCHAIN_FILE=${join(sysroot, basename(ndk.toolchain))}`,
          `-DCMAKE_CXX_COMPILER=${ndk.compiler}`,
          `-DTEST_GROUP=${group}`,
        ]);
        await step(tools.cmake, ['--build', build, '--parallel', '2']);
      };
      try {
        await make();
      } catch (error) {
        // Back on an older NDK the headers are older than what was precompiled of them, which no build tool expects.
        if (!String(error).includes('precompiled header')) throw error;
        await rm(build, { recursive: true, force: true });
        await make();
      }
      return join(build, 'libjsvm_tests.so');
    },
  );
  return { library, bridge: ndk.bridge };
}

/** The host NDK to test: the one in the cache, or the one that a developer has installed elsewhere. */
export async function testNdk(): Promise<TestNdk> {
  return installedNdk(process.env['ARKHOST_TEST_SYSROOT']) ?? (await ensureNdk(createProgress()));
}

/** A sysroot that a developer of the host NDK installs from a build folder of his own, to compile only what he changes. */
function installedNdk(sysroot: string | undefined): TestNdk | undefined {
  if (sysroot === undefined) return undefined;
  return {
    sysroot,
    toolchain: join(sysroot, 'arkhost.toolchain.cmake'),
    bridge: join(sysroot, 'lib', 'arkhost_bridge.node'),
    compiler: process.env['CXX'] ?? 'c++',
  };
}

/** Points a symbolic link elsewhere, at once. */
export async function pointLink(link: string, target: string): Promise<void> {
  if ((await readlink(link).catch(() => '')) === target) return;
  const fresh = `${link}.${process.pid}`;
  await rm(fresh, { force: true });
  await symlink(target, fresh);
  await rename(fresh, link);
}

/** Writes the contract as rows of a C++ table; leaves the file alone when nothing changed, for the build's sake. */
export async function writeContract(file: string): Promise<void> {
  const rows = contractFunctions().map(({ name, entry, parameters }) => {
    const optional = parameters.map((parameter) => (parameter.optional ? '1' : '0')).join('');
    return `{"${name}", '${entry}', "${optional}"},\n`;
  });
  const text = rows.join('');
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
}

async function step(program: string, args: string[]): Promise<void> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed with code ${code}:\n${output}`);
}
