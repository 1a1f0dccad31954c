/** `util.LRUCache`, known as `LruBuffer` before API 9: keeps the entries that were used last. */
import { parameterError } from './business-error.ts';

const usualCapacity = 64;
const largestCapacity = 2147483647;

function checkCapacity(capacity: unknown): asserts capacity is number {
  if (typeof capacity !== 'number') throw parameterError(`The type of ${String(capacity)} must be number.`);
  if (capacity > 0 && capacity <= largestCapacity) return;
  throw parameterError(`The value of capacity must be > 0 and <= ${largestCapacity}. Received value is: ${capacity}`);
}

function checkThere(name: string, value: unknown): void {
  if (value === undefined || value === null) throw parameterError(`The ${name} must not be ${String(value)}.`);
}

export class LRUCache<K, V> {
  readonly cache = new Map<K, V>();
  capacity: number;
  creations = 0;
  misses = 0;
  removals = 0;
  matches = 0;
  puts = 0;

  constructor(capacity: number = usualCapacity) {
    checkCapacity(capacity);
    this.capacity = Math.trunc(capacity);
  }

  get length(): number {
    return this.cache.size;
  }

  /** A key that is not there gets the value of `createDefault`. */
  get(key: K): V | undefined {
    checkThere('key', key);
    if (this.cache.has(key)) return this.use(key);
    this.misses++;
    const created = this.createDefault(key);
    if (created === undefined) return undefined;
    this.creations++;
    const before = this.put(key, created);
    if (before === undefined) return created;
    // createDefault has put a value itself, which stays.
    this.put(key, before);
    return before;
  }

  /** Returns the value that the key had before. */
  put(key: K, value: V): V | undefined {
    checkThere('key', key);
    checkThere('value', value);
    this.puts++;
    const before = this.cache.get(key);
    const known = this.cache.delete(key);
    this.cache.set(key, value);
    if (known) this.afterRemoval(false, key, before as V, value);
    this.shrink(this.capacity);
    return before;
  }

  contains(key: K): boolean {
    checkThere('key', key);
    const known = this.cache.has(key);
    if (known) this.use(key);
    else this.misses++;
    return known;
  }

  remove(key: K): V | undefined {
    checkThere('key', key);
    if (!this.cache.has(key)) return undefined;
    const before = this.cache.get(key) as V;
    this.cache.delete(key);
    this.removals++;
    this.afterRemoval(false, key, before, null);
    return before;
  }

  updateCapacity(capacity: number): void {
    checkCapacity(capacity);
    this.capacity = Math.trunc(capacity);
    this.shrink(this.capacity);
  }

  clear(): void {
    this.shrink(0);
  }

  getCapacity(): number {
    return this.capacity;
  }

  getCreateCount(): number {
    return this.creations;
  }

  getMissCount(): number {
    return this.misses;
  }

  getRemovalCount(): number {
    return this.removals;
  }

  getMatchCount(): number {
    return this.matches;
  }

  getPutCount(): number {
    return this.puts;
  }

  isEmpty(): boolean {
    return this.cache.size === 0;
  }

  /** From the one that was used longest ago. */
  keys(): K[] {
    return [...this.cache.keys()];
  }

  values(): V[] {
    return [...this.cache.values()];
  }

  entries(): IterableIterator<[K, V]> {
    return this.cache.entries();
  }

  /** For subclasses: the value of a key that is not there. */
  createDefault(_key: K): V | undefined {
    return undefined;
  }

  /** For subclasses: an entry has gone, or has another value. `isEvict` says that there was no room for it. */
  afterRemoval(_isEvict: boolean, _key: K, _value: V, _newValue: V | null): void {}

  toString(): string {
    const all = this.matches + this.misses;
    const rate = all === 0 ? 0 : Math.trunc((100 * this.matches) / all);
    return `LRUCache[ maxSize = ${this.capacity}, hits = ${this.matches}, misses = ${this.misses}, hitRate = ${rate}% ]`;
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.cache[Symbol.iterator]();
  }

  use(key: K): V {
    const value = this.cache.get(key) as V;
    this.matches++;
    this.cache.delete(key);
    this.cache.set(key, value);
    return value;
  }

  shrink(capacity: number): void {
    for (const [key, value] of this.cache) {
      if (this.cache.size <= capacity) return;
      this.cache.delete(key);
      this.removals++;
      this.afterRemoval(true, key, value, null);
    }
  }
}
