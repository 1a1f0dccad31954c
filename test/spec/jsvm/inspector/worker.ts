/**
 * Entry of an engine process that uses a VM in a worker thread, and of that thread. `terminate` ends the worker while its
 * script runs, `exit` the process.
 */
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

interface Debuggee {
  createEnv(): number;
  run(env: number, source: string, name: string): string;
}

interface Bridge {
  loadModule(path: string): Debuggee;
  ledger(): unknown[];
}

const [, , mode = '', bridgePath = '', libraryPath = ''] = process.argv;

const bridge = createRequire(import.meta.url)(bridgePath) as Bridge;

if (isMainThread) await lead();
else work(new Int32Array(workerData as SharedArrayBuffer));

/** What the worker does: says that the script is about to run, and runs it. */
function work(state: Int32Array): void {
  const debuggee = bridge.loadModule(libraryPath);
  const env = debuggee.createEnv();
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
  // Long enough to be interrupted, and an end of its own for the worker that has to wait for it.
  const turns = mode === 'terminate' ? 3e7 : Infinity;
  debuggee.run(env, `let n = 0; for (let i = 0; i < ${turns}; i++) n += i; n`, 'worker.js');
}

async function lead(): Promise<void> {
  const state = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), workerData: state.buffer });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  await Atomics.waitAsync(state, 0, 0).value;
  // The script runs in a moment; whether it runs already makes no difference to what is expected.
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (mode === 'exit') process.exit(7);
  await worker.terminate();
  console.log(`the worker ended with ${String(await ended)}, open VMs: ${bridge.ledger().length}`);
}
