/** Navigation: its own content, or the NavDestination on top of its stack, with what the pages are told about it. */
import type { UiNode } from '../kits/ui-tree.ts';
import { walk } from '../kits/ui-tree.ts';
import { readingAs } from './arkui-cells.ts';
import { routeBuilder } from './arkui-routes.ts';
import { newElement } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';
import { NavPathStack } from './nav-path-stack.ts';
import type { NavPathInfo } from './nav-path-stack.ts';

type Builder = (name: string, param: unknown) => void;

interface Shown {
  element: UiElement;
  /** Told onShown, and not yet onHidden. */
  isShown: boolean;
}

/** What belongs to one Navigation. */
interface Navigation {
  stack: NavPathStack;
  pages: Map<NavPathInfo, Shown>;
}

const navigations = new WeakMap<UiNode, Navigation>();
/** NavDestinationMode.DIALOG: what is below stays on show. */
const dialogMode = 1;

/** Makes an element a Navigation; `body` is its own content. */
export function becomeNavigation(item: UiElement, body: (() => void) | undefined): void {
  const given = item.args[0];
  const known = navigations.get(item);
  const stack = given instanceof NavPathStack ? given : (known?.stack ?? new NavPathStack());
  const navigation = known ?? { stack, pages: new Map<NavPathInfo, Shown>() };
  navigation.stack = stack;
  navigations.set(item, navigation);
  if (!item.isBuilt && body !== undefined) item.build(body);
  // Read, so that each change of the stack builds this again.
  void stack.changes.value;
  item.arrange = (children) => arrange(navigation, children);
  item.afterRender = () => readingAs(undefined, () => showPages(item, navigation));
}

function arrange({ stack, pages }: Navigation, children: UiNode[]): UiNode[] {
  const own = new Set([...pages.values()].flatMap(({ element }) => element.children));
  const visible = visiblePages(stack, pages);
  const home =
    visible.length < stack.entries.length || onlyDialogs(stack, pages) ? children.filter((node) => !own.has(node)) : [];
  const below = stack.entries.length === 0 || onlyDialogs(stack, pages) ? home : [];
  return [...below, ...visible.flatMap(({ element }) => element.children)];
}

function onlyDialogs(stack: NavPathStack, pages: Navigation['pages']): boolean {
  return stack.entries.every((entry) => isDialog(pages.get(entry)));
}

/** The last page, and those that dialogs leave visible below it. */
function visiblePages(stack: NavPathStack, pages: Navigation['pages']): Shown[] {
  const shown: Shown[] = [];
  for (const entry of [...stack.entries].reverse()) {
    const page = pages.get(entry);
    if (page === undefined) continue;
    shown.unshift(page);
    if (!isDialog(page)) break;
  }
  return shown;
}

function isDialog(page: Shown | undefined): boolean {
  return page !== undefined && destinationOf(page)?.attrs['mode']?.[0] === dialogMode;
}

function showPages(item: UiElement, { stack, pages }: Navigation): void {
  const build = item.attrs['navDestination']?.[0] as Builder | undefined;
  for (const [entry, page] of [...pages]) {
    if (stack.entries.includes(entry)) continue;
    hide(page);
    pages.delete(entry);
    tell(page, 'onWillDisappear');
    item.parts = item.parts.filter((part) => part !== page.element);
    page.element.dispose();
  }
  for (const entry of stack.entries) {
    if (pages.has(entry)) continue;
    const page = makePage(item, entry, build);
    pages.set(entry, page);
    tell(page, 'onWillAppear');
    tell(page, 'onReady', context(stack, entry));
  }
  const visible = new Set(visiblePages(stack, pages));
  for (const page of pages.values()) if (!visible.has(page)) hide(page);
  for (const page of visible) show(page);
  if (item.attrs['onNavBarStateChange'] !== undefined) tellBar(item, stack);
}

const barShown = new WeakMap<UiElement, boolean>();

function tellBar(item: UiElement, stack: NavPathStack): void {
  const isShown = stack.entries.length === 0;
  if ((barShown.get(item) ?? true) === isShown) return;
  barShown.set(item, isShown);
  (item.attrs['onNavBarStateChange']?.[0] as (visible: boolean) => void)(isShown);
}

function makePage(item: UiElement, { name, param }: NavPathInfo, build: Builder | undefined): Shown {
  const route = routeBuilder(name);
  if (build === undefined && route === undefined) {
    throw new Error(`Navigation has no page '${name}': give it .navDestination(builder), or add the name to routerMap`);
  }
  let made: UiElement | undefined;
  item.build(() => {
    const part = newElement(() => undefined);
    made = part;
    part.update();
    part.build(() => {
      build?.(name, param);
      if (![...walk(part)].some(isDestination)) route?.(name, param);
    });
  });
  return { element: made as UiElement, isShown: false };
}

function context(pathStack: NavPathStack, pathInfo: NavPathInfo): object {
  const { navDestinationId = '' } = pathInfo;
  return {
    pathStack,
    pathInfo,
    navDestinationId,
    uniqueId: Number(navDestinationId),
    mode: 0,
    getConfigInRouteMap: () => undefined,
  };
}

function destinationOf({ element }: Shown): UiNode | undefined {
  return [...walk(element)].find(isDestination);
}

function isDestination(node: UiNode): boolean {
  return node.type === 'NavDestination';
}

function tell(page: Shown, event: string, ...values: unknown[]): unknown {
  const handler = destinationOf(page)?.attrs[event]?.[0];
  if (typeof handler !== 'function') return undefined;
  return (handler as (...values: unknown[]) => unknown)(...values);
}

function show(page: Shown): void {
  if (page.isShown) return;
  page.isShown = true;
  tell(page, 'onWillShow');
  tell(page, 'onShown');
}

function hide(page: Shown): void {
  if (!page.isShown) return;
  page.isShown = false;
  tell(page, 'onWillHide');
  tell(page, 'onHidden');
}

/** The stack of a Navigation; undefined for another component. */
export function stackOf(node: UiNode): NavPathStack | undefined {
  return navigations.get(node)?.stack;
}

/** What is told of the destination that a part of a Navigation stands in; undefined outside of one. */
export function destinationInfo(node: UiNode): object | undefined {
  const navigation = node.parent === undefined ? undefined : navigations.get(node.parent);
  if (navigation === undefined) return undefined;
  for (const [entry, { element, isShown }] of navigation.pages) {
    if (element !== node) continue;
    const { name, param, navDestinationId } = entry;
    const index = navigation.stack.entries.indexOf(entry);
    // NavDestinationState: ON_SHOWN and ON_HIDDEN.
    return {
      navigationId: String(node.parent?.attrs['id']?.[0] ?? ''),
      name,
      param,
      index,
      state: isShown ? 0 : 1,
      navDestinationId,
    };
  }
  return undefined;
}

/** The back key in the navigations of a page, the innermost first. True when one of them has gone back. */
export function navigateBack(root: UiNode): boolean {
  for (const node of [...walk(root)].reverse()) {
    const navigation = navigations.get(node);
    const top = navigation?.stack.entries.at(-1);
    if (navigation === undefined || top === undefined) continue;
    const page = navigation.pages.get(top);
    if (page !== undefined && tell(page, 'onBackPressed') === true) return true;
    navigation.stack.pop();
    return true;
  }
  return false;
}
