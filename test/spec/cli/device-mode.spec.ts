import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOME, cacheRoot } from '../../build/home.ts';
import { scratch } from '../build/scratch.ts';
import { launcher, start } from './arkhost-process.ts';
import type { Finished } from './arkhost-process.ts';

const limit = { timeout: 300_000 };

// Before `scratch` points to a cache of its own: the host NDK is built once, not for each spec.
const cache = cacheRoot();

/** Runs on the sample of this repository, with the user's cache. */
function arkhost(args: string[]): Promise<Finished> {
  return start(process.execPath, [launcher, ...args], HOME, { ARKHOST_CACHE: cache });
}

const LIMIT = `import { JsvmSession } from 'libentry.so';
export default function printLimit(): void {
  const session: JsvmSession = new JsvmSession();
  console.info(String(Math.round(session.heapStatistics().heapSizeLimit / (1024 * 1024))));
  session.close();
}
`;

describe('device switches', limit, () => {
  it('--heap-limit gives VMs that heap', limit, async () => {
    using place = scratch();
    const file = place.write('Limit.ets', LIMIT);
    const { code, stdout, stderr } = await arkhost(['run', 'entry', file, '--heap-limit', '64']);
    assert.equal(code, 0, stderr);
    assert.ok(Number(stdout) >= 64 && Number(stdout) < 128, stdout);
  });

  it('--jitless runs scripts all the same', limit, async () => {
    using place = scratch();
    const { code, stdout, stderr } = await arkhost(['run', 'entry', place.write('Limit.ets', LIMIT), '--jitless']);
    assert.equal(code, 0, stderr);
    assert.ok(Number(stdout) > 128, stdout);
  });

  for (const bad of ['none', '7', '-1', '64MB']) {
    it(`--heap-limit refuses ${bad}`, limit, async () => {
      const { code, stderr } = await arkhost(['test', 'entry', `--heap-limit=${bad}`]);
      assert.equal(code, 2);
      assert.match(stderr, /--heap-limit takes a whole number of MiB/);
    });
  }
});
