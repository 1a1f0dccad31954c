import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

describe('kits in a test run', limit, async () => {
  const report = await runFixture('kits', { parameters: { timeout: '9000' } });

  for (const [name, event] of report.cases) {
    it(name, () => assert.equal(event.verdict, 'pass', failure(report, name).message));
  }

  it('all cases ran', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 14);
  });

  it('printSync reaches the output', () => {
    assert.match(report.output, /^printed by the delegator$/m);
  });
});
