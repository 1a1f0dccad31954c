/** `@ohos.util.ArrayList` and the older `@ohos.util.Vector`. */
import { checkCall, checkIndex, checkNumber, checkOptionalCall, checkPart, contract } from './container-checks.ts';
import { IndexedRow } from './containers.ts';

/** Room of a new container. */
const firstCapacity = 10;

/** What both have: elements by index, and a capacity that is larger than the number of elements. */
abstract class Growing<T> extends IndexedRow<T> {
  room = firstCapacity;

  /** The capacity after `room` is used up. */
  abstract grown(room: number): number;

  override add(value: T): boolean {
    super.add(value);
    this.makeRoom();
    return true;
  }

  insert(value: T, index: number): void {
    checkIndex(index, this.items.length + 1);
    this.items.splice(index, 0, value);
    this.makeRoom();
  }

  removeByRange(from: number, to: number): void {
    checkPart(from, to, this.items.length);
    this.items.splice(from, to - from);
  }

  sort(compare?: (left: T, right: T) => number): void {
    checkOptionalCall('comparator', compare);
    this.items.sort(compare);
  }

  replaceAllElements(call: (value: T, index?: number, container?: this) => T, self?: object): void {
    checkCall('callbackfn', call);
    this.items.forEach((value, index) => (this.items[index] = call.call(self, value, index, this)));
  }

  getCapacity(): number {
    return this.room;
  }

  increaseCapacityTo(capacity: number): void {
    checkNumber('newCapacity', capacity);
    if (capacity > this.room) this.room = Math.trunc(capacity);
  }

  trimToCurrentLength(): void {
    this.room = this.items.length;
  }

  makeRoom(): void {
    while (this.room < this.items.length) this.room = this.grown(this.room);
  }
}

class DeviceArrayList<T> extends Growing<T> {
  override grown(room: number): number {
    return Math.max(room + Math.trunc(room / 2), room + 1);
  }

  getFirst(): T | undefined {
    return this.items[0];
  }

  getLast(): T | undefined {
    return this.items.at(-1);
  }

  subArrayList(from: number, to: number): DeviceArrayList<T> {
    checkPart(from, to, this.items.length);
    return filled(new ArrayList<T>(), this.items.slice(from, to));
  }

  clone(): DeviceArrayList<T> {
    return filled(new ArrayList<T>(), [...this.items]);
  }
}

class DeviceVector<T> extends Growing<T> {
  override grown(room: number): number {
    return Math.max(room * 2, 1);
  }

  getFirstElement(): T | undefined {
    return this.items[0];
  }

  getLastElement(): T | undefined {
    return this.items.at(-1);
  }

  /** The first place of a value at or after an index; -1 when there is none. */
  getIndexFrom(value: T, index: number): number {
    checkIndex(index, this.items.length);
    return this.items.indexOf(value, index);
  }

  /** The last place of a value at or before an index. */
  getLastIndexFrom(value: T, index: number): number {
    checkIndex(index, this.items.length);
    return this.items.lastIndexOf(value, index);
  }

  /** Cuts off elements, or fills up with undefined. */
  setLength(length: number): void {
    checkNumber('newSize', length);
    const before = this.items.length;
    this.items.length = Math.max(0, Math.trunc(length));
    if (length > before) this.items.fill(undefined as T, before);
    this.makeRoom();
  }

  subVector(from: number, to: number): DeviceVector<T> {
    checkPart(from, to, this.items.length);
    return filled(new Vector<T>(), this.items.slice(from, to));
  }

  clone(): DeviceVector<T> {
    return filled(new Vector<T>(), [...this.items]);
  }

  copyToArray(array: T[]): void {
    this.items.forEach((value, index) => (array[index] = value));
  }

  override toString(): string {
    return this.items.join(',');
  }
}

function filled<T, C extends Growing<T>>(container: C, items: T[]): C {
  container.items = items;
  container.makeRoom();
  return container;
}

export const ArrayList: typeof DeviceArrayList = contract('ArrayList', DeviceArrayList);
export const Vector: typeof DeviceVector = contract('Vector', DeviceVector);
