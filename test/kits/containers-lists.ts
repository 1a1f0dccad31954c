/** `@ohos.util.List` and `@ohos.util.LinkedList`. */
import { BusinessError } from './business-error.ts';
import { checkCall, checkFilled, checkIndex, checkPart, contract } from './container-checks.ts';
import { IndexedRow } from './containers.ts';

/** What both lists have. */
class Linked<T> extends IndexedRow<T> {
  getFirst(): T | undefined {
    return this.items[0];
  }

  getLast(): T | undefined {
    return this.items.at(-1);
  }
}

/** Linked in one direction. */
class DeviceList<T> extends Linked<T> {
  insert(value: T, index: number): void {
    checkIndex(index, this.items.length + 1);
    this.items.splice(index, 0, value);
  }

  /** True for a list with the same elements in the same order. */
  equal(other: unknown): boolean {
    if (!(other instanceof DeviceList) || other.length !== this.length) return false;
    return this.items.every((value, index) => value === other.items[index]);
  }

  sort(compare: (left: T, right: T) => number): void {
    checkCall('comparator', compare);
    this.items.sort(compare);
  }

  replaceAllElements(call: (value: T, index?: number, list?: this) => T, self?: object): void {
    checkCall('callbackfn', call);
    this.items = this.items.map((value, index) => call.call(self, value, index, this));
  }

  getSubList(from: number, to: number): DeviceList<T> {
    checkPart(from, to, this.items.length);
    const part = new List<T>();
    part.items = this.items.slice(from, to);
    return part;
  }
}

/** Linked in both directions. */
class DeviceLinkedList<T> extends Linked<T> {
  addFirst(value: T): void {
    this.items.unshift(value);
  }

  insert(index: number, value: T): void {
    checkIndex(index, this.items.length + 1);
    this.items.splice(index, 0, value);
  }

  removeFirst(): T {
    checkFilled(this.items.length);
    return this.items.shift() as T;
  }

  removeLast(): T {
    checkFilled(this.items.length);
    return this.items.pop() as T;
  }

  removeFirstFound(value: T): boolean {
    return this.#removeAt(this.items.indexOf(value));
  }

  removeLastFound(value: T): boolean {
    return this.#removeAt(this.items.lastIndexOf(value));
  }

  clone(): DeviceLinkedList<T> {
    const copy = new LinkedList<T>();
    copy.items = [...this.items];
    return copy;
  }

  #removeAt(index: number): boolean {
    checkFilled(this.items.length);
    if (index < 0) throw new BusinessError(10200017, 'The element does not exist in this container');
    this.items.splice(index, 1);
    return true;
  }
}

export const List: typeof DeviceList = contract('List', DeviceList);
export const LinkedList: typeof DeviceLinkedList = contract('LinkedList', DeviceLinkedList);
