import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import { launcher } from './arkhost-process.ts';
import { writeProject } from './sample-project.ts';

const limit = { timeout: 120_000 };

const FOREVER = `export default function forever(): void {
  console.info('pid ' + process.pid);
  while (true) {
  }
}
declare const process: Record<string, number>;
`;

/** True while a process of this number runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a signal', limit, () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`${signal} ends arkhost and a hanging engine, and removes the folder of the run`, limit, async () => {
      using place = scratch();
      const project = writeProject(place);
      place.write('project/entry/src/main/ets/Forever.ets', FOREVER);
      const env = { ...process.env, TMPDIR: place.write('tmp/.keep', '').replace('/.keep', '') };
      const args = [launcher, 'run', 'entry', 'src/main/ets/Forever.ets'];
      const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] });
      const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      const engine = Number(/pid (\d+)/.exec(text)?.[1]);
      assert.ok(isRunning(engine));
      child.kill(signal);
      assert.deepEqual(await once(child, 'close'), [code, null]);
      while (isRunning(engine)) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.deepEqual(readdirSync(env.TMPDIR), ['.keep']);
    });
  }
});

describe('a reader that leaves', limit, () => {
  it('ends arkhost quietly with the code of SIGPIPE, and the engine with it', limit, async () => {
    using place = scratch();
    const project = writeProject(place);
    const endless = FOREVER.replace('while (true) {', "while (true) {\n    console.info('more');");
    place.write('project/entry/src/main/ets/Forever.ets', endless);
    const args = [launcher, 'run', 'entry', 'src/main/ets/Forever.ets'];
    const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    const closed = once(child, 'close');
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const engine = Number(/pid (\d+)/.exec(text)?.[1]);
    child.stdout.destroy();
    assert.deepEqual(await closed, [141, null]);
    assert.equal(stderr, '');
    while (isRunning(engine)) await new Promise((resolve) => setTimeout(resolve, 10));
  });
});
