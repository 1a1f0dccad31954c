/** Careful reading of parsed JSON: each function takes anything and gives undefined (or nothing) for a wrong shape. */

/** The object behind a value, or undefined when it is something else. */
export function record(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks into nested objects: `at(profile, 'app', 'products')`. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const key of path) {
    const object = record(here);
    if (object === undefined || !Object.hasOwn(object, key)) return undefined;
    here = object[key];
  }
  return here;
}

/** The elements of an array; none when it is not an array. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings of an array, others left out. */
export function texts(value: unknown): string[] {
  return list(value).filter((item) => typeof item === 'string');
}

/** The entries of an object whose values are strings: `dependencies` of a package file. */
export function textEntries(value: unknown): [string, string][] {
  const entries: [string, string][] = [];
  for (const [key, item] of Object.entries(record(value) ?? {})) {
    if (typeof item === 'string') entries.push([key, item]);
  }
  return entries;
}

/** Calls `visit` for every string inside a value, at any depth. */
export function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (Array.isArray(value)) for (const item of value) eachText(item, visit);
  else for (const item of Object.values(record(value) ?? {})) eachText(item, visit);
}
