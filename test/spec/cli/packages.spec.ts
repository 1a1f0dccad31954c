import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 150_000 };

/** A project whose one test has these imports and this body. */
function write(place: Scratch, imports: string, body: string): string {
  const project = writeProject(place);
  place.write(
    'project/entry/src/ohosTest/ets/test/Sums.test.ets',
    `import { describe, expect, it } from '@ohos/hypium';\n${imports}\nexport default function sums() {\n` +
      `  describe('Packages', () => {\n    it('imported', 0, () => {\n      ${body}\n    });\n  });\n}\n`,
  );
  return project;
}

describe('packages of a project', limit, () => {
  it('installed-byOhpm-areFound', limit, async () => {
    using place = scratch();
    const project = write(
      place,
      "import { three } from '@example/three';\nimport four from 'four';\nimport { five } from '@example/five';",
      'expect(three + four() + five).assertEqual(12);',
    );
    const dependencies = { '@example/three': '^1.0.0', four: '4.0.0', '@example/five': 'file:./libs/five.har' };
    place.write('project/entry/oh-package.json5', JSON.stringify({ name: 'entry', version: '1.0.0', dependencies }));
    // A module's packages may stand in the project's folder.
    place.write('project/oh_modules/@example/three/oh-package.json5', '{ name: "@example/three", main: "Index.ets" }');
    place.write('project/oh_modules/@example/three/Index.ets', 'export const three: number = 3;\n');
    place.write('project/entry/oh_modules/four/oh-package.json5', '{ name: "four", main: "src/four.js" }');
    place.write('project/entry/oh_modules/four/src/four.js', 'export default function four() { return 4; }\n');
    place.write('project/entry/oh_modules/@example/five/Index.ets', 'export const five: number = 5;\n');
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 0, stdout);
  });

  it('hamock-isTheMocksOfHypium', limit, async () => {
    using place = scratch();
    const project = write(
      place,
      "import { MockKit, when } from '@ohos/hamock';\nclass Greeter {\n  greet(name: string): string {\n    return name;\n  }\n}",
      "const kit = new MockKit();\n      const greeter = new Greeter();\n      const greet: Function = kit.mockFunc(greeter, greeter.greet);\n      when(greet)('you').afterReturn('hello');\n      expect(greeter.greet('you')).assertEqual('hello');",
    );
    const { code, stdout } = await arkhost(['test', 'entry'], project);
    assert.equal(code, 0, stdout);
  });
});
