import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, fixtureModule, runFixture } from './support.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };

describe('runtimes that native code makes', limit, async () => {
  const { module } = fixtureModule(join(import.meta.dirname, 'fixtures/runtimes'));
  const cmakeLists = join(module.root, 'cpp/CMakeLists.txt');
  module.native = { cmakeLists, arguments: [], cppFlags: [], cFlags: [], abiFilters: ['x86_64'], targets: [] };
  const ndk = await ensureNdk(silent);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
  const report = await runFixture('runtimes', { native: { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries } });
  const passed = (name: string): void => {
    assert.equal(
      report.cases.get(`Runtimes › ${name}`)?.verdict,
      'pass',
      failure(report, `Runtimes › ${name}`).message,
    );
  };

  it('load_module: ArkTS with kits and libraries', () => {
    passed('load_arkTS_itsExports');
    assert.match(report.output, /printed for first\n[^]*printed for second\n/);
  });

  it('load_module: a missing file throws', () => passed('load_missing_pendingException'));

  it('the run ends without errors', () => assert.deepEqual(report.errors, []));
});
