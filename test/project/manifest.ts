/** What the `module` object of a module.json5 says about code. */
import { resolve } from 'node:path';
import type { Ability } from './model.ts';
import { at, list, text } from './values.ts';

/** Kinds of start that make another instance each time; "standard" is the older name. */
const multiton = new Set(['multiton', 'standard']);

/** The abilities, the module's `mainElement` first. Paths are relative to `folder`, which holds the module.json5. */
export function abilities(manifest: unknown, folder: string): Ability[] {
  const found: Ability[] = [];
  const main = text(at(manifest, 'mainElement'));
  for (const item of list(at(manifest, 'abilities'))) {
    const name = text(at(item, 'name'));
    const source = sourceOf(item, folder);
    if (name === undefined || source === undefined) continue;
    const isMultiton = multiton.has(text(at(item, 'launchType')) ?? '');
    const ability: Ability = { name, source, ...(isMultiton ? { isMultiton } : {}) };
    if (name === main) found.unshift(ability);
    else found.push(ability);
  }
  return found;
}

/** The file of the AbilityStage; undefined when there is none. */
export function stage(manifest: unknown, folder: string): string | undefined {
  return sourceOf(manifest, folder);
}

function sourceOf(item: unknown, folder: string): string | undefined {
  const source = text(at(item, 'srcEntry') ?? at(item, 'srcEntrance'));
  return source === undefined || !/\.e?ts$/.test(source) ? undefined : resolve(folder, source);
}
