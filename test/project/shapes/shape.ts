import type { SchemaObject } from 'ajv';

/** Builders for the shapes of project files. `description` is what an error tells the reader to write. */

/** An object that may hold the given fields only. */
export function closed(properties: Record<string, SchemaObject>, required: string[] = []): SchemaObject {
  return { type: 'object', properties, required, additionalProperties: false, description: 'an object' };
}

/** An object that may hold other fields too. */
export function open(properties: Record<string, SchemaObject>, required: string[] = []): SchemaObject {
  return { type: 'object', properties, required, description: 'an object' };
}

/** A list, with at least `least` elements. */
export function listOf(items: SchemaObject, least = 0): SchemaObject {
  const count = least === 0 ? 'a list' : `a list with at least ${least} element${least === 1 ? '' : 's'}`;
  return { type: 'array', items, minItems: least, description: count };
}

/** A string that matches a pattern; `description` says in words what it has to look like. */
export function matching(pattern: RegExp, description: string, maxLength = 4096): SchemaObject {
  return { type: 'string', pattern: pattern.source, maxLength, description };
}

/** One of some words. */
export function oneOf(...words: string[]): SchemaObject {
  return { enum: words, description: `one of ${words.join(', ')}` };
}

/** Fields whose values are not looked at. */
export function anyFields(names: string): Record<string, SchemaObject> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, {}]));
}

export const string: SchemaObject = { type: 'string', description: 'a string' };
export const boolean: SchemaObject = { type: 'boolean', description: 'true or false' };
export const anything: SchemaObject = {};

/** A reference to a resource: `$string:app_name`. */
export function reference(...types: string[]): SchemaObject {
  const example = types.map((type) => `$${type}:name`).join(' or ');
  return matching(new RegExp(`^\\$(${types.join('|')}):\\w+$`), `a reference like ${example}`);
}

/** Package name to version or `file:` path. */
export const dependencyMap: SchemaObject = {
  type: 'object',
  additionalProperties: string,
  description: 'an object of package names and versions',
};
