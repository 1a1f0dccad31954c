/** `@ohos.util.LightWeightMap` and `@ohos.util.LightWeightSet`: two rows, kept in the order of the hashes of the keys. */
import { checkCall, checkIndex, checkNumber, contract, typeFault } from './container-checks.ts';

const firstCapacity = 8;
let lastObject = 0;
const objects = new WeakMap<object, number>();

/** Texts have the hash of a device, and whole numbers are their own; other values count up as they are met. */
function hashOf(key: unknown): number {
  if (typeof key === 'number' && Number.isInteger(key)) return key | 0;
  if ((typeof key === 'object' && key !== null) || typeof key === 'function') {
    const known = objects.get(key) ?? ++lastObject;
    objects.set(key, known);
    return known;
  }
  let hash = 0;
  const text = String(key);
  for (let place = 0; place < text.length; place++) hash = (Math.imul(hash, 31) + text.charCodeAt(place)) | 0;
  return hash;
}

function same(left: unknown, right: unknown): boolean {
  return left === right || Object.is(left, right);
}

/** Entries in order. */
class Hashed<K, V> {
  readonly rows: { hash: number; key: K; value: V }[] = [];
  room = firstCapacity;

  get length(): number {
    return this.rows.length;
  }

  /** The place of a key; `~place` where it would have to be when it is not there. */
  find(key: K): number {
    const hash = hashOf(key);
    let low = 0;
    for (let high = this.rows.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((this.rows[middle]?.hash ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    for (; this.rows[low]?.hash === hash; low++) if (same(this.rows[low]?.key, key)) return low;
    return ~low;
  }

  /** False when the key was there already; its value is another then. */
  put(key: K, value: V): boolean {
    const place = this.find(key);
    const row = this.rows[place];
    if (row !== undefined) row.value = value;
    else this.rows.splice(~place, 0, { hash: hashOf(key), key, value });
    while (this.room < this.rows.length) this.room *= 2;
    return row === undefined;
  }

  isEmpty(): boolean {
    return this.rows.length === 0;
  }

  increaseCapacityTo(capacity: number): void {
    checkNumber('minimumCapacity', capacity);
    if (capacity > this.room) this.room = Math.trunc(capacity);
  }

  /** True when there was such an index. */
  removeAt(index: number): boolean {
    checkNumber('index', index);
    return index >= 0 && this.rows.splice(index, 1).length > 0;
  }

  clear(): void {
    this.rows.length = 0;
  }
}

class DeviceLightWeightMap<K, V> extends Hashed<K, V> {
  hasAll(map: DeviceLightWeightMap<K, V>): boolean {
    if (!(map instanceof DeviceLightWeightMap)) throw typeFault('map', 'LightWeightMap', map);
    return map.rows.every(({ key, value }) => this.hasKey(key) && same(this.get(key), value));
  }

  hasKey(key: K): boolean {
    return this.find(key) >= 0;
  }

  hasValue(value: V): boolean {
    return this.getIndexOfValue(value) >= 0;
  }

  get(key: K): V | undefined {
    return this.rows[this.find(key)]?.value;
  }

  getIndexOfKey(key: K): number {
    return Math.max(this.find(key), -1);
  }

  getIndexOfValue(value: V): number {
    return this.rows.findIndex((row) => same(row.value, value));
  }

  getKeyAt(index: number): K {
    checkIndex(index, this.rows.length);
    return this.rows[index]?.key as K;
  }

  getValueAt(index: number): V {
    checkIndex(index, this.rows.length);
    return this.rows[index]?.value as V;
  }

  set(key: K, value: V): this {
    this.put(key, value);
    return this;
  }

  setAll(map: DeviceLightWeightMap<K, V>): void {
    if (!(map instanceof DeviceLightWeightMap)) throw typeFault('map', 'LightWeightMap', map);
    for (const { key, value } of [...map.rows]) this.put(key, value);
  }

  setValueAt(index: number, value: V): boolean {
    checkIndex(index, this.rows.length);
    const row = this.rows[index];
    if (row !== undefined) row.value = value;
    return true;
  }

  remove(key: K): V | undefined {
    const place = this.find(key);
    return place < 0 ? undefined : this.rows.splice(place, 1)[0]?.value;
  }

  keys(): IterableIterator<K> {
    return this.rows.map(({ key }) => key).values();
  }

  values(): IterableIterator<V> {
    return this.rows.map(({ value }) => value).values();
  }

  entries(): IterableIterator<[K, V]> {
    return this.rows.map(({ key, value }): [K, V] => [key, value]).values();
  }

  forEach(call: (value: V, key: K, map: this) => void, self?: object): void {
    checkCall('callbackfn', call);
    for (const { key, value } of [...this.rows]) call.call(self, value, key, this);
  }

  override toString(): string {
    return this.rows.map(({ key, value }) => `${String(key)}:${String(value)}`).join(',');
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.entries();
  }
}

class DeviceLightWeightSet<T> extends Hashed<T, T> {
  /** False when it was there already. */
  add(value: T): boolean {
    return this.put(value, value);
  }

  /** True when at least one was new. */
  addAll(set: DeviceLightWeightSet<T>): boolean {
    if (!(set instanceof DeviceLightWeightSet)) throw typeFault('set', 'LightWeightSet', set);
    return [...set.rows].filter(({ key }) => this.add(key)).length > 0;
  }

  hasAll(set: DeviceLightWeightSet<T>): boolean {
    if (!(set instanceof DeviceLightWeightSet)) throw typeFault('set', 'LightWeightSet', set);
    return set.rows.every(({ key }) => this.has(key));
  }

  has(value: T): boolean {
    return this.find(value) >= 0;
  }

  /** True for a set with the same elements. */
  equal(other: unknown): boolean {
    return other instanceof DeviceLightWeightSet && other.length === this.length && this.hasAll(other);
  }

  getIndexOf(value: T): number {
    return Math.max(this.find(value), -1);
  }

  getValueAt(index: number): T | undefined {
    checkNumber('index', index);
    return this.rows[index]?.key;
  }

  remove(value: T): T | undefined {
    const place = this.find(value);
    return place < 0 ? undefined : this.rows.splice(place, 1)[0]?.key;
  }

  values(): IterableIterator<T> {
    return this.rows.map(({ key }) => key).values();
  }

  entries(): IterableIterator<[T, T]> {
    return this.rows.map(({ key }): [T, T] => [key, key]).values();
  }

  forEach(call: (value: T, key: T, set: this) => void, self?: object): void {
    checkCall('callbackfn', call);
    for (const { key } of [...this.rows]) call.call(self, key, key, this);
  }

  toArray(): T[] {
    return this.rows.map(({ key }) => key);
  }

  override toString(): string {
    return this.rows.map(({ key }) => String(key)).join(',');
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.values();
  }
}

export const LightWeightMap: typeof DeviceLightWeightMap = contract('LightWeightMap', DeviceLightWeightMap);
export const LightWeightSet: typeof DeviceLightWeightSet = contract('LightWeightSet', DeviceLightWeightSet);
