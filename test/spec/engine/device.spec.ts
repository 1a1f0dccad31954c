import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-spec-'));
  // The engine's environment is this process's.
  process.env['ARKHOST_HITRACE'] = join(folder, 'trace');
  const report = await runFixture('device', { native, resources: join(fixture, 'resources') });
  const trace = readFileSync(join(folder, 'trace'), 'utf8');
  rmSync(folder, { recursive: true });
  delete process.env['ARKHOST_HITRACE'];

  it('runs without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 25);
  });
  for (const [name, { verdict }] of report.cases) {
    it(name, () => assert.equal(verdict, 'pass', verdict === 'pass' ? '' : JSON.stringify(failure(report, name))));
  }

  it('hitrace-ARKHOST_HITRACE-names-the-file-of-the-marks', () => {
    const marks = [...trace.matchAll(/^\S.*-\d+ \((\d+)\) \[000\] \.{4} \d+\.\d{6}: tracing_mark_write: (.*)$/gm)];
    const texts = marks.map(([, pid = '', mark = '']) => mark.replace(`|${pid}|`, '|'));
    const [first, ...rest] = texts.slice(texts.indexOf('B|H:outer work'));
    assert.equal(first, 'B|H:outer work');
    assert.deepEqual(rest.slice(0, 6), ['S|H:task 42', 'C|H:count -7', 'F|H:task 42', 'E|', 'B|H:', 'E|']);
    assert.match(rest.slice(6).join('\n'), /^I\|H:\[\w+,0,0\] begin chained\n.*\] tracepoint 1 2 point 5\n.*\] end$/);
  });

  it('leaves nothing in the storage of this computer', () => {
    assert.equal(existsSync('/data/storage/el2/base/files/note.txt'), false);
  });
});
