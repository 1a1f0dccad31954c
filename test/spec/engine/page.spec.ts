import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setHost } from '../../kits/host.ts';
import { engineConfig } from '../../engine/config.ts';
import { installHooks, loadPage } from '../../engine/hooks.ts';
import { createPlainBridge } from '../../engine/no-bridge.ts';
import type { Page, UiNode } from '../../engine/arkui.ts';
import { rmSync } from 'node:fs';
import { components, uiEnums, uiFunctions } from '../../build/ets-names.ts';
import { cacheFolder, fixtureModule, limit } from './support.ts';

const root = join(import.meta.dirname, 'fixtures/kits');
const config = engineConfig({
  ...fixtureModule(root),
  mode: 'test',
  entry: join(root, 'List.test.ets'),
  cacheDir: cacheFolder(),
});
process.on('exit', () => rmSync(config.runDir, { recursive: true, force: true }));
setHost({
  config,
  bridge: createPlainBridge(),
  output: () => undefined,
  importFile: () => assert.fail('not needed here'),
  loadPage,
  mock: () => assert.fail('not needed here'),
  namedPage: () => assert.fail('not needed here'),
  requireFile: () => assert.fail('not needed here'),
  component: () => assert.fail('not needed here'),
});
installHooks();
const { walk } = await import('../../engine/arkui.ts');

async function open(): Promise<{ page: Page; texts: () => unknown[]; find: (type: string) => UiNode }> {
  const page = (await loadPage(join(root, 'pages/Page.ets')))?.() as Page;
  const all = (): UiNode[] => [...walk(page.root)];
  return {
    page,
    texts: () =>
      all()
        .filter((node) => node.type === 'Text')
        .map((node) => node.args[0]),
    find: (type) => all().find((node) => node.type === type) ?? assert.fail(`no ${type}`),
  };
}

describe('a page', limit, () => {
  it('becomes a tree of components, with ForEach, @Builder, @BuilderParam and custom components', async () => {
    const { texts, page } = await open();
    assert.deepEqual(
      texts().filter((text) => typeof text === 'string'),
      ['count 0', 'a', 'b', 'row', 'inside', 'foot'],
    );
    assert.equal(page.root.children[0]?.type, 'Page');
    assert.deepEqual(page.root.children[0]?.children[0]?.args, [{ space: 4 }]);
  });

  it('records attributes, @Extend and @Styles', async () => {
    const { find } = await open();
    assert.deepEqual(find('Text').attrs, { id: ['count'], fontSize: [20], width: ['100%'] });
  });

  it('lets the struct appear first', async () => {
    const { page } = await open();
    assert.equal((page.instance as { appeared?: boolean }).appeared, true);
  });

  it('runs handlers, and shows the change', async () => {
    const { page, texts, find } = await open();
    (find('Button').attrs['onClick']?.[0] as () => void)();
    page.settle();
    assert.deepEqual(texts().slice(0, 2), ['count 1', 'positive']);
  });

  it('has resources as objects and enumerations as numbers', async () => {
    const { page } = await open();
    const title = [...walk(page.root)].find((node) => node.type === 'Text' && typeof node.args[0] === 'object');
    assert.equal((title?.args[0] as { type: number }).type, 10003);
    assert.deepEqual(title?.attrs['fontColor'], [9]);
  });

  it('finds every global that makes a file import the runtime', () => {
    const missing = [...components, ...uiEnums, ...uiFunctions].filter((name) => !(name in globalThis));
    assert.deepEqual(missing, []);
  });

  it('says which file has no page', async () => {
    assert.equal(await loadPage(join(root, 'FixtureAbility.ets')), undefined);
  });
});
