/** Radios and checkboxes that belong together: a group has one radio that is on, and a CheckboxGroup is as its boxes are. */
import type { UiNode } from './ui-tree.ts';
import { walk } from './ui-tree.ts';

/** SelectStatus of the public API. */
const status = { all: 0, part: 1, none: 2 } as const;

/** How a node's value is read and set. */
interface Values {
  get(node: UiNode): unknown;
  set(node: UiNode, value: boolean): void;
  /** Calls a handler of a node. */
  call(node: UiNode, name: string, value: unknown): void;
}

function groupOf(node: UiNode): string {
  return String((node.args[0] as { group?: unknown } | undefined)?.group ?? '');
}

function members(node: UiNode, type: string): UiNode[] {
  const group = groupOf(node);
  if (group === '') return [];
  let root = node;
  while (root.parent !== undefined) root = root.parent;
  return [...walk(root)].filter((one) => one.type === type && groupOf(one) === group);
}

/** The boxes of a CheckboxGroup. */
export function boxesOf(node: UiNode): UiNode[] {
  return members(node, 'Checkbox');
}

/** The value that a CheckboxGroup gives to boxes that say nothing themselves. */
export function groupSelects(node: UiNode): boolean {
  return members(node, 'CheckboxGroup').some((group) => group.attrs['selectAll']?.[0] === true);
}

/** The user clicks a checkbox, a radio, a toggle or a group of boxes. */
export function clickCheckable(node: UiNode, values: Values): void {
  if (node.type === 'Radio') return clickRadio(node, values);
  const boxes = boxesOf(node);
  if (node.type === 'CheckboxGroup' && boxes.length > 0) {
    const wanted = values.get(node) !== true;
    for (const box of boxes) values.set(box, wanted);
    tellGroups(node, boxes, values);
    return;
  }
  values.set(node, values.get(node) !== true);
  if (node.type === 'Checkbox') tellGroups(node, boxes, values);
}

function clickRadio(node: UiNode, values: Values): void {
  if (values.get(node) === true) return;
  for (const other of members(node, 'Radio')) if (other !== node) values.set(other, false);
  values.set(node, true);
}

function tellGroups(node: UiNode, boxes: readonly UiNode[], { get, call }: Values): void {
  const name = boxes
    .filter((box) => get(box) === true)
    .map((box) => String((box.args[0] as { name?: unknown } | undefined)?.name ?? ''));
  const found = name.length === boxes.length ? status.all : name.length === 0 ? status.none : status.part;
  for (const group of members(node, 'CheckboxGroup')) call(group, 'onChange', { name, status: found });
}
