/** Entry of a thread that is a Worker of the code under test. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import type { FromWorker, WorkerStart } from '../kits/worker-messages.ts';
import { openPort } from '../kits/worker-port.ts';
import { importFile } from './hooks.ts';
import { setUpThread } from './thread-setup.ts';

/** Runs the Worker's file, then takes the messages that came. */
export async function runWorker(): Promise<void> {
  const { config, script, name } = workerData as WorkerStart;
  setUpThread(config, (stream, text) => send({ type: 'output', stream, text }));
  const take = openPort(name, send);
  await importFile(script);
  // Messages that came while the file was loading wait in the port until now.
  parentPort?.on('message', take);
}

function send(message: FromWorker, transfer: Transferable[] = []): void {
  parentPort?.postMessage(message, transfer);
}
