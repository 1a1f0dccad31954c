/** Parts of components that attributes and options describe: titles, menus, headers, footers, overlays. */
import { isResource } from '../kits/resource-values.ts';
import { readingAs } from './arkui-cells.ts';
import { become } from './arkui-chain.ts';
import { element, finishers } from './arkui-tree.ts';
import type { UiElement } from './arkui-tree.ts';

/** Attributes that show something, by component; '' is every component. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  Navigation: ['title', 'menus', 'toolbarConfiguration', 'toolBar'],
  NavDestination: ['title', 'menus', 'toolbarConfiguration'],
  '': ['overlay'],
};
/** Options that show something. */
const options: Readonly<Record<string, readonly string[]>> = {
  ListItemGroup: ['header', 'footer'],
  WaterFlow: ['footer'],
  MenuItemGroup: ['header', 'footer'],
  Badge: ['value'],
  Refresh: ['builder'],
};

finishers.push((item) => {
  for (const name of [...(attributes[item.type] ?? []), ...(attributes[''] ?? [])]) show(item, item.attrs[name]?.[0]);
  const given = item.args[0] as Record<string, unknown> | undefined;
  for (const name of options[item.type] ?? []) show(item, given?.[name]);
});

function show(item: UiElement, value: unknown): void {
  const build = contentOf(value);
  if (build !== undefined) item.fill(() => readingAs(undefined, build));
}

/** What builds a value: a builder, a text, a title with a second line, or items with texts and actions. */
function contentOf(value: unknown): (() => void) | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'function') return value as () => void;
  if (typeof value === 'string' || typeof value === 'number' || isResource(value)) return () => text(value);
  if (Array.isArray(value)) return () => value.forEach((one) => itemOf(one as MenuOption));
  const { builder, main, sub } = value as { builder?: unknown; main?: unknown; sub?: unknown };
  if (typeof builder === 'function') return builder as () => void;
  if (main === undefined) return undefined;
  return () => {
    text(main);
    if (sub !== undefined) text(sub);
  };
}

interface MenuOption {
  value: unknown;
  action?: () => void;
  isEnabled?: boolean;
}

function text(value: unknown): void {
  element(() => void become('Text', [value]));
}

function itemOf({ value, action, isEnabled }: MenuOption): void {
  element(() => {
    const item = become('MenuItem', [{ content: value }]);
    item.attrs['onClick'] = [() => action?.()];
    item.attrs['enabled'] = [isEnabled !== false];
  });
}
