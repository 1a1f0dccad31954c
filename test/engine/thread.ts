/** Entry of a thread that runs `@Concurrent` functions. */
import { parentPort, workerData } from 'node:worker_threads';
import { openTaskThread } from '../kits/task-thread.ts';
import type { Answer, Call } from '../kits/threads.ts';
import type { EngineConfig } from './protocol.ts';
import { setUpThread } from './thread-setup.ts';

/** Runs the calls that come. */
export function runThread(): void {
  setUpThread(workerData as EngineConfig, (stream, text) => answer({ type: 'output', stream, text }));
  const run = openTaskThread(answer);
  parentPort?.on('message', (call: Call) => void run(call));
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
