import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, fixtureModule, runFixture } from './support.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };

describe('several libraries in a module', limit, async () => {
  const { module } = fixtureModule(join(import.meta.dirname, 'fixtures/siblings'));
  const cmakeLists = join(module.root, 'cpp/CMakeLists.txt');
  module.native = { cmakeLists, arguments: [], cppFlags: [], cFlags: [], abiFilters: ['x86_64'], targets: [] };
  const ndk = await ensureNdk(silent);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
  const report = await runFixture('siblings', { native: { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries } });

  it('dlopen: finds a library by its bare name', () => {
    const name = 'Siblings › dlopen_bareName_found';
    assert.equal(report.cases.get(name)?.verdict, 'pass', failure(report, name).message);
  });

  it('init: what it throws tells the library', () => {
    const { message, stack } = failure(report, 'Siblings › import_initThrows_saysWhichLibrary');
    assert.match(message, /no licence \(code E_INIT\)/);
    assert.match(stack, /at the init function of librefusing\.so/);
  });
});
