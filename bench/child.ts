/** Entry of the engine process that measures. */
import { writeSync } from 'node:fs';
import { loadAddon } from './addon.ts';
import { measure } from './measure.ts';
import { MEMORY_OPERATIONS } from './memory.ts';
import { keyOf } from './model.ts';
import type { Measurement, Message, Operation, Task } from './model.ts';

function send(message: Message): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}

const task = JSON.parse(process.env['ARKHOST_BENCH'] ?? '{}') as Task;

function isWanted(operation: Operation): boolean {
  const key = keyOf(operation);
  if (task.keys !== undefined) return task.keys.includes(key);
  return key.toLowerCase().includes(task.filter.toLowerCase());
}

const addon = loadAddon(task.addon);
const jobs: { key: string; run: () => Measurement | Promise<Measurement> }[] = [];
// Memory first, while the process is small: what grows by a few pages shows.
for (const operation of MEMORY_OPERATIONS.filter(isWanted)) {
  jobs.push({ key: keyOf(operation), run: () => operation.measure(addon) });
}
for (const [index, operation] of addon.operations().entries()) {
  if (isWanted(operation)) jobs.push({ key: keyOf(operation), run: () => measure(addon, index, task.rounds) });
}
for (const [done, { key, run }] of jobs.entries()) {
  send({ type: 'progress', key, done, total: jobs.length });
  send({ type: 'measurement', measurement: await run() });
}
