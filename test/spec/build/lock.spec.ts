import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HOME } from '../../build/home.ts';
import { withLock } from '../../build/lock.ts';
import { scratch } from './scratch.ts';

const limit = { timeout: 30_000 };
const never = (): void => assert.fail('nobody holds the lock');

/** A process that takes the lock, says so, and keeps it. */
async function holder(name: string) {
  const program = `
    import { withLock } from ${JSON.stringify(join(HOME, 'test/build/lock.ts'))};
    await withLock(${JSON.stringify(name)}, () => {}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('withLock', limit, () => {
  it('lets one action run at a time', limit, async () => {
    using place = scratch();
    let inside = 0;
    const most: number[] = [];
    const action = async (): Promise<void> => {
      most.push(++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(place.folder, () => undefined, action)));
    assert.deepEqual(
      most,
      Array.from({ length: 8 }, () => 1),
    );
  });

  it('says once that it waits, and goes on when the holder is killed', limit, async () => {
    using place = scratch();
    const child = await holder(place.folder);
    let waits = 0;
    const waiting = withLock(
      place.folder,
      () => {
        waits++;
        child.kill('SIGKILL');
      },
      async () => 'mine',
    );
    assert.equal(await waiting, 'mine');
    assert.equal(waits, 1);
  });

  it('is free again after an action that failed', limit, async () => {
    using place = scratch();
    const failing = withLock(place.folder, never, () => Promise.reject(new Error('failed')));
    await assert.rejects(failing, /failed/);
    assert.equal(await withLock(place.folder, never, async () => 1), 1);
  });

  it('keeps locks of different names apart', limit, async () => {
    using place = scratch();
    const inner = () => withLock(`${place.folder}/b`, never, async () => 2);
    assert.equal(await withLock(`${place.folder}/a`, never, inner), 2);
  });
});
