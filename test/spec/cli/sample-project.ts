/** A small DevEco project for specs of the command line: one module of ArkTS alone. */
import { join } from 'node:path';
import type { Scratch } from '../build/scratch.ts';

const TESTS = `import { describe, expect, it } from '@ohos/hypium';
export default function sums(): void {
  describe('Sums', () => {
    it('one_and_one', 0, () => {
      console.info('adding');
      expect(1 + 1).assertEqual(2);
    });
    it('two_and_two', 0, () => {
      expect(2 + 2).assertEqual(RESULT);
    });
  });
}
`;

const HELLO = `import { hilog } from '@kit.PerformanceAnalysisKit';
export default function hello(args: string[]): void {
  hilog.info(0x3200, 'Hello', 'logged %{public}s', 'text');
  console.info('hello ' + args.join(' '));
  if (args[0] === 'throw') {
    throw new Error('asked to throw');
  }
}
`;

/** Writes the project below `name` and returns its folder. `result` is what 2 + 2 is expected to be. */
export function writeProject(place: Scratch, name = 'project', result = 4): string {
  const write = (path: string, value: unknown): string =>
    place.write(join(name, path), typeof value === 'string' ? value : JSON.stringify(value, undefined, 2));
  const product = { name: 'default', runtimeOS: 'OpenHarmony', compileSdkVersion: 12, compatibleSdkVersion: 12 };
  const modules = [{ name: 'entry', srcPath: './entry', targets: [{ name: 'default', applyToProducts: ['default'] }] }];
  write('build-profile.json5', { app: { signingConfigs: [], products: [product] }, modules });
  write('oh-package.json5', { modelVersion: '5.0.0' });
  write('AppScope/app.json5', {
    app: {
      bundleName: 'com.example.sums',
      versionCode: 1,
      versionName: '1.0.0',
      icon: '$media:icon',
      label: '$string:name',
    },
  });
  write('entry/build-profile.json5', { apiType: 'stageMode', targets: [{ name: 'default' }, { name: 'ohosTest' }] });
  write('entry/oh-package.json5', { name: 'entry', version: '1.0.0' });
  write('entry/src/main/module.json5', { module: { name: 'entry', type: 'entry', deviceTypes: ['default'] } });
  write('entry/src/main/ets/Hello.ets', HELLO);
  write('entry/src/ohosTest/module.json5', {
    module: { name: 'entry_test', type: 'feature', deviceTypes: ['default'] },
  });
  write('entry/src/ohosTest/ets/test/Sums.test.ets', TESTS.replace('RESULT', String(result)));
  write(
    'entry/src/ohosTest/ets/test/List.test.ets',
    "import sums from './Sums.test';\nexport default function testsuite(): void {\n  sums();\n}\n",
  );
  return join(place.folder, name);
}
