/**
 * `@Concurrent` functions and `@Sendable` classes: where each was written, so that another thread can find it. Lowered files
 * import this.
 */
export { sendableClass } from './sendable-classes.ts';

/** A function by file and name. */
export interface Origin {
  url: string;
  name: string;
}

const origins = new WeakMap<object, Origin>();
const functions = new Map<string, (...values: unknown[]) => unknown>();

/** Registers a function; lowered files call it for each one. */
export function concurrent(run: (...values: unknown[]) => unknown, url: string, name: string): void {
  origins.set(run, { url, name });
  functions.set(`${url}#${name}`, run);
}

/** Where a function was written; undefined when it is not marked. */
export function originOf(run: unknown): Origin | undefined {
  return typeof run === 'function' ? origins.get(run) : undefined;
}

/** The function of an origin, in this thread. Its file must have been imported. */
export function functionOf({ url, name }: Origin): (...values: unknown[]) => unknown {
  const found = functions.get(`${url}#${name}`);
  if (found === undefined) throw new Error(`${url} has no @Concurrent function ${name}`);
  return found;
}
