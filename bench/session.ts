/** Starts the process that measures, and listens to it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Progress } from '../test/build/progress.ts';
import type { Measurement, Message, Task } from './model.ts';

/** Runs a task in an engine process of its own. Throws an Error that names the operation when the process fails. */
export async function runTask(task: Task, progress: Progress): Promise<Measurement[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts')], {
    // A VM is measured with all that it costs: without the thread that prepares isolates and takes them apart.
    env: { ...process.env, ARKHOST_JSVM_PREPARE: '0', ARKHOST_BENCH: JSON.stringify(task) },
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const endWithUs = (): boolean => child.kill();
  process.once('exit', endWithUs);
  const measurements: Measurement[] = [];
  let current = 'the first operation';
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if (message.type === 'measurement') {
      measurements.push(message.measurement);
    } else {
      current = message.key;
      progress.update('measuring', message.done, message.total);
    }
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (...end) => resolve(end));
  });
  process.removeListener('exit', endWithUs);
  progress.clear();
  if (code !== 0) throw new Error(`the measuring process ended with ${signal ?? `code ${code}`} in "${current}"`);
  // The sort is stable: within a group the order stays.
  return measurements.sort((a, b) => a.group.localeCompare(b.group));
}
