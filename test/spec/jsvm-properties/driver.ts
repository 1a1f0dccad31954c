/** Builds and loads the interpreter, and runs properties on it. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { cacheRoot, fingerprint } from '../../build/home.ts';
import { withLock } from '../../build/lock.ts';
import { run } from '../../build/process.ts';
import { findBuildTools } from '../../build/tools.ts';
import { pointLink, testNdk } from '../jsvm/harness/build.ts';

/** What goes into an operation and comes out of it. */
export type Value = undefined | null | boolean | number | bigint | string | Value[];
/** `[name, ...arguments]` */
export type Operation = [string, ...Value[]];

interface Driver {
  /** Runs the operations in an env of their own. The last answer is the number of finalizers that have run. */
  run(operations: Operation[]): Value[];
}

interface Bridge {
  loadModule(path: string): Driver;
}

/** Builds the interpreter with the host NDK and loads it into this process. */
export async function loadDriver(): Promise<Driver> {
  const ndk = await testNdk();
  const source = join(import.meta.dirname, 'driver');
  const folder = join(cacheRoot(), 'jsvm-properties', fingerprint([source, ndk.compiler]));
  await withLock(
    folder,
    () => undefined,
    async () => {
      await mkdir(folder, { recursive: true });
      const sysroot = join(folder, 'sysroot');
      await pointLink(sysroot, ndk.sysroot);
      const tools = findBuildTools();
      await step(tools.cmake, [
        ...['-S', source, '-B', folder, '-G', tools.generator, '-DCMAKE_BUILD_TYPE=None'],
        `-DCMAKE_TOOLCHAIN_FILE=${join(sysroot, basename(ndk.toolchain))}`,
        `-DCMAKE_CXX_COMPILER=${ndk.compiler}`,
      ]);
      await step(tools.cmake, ['--build', folder, '--parallel', '2']);
    },
  );
  const bridge = createRequire(import.meta.url)(ndk.bridge) as Bridge;
  return bridge.loadModule(join(folder, 'libjsvm_driver.so'));
}

async function step(program: string, args: string[]): Promise<void> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed with code ${code}:\n${output}`);
}

/** How many times as many sequences are run: `ARKHOST_PROPERTY_FACTOR=100` is the long mode. */
const FACTOR = Number(process.env['ARKHOST_PROPERTY_FACTOR'] ?? '1');
/** `ARKHOST_PROPERTY_SEED`; a failure prints the seed that repeats it. */
const SEED = Number(process.env['ARKHOST_PROPERTY_SEED'] ?? '20260101');

/** Runs sequences that the arbitrary makes, and shrinks one that fails to the shortest that still does. */
export function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { numRuns: runs * FACTOR, seed: SEED });
}

/** Runs a sequence and compares every answer with the model's. */
export function compare(driver: Driver, operations: Operation[], expected: Value[]): void {
  const answers = driver.run(operations);
  operations.forEach((operation, index) => {
    assert.deepStrictEqual(answers[index], expected[index], `step ${index}, ${String(operation[0])}`);
  });
}
