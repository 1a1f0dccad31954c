import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

describe('pages in a test run', limit, async () => {
  const resources = join(import.meta.dirname, 'fixtures/ui/resources');
  const report = await runFixture('ui', { resources });
  const failing: Record<string, RegExp> = {
    'Driver › handler_throws_failsTheCase': /^from a handler$/,
    'Driver › pixels_notCaught_sayTree':
      /Driver\.screenCap needs pixels: arkhost has a tree of components and no screen/,
  };

  for (const [name, event] of report.cases) {
    const expected = failing[name];
    it(name, () => {
      const { message, stack } = failure(report, name);
      if (expected === undefined) return assert.equal(event.verdict, 'pass', `${message}\n${stack}`);
      assert.equal(event.verdict, 'error');
      assert.match(message, expected);
    });
  }

  it('all cases ran', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 37);
  });

  it('an error of a handler has its place in the page', () => {
    assert.match(failure(report, 'Driver › handler_throws_failsTheCase').stack, /Widgets\.ets:\d+:\d+/);
  });
});
