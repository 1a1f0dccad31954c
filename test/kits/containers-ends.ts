/**
 * `@ohos.util.Stack`, `@ohos.util.Queue` and `@ohos.util.Deque`: containers that are used at their ends, which
 * give undefined when they are empty.
 */
import { contract } from './container-checks.ts';
import { Row } from './containers.ts';

class DeviceStack<T> extends Row<T> {
  push(value: T): T {
    this.items.push(value);
    return value;
  }

  pop(): T | undefined {
    return this.items.pop();
  }

  peek(): T | undefined {
    return this.items.at(-1);
  }

  /** Place of a value from the bottom; -1 when it is not there. */
  locate(value: T): number {
    return this.items.indexOf(value);
  }
}

class DeviceQueue<T> extends Row<T> {
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

class DeviceDeque<T> extends Row<T> {
  insertFront(value: T): void {
    this.items.unshift(value);
  }

  insertEnd(value: T): void {
    this.items.push(value);
  }

  getFirst(): T | undefined {
    return this.items[0];
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

export const Stack: typeof DeviceStack = contract('Stack', DeviceStack);
export const Queue: typeof DeviceQueue = contract('Queue', DeviceQueue);
export const Deque: typeof DeviceDeque = contract('Deque', DeviceDeque);
