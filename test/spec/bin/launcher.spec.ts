import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { scratch } from '../build/scratch.ts';
import type { Scratch } from '../build/scratch.ts';
import { launcher, start } from '../cli/arkhost-process.ts';

const limit = { timeout: 120_000 };
const versionLine = new RegExp(`^arkhost \\S+ \\(engine: Node\\.js ${process.versions.node}, V8 `);

/**
 * A clone of the launcher alone. Its command line is a script that reports where it runs and then does what `body` says.
 */
function cloneLauncher(place: Scratch, body = ''): string {
  cpSync(join(HOME, 'test', 'bin'), join(place.folder, 'clone/test/bin'), { recursive: true });
  const report = 'console.log(JSON.stringify({ argv, engine: process.execPath }));';
  place.write('clone/dist/cli/main.js', `export async function main(argv) {\n  ${report}\n  ${body}\n}\n`);
  place.write('clone/package.json', '{ "type": "module" }');
  return join(place.folder, 'clone/test/bin/arkhost.js');
}

/** Gives the clone an engine: this one. */
function linkEngine(place: Scratch, at = `clone/node_modules/node-linux-${process.arch}`): string {
  const engine = join(place.folder, at, 'bin/node');
  mkdirSync(dirname(engine), { recursive: true });
  symlinkSync(process.execPath, engine);
  return engine;
}

/** A Node.js that is not the engine: another file with the same contents. */
function copiedNode(place: Scratch): string {
  const copy = join(place.folder, 'copied-node');
  cpSync(process.execPath, copy);
  return copy;
}

/** A Node.js that is not the engine: the engine behind a script, which says so on stderr. */
function otherNode(place: Scratch): string {
  const file = place.write('other/node', `#!/bin/sh\necho other >&2\nexec ${process.execPath} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('the launcher', limit, () => {
  it('runs as a command, without another Node.js', limit, async () => {
    using place = scratch();
    const { stdout, code } = await start(launcher, ['--version'], place.folder, { PATH: '/nonexistent' });
    assert.match(stdout, versionLine);
    assert.equal(code, 0);
  });

  it('runs through a symlink, as npm makes one for a command', limit, async () => {
    using place = scratch();
    const link = join(place.folder, 'arkhost');
    symlinkSync(launcher, link);
    assert.match((await start(link, ['--version'], place.folder)).stdout, versionLine);
  });

  it('runs from its own folder under a bare name', limit, async () => {
    assert.match((await start('sh', ['arkhost.js', '--version'], dirname(launcher))).stdout, versionLine);
  });

  it('runs on any Node.js and hands over to the engine', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place);
    linkEngine(place);
    const copy = copiedNode(place);
    const { stdout, stderr } = await start(copy, [script, 'a', 'b c'], place.folder);
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), { argv: ['a', 'b c'], engine: process.execPath });
  });

  it('finds the engine beside an installed package', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place);
    linkEngine(place, `node_modules/node-linux-${process.arch}`);
    const { stdout } = await start(process.execPath, [script, 'x'], place.folder);
    assert.deepEqual((JSON.parse(stdout) as { argv: string[] }).argv, ['x']);
  });

  it('passes arguments with blanks and quotes through the shell unchanged', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place);
    linkEngine(place);
    const args = ['two words', `"quoted"`, '$HOME', '', '*'];
    const { stdout } = await start('sh', [script, ...args], place.folder);
    assert.deepEqual((JSON.parse(stdout) as { argv: string[] }).argv, args);
  });

  it('takes the Node.js of the PATH where no engine is installed, and says what is missing', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place);
    const env = { PATH: `${dirname(otherNode(place))}:${process.env['PATH']}` };
    const { code, stderr } = await start('sh', [script], place.folder, env);
    assert.match(stderr, /^other$/m);
    assert.match(stderr, /^arkhost: the engine is not installed\. Run npm install/m);
    assert.equal(code, 3);
  });

  it('returns the exit code of the command line', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place, 'process.exitCode = 42;');
    linkEngine(place);
    const copy = copiedNode(place);
    assert.equal((await start(copy, [script], place.folder)).code, 42);
  });

  it('forwards a signal to the engine and ends as it ends', limit, async () => {
    using place = scratch();
    const script = cloneLauncher(place, 'setInterval(() => {}, 1000);');
    linkEngine(place);
    const copy = copiedNode(place);
    const child = spawn(copy, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    assert.deepEqual([code, signal], [null, 'SIGTERM']);
  });
});
