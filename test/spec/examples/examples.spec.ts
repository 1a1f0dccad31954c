import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

  it('multi-library: a filter may match in one module only', limit, async () => {
    const one = await runExample(['multi-library'], '--only', 'Length');
    assert.equal(one.code, 0, one.stdout + one.stderr);
    assert.match(one.stdout, /^2 passed, 0 failed$/m);
    const none = await runExample(['multi-library'], '--only', 'Nothing');
    assert.equal(none.code, 1, none.stdout + none.stderr);
    assert.equal(none.errors[0]?.failure.message, 'no tests ran: the filter matches no case');
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

  it('napi-hello: a crash names its places in a folder with spaces, brackets and Chinese', limit, async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'arkhost examples (崩) '));
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(HOME, 'examples/napi-hello'), folder, { recursive: true });
    const source = join(folder, 'entry/src/main/cpp/napi_init.cpp');
    writeFileSync(source, readFileSync(source, 'utf8').replace('double value1;', 'double value1; std::abort();'));
    const run = await runExample([folder], '--only', 'NativeTest#add_twoNumbers_sum');
    const { message = '', stack = '' } = run.cases.get('NativeTest › add_twoNumbers_sum')?.failure ?? {};
    assert.match(message, /SIGABRT/, run.stdout + run.stderr);
    assert.ok(stack.includes(`(${source}:`), stack);
    assert.ok(stack.includes(`${folder}/entry/src/ohosTest/ets/test/Native.test.ets:`), stack);
    assert.match(run.stdout, /> *\d+ \| .*std::abort\(\);/);
  });

  it('ui-driver: pages used as a user uses them, without a compiler', limit, async () => {
    const run = await runExample(['ui-driver']);
    assert.equal(run.code, 0, run.stdout + run.stderr);
    assert.equal(run.cases.get('Pages › click_row_opensItsPage')?.verdict, 'pass');
  });
});
