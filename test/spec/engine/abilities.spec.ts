import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failure, limit, runFixture } from './support.ts';

const root = join(import.meta.dirname, 'fixtures/abilities');

describe('abilities of a project of the old style', limit, async () => {
  const report = await runFixture('abilities', {
    resources: join(root, 'resources'),
    extra: { stage: join(root, 'stage/Stage.ets') },
    target: {
      style: 'old',
      etsRoot: join(root, 'testability'),
      abilities: [{ name: 'TestAbility', source: join(root, 'testability/TestAbility.ets') }],
    },
  });

  for (const [name, event] of report.cases) {
    it(name, () => assert.equal(event.verdict, 'pass', failure(report, name).message));
  }

  it('all cases ran, once', () => {
    assert.deepEqual(report.errors, []);
    assert.equal(report.cases.size, 13);
  });

  it('prints what the tests print, and nothing of hypium', () => assert.equal(report.output, 'a line of the test\n'));
});
