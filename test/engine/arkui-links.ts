/** Which variable a value comes from: a child's `@Link` shares the variable, not the value. */
import type { Cell } from './arkui-cells.ts';

/** Field of the child to the holder and name of the variable that was given for it. */
export type Links = (() => Record<string, readonly [holder: unknown, name: string]>) | undefined;

/** Holds the cells of an instance. */
export const cellsOf = Symbol('cells');
/** Holds where the values of a by-reference argument come from. */
export const linksOf = Symbol('links');

/** The cell of a variable: of a struct's field, or of what a builder was given by reference. */
export function cellOf(holder: unknown, name: string): Cell | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const cells = (holder as { [cellsOf]?: Map<string, Cell> })[cellsOf];
  if (cells !== undefined) return cells.get(name);
  const links = (holder as { [linksOf]?: Links })[linksOf]?.();
  const link = links?.[name];
  return link === undefined ? undefined : cellOf(...link);
}
