import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fixtureModule, limit, runFixture, verdicts } from './support.ts';

/** Runs a list made of the given files; returns the first error that belongs to no case. */
async function errorOf(files: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-imports-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const report = await runFixture(folder);
    const failed = [...report.cases.values()].find((event) => event.failure !== undefined)?.failure?.message;
    return report.errors[0]?.failure.message ?? failed ?? 'no error';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const list = (imports: string, body = ''): string =>
  `import { describe, it, expect } from '@ohos/hypium';\n${imports}\nexport default function testsuite() {\n` +
  `  describe('S', () => { it('c', 0, () => { ${body} }); });\n}\n`;

describe('imports', limit, () => {
  it('finds files without an extension, index files, enums, JSON, lazy imports and re-exported types', async () => {
    assert.deepEqual(verdicts(await runFixture('imports')), { 'Imports › all_forms': 'pass' });
  });

  it('finds packages by the main file they name, files inside them, and packages of packages', async () => {
    const root = join(import.meta.dirname, 'fixtures/packages');
    const shared = { ...fixtureModule(join(root, 'shared')).module, packages: { '@acme/deep': join(root, 'deep') } };
    const report = await runFixture('packages', { packages: { '@acme/shared': shared.root }, modules: [shared] });
    assert.deepEqual(verdicts(report), { 'Packages › main_file_and_inner_file': 'pass' });
  });

  it('a missing file is an error with module and importer', async () => {
    const message = await errorOf({ 'List.test.ets': list(`import { a } from './nowhere';`, 'a();') });
    assert.match(message, /Cannot find module '\.\/nowhere' imported by .*List\.test\.ets/);
  });

  it('a package that is no dependency is an error that says where to add it', async () => {
    const message = await errorOf({ 'List.test.ets': list(`import { a } from '@acme/tools';`, 'a();') });
    assert.match(message, /Cannot find module '@acme\/tools'.*oh-package\.json5/);
  });

  it('a kit that the host does not have is an error with kit and importer', async () => {
    const message = await errorOf({
      'List.test.ets': list(`import { camera } from '@kit.CameraKit';`, 'camera.open();'),
    });
    assert.match(message, /@kit\.CameraKit is not available on the host \(imported by .*List\.test\.ets\)/);
  });

  it('a member that a kit does not have is an error with kit, member and importer', async () => {
    const message = await errorOf({
      'List.test.ets': list(`import { nothing } from '@kit.AbilityKit';`, 'nothing();'),
    });
    assert.match(message, /@kit\.AbilityKit has no member 'nothing' on the host \(imported by .*List\.test\.ets:2\)/);
  });

  it('a member that a system module does not have is an error with module and member', async () => {
    const message = await errorOf({ 'List.test.ets': list(`import hilog from '@ohos.hilog';`, `hilog.shout('x');`) });
    assert.match(message, /@ohos\.hilog has no member 'shout' on the host/);
  });

  it('a call of what a newer hypium has is an error with the version that runs', async () => {
    for (const [imports, call] of [
      ['', `expect(1).message('one').assertEqual(1);`],
      ['', `expect(1).not().message('one');`],
      [`import { Hypium } from '@ohos/hypium';`, `Hypium.registerAssert(() => true);`],
    ] as const) {
      const message = await errorOf({ 'List.test.ets': list(imports, call) });
      assert.match(message, /is not a function: arkhost runs hypium 1\.0\.13, which does not have it$/);
    }
  });

  it('a library that was not built is an error with library and importer', async () => {
    const message = await errorOf({ 'List.test.ets': list(`import native from 'libother.so';`, 'native.call();') });
    assert.match(message, /libother\.so was not built \(imported by .*List\.test\.ets\)/);
  });

  it('a syntax error names file, line and column', async () => {
    const message = await errorOf({
      'List.test.ets': list(`import { a } from './broken';`, 'a();'),
      'broken.ets': 'let x = 1;\nlet = ;\n',
    });
    assert.match(message, /broken\.ets:2:\d+: /);
  });

  it('an exception while loading is an error', async () => {
    const message = await errorOf({
      'List.test.ets': list(`import './throws';`),
      'throws.ets': `throw new Error('at the top');\n`,
    });
    assert.match(message, /loading the tests failed: at the top/);
  });

  it('a list without a default export is an error', async () => {
    assert.match(await errorOf({ 'List.test.ets': 'export const x: number = 1;\n' }), /has no default export/);
  });

  it('an exception while registering is an error', async () => {
    const text = `export default function testsuite() { throw new Error('no suites today'); }\n`;
    assert.match(await errorOf({ 'List.test.ets': text }), /registering the suites failed: no suites today/);
  });
});
