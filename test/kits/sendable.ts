/** Sendable values: what may stand in the containers of `@arkts.collections`. */
import { BusinessError } from './business-error.ts';
import { isOfSendableClass } from './sendable-classes.ts';

/** Objects that are sendable without a class that says so. */
const marked = new WeakSet<object>();

/** Makes one object sendable. */
export function markSendable<T extends object>(value: T): T {
  marked.add(value);
  return value;
}

/** True for what `markSendable` was given. */
export function isMarked(value: object): boolean {
  return marked.has(value);
}

/** True for primitives, for instances of `@Sendable` classes and of the system's sendable classes. */
export function isSendable(value: unknown): boolean {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return typeof value !== 'symbol';
  return marked.has(value) || isOfSendableClass(value);
}

/** Throws when a value may not stand in a sendable container. */
export function checkSendable(value: unknown): void {
  if (!isSendable(value)) throw new BusinessError(401, 'Parameter error. Only accept sendable value.');
}

/** Who uses a container: code that changes it while a callback of it runs is an error, as between threads. */
export class Guard {
  readers = 0;
  isWriting = false;

  read<T>(run: () => T): T {
    if (this.isWriting) throw modified();
    this.readers++;
    try {
      return run();
    } finally {
      this.readers--;
    }
  }

  write<T>(run: () => T): T {
    if (this.isWriting || this.readers > 0) throw modified();
    this.isWriting = true;
    try {
      return run();
    } finally {
      this.isWriting = false;
    }
  }
}

function modified(): BusinessError {
  return new BusinessError(10200201, 'Concurrent modification error.');
}
