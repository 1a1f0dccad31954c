/** Entry of a thread that runs `@Concurrent` functions. */
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { functionOf } from '../kits/concurrent.ts';
import type { Answer, Call } from '../kits/threads.ts';
import { importFile } from './hooks.ts';
import type { EngineConfig } from './protocol.ts';
import { setUpThread } from './thread-setup.ts';

/** Runs the calls that come. */
export function runThread(): void {
  setUpThread(workerData as EngineConfig, (stream, text) => answer({ type: 'output', stream, text }));
  parentPort?.on('message', (call: Call) => void run(call));
}

async function run({ id, origin, args }: Call): Promise<void> {
  try {
    await importFile(fileURLToPath(origin.url));
    answer({ type: 'result', id, value: await functionOf(origin)(...args) });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message, stack } = error;
    const { code } = error as Error & { code?: unknown };
    answer({ type: 'error', id, error: { name, message, stack, code: typeof code === 'number' ? code : undefined } });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
