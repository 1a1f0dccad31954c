/** `context.eventHub`: events of one context, called at once and in order. */
import { parameterError } from './business-error.ts';

type Listener = (...values: unknown[]) => void;

export class EventHub {
  readonly listeners = new Map<string, Set<Listener>>();

  /** The same function twice is called once. */
  on(event: string, listener: Listener): void {
    check('on', event);
    if (typeof listener !== 'function') throw parameterError(`eventHub.on('${event}') takes a function`);
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
  }

  /** Without a listener, all of the event go. */
  off(event: string, listener?: Listener): void {
    check('off', event);
    if (listener === undefined) this.listeners.delete(event);
    else this.listeners.get(event)?.delete(listener);
  }

  emit(event: string, ...values: unknown[]): void {
    check('emit', event);
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...values);
  }
}

function check(method: string, event: unknown): void {
  if (typeof event !== 'string' || event === '') throw parameterError(`eventHub.${method} takes the name of an event`);
}
