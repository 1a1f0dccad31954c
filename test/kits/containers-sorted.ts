/** `@ohos.util.TreeMap`, `@ohos.util.TreeSet` and `@ohos.util.PlainArray`: containers that keep an order. */
import {
  checkCall,
  checkFilled,
  checkIndex,
  checkNumber,
  checkOptionalCall,
  contract,
  typeFault,
} from './container-checks.ts';

type Compare<K> = (left: K, right: K) => number;

function usual<K>(left: K, right: K): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Pairs in the order of their keys. */
class Pairs<K, V> {
  readonly compare: Compare<K>;
  entries: [K, V][] = [];

  constructor(compare?: Compare<K> | null) {
    checkOptionalCall('comparefn', compare);
    this.compare = compare ?? usual;
  }

  /** Place of the first key that is not before `key`, and whether it is `key`. */
  find(key: K): { index: number; found: boolean } {
    let low = 0;
    for (let high = this.entries.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (this.compare((this.entries[middle] as [K, V])[0], key) < 0) low = middle + 1;
      else high = middle;
    }
    const entry = this.entries[low];
    return { index: low, found: entry !== undefined && this.compare(entry[0], key) === 0 };
  }

  get(key: K): V | undefined {
    const { index, found } = this.find(key);
    return found ? this.entries[index]?.[1] : undefined;
  }

  set(key: K, value: V): void {
    const { index, found } = this.find(key);
    this.entries.splice(index, found ? 1 : 0, [key, value]);
  }

  remove(key: K): V | undefined {
    const { index, found } = this.find(key);
    return found ? this.entries.splice(index, 1)[0]?.[1] : undefined;
  }

  /** The last key before `key`. */
  lower(key: K): K | undefined {
    return this.entries[this.find(key).index - 1]?.[0];
  }

  /** The first key after `key`. */
  higher(key: K): K | undefined {
    const { index, found } = this.find(key);
    return this.entries[found ? index + 1 : index]?.[0];
  }
}

class DeviceTreeMap<K, V> {
  readonly pairs: Pairs<K, V>;

  constructor(compare?: Compare<K>) {
    this.pairs = new Pairs(compare);
  }

  get length(): number {
    return this.pairs.entries.length;
  }

  isEmpty(): boolean {
    return this.length === 0;
  }

  hasKey(key: K): boolean {
    return this.pairs.find(key).found;
  }

  hasValue(value: V): boolean {
    return this.pairs.entries.some((entry) => entry[1] === value);
  }

  get(key: K): V | undefined {
    return this.pairs.get(key);
  }

  set(key: K, value: V): this {
    this.pairs.set(key, value);
    return this;
  }

  setAll(map: DeviceTreeMap<K, V>): void {
    if (!(map instanceof DeviceTreeMap)) throw typeFault('map', 'TreeMap', map);
    for (const [key, value] of map) this.set(key, value);
  }

  remove(key: K): V | undefined {
    return this.pairs.remove(key);
  }

  /** Gives an existing key another value; false when the key does not exist. */
  replace(key: K, value: V): boolean {
    const known = this.hasKey(key);
    if (known) this.set(key, value);
    return known;
  }

  getFirstKey(): K | undefined {
    return this.pairs.entries[0]?.[0];
  }

  getLastKey(): K | undefined {
    return this.pairs.entries.at(-1)?.[0];
  }

  getLowerKey(key: K): K | undefined {
    return this.pairs.lower(key);
  }

  getHigherKey(key: K): K | undefined {
    return this.pairs.higher(key);
  }

  keys(): IterableIterator<K> {
    return this.pairs.entries.map(([key]) => key).values();
  }

  values(): IterableIterator<V> {
    return this.pairs.entries.map(([, value]) => value).values();
  }

  entries(): IterableIterator<[K, V]> {
    return this.pairs.entries.map(([key, value]): [K, V] => [key, value]).values();
  }

  forEach(call: (value: V, key: K, map: DeviceTreeMap<K, V>) => void, self?: object): void {
    checkCall('callbackfn', call);
    for (const [key, value] of this) call.call(self, value, key, this);
  }

  clear(): void {
    this.pairs.entries = [];
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.entries();
  }
}

class DeviceTreeSet<T> {
  readonly pairs: Pairs<T, true>;

  constructor(compare?: Compare<T>) {
    this.pairs = new Pairs(compare);
  }

  get length(): number {
    return this.pairs.entries.length;
  }

