/** Listeners by event, as Workers have them: several by `on`, one by a property such as `onmessage`. */
import { parameterError } from './business-error.ts';

export interface Event {
  readonly type: string;
  readonly timeStamp: number;
}

export type Listener = (event: never) => unknown;

interface Entry {
  listener: Listener;
  once: boolean;
}

export class Listeners {
  readonly entries = new Map<string, Entry[]>();

  on(type: string, listener: Listener): void {
    this.add(type, listener, false);
  }

  once(type: string, listener: Listener): void {
    this.add(type, listener, true);
  }

  /** Without a listener, all of the event go. */
  off(type: string, listener?: Listener): void {
    this.check(type, listener);
    const known = this.entries.get(type) ?? [];
    this.entries.set(type, listener === undefined ? [] : known.filter((entry) => entry.listener !== listener));
  }

  addEventListener(type: string, listener: Listener): void {
    this.on(type, listener);
  }

  removeEventListener(type: string, listener?: Listener): void {
    this.off(type, listener);
  }

  removeAllListener(): void {
    this.checkUsable();
    this.entries.clear();
  }

  /** True when somebody listened. */
  dispatchEvent(event: Event): boolean {
    this.check((event as Event | undefined)?.type);
    return this.tell(event.type, event);
  }

  add(type: string, listener: Listener, once: boolean): void {
    this.check(type, listener ?? null);
    this.entries.set(type, [...(this.entries.get(type) ?? []), { listener, once }]);
  }

  /** For subclasses: throws when listeners make no sense any more. */
  checkUsable(): void {}

  check(type: unknown, listener?: unknown): void {
    if (typeof type !== 'string') throw parameterError('The type of the event must be string.');
    if (listener !== undefined && typeof listener !== 'function') {
      throw parameterError('The type of the listener must be function.');
    }
    this.checkUsable();
  }

  /** Calls the property's handler, then the listeners, in order. */
  tell(type: string, value: unknown): boolean {
    const known = this.entries.get(type) ?? [];
    const property = (this as unknown as Record<string, unknown>)[`on${type}`];
    if (known.length > 0)
      this.entries.set(
        type,
        known.filter((entry) => !entry.once),
      );
    if (typeof property === 'function') property.call(this, value);
    for (const { listener } of known) (listener as (value: unknown) => unknown).call(this, value);
    return typeof property === 'function' || known.length > 0;
  }
}

/** An event with more in it. */
export function makeEvent<T extends object>(type: string, more: T): Event & T {
  return { type, timeStamp: Date.now(), ...more };
}
