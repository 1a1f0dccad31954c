/** Fields for text: what they let in, and what the enter key does. */
import { isResource, resourceText } from './resource-values.ts';
import { call, isEditable, valueOf } from './ui-facts.ts';
import type { UiNode } from './ui-tree.ts';

/** InputType of the public API to the characters that such a field takes. */
const typed: Readonly<Record<number, string>> = {
  2: '[0-9]',
  3: '[\\d\\-+*#() ]',
  8: '[0-9]',
  12: '[0-9.]',
};
/** EnterKeyType.Done. */
const done = 6;

/** The part of a text that a field takes, by its type and its inputFilter. */
export function accepted(node: UiNode, text: string): string {
  const byType = typed[Number(node.attrs['type']?.[0])];
  const inType = byType === undefined ? text : kept(text, byType);
  const [filter, onRefused] = node.attrs['inputFilter'] ?? [];
  if (filter === undefined || filter === '') return inType;
  const pattern = isResource(filter) ? resourceText(filter) : String(filter);
  const result = kept(inType, pattern);
  if (result !== inType && typeof onRefused === 'function') {
    (onRefused as (refused: string) => void)([...inType].filter((letter) => kept(letter, pattern) === '').join(''));
  }
  return result;
}

function kept(text: string, pattern: string): string {
  const one = new RegExp(pattern);
  return [...text].filter((letter) => one.test(letter)).join('');
}

/** The enter key in a field: a TextArea takes it as a new line unless it has another one. False for what is no field. */
export function submitField(node: UiNode): boolean {
  if (!isEditable(node)) return false;
  if (node.type === 'Search') call(node, 'onSubmit', valueOf(node));
  else
    call(node, 'onSubmit', node.attrs['enterKeyType']?.[0] ?? done, {
      text: valueOf(node),
      keepEditableState: () => undefined,
    });
  return true;
}
