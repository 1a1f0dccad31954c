import assert from 'node:assert/strict';
import test from 'node:test';
import { readTotals } from '../../checks/totals.ts';

const LIMIT = { timeout: 10_000 };

test('read-totals-reads-the-last-line-of-that-form', LIMIT, () => {
  assert.deepEqual(readTotals('1 passed, 2 failed\nmore\n30 passed, 0 failed\n'), {
    passed: 30,
    failed: 0,
    skipped: 0,
  });
});

test('read-totals-reads-skipped-cases', LIMIT, () => {
  assert.deepEqual(readTotals('3 passed, 0 failed, 2 skipped'), { passed: 3, failed: 0, skipped: 2 });
});

test('read-totals-ignores-the-words-inside-a-line', LIMIT, () => {
  assert.equal(readTotals('the suite says 3 passed, 0 failed in all'), undefined);
});
