/** `collections.Array`. */
import { BusinessError } from './business-error.ts';
import { contract } from './container-checks.ts';
import { Guard, checkSendable } from './sendable.ts';
import { carriers } from './sendable-carriers.ts';
import { sendable } from './sendable-classes.ts';

type Row = unknown[];
type Call = (...values: unknown[]) => unknown;
interface State {
  items: Row;
  guard: Guard;
}

const states = new WeakMap<object, State>();
const indexed = /^-?(?:0|[1-9]\d*)$/;

function stateOf(array: object): State {
  const state = states.get(array);
  if (state === undefined) throw new BusinessError(10200011, 'The method cannot be bound');
  return state;
}

/** The elements of a collections.Array; undefined for any other value. */
export function elementsOf(array: unknown): Row | undefined {
  return typeof array === 'object' && array !== null ? states.get(array)?.items : undefined;
}

/** Gives a new array its elements and its rules: no index beyond its end, nothing but sendable values, no fields. */
class Elements {
  constructor(items: Row) {
    items.forEach(checkSendable);
    const state: State = { items, guard: new Guard() };
    const proxy = new Proxy(items, handlerOf(state, new.target.prototype as object));
    states.set(proxy, state);
    return proxy as never;
  }
}

/** The elements stay an ordinary array; `prototype` is what the code under test sees. */
function handlerOf({ items, guard }: State, prototype: object): ProxyHandler<Row> {
  const isPlain = prototype === DeviceArray.prototype;
  const place = (key: string | symbol): number | undefined => {
    if (typeof key === 'symbol' || !indexed.test(key)) return undefined;
    const index = Number(key);
    if (index < 0 || index >= items.length) throw outOfRange();
    return index;
  };
  return {
    get(target, key, receiver) {
      const index = place(key);
      if (index !== undefined) return guard.read(() => items[index]);
      return (Object.hasOwn(target, key) ? Reflect.get(target, key) : Reflect.get(prototype, key, receiver)) as unknown;
    },
    set(_target, key, value, receiver) {
      const index = place(key);
      if (index !== undefined) {
        checkSendable(value);
        guard.write(() => (items[index] = value as unknown));
        return true;
      }
      return key === 'length' || isPlain ? false : Reflect.set(items, key, value, receiver);
    },
    // A class that extends the array may have fields; the array itself is sealed.
    defineProperty: (target, key, facts) =>
      !isPlain && place(key) === undefined && Reflect.defineProperty(target, key, facts),
    getPrototypeOf: () => prototype,
    deleteProperty: () => false,
    setPrototypeOf: () => false,
  };
}

function outOfRange(): BusinessError {
  return new BusinessError(10200001, 'The value of index is out of range.');
}

function lengthError(): BusinessError {
  return new BusinessError(401, 'Parameter error. Invalid array length.');
}

function checkLength(length: unknown): asserts length is number {
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || length > 0xffffffff) throw lengthError();
}

function checkCallable(call: unknown): asserts call is Call {
  if (typeof call !== 'function') throw new BusinessError(401, 'Parameter error. The callback must be callable.');
}

/** Before a row as the only argument: the elements of a call are limited by the stack. */
const whole = Symbol('elements');

class DeviceArray extends Elements {
  constructor(...items: Row) {
    super(items[0] === whole ? (items[1] as Row) : items);
  }

  static create(length: number, value: unknown): DeviceArray {
    checkLength(length);
    checkSendable(value);
    return made(globalThis.Array.from({ length }, () => value));
  }

  static from(values: ArrayLike<unknown> | Iterable<unknown>, map?: Call): DeviceArray {
    if (values === null || values === undefined) throw new BusinessError(401, 'Parameter error. Not array-like.');
    if (map !== undefined) checkCallable(map);
    return made(globalThis.Array.from(values as ArrayLike<unknown>, map as never));
  }

  static of(...items: Row): DeviceArray {
    return made(items);
  }

  static isArray(value: unknown): boolean {
    return elementsOf(value) !== undefined;
  }
}

/** A collections.Array with these elements. `new Array(3)` would be one of the number 3 as well, so this is the same. */
function made(items: Row): DeviceArray {
  return new Array(whole, items) as DeviceArray;
}

