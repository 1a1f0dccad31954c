/** A list that is linked in both directions. */
declare class LinkedList<T> {
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
  forEach(callbackFn: (value: T, index?: number, list?: LinkedList<T>) => void, thisArg?: Object): void;
  clear(): void;
  convertToArray(): Array<T>;
  [Symbol.iterator](): IterableIterator<T>;
  addFirst(element: T): void;
  insert(index: number, element: T): void;
  removeFirst(): T;
  removeLast(): T;
  removeFirstFound(element: T): boolean;
  removeLastFound(element: T): boolean;
  clone(): LinkedList<T>;
}

export default LinkedList;
