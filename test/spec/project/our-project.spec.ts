import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadProject } from '../../project/load.ts';

const root = new URL('../../../', import.meta.url);
const limit = { timeout: 20_000 };

/** Width and height that the header of a PNG tells. */
function pngSize(path: string): [number, number] {
  const data = readFileSync(new URL(path, root));
  assert.equal(data.toString('latin1', 1, 4), 'PNG', path);
  return [data.readUInt32BE(16), data.readUInt32BE(20)];
}

test('layeredIcon_hasTheSizeOfTheStore', limit, () => {
  for (const folder of ['AppScope', 'entry/src/main']) {
    for (const layer of ['background', 'foreground']) {
      assert.deepEqual(pngSize(`${folder}/resources/base/media/${layer}.png`), [1024, 1024]);
    }
  }
});

test('products_startAtApi12OnBothRuntimes', limit, async () => {
  const { products } = await loadProject(root.pathname);
  assert.deepEqual(products, [
    { name: 'default', runtimeOS: 'HarmonyOS', compatibleApi: 12 },
    { name: 'openharmony', runtimeOS: 'OpenHarmony', compatibleApi: 12 },
  ]);
});

test('nativeCode_isBuiltForDeviceAndEmulator', limit, async () => {
  const { modules } = await loadProject(root.pathname);
  assert.deepEqual(
    modules.map((module) => module.native?.abiFilters),
    [['arm64-v8a', 'x86_64']],
  );
});