  isEmpty(): boolean {
    return this.length === 0;
  }

  has(value: T): boolean {
    return this.pairs.find(value).found;
  }

  /** False when it is there already. */
  add(value: T): boolean {
    if (this.has(value)) return false;
    this.pairs.set(value, true);
    return true;
  }

  remove(value: T): boolean {
    return this.pairs.remove(value) === true;
  }

  getFirstValue(): T | undefined {
    return this.pairs.entries[0]?.[0];
  }

  getLastValue(): T | undefined {
    return this.pairs.entries.at(-1)?.[0];
  }

  getLowerValue(value: T): T | undefined {
    return this.pairs.lower(value);
  }

  getHigherValue(value: T): T | undefined {
    return this.pairs.higher(value);
  }

  popFirst(): T {
    checkFilled(this.length);
    return (this.pairs.entries.shift() as [T, true])[0];
  }

  popLast(): T {
    checkFilled(this.length);
    return (this.pairs.entries.pop() as [T, true])[0];
  }

  values(): IterableIterator<T> {
    return this.pairs.entries.map(([value]) => value).values();
  }

  entries(): IterableIterator<[T, T]> {
    return this.pairs.entries.map(([value]): [T, T] => [value, value]).values();
  }

  forEach(call: (value: T, key: T, set: DeviceTreeSet<T>) => void, self?: object): void {
    checkCall('callbackfn', call);
    for (const value of this) call.call(self, value, value, this);
  }

  clear(): void {
    this.pairs.entries = [];
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.values();
  }
}

/** Values by whole numbers, in their order. */
class DevicePlainArray<T> {
  readonly pairs = new Pairs<number, T>();

  get length(): number {
    return this.pairs.entries.length;
  }

  isEmpty(): boolean {
    return this.length === 0;
  }

  has(key: number): boolean {
    checkNumber('key', key);
    return this.pairs.find(key).found;
  }

  add(key: number, value: T): void {
    checkNumber('key', key);
    this.pairs.set(key, value);
  }

  get(key: number): T | undefined {
    checkNumber('key', key);
    return this.pairs.get(key);
  }

  /** -1 when the key is not there, as the next. */
  getIndexOfKey(key: number): number {
    checkNumber('key', key);
    const { index, found } = this.pairs.find(key);
    return found ? index : -1;
  }

  getIndexOfValue(value: T): number {
    return this.pairs.entries.findIndex((entry) => entry[1] === value);
  }

  /** -1 for an index that does not exist. */
  getKeyAt(index: number): number {
    checkNumber('index', index);
    return this.pairs.entries[index]?.[0] ?? -1;
  }

  getValueAt(index: number): T {
    checkIndex(index, this.length);
    return (this.pairs.entries[index] as [number, T])[1];
  }

  setValueAt(index: number, value: T): void {
    checkIndex(index, this.length);
    (this.pairs.entries[index] as [number, T])[1] = value;
  }

  remove(key: number): T | undefined {
    checkNumber('key', key);
    return this.pairs.remove(key);
  }

  removeAt(index: number): T | undefined {
    checkNumber('index', index);
    return index < 0 ? undefined : this.pairs.entries.splice(index, 1)[0]?.[1];
  }

  /** Returns how many it removed. */
  removeRangeFrom(index: number, size: number): number {
    checkIndex(index, this.length);
    return this.pairs.entries.splice(index, size).length;
  }

  clone(): DevicePlainArray<T> {
    const copy = new PlainArray<T>();
    copy.pairs.entries = this.pairs.entries.map(([key, value]) => [key, value]);
    return copy;
  }

  toString(): string {
    return this.pairs.entries.map(([key, value]) => `${key}:${String(value)}`).join(',');
  }

  forEach(call: (value: T, index: number, array: DevicePlainArray<T>) => void, self?: object): void {
    checkCall('callbackfn', call);
    for (const [key, value] of [...this.pairs.entries]) call.call(self, value, key, this);
  }

  clear(): void {
    this.pairs.entries = [];
  }

  [Symbol.iterator](): IterableIterator<[number, T]> {
    return this.pairs.entries.map(([key, value]): [number, T] => [key, value]).values();
  }
}

export const TreeMap: typeof DeviceTreeMap = contract('TreeMap', DeviceTreeMap);
export const TreeSet: typeof DeviceTreeSet = contract('TreeSet', DeviceTreeSet);
export const PlainArray: typeof DevicePlainArray = contract('PlainArray', DevicePlainArray);
