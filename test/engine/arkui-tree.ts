/**
 * The component tree: what `build()` records instead of drawing. Each component is an element, which keeps the function
 * that made it and runs it again when state that it read has changed. Loops and branches are elements without a type.
 */
import { forget, readingAs } from './arkui-cells.ts';
import type { Cell, Dependent } from './arkui-cells.ts';
import type { LocalStorage } from './arkui-storage.ts';
import type { UiNode } from '../kits/ui-tree.ts';

export { walk } from '../kits/ui-tree.ts';
export type { UiNode } from '../kits/ui-tree.ts';

/** The chain after a component: every call records an attribute or applies a style. */
export type AttributeChain = Record<string, (...values: unknown[]) => AttributeChain>;

type StyleBody = (self: AttributeChain, ...values: unknown[]) => void;

/** A field that a component may write: `$$this.text`. */
export class TwoWay {
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;

  constructor(read: () => unknown, write: (value: unknown) => void) {
    this.read = read;
    this.write = write;
  }
}

/** What goes through the page's life with a struct's element. */
export interface Owned {
  instance: object;
  /** Names of its own `@Styles` methods. */
  styles: readonly string[];
}

/** More turns than any page needs to come to rest. */
const maxRounds = 100;
const dirty = new Set<UiElement>();
let scheduled = false;

/** Where new elements go. */
let place: UiElement | undefined;
/** The element whose function is running. */
let current: UiElement | undefined;

export class UiElement implements UiNode, Dependent {
  type = '';
  args: readonly unknown[] = [];
  attrs: Record<string, readonly unknown[]> = {};
  bindings: Record<string, (value: unknown) => void> = {};
  instance?: object;
  /** What it contains, loops and branches included. */
  parts: UiElement[] = [];
  readonly parent: UiElement | undefined;
  readonly depth: number;
  readonly sources = new Set<Cell>();
  /** The struct that this is the element of. */
  owned?: Owned;
  /** Variables that `@Provide` offers below this element. */
  provided?: Map<string, Cell>;
  /** The LocalStorage of the tree below. */
  storage?: LocalStorage | undefined;
  /** Run once after the element's function and its attributes. */
  afterRender?: (() => void) | undefined;
  /** Run when the element goes. */
  readonly cleanups: (() => void)[] = [];
  isBuilt = false;
  isGone = false;
  readonly #render: () => unknown;
  /** Holds what the element's own arguments build: menus, sheets and others that are not on show. */
  #aside: UiElement | undefined;

  constructor(render: () => unknown, parent: UiElement | undefined) {
    this.#render = render;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  get children(): UiNode[] {
    return this.parts.flatMap((part) => (part.type === '' ? part.children : [part]));
  }

  /** Runs the element's function. Returns what it returns. */
  update(): unknown {
    forget(this);
    this.attrs = {};
    this.bindings = {};
    this.#aside?.dispose();
    this.#aside = undefined;
    const result = standing(undefined, this, () =>
      readingAs(this, () => {
        const made = this.#render();
        this.afterRender?.();
        this.afterRender = undefined;
        return made;
      }),
    );
    if (!this.isBuilt) {
      this.isBuilt = true;
      call(this.attrs['onAppear']?.[0]);
    }
    return result;
  }

  /** Builds parts of this element. */
  build(block: () => void): void {
    standing(this, undefined, () => readingAs(undefined, block));
  }

  /** Takes the element and all in it out of use. */
  dispose(): void {
    if (this.isGone) return;
    this.isGone = true;
    forget(this);
    dirty.delete(this);
    call(this.attrs['onDisAppear']?.[0]);
    for (const cleanup of this.cleanups) cleanup();
    for (const part of this.parts) part.dispose();
    this.#aside?.dispose();
  }

  invalidate(): void {
    if (this.isGone) return;
    dirty.add(this);
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      settle();
    });
  }

  /** The nearest element outwards for which `pick` has an answer. */
  find<T>(pick: (element: UiElement) => T | undefined): T | undefined {
    const own = pick(this);
    return own !== undefined || this.parent === undefined ? own : this.parent.find(pick);
  }

  aside(): UiElement {
    this.#aside ??= new UiElement(() => undefined, this);
    return this.#aside;
  }
}

/** Builds again what has to be, as a device does with its next frame. Throws what the code of the page throws. */
export function settle(): void {
  for (let round = 0; dirty.size > 0; round++) {
    if (round === maxRounds) {
      dirty.clear();
      throw new Error('the page does not come to rest: building it changes state that it is built from');
    }
    // Outermost first: what a parent drops need not be built.
    for (const element of [...dirty].sort((left, right) => left.depth - right.depth)) {
      if (!dirty.delete(element) || element.isGone) continue;
      element.update();
    }
  }
}

/** Places an element where the running code builds; outside of any build it stands alone. Returns what `render` returns. */
export function element(render: () => unknown): unknown {
  return newElement(render).update();
}

/** An element at the place of building, not yet built. */
export function newElement(render: () => unknown): UiElement {
  const parent = place ?? current?.aside();
  const item = new UiElement(render, parent);
  parent?.parts.push(item);
  return item;
}

/** The element whose function is running. */
export function currentElement(): UiElement {
  if (current === undefined) throw new Error('a component can only be made while a page is built');
  return current;
}

/** Says what the running element is. */
export function become(type: string, args: readonly unknown[]): UiElement {
  const item = currentElement();
  item.type = type;
  item.args = args.map((value) => unwrap(item, '', value));
  return item;
}

/** The attribute chain of an element. */
export function chainOf(item: UiElement): AttributeChain {
  const chain: AttributeChain = new Proxy(
    {},
    {
      get(_target, name) {
        // Not a promise, whoever asks.
        if (typeof name !== 'string' || name === 'then') return undefined;
        const style = findStyle(item, name);
        return (...values: unknown[]): AttributeChain => {
          if (style === undefined) item.attrs[name] = values.map((value) => unwrap(item, name, value));
          else style(chain, ...values);
          return chain;
        };
      },
    },
  );
  return chain;
}

/** `@Extend` functions by component, and `@Styles` functions (component ''), by name. */
const styles = new Map<string, StyleBody>();

/** Registers `@Extend(component) function name` or, with component '', `@Styles function name`. */
export function addStyle(component: string, name: string, body: StyleBody): void {
  styles.set(`${component}.${name}`, body);
}

function findStyle(item: UiElement, name: string): StyleBody | undefined {
  const owned = item.find((one) => (one.owned?.styles.includes(name) === true ? one.owned : undefined));
  if (owned !== undefined) {
    const { instance } = owned;
    return (self) => (instance as Record<string, StyleBody>)[name]?.call(instance, self);
  }
  return styles.get(`${item.type}.${name}`) ?? styles.get(`.${name}`);
}

/** Reads a two-way field, also in an object of options, and keeps how to write it. */
function unwrap(item: UiElement, attribute: string, value: unknown): unknown {
  if (value instanceof TwoWay) {
    item.bindings[attribute] = value.write;
    return value.read();
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const options = Object.entries(value);
  if (!options.some(([, option]) => option instanceof TwoWay)) return value;
  return Object.fromEntries(options.map(([name, option]) => [name, unwrap(item, name, option)]));
}

function standing<T>(where: UiElement | undefined, running: UiElement | undefined, run: () => T): T {
  const outer = [place, current] as const;
  place = where;
  current = running;
  try {
    return run();
  } finally {
    [place, current] = outer;
  }
}

function call(handler: unknown): void {
  if (typeof handler === 'function') readingAs(undefined, () => void (handler as () => void)());
}
