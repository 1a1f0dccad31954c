/** `@ohos.util.HashMap` and `@ohos.util.HashSet`. */
import { checkCall, contract, typeFault } from './container-checks.ts';

class DeviceHashMap<K, V> {
  readonly map = new Map<K, V>();

  get length(): number {
    return this.map.size;
  }

  isEmpty(): boolean {
    return this.map.size === 0;
  }

  hasKey(key: K): boolean {
    return this.map.has(key);
  }

  hasValue(value: V): boolean {
    return [...this.map.values()].some((known) => Object.is(known, value) || known === value);
  }

  get(key: K): V | undefined {
    return this.map.get(key);
  }

  set(key: K, value: V): this {
    this.map.set(key, value);
    return this;
  }

  setAll(other: DeviceHashMap<K, V>): void {
    if (!(other instanceof DeviceHashMap)) throw typeFault('map', 'HashMap', other);
    other.map.forEach((value, key) => this.map.set(key, value));
  }

  /** Returns the value that was removed. */
  remove(key: K): V | undefined {
    const value = this.map.get(key);
    this.map.delete(key);
    return value;
  }

  replace(key: K, value: V): boolean {
    const known = this.map.has(key);
    if (known) this.map.set(key, value);
    return known;
  }

  clear(): void {
    this.map.clear();
  }

  keys(): IterableIterator<K> {
    return this.map.keys();
  }

  values(): IterableIterator<V> {
    return this.map.values();
  }

  entries(): IterableIterator<[K, V]> {
    return this.map.entries();
  }

  forEach(call: (value: V, key: K, map: this) => void, self?: object): void {
    checkCall('callbackfn', call);
    this.map.forEach((value, key) => call.call(self, value, key, this));
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.map[Symbol.iterator]();
  }
}

class DeviceHashSet<T> {
  readonly set = new Set<T>();

  get length(): number {
    return this.set.size;
  }

  isEmpty(): boolean {
    return this.set.size === 0;
  }

  has(value: T): boolean {
    return this.set.has(value);
  }

  /** False when the value was there already. */
  add(value: T): boolean {
    const fresh = !this.set.has(value);
    this.set.add(value);
    return fresh;
  }

  remove(value: T): boolean {
    return this.set.delete(value);
  }

  clear(): void {
    this.set.clear();
  }

  values(): IterableIterator<T> {
    return this.set.values();
  }

  entries(): IterableIterator<[T, T]> {
    return this.set.entries();
  }

  forEach(call: (value: T, key: T, set: this) => void, self?: object): void {
    checkCall('callbackfn', call);
    this.set.forEach((value) => call.call(self, value, value, this));
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.set[Symbol.iterator]();
  }
}

export const HashMap: typeof DeviceHashMap = contract('HashMap', DeviceHashMap);
export const HashSet: typeof DeviceHashSet = contract('HashSet', DeviceHashSet);
