import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDryRun } from '../../device/dry-run.ts';

const limit = { timeout: 20_000 };
const text = JSON.stringify({
  suites: [{ Sums: [{ itName: 'one' }, { itName: 'two' }] }, { Outer: [{ Inner: [{ itName: 'deep' }] }] }],
});
const cases = [
  { suite: ['Sums'], name: 'one' },
  { suite: ['Sums'], name: 'two' },
  { suite: ['Outer', 'Inner'], name: 'deep' },
];

describe('the dry run of a device', limit, () => {
  it('text-in-one-piece-lists-the-cases', () => {
    assert.deepEqual(readDryRun(`user test started.\n${text}\nuser test finished.`), cases);
  });

  it('text-in-pieces-lists-the-cases', () => {
    const pieces = text.match(/.{1,20}/g) ?? [];
    assert.deepEqual(
      readDryRun(`start\r\n${pieces.join('\r\n')}\r\nTestFinished-ResultMsg: dry run finished!!!`),
      cases,
    );
  });

  it('text-without-a-list-gives-undefined', () => {
    assert.equal(readDryRun('error: failed to start user test.'), undefined);
  });

  it('list-that-is-cut-gives-undefined', () => {
    assert.equal(readDryRun(text.slice(0, 40)), undefined);
  });
});
