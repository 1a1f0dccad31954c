import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, fixtureModule, runFixture } from './support.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };
const fixture = join(import.meta.dirname, 'fixtures/device');

describe('what a device gives native code', limit, async () => {
  const { module } = fixtureModule(fixture);
  const cmakeLists = join(fixture, 'cpp/CMakeLists.txt');
  module.native = { cmakeLists, arguments: [], cppFlags: [], cFlags: [], abiFilters: ['x86_64'], targets: [] };
  const ndk = await ensureNdk(silent);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
  const native = { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries };
  const report = await runFixture('device', { native, resources: join(fixture, 'resources') });

  it('runs without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.ok(report.cases.size > 10);
  });
  for (const [name, { verdict }] of report.cases) {
    it(name, () => assert.equal(verdict, 'pass', verdict === 'pass' ? '' : JSON.stringify(failure(report, name))));
  }

  it('leaves nothing in the storage of this computer', () => {
    assert.equal(existsSync('/data/storage/el2/base/files/note.txt'), false);
  });
});
