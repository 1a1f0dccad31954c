/** What the classes of `@ohos.util.stream` have in common. The engine's streams do the work. */
import { BusinessError, parameterError } from './business-error.ts';

/** What a listener is given. */
export interface EventData {
  data: unknown;
}

export type Listener = (event: EventData) => void;
export type Done = (error?: Error | null) => void;

/** Codes of streams. */
export const codes = {
  noWrite: 10200035,
  ended: 10200036,
  calledTwice: 10200037,
  noRead: 10200038,
  noTransform: 10200039,
};

/** Bytes that a stream takes before it asks to wait. */
export const highWatermark = 16_384;

/** The events of an engine's stream. */
interface Emitter {
  on(event: string, listener: (data?: unknown) => void): unknown;
  off(event: string, listener: (data?: unknown) => void): unknown;
  listenerCount(event: string): number;
  emit(event: string, data?: unknown): boolean;
}

interface Entry {
  event: string;
  listener: Listener;
  wrapped: (data?: unknown) => void;
}

export function missing(name: string, code: number): BusinessError {
  return new BusinessError(code, `The ${name} method has not been implemented.`);
}

export function checkChunk(chunk: unknown): void {
  if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw parameterError('The type of chunk must be string or Uint8Array.');
  }
}

export function checkEncoding(encoding: unknown): asserts encoding is BufferEncoding {
  if (typeof encoding !== 'string' || !Buffer.isEncoding(encoding)) {
    throw parameterError(`The encoding is invalid: ${String(encoding)}.`);
  }
}

/** Listeners of a stream. */
export abstract class StreamBase {
  readonly listeners: Entry[] = [];

  abstract get emitter(): Emitter;

  on(event: string, listener: Listener): void {
    if (typeof event !== 'string') throw parameterError('The type of event must be string.');
    if (typeof listener !== 'function') throw parameterError('The type of callback must be function.');
    const wrapped = (data?: unknown): void => listener.call(this, { data });
    this.listeners.push({ event, listener, wrapped });
    this.emitter.on(event, wrapped);
  }

  /** Without a listener, all of the event go. */
  off(event: string, listener?: Listener): void {
    if (typeof event !== 'string') throw parameterError('The type of event must be string.');
    for (const entry of [...this.listeners]) {
      if (entry.event !== event || (listener !== undefined && entry.listener !== listener)) continue;
      this.listeners.splice(this.listeners.indexOf(entry), 1);
      this.emitter.off(event, entry.wrapped);
    }
  }

  /** For subclasses: runs before the first chunk. */
  doInitialize(callback: Done): void {
    callback();
  }

  /** An error goes to the listeners of errors; without any, it is thrown. */
  report(error: BusinessError): void {
    if (this.emitter.listenerCount('error') === 0) throw error;
    process.nextTick(() => this.emitter.emit('error', error));
  }
}

/** A callback that may be called once. */
export function onlyOnce<A extends unknown[]>(call: (...values: A) => void): (...values: A) => void {
  let called = false;
  return (...values) => {
    if (called) {
      throw new BusinessError(codes.calledTwice, 'The callback is invoked multiple times consecutively.');
    }
    called = true;
    call(...values);
  };
}
