import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { limit, runFixture, verdicts } from './support.ts';
import type { Report } from './support.ts';

const root = join(import.meta.dirname, 'fixtures/written');

/** Runs the list in a test module whose TestAbility stands in the file of that name. */
function runWith(ability: string): Promise<Report> {
  const abilities = [{ name: 'TestAbility', source: join(root, `${ability}.ets`) }];
  return runFixture('written', { target: { style: 'old', etsRoot: root, abilities } });
}

describe('a TestAbility written by hand', limit, () => {
  it('onCreate: is there before suites register, with the data of the tests', async () => {
    const report = await runWith('TestAbility');
    assert.deepEqual(Object.values(verdicts(report)), ['pass', 'pass']);
    assert.match(report.output, /registered with TestAbility, rows tom\+jerry/);
    assert.deepEqual(report.errors, []);
  });

  it('onCreate: what it throws fails the run', async () => {
    const report = await runWith('Throwing');
    assert.deepEqual(verdicts(report), {});
    assert.equal(report.errors[0]?.failure.message, 'starting TestAbility failed: not prepared');
  });

  it('kit that the host does not have: is told, and the tests run', async () => {
    const report = await runWith('Lacking');
    assert.deepEqual(Object.values(verdicts(report)), ['pass', 'pass']);
    assert.match(report.output, /starting TestAbility failed: @kit\.CameraKit is not available on the host/);
    assert.match(report.output, /registered with nothing, rows none/);
  });
});
