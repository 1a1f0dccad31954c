/** Tabs: one TabContent is on show, and the bar has an item for each. */
import { isResource } from '../kits/resource-values.ts';
import type { UiNode } from '../kits/ui-tree.ts';
import { become } from './arkui-chain.ts';
import { readingAs } from './arkui-cells.ts';
import { TabsController } from './arkui-controllers.ts';
import { UiElement, element, finishers } from './arkui-tree.ts';

interface TabsState {
  index: number;
  /** The index that the page gave last. */
  given: unknown;
  bar: UiNode;
  items: UiNode[];
}

const states = new WeakMap<UiElement, TabsState>();
/** The bar item of a TabContent, which stands beside its content. */
const barItems = new WeakMap<UiElement, UiElement>();

/** Makes an element Tabs. */
export function becomeTabs(item: UiElement, body: (() => void) | undefined): void {
  const options = (item.args[0] ?? {}) as { index?: number; controller?: unknown };
  const state = states.get(item) ?? newState(item);
  if (options.index !== undefined && !Object.is(options.index, state.given)) {
    state.given = options.index;
    state.index = Number(options.index);
  }
  if (options.controller instanceof TabsController) options.controller.attach((index) => select(item, state, index));
  if (!item.isBuilt && body !== undefined) item.build(body);
  item.arrange = (children) => arrange(state, children);
}

function newState(item: UiElement): TabsState {
  const state: TabsState = {
    index: 0,
    given: undefined,
    items: [],
    bar: {
      type: 'TabBar',
      args: [],
      attrs: {},
      bindings: {},
      parent: item,
      get children() {
        return state.items;
      },
    },
  };
  states.set(item, state);
  return state;
}

function arrange(state: TabsState, children: UiNode[]): UiNode[] {
  const contents = children.filter((node) => node.type === 'TabContent');
  state.items = contents.flatMap((node) => barItems.get(node as UiElement) ?? []);
  const content = contents[state.index];
  return [...(content === undefined ? [] : [content]), ...(state.items.length === 0 ? [] : [state.bar])];
}

function contentsOf(item: UiElement): UiElement[] {
  const all: UiElement[] = [];
  const look = (parts: readonly UiElement[]): void => {
    for (const part of parts) {
      if (part.type === 'TabContent') all.push(part);
      else if (part.type === '') look(part.parts);
    }
  };
  look(item.parts);
  return all;
}

function select(item: UiElement, state: TabsState, index: number): void {
  const contents = contentsOf(item);
  if (index < 0 || index >= contents.length || index === state.index) return;
  const before = contents[state.index];
  state.index = index;
  call(before, 'onWillHide');
  call(contents[index], 'onWillShow');
  item.bindings['index']?.(index);
  item.bindings['']?.(index);
  call(item, 'onChange', index);
}

function call(item: UiElement | undefined, name: string, ...values: unknown[]): void {
  const handler = item?.attrs[name]?.[0];
  if (typeof handler === 'function') (handler as (...values: unknown[]) => void)(...values);
}

/** Builds the bar item of a TabContent from its `tabBar`. */
function buildBarItem(content: UiElement): void {
  if (content.type !== 'TabContent') return;
  barItems.get(content)?.dispose();
  const value = content.attrs['tabBar']?.[0];
  if (value === undefined) return;
  const tabs = content.find((one) => (one.type === 'Tabs' ? one : undefined));
  const bar = new UiElement(() => become('TabBarItem', []), undefined);
  bar.scope = content;
  barItems.set(content, bar);
  bar.update();
  bar.build(() => {
    if (typeof value === 'function') (value as () => void)();
    else element(() => void become('Text', [labelOf(value)]));
  });
  bar.reactions = {
    click: () => {
      const state = tabs === undefined ? undefined : states.get(tabs);
      if (tabs === undefined || state === undefined) return;
      const index = contentsOf(tabs).indexOf(content);
      call(tabs, 'onTabBarClick', index);
      select(tabs, state, index);
    },
  };
  content.cleanups.push(() => bar.dispose());
}

finishers.push((item) => readingAs(undefined, () => buildBarItem(item)));

/** A string, `$r`, `{ text, icon }`, or a SubTabBarStyle or BottomTabBarStyle. */
function labelOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isResource(value)) return value;
  const { text, content } = value as { text?: unknown; content?: unknown };
  return text ?? content ?? '';
}
