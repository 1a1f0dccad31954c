/** Threads that run ArkTS: each has the module hooks and the bridge of its own. */
import { Worker } from 'node:worker_threads';
import { engineCode, threadStarter } from '../build/own.ts';
import { BusinessError } from './business-error.ts';
import type { Origin } from './concurrent.ts';
import { host } from './host.ts';
import { unpack } from './messages.ts';

/** What a thread is asked to do. */
export interface Call {
  id: number;
  origin: Origin;
  args: readonly unknown[];
  /** Becomes 1 when the task is cancelled. */
  cancelled: Int32Array;
  /** 1 while somebody listens to `Task.sendData`. */
  heard: Int32Array;
}

/** An error on its way between threads, which keep no classes. */
export interface SentError {
  name: string;
  message: string;
  stack?: string | undefined;
  code?: number | undefined;
}

/** Milliseconds that a task took: as a whole, and of the processor. */
export interface Times {
  total: number;
  cpu: number;
}

/** What a thread answers. */
export type Answer =
  | { type: 'start'; id: number }
  | { type: 'data'; id: number; args: readonly unknown[] }
  | { type: 'result'; id: number; value: unknown; times: Times }
  | { type: 'error'; id: number; error: SentError; times: Times }
  | { type: 'output'; stream: 'stdout' | 'stderr'; text: string };

/** What happens while a call runs. */
export interface CallEvents {
  onStart(): void;
  onData(args: readonly unknown[]): void;
  onTimes(times: Times): void;
}

interface Waiting extends CallEvents {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A thread that runs one call at a time. */
export class TaskThread {
  /** The thread has died of what a task left behind. */
  isGone = false;
  readonly tid: number;
  readonly #worker: Worker;
  #waiting: Waiting | undefined;

  constructor() {
    this.#worker = new Worker(threadStarter, { argv: [engineCode, 'thread'], workerData: host().config });
    this.tid = this.#worker.threadId;
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

  /** Runs a call, whose arguments can be copied. Rejects with the error of the function. */
  run(call: Call, transfer: readonly ArrayBuffer[], events: CallEvents): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, ...events };
      this.#worker.ref();
      this.#worker.postMessage(call, transfer);
    });
  }

  /** Ends the thread, wherever it is. */
  end(): void {
    this.isGone = true;
    void this.#worker.terminate();
  }

  #take(answer: Answer): void {
    if (answer.type === 'output') host().output(answer.stream, answer.text);
    else if (answer.type === 'start') this.#waiting?.onStart();
    else if (answer.type === 'data') this.#waiting?.onData(unpack(answer.args) as readonly unknown[]);
    else {
      this.#waiting?.onTimes(answer.times);
      if (answer.type === 'result') this.#end((waiting) => settle(waiting, answer.value));
      else this.#end((waiting) => waiting.reject(received(answer.error)));
    }
  }

  #end(use: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    if (waiting !== undefined) use(waiting);
  }
}

/** A class whose file this thread cannot load is an error of the task. */
function settle(waiting: Waiting, packed: unknown): void {
  let value: unknown;
  try {
    value = unpack(packed);
  } catch (error) {
    return waiting.reject(error);
  }
  waiting.resolve(value);
}

function received({ name, message, stack, code }: SentError): Error {
  const error = code === undefined ? new Error(message) : new BusinessError(code, message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (stack !== undefined) error.stack = stack;
  return error;
}
