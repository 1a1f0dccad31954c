/** What stands above a page: dialogs, menus, popups, sheets, toasts. Those of the system are made of plain nodes here. */
import type { UiNode } from './ui-tree.ts';

/** Something above a page. */
export interface Overlay {
  readonly node: UiNode;
  /** A click on a MenuItem in it closes it. */
  readonly isMenu?: boolean;
  /** Stays when the user presses back. */
  readonly staysOnBack?: boolean;
  /** The user presses back or beside it; it may refuse. */
  dismiss(): void;
  /** The page goes. */
  dispose(): void;
}

/** A node of a system dialog. */
export interface PlainNode extends UiNode {
  children: PlainNode[];
  parent: PlainNode | undefined;
}

/** A node with its children. `attrs` are handlers and attributes by name. */
export function plainNode(
  type: string,
  argument: unknown,
  attrs: Record<string, unknown> = {},
  children: readonly (PlainNode | undefined)[] = [],
): PlainNode {
  const node: PlainNode = {
    type,
    args: argument === undefined ? [] : [argument],
    attrs: Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, [value]])),
    bindings: {},
    children: children.filter((child) => child !== undefined),
    parent: undefined,
  };
  for (const child of node.children) child.parent = node;
  return node;
}

/** A Text; undefined for no text. */
export function plainText(text: unknown): PlainNode | undefined {
  return text === undefined || text === '' ? undefined : plainNode('Text', text);
}

/** A Button with a label. */
export function plainButton(label: unknown, onClick: () => void, enabled = true): PlainNode {
  return plainNode('Button', label, { onClick, enabled });
}

/** Puts plain nodes above a page. Returns what takes them away. `dismissed` decides when the user leaves; else they go. */
export function openPlain(
  overlays: Overlay[],
  node: PlainNode,
  options: { isMenu?: boolean; staysOnBack?: boolean; dismissed?: (close: () => void) => void } = {},
): () => void {
  const { dismissed, ...rest } = options;
  const close = (): void => {
    const index = overlays.indexOf(overlay);
    if (index >= 0) overlays.splice(index, 1);
  };
  const overlay: Overlay = {
    ...rest,
    node,
    dispose: close,
    dismiss: () => (dismissed === undefined ? close() : dismissed(close)),
  };
  overlays.push(overlay);
  return close;
}
