/** AppStorage, LocalStorage and PersistentStorage: key-value stores of the application. */

/** A two-way view of one key. */
interface StorageProperty {
  get(): unknown;
  set(value: unknown): void;
  aboutToBeDeleted(): void;
}

/** A store of one page or ability. */
export class LocalStorage {
  readonly #values = new Map<string, unknown>();

  constructor(initial: Record<string, unknown> = {}) {
    for (const [name, value] of Object.entries(initial)) this.#values.set(name, value);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Changes a key that exists; false when it does not. */
  set(name: string, value: unknown): boolean {
    if (!this.#values.has(name)) return false;
    this.#values.set(name, value);
    return true;
  }

  setOrCreate(name: string, value: unknown): boolean {
    this.#values.set(name, value);
    return true;
  }

  delete(name: string): boolean {
    return this.#values.delete(name);
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }

  size(): number {
    return this.#values.size;
  }

  clear(): boolean {
    this.#values.clear();
    return true;
  }

  /** A view that reads and writes the key; undefined when there is no such key. */
  link(name: string): StorageProperty | undefined {
    if (!this.#values.has(name)) return undefined;
    return { get: () => this.get(name), set: (value) => void this.set(name, value), aboutToBeDeleted: () => undefined };
  }

  /** A copy of the key that can be changed without changing the store; undefined when there is no such key. */
  prop(name: string): StorageProperty | undefined {
    if (!this.#values.has(name)) return undefined;
    let own = this.get(name);
    return { get: () => own, set: (value) => (own = value), aboutToBeDeleted: () => undefined };
  }

  setAndLink(name: string, initial: unknown): StorageProperty {
    if (!this.has(name)) this.setOrCreate(name, initial);
    return this.link(name) as StorageProperty;
  }

  setAndProp(name: string, initial: unknown): StorageProperty {
    if (!this.has(name)) this.setOrCreate(name, initial);
    return this.prop(name) as StorageProperty;
  }
}

/** The one store of the process. */
export const AppStorage = new LocalStorage();

/** Keys that outlive the process on a device; here they live as long as the process. */
export const PersistentStorage = {
  persistProp(name: string, initial: unknown): void {
    if (!AppStorage.has(name)) AppStorage.setOrCreate(name, initial);
  },
  persistProps(list: readonly { key: string; defaultValue: unknown }[]): void {
    for (const { key, defaultValue } of list) PersistentStorage.persistProp(key, defaultValue);
  },
  deleteProp(_name: string): void {
    // The value stays in AppStorage; it is only no longer kept on disk.
  },
  keys(): string[] {
    return [...AppStorage.keys()];
  },
};
