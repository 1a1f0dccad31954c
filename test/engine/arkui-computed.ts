/** `@Computed` getters, `@Monitor` methods and `@ObservedV2` of classes. */
import { Cell, forget, readingAs } from './arkui-cells.ts';
import type { Dependent } from './arkui-cells.ts';
import { monitor } from './arkui-monitor.ts';
import type { Monitored } from './arkui-monitor.ts';

interface Kept extends Dependent {
  /** Who reads the getter depends on this. */
  cell: Cell;
  isFresh: boolean;
}

/** `@Computed`: runs the getter again only after what it read has changed. */
export function Computed(prototype: object, name: string, own?: PropertyDescriptor): void {
  const descriptor = own ?? Object.getOwnPropertyDescriptor(prototype, name);
  const read = descriptor?.get;
  if (descriptor === undefined || read === undefined) throw new TypeError(`@Computed ${name} must be a getter`);
  const all = new WeakMap<object, Kept>();
  const keptOf = (owner: object): Kept => {
    const known = all.get(owner);
    if (known !== undefined) return known;
    const kept: Kept = {
      sources: new Set<Cell>(),
      cell: new Cell(undefined, 'value'),
      isFresh: false,
      invalidate() {
        if (!this.isFresh) return;
        this.isFresh = false;
        this.cell.changed();
      },
    };
    all.set(owner, kept);
    return kept;
  };
  descriptor.get = function (this: object): unknown {
    const kept = keptOf(this);
    if (!kept.isFresh) {
      forget(kept);
      kept.isFresh = true;
      kept.cell.keep(readingAs(kept, () => read.call(this) as unknown));
    }
    return kept.cell.value;
  };
  // A decorator of a class may not return its descriptor unchanged in all emitters: define it here.
  Object.defineProperty(prototype, name, descriptor);
}

/** Monitors by the prototype that declares them. */
const monitored = new WeakMap<object, Monitored[]>();

/** `@Monitor('name', 'other.name')` of a class's method. */
export function Monitor(...paths: string[]) {
  return (prototype: object, name: string): void => {
    const known = monitored.get(prototype) ?? [];
    monitored.set(prototype, [...known, [name, paths]]);
  };
}

/** `@ObservedV2`: the monitors of an instance begin when its constructor has run. */
export function ObservedV2<T extends new (...values: never[]) => object>(type: T): T {
  const own = monitored.get(type.prototype as object);
  if (own === undefined) return type;
  return new Proxy(type, {
    construct(target, values, newTarget) {
      const instance = Reflect.construct(target, values, newTarget) as object;
      for (const one of own) monitor(instance, one);
      return instance;
    },
  });
}
