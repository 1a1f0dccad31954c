/**
 * The component runtime that lowered .ets files import as `arkhost:arkui`. It records a tree of components; it draws and
 * lays out nothing. Importing it defines the globals of ArkUI.
 */
import { defineGlobals } from './arkui-globals.ts';
import { addNode, addStyle, buildInstance, buildInto, chainOf } from './arkui-tree.ts';
import type { AttributeChain, UiNode } from './arkui-tree.ts';

export { walk } from './arkui-tree.ts';
export type { UiNode } from './arkui-tree.ts';

type Decorator = readonly [name: string, argument?: unknown];
type Field = readonly [name: string, decorators: readonly Decorator[]];
type Block = (() => void) | undefined;

/** What the runtime calls on a struct's instance. */
interface StructInstance {
  build?(): void;
  aboutToAppear?(): void;
  aboutToDisappear?(): void;
  onPageShow?(): void;
  onPageHide?(): void;
}

interface Definition {
  type: new () => StructInstance;
  decorators: readonly Decorator[];
  fields: readonly Field[];
  styles: readonly string[];
}

/** A struct as other code sees it: called like a function to be placed in a tree. */
export interface StructComponent {
  (parameters?: Record<string, unknown>): AttributeChain;
  readonly definition: Definition;
}

/** A page on show. */
export interface Page {
  root: UiNode;
  instance: StructInstance;
  /** Names of its `@Styles` methods. */
  styles: readonly string[];
}

/** The `@Entry` struct that was loaded last: pages are found by file, and need not export theirs. */
let lastEntry: StructComponent | undefined;

/** Makes a struct callable, and remembers it when it is a page. */
export function struct(
  type: Definition['type'],
  decorators: readonly Decorator[],
  fields: readonly Field[],
  styles: readonly string[],
): StructComponent {
  const definition: Definition = { type, decorators, fields, styles };
  const component: StructComponent = Object.assign(
    (parameters?: Record<string, unknown>): AttributeChain => chainOf(place(component, parameters, undefined)),
    { definition },
  );
  Object.defineProperty(component, 'name', { value: type.name });
  if (decorators.some(([name]) => name === 'Entry')) lastEntry = component;
  return component;
}

/** A built-in component, with its block of children. */
export function builtin(type: string, args: readonly unknown[], body: Block): AttributeChain {
  const node = addNode(type, args);
  if (body !== undefined) buildInto(node, body);
  return chainOf(node);
}

/** A struct with a trailing block, which fills its `@BuilderParam`. */
export function child(component: StructComponent, args: readonly unknown[], body: Block): AttributeChain {
  return chainOf(place(component, args[0] as Record<string, unknown> | undefined, body));
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

/** Makes a page of an `@Entry` struct: creates it, lets it appear, and builds its tree. */
export function openPage(entry: StructComponent): Page {
  const root = place(entry, undefined, undefined);
  const instance = root.instance as StructInstance;
  instance.onPageShow?.();
  return { root, instance, styles: entry.definition.styles };
}

/** Builds a page's tree again, after its state changed. */
export function rebuildPage(page: Page): void {
  page.root.children = [];
  buildInstance(page.root, page.instance, page.styles);
}

/** Lets a page disappear. */
export function closePage(page: Page): void {
  page.instance.onPageHide?.();
  page.instance.aboutToDisappear?.();
}

function place(component: StructComponent, parameters: Record<string, unknown> | undefined, body: Block): UiNode {
  const { definition } = component;
  const node = addNode(definition.type.name, parameters === undefined ? [] : [parameters]);
  const instance = new definition.type();
  node.instance = instance;
  setFields(instance, definition, parameters ?? {}, body);
  instance.aboutToAppear?.();
  buildInstance(node, instance, definition.styles);
  return node;
}

function setFields(
  instance: StructInstance,
  definition: Definition,
  parameters: Record<string, unknown>,
  body: Block,
): void {
  const target = instance as Record<string, unknown>;
  const names = new Set(definition.fields.map(([name]) => name));
  for (const [name, value] of Object.entries(parameters)) {
    if (!names.has(name)) throw new Error(`struct ${definition.type.name} has no field '${name}'`);
    target[name] = value;
  }
  if (body === undefined) return;
  const builder = definition.fields.find(([, decorators]) => decorators.some(([name]) => name === 'BuilderParam'));
  if (builder === undefined)
    throw new Error(`struct ${definition.type.name} has no @BuilderParam for the block after it`);
  target[builder[0]] = body;
}

defineGlobals(builtin);
