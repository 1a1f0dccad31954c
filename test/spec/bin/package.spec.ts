import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { before, after, describe, it } from 'node:test';
import { HOME, NDK_SOURCE, cacheRoot } from '../../build/home.ts';
import { listTree } from '../../build/tree.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { start } from '../cli/arkhost-process.ts';
import { writeProject } from '../cli/sample-project.ts';

const limit = { timeout: 300_000 };

/** The packages that npm installs next to arkhost, linked to those of the clone. */
function linkDependencies(place: Scratch): void {
  const { dependencies } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of [...Object.keys(dependencies), `node-linux-${process.arch}`]) {
    const link = join(place.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(HOME, 'node_modules', name), link);
  }
}

function succeed(file: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${file} ${args.join(' ')}: ${stderr}${error?.message ?? ''}`);
  return stdout;
}

describe('the npm package', limit, () => {
  let place: Scratch;
  // The host NDK of the same sources is there already, and takes minutes to build again.
  const shared = { ARKHOST_CACHE: cacheRoot() };
  let files: string[];
  const command = (): string => join(place.folder, 'node_modules/.bin/arkhost');

  before(() => {
    place = scratch();
    const listed = succeed('npm', ['pack', '--json', '--pack-destination', place.folder], HOME);
    const [{ filename, files: packed }] = JSON.parse(listed) as [{ filename: string; files: { path: string }[] }];
    files = packed.map((file) => file.path);
    const folder = join(place.folder, 'node_modules/arkhost');
    mkdirSync(folder, { recursive: true });
    succeed('tar', ['xzf', join(place.folder, filename), '--strip-components=1'], folder);
    linkDependencies(place);
    mkdirSync(dirname(command()));
    symlinkSync('../arkhost/test/bin/arkhost.js', command());
  });

  after(() => place[Symbol.dispose]());

  it('holds the launcher, compiled code and the sources of the host NDK', () => {
    const others = files.filter((file) => !/^(?:dist|test\/ndk)\//.test(file)).sort();
    assert.deepEqual(others, [
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'package.json',
      'test/bin/arkhost.js',
      'test/bin/bundles.js',
      'test/bin/code.cjs',
      'test/bin/setup.js',
      'test/bin/thread.cjs',
    ]);
    assert.ok(files.includes('dist/cli/main.js'));
    assert.deepEqual(
      files.filter((file) => file.startsWith('dist/') && !file.endsWith('.js')),
      [],
    );
  });

  it('holds every source of the host NDK, which is built where it is installed', () => {
    const packed = files.filter((file) => file.startsWith('test/ndk/')).sort();
    assert.deepEqual(
      packed,
      listTree(NDK_SOURCE)
        .files.map((file) => relative(HOME, file))
        .sort(),
    );
  });

  it('runs the tests of a project without native code', limit, async () => {
    const project = writeProject(place, 'passing');
    const { stdout, stderr, code } = await start(command(), ['test', project], place.folder);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /2 passed, 0 failed/);
  });

  it('names the line of a failing case without its own frames', limit, async () => {
    const project = writeProject(place, 'failing', 5);
    const { stdout, code } = await start(command(), ['test', 'entry'], project);
    assert.equal(code, 1);
    assert.match(stdout, /at .*Sums\.test\.ets:9:\d+/);
    assert.doesNotMatch(stdout, /dist\/(?:engine|kits)/);
  });

  it('builds a module against the host NDK and runs it', limit, async () => {
    const { stdout, stderr, code } = await start(command(), ['test', join(HOME, 'entry')], place.folder, shared);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /\d{3} passed, 0 failed/);
  });
});
