/** `collections.Map` and `collections.Set`. */
import { checkCall, contract } from './container-checks.ts';
import { Guard, checkSendable } from './sendable.ts';
import { carriers } from './sendable-carriers.ts';
import { sendable } from './sendable-classes.ts';

const guards = new WeakMap<object, Guard>();

/** Made at the first use: the engine's constructor adds elements before a field could be there. */
function guardOf(container: object): Guard {
  const guard = guards.get(container) ?? new Guard();
  guards.set(container, guard);
  return guard;
}

class DeviceMap<K, V> extends globalThis.Map<K, V> {
  constructor(entries?: readonly (readonly [K, V])[] | Iterable<readonly [K, V]> | null) {
    super();
    for (const [key, value] of entries ?? []) this.set(key, value);
    if (new.target.prototype === DeviceMap.prototype) Object.preventExtensions(this);
  }

  override get(key: K): V | undefined {
    return guardOf(this).read(() => super.get(key));
  }

  override has(key: K): boolean {
    return guardOf(this).read(() => super.has(key));
  }

  override set(key: K, value: V): this {
    checkSendable(key);
    checkSendable(value);
    return guardOf(this).write(() => super.set(key, value));
  }

  override delete(key: K): boolean {
    return guardOf(this).write(() => super.delete(key));
  }

  override clear(): void {
    guardOf(this).write(() => super.clear());
  }

  override forEach(call: (value: V, key: K, map: globalThis.Map<K, V>) => void, self?: unknown): void {
    checkCall('callbackfn', call);
    guardOf(this).read(() => super.forEach(call, self));
  }
}

class DeviceSet<T> extends globalThis.Set<T> {
  constructor(values?: Iterable<T> | null) {
    super();
    for (const value of values ?? []) this.add(value);
    if (new.target.prototype === DeviceSet.prototype) Object.preventExtensions(this);
  }

  override has(value: T): boolean {
    return guardOf(this).read(() => super.has(value));
  }

  override add(value: T): this {
    checkSendable(value);
    return guardOf(this).write(() => super.add(value));
  }

  override delete(value: T): boolean {
    return guardOf(this).write(() => super.delete(value));
  }

  override clear(): void {
    guardOf(this).write(() => super.clear());
  }

  override forEach(call: (value: T, key: T, set: globalThis.Set<T>) => void, self?: unknown): void {
    checkCall('callbackfn', call);
    guardOf(this).read(() => super.forEach(call, self));
  }
}

sendable(DeviceMap);
sendable(DeviceSet);
carriers.add({
  module: 'collections-maps',
  kind: 'Map',
  take: (value, next) =>
    value instanceof DeviceMap ? [...value].map(([key, part]) => [next(key), next(part)]) : undefined,
  make: (entries: [unknown, unknown][], next) =>
    new Map(entries.map(([key, part]) => [next(key), next(part)] as const)),
});
carriers.add({
  module: 'collections-maps',
  kind: 'Set',
  take: (value, next) => (value instanceof DeviceSet ? [...(value as Iterable<unknown>)].map(next) : undefined),
  make: (values: unknown[], next) => new Set(values.map(next)),
});

export const Map: typeof DeviceMap = contract('ArkTS Map', DeviceMap);
export const Set: typeof DeviceSet = contract('ArkTS Set', DeviceSet);
