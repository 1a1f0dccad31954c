import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 150_000 };
const tests = 'entry/src/ohosTest/ets/test';

describe('arkhost test on what cannot be built as it is', limit, () => {
  it('list-missing-namesTheFile', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    rmSync(join(project, tests, 'List.test.ets'));
    const { code, stderr } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 2);
    assert.match(stderr, /ets\/test\/List\.test\.ets: the file is missing; add it/);
  });

  it('module-localTestsOnly-saysHowToRunThem', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    rmSync(join(project, 'entry/src/ohosTest'), { recursive: true });
    place.write('project/entry/src/test/List.test.ets', 'export default function testsuite() {}\n');
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 1);
    assert.match(stdout, /no src\/ohosTest: there are no tests to run\. It has local unit tests in src\/test; call/);
  });

  it('list-ofOlderProjects-runs', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    rmSync(join(project, tests, 'List.test.ets'));
    place.write(
      `project/${tests}/List.test.ts`,
      "import sums from './Sums.test';\nexport default function testsuite() {\n  sums();\n}\n",
    );
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 0, stdout);
  });

  it('list-async-runsWhatItRegisters', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write(
      `project/${tests}/List.test.ets`,
      "export default async function testsuite() {\n  (await import('./Sums.test')).default();\n}\n",
    );
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^2 passed, 0 failed$/m);
  });

  it('test-syntaxError-namesThePlaceOnly', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write(`project/${tests}/Sums.test.ets`, 'export default function sums() {\n  let a = ;\n}\n');
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 2);
    assert.match(stdout, /the tests cannot be built: .*Sums\.test\.ets:2:11: Expression expected/);
    assert.doesNotMatch(stdout, /ets-transform/);
  });

  it('hypium-newerMember-saysWhichVersionRuns', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    place.write(
      `project/${tests}/Sums.test.ets`,
      "import { xit } from '@ohos/hypium';\nexport default function sums() {\n  xit('later', 0, () => undefined);\n}\n",
    );
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /@ohos\/hypium has no member 'xit' \(imported by .*Sums\.test\.ets:1\): arkhost runs hypium 1/,
    );
  });

  it('cmakeLists-missing-namesFileAndProfile', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const native = { externalNativeOptions: { path: './src/main/cpp/CMakeLists.txt' } };
    place.write('project/entry/build-profile.json5', JSON.stringify({ apiType: 'stageMode', buildOption: native }));
    const { code, stderr } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /CMakeLists\.txt: the file is missing; .*externalNativeOptions\.path in .*build-profile\.json5/,
    );
  });
});
