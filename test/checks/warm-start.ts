/** How long a run that changed nothing takes, beside the bare start of the engine. Told, not judged: computers differ. */
import { run } from './process.ts';

const ROUNDS = 5;

/** `warm 140 ms, 4.5 x the engine's start`; the best of a few rounds of each, taken in turns. */
export async function measureWarmStart(root: string, command: string[]): Promise<string> {
  let bare = Infinity;
  let warm = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    bare = Math.min(bare, await timed(root, ['-e', '0']));
    warm = Math.min(warm, await timed(root, command));
  }
  return `warm ${Math.round(warm)} ms, ${(warm / bare).toFixed(1)} x the engine's start`;
}

async function timed(root: string, args: string[]): Promise<number> {
  const start = performance.now();
  await run(process.execPath, args, { cwd: root, timeout: 60_000 });
  return performance.now() - start;
}
