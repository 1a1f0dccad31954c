/** What the containers of `@ohos.util.*` check, with the codes and texts that the documentation names. */
import { BusinessError } from './business-error.ts';

/** Codes of the containers. */
const codes = { type: 401, range: 10200001, empty: 10200010, bind: 10200011, construct: 10200012 } as const;

type Method = (this: unknown, ...values: unknown[]) => unknown;

/** A value as an error names it. */
export function shown(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Error of an argument that is not what it must be. */
export function typeFault(name: string, expected: string, value: unknown): BusinessError {
  return new BusinessError(codes.type, `The type of "${name}" must be ${expected}. Received value is: ${shown(value)}`);
}

export function checkNumber(name: string, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw typeFault(name, 'number', value);
}

export function checkCall(name: string, value: unknown): void {
  if (typeof value !== 'function') throw typeFault(name, 'callable', value);
}

/** A function, or nothing. */
export function checkOptionalCall(name: string, value: unknown): void {
  if (value !== undefined && value !== null) checkCall(name, value);
}

/** Throws the error of a value beside `least` to `most`. */
export function checkRange(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new BusinessError(
    codes.range,
    `The value of "${name}" is out of range. It must be >= ${least} && <= ${most}. Received value is: ${value}`,
  );
}

/** Throws the documented error of an index that is not in a container of `length` elements. */
export function checkIndex(index: number, length: number): void {
  checkNumber('index', index);
  checkRange('index', Number.isInteger(index) ? index : Number.NaN, 0, length - 1);
}

/** A part of a container: `from` is in it, `to` is the place after the part. */
export function checkPart(from: number, to: number, length: number): void {
  checkNumber('fromIndex', from);
  checkNumber('toIndex', to);
  checkRange('fromIndex', from, 0, length - 1);
  checkRange('toIndex', to, from + 1, length);
}

/** Throws the documented error of an empty container. */
export function checkFilled(length: number): void {
  if (length === 0) throw new BusinessError(codes.empty, 'Container is empty');
}

/**
 * Gives a class what the system's classes check before all else: it is called with `new` (code 10200012), and its methods
 * have an instance as their receiver (code 10200011).
 * @param name As errors name the class.
 */
export function contract<T extends abstract new (...values: never[]) => object>(name: string, type: T): T {
  const prototype = type.prototype as Record<string | symbol, unknown>;
  for (let part: object = prototype; part !== Object.prototype; part = Object.getPrototypeOf(part) as object) {
    for (const key of Reflect.ownKeys(part)) bind(prototype, part, key, type);
  }
  const guarded = new Proxy(type, {
    apply() {
      throw new BusinessError(codes.construct, `The ${name}'s constructor cannot be directly invoked`);
    },
  });
  Object.defineProperty(prototype, 'constructor', { value: guarded, writable: true, configurable: true });
  return guarded;
}

function bind(prototype: object, part: object, key: string | symbol, type: abstract new () => object): void {
  const known = Object.getOwnPropertyDescriptor(part, key);
  // An override is nearer than what it overrides.
  if (known === undefined || key === 'constructor' || (part !== prototype && Object.hasOwn(prototype, key))) return;
  if (typeof known.value !== 'function') {
    Object.defineProperty(prototype, key, known);
    return;
  }
  const run = known.value as Method;
  const name = typeof key === 'symbol' ? (key.description ?? '') : key;
  const checked: Method = function (...values) {
    if (!(this instanceof type)) throw new BusinessError(codes.bind, `The ${name} method cannot be bound`);
    return run.apply(this, values);
  };
  Object.defineProperty(checked, 'name', { value: name });
  Object.defineProperty(checked, 'length', { value: run.length });
  Object.defineProperty(prototype, key, { ...known, value: checked });
}
