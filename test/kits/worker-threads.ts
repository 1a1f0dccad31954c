/** `worker.ThreadWorker`: a file of the module that runs on a thread of its own. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { engineCode, threadStarter } from '../build/own.ts';
import { BusinessError, parameterError } from './business-error.ts';
import { host } from './host.ts';
import { Listeners, makeEvent } from './listeners.ts';
import { pack, unpack } from './messages.ts';
import { workerScript } from './worker-script.ts';
import type { CallAnswer, FromWorker, GlobalCall, WorkerStart } from './worker-messages.ts';
import { errorFacts, faultOf, post, transferList } from './worker-port.ts';

type Handler = ((event: never) => unknown) | undefined;
type Methods = Record<string, ((...values: unknown[]) => unknown) | undefined>;

/** As many as a device runs at once. */
const mostWorkers = 64;
let running = 0;
const asyncOrGenerator = /^(?:Async)?(?:Generator)?Function$/;

export interface WorkerOptions {
  type?: string;
  name?: string;
  shared?: boolean;
  priority?: number;
}

function checkOptions(options: WorkerOptions): void {
  if (typeof options !== 'object' || options === null) throw parameterError('The type of options must be object.');
  const { name = '', type = 'classic', shared = false, priority = 0 } = options;
  if (typeof name !== 'string') throw parameterError('The type of name must be string.');
  if (type !== 'classic' && type !== 'module')
    throw parameterError("The type of the Worker must be 'classic' or 'module'.");
  if (typeof shared !== 'boolean') throw parameterError('The type of shared must be boolean.');
  if (![0, 1, 2, 3].includes(priority)) throw parameterError('The value of priority is invalid.');
}

export class ThreadWorker extends Listeners {
  onmessage: Handler = undefined;
  onmessageerror: Handler = undefined;
  onerror: Handler = undefined;
  onexit: Handler = undefined;
  onAllErrors: Handler = undefined;
  readonly thread: Worker;
  readonly globals = new Map<string, Methods>();
  isRunning = true;

  /** @param script `entry/ets/workers/Worker.ets`, `./Worker.ets`, `@bundle:name/entry/ets/workers/Worker`... */
  constructor(script: string, options: WorkerOptions = {}) {
    super();
    if (typeof script !== 'string') throw parameterError(`ThreadWorker takes the URL of a file, not ${String(script)}`);
    checkOptions(options);
    const { name = '' } = options;
    const file = workerScript(script);
    if (file === undefined || !existsSync(file)) {
      throw new BusinessError(10200007, `The worker file path is invalid: there is no file for '${script}'`);
    }
    if (running >= mostWorkers) {
      throw new BusinessError(10200003, `Worker initialization failed: ${mostWorkers} Workers are running`);
    }
    const start: WorkerStart = { config: host().config, script: file, name };
    this.thread = new Worker(threadStarter, { argv: [engineCode, 'worker'], workerData: start });
    running++;
    this.thread.on('message', (message: FromWorker) => this.take(message));
    this.thread.on(
      'messageerror',
      (error) => void this.tell('messageerror', makeEvent('messageerror', { data: error })),
    );
    // The file itself could not be run.
    this.thread.on('error', (error) => this.fail(faultOf(error)));
    this.thread.on('exit', (code) => {
      running--;
      this.isRunning = false;
      this.tell('exit', code);
    });
  }

  postMessage(data: unknown, transfer?: ArrayBuffer[] | { transfer?: ArrayBuffer[] }): void {
    this.checkRuns();
    post(() => this.thread.postMessage({ type: 'message', data: pack(data) }, transferList(transfer)));
  }

  postMessageWithSharedSendable(data: unknown, transfer?: ArrayBuffer[]): void {
    this.postMessage(data, transfer);
  }

  /** Ends the thread wherever it is; onexit is called. */
  terminate(): void {
    this.checkRuns();
    this.isRunning = false;
    void this.thread.terminate();
  }

  /** Lets the Worker call the methods of an object. */
  registerGlobalCallObject(name: string, object: object): void {
    if (typeof name !== 'string') throw parameterError('The type of instanceName must be string.');
    if (typeof object !== 'object' || object === null) {
      throw parameterError('The type of globalCallObject must be object.');
    }
    this.checkRuns();
    this.globals.set(name, object as Methods);
  }

  /** Without a name, all objects. */
  unregisterGlobalCallObject(name?: string): void {
    this.checkRuns();
    if (name === undefined) this.globals.clear();
    else this.globals.delete(name);
  }

  override checkUsable(): void {
    this.checkRuns();
  }

  checkRuns(): void {
    if (!this.isRunning) throw new BusinessError(10200004, 'The Worker instance is not running');
  }

  take(message: FromWorker): void {
    if (message.type === 'message') this.tell('message', makeEvent('message', { data: unpack(message.data) }));
    else if (message.type === 'output') host().output(message.stream, message.text);
    else if (message.type === 'call') this.answer(message);
    else this.fail(message.fault);
  }

  /** With onAllErrors a Worker lives on after an error; else the error ends it. Nobody listening, it is one of the test. */
  fail(fault: ReturnType<typeof faultOf>): void {
    const event = makeEvent('error', errorFacts(fault));
    if (typeof this.onAllErrors === 'function') {
      (this.onAllErrors as (event: unknown) => unknown)(event);
      return;
    }
    const heard = this.tell('error', event);
    if (this.isRunning) {
      this.isRunning = false;
      void this.thread.terminate();
    }
    if (!heard) throw (event as unknown as { error: Error }).error;
  }

  answer({ object, method, args, signal, port }: GlobalCall): void {
    port.postMessage(this.call(object, method, args));
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  }

  call(object: string, method: string, args: readonly unknown[]): CallAnswer {
    const target = this.globals.get(object);
    if (target === undefined)
      return { code: 10200018, message: `The global call object '${object}' is not registered` };
    const run = target[method];
    if (typeof run !== 'function')
      return { code: 10200019, message: `'${object}' has no method '${method}' to be called` };
    if (run.constructor.name !== 'Function' && asyncOrGenerator.test(run.constructor.name)) {
      return { code: 10200020, message: `The method '${method}' is an async or a generator function` };
    }
    try {
      const value = run.apply(target, [...(unpack(args) as unknown[])]);
      // Must be found out here: the Worker waits.
      return { value: structuredClone(pack(value)) };
    } catch (error) {
      return { code: 10200006, message: `The call of ${object}.${method} failed: ${(error as Error).message}` };
    }
  }
}
