import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { HOME } from '../../build/home.ts';
import { listTree } from '../../build/tree.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { start } from '../cli/arkhost-process.ts';
import { writeProject } from '../cli/sample-project.ts';

const limit = { timeout: 120_000 };

/** The folders of arkhost's own code. */
const parts = ['build', 'cli', 'device', 'engine', 'kits', 'project', 'report'];

interface Found {
  cli: string;
  engine: string;
}

/** A copy of arkhost's own code, whose files may be changed. */
function cloneCode(place: Scratch, name = 'clone'): string {
  const clone = join(place.folder, name);
  for (const folder of ['bin', ...parts])
    cpSync(join(HOME, 'test', folder), join(clone, 'test', folder), { recursive: true });
  cpSync(join(HOME, 'package.json'), join(clone, 'package.json'));
  symlinkSync(join(HOME, 'node_modules'), join(clone, 'node_modules'));
  return clone;
}

/** What the launcher of the clone finds or makes; undefined when it would run the files themselves. */
async function find(place: Scratch, clone: string, env: Record<string, string> = {}): Promise<Found | undefined> {
  const script = [
    `const { findBundles } = await import(${JSON.stringify(pathToFileURL(join(clone, 'test/bin/bundles.js')).href)});`,
    `const found = await findBundles(${JSON.stringify(join(clone, 'test/cli/main.ts'))});`,
    'console.log(JSON.stringify(found === undefined ? null : { cli: found.cli, engine: found.engine }));',
  ].join('\n');
  const file = place.write('find.mjs', script);
  const all = { ARKHOST_CACHE: join(place.folder, 'cache'), ...env };
  const { stdout, stderr } = await start(process.execPath, [file], place.folder, all);
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as Found | null) ?? undefined;
}

describe('the bundles of arkhost itself', limit, () => {
  it('find-unchanged-code-gives-the-same-bundles', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    const first = await find(place, clone);
    assert.ok(first !== undefined);
    assert.deepEqual(await find(place, clone), first);
  });

  it('find-in-a-folder-with-signs-of-urls-makes-them', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place, 'a clone #1 of 100%');
    const { engine } = (await find(place, clone)) ?? { engine: '' };
    assert.ok(readFileSync(engine, 'latin1').includes(pathToFileURL(join(clone, 'test/engine/hooks.ts')).href));
  });

  it('find-after-a-change-of-a-kit-makes-the-engine-anew', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    const before = await find(place, clone);
    appendFileSync(join(clone, 'test/kits/ohos/util.ts'), '\nexport const added = 1;\n');
    const after = await find(place, clone);
    assert.notEqual(after?.engine, before?.engine);
    assert.equal(after?.cli, before?.cli);
  });

  it('find-after-a-kit-was-added-holds-it', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    await find(place, clone);
    writeFileSync(join(clone, 'test/kits/ohos/brandNew.ts'), 'export default { value: "only here" };\n');
    const after = await find(place, clone);
    assert.match(readFileSync(after?.engine ?? '', 'latin1'), /only here/);
  });

  it('find-a-bundle-that-was-damaged-makes-it-anew', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    const { cli } = (await find(place, clone)) ?? { cli: '' };
    const whole = readFileSync(cli);
    writeFileSync(cli, whole.subarray(0, whole.length / 2));
    assert.equal((await find(place, clone))?.cli, cli);
    assert.ok(readFileSync(cli).equals(whole));
  });

  it('find-after-a-killed-run-removes-what-it-left', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    const { cli, engine } = (await find(place, clone)) ?? { cli: '', engine: '' };
    const [old, young] = [`${cli}.1.tmp`, `${cli}.2.tmp`];
    for (const file of [old, young]) writeFileSync(file, '');
    const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const file of [old, cli]) utimesSync(file, before, before);
    appendFileSync(join(clone, 'test/kits/ohos/util.ts'), '\nexport const added = 1;\n');
    assert.equal((await find(place, clone))?.cli, cli);
    assert.deepEqual([old, young, cli, engine].map(existsSync), [false, true, true, true]);
  });

  it('find-code-with-a-syntax-error-leaves-it-to-the-files', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    appendFileSync(join(clone, 'test/cli/main.ts'), '\nthis is no code\n');
    assert.equal(await find(place, clone), undefined);
  });

  it('find-in-a-cache-that-cannot-be-written-leaves-it-to-the-files', limit, async () => {
    using place = scratch();
    const clone = cloneCode(place);
    assert.equal(await find(place, clone, { ARKHOST_CACHE: place.write('a-file', '') }), undefined);
  });

  it('find-when-switched-off-leaves-it-to-the-files', limit, async () => {
    using place = scratch();
    assert.equal(await find(place, cloneCode(place), { ARKHOST_BUNDLE: '0' }), undefined);
  });

  it('test-from-the-files-says-what-it-says-from-the-bundles', limit, async () => {
    using place = scratch();
    const project = writeProject(place, 'passing', 5);
    const command = join(HOME, 'test/bin/arkhost.js');
    const say = async (env: Record<string, string>): Promise<string> =>
      (await start(process.execPath, [command, 'test', 'entry', '--reporter', 'spec'], project, env)).stdout.replace(
        /\d+(?:\.\d)? ms|:\d+:\d+/g,
        '',
      );
    assert.equal(await say({ ARKHOST_BUNDLE: '0' }), await say({}));
  });
});

describe('the modules of a bundle', limit, () => {
  it('load-by-require-of-an-own-file-is-left-to-own', () => {
    // A bundle does not see such a require: it would load the file a second time, with a state of its own.
    const code = parts.flatMap((folder) => listTree(join(HOME, 'test', folder)).files);
    const computed = code.filter((file) => /createRequire\([^)]*\)\(\s*[`'"]\./.test(readFileSync(file, 'utf8')));
    assert.deepEqual(computed, []);
  });
});
