/** How the system's sendable objects travel: each class says what it is made of. Classes that are not used cost nothing. */
import { load } from './lazy.ts';

/** What an object of a class is made of. */
export interface Carried {
  /** Module below this folder that knows the class. */
  module: string;
  kind: string;
  content: unknown;
}

type Next = (value: unknown) => unknown;

/** One class. */
export interface Carrier {
  module: string;
  kind: string;
  /** Undefined when the value is not of the class. */
  take(value: object, next: Next): unknown;
  make(content: never, next: Next): object;
}

const known = new Map<string, Carrier>();

export const carriers = {
  add(carrier: Carrier): void {
    known.set(carrier.kind, carrier);
  },

  take(value: object, next: Next): Carried | undefined {
    for (const { module, kind, take } of known.values()) {
      const content = take(value, next);
      if (content !== undefined) return { module, kind, content };
    }
    return undefined;
  },

  make({ module, kind, content }: Carried, next: Next): object {
    // This thread may not have used the class yet.
    if (!known.has(kind)) load(`./${module}`);
    const carrier = known.get(kind);
    if (carrier === undefined) throw new Error(`${module} does not know how to receive ${kind}`);
    return carrier.make(content as never, next);
  },
};
