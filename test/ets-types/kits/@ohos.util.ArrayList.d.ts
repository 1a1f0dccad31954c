/** A row that grows. */
declare class ArrayList<T> {
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
  replaceAllElements(callbackFn: (value: T, index?: number, list?: ArrayList<T>) => T, thisArg?: Object): void;
  forEach(callbackFn: (value: T, index?: number, list?: ArrayList<T>) => void, thisArg?: Object): void;
  sort(comparator?: (firstValue: T, secondValue: T) => number): void;
  clear(): void;
  clone(): ArrayList<T>;
  getCapacity(): number;
  increaseCapacityTo(newCapacity: number): void;
  trimToCurrentLength(): void;
  convertToArray(): Array<T>;
  isEmpty(): boolean;
  [Symbol.iterator](): IterableIterator<T>;
  subArrayList(fromIndex: number, toIndex: number): ArrayList<T>;
}

export default ArrayList;
