/** What the containers of `@ohos.util.*` are made of. */
import { checkCall } from './container-checks.ts';

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
