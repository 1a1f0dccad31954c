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

/** Run after every update of an element: they look at its attributes. */
export const finishers: ((item: UiElement) => void)[] = [];

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
  /** What is around it for `@Consume` and stores, when it stands above the page: `parent` is none then. */
  scope?: UiElement;
  /** Chooses and orders what is on show of its children. */
  arrange?: (children: UiNode[]) => UiNode[];
  /** Parts that its attributes build: titles, headers. Built again with every update. */
  slots: UiElement[] = [];
  /** What the component does by itself when it is clicked or pressed for long. */
  reactions: { click?: () => void; longClick?: () => void } = {};
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
    const all = [...this.slots, ...this.parts].flatMap((part) => (part.type === '' ? part.children : [part]));
    return this.arrange === undefined ? all : this.arrange(all);
  }

  /** Runs the element's function. Returns what it returns. */
  update(): unknown {
    forget(this);
    this.attrs = {};
    this.bindings = {};
    this.reactions = {};
    for (const slot of this.slots.splice(0)) slot.dispose();
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
    for (const finish of finishers) finish(this);
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
    for (const part of [...this.slots, ...this.parts]) part.dispose();
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
    const around = this.parent ?? this.scope;
    return own !== undefined || around === undefined ? own : around.find(pick);
  }

  /** Builds a part that stands for an attribute. */
  fill(block: () => void): void {
    const slot = new UiElement(() => undefined, this);
    this.slots.push(slot);
    slot.build(block);
  }

  /** Takes over what arguments of the element have built so far. */
  takeAside(): UiElement[] {
    return this.#aside?.parts.splice(0) ?? [];
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

/** Puts elements that exist where the running code builds. */
export function adopt(items: readonly UiElement[]): void {
  place?.parts.push(...items);
}

/** The element whose function is running. */
export function currentElement(): UiElement {
  if (current === undefined) throw new Error('a component can only be made while a page is built');
  return current;
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
