import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

describe('Workers of the code under test', limit, async () => {
  const report = await runFixture('workers');

  it('run without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 14);
  });
  for (const [name, { verdict }] of report.cases) {
    it(name, () => assert.equal(verdict, 'pass', verdict === 'pass' ? '' : JSON.stringify(failure(report, name))));
  }
  it('print into the output of the run', () => {
    assert.match(report.output, /printed by the Worker/);
  });
});
