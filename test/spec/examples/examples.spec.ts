import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { validateProject } from '../../project/validate.ts';
import { limit, runExample } from './run-example.ts';

const examples = readdirSync(join(HOME, 'examples'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

describe('examples', limit, () => {
  for (const name of examples) {
    it(`${name} is a valid DevEco project`, limit, async () => {
      assert.deepEqual(await validateProject(join(HOME, 'examples', name)), []);
    });
  }

  it('napi-hello: a Node-API module with tests of the old style', limit, async () => {
    const run = await runExample(['napi-hello']);
    assert.equal(run.code, 0, run.stdout + run.stderr);
    assert.deepEqual(
      [...run.cases.keys()],
      [
        'ActsAbilityTest › assertContain',
        'NativeTest › add_twoNumbers_sum',
        'NativeTest › add_fractions_sum',
        'NativeTest › greet_name_greeting',
        'NativeTest › greet_otherScript_greeting',
        'NativeTest › addLater_twoNumbers_sum',
        'NativeTest › add_missingNumber_typeError',
      ],
    );
  });

  it('multi-library: addons that share a library, and a HAR with native code', limit, async () => {
    const run = await runExample(['multi-library', 'multi-library/common/units']);
    assert.equal(run.code, 0, run.stdout + run.stderr);
    assert.match(run.stdout, /^8 passed, 0 failed$/m);
    assert.equal(run.cases.get('Libraries › counter_afterEvaluations_sharesTheCore')?.verdict, 'pass');
  });

  it(
    'multi-library: a static object that closes its VM too late does not spoil the end of the run',
    limit,
    async () => {
      const run = await runExample(['multi-library'], '--only', 'Calculator#evaluate_power_computed');
      assert.equal(run.code, 0, run.stdout + run.stderr);
      assert.deepEqual(run.errors, []);
      assert.match(run.ends[0]?.findings?.join() ?? '', /is still alive at the end of the run/);
    },
  );

  it('ui-driver: pages used as a user uses them, without a compiler', limit, async () => {
    const run = await runExample(['ui-driver']);
    assert.equal(run.code, 0, run.stdout + run.stderr);
    assert.equal(run.cases.get('Pages › click_row_opensItsPage')?.verdict, 'pass');
  });
});
