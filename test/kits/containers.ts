/** What the containers of `@ohos.util.*` are made of. */
import { checkCall, checkIndex } from './container-checks.ts';
import { answerIndexes } from './indexed.ts';

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
    checkCall('callbackfn', call);
    this.items.forEach((value, index) => call.call(self, value, index, this));
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }
}

/** A row whose elements have indexes: an array or a list. */
export class IndexedRow<T> extends Row<T> {
  add(value: T): boolean {
    this.items.push(value);
    return true;
  }

  get(index: number): T {
    checkIndex(index, this.items.length);
    return this.items[index] as T;
  }

  set(index: number, value: T): T {
    checkIndex(index, this.items.length);
    return (this.items[index] = value);
  }

  getIndexOf(value: T): number {
    return this.items.indexOf(value);
  }

  getLastIndexOf(value: T): number {
    return this.items.lastIndexOf(value);
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

  convertToArray(): T[] {
    return [...this.items];
  }

  elementAt(index: number): T {
    return this.get(index);
  }

  setElementAt(index: number, value: unknown): void {
    this.set(index, value as T);
  }
}
answerIndexes(IndexedRow);
