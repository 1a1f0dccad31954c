import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { prune } from '../../build/prune.ts';
import { scratch } from './scratch.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('prune', () => {
  it('removes what was not written for 30 days, and keeps what it is told to', () => {
    using place = scratch();
    const files = [
      'ndk/old/files.json',
      'ndk/current/files.json',
      'modules/entry-old/stamp.json',
      'ets/old.mjs',
      'compile/code',
    ];
    const written = files.map((path) => statSync(place.write(join('cache', path), '')).mtimeMs);
    prune(place.cache, [join(place.cache, 'ndk/current')], Math.max(...written) + 31 * DAY);
    assert.deepEqual(readdirSync(place.cache, { recursive: true }).sort(), [
      'compile',
      'compile/code',
      'ets',
      'modules',
      'ndk',
      'ndk/current',
      'ndk/current/files.json',
    ]);
  });

  it('removes bundles of installations that are gone, and keeps the others', () => {
    using place = scratch();
    const main = place.write('there/test/cli/main.ts', '');
    const gone = join(place.folder, 'gone/test/cli/main.ts');
    const list = (path: string): string => JSON.stringify({ stamps: [[path, 0, 0, 0, 0]] });
    const written = [
      place.write('cache/code/there/bundles.json', list(main)),
      place.write('cache/code/gone/bundles.json', list(gone)),
      place.write('cache/code/unknown/bundles.json', 'no list'),
    ].map((path) => statSync(path).mtimeMs);
    prune(place.cache, [], Math.min(...written) + DAY / 2);
    assert.deepEqual(readdirSync(join(place.cache, 'code')).sort(), ['gone', 'there', 'unknown']);
    prune(place.cache, [], Math.max(...written) + 2 * DAY);
    assert.deepEqual(readdirSync(join(place.cache, 'code')).sort(), ['there', 'unknown']);
  });

  it('keeps what is younger', () => {
    using place = scratch();
    const { mtimeMs } = statSync(place.write('cache/modules/entry-young/stamp.json', ''));
    prune(place.cache, [], mtimeMs + 29 * DAY);
    assert.deepEqual(readdirSync(join(place.cache, 'modules')), ['entry-young']);
  });

  it('has nothing to do without a cache', () => {
    using place = scratch();
    prune(place.cache, []);
    assert.deepEqual(readdirSync(place.folder), []);
  });
});
