import assert from 'node:assert/strict';
import test from 'node:test';
import { fail, judge, pass, skip } from '../../checks/check.ts';
import type { Check, Outcome } from '../../checks/check.ts';
import { formatResult, formatTotals } from '../../checks/report.ts';
import { runChecks, sumOutcomes } from '../../checks/runner.ts';

const LIMIT = { timeout: 10_000 };
const CONTEXT = { root: '/', write: false };

function check(name: string, run: () => Promise<Outcome>, alone = false): Check {
  return { name, title: name, alone, run };
}

const run = (checks: Check[], requireAll = false) => runChecks(checks, CONTEXT, requireAll, () => {});

test('run-checks-counts-each-outcome', LIMIT, async () => {
  const results = await run([
    check('a', async () => pass('fine')),
    check('b', async () => fail('bad', 'details')),
    check('c', async () => skip('no tool')),
    check('d', async () => ({ passed: 5, failed: 2, skipped: 1, remark: '', output: '' })),
  ]);
  assert.deepEqual(sumOutcomes(results), { passed: 6, failed: 3, skipped: 2 });
});

test('run-checks-makes-a-throwing-check-a-failure', LIMIT, async () => {
  const [result] = await run([check('a', () => Promise.reject(new Error('broken wire')))]);
  assert.equal(result?.outcome.failed, 1);
  assert.match(result?.outcome.output ?? '', /broken wire/);
});

test('run-checks-makes-a-skip-a-failure-when-all-is-required', LIMIT, async () => {
  const [result] = await run([check('a', async () => skip('clang is not installed'))], true);
  assert.deepEqual([result?.outcome.failed, result?.outcome.skipped], [1, 0]);
  assert.match(result?.outcome.remark ?? '', /clang is not installed/);
});

test('run-checks-runs-nothing-beside-a-check-that-wants-to-be-alone', LIMIT, async () => {
  let running = 0;
  let seen = 0;
  const busy = async (): Promise<Outcome> => {
    running++;
    await new Promise(setImmediate);
    running--;
    return pass('');
  };
  const alone = async (): Promise<Outcome> => {
    seen = running;
    await new Promise(setImmediate);
    seen += running;
    return pass('');
  };
  await run([check('a', busy), check('b', alone, true), check('c', busy)]);
  assert.equal(seen, 0);
});

test('run-checks-runs-two-cheap-checks-at-a-time', LIMIT, async () => {
  let running = 0;
  let most = 0;
  const busy = async (): Promise<Outcome> => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    return pass('');
  };
  await run(['a', 'b', 'c', 'd'].map((name) => check(name, busy)));
  assert.equal(most, 2);
});

test('judge-fails-on-any-finding', LIMIT, () => {
  assert.equal(judge([], '2 files').passed, 1);
  assert.deepEqual(judge(['a.ets: bad'], '2 files'), {
    passed: 0,
    failed: 1,
    skipped: 0,
    remark: '1 findings in 2 files',
    output: 'a.ets: bad',
  });
});

test('format-result-shows-the-output-of-failures-only', LIMIT, async () => {
  const [good, bad] = await run([
    check('a', async () => ({ ...pass('fine'), output: 'noise' })),
    check('b', async () => fail('bad', 'line 1\n\nline 2\n')),
  ]);
  assert.ok(good && bad);
  assert.match(formatResult(good), /^✔ a .* fine$/);
  assert.match(formatResult(bad), /^✖ b .* bad\n {4}line 1\n\n {4}line 2$/);
});

test('format-totals-ends-in-the-plain-line-and-names-what-failed', LIMIT, async () => {
  const results = await run([check('a', async () => pass('')), check('b', async () => fail('bad', ''))]);
  const lines = formatTotals(results).split('\n');
  assert.equal(lines.at(-1), '1 passed, 1 failed, 0 skipped');
  assert.ok(lines.includes('Again, only what failed: npm test -- --only b'));
});
