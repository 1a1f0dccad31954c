/** AppStorageV2 and PersistenceV2: one object of a class a key, for the whole application. */

type Type<T> = new (...values: never[]) => T;
type Create<T> = () => T;

interface GlobalOptions<T> {
  type: Type<T>;
  key?: string;
  defaultCreator?: Create<T>;
}

/** Letters, digits and underscores, up to 255 of them. */
const keyForm = /^\w{2,255}$/;

class StorageV2 {
  readonly title: string;
  readonly items = new Map<string, object>();

  constructor(title: string) {
    this.title = title;
  }

  /** The object of a key, which is the name of the class when none is given; made by `create` when there is none. */
  connect<T extends object>(type: Type<T>, keyOrCreate?: string | Create<T>, create?: Create<T>): T | undefined {
    const key = typeof keyOrCreate === 'string' ? keyOrCreate : type.name;
    const make = typeof keyOrCreate === 'function' ? keyOrCreate : create;
    if (!keyForm.test(key)) throw new Error(`${this.title}.connect: '${key}' is no key: 2 to 255 letters, digits or _`);
    const known = this.items.get(key);
    if (known !== undefined) {
      if (known instanceof type) return known;
      throw new Error(
        `${this.title}.connect: the object of '${key}' is a ${known.constructor.name}, not a ${type.name}`,
      );
    }
    if (make === undefined) return undefined;
    const made = make();
    if (!(made instanceof type))
      throw new Error(`${this.title}.connect: the creator of '${key}' gives no ${type.name}`);
    this.items.set(key, made);
    return made;
  }

  remove(keyOrType: string | Type<object>): void {
    this.items.delete(typeof keyOrType === 'string' ? keyOrType : keyOrType.name);
  }

  keys(): string[] {
    return [...this.items.keys()];
  }
}

/** Keeps objects as long as the process lives; a device keeps them on disk. */
class PersistentV2 extends StorageV2 {
  globalConnect<T extends object>({ type, key, defaultCreator }: GlobalOptions<T>): T | undefined {
    return this.connect(type, key ?? type.name, defaultCreator);
  }

  save(_keyOrType: string | Type<object>): void {
    // There is no disk to write to.
  }

  notifyOnError(_callback: ((key: string, reason: string, message: string) => void) | undefined): void {
    // Nothing is read from a disk, so nothing fails.
  }
}

export const AppStorageV2 = new StorageV2('AppStorageV2');
export const PersistenceV2 = new PersistentV2('PersistenceV2');
