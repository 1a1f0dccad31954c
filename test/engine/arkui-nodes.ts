/** Nodes that code makes: BuilderNode holds what a builder describes, FrameNode holds nodes, and NodeContainer shows one. */
import { BusinessError } from '../kits/business-error.ts';
import type { UiNode } from '../kits/ui-tree.ts';
import { Cell, readingAs } from './arkui-cells.ts';
import { uiContext } from './arkui-context.ts';
import { opaque } from './arkui-observe.ts';
import { UiElement } from './arkui-tree.ts';

interface Wrapped {
  builder: (...values: unknown[]) => void;
}

/** A node with others in it. */
export class FrameNode {
  readonly [opaque] = true;
  #children: FrameNode[] = [];
  #parent: FrameNode | null = null;
  #content: UiElement | undefined;

  constructor(context: object) {
    if (typeof context !== 'object') throw new BusinessError(401, 'Parameter error. A FrameNode takes a UIContext');
  }

  /** The node of a BuilderNode. */
  static of(content: UiElement): FrameNode {
    const node = new FrameNode(uiContext);
    node.#content = content;
    return node;
  }

  /** What it shows. */
  get shown(): UiNode[] {
    return [...(this.#content?.children ?? []), ...this.#children.flatMap((child) => child.shown)];
  }

  /** Whose `@Provide` variables its content meets. */
  adopt(container: UiElement): void {
    if (this.#content !== undefined) this.#content.scope = container;
    for (const child of this.#children) child.adopt(container);
  }

  appendChild(child: FrameNode): void {
    this.#insert(child, this.#children.length);
  }

  insertChildAfter(child: FrameNode, sibling: FrameNode | null): void {
    this.#insert(child, sibling === null ? 0 : this.#children.indexOf(sibling) + 1);
  }

  removeChild(child: FrameNode): void {
    if (child.#parent !== this) return;
    this.#children = this.#children.filter((one) => one !== child);
    child.#parent = null;
  }

  clearChildren(): void {
    for (const child of [...this.#children]) this.removeChild(child);
  }

  getChild(index: number): FrameNode | null {
    return this.#children[index] ?? null;
  }

  getFirstChild(): FrameNode | null {
    return this.getChild(0);
  }

  getChildrenCount(): number {
    return this.#children.length;
  }

  getNextSibling(): FrameNode | null {
    return this.#sibling(1);
  }

  getPreviousSibling(): FrameNode | null {
    return this.#sibling(-1);
  }

  getParent(): FrameNode | null {
    return this.#parent;
  }

  isModifiable(): boolean {
    return this.#content === undefined;
  }

  dispose(): void {
    this.#parent?.removeChild(this);
  }

  #sibling(step: number): FrameNode | null {
    if (this.#parent === null) return null;
    const all = this.#parent.#children;
    return all[all.indexOf(this) + step] ?? null;
  }

  #insert(child: FrameNode, index: number): void {
    if (!this.isModifiable()) throw new BusinessError(100021, 'The FrameNode is not modifiable.');
    if (child.#parent !== null) throw new BusinessError(100025, 'The FrameNode has a parent already');
    this.#children.splice(index, 0, child);
    child.#parent = this;
  }
}

/** Builds a tree of its own from a builder, whose argument can be changed. */
export class BuilderNode {
  readonly [opaque] = true;
  #content: UiElement | undefined;
  #frame: FrameNode | null = null;
  #argument: Cell | undefined;

  constructor(_context: object, _options?: object) {}

  build(wrapped: Wrapped, ...rest: unknown[]): void {
    this.dispose();
    const values = rest.length === 0 ? [] : [this.#reference(rest[0])];
    const content = new UiElement(() => undefined, undefined);
    content.update();
    content.build(() => wrapped.builder(...values));
    this.#content = content;
    this.#frame = FrameNode.of(content);
  }

  /** What was built reads the members of the new argument. */
  update(argument: unknown): void {
    if (this.#argument !== undefined) this.#argument.value = argument;
  }

  reuse(argument: unknown): void {
    this.update(argument);
  }

  recycle(): void {}

  getFrameNode(): FrameNode | null {
    return this.#frame;
  }

  dispose(): void {
    this.#content?.dispose();
    this.#frame?.dispose();
    this.#content = undefined;
    this.#frame = null;
  }

  #reference(argument: unknown): unknown {
    if (typeof argument !== 'object' || argument === null) return argument;
    const cell = new Cell(argument, 'value');
    this.#argument = cell;
    return new Proxy(argument, { get: (_target, name) => Reflect.get(cell.value as object, name) as unknown });
  }
}

/** Makes the node of a NodeContainer; the methods are there to be overridden. */
export class NodeController {
  readonly [opaque] = true;
  /** The container that shows it. */
  container: UiElement | undefined;

  makeNode(_context: object): FrameNode | null {
    return null;
  }

  aboutToAppear?(): void;
  aboutToDisappear?(): void;

  /** Asks makeNode once more. */
  rebuild(): void {
    if (this.container !== undefined) make(this.container, this);
  }
}

const nodes = new WeakMap<UiElement, FrameNode | null>();

function make(item: UiElement, controller: NodeController): void {
  const node = readingAs(undefined, () => controller.makeNode(uiContext));
  node?.adopt(item);
  nodes.set(item, node);
}

/** Makes an element a NodeContainer. */
export function becomeNodeContainer(item: UiElement): void {
  const [controller] = item.args;
  item.arrange = () => nodes.get(item)?.shown ?? [];
  if (!(controller instanceof NodeController) || controller.container === item) return;
  controller.container = item;
  make(item, controller);
  readingAs(undefined, () => controller.aboutToAppear?.());
  item.cleanups.push(() => {
    controller.container = undefined;
    controller.aboutToDisappear?.();
  });
}
