/** The functions of `@ohos.util`, and `util.Aspect`. */
import { randomBytes, randomUUID } from 'node:crypto';
import * as engine from 'node:util';
import { BusinessError, parameterError } from './business-error.ts';

type Call = (...values: unknown[]) => unknown;
type AsyncCall = (...values: unknown[]) => Promise<unknown>;

function checkType(value: unknown, type: 'string' | 'number' | 'function' | 'boolean'): void {
  if (typeof value !== type) throw parameterError(`The type of ${String(value)} must be ${type}.`);
}

/** `%s %d %i %f %j %o %O %c %%`; what is left over is appended. */
export function format(text: string, ...values: unknown[]): string {
  checkType(text, 'string');
  return engine.format(text, ...values);
}

/** The text of an error number of the system: -1 and so on. */
export function errnoToString(errno: number): string {
  checkType(errno, 'number');
  // The engine takes no others.
  const isNumber = errno < 0 && errno === (errno | 0);
  return (isNumber ? engine.getSystemErrorMessage(errno) : undefined) ?? `Unknown system error ${errno}`;
}

/** A function with a callback from one that gives a promise. */
export function callbackWrapper(original: AsyncCall): Call {
  checkType(original, 'function');
  return (...values) => {
    const callback = values.pop() as Call;
    checkType(callback, 'function');
    // A callback that throws is an uncaught error, not one of the promise.
    original(...values).then(
      (value) => process.nextTick(() => callback(null, value)),
      (error: unknown) => process.nextTick(() => callback(error, null)),
    );
  };
}

/** A function that gives a promise from one with a callback. */
export function promisify(original: Call): AsyncCall {
  checkType(original, 'function');
  return (...values) =>
    new Promise((resolve, reject) => {
      original(
        ...values,
        (error: unknown, value: unknown) => {
          if (error !== null && error !== undefined && error !== false) reject(error);
          else resolve(value);
        },
      );
    });
}

export function generateRandomUUID(entropyCache = true): string {
  checkType(entropyCache, 'boolean');
  return randomUUID({ disableEntropyCache: !entropyCache });
}

/** Of version 4, as the text form. */
export function generateRandomBinaryUUID(entropyCache = true): Uint8Array {
  checkType(entropyCache, 'boolean');
  const bytes = new Uint8Array(randomBytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

export function parseUUID(uuid: string): Uint8Array {
  checkType(uuid, 'string');
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid)) {
    throw new BusinessError(10200002, `Syntax Error. Invalid ${uuid} string`);
  }
  return new Uint8Array(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

const hashes = new WeakMap<object, number>();
let lastHash = 0;

/** A number of an object that stays the same. */
export function getHash(object: object): number {
  if (object === null || (typeof object !== 'object' && typeof object !== 'function')) {
    throw parameterError('The type of object must be Object.');
  }
  // An odd step goes through all numbers of 31 bits before one comes again.
  const hash = hashes.get(object) ?? (lastHash = (lastHash + 0x1e3779b1) & 0x7fffffff);
  hashes.set(object, hash);
  return hash;
}

/** Puts code around the methods of a class. */
export class Aspect {
  static addBefore(type: object, method: string, isStatic: boolean, before: Call): void {
    around(type, method, isStatic, before, (original) => {
      return function (...values) {
        before(this, ...values);
        return original.apply(this, values);
      };
    });
  }

  /** What the added code returns is what the method returns. */
  static addAfter(type: object, method: string, isStatic: boolean, after: Call): void {
    around(type, method, isStatic, after, (original) => {
      return function (...values) {
        return after(this, original.apply(this, values), ...values);
      };
    });
  }

  static replace(type: object, method: string, isStatic: boolean, instead: Call): void {
    around(type, method, isStatic, instead, () => {
      return function (...values) {
        return instead(this, ...values);
      };
    });
  }
}

type Method = (this: unknown, ...values: unknown[]) => unknown;

function around(
  type: object,
  method: string,
  isStatic: boolean,
  added: Call,
  make: (original: Method) => Method,
): void {
  checkType(type, 'function');
  checkType(method, 'string');
  checkType(isStatic, 'boolean');
  checkType(added, 'function');
  const holder = (isStatic ? type : (type as { prototype: object }).prototype) as Record<string, unknown>;
  const original = holder[method];
  checkType(original, 'function');
  holder[method] = make(original as Method);
}

/** Calls `onFinalization` of an object's owner after the object has been collected. */
const registry = new FinalizationRegistry<() => void>((finalize) => finalize());

export class AutoFinalizerCleaner {
  static register(object: { onFinalization(heldValue: unknown): void }, heldValue: unknown): void {
    checkType(object?.onFinalization, 'function');
    // Must not keep the object itself alive.
    const finalize = object.onFinalization;
    registry.register(object, () => finalize(heldValue));
  }
}
