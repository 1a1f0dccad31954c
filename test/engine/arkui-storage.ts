/** AppStorage, LocalStorage and PersistentStorage: key-value stores of the application. */
import { Cell } from './arkui-cells.ts';

/** A two-way view of one key. */
interface StorageProperty {
  get(): unknown;
  set(value: unknown): void;
  aboutToBeDeleted(): void;
}

/** A store of one page or ability. */
export class LocalStorage {
  readonly #cells = new Map<string, Cell>();

  /** The store that the page being loaded was given. */
  static shared: LocalStorage | undefined;

  static getShared(): LocalStorage | undefined {
    return LocalStorage.shared;
  }

  /** The name of `getShared` before API 10. */
  static GetShared(): LocalStorage | undefined {
    return LocalStorage.shared;
  }

  constructor(initial: Record<string, unknown> = {}) {
    for (const [name, value] of Object.entries(initial)) this.#cells.set(name, new Cell(value));
  }

  has(name: string): boolean {
    return this.#cells.has(name);
  }

  get(name: string): unknown {
    return this.#cells.get(name)?.peek();
  }

  /** Changes a key that exists; false when it does not. */
  set(name: string, value: unknown): boolean {
    const cell = this.#cells.get(name);
    if (cell !== undefined) cell.value = value;
    return cell !== undefined;
  }

  setOrCreate(name: string, value: unknown): boolean {
    this.cell(name, value).value = value;
    return true;
  }

  delete(name: string): boolean {
    return this.#cells.delete(name);
  }

  keys(): IterableIterator<string> {
    return this.#cells.keys();
  }

  size(): number {
    return this.#cells.size;
  }

  clear(): boolean {
    this.#cells.clear();
    return true;
  }

  /** The variable behind a key, which is made with a first value when there is none. */
  cell(name: string, initial: unknown): Cell {
    const known = this.#cells.get(name);
    if (known !== undefined) return known;
    const cell = new Cell(initial);
    this.#cells.set(name, cell);
    return cell;
  }

  /** A view that reads and writes the key; undefined when there is no such key. */
  link(name: string): StorageProperty | undefined {
    if (!this.#cells.has(name)) return undefined;
    return { get: () => this.get(name), set: (value) => void this.set(name, value), aboutToBeDeleted: () => undefined };
  }

  /** A copy of the key that can be changed without changing the store; undefined when there is no such key. */
  prop(name: string): StorageProperty | undefined {
    if (!this.#cells.has(name)) return undefined;
    let own = this.get(name);
    return { get: () => own, set: (value) => (own = value), aboutToBeDeleted: () => undefined };
  }

  setAndLink(name: string, initial: unknown): StorageProperty {
    this.cell(name, initial);
    return this.link(name) as StorageProperty;
  }

  setAndProp(name: string, initial: unknown): StorageProperty {
    this.cell(name, initial);
    return this.prop(name) as StorageProperty;
  }
}

/** Names of the methods before API 10: `AppStorage.SetOrCreate`. */
const before = 'Link SetAndLink Prop SetAndProp Has Get Set SetOrCreate Delete Keys Size Clear';

/** The one store of the process. */
export const AppStorage = withOldNames(new LocalStorage(), before);

/** Keys that were made to be kept. */
const persisted = new Set<string>();

/** Keys that outlive the process on a device; here they live as long as the process. */
export const PersistentStorage = withOldNames(
  {
    persistProp(name: string, initial: unknown): void {
      persisted.add(name);
      if (!AppStorage.has(name)) AppStorage.setOrCreate(name, initial);
    },
    persistProps(list: readonly { key: string; defaultValue: unknown }[]): void {
      for (const { key, defaultValue } of list) PersistentStorage.persistProp(key, defaultValue);
    },
    deleteProp(name: string): void {
      // The value stays in AppStorage; it is only no longer kept on disk.
      persisted.delete(name);
    },
    keys(): string[] {
      return [...persisted];
    },
  },
  'PersistProp PersistProps DeleteProp Keys',
);

/** Adds each method by the name that it once had, with a capital. */
function withOldNames<T extends object>(store: T, names: string): T {
  for (const name of names.split(' ')) {
    const now = (store as Record<string, unknown>)[name.charAt(0).toLowerCase() + name.slice(1)];
    if (typeof now !== 'function') throw new TypeError(`there is no method for ${name}`);
    Object.defineProperty(store, name, { value: now.bind(store) });
  }
  return store;
}
