/**
 * Makes the instance of a struct. Initializers of fields may read variables that are declared before them, and as on a
 * device they find there what the parent, a store or a provider gives: `@Prop item: Item; @State name: string = this.item.name`.
 */
import type { Cell } from './arkui-cells.ts';
import { AppStorage } from './arkui-storage.ts';
import type { Definition, Fields, StructInstance } from './arkui-struct.ts';
import type { UiElement } from './arkui-tree.ts';

/** Variables that have the parent's value from the beginning. `@State` and plain fields take it after their initializers. */
const fromParent = new Set(['Prop', 'Link', 'ObjectLink', 'Param']);

/** What stands behind a variable before any initializer; undefined for one that starts with its own. */
function source(item: UiElement, given: Fields, [name, decorators]: Definition['fields'][number]) {
  for (const [kind, argument] of decorators) {
    if (fromParent.has(kind)) return name in given ? { value: given[name] } : undefined;
    const key = String(argument ?? name);
    const cell = shared(item, kind, key);
    if (cell !== undefined) return { value: cell.peek() };
  }
  return undefined;
}

function shared(item: UiElement, kind: string, key: string): Cell | undefined {
  switch (kind) {
    case 'StorageLink':
    case 'StorageProp':
      return AppStorage.has(key) ? AppStorage.cell(key, undefined) : undefined;
    case 'LocalStorageLink':
    case 'LocalStorageProp': {
      const store = item.find((one) => one.storage);
      return store?.has(key) === true ? store.cell(key, undefined) : undefined;
    }
    case 'Consume':
    case 'Consumer':
      return item.parent?.find((one) => one.provided?.get(key));
    default:
      return undefined;
  }
}

/** Runs the initializers. The values of the declarations are what the fields have afterwards. */
export function construct(definition: Definition, item: UiElement, given: Fields): StructInstance {
  const { type, fields } = definition;
  const stand = Object.create(type.prototype as object) as object;
  const declared = new Map<string, unknown>();
  for (const field of fields) {
    const found = source(item, given, field);
    if (found === undefined) continue;
    const [name] = field;
    Object.defineProperty(stand, name, {
      configurable: true,
      get: () => found.value,
      set: (value: unknown) => {
        declared.set(name, value);
      },
    });
  }
  if (Object.keys(Object.getOwnPropertyDescriptors(stand)).length === 0) return new type();
  const wrapper = function (): void {};
  wrapper.prototype = stand;
  const instance = Reflect.construct(type, [], wrapper) as StructInstance;
  Object.setPrototypeOf(instance, type.prototype as object);
  for (const [name, value] of declared) (instance as Fields)[name] = value;
  return instance;
}
