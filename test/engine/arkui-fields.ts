/** What the decorators of a struct's fields mean. */
import { Cell } from './arkui-cells.ts';
import type { Depth } from './arkui-cells.ts';
import { cellOf, cellsOf } from './arkui-links.ts';
import type { Links } from './arkui-links.ts';
import { deepCopy, rawOf, watchValue } from './arkui-observe.ts';
import { AppStorage, LocalStorage } from './arkui-storage.ts';
import type { Decorator, Field, Fields } from './arkui-struct.ts';
import type { UiElement } from './arkui-tree.ts';

/** A field that is a state variable. */
export interface Bound {
  /** Takes what the parent gives when it is built again. */
  update?: (given: Fields) => void;
  /** The component is gone. */
  release(): void;
}

/** Where a variable comes from. */
interface Source {
  cell: Cell;
  /** The cell belongs to somebody else, and lives on. */
  shared?: boolean;
  update?: (value: unknown) => void;
}

interface Place {
  item: UiElement;
  /** For messages: `@Link field 'x' of Child`. */
  title: string;
  name: string;
  argument: unknown;
  /** The value of the declaration. */
  initial: unknown;
  given: Fields;
  links: Links;
}

type Kind = (place: Place) => Source;

const kinds: Readonly<Record<string, Kind>> = {
  State: (place) => own(start(place), 'members'),
  Prop: prop,
  Link: (place) => share(linked(place)),
  ObjectLink: (place) => parameter(place, 'members'),
  Provide: (place) => provide(place, 'members'),
  Consume: (place) => share(consumed(place) ?? missing(place, 'no component around it has a @Provide of that name')),
  StorageLink: (place) => share(AppStorage.cell(String(place.argument), place.initial)),
  StorageProp: (place) => follow(AppStorage.cell(String(place.argument), place.initial)),
  LocalStorageLink: (place) => share(localStorage(place).cell(String(place.argument), place.initial)),
  LocalStorageProp: (place) => follow(localStorage(place).cell(String(place.argument), place.initial)),
  Local: (place) => own(place.initial, 'containers'),
  Param: (place) => parameter(place, 'containers'),
  Provider: (place) => provide(place, 'containers'),
  Consumer: (place) => {
    const cell = consumed(place);
    return cell === undefined ? own(place.initial, 'containers') : share(cell);
  },
};

/** Gives an instance one of its fields; undefined for a plain one. Throws when the field needs something it did not get. */
export function bindField(
  item: UiElement,
  instance: Fields,
  [name, decorators]: Field,
  given: Fields,
  links: Links,
): Bound | undefined {
  const decorator = decorators.find(([kind]) => kinds[kind] !== undefined);
  if (decorators.some(([other]) => other === 'Require') && given[name] === undefined && instance[name] === undefined) {
    throw new Error(`@Require field '${name}' of ${item.type}: it must be given a value where ${item.type} is used`);
  }
  const kind = decorator === undefined ? undefined : kinds[decorator[0]];
  if (decorator === undefined || kind === undefined) {
    if (name in given) instance[name] = given[name];
    return undefined;
  }
  const title = `@${decorator[0]} field '${name}' of ${item.type}`;
  const source = kind({ item, title, name, argument: decorator[1], initial: instance[name], given, links });
  expose(instance, name, source.cell);
  const release = watch(instance, name, decorators, source.cell);
  const once = decorators.some(([other]) => other === 'Once');
  const { update } = source;
  return {
    ...(update === undefined || once ? {} : { update: (fields) => name in fields && update(fields[name]) }),
    release: () => {
      release();
      if (source.shared !== true) source.cell.release();
    },
  };
}

function expose(instance: Fields, name: string, cell: Cell): void {
  const holder = instance as Fields & { [cellsOf]?: Map<string, Cell> };
  if (holder[cellsOf] === undefined) Object.defineProperty(instance, cellsOf, { value: new Map<string, Cell>() });
  holder[cellsOf]?.set(name, cell);
  Object.defineProperty(instance, name, {
    enumerable: true,
    get: () => cell.value,
    set: (value: unknown) => {
      cell.value = value;
    },
  });
}

/** `@Watch('method')`: called with the name of the field after each change. */
function watch(instance: Fields, name: string, decorators: readonly Decorator[], cell: Cell): () => void {
  const method = decorators.find(([kind]) => kind === 'Watch')?.[1];
  if (method === undefined) return () => undefined;
  const watcher = (): void => (instance[String(method)] as (field: string) => void)(name);
  cell.watchers.add(watcher);
  return () => cell.watchers.delete(watcher);
}

function start({ given, name, initial }: Place): unknown {
  return name in given ? given[name] : initial;
}

function own(value: unknown, depth: Depth): Source {
  return { cell: new Cell(value, depth) };
}

function share(cell: Cell): Source {
  return { cell, shared: true };
}

/** A variable of its own that takes every change of another. */
function follow(other: Cell): Source {
  const cell = new Cell(deepCopy(other.peek()));
  const watcher = (): void => {
    cell.value = deepCopy(other.peek());
  };
  other.watchers.add(watcher);
  const release = cell.release.bind(cell);
  cell.release = () => {
    other.watchers.delete(watcher);
    release();
  };
  return { cell };
}

/**
 * A copy, which is made anew when the parent gives another value, or when something in the value that it gave changes. What
 * the component itself has changed stays when the parent is only built again.
 */
function prop(place: Place): Source {
  let last = start(place);
  const cell = new Cell(deepCopy(last));
  const copy = (): void => {
    cell.value = deepCopy(last);
  };
  let { stop } = watchValue(last, 'members', copy);
  const release = cell.release.bind(cell);
  cell.release = () => {
    stop?.();
    release();
  };
  return {
    cell,
    update: (value) => {
      if (Object.is(rawOf(value), rawOf(last))) return;
      last = value;
      stop?.();
      stop = watchValue(last, 'members', copy).stop;
      copy();
    },
  };
}

/** The parent's value itself. */
function parameter(place: Place, depth: Depth): Source {
  const cell = new Cell(start(place), depth);
  return {
    cell,
    update: (value) => {
      cell.value = value;
    },
  };
}

function linked(place: Place): Cell {
  const link = place.links?.()[place.name];
  const cell = link === undefined ? undefined : cellOf(...link);
  return (
    cell ?? missing(place, `it must be given a state variable, as in ${place.item.type}({ ${place.name}: this.x })`)
  );
}

function provide(place: Place, depth: Depth): Source {
  const source = own(start(place), depth);
  const { argument } = place;
  const alias = typeof argument === 'object' && argument !== null ? (argument as Fields)['allowOverride'] : argument;
  place.item.provided ??= new Map();
  for (const name of [place.name, alias]) if (typeof name === 'string') place.item.provided.set(name, source.cell);
  return source;
}

function consumed({ item, argument, name }: Place): Cell | undefined {
  return item.parent?.find((one) => one.provided?.get(String(argument ?? name)));
}

/** The store that the page was loaded with; the page's own when there was none. */
function localStorage({ item }: Place): LocalStorage {
  const store = item.find(
    (one) => one.storage ?? (one.parent === undefined ? (one.storage = new LocalStorage()) : undefined),
  );
  return store ?? new LocalStorage();
}

function missing({ title }: Place, what: string): never {
  throw new Error(`${title}: ${what}`);
}
