/** A thread of the task pool from inside: the task that runs, and what its code can ask of it. */
import { fileURLToPath } from 'node:url';
import { BusinessError } from './business-error.ts';
import { functionOf } from './concurrent.ts';
import { host } from './host.ts';
import { pack, unpack } from './messages.ts';
import type { Answer, Call, SentError, Times } from './threads.ts';

type Send = (answer: Answer) => void;

let send: Send | undefined;
let current: Call | undefined;

/** Makes this thread one of the pool. Returns what runs a call. */
export function openTaskThread(answer: Send): (call: Call) => Promise<void> {
  send = answer;
  return run;
}

async function run(call: Call): Promise<void> {
  const { id, origin } = call;
  const started = performance.now();
  const cpu = process.threadCpuUsage();
  const times = (): Times => {
    const { user, system } = process.threadCpuUsage(cpu);
    return { total: Math.round(performance.now() - started), cpu: Math.round((user + system) / 1000) };
  };
  try {
    await host().importFile(fileURLToPath(origin.url));
    const args = unpack(call.args) as unknown[];
    current = call;
    send?.({ type: 'start', id });
    const value = pack(await functionOf(origin)(...args));
    settle({ type: 'result', id, value, times: times() });
  } catch (thrown) {
    settle({ type: 'error', id, error: sent(thrown), times: times() });
  }
}

/** A result that cannot be copied is an error of the task. */
function settle(answer: Answer & { type: 'result' | 'error' }): void {
  current = undefined;
  try {
    send?.(answer);
  } catch (error) {
    const message = `An exception occurred during serialization. ${(error as Error).message}`;
    const { id, times } = answer;
    send?.({ type: 'error', id, error: sent(new BusinessError(10200006, message)), times });
  }
}

function sent(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack } = error;
  const { code } = error as Error & { code?: unknown };
  return { name, message, stack, code: typeof code === 'number' ? code : undefined };
}

/** True in a task that was cancelled. */
export function isCancelled(): boolean {
  return current !== undefined && Atomics.load(current.cancelled, 0) === 1;
}

/** Hands values to the thread that executes the task, while it runs. */
export function sendData(args: readonly unknown[]): void {
  if (send === undefined) throw new BusinessError(10200022, 'The function is not called in the TaskPool thread.');
  if (current === undefined) {
    throw new BusinessError(10200023, 'The function is not called in the concurrent function.');
  }
  if (Atomics.load(current.heard, 0) === 0)
    throw new BusinessError(10200024, 'The callback is not registered on the host side.');
  try {
    send({ type: 'data', id: current.id, args: pack(args) as unknown[] });
  } catch (error) {
    const { message } = error as Error;
    throw new BusinessError(10200006, `An exception occurred during serialization. ${message}`);
  }
}
