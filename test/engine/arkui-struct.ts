/** Structs: their fields become state variables, and their elements live as long as they are in the tree. */
import { readingAs } from './arkui-cells.ts';
import { bindField } from './arkui-fields.ts';
import type { Bound } from './arkui-fields.ts';
import type { Links } from './arkui-links.ts';
import { monitor } from './arkui-monitor.ts';
import type { Monitored } from './arkui-monitor.ts';
import { TwoWay, become, chainOf } from './arkui-chain.ts';
import type { AttributeChain } from './arkui-chain.ts';
import { construct } from './arkui-construct.ts';
import { Computed } from './arkui-computed.ts';
import { LocalStorage } from './arkui-storage.ts';
import { element } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';
import { CustomComponent } from './arkui-context.ts';

export type Decorator = readonly [name: string, argument?: unknown];
export type Field = readonly [name: string, decorators: readonly Decorator[]];
export type Block = (() => void) | undefined;
export type Fields = Record<string, unknown>;

/** What the runtime calls on a struct's instance. */
export interface StructInstance {
  build?(): void;
  aboutToAppear?(): void;
  onDidBuild?(): void;
  aboutToDisappear?(): void;
  onPageShow?(): void;
  onPageHide?(): void;
  onBackPress?(): boolean | void;
}

export interface Definition {
  type: new () => StructInstance;
  decorators: readonly Decorator[];
  fields: readonly Field[];
  styles: readonly string[];
  monitors: readonly Monitored[];
  /** Names of `@Computed` getters. */
  computed: readonly string[];
}

/** A struct as other code sees it: called like a function to be placed in a tree. */
export interface StructComponent {
  (parameters?: Fields): AttributeChain;
  readonly definition: Definition;
}

const bound = new WeakMap<UiElement, Bound[]>();

/** Makes a struct callable. */
export function defineStruct(definition: Definition): StructComponent {
  const component: StructComponent = Object.assign(
    (parameters?: Fields): AttributeChain => element(() => child(component, [parameters])) as AttributeChain,
    { definition },
  );
  Object.defineProperty(component, 'name', { value: definition.type.name });
  showStatics(component, definition.type);
  Object.setPrototypeOf(definition.type.prototype, CustomComponent.prototype);
  for (const name of definition.computed) Computed(definition.type.prototype as object, name);
  return component;
}

/** Static members of the struct, by its name in the code. */
function showStatics(component: StructComponent, type: Definition['type']): void {
  const statics = type as unknown as Fields;
  for (const name of Object.getOwnPropertyNames(type)) {
    if (Object.hasOwn(component, name)) continue;
    Object.defineProperty(component, name, {
      get: () => statics[name],
      set: (value: unknown) => {
        statics[name] = value;
      },
    });
  }
}

export function isStruct(value: unknown): value is StructComponent {
  return typeof value === 'function' && 'definition' in value;
}

/**
 * Makes the running element one of a struct; a trailing block fills its `@BuilderParam`. When the element runs again, the
 * struct stays, and what its parent gives it changes.
 */
export function child(
  component: StructComponent,
  args: readonly unknown[],
  block?: Block,
  links?: Links,
): AttributeChain {
  const { definition } = component;
  // `Child({ ... }, storage)`, or `Child(storage)` for a child without fields of its own.
  const storage = args.find((value) => value instanceof LocalStorage);
  const first = args[0] === storage ? undefined : args[0];
  const given = withWriters((first ?? {}) as Fields);
  const item = become(definition.type.name, first === undefined ? [] : [given]);
  if (storage !== undefined) item.storage = storage;
  if (item.isBuilt) for (const field of bound.get(item) ?? []) field.update?.(given);
  else readingAs(undefined, () => appear(item, definition, given, block, links));
  return chainOf(item);
}

/** `value: this.count!!` gives the value, and `$value` to write it. */
function withWriters(given: Fields): Fields {
  if (!Object.values(given).some((value) => value instanceof TwoWay)) return given;
  const all: Fields = {};
  for (const [name, value] of Object.entries(given)) {
    all[name] = value instanceof TwoWay ? value.read() : value;
    if (value instanceof TwoWay) all[`$${name}`] = value.write;
  }
  return all;
}

/** The controller of the dialog whose content is being made. */
let dialogController: object | undefined;

/** Makes the content of a dialog: its `@CustomDialog` struct gets the controller. */
export function makingDialog(controller: object, make: () => void): void {
  const outer = dialogController;
  dialogController = controller;
  try {
    make();
  } finally {
    dialogController = outer;
  }
}

const elements = new WeakMap<object, UiElement>();

/** The element of a struct's instance. */
export function elementOf(instance: object): UiElement | undefined {
  return elements.get(instance);
}

/** The field of a `@CustomDialog` struct that holds its controller. */
function controllerField({ decorators, fields }: Definition): string | undefined {
  if (!decorators.some(([name]) => name === 'CustomDialog')) return undefined;
  return fields.find(([, kinds]) => kinds.some(([name]) => name === 'CustomDialogController'))?.[0];
}

function appear(item: UiElement, definition: Definition, given: Fields, block: Block, links: Links): void {
  const { fields, styles, monitors } = definition;
  const instance = construct(definition, item, given);
  item.instance = instance;
  item.owned = { instance, styles };
  elements.set(instance, item);
  const controller = controllerField(definition);
  if (controller !== undefined && dialogController !== undefined) {
    (instance as Fields)[controller] = dialogController;
    dialogController = undefined;
  }
  checkNames(definition, given);
  const all = block === undefined ? given : { ...given, [builderField(definition)]: block };
  const cells = fields
    .map((field) => bindField(item, instance as Fields, field, all, links))
    .filter((field) => field !== undefined);
  bound.set(item, cells);
  for (const monitored of monitors) item.cleanups.push(monitor(instance, monitored));
  item.cleanups.push(
    () => instance.aboutToDisappear?.(),
    () => cells.forEach((field) => field.release()),
  );
  instance.aboutToAppear?.();
  item.build(() => instance.build?.());
  instance.onDidBuild?.();
}

function checkNames({ type, fields }: Definition, given: Fields): void {
  const names = new Set(fields.map(([name]) => name));
  for (const name of Object.keys(given)) {
    if (!names.has(name)) throw new Error(`struct ${type.name} has no field '${name}'`);
  }
}

function builderField({ type, fields }: Definition): string {
  const field = fields.find(([, decorators]) => decorators.some(([name]) => name === 'BuilderParam'));
  if (field === undefined) throw new Error(`struct ${type.name} has no @BuilderParam for the block after it`);
  return field[0];
}
