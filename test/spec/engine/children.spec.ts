import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildModule } from '../../build/module.ts';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, fixtureModule, runFixture } from './support.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };

describe('processes that native code starts', limit, async () => {
  const { module } = fixtureModule(join(import.meta.dirname, 'fixtures/children'));
  const cmakeLists = join(module.root, 'cpp/CMakeLists.txt');
  module.native = { cmakeLists, arguments: [], cppFlags: [], cFlags: [], abiFilters: ['x86_64'], targets: [] };
  const ndk = await ensureNdk(silent);
  const { libraries } = await buildModule(module, ndk, { include: [], link: [], cmakeArgs: [], progress: silent });
  const native = { bridge: ndk.bridge, sysroot: ndk.sysroot, libraries };
  const report = await runFixture('children', { native });
  const orphan = Number(/orphan (\d+)/.exec(report.output)?.[1]);
  const verdict = (name: string): string | undefined => report.cases.get(`Children › ${name}`)?.verdict;

  it('forked-child: its crash is not that of the case', () => {
    assert.equal(verdict('crashInChild_end_itsOwn'), 'pass');
  });

  it('forked-child: exit() ends it with its code, after its own handlers', () => {
    assert.equal(verdict('exitInChild_end_itsOwn'), 'pass');
    assert.match(report.output, /the child ends/);
  });

  it('forked-child: its stack is not told for a later end of the engine', () => {
    assert.equal(verdict('endAtOnce_afterCrashInChild_noStack'), 'crash');
    assert.doesNotMatch(failure(report, 'Children › endAtOnce_afterCrashInChild_noStack').stack, /CrashInChild/);
  });

  it('command: writes to the standard output of the run', () => {
    assert.equal(verdict('command_output_kept'), 'pass');
    assert.match(report.output, /a command speaks/);
  });

  it('orphan: the run ends while it lives', () => {
    assert.equal(verdict('leaveOrphan_run_goesOn'), 'pass');
    // Throws when the process is gone: then the run has waited for it.
    assert.ok(process.kill(orphan, 'SIGKILL'));
  });
});
