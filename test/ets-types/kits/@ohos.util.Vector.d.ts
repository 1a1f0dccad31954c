/** A row that grows; ArrayList takes its place. */
declare class Vector<T> {
  constructor();
  readonly length: number;
  [index: number]: T;
  add(element: T): boolean;
  insert(element: T, index: number): void;
  has(element: T): boolean;
  getIndexOf(element: T): number;
  getLastIndexOf(element: T): number;
  removeByIndex(index: number): T;
  remove(element: T): boolean;
  removeByRange(fromIndex: number, toIndex: number): void;
  replaceAllElements(callbackFn: (value: T, index?: number, list?: Vector<T>) => T, thisArg?: Object): void;
  forEach(callbackFn: (value: T, index?: number, list?: Vector<T>) => void, thisArg?: Object): void;
  sort(comparator?: (firstValue: T, secondValue: T) => number): void;
  clear(): void;
  clone(): Vector<T>;
  getCapacity(): number;
  increaseCapacityTo(newCapacity: number): void;
  trimToCurrentLength(): void;
  convertToArray(): Array<T>;
  isEmpty(): boolean;
  [Symbol.iterator](): IterableIterator<T>;
  get(index: number): T;
  set(index: number, element: T): T;
  setLength(newSize: number): void;
  getFirstElement(): T;
  getLastElement(): T;
  getIndexFrom(element: T, index: number): number;
  getLastIndexFrom(element: T, index: number): number;
  subVector(fromIndex: number, toIndex: number): Vector<T>;
  copyToArray(array: Array<T>): void;
  toString(): string;
}

export default Vector;
