/** A list that is linked in one direction. */
declare class List<T> {
  constructor();
  readonly length: number;
  [index: number]: T;
  add(element: T): boolean;
  has(element: T): boolean;
  get(index: number): T;
  set(index: number, element: T): T;
  getIndexOf(element: T): number;
  getLastIndexOf(element: T): number;
  getFirst(): T;
  getLast(): T;
  remove(element: T): boolean;
  removeByIndex(index: number): T;
  forEach(callbackFn: (value: T, index?: number, list?: List<T>) => void, thisArg?: Object): void;
  clear(): void;
  convertToArray(): Array<T>;
  isEmpty(): boolean;
  [Symbol.iterator](): IterableIterator<T>;
  insert(element: T, index: number): void;
  equal(obj: Object): boolean;
  sort(comparator: (firstValue: T, secondValue: T) => number): void;
  getSubList(fromIndex: number, toIndex: number): List<T>;
  replaceAllElements(callbackFn: (value: T, index?: number, list?: List<T>) => T, thisArg?: Object): void;
}

export default List;
