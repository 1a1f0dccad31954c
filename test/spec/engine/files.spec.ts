import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ensureNdk } from '../../build/ndk.ts';
import { silent } from '../../build/progress.ts';
import { failure, runFixture } from './support.ts';

// The first run on a computer builds the host NDK.
const limit = { timeout: 600_000 };

describe('the kit of files', limit, async () => {
  const { bridge, sysroot } = await ensureNdk(silent);
  const report = await runFixture('files', { native: { bridge, sysroot, libraries: {} } });

  for (const [name, event] of report.cases) {
    it(name, () => assert.equal(event.verdict, 'pass', JSON.stringify(failure(report, name))));
  }

  it('runs all without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 38);
  });
});
