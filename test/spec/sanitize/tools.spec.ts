/** `npm run test:sanitize` without its tools. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';

const timeout = 60_000;

describe('test:sanitize', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arkhost-sanitize-spec-'));
    await symlink(process.execPath, join(folder, 'node'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Adds a program that answers every question with this line. */
  async function addProgram(name: string, answer: string): Promise<void> {
    await writeFile(join(folder, name), `#!/bin/sh\necho '${answer}'\n`);
    await chmod(join(folder, name), 0o755);
  }

  /** Runs it with the programs of the folder only. */
  async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = spawn(join(folder, 'node'), [join(HOME, 'test', 'sanitize', 'run.js'), ...args], {
      env: { ...process.env, PATH: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, stdout, stderr };
  }

  it('nothing-installed-names-all-packages-in-one-line', { timeout }, async () => {
    for (const args of [[], ['--thread'], ['strings']]) {
      assert.deepEqual(await run(...args), {
        code: 3,
        stdout: '',
        stderr:
          'npm run test:sanitize: the sanitizers are not installed. ' +
          'Try: sudo apt-get install clang-19 llvm-19 libclang-rt-19-dev\n',
      });
    }
  });

  it('compiler-without-runtimes-names-their-package', { timeout }, async () => {
    // What clang prints for a file that it does not have.
    await addProgram('clang++-19', 'libclang_rt.asan-x86_64.so');
    await addProgram('llvm-symbolizer-19', '');
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stdout], [3, '']);
    assert.match(stderr, /^npm run test:sanitize: .* Try: sudo apt-get install libclang-rt-19-dev\n$/);
  });

  it('compiler-without-symbolizer-names-its-package', { timeout }, async () => {
    await addProgram('clang++-19', join(folder, 'node'));
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stdout], [3, '']);
    assert.match(stderr, /^npm run test:sanitize: .* Try: sudo apt-get install llvm-19\n$/);
  });
});
