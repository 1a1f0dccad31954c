import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';

const limit = { timeout: 300_000 };

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
    const { code, stdout, stderr } = await arkhost(['run', 'entry', file, '--heap-limit', '64'], HOME);
    assert.equal(code, 0, stderr);
    assert.ok(Number(stdout) >= 64 && Number(stdout) < 128, stdout);
  });

  it('--jitless runs scripts all the same', limit, async () => {
    using place = scratch();
    const { code, stdout, stderr } = await arkhost(
      ['run', 'entry', place.write('Limit.ets', LIMIT), '--jitless'],
      HOME,
    );
    assert.equal(code, 0, stderr);
    assert.ok(Number(stdout) > 128, stdout);
  });

  for (const bad of ['none', '7', '-1', '64MB']) {
    it(`--heap-limit refuses ${bad}`, limit, async () => {
      const { code, stderr } = await arkhost(['test', 'entry', `--heap-limit=${bad}`], HOME);
      assert.equal(code, 2);
      assert.match(stderr, /--heap-limit takes a whole number of MiB/);
    });
  }
});
