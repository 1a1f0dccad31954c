import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { start } from '../cli/arkhost-process.ts';

const limit = { timeout: 60_000 };
const starter = join(HOME, 'test/bin/code.cjs');

/** A bundle with one entry, which loads the part that PART names and prints a sum. */
const text = `(function (module, require, __bundle) {
  function sum(left, right) { return left + right; }
  const go = async () => { __bundle.note(process.env.PART ?? 'first'); console.log(sum(40, 2)); };
  module.exports = { entries: { go } };
})`;

async function run(place: Scratch, env: Record<string, string> = {}, flags: string[] = []): Promise<string> {
  const { stdout, stderr } = await start(process.execPath, [...flags, starter, bundle(place), 'go'], place.folder, env);
  assert.equal(stderr, '');
  return stdout.trim();
}

function bundle(place: Scratch): string {
  const file = join(place.folder, 'part.cjs');
  writeFileSync(file, text);
  return file;
}

function caches(place: Scratch): string[] {
  return readdirSync(place.folder)
    .filter((name) => name.endsWith('.cache'))
    .map((name) => join(place.folder, name));
}

function onlyCache(place: Scratch): string {
  const [file, ...others] = caches(place);
  assert.deepEqual(others, []);
  assert.ok(file !== undefined);
  return file;
}

/** Says whether a cache is whole: both halves are the same. */
function isWhole(file: string): boolean {
  const bytes = readFileSync(file);
  return bytes.subarray(0, bytes.length / 2).equals(bytes.subarray(bytes.length / 2));
}

describe('the loader of bundles', limit, () => {
  it('run-for-the-first-time-keeps-a-code-cache', limit, async () => {
    using place = scratch();
    assert.equal(await run(place), '42');
    assert.ok(isWhole(onlyCache(place)));
  });

  it('run-with-nothing-new-leaves-the-cache-alone', limit, async () => {
    using place = scratch();
    await run(place);
    const before = statSync(onlyCache(place)).ino;
    assert.equal(await run(place), '42');
    assert.equal(statSync(onlyCache(place)).ino, before);
  });

  it('run-of-another-part-adds-it-to-the-cache', limit, async () => {
    using place = scratch();
    await run(place);
    const before = statSync(onlyCache(place)).ino;
    await run(place, { PART: 'second' });
    assert.notEqual(statSync(onlyCache(place)).ino, before);
    const kept = statSync(onlyCache(place)).ino;
    await run(place, { PART: 'first' });
    assert.equal(statSync(onlyCache(place)).ino, kept);
  });

  it('run-with-a-damaged-cache-works-and-makes-it-anew', limit, async () => {
    using place = scratch();
    await run(place);
    const file = onlyCache(place);
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 4)] = (bytes[Math.floor(bytes.length / 4)] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    assert.equal(await run(place), '42');
    assert.ok(isWhole(file));
  });

  it('run-with-a-half-written-cache-works-and-makes-it-anew', limit, async () => {
    using place = scratch();
    await run(place);
    const file = onlyCache(place);
    truncateSync(file, Math.floor(statSync(file).size / 3));
    assert.equal(await run(place), '42');
    assert.ok(isWhole(file));
  });

  it('run-under-other-flags-has-a-cache-of-its-own', limit, async () => {
    using place = scratch();
    await run(place);
    assert.equal(await run(place, {}, ['--no-opt']), '42');
    assert.equal(caches(place).length, 2);
  });
});
