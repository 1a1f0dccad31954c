/** `parameterFile` of the project's oh-package.json5: values that its package files name as `@param:key.key`. */
import { dirname, resolve } from 'node:path';
import { ProjectError } from './errors.ts';
import { readJson5 } from './json5.ts';
import { isFile } from './layout.ts';
import { at, text } from './values.ts';

/** Puts the parameters into a parsed package file, which is given for messages. */
export type Fill = (parsed: unknown, file: string) => unknown;

/**
 * How to fill the package files of a project.
 * @param parsed The project's own package file, as it is written.
 * @throws ProjectError when the file of the parameters is missing or cannot be parsed; `Fill` throws for an unknown one.
 */
export function parameters(parsed: unknown, file: string): Fill {
  const name = text(at(parsed, 'parameterFile'));
  if (name === undefined) return (value) => value;
  const source = resolve(dirname(file), name);
  if (!isFile(source)) throw new ProjectError(file, `"parameterFile" is ${name}, which does not exist; mend the path`);
  const values = readJson5(source);
  return (value, from) => fill(value, (key) => lookUp(values, key, source, from));
}

function fill(value: unknown, find: (key: string) => string): unknown {
  if (typeof value === 'string') return value.startsWith('@param:') ? find(value.slice('@param:'.length)) : value;
  if (Array.isArray(value)) return value.map((item) => fill(item, find));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, find)]));
}

function lookUp(values: unknown, key: string, source: string, from: string): string {
  const found = text(at(values, ...key.split('.')));
  if (found === undefined) throw new ProjectError(from, `"@param:${key}" is not in ${source}; add it there`);
  return found;
}
