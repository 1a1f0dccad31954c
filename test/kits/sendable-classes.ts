/** The classes that are sendable: those of ArkTS code that are `@Sendable`, and some of the system's. */

/** Classes and their prototypes. */
const known = new WeakSet<object>();

/** What `@Sendable` does. */
export function sendable<T>(type: T): T {
  if (typeof type === 'function') {
    known.add(type);
    known.add(type.prototype as object);
  }
  return type;
}

/** True for a sendable class, and for an instance of one. */
export function isOfSendableClass(value: object): boolean {
  for (let part: object | null = value; part !== null; part = Object.getPrototypeOf(part) as object | null) {
    if (known.has(part)) return true;
  }
  return false;
}
