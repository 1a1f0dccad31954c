/** Threads that run ArkTS: each has the module hooks and the bridge of its own. */
import { Worker } from 'node:worker_threads';
import { engineCode, threadStarter } from '../build/own.ts';
import { BusinessError } from './business-error.ts';
import type { Origin } from './concurrent.ts';
import { host } from './host.ts';

/** What a thread is asked to do. */
export interface Call {
  id: number;
  origin: Origin;
  args: readonly unknown[];
}

/** An error on its way between threads, which keep no classes. */
export interface SentError {
  name: string;
  message: string;
  stack?: string | undefined;
  code?: number | undefined;
}

/** What a thread answers. */
export type Answer =
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; error: SentError }
  | { type: 'output'; stream: 'stdout' | 'stderr'; text: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A thread that runs one call at a time. */
export class TaskThread {
  /** The thread has died of what a task left behind. */
  isGone = false;
  readonly #worker: Worker;
  #waiting: Waiting | undefined;

  constructor() {
    this.#worker = new Worker(threadStarter, { argv: [engineCode, 'thread'], workerData: host().config });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => {
      this.isGone = true;
      // With no task to blame, it is an uncaught error of the test.
      if (this.#waiting === undefined) throw error;
      this.#end((waiting) => waiting.reject(error));
    });
    this.#worker.on('exit', () => {
      this.isGone = true;
      this.#end((waiting) => waiting.reject(new Error('the thread of the task has ended')));
    });
  }

  /** Runs a call. Rejects with the error of the function. */
  run(call: Call, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      try {
        this.#worker.postMessage(call, transfer);
      } catch (error) {
        const { message } = error as Error;
        const text = `An exception occurred during serialization: ${message}`;
        this.#end((waiting) => waiting.reject(new BusinessError(10200006, text)));
      }
    });
  }

  #take(answer: Answer): void {
    if (answer.type === 'output') host().output(answer.stream, answer.text);
    else if (answer.type === 'result') this.#end((waiting) => waiting.resolve(answer.value));
    else this.#end((waiting) => waiting.reject(received(answer.error)));
  }

  #end(settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    if (waiting !== undefined) settle(waiting);
  }
}

function received({ name, message, stack, code }: SentError): Error {
  const error = code === undefined ? new Error(message) : new BusinessError(code, message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (stack !== undefined) error.stack = stack;
  return error;
}