/** Methods that only read and may call back; what they make of elements stays a value. */
const reading = [
  'join',
  'indexOf',
  'lastIndexOf',
  'forEach',
  'reduce',
  'reduceRight',
  'at',
  'find',
  'includes',
  'findIndex',
  'some',
  'every',
  'findLast',
  'findLastIndex',
  'toString',
  'toLocaleString',
] as const;
/** Methods that read and make another array. */
const making = ['slice', 'map', 'filter'] as const;
/** Methods that change the array and return a value. */
const changing = ['pop', 'push', 'shift', 'unshift'] as const;
/** Methods that change the array and return it. */
const changingSelf = ['sort', 'reverse', 'fill', 'copyWithin'] as const;
const calling = new Set<string>([
  'forEach',
  'reduce',
  'reduceRight',
  'find',
  'findIndex',
  'some',
  'every',
  'findLast',
  'findLastIndex',
  'map',
  'filter',
]);
const storing = new Set<string>(['push', 'unshift', 'fill']);

/** The engine's method on the elements, with callbacks that see the array itself. */
function callOn(self: object, name: string, values: unknown[]): unknown {
  const { items } = stateOf(self);
  const run = globalThis.Array.prototype[name as 'join'] as unknown as Call;
  if (!calling.has(name)) return run.apply(items, values);
  const [call, ...rest] = values;
  checkCallable(call);
  // The array comes last in what a callback gets.
  const seen: Call = function (this: unknown, ...given) {
    return call.apply(this, [...given.slice(0, -1), self]);
  };
  return run.apply(items, [seen, ...rest]);
}

const methods: Record<string, (this: object, ...values: unknown[]) => unknown> = {
  concat(...others) {
    const { items, guard } = stateOf(this);
    return guard.read(() => made(items.concat(...others.map((other) => elementsOf(other) ?? (other as Row)))));
  },
  splice(start, count, ...fresh) {
    const { items, guard } = stateOf(this);
    fresh.forEach(checkSendable);
    const from = Math.trunc(Number(start)) || 0;
    const first = from < 0 ? Math.max(items.length + from, 0) : Math.min(from, items.length);
    const most = items.length - first;
    const cut = count === undefined ? most : Math.min(Math.max(Math.trunc(Number(count)) || 0, 0), most);
    return guard.write(() => {
      const gone = items.splice(first, cut, ...fresh);
      return made(gone);
    });
  },
  shrinkTo(length) {
    const { items, guard } = stateOf(this);
    checkLength(length);
    guard.write(() => void (items.length = Math.min(items.length, length)));
    return undefined;
  },
  extendTo(length, value) {
    const { items, guard } = stateOf(this);
    checkLength(length);
    checkSendable(value);
    guard.write(() => {
      while (items.length < length) items.push(value);
    });
    return undefined;
  },
  *entries() {
    const { items } = stateOf(this);
    for (let index = 0; index < items.length; index++) yield [index, items[index]];
  },
  *keys() {
    const { items } = stateOf(this);
    for (let index = 0; index < items.length; index++) yield index;
  },
  *values() {
    const { items } = stateOf(this);
    for (let index = 0; index < items.length; index++) yield items[index];
  },
  toJSON() {
    return [...stateOf(this).items];
  },
};

function define(name: string, value: (this: object, ...values: unknown[]) => unknown): void {
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(DeviceArray.prototype, name, { value, writable: true, configurable: true });
}

for (const name of reading) {
  define(name, function (...values) {
    return stateOf(this).guard.read(() => callOn(this, name, values));
  });
}
for (const name of making) {
  define(name, function (...values) {
    return stateOf(this).guard.read(() => made(callOn(this, name, values) as Row));
  });
}
for (const name of changing) {
  define(name, function (...values) {
    if (storing.has(name)) values.forEach(checkSendable);
    return stateOf(this).guard.write(() => callOn(this, name, values));
  });
}
for (const name of changingSelf) {
  define(name, function (...values) {
    if (storing.has(name)) checkSendable(values[0]);
    if (name === 'sort' && values[0] !== undefined) checkCallable(values[0]);
    stateOf(this).guard.write(() => callOn(this, name, values));
    return this;
  });
}
for (const [name, method] of Object.entries(methods)) define(name, method);
Object.defineProperty(DeviceArray.prototype, Symbol.iterator, {
  value: Object.getOwnPropertyDescriptor(DeviceArray.prototype, 'values')?.value,
  writable: true,
  configurable: true,
});
sendable(DeviceArray);
carriers.add({
  module: 'collections-array',
  kind: 'Array',
  take: (value, next) => states.get(value)?.items.map(next),
  make: (items: Row, next) => made(items.map(next)),
});

export const Array: typeof DeviceArray = contract('ArkTS Array', DeviceArray);
