import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';

const limit = { timeout: 60_000 };
const buildFolder = join(import.meta.dirname, '../../build');

interface Loaded {
  code: string;
  /** The ArkTS compiler was loaded. */
  compiled: boolean;
}

/** Loads one file in a process of its own, as an engine does. */
function load(file: string, cache: string, cacheModule = join(buildFolder, 'ets-cache.ts')): Loaded {
  const program = `
    import { loadEts } from ${JSON.stringify(cacheModule)};
    import { createRequire } from 'node:module';
    const code = loadEts(${JSON.stringify(file)}, ${JSON.stringify(pathToFileURL(file).href)}, ${JSON.stringify(cache)});
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(JSON.stringify({ code, compiled: loaded.some((name) => name.includes('ohos-typescript')) }));`;
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout) as Loaded;
}

/** A source file and a cache folder. */
function scratch(test: TestContext): { file: string; cache: string; entry: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'arkhost-ets-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'File.ets');
  const cache = join(folder, 'cache');
  writeFileSync(file, 'export enum E { A }\n');
  return { file, cache, entry: () => join(cache, 'ets', readdirSync(join(cache, 'ets'))[0] ?? '') };
}

describe('loadEts', limit, () => {
  it('compiles once, and answers from the cache without the compiler', (test) => {
    const { file, cache } = scratch(test);
    const first = load(file, cache);
    const second = load(file, cache);
    assert.equal(first.compiled, true);
    assert.equal(second.compiled, false);
    assert.equal(second.code, first.code);
  });

  it('keeps the entries of another installation of arkhost', (test) => {
    const { file, cache } = scratch(test);
    const home = join(dirname(file), 'other');
    cpSync(buildFolder, join(home, 'test/build'), { recursive: true });
    cpSync(join(buildFolder, '../../package.json'), join(home, 'package.json'));
    symlinkSync(join(buildFolder, '../../node_modules'), join(home, 'node_modules'));
    const other = join(home, 'test/build/ets-cache.ts');
    load(file, cache);
    assert.equal(load(file, cache, other).compiled, true);
    assert.equal(load(file, cache).compiled, false);
    assert.equal(load(file, cache, other).compiled, false);
  });

  it('compiles again after a change of the text', (test) => {
    const { file, cache } = scratch(test);
    load(file, cache);
    writeFileSync(file, 'export enum E { B }\n');
    const changed = load(file, cache);
    assert.equal(changed.compiled, true);
    assert.match(changed.code, /"B"/);
  });

  it('does not compile again when only the times changed', (test) => {
    const { file, cache } = scratch(test);
    load(file, cache);
    utimesSync(file, 1000, 1000);
    assert.equal(load(file, cache).compiled, false);
  });

  for (const [damage, text] of [
    ['cut', (whole: string) => whole.slice(0, -20)],
    ['overwritten', () => 'garbage'],
    ['emptied', () => ''],
  ] as const) {
    it(`heals an entry that was ${damage}`, (test) => {
      const { file, cache, entry } = scratch(test);
      const { code } = load(file, cache);
      writeFileSync(entry(), text(readFileSync(entry(), 'utf8')));
      assert.deepEqual(load(file, cache), { code, compiled: true });
      assert.equal(load(file, cache).compiled, false);
    });
  }

  it('works without a cache that can be written', (test) => {
    const { file, cache } = scratch(test);
    writeFileSync(cache, 'a file where the folder should be');
    chmodSync(cache, 0o400);
    assert.match(load(file, cache).code, /E\["A"\]|E\[E\["A"\]/);
  });
});
