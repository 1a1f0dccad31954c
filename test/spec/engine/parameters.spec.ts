import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limit, runFixture, verdicts } from './support.ts';

const errorOf = async (parameters: Record<string, string>): Promise<string> =>
  (await runFixture('passing', { parameters })).errors[0]?.failure.message ?? '';

describe('hypium parameters', limit, () => {
  it('class runs one case', async () => {
    assert.deepEqual(verdicts(await runFixture('passing', { parameters: { class: 'Outer#sync_case' } })), {
      'Outer › sync_case': 'pass',
    });
  });

  it('a filter that matches nothing is an error', async () => {
    assert.match(await errorOf({ class: 'Nothing' }), /no tests ran: the filter matches no case/);
  });

  it('a value that hypium refuses is an error', async () => {
    assert.match(await errorOf({ level: '9' }), /hypium refuses the parameter level:9/);
  });

  it('stress repeats each case, and one failing round does not fail the others', async () => {
    const report = await runFixture('stress', { parameters: { stress: '3' } });
    const rounds = report.events.filter((event) => event.type === 'case-end').map((event) => event.verdict);
    assert.deepEqual(rounds, ['pass', 'fail', 'pass']);
  });

  it('stress takes no time limit away', async () => {
    const report = await runFixture('hang', {
      parameters: { stress: '2', class: 'Hang#endless_case' },
      caseTimeout: 1500,
    });
    const rounds = report.events.filter((event) => event.type === 'case-end').map((event) => event.verdict);
    assert.deepEqual(rounds, ['timeout', 'timeout']);
  });

  it('random orders by its seed', async () => {
    const order = async (seed: number): Promise<string[]> =>
      Object.keys(verdicts(await runFixture('passing', { parameters: { random: 'true' }, seed })));
    const first = await order(7);
    assert.deepEqual(await order(7), first);
    assert.equal(first.length, 5);
    assert.notDeepEqual([await order(1), await order(2), await order(3)], [first, first, first]);
  });

  it('breakOnError skips the rest, and says so', async () => {
    assert.deepEqual(verdicts(await runFixture('stress', { parameters: { stress: '3', breakOnError: 'true' } })), {
      'Stress › second_round_fails': 'skip',
    });
  });

  it('dryRun runs nothing', async () => {
    const report = await runFixture('passing', { parameters: { dryRun: 'true' } });
    assert.deepEqual([...new Set(Object.values(verdicts(report)))], ['skip']);
  });
});
