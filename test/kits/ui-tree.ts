/** The component tree as kits see it. The engine's component runtime builds it. */

import type { Overlay } from './overlay.ts';

/** One component of the tree. */
export interface UiNode {
  /** `Text`, `Column`, or the name of a struct. */
  type: string;
  args: readonly unknown[];
  /** Attribute name to the arguments of its last call; handlers too: `attrs.onClick[0]()`. */
  attrs: Readonly<Record<string, readonly unknown[]>>;
  /** Writes a two-way field (`$$this.text`), by the name of the option or attribute that it was given to. */
  bindings: Readonly<Record<string, (value: unknown) => void>>;
  readonly children: UiNode[];
  readonly parent: UiNode | undefined;
  /** The instance behind a struct's node. */
  instance?: object;
  /** What the component does by itself, beside its handlers. */
  readonly reactions?: { click?: () => void; longClick?: () => void };
}

/** A page on show. */
export interface UiPage {
  /** Holds the page and what stands above it. */
  readonly root: UiNode;
  /** What stands above the page, the last one on top. */
  readonly overlays: Overlay[];
  /** Builds again what changes of state have made necessary. Throws what the code of the page throws. */
  settle(): void;
  show(): void;
  hide(): void;
  /** Asks what is above the page, its navigation and its onBackPress; true when one of them has dealt with it. */
  back(): boolean;
  close(): void;
}

/** All nodes of a tree, outermost first. */
export function* walk(node: UiNode): Generator<UiNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
