/** `@ohos.arkui.modifier`: modifiers that keep the attributes they are told, and give them to each component they are set on. */

type Chain = Record<string, (...values: unknown[]) => unknown>;

/** The base of all: every method that it does not have is an attribute to keep. */
export class CommonModifier {
  constructor() {
    const kept = new Map<string, readonly unknown[]>();
    const proxy: object = new Proxy(this, {
      get: (target, name, receiver) => {
        if (name === keptName) return kept;
        if (typeof name === 'symbol' || name in target || silent.has(name)) return Reflect.get(target, name, receiver);
        return (...values: unknown[]): object => {
          kept.set(name, values);
          return proxy;
        };
      },
    });
    return proxy as this;
  }

  /** Gives the component what was kept; a subclass calls it, or not. */
  applyNormalAttribute(instance: Chain): void {
    const kept = (this as { [keptName]?: Map<string, readonly unknown[]> })[keptName];
    for (const [name, values] of kept ?? []) instance[name]?.(...values);
  }
}

const keptName = Symbol('kept');
/** Methods that a modifier may have but need not, and what the language asks for. */
const silent = new Set([
  'applyPressedAttribute',
  'applyFocusedAttribute',
  'applyDisabledAttribute',
  'applySelectedAttribute',
  'then',
  'toJSON',
]);

export type Modifier = typeof CommonModifier;

/** Makes `TextModifier` and its like. */
export function modifierClass(name: string): Modifier {
  return { [name]: class extends CommonModifier {} }[name] as Modifier;
}
