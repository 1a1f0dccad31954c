import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

const root = join(import.meta.dirname, 'fixtures/forms');

describe('forms, controllers and nodes of pages', limit, async () => {
  const report = await runFixture('forms', { resources: join(root, 'resources') });

  for (const [name, event] of report.cases) {
    it(name, () => {
      const { message, stack } = failure(report, name);
      assert.equal(event.verdict, 'pass', `${message}\n${stack}`);
    });
  }

  it('all cases ran', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 46);
  });
});
