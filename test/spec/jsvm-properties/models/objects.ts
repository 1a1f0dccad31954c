/** Objects of JS itself, operated on as the JSVM-API does: writes that are refused fail silently. */
import type { Operation, Value } from '../driver.ts';

/** JSVM_WRITABLE, JSVM_ENUMERABLE, JSVM_CONFIGURABLE */
const WRITABLE = 1;
const ENUMERABLE = 2;
const CONFIGURABLE = 4;

type Key = string | number;

export class ObjectModel {
  readonly #objects: object[] = [];

  /** Answers as the interpreter does: `[[status, exception], value]`. */
  apply([name, at, ...rest]: Operation): Value {
    if (name === 'object') {
      this.#objects.push({});
      return done(null);
    }
    const object = this.#objects[at as number];
    if (object === undefined) throw new Error(`no object ${String(at)}`);
    const key = rest[0] as Key;
    switch (name) {
      case 'set':
      case 'setNamed':
      case 'setElement':
        Reflect.set(object, key, this.#value(rest[1]));
        return done(null);
      case 'get':
        return done(this.#answer(Reflect.get(object, key)));
      case 'has':
        return done(Reflect.has(object, key));
      case 'hasOwn':
        return done(Object.hasOwn(object, key));
      case 'delete':
        return done(Reflect.deleteProperty(object, key));
      case 'define':
        return this.#define(object, key, rest[1], rest[2] as number);
      case 'freeze':
        Object.freeze(object);
        return done(null);
      case 'seal':
        Object.seal(object);
        return done(null);
      case 'setPrototype':
        return Reflect.setPrototypeOf(object, this.#value(rest[0]) as object) ? done(null) : refused('GENERIC_FAILURE');
      case 'names':
        return done(names(object));
      default:
        throw new Error(`no operation ${name}`);
    }
  }

  #define(object: object, key: Key, value: Value, attributes: number): Value {
    const defined = Reflect.defineProperty(object, key, {
      value: this.#value(value),
      writable: (attributes & WRITABLE) !== 0,
      enumerable: (attributes & ENUMERABLE) !== 0,
      configurable: (attributes & CONFIGURABLE) !== 0,
    });
    return defined ? done(null) : refused('INVALID_ARG');
  }

  /** `["o", n]` is the n-th object. */
  #value(value: Value): unknown {
    return Array.isArray(value) ? this.#objects[value[1] as number] : value;
  }

  #answer(value: unknown): Value {
    if (typeof value !== 'object' && typeof value !== 'function') return value as Value;
    if (value === null) return null;
    const index = this.#objects.indexOf(value);
    return index < 0 ? 'object' : ['o', index];
  }
}

const done = (value: Value): Value => [['OK', null], value];
const refused = (status: string): Value => [[status, null], null];

/** Enumerable keys, inherited ones included, as for-in lists them. */
function names(object: object): string[] {
  const list: string[] = [];
  for (const key in object) list.push(key);
  return list;
}
