import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME, cacheRoot } from '../../build/home.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { start } from '../cli/arkhost-process.ts';
import type { Finished } from '../cli/arkhost-process.ts';

const limit = { timeout: 60_000 };

/** Calls a function of setup.js for the clone in `place`, in a process of its own, and returns what it printed. */
function setup(place: Scratch, call: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const file = JSON.stringify(join(HOME, 'test/bin/setup.js'));
  const root = JSON.stringify(join(place.folder, 'clone'));
  const program = `import * as setup from ${file}; const root = ${root};
    try { console.log(JSON.stringify(${call}) ?? 'undefined'); }
    catch (error) { console.error(error.message); process.exitCode = error instanceof setup.SetupError ? 3 : 70; }`;
  return start(process.execPath, ['--input-type=module', '-e', program], place.folder, { npm_execpath: '', ...env });
}

const lock = (version: string): string =>
  JSON.stringify({
    packages: {
      '': { name: 'arkhost' },
      'node_modules/json5': { version },
      [`node_modules/node-linux-${process.arch}`]: { version: '1.0.0', optional: true },
      'node_modules/node-linux-other': { version: '1.0.0', optional: true },
    },
  });

const installed = (version: string): string =>
  JSON.stringify({
    packages: {
      'node_modules/json5': { version },
      [`node_modules/node-linux-${process.arch}`]: { version: '1.0.0', optional: true },
    },
  });

/** A clone with installed packages; `age` is by how many seconds the installation is older than the lock file. */
function clone(place: Scratch, wanted: string, found: string, age: number): void {
  const wantedFile = place.write('clone/package-lock.json', lock(wanted));
  const foundFile = place.write('clone/node_modules/.package-lock.json', installed(found));
  utimesSync(wantedFile, 1_000_000, 1_000_000);
  utimesSync(foundFile, 1_000_000 - age, 1_000_000 - age);
  linkEngine(place);
}

function linkEngine(place: Scratch): void {
  const engine = join(place.folder, `clone/node_modules/node-linux-${process.arch}/bin/node`);
  mkdirSync(dirname(engine), { recursive: true });
  if (!existsSync(engine)) symlinkSync(process.execPath, engine);
}

/** An npm that notes how it was called and does what `body` says. */
function fakeNpm(place: Scratch, body: string): NodeJS.ProcessEnv {
  const log = join(place.folder, 'npm.log');
  chmodSync(place.write('bin/npm', `#!/bin/sh\necho "$PWD: $*" >> ${log}\necho noise\n${body}\n`), 0o755);
  return { PATH: `${join(place.folder, 'bin')}:${process.env['PATH']}` };
}

describe('isInstalled', limit, () => {
  const cases: [name: string, wanted: string, found: string, age: number, answer: boolean][] = [
    ['an installation newer than the lock file is complete', '2.0.0', '2.0.0', -5, true],
    ['an older installation with the same versions is complete', '2.0.0', '2.0.0', 5, true],
    ['an older installation with another version is not', '2.0.1', '2.0.0', 5, false],
  ];
  for (const [name, wanted, found, age, answer] of cases) {
    it(name, limit, async () => {
      using place = scratch();
      clone(place, wanted, found, age);
      assert.equal((await setup(place, 'setup.isInstalled(root)')).stdout, `${answer}\n`);
    });
  }

  it('a clone without node_modules is not installed', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    assert.equal((await setup(place, 'setup.isInstalled(root)')).stdout, 'false\n');
  });

  it('a published package without lock file needs no installation', limit, async () => {
    using place = scratch();
    place.write('clone/package.json', '{}');
    assert.equal((await setup(place, 'setup.isInstalled(root)')).stdout, 'true\n');
  });
});

describe('ensureInstalled', limit, () => {
  const success = (place: Scratch): string => {
    const modules = join(place.folder, 'clone/node_modules');
    const engine = join(modules, `node-linux-${process.arch}/bin`);
    return `mkdir -p ${engine}; ln -sf ${process.execPath} ${engine}/node; echo '${installed('1.0.0')}' > ${modules}/.package-lock.json`;
  };

  it('runs npm install once in a fresh clone and keeps standard output clean', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const env = fakeNpm(place, success(place));
    const first = await setup(place, 'setup.ensureInstalled(root)', env);
    const second = await setup(place, 'setup.ensureInstalled(root)', env);
    assert.deepEqual([first.stdout, second.stdout], ['true\n', 'false\n']);
    assert.match(first.stderr, /^arkhost: installing dependencies \(npm install\), once/);
    assert.match(readFileSync(join(place.folder, 'npm.log'), 'utf8'), /^\S+\/clone: install --no-save .*\n$/);
  });

  it('installs once when two commands start together', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const env = fakeNpm(place, `sleep 0.3; ${success(place)}`);
    const both = await Promise.all([1, 2].map(() => setup(place, 'setup.ensureInstalled(root)', env)));
    assert.deepEqual(both.map(({ stdout }) => stdout).sort(), ['false\n', 'true\n']);
    assert.deepEqual(readdirSync(place.cache), []);
  });

  it('takes over the lock of a run that is gone', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const env = fakeNpm(place, `[ -e gone ] || { touch gone; kill -9 $PPID; exit 1; }; ${success(place)}`);
    await setup(place, 'setup.ensureInstalled(root)', env);
    assert.equal(readdirSync(place.cache).length, 1);
    assert.equal((await setup(place, 'setup.ensureInstalled(root)', env)).stdout, 'true\n');
  });

  it('names npm when it fails, with its exit code', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const env = fakeNpm(place, 'echo registry is away >&2; exit 7');
    const { code, stderr } = await setup(place, 'setup.ensureInstalled(root)', env);
    assert.equal(code, 3);
    assert.match(stderr, /registry is away\n.*npm install failed in .*exit code 7.*Check the network/s);
    assert.deepEqual(readdirSync(place.cache), []);
  });

  it('says how to get npm when there is none', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const { code, stderr } = await setup(place, 'setup.ensureInstalled(root)', { PATH: '/nonexistent' });
    assert.equal(code, 3);
    assert.match(stderr, /npm was not found\. Install Node\.js 20 or newer/);
  });

  it('says so when npm left out the engine', limit, async () => {
    using place = scratch();
    place.write('clone/package-lock.json', lock('1.0.0'));
    const { code, stderr } = await setup(place, 'setup.ensureInstalled(root)', fakeNpm(place, 'exit 0'));
    assert.equal(code, 3);
    assert.match(stderr, new RegExp(`left out node-linux-${process.arch}`));
  });
});

describe('the folders of setup.js', limit, () => {
  for (const [name, env] of [
    ['ARKHOST_CACHE', { ARKHOST_CACHE: '/a/cache', XDG_CACHE_HOME: '/b' }],
    ['XDG_CACHE_HOME', { ARKHOST_CACHE: '', XDG_CACHE_HOME: '/b' }],
    ['HOME', { ARKHOST_CACHE: '', XDG_CACHE_HOME: '' }],
  ] as const) {
    it(`${name} gives the same cache there as in TypeScript`, limit, async () => {
      using place = scratch();
      const { stdout } = await setup(place, 'setup.cacheRoot()', env);
      assert.equal(JSON.parse(stdout), cacheRoot({ ...env }));
    });
  }

  it('there is no engine for another system', limit, async () => {
    using place = scratch();
    const { code, stderr } = await setup(place, "setup.enginePackage('darwin', 'arm64')");
    assert.equal(code, 3);
    assert.match(stderr, /no engine for darwin arm64: arkhost runs on Linux x64 and arm64/);
  });
});
