import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { run } from '../../build/process.ts';
import { scratch } from './scratch.ts';

const limit = { timeout: 30_000 };

describe('run', limit, () => {
  it('gives exit code, standard output and both streams', limit, async () => {
    const { code, stdout, output } = await run('sh', ['-c', 'echo out; sleep 0.1; echo err >&2; exit 3']);
    assert.deepEqual({ code, stdout, output }, { code: 3, stdout: 'out\n', output: 'out\nerr\n' });
  });

  it('gives code 127 and the reason for a program that does not exist', limit, async () => {
    const { code, output } = await run('/no/such/program', []);
    assert.equal(code, 127);
    assert.match(output, /ENOENT/);
  });

  it('says which signal ended the program', limit, async () => {
    const { code, output } = await run('sh', ['-c', 'kill -SEGV $$']);
    assert.equal(code, 128);
    assert.match(output, /sh was ended by SIGSEGV/);
  });

  it('hands over lines as they come, the last one without its end too', limit, async () => {
    const lines: string[] = [];
    await run('sh', ['-c', 'printf "a\\nb"; sleep 0.1; printf "c\\nd"'], { onLine: (line) => lines.push(line) });
    assert.deepEqual(lines, ['a', 'bc', 'd']);
  });

  it('ends what the program started when arkhost is ended', limit, async () => {
    using place = scratch();
    const program = `
      import { run } from ${JSON.stringify(join(HOME, 'test/build/process.ts'))};
      import { endOnSignals } from ${JSON.stringify(join(HOME, 'test/cli/signals.ts'))};
      endOnSignals();
      await run('sh', ['-c', 'sleep 1000 & echo $!; wait'], { onLine: (line) => console.log(line) });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: place.folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    child.kill('SIGTERM');
    await once(child, 'close');
    // Once it is gone, asking for it fails; the time limit of the test ends the wait otherwise.
    const gone = (): boolean => {
      try {
        return !process.kill(Number(line), 0);
      } catch {
        return true;
      }
    };
    while (!gone()) await new Promise((resolve) => setTimeout(resolve, 10));
  });
});
