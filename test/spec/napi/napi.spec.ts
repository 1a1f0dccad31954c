/** Runs the native tests of libace_napi.z.so: modules/*.cc, one test each. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildModules, loadBridge } from './harness/modules.ts';

interface NativeTests {
  list(): string[];
  run(index: number): string[];
}

// The native tests collect garbage by it.
setFlagsFromString('--expose-gc');
Object.assign(globalThis, { gc: runInNewContext('gc') as unknown });

const modules = await buildModules(join(import.meta.dirname, 'modules'));
const library = join(modules.folder, 'libnapi_tests.so');
const tests = loadBridge(modules).loadModule(library) as unknown as NativeTests;

for (const [index, name] of tests.list().entries()) {
  test(name, { timeout: 60_000 }, () => {
    assert.equal(tests.run(index).join('\n'), '');
  });
}
