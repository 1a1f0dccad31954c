import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

describe('kits of data', limit, async () => {
  const report = await runFixture('data');

  for (const [name, event] of report.cases) {
    it(name, () => assert.equal(event.verdict, 'pass', JSON.stringify(failure(report, name))));
  }

  it('runs all without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 23);
  });
});
