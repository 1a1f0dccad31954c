/** Components above a page: custom dialogs, sheets, menus and popups that builders describe. */
import { announce } from '../kits/ui-events.ts';
import type { Overlay } from '../kits/overlay.ts';
import type { UiNode, UiPage } from '../kits/ui-tree.ts';
import { readingAs } from './arkui-cells.ts';
import { become } from './arkui-chain.ts';
import { UiElement } from './arkui-tree.ts';

/** How an overlay lives. */
export interface OverlayOptions {
  /** As UiTest calls it: `Dialog`, `Popup`. */
  type: string;
  isMenu?: boolean;
  /** The user wants it gone. Closes it, or not. Without one it closes. */
  dismissed?: (close: () => void) => void;
  /** It is gone. */
  closed?: () => void;
}

/** What stands above the page of an outermost element. */
const overlaysOf = new WeakMap<UiElement, Overlay[]>();

/** The list of a page that is about to be made. */
export function overlaysFor(root: UiElement): Overlay[] {
  const overlays: Overlay[] = [];
  overlaysOf.set(root, overlays);
  return overlays;
}

/** The overlays of the page that an element stands in, also when it is an overlay itself. */
export function overlaysAround(item: UiElement): Overlay[] {
  const found = item.find((one) => overlaysOf.get(one));
  return found ?? [];
}

/** A node that holds a page and all that is above it. */
export function rootNode(root: UiElement, overlays: readonly Overlay[]): UiNode {
  return {
    type: '',
    args: [],
    attrs: {},
    bindings: {},
    parent: undefined,
    // No component of its own: UiTest does not show it.
    instance: {},
    get children() {
      return [root, ...overlays.map((overlay) => overlay.node)];
    },
  };
}

/** Shows what a function builds. Returns what closes it; `scope` is around it for `@Consume`. */
export function openOverlay(
  overlays: Overlay[],
  scope: UiElement | undefined,
  build: () => void,
  options: OverlayOptions,
) {
  const { type, isMenu = false, dismissed, closed } = options;
  const item = new UiElement(() => {
    const own = become(type, []);
    if (!own.isBuilt) own.build(build);
  }, undefined);
  if (scope !== undefined) item.scope = scope;
  if (type === 'Dialog') announce('dialogShow', type, '');
  const close = (): void => {
    const index = overlays.indexOf(overlay);
    if (index < 0) return;
    overlays.splice(index, 1);
    item.dispose();
    readingAs(undefined, () => closed?.());
  };
  const overlay: Overlay = {
    node: item,
    isMenu,
    dismiss: () => (dismissed === undefined ? close() : dismissed(close)),
    dispose: () => item.dispose(),
  };
  overlays.push(overlay);
  item.update();
  return close;
}

/** The overlays of the page on show; undefined without one. */
export function overlaysOnShow(page: UiPage | undefined): Overlay[] | undefined {
  return page?.overlays;
}
