/**
 * Values whose changes are seen: arrays, maps, sets, dates and objects become proxies that tell their watchers. As on a
 * device, one level is seen: the members of the value itself, not those of objects in it. For these there are `@Observed`
 * classes, whose instances are proxies from their birth, and `@Trace` fields.
 */
import { Cell } from './arkui-cells.ts';
import type { Depth } from './arkui-cells.ts';

type Members = Record<PropertyKey, unknown>;
type Method = (...values: unknown[]) => unknown;

interface Watched {
  raw: object;
  proxy: object;
  watchers: Set<() => void>;
}

/** Marks objects of the framework: they are no state, and code must meet them as they are. */
export const opaque = Symbol('opaque');

/** By the value and by its proxy. */
const watched = new WeakMap<object, Watched>();

const mutators: Readonly<Record<string, ReadonlySet<string>>> = {
  Array: new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']),
  Map: new Set(['set', 'delete', 'clear']),
  Set: new Set(['add', 'delete', 'clear']),
};

/** The value behind a proxy of this module; any other value itself. */
export function rawOf(value: unknown): unknown {
  return (isObject(value) ? watched.get(value)?.raw : undefined) ?? value;
}

/** Calls `watcher` after each change inside the value, as far as `depth` goes. `proxy` is what code must use. */
export function watchValue(value: unknown, depth: Depth, watcher: () => void): { proxy: unknown; stop?: () => void } {
  if (depth === 'value' || !isObject(value)) return { proxy: value };
  const kind = kindOf(rawOf(value) as object);
  if (kind === undefined || (depth === 'containers' && kind === 'Object')) return { proxy: value };
  const { proxy, watchers } = observe(value, kind);
  watchers.add(watcher);
  return { proxy, stop: () => void watchers.delete(watcher) };
}

/** `@Observed`: instances of the class are seen wherever they are. */
export function Observed<T extends new (...values: never[]) => object>(type: T): T {
  return new Proxy(type, {
    construct: (target, values, newTarget) =>
      observe(Reflect.construct(target, values, newTarget) as object, 'Object').proxy,
  });
}

/** `@Trace`: each instance has a cell for the field. */
export function Trace(prototype: object, name: string): void {
  const cells = new WeakMap<object, Cell>();
  const cellOf = (owner: object): Cell => {
    const known = cells.get(owner);
    if (known !== undefined) return known;
    const cell = new Cell(undefined, 'containers');
    cells.set(owner, cell);
    return cell;
  };
  // A static field has its value before its decorator runs.
  if (Object.hasOwn(prototype, name)) cellOf(prototype).keep((prototype as Members)[name]);
  // The name that a device gives to the value itself: JSON and comparisons of objects see it.
  const kept = `__ob_${name}`;
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: object) {
      return cellOf(this).value;
    },
    set(this: object, value: unknown) {
      const cell = cellOf(this);
      if (!Object.hasOwn(this, kept)) {
        Object.defineProperty(this, kept, {
          configurable: true,
          enumerable: true,
          get: () => cell.peek(),
          set: (other: unknown) => (cell.value = other),
        });
      }
      cell.value = value;
    },
  });
}

/** `UIUtils.makeObserved`: a view of an object in which every member, also of objects in it, is seen. */
export function makeObserved(value: unknown): unknown {
  if (!isObject(value)) return value;
  const raw = rawOf(value) as object;
  const known = observedViews.get(raw);
  if (known !== undefined) return known;
  const cell = new Cell(0, 'value');
  let count = 0;
  const kind = kindOf(raw);
  if (kind === undefined) return value;
  const tell = (): void => void (cell.value = ++count);
  const handler = kind === 'Array' || kind === 'Object' ? plain(kind, tell) : boxed(kind, tell);
  const view = new Proxy(raw, {
    ...handler,
    get(target, name, receiver) {
      void cell.value;
      const member = handler.get?.(target, name, receiver) as unknown;
      return typeof member === 'function' ? member : makeObserved(member);
    },
  });
  observedViews.set(raw, view);
  watched.set(view, { raw, proxy: view, watchers: new Set() });
  return view;
}

