/**
 * Parts of a kit that load when they are first used: a kit is imported for one of its members, and the others would cost
 * time at every start.
 */
import { loadOwn } from '../build/own.ts';

/**
 * An object that stands for an export of a module below this folder until it is used.
 * @param file Without extension: `./ohos/util`.
 */
export function lazy(file: string, name = 'default'): never {
  return standIn(() => loadOwn(`kits/${file.slice(2)}`)[name] as object);
}

/** Loads a module below this folder now. */
export function load(file: string): void {
  loadOwn(`kits/${file.slice(2)}`);
}

/** An object that stands for another until it is used. */
export function standIn(load: () => object): never {
  let loaded: object | undefined;
  const real = (): object => (loaded ??= load());
  const handler: ProxyHandler<() => void> = {
    get: (_target, key) => {
      const value = Reflect.get(real(), key) as unknown;
      return value;
    },
    set: (_target, key, value) => Reflect.set(real(), key, value),
    has: (_target, key) => Reflect.has(real(), key),
    apply: (_target, self, values) => Reflect.apply(real() as () => unknown, self, values) as unknown,
    construct: (_target, values, newTarget) => {
      const type = real() as new () => object;
      // A subclass keeps its own prototype.
      return Reflect.construct(type, values, newTarget === proxy ? type : newTarget) as object;
    },
    getPrototypeOf: () => Reflect.getPrototypeOf(real()),
  };
  function target(): void {}
  const proxy: object = new Proxy(target, handler);
  return proxy as never;
}
