/**
 * The component runtime that lowered .ets files import as `arkhost:arkui`. It keeps a tree of components and builds again
 * what state has changed; it draws and lays out nothing. Importing it defines the globals of ArkUI.
 */
import type { UiPage } from '../kits/ui-tree.ts';
import { readingAs } from './arkui-cells.ts';
import { defineGlobals } from './arkui-globals.ts';
import { linksOf } from './arkui-links.ts';
import type { Links } from './arkui-links.ts';
import type { Monitored } from './arkui-monitor.ts';
import { LocalStorage } from './arkui-storage.ts';
import { child, defineStruct, isStruct } from './arkui-struct.ts';
import type { Block, Decorator, Field, Fields, StructComponent, StructInstance } from './arkui-struct.ts';
import { TwoWay, addStyle, become, chainOf } from './arkui-chain.ts';
import type { AttributeChain } from './arkui-chain.ts';
import './arkui-bind.ts';
import { becomeCounter, becomeStepper } from './arkui-counter.ts';
import { becomeNavigation, navigateBack } from './arkui-navigation.ts';
import { overlaysFor, rootNode } from './arkui-overlay.ts';
import { becomeNodeContainer } from './arkui-nodes.ts';
import './arkui-queries.ts';
import './arkui-slots.ts';
import { becomeSwiper } from './arkui-swiper.ts';
import { becomeTabs } from './arkui-tabs.ts';
import { UiElement, element, settle } from './arkui-tree.ts';
import type { UiNode } from './arkui-tree.ts';

export { branch } from './arkui-loops.ts';
export { child } from './arkui-struct.ts';
export type { StructComponent } from './arkui-struct.ts';
export { element, settle, walk } from './arkui-tree.ts';
export type { UiNode } from './arkui-tree.ts';

/** A page on show. */
export interface Page extends UiPage {
  root: UiNode;
  instance: StructInstance;
}

interface PlaceOptions {
  /** The only argument is a literal: a builder reads its members when it needs them. */
  byReference?: boolean;
  links?: Links;
  chain?: (node: AttributeChain) => unknown;
}

/** Components that are more than their children. */
const containers: Readonly<Record<string, (item: UiElement, body: Block) => void>> = {
  Counter: becomeCounter,
  Navigation: becomeNavigation,
  NodeContainer: becomeNodeContainer,
  Stepper: becomeStepper,
  Swiper: becomeSwiper,
  Tabs: becomeTabs,
};

/** The `@Entry` struct that was loaded last: pages are found by file, and need not export theirs. */
let lastEntry: StructComponent | undefined;

/** Makes a struct callable, and remembers it when it is a page. */
export function struct(
  type: new () => StructInstance,
  decorators: readonly Decorator[],
  fields: readonly Field[],
  styles: readonly string[],
  monitors: readonly Monitored[] = [],
  computed: readonly string[] = [],
): StructComponent {
  const component = defineStruct({ type, decorators, fields, styles, monitors, computed });
  const entry = decorators.find(([name]) => name === 'Entry');
  if (entry === undefined) return component;
  lastEntry = component;
  const route = (entry[1] as { routeName?: string } | undefined)?.routeName;
  if (route !== undefined) namedEntries.set(route, component);
  return component;
}

/** Makes the running element a built-in component; its block of children is built once. */
export function builtin(type: string, args: readonly unknown[], body: Block): AttributeChain {
  const item = become(type, args);
  const container = containers[type];
  if (container !== undefined) container(item, body);
  else if (body !== undefined && !item.isBuilt) item.build(body);
  return chainOf(item);
}

/** A call in a place for components: of a custom component, or of a builder. */
export function place(callee: unknown, self: unknown, args: () => unknown[], options: PlaceOptions = {}): void {
  const { byReference = false, links, chain } = options;
  if (isStruct(callee)) {
    element(() => {
      const node = child(callee, args(), undefined, links);
      return chain === undefined ? node : chain(node);
    });
    return;
  }
  if (typeof callee !== 'function') throw new TypeError(`a builder or component was expected, not ${String(callee)}`);
  const values = byReference ? [reference(args, links)] : args();
  const result = (callee as (...values: unknown[]) => unknown).apply(self, values);
  chain?.(result as AttributeChain);
}

/** What a builder gets by reference: each member is asked for where and when it is used. */
function reference(args: () => unknown[], links: Links): object {
  const fields = readingAs(undefined, () => args()[0] as Fields);
  const proxy: Fields & { [linksOf]?: Links } = {};
  for (const name of Object.keys(fields)) {
    Object.defineProperty(proxy, name, { enumerable: true, get: () => (args()[0] as Fields)[name] });
  }
  if (links !== undefined) Object.defineProperty(proxy, linksOf, { value: links });
  return proxy;
}

/** `$$this.field`. */
export function twoWay(read: () => unknown, write: (value: unknown) => void): TwoWay {
  return new TwoWay(read, write);
}

/** `@Extend(component) function name`. */
export function extend(
  component: string,
  name: string,
  body: (self: AttributeChain, ...values: unknown[]) => void,
): void {
  addStyle(component, name, body);
}

/** `@Styles function name`. */
export function style(name: string, body: (self: AttributeChain) => void): void {
  addStyle('', name, body);
}

/** The page that the last import loaded, once. */
export function takeEntry(): StructComponent | undefined {
  const entry = lastEntry;
  lastEntry = undefined;
  return entry;
}

/** Pages by `@Entry({ routeName })`, of the files that are loaded. */
const namedEntries = new Map<string, StructComponent>();

/** The page of a named route; undefined when no loaded file has one of that name. */
export function namedEntry(name: string): StructComponent | undefined {
  return namedEntries.get(name);
}

/** What `LocalStorage.getShared` gives to the page that is loaded next. */
export function shareStorage(storage: LocalStorage | undefined): void {
  LocalStorage.shared = storage;
}

/** Makes a page of an `@Entry` struct: creates it, lets it appear, and builds its tree. */
export function openPage(entry: StructComponent, storage?: LocalStorage): Page {
  const root = new UiElement(() => child(entry, []), undefined);
  const overlays = overlaysFor(root);
  const [, argument] = entry.definition.decorators.find(([name]) => name === 'Entry') ?? [];
  const declared = (argument as { storage?: LocalStorage } | undefined)?.storage ?? argument;
  // As on a device: what the page names comes before what it was loaded with.
  root.storage = declared instanceof LocalStorage ? declared : storage;
  root.update();
  settle();
  const instance = root.instance as StructInstance;
  return {
    root: rootNode(root, overlays),
    overlays,
    instance,
    settle,
    show: () => instance.onPageShow?.(),
    hide: () => instance.onPageHide?.(),
    back: () => {
      const overlay = overlays.findLast((one) => one.staysOnBack !== true);
      overlay?.dismiss();
      return overlay !== undefined || navigateBack(root) || instance.onBackPress?.() === true;
    },
    close: () => {
      for (const overlay of overlays.splice(0)) overlay.dispose();
      root.dispose();
    },
  };
}

defineGlobals((type, args) => element(() => builtin(type, args, undefined)) as AttributeChain);
