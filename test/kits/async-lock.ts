/** `ArkTSUtils.locks`: locks that all threads of the process share, by their name or by being handed over. */
import { locks as engineLocks, threadId } from 'node:worker_threads';
import { BusinessError, parameterError } from './business-error.ts';
import { carriers } from './sendable-carriers.ts';
import { sendable } from './sendable-classes.ts';

export const AsyncLockMode = { SHARED: 1, EXCLUSIVE: 2 } as const;

/** The caller sets `aborted`; a request that is granted after that is given up. */
interface Signal {
  aborted: boolean;
  reason: unknown;
}

export class AsyncLockOptions {
  /** Give up instead of waiting. */
  isAvailable = false;
  signal: Signal | null = null;
  /** Milliseconds; 0 for any time. */
  timeout = 0;
}

/** One who holds a lock or waits for it. */
export class AsyncLockInfo {
  name: string;
  mode: number;
  contextId: number;

  constructor(name: string, mode: number, contextId: number) {
    this.name = name;
    this.mode = mode;
    this.contextId = contextId;
  }
}

export class AsyncLockState {
  name: string;
  held: AsyncLockInfo[];
  pending: AsyncLockInfo[];

  constructor(name: string, held: AsyncLockInfo[], pending: AsyncLockInfo[]) {
    this.name = name;
    this.held = held;
    this.pending = pending;
  }
}

interface Uses {
  held: Set<AsyncLockInfo>;
  pending: Set<AsyncLockInfo>;
}

/** Locks of this thread by their key. */
const known = new Map<string, { lock: AsyncLock; uses: Uses }>();
let unnamed = 0;

function usesOf(lock: AsyncLock): Uses {
  const entry = known.get(lock.key) ?? { lock, uses: { held: new Set(), pending: new Set() } };
  known.set(lock.key, entry);
  return entry.uses;
}

export class AsyncLock {
  readonly name: string;
  /** The same in all threads. */
  declare readonly key: string;

  constructor(name?: string, key?: string) {
    this.name = name ?? `anonymousLock${threadId}-${++unnamed}`;
    // Not among the fields that code sees.
    Object.defineProperty(this, 'key', { value: key ?? `arkhost:anonymous:${this.name}` });
    Object.freeze(this);
  }

  static request(name: string): AsyncLock {
    if (typeof name !== 'string') throw parameterError('The type of name must be string.');
    const key = keyOf(name);
    const lock = known.get(key)?.lock ?? new AsyncLock(name, key);
    usesOf(lock);
    return lock;
  }

  static query(name: string): AsyncLockState {
    if (typeof name !== 'string') throw parameterError('The type of name must be string.');
    const entry = known.get(keyOf(name));
    if (entry === undefined) throw new BusinessError(10200030, 'The lock does not exist.');
    return stateOf(entry);
  }

  static queryAll(): AsyncLockState[] {
    return [...known.values()].map(stateOf);
  }

  /** Runs a callback under the lock. The promise is settled as that of the callback. */
  lockAsync(
    callback: () => unknown,
    mode: number = AsyncLockMode.EXCLUSIVE,
    options: AsyncLockOptions = new AsyncLockOptions(),
  ): Promise<unknown> {
    if (typeof callback !== 'function') throw parameterError('The type of callback must be function.');
    if (mode !== AsyncLockMode.SHARED && mode !== AsyncLockMode.EXCLUSIVE) {
      throw parameterError('The value of mode must be an AsyncLockMode.');
    }
    if (typeof options !== 'object' || options === null) throw parameterError('The type of options must be object.');
    return this.wait(callback, mode, options);
  }

  async wait(callback: () => unknown, mode: number, options: AsyncLockOptions): Promise<unknown> {
    const { isAvailable = false, signal = null, timeout = 0 } = options;
    if (signal?.aborted === true) throw signal.reason;
    const { held, pending } = usesOf(this);
    const info = new AsyncLockInfo(this.name, mode, threadId);
    pending.add(info);
    const stop = new AbortController();
    const late = (): void => stop.abort(new BusinessError(10200031, 'Timeout exceeded.'));
    const timer = timeout > 0 && !isAvailable ? setTimeout(late, timeout) : undefined;
    const engineMode = mode === AsyncLockMode.SHARED ? 'shared' : 'exclusive';
    // The engine takes one of the two.
    const how = isAvailable ? { ifAvailable: true } : { signal: stop.signal };
    try {
      return await engineLocks.request(this.key, { mode: engineMode, ...how }, async (granted) => {
        clearTimeout(timer);
        pending.delete(info);
        // Neither an error nor a reason is known for a lock that is not available.
        if (granted === null) throw undefined;
        if (signal?.aborted === true) throw signal.reason;
        held.add(info);
        try {
          return await callback();
        } finally {
          held.delete(info);
        }
      });
    } finally {
      clearTimeout(timer);
      pending.delete(info);
    }
  }
}

function keyOf(name: string): string {
  return `arkhost:named:${name}`;
}

function stateOf({ lock, uses }: { lock: AsyncLock; uses: Uses }): AsyncLockState {
  return new AsyncLockState(lock.name, [...uses.held], [...uses.pending]);
}

sendable(AsyncLock);
carriers.add({
  module: 'async-lock',
  kind: 'AsyncLock',
  take: (value) => (value instanceof AsyncLock ? { name: value.name, key: value.key } : undefined),
  make: ({ name, key }: { name: string; key: string }) => {
    const lock = known.get(key)?.lock ?? new AsyncLock(name, key);
    usesOf(lock);
    return lock;
  },
});
