/** What UiTest can ask of a component: its text, id and type, whether it is enabled, checked and so on. */
import { isResource, resourceText } from './resource-values.ts';
import { boxesOf, groupSelects } from './ui-groups.ts';
import { gesture } from './ui-gestures.ts';
import type { UiNode } from './ui-tree.ts';

/** What a user has done to a component, for as long as the page does not say otherwise. */
interface Input {
  /** The page's own value at that time. */
  given: unknown;
  value: unknown;
}

const inputs = new WeakMap<UiNode, Input>();
const editable = new Set(['TextInput', 'TextArea', 'Search', 'RichEditor']);
const checkable = new Set(['Checkbox', 'CheckboxGroup', 'Radio', 'Toggle']);
/** Parts of a text, not components of their own. */
const spans = new Set(['Span', 'ImageSpan', 'SymbolSpan', 'ContainerSpan']);
const hidden = new Set([1, 2]);

/** The components of a tree that are on show, outermost first. */
export function* shown(node: UiNode): Generator<UiNode> {
  if (hidden.has(Number(node.attrs['visibility']?.[0])) || spans.has(node.type)) return;
  // A struct is no component, unless it has attributes of its own.
  if (node.instance === undefined || Object.keys(node.attrs).length > 0) yield node;
  for (const child of node.children) yield* shown(child);
}

export function idOf(node: UiNode): string {
  return String(node.attrs['id']?.[0] ?? '');
}

export function typeOf(node: UiNode): string {
  return node.instance === undefined ? node.type : '__Common__';
}

/** The text on show: of a Text with its spans, the label of a button, the content of a field. */
export function textOf(node: UiNode): string {
  if (editable.has(node.type)) return String(valueOf(node));
  const [first] = node.args;
  const options = first as { label?: unknown; content?: unknown; value?: unknown } | null | undefined;
  if (node.type === 'Text' || node.type === 'Span' || node.type === 'ContainerSpan') {
    const own = node.type === 'ContainerSpan' ? '' : textValue(first);
    return own !== '' || node.type === 'Span' ? own : node.children.map((child) => textOf(child)).join('');
  }
  if (node.type === 'Button') return textValue(first);
  if (node.type === 'Select') return textValue(valueOf(node));
  if (typeof options !== 'object' || options === null || isResource(first)) return '';
  return node.type === 'MenuItem' ? textValue(options.content) : '';
}

function textValue(value: unknown): string {
  if (isResource(value)) return resourceText(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The text of the option that a Select shows. */
function selectedOption(node: UiNode): unknown {
  const options = node.args[0] as readonly { value: unknown }[] | undefined;
  return options?.[Number(node.attrs['selected']?.[0] ?? -1)]?.value ?? '';
}

export function isEditable(node: UiNode): boolean {
  return editable.has(node.type);
}

export function isCheckable(node: UiNode): boolean {
  return checkable.has(node.type);
}

/** Enabled, and in nothing that is disabled. */
export function isEnabled(node: UiNode): boolean {
  for (let one: UiNode | undefined = node; one !== undefined; one = one.parent) {
    if (one.attrs['enabled']?.[0] === false) return false;
  }
  return true;
}

export function isClickable(node: UiNode): boolean {
  const clickable =
    node.type === 'Button' ||
    node.reactions?.click !== undefined ||
    checkable.has(node.type) ||
    editable.has(node.type);
  return clickable || node.attrs['onClick'] !== undefined || gesture(node, 'TapGesture') !== undefined;
}

/** Of an item of a list, a grid or a menu, or of a bar of tabs. */
export function isSelected(node: UiNode): boolean {
  return node.attrs['selected']?.[0] === true;
}

/** The text that an empty field shows. */
export function hintOf(node: UiNode): string {
  if (!editable.has(node.type)) return '';
  return textValue((node.args[0] as { placeholder?: unknown } | undefined)?.placeholder);
}

/** Text of a field, or whether a box is checked: as the page says, or as the user has made it since. */
export function valueOf(node: UiNode): unknown {
  if (node.type === 'CheckboxGroup') {
    const boxes = boxesOf(node);
    if (boxes.length > 0) return boxes.every((box) => valueOf(box) === true);
  }
  const given = givenValue(node);
  const input = inputs.get(node);
  return input !== undefined && Object.is(input.given, given) ? input.value : given;
}

/** The user changes a value: two-way fields are written, and onChange is called. */
export function setValue(node: UiNode, value: unknown): void {
  if (Object.is(valueOf(node), value)) return;
  inputs.set(node, { given: givenValue(node), value });
  for (const name of ['text', 'value', 'isOn', 'checked', 'select', 'selectAll', '']) node.bindings[name]?.(value);
  call(node, 'onChange', value);
}

/** The page has answered to the input: where it took the value over, the page alone says from now on what is shown. */
export function keepInput(node: UiNode): void {
  const input = inputs.get(node);
  if (input !== undefined && !Object.is(input.given, givenValue(node))) inputs.delete(node);
}

/** Calls a handler of a component. */
export function call(node: UiNode, attribute: string, ...values: unknown[]): void {
  const handler = node.attrs[attribute]?.[0];
  if (typeof handler === 'function') (handler as (...values: unknown[]) => void)(...values);
}

function givenValue(node: UiNode): unknown {
  const options = node.args[0] as Record<string, unknown> | undefined;
  switch (node.type) {
    case 'Toggle':
      return options?.['isOn'] === true;
    case 'Radio':
      return node.attrs['checked']?.[0] === true;
    case 'Checkbox':
      return (node.attrs['select']?.[0] ?? groupSelects(node)) === true;
    case 'CheckboxGroup':
      return node.attrs['selectAll']?.[0] === true;
    case 'Select':
      return node.attrs['value']?.[0] ?? selectedOption(node);
    case 'Search':
      return textValue(options?.['value']);
    default:
      return textValue(options?.['text']);
  }
}
