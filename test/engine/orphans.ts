/** Processes that the tests started may live longer than the engine, and hold its pipes open. */
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

const tick = 100;
/** Chatter is listened to for two seconds. */
const patience = 20;

/**
 * Closes the pipes of an engine that has ended, as soon as they are quiet: what comes later is not from the engine.
 * @param isBehind Whether messages wait for a reader, so that the pipes may hold more of the engine's.
 */
export function leaveOrphans(child: ChildProcess, pipes: readonly Readable[], isBehind: () => boolean): void {
  child.once('exit', () => {
    let heard = true;
    let ticks = 0;
    for (const pipe of pipes) pipe.on('data', () => (heard = true));
    const timer = setInterval(() => {
      if (isBehind()) return;
      ticks++;
      if (heard && ticks < patience) heard = false;
      else for (const pipe of pipes) pipe.destroy();
    }, tick);
    child.once('close', () => clearInterval(timer));
  });
}
