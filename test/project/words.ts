import { list, text } from './values.ts';

/**
 * Splits compiler or CMake options the way a shell would: at white space outside quotes; quotes are taken off.
 * A list is taken element by element. Anything else gives no words.
 */
export function optionWords(value: unknown): string[] {
  if (Array.isArray(value)) return list(value).flatMap((item) => text(item)?.trim() || []);
  const words: string[] = [];
  for (const match of (text(value) ?? '').matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])+/g)) {
    words.push(
      match[0].replace(
        /"((?:\\.|[^"\\])*)"|'([^']*)'/g,
        (_all, double?: string, single?: string) => double ?? single ?? '',
      ),
    );
  }
  return words;
}
