import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestEvent } from '../../report/events.ts';
import { Tally } from '../../report/verdict.ts';
import { run, testCase } from './events.ts';

const pass = testCase(['S'], 'a');

/** Name, events, verdict, line. */
const table: [name: string, events: TestEvent[], passed: boolean, line: string][] = [
  ['one passing case', run(pass), true, '1 passed, 0 failed'],
  ['nothing at all', [], false, '0 passed, 0 failed'],
  ['a run without a case', run(), false, '0 passed, 0 failed'],
  ['only skipped cases', run(testCase(['S'], 'a', 'skip')), false, '0 passed, 0 failed, 1 skipped'],
  [
    'a skipped case beside a passing one',
    run(pass, testCase(['S'], 'b', 'skip')),
    true,
    '1 passed, 0 failed, 1 skipped',
  ],
  ['a failure', run(pass, testCase(['S'], 'b', 'fail')), false, '1 passed, 1 failed'],
  ['an error', run(pass, testCase(['S'], 'b', 'error')), false, '1 passed, 1 failed'],
  ['a crash', run(pass, testCase(['S'], 'b', 'crash')), false, '1 passed, 1 failed'],
  ['a timeout', run(pass, testCase(['S'], 'b', 'timeout')), false, '1 passed, 1 failed'],
  ['a missing case', run(pass, testCase(['S'], 'b', 'missing')), false, '1 passed, 1 failed'],
  ['a failure of no case', run(pass, { type: 'run-error', failure: { message: 'x' } }), false, '1 passed, 1 failed'],
  ['a run that never ended', run(pass).slice(0, -1), false, '1 passed, 0 failed'],
  ['two runs, the second empty', [...run(pass), ...run()], false, '1 passed, 0 failed'],
  ['two good runs', [...run(pass), ...run(pass)], true, '2 passed, 0 failed'],
];

describe('Tally', () => {
  for (const [name, events, passed, line] of table) {
    it(`${name}: ${passed ? 'passes' : 'does not pass'}`, () => {
      const tally = new Tally();
      for (const event of events) tally.add(event);
      assert.equal(tally.passed, passed);
      assert.equal(tally.line(), line);
    });
  }
});
