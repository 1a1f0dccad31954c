/** The component tree: what `build()` records instead of drawing. Nodes, the attribute chain, and the place being built. */

/** One component of the tree. */
export interface UiNode {
  /** `Text`, `Column`, or the name of a struct. */
  type: string;
  args: readonly unknown[];
  /** Attribute name to the arguments of its last call; handlers too: `attrs.onClick[0]()`. */
  attrs: Record<string, readonly unknown[]>;
  children: UiNode[];
  /** The instance behind a struct's node. */
  instance?: object;
}

/** The chain after a component: every call records an attribute or applies a style. */
export type AttributeChain = Record<string, (...values: unknown[]) => AttributeChain>;

type StyleBody = (self: AttributeChain, ...values: unknown[]) => void;

/** `@Extend` functions by component, and `@Styles` functions (component ''), by name. */
const styles = new Map<string, StyleBody>();
/** Nodes being built, innermost last. */
const stack: UiNode[] = [];
/** Structs being built, innermost last: their own `@Styles` methods apply inside. */
const owners: { instance: object; styles: readonly string[] }[] = [];

/** Registers `@Extend(component) function name` or, with component '', `@Styles function name`. */
export function addStyle(component: string, name: string, body: StyleBody): void {
  styles.set(`${component}.${name}`, body);
}

/** Adds a node to the component being built. Outside of any build it stands alone. */
export function addNode(type: string, args: readonly unknown[]): UiNode {
  const node: UiNode = { type, args, attrs: {}, children: [] };
  stack.at(-1)?.children.push(node);
  return node;
}

/** Runs a block whose components become children of the node. */
export function buildInto(node: UiNode, block: () => void): void {
  stack.push(node);
  try {
    block();
  } finally {
    stack.pop();
  }
}

/** Runs a struct's `build()` into its node. */
export function buildInstance(node: UiNode, instance: object & { build?: () => void }, own: readonly string[]): void {
  owners.push({ instance, styles: own });
  try {
    buildInto(node, () => instance.build?.());
  } finally {
    owners.pop();
  }
}

/** The attribute chain of a node. */
export function chainOf(node: UiNode): AttributeChain {
  const chain: AttributeChain = new Proxy(
    {},
    {
      get(_target, name) {
        // Not a promise, whoever asks.
        if (typeof name !== 'string' || name === 'then') return undefined;
        const style = findStyle(node.type, name);
        return (...values: unknown[]): AttributeChain => {
          if (style === undefined) node.attrs[name] = values;
          else style(chain, ...values);
          return chain;
        };
      },
    },
  );
  return chain;
}

function findStyle(type: string, name: string): StyleBody | undefined {
  const owner = owners.at(-1);
  if (owner?.styles.includes(name) === true) {
    const { instance } = owner;
    return (self) => (instance as Record<string, StyleBody>)[name]?.call(instance, self);
  }
  return styles.get(`${type}.${name}`) ?? styles.get(`.${name}`);
}

/** All nodes of a tree, outermost first. */
export function* walk(node: UiNode): Generator<UiNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
