import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

const resources = join(import.meta.dirname, 'fixtures/application/resources');
/** The one case that must fail. */
const failing = 'Errors › unobserved_exception_fails_the_case';

describe('kits of the application', limit, async () => {
  const report = await runFixture('application', { resources });

  for (const [name, event] of report.cases) {
    if (name === failing) continue;
    it(name, () => assert.equal(event.verdict, 'pass', JSON.stringify(failure(report, name))));
  }

  it('errorManager-off-gives-errors-back-to-the-harness', () => {
    assert.equal(report.cases.get(failing)?.verdict, 'error');
    assert.match(failure(report, failing).message, /unhandled rejection: after off/);
  });

  it('runs all without errors', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 19);
  });
});