const observedViews = new WeakMap<object, object>();

/** A copy of a value with everything in it, of the same classes: what `@Prop` holds. */
export function deepCopy(value: unknown, done = new Map<object, unknown>()): unknown {
  if (!isObject(value)) return value;
  const raw = rawOf(value) as object;
  const kind = kindOf(raw);
  if (kind === undefined) return value;
  const known = done.get(raw);
  if (known !== undefined) return known;
  const copy = emptyCopy(raw, kind);
  done.set(raw, copy);
  if (raw instanceof Map) for (const [key, item] of raw) (copy as Map<unknown, unknown>).set(key, deepCopy(item, done));
  if (raw instanceof Set) for (const item of raw) (copy as Set<unknown>).add(deepCopy(item, done));
  for (const name of Object.keys(raw)) (copy as Members)[name] = deepCopy((raw as Members)[name], done);
  // An instance of an @Observed class stays one.
  return raw === value || kind !== 'Object' ? copy : observe(copy, kind).proxy;
}

function emptyCopy(raw: object, kind: string): object {
  if (kind === 'Array') return [];
  if (kind === 'Map') return new Map();
  if (kind === 'Set') return new Set();
  if (raw instanceof Date) return new Date(raw.getTime());
  return Object.create(Object.getPrototypeOf(raw) as object | null) as object;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Undefined for objects of native code and of the language, which do not work behind a proxy. */
function kindOf(raw: object): 'Array' | 'Map' | 'Set' | 'Date' | 'Object' | undefined {
  if (opaque in raw) return undefined;
  if (Array.isArray(raw)) return 'Array';
  if (raw instanceof Map) return 'Map';
  if (raw instanceof Set) return 'Set';
  if (raw instanceof Date) return 'Date';
  for (let type = Object.getPrototypeOf(raw) as object | null; type !== null; ) {
    if (type === Object.prototype) return 'Object';
    if (/\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(type.constructor))) return undefined;
    type = Object.getPrototypeOf(type) as object | null;
  }
  return 'Object';
}

function observe(value: object, kind: string): Watched {
  const known = watched.get(value);
  if (known !== undefined) return known;
  const watchers = new Set<() => void>();
  const tell = (): void => [...watchers].forEach((watcher) => watcher());
  const proxy = new Proxy(value, kind === 'Array' || kind === 'Object' ? plain(kind, tell) : boxed(kind, tell));
  const entry: Watched = { raw: value, proxy, watchers };
  watched.set(value, entry);
  watched.set(proxy, entry);
  return entry;
}

function plain(kind: string, tell: () => void): ProxyHandler<object> {
  return {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown;
      if (typeof name !== 'string' || typeof value !== 'function' || mutators[kind]?.has(name) !== true) return value;
      return (...values: unknown[]) => {
        const result = (value as Method).apply(target, values);
        tell();
        return result === target ? receiver : result;
      };
    },
    set(target, name, value) {
      const before = (target as Members)[name];
      const fresh = !Object.hasOwn(target, name);
      const done = Reflect.set(target, name, value);
      if (fresh || !Object.is(before, (target as Members)[name])) tell();
      return done;
    },
    deleteProperty(target, name) {
      const done = Reflect.deleteProperty(target, name);
      tell();
      return done;
    },
  };
}

/** Maps, sets and dates: their methods want the object itself. */
function boxed(kind: string, tell: () => void): ProxyHandler<object> {
  return {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== 'function') return value;
      const changes = typeof name === 'string' && (mutators[kind]?.has(name) ?? name.startsWith('set'));
      return (...values: unknown[]) => {
        const result = (value as Method).apply(target, values);
        if (changes) tell();
        return result === target ? receiver : result;
      };
    },
  };
}
