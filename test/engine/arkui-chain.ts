/** Attributes of elements: the chain after a component, two-way fields, styles. */
import { adopt, currentElement } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';

/** The chain after a component: every call records an attribute or applies a style. */
export type AttributeChain = Record<string, (...values: unknown[]) => AttributeChain>;

type StyleBody = (self: AttributeChain, ...values: unknown[]) => void;

/** A field that a component may write: `$$this.text`. */
export class TwoWay {
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;

  constructor(read: () => unknown, write: (value: unknown) => void) {
    this.read = read;
    this.write = write;
  }
}

/** Says what the running element is. */
export function become(type: string, args: readonly unknown[]): UiElement {
  const item = currentElement();
  item.type = type;
  item.args = args.map((value) => unwrap(item, '', value));
  return item;
}

/** The attribute chain of an element. */
export function chainOf(item: UiElement): AttributeChain {
  const chain: AttributeChain = new Proxy(
    {},
    {
      get(_target, name) {
        // Not a promise, whoever asks.
        if (typeof name !== 'string' || name === 'then') return undefined;
        const style = findStyle(item, name);
        return (...values: unknown[]): AttributeChain => {
          if (name === 'attributeModifier') modify(chain, values[0]);
          else if (style === undefined) record(item, name, values);
          else style(chain, ...values);
          return chain;
        };
      },
    },
  );
  return chain;
}

/** `attributeModifier`: nothing is pressed, focused or selected, so the attributes of the normal state are those on show. */
function modify(chain: AttributeChain, modifier: unknown): void {
  (modifier as { applyNormalAttribute?(instance: AttributeChain): void } | undefined)?.applyNormalAttribute?.(chain);
}

/** `@Extend` functions by component, and `@Styles` functions (component ''), by name. */
const styles = new Map<string, StyleBody>();

/** Registers `@Extend(component) function name` or, with component '', `@Styles function name`. */
export function addStyle(component: string, name: string, body: StyleBody): void {
  styles.set(`${component}.${name}`, body);
}

function findStyle(item: UiElement, name: string): StyleBody | undefined {
  const owned = item.find((one) => (one.owned?.styles.includes(name) === true ? one.owned : undefined));
  if (owned !== undefined) {
    const { instance } = owned;
    return (self) => (instance as Record<string, StyleBody>)[name]?.call(instance, self);
  }
  return styles.get(`${item.type}.${name}`) ?? styles.get(`.${name}`);
}

/** Reads a two-way field, also in an object of options, and keeps how to write it. */
function unwrap(item: UiElement, attribute: string, value: unknown): unknown {
  if (value instanceof TwoWay) {
    item.bindings[attribute] = value.write;
    return value.read();
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const options = Object.entries(value);
  if (!options.some(([, option]) => option instanceof TwoWay)) return value;
  return Object.fromEntries(options.map(([name, option]) => [name, unwrap(item, name, option)]));
}

/** An argument that is missing because it was a call of a builder stands for what the builder has built. */
function record(item: UiElement, name: string, values: readonly unknown[]): void {
  const built = values.includes(undefined) ? item.takeAside() : [];
  // A component has one name: `key` and `id` both set it, and the later one stays.
  item.attrs[name === 'key' ? 'id' : name] = values.map((value) =>
    value === undefined && built.length > 0 ? () => adopt(built) : unwrap(item, name, value),
  );
}
