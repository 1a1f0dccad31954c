/** The containers of `@ohos.util.*`. */
import { BusinessError } from './business-error.ts';

/** Code of an index that is out of range. */
const outOfRange = 10200001;
/** Code of a container that has nothing to give. */
const isEmptyCode = 10200010;

/** Throws the documented error of an index that is not in a container of `length` elements. */
export function checkIndex(index: number, length: number): void {
  if (Number.isInteger(index) && index >= 0 && index < length) return;
  throw new BusinessError(
    outOfRange,
    `The value of "index" is out of range. It must be >= 0 && <= ${length - 1}. Received value is: ${index}`,
  );
}

/** Throws the documented error of an empty container. */
export function checkFilled(length: number): void {
  if (length === 0) throw new BusinessError(isEmptyCode, 'Container is empty');
}

/** What the containers in a row have in common. `items` holds them. */
export class Row<T> {
  items: T[] = [];

  get length(): number {
    return this.items.length;
  }

  has(value: T): boolean {
    return this.items.includes(value);
  }

  isEmpty(): boolean {
    return this.items.length === 0;
  }

  clear(): void {
    this.items = [];
  }

  forEach(call: (value: T, index: number, container: this) => void, self?: object): void {
    this.items.forEach((value, index) => call.call(self, value, index, this));
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }
}

/** `ArrayList` and `Vector`. */
export class ArrayList<T> extends Row<T> {
  add(value: T): boolean {
    this.items.push(value);
    return true;
  }

  insert(value: T, index: number): void {
    checkIndex(index, this.items.length + 1);
    this.items.splice(index, 0, value);
  }

  getIndexOf(value: T): number {
    return this.items.indexOf(value);
  }

  getLastIndexOf(value: T): number {
    return this.items.lastIndexOf(value);
  }

  get(index: number): T {
    checkIndex(index, this.items.length);
    return this.items[index] as T;
  }

  set(index: number, value: T): T {
    checkIndex(index, this.items.length);
    return (this.items[index] = value);
  }

  getFirst(): T | undefined {
    return this.items[0];
  }

  getLast(): T | undefined {
    return this.items.at(-1);
  }

  remove(value: T): boolean {
    const index = this.items.indexOf(value);
    if (index >= 0) this.items.splice(index, 1);
    return index >= 0;
  }

  removeByIndex(index: number): T {
    checkIndex(index, this.items.length);
    return this.items.splice(index, 1)[0] as T;
  }

  sort(compare?: (left: T, right: T) => number): void {
    this.items.sort(compare);
  }

  subArrayList(from: number, to: number): ArrayList<T> {
    const part = new ArrayList<T>();
    part.items = this.items.slice(from, to);
    return part;
  }

  replaceAllElements(call: (value: T, index?: number) => T): void {
    this.items = this.items.map((value, index) => call(value, index));
  }

  clone(): ArrayList<T> {
    return this.subArrayList(0, this.items.length);
  }

  convertToArray(): T[] {
    return [...this.items];
  }
}

export class Stack<T> extends Row<T> {
  push(value: T): T {
    this.items.push(value);
    return value;
  }

  pop(): T {
    checkFilled(this.items.length);
    return this.items.pop() as T;
  }

  peek(): T | undefined {
    return this.items.at(-1);
  }

  /** Place of a value from the bottom; -1 when it is not there. */
  locate(value: T): number {
    return this.items.indexOf(value);
  }
}

export class Queue<T> extends Row<T> {
  add(value: T): boolean {
    this.items.push(value);
    return true;
  }

  pop(): T | undefined {
    return this.items.shift();
  }

  getFirst(): T | undefined {
    return this.items[0];
  }
}

export class Deque<T> extends Queue<T> {
  insertFront(value: T): void {
    this.items.unshift(value);
  }

  insertEnd(value: T): void {
    this.items.push(value);
  }

  getLast(): T | undefined {
    return this.items.at(-1);
  }

  popFirst(): T | undefined {
    return this.items.shift();
  }

  popLast(): T | undefined {
    return this.items.pop();
  }
}

export class HashMap<K, V> {
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
    return [...this.map.values()].includes(value);
  }

  get(key: K): V | undefined {
    return this.map.get(key);
  }

  set(key: K, value: V): this {
    this.map.set(key, value);
    return this;
  }

  setAll(other: HashMap<K, V>): void {
    other.forEach((value, key) => this.map.set(key, value));
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
    this.map.forEach((value, key) => call.call(self, value, key, this));
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.map[Symbol.iterator]();
  }
}

export class HashSet<T> {
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
    this.set.forEach((value) => call.call(self, value, value, this));
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.set[Symbol.iterator]();
  }
}
