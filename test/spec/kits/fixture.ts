/** Runs a fixture of the kits: each of its cases becomes a test. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from '../engine/support.ts';

/** @param cases How many cases the fixture has: one that is not run must not go unnoticed. */
export function testFixture(name: string, cases: number): void {
  void describe(`${name} in a test run`, limit, async () => {
    const report = await runFixture(join(import.meta.dirname, 'fixtures', name));
    for (const [title, event] of report.cases) {
      void it(title, () => assert.equal(event.verdict, 'pass', failure(report, title).message));
    }
    void it('all cases ran', () => {
      assert.deepEqual(report.errors, []);
      assert.equal(report.cases.size, cases);
    });
  });
}
