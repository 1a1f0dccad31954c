/** The component that has the focus: fields take it when they are used, others when the page or a touch gives it to them. */
import { call, idOf, isEditable, isEnabled, shown } from './ui-facts.ts';
import type { UiNode } from './ui-tree.ts';

let focused: UiNode | undefined;

/** True for the component that has the focus. */
export function isFocused(node: UiNode): boolean {
  return focused === node;
}

/** Gives a component the focus; the one that had it loses it. With undefined, nobody has it. */
export function focus(node: UiNode | undefined): void {
  if (focused === node) return;
  const before = focused;
  focused = node;
  if (before !== undefined) tell(before, 'onBlur', false);
  if (node !== undefined) tell(node, 'onFocus', true);
}

function tell(node: UiNode, event: string, isEditing: boolean): void {
  call(node, event);
  if (isEditable(node)) call(node, 'onEditChange', isEditing);
}

/** A touch: a field takes the focus, and so does what asks for it with `focusOnTouch`. */
export function focusByTouch(node: UiNode): void {
  for (let one: UiNode | undefined = node; one !== undefined; one = one.parent) {
    if (!mayFocus(one)) continue;
    if (isEditable(one) || one.attrs['focusOnTouch']?.[0] === true) return focus(one);
  }
}

/** Gives the focus to the component of an id; false when there is none that may have it. */
export function focusById(root: UiNode | undefined, id: string): boolean {
  const node = root === undefined ? undefined : [...shown(root)].find((one) => idOf(one) === id);
  if (node === undefined || !mayFocus(node)) return false;
  focus(node);
  return true;
}

function mayFocus(node: UiNode): boolean {
  return node.attrs['focusable']?.[0] !== false && isEnabled(node);
}
