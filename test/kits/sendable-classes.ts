/** The classes that are sendable: those of ArkTS code that are `@Sendable`, and some of the system's. */

/** A class by file and name. */
export interface Origin {
  url: string;
  name: string;
}

/** Classes and their prototypes. */
const known = new WeakSet<object>();
/** By prototype. */
const origins = new WeakMap<object, Origin>();
/** Prototypes by file and name. */
const prototypes = new Map<string, object>();

/** Makes a class sendable. */
export function sendable<T>(type: T): T {
  if (typeof type === 'function') {
    known.add(type);
    known.add(type.prototype as object);
  }
  return type;
}

/** What `@Sendable` does: instances have the fields of their class and no others. */
export function Sendable(type: unknown): unknown {
  if (typeof type !== 'function') return type;
  const sealing: object = new Proxy(type, {
    construct(target, values, made) {
      const instance = Reflect.construct(target, values, made) as object;
      // The constructor of a subclass adds fields after this one.
      return made === sealing ? Object.seal(instance) : instance;
    },
  });
  Object.defineProperty(type.prototype, 'constructor', { value: sealing, writable: true, configurable: true });
  sendable(type);
  return sendable(sealing);
}

/** Registers a class of ArkTS code under its file and name; lowered files call it for each one. */
export function sendableClass(type: new () => object, url: string, name: string): void {
  const prototype = type.prototype as object;
  origins.set(prototype, { url, name });
  prototypes.set(`${url}#${name}`, prototype);
}

/** Where the class of an instance was written; undefined when it is none of ArkTS code. */
export function originOfClass(value: object): Origin | undefined {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null ? undefined : origins.get(prototype);
}

/** The prototype of a class; undefined when its file has not been loaded. */
export function sendableClassOf({ url, name }: Origin): object | undefined {
  return prototypes.get(`${url}#${name}`);
}

/** True for a sendable class, and for an instance of one. */
export function isOfSendableClass(value: object): boolean {
  for (let part: object | null = value; part !== null; part = Object.getPrototypeOf(part) as object | null) {
    if (known.has(part)) return true;
  }
  return false;
}
