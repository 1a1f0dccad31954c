import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

describe('libraries of the system in a test run', limit, async () => {
  // Writing the heap of the engine takes seconds on a busy computer.
  const report = await runFixture('libraries', { parameters: { timeout: '30000' } });
  const unknown = 'Language › unknownMember_isAnError';

  for (const [name, event] of report.cases) {
    if (name === unknown) continue;
    it(name, () => assert.equal(event.verdict, 'pass', failure(report, name).message));
  }

  it('all cases ran', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 45);
  });

  it('an unknown member is an error that names module, member and place', () => {
    assert.match(
      failure(report, unknown).message,
      /@ohos\.util has no member 'nothingLikeThis' on the host, used at \/.+Language\.test\.ets:\d+:\d+/,
    );
  });
});
