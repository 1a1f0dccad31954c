import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { namespace } from '../../kits/namespace.ts';
import { resource, resourceName } from '../../kits/resource.ts';
import { setHost } from '../../kits/host.ts';
import { createPlainBridge } from '../../engine/no-bridge.ts';
import type { EngineConfig } from '../../engine/protocol.ts';

const kits = join(import.meta.dirname, '../../kits');
const config = { bundleName: 'com.example.fixture', moduleName: 'entry' } as EngineConfig;
setHost({
  config,
  bridge: createPlainBridge(),
  output: () => undefined,
  importFile: () => assert.fail('not needed here'),
  loadPage: () => assert.fail('not needed here'),
  mock: () => assert.fail('not needed here'),
  namedPage: () => assert.fail('not needed here'),
  requireFile: () => assert.fail('not needed here'),
  component: () => assert.fail('not needed here'),
});

describe('kit modules', () => {
  for (const folder of ['kit', 'ohos', 'arkts']) {
    for (const file of readdirSync(join(kits, folder))) {
      it(`${folder}/${file} loads and exports something`, async () => {
        const exports = (await import(join(kits, folder, file))) as object;
        assert.ok(Object.keys(exports).length > 0);
      });
    }
  }
});

describe('namespace', () => {
  const members = namespace('@ohos.sample', { one: 1 });

  it('gives its members', () => assert.equal(members.one, 1));

  it('names the module and the member that is missing', () => {
    assert.throws(
      () => (members as Record<string, unknown>)['two'],
      /@ohos\.sample has no member 'two' on the host, used at \/.+modules\.spec\.ts:\d+:\d+ \(it has one\)/,
    );
  });

  it('can be printed and awaited', async () => {
    assert.equal(JSON.stringify(members), '{"one":1}');
    assert.equal(await Promise.resolve(members), members);
  });
});

describe('resource', () => {
  it('has the type of its kind and one id a name', () => {
    const title = resource('app.string.title', []);
    assert.equal(title.type, 10003);
    assert.equal(resource('app.string.title', []).id, title.id);
    assert.notEqual(resource('app.string.other', []).id, title.id);
    assert.equal(resourceName(title.id), 'app.string.title');
  });

  for (const wrong of ['title', 'app.title', 'app.nothing.title', 'app.string.']) {
    it(`refuses $r('${wrong}')`, () =>
      assert.throws(() => resource(wrong, []), /a resource is named app\.<type>\.<name>/));
  }
});
