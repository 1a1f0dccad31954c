import type { Breakage } from './breakages.ts';

const manifest = 'entry/src/ohosTest/module.json5';
const folder = 'entry/src/ohosTest/ets/test';

/** Faults of the on-device test target. */
export const testBreakages: Breakage[] = [
  {
    rule: 'test-style',
    what: 'abilityWithoutRunner',
    file: manifest,
    message: /write the runner/,
    spoil: (p) => {
      p.write('entry/src/ohosTest/ets/testability/TestAbility.ets', '');
      const icons = '"startWindowIcon": "$media:icon", "startWindowBackground": "$color:background"';
      const ability = `{ "name": "TestAbility", "srcEntry": "./ets/testability/TestAbility.ets", ${icons} }`;
      p.edit(manifest, '"type": "feature"', `"type": "feature", "abilities": [${ability}]`);
    },
  },
  {
    rule: 'test-style',
    what: 'testRunnerInNewStyle',
    file: manifest,
    message: /"testRunner" belongs to the old style/,
    spoil: (p) =>
      p.edit(manifest, '"type": "feature"', '"type": "feature", "testRunner": { "name": "Runner", "srcPath": "ets" }'),
  },
  {
    rule: 'field-value',
    what: 'testRunnerAsString',
    file: manifest,
    message: /an object with "name" and "srcPath"/,
    spoil: (p) => {
      p.edit(manifest, '"type": "feature"', '"type": "feature", "testRunner": "Runner"');
      p.write('entry/src/ohosTest/ets/testrunner/OpenHarmonyTestRunner.ets', '');
    },
  },
  {
    rule: 'field-value',
    what: 'typeTest',
    file: manifest,
    message: /"module\.type" is "test"/,
    spoil: (p) => p.edit(manifest, '"type": "feature"', '"type": "test"'),
  },
  {
    rule: 'test-target',
    what: 'missing',
    file: 'entry/build-profile.json5',
    message: /add \{ "name": "ohosTest" \}/,
    spoil: (p) => p.edit('entry/build-profile.json5', '"name": "ohosTest"', '"name": "other"'),
  },
  {
    rule: 'test-hypium',
    what: 'missing',
    file: 'oh-package.json5',
    message: /no "@ohos\/hypium"/,
    spoil: (p) => p.edit('oh-package.json5', '"@ohos/hypium": "1.0.21"', ''),
  },
  {
    rule: 'test-device-types',
    what: 'differ',
    file: manifest,
    message: /deviceTypes are default, tv here/,
    spoil: (p) => p.edit(manifest, '"tablet"', '"tv"'),
  },
  {
    rule: 'test-list',
    what: 'missing',
    file: `${folder}/List.test.ets`,
    message: /calls every suite/,
    spoil: (p) => p.remove(`${folder}/List.test.ets`),
  },
  {
    rule: 'test-list',
    what: 'noDefaultExport',
    file: `${folder}/List.test.ets`,
    message: /no default export/,
    spoil: (p) => p.edit(`${folder}/List.test.ets`, 'export default function', 'export function'),
  },
  {
    rule: 'test-file-name',
    what: 'helper',
    file: `${folder}/helper.ets`,
    message: /rename helper\.ets/,
    spoil: (p) => p.write(`${folder}/helper.ets`, 'export const one = 1;\n'),
  },
  {
    rule: 'test-unreachable',
    what: 'notImported',
    file: `${folder}/Lost.test.ets`,
    message: /does not import Lost\.test\.ets/,
    spoil: (p) => p.write(`${folder}/Lost.test.ets`, 'export default function lostTest() {}\n'),
  },
  {
    rule: 'test-unreachable',
    what: 'importInComment',
    file: `${folder}/Play.test.ets`,
    message: /does not import Play\.test\.ets/,
    spoil: (p) =>
      p.write(
        `${folder}/List.test.ets`,
        "// import playTest from './Play.test';\nexport default function testsuite() {}\n",
      ),
  },
  {
    rule: 'test-not-called',
    what: 'importedOnly',
    file: `${folder}/List.test.ets`,
    message: /"playTest" of \.\/Play\.test is imported but not called/,
    spoil: (p) => p.edit(`${folder}/List.test.ets`, '  playTest();', ''),
  },
];
