/** `worker.workerPort`: how a Worker speaks with the thread that made it. */
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import { BusinessError, parameterError } from './business-error.ts';
import { Listeners, makeEvent } from './listeners.ts';
import { pack, unpack } from './messages.ts';
import type { CallAnswer, FromWorker, SentFault, ToWorker } from './worker-messages.ts';
import { namespace } from './namespace.ts';

type Send = (message: FromWorker, transfer?: Transferable[]) => void;
type Handler = ((event: never) => unknown) | undefined;

/** How long callGlobalCallObjectMethod waits without a limit of its own, and at most, in milliseconds. */
const callTime = { usual: 5000, most: 5000 };

export class WorkerPort extends Listeners {
  readonly name: string;
  onmessage: Handler = undefined;
  onmessageerror: Handler = undefined;
  onerror: Handler = undefined;
  readonly send: Send;

  constructor(name: string, send: Send) {
    super();
    this.name = name;
    this.send = send;
  }

  /** `transfer` is a list of buffers, or `{ transfer }`. */
  postMessage(data: unknown, transfer?: ArrayBuffer[] | { transfer?: ArrayBuffer[] }): void {
    post(() => this.send({ type: 'message', data: pack(data) }, transferList(transfer)));
  }

  postMessageWithSharedSendable(data: unknown, transfer?: ArrayBuffer[]): void {
    this.postMessage(data, transfer);
  }

  /** The global scope of the Worker, which this is. */
  get self(): this {
    return this;
  }

  /** Ends the Worker when the code that runs is done. */
  close(): void {
    setImmediate(() => process.exit(0));
  }

  /** Calls a method of an object that the other thread has registered, and waits for its value. The limit is in ms. */
  callGlobalCallObjectMethod(object: string, method: string, timeout: number, ...args: unknown[]): unknown {
    const { port1, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    post(() =>
      this.send({ type: 'call', object, method, args: pack(args) as unknown[], signal, port: port2 }, [port2]),
    );
    const limit = timeout > 0 ? Math.min(timeout, callTime.most) : callTime.usual;
    const outcome = Atomics.wait(signal, 0, 0, limit);
    const answer = receiveMessageOnPort(port1)?.message as CallAnswer | undefined;
    port1.close();
    if (outcome === 'timed-out' || answer === undefined) {
      throw new BusinessError(10200021, `The global call exceeds the timeout of ${limit} ms: ${object}.${method}`);
    }
    if ('code' in answer) throw new BusinessError(answer.code, answer.message);
    return unpack(answer.value);
  }
}

let port: WorkerPort | undefined;

/** The port of this thread; undefined outside a Worker. */
export function currentPort(): WorkerPort | undefined {
  return port;
}

/** Opens the port of this thread. Returns what takes the messages of the other one. */
export function openPort(name: string, send: Send): (message: ToWorker) => void {
  const own = new WorkerPort(name, send);
  port = namespace('workerPort', own);
  const fail = (error: unknown): void => {
    const fault = faultOf(error);
    own.tell('error', makeEvent('error', errorFacts(fault)));
    send({ type: 'fault', fault });
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return ({ data }) => void own.tell('message', makeEvent('message', { data: unpack(data) }));
}

/** What an ErrorEvent tells. */
export function errorFacts({ name, message, stack }: SentFault): object {
  const place = /\(?(?:file:\/\/)?(\/[^\s():]+):(\d+):(\d+)\)?/.exec(stack);
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  error.stack = stack;
  return {
    message: `${name}: ${message}`,
    filename: place?.[1] ?? '',
    lineno: Number(place?.[2] ?? 0),
    colno: Number(place?.[3] ?? 0),
    error,
  };
}

export function faultOf(thrown: unknown): SentFault {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

export function transferList(transfer: ArrayBuffer[] | { transfer?: ArrayBuffer[] } | undefined): ArrayBuffer[] {
  const buffers = Array.isArray(transfer) ? transfer : (transfer?.transfer ?? []);
  if (Array.isArray(buffers) && buffers.every((buffer) => buffer instanceof ArrayBuffer)) return buffers;
  throw parameterError('The type of transfer must be an array of ArrayBuffers.');
}

/** Sends; a value that cannot be copied is an error with code 10200006. */
export function post(send: () => void): void {
  try {
    send();
  } catch (error) {
    if (error instanceof BusinessError) throw error;
    throw new BusinessError(10200006, `An exception occurred during serialization: ${(error as Error).message}`);
  }
}
