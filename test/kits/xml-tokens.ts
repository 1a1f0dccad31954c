/** XML in pieces, as `xml.XmlPullParser` and `convertxml` read it. */

/** One piece of a document. */
export type Token = { line: number; column: number } & (
  | { kind: 'declaration'; text: string; attributes: [string, string][] }
  | { kind: 'start'; name: string; attributes: [string, string][]; isEmpty: boolean }
  | { kind: 'end'; name: string }
  | { kind: 'text'; text: string }
  | { kind: 'cdata'; text: string }
  | { kind: 'comment'; text: string }
  | { kind: 'doctype'; text: string; entities: Map<string, string> }
  | { kind: 'instruction'; name: string; text: string }
);

/** What is wrong with a document. */
export class XmlError extends Error {}

const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const lastCodePoint = 0x10ffff;
const nameText = '[\\p{L}_:][\\p{L}\\p{N}_:.\\-\\u00b7]*';
const nameAtStart = new RegExp(`^${nameText}`, 'u');
const attribute = new RegExp(`^\\s+(${nameText})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'u');

/** The pieces in order. Throws an XmlError for what is not well-formed. */
export function* tokensOf(text: string): Generator<Token> {
  let place = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let column = 1;
  const entities = new Map<string, string>();
  const open: string[] = [];
  let hasRoot = false;
  const fail = (reason: string): never => {
    throw new XmlError(`${reason} in line ${line}, column ${column}`);
  };
  /** Goes on by some characters. Gives where it was. */
  const take = (length: number): { line: number; column: number } => {
    const before = { line, column };
    const lines = text.slice(place, place + length).split('\n');
    line += lines.length - 1;
    column = lines.length === 1 ? column + length : (lines.at(-1)?.length ?? 0) + 1;
    place += length;
    return before;
  };
  /** What stands between a start and an end. */
  const between = (start: string, end: string): string => {
    const stop = text.indexOf(end, place + start.length);
    return stop < 0 ? fail(`'${start}' has no end`) : text.slice(place + start.length, stop);
  };

  while (place < text.length) {
    const rest = text.slice(place, place + 9);
    if (!rest.startsWith('<')) {
      const stop = text.indexOf('<', place);
      const raw = text.slice(place, stop < 0 ? text.length : stop);
      if (open.length === 0 && raw.trim() !== '') fail('there is text outside of the root element');
      const content = expand(raw, entities, fail);
      yield { kind: 'text', text: content, ...take(raw.length) };
    } else if (rest.startsWith('<!--')) {
      const content = between('<!--', '-->');
      if (content.includes('--')) fail("a comment has '--' in it");
      yield { kind: 'comment', text: content, ...take(content.length + 7) };
    } else if (rest === '<![CDATA[') {
      if (open.length === 0) fail('there is a CDATA section outside of the root element');
      const content = between('<![CDATA[', ']]>');
      yield { kind: 'cdata', text: content, ...take(content.length + 12) };
    } else if (rest === '<!DOCTYPE') {
      const content = doctypeAt(text, place, fail);
      for (const [, name = '', , value = ''] of content.matchAll(/<!ENTITY\s+(\S+)\s+(["'])(.*?)\2\s*>/gs)) {
        entities.set(name, value);
      }
      yield { kind: 'doctype', text: content.trim(), entities, ...take(content.length + 10) };
    } else if (rest.startsWith('<?')) {
      const content = between('<?', '?>');
      const name = nameAtStart.exec(content)?.[0] ?? fail('an instruction has no name');
      const value = content.slice(name.length);
      if (name === 'xml') {
        if (place > 1) fail('the declaration does not stand at the start');
        const { attributes } = attributesIn(value, entities, fail);
        yield { kind: 'declaration', text: value.trim(), attributes, ...take(content.length + 4) };
      } else {
        yield { kind: 'instruction', name, text: value.trim(), ...take(content.length + 4) };
      }
    } else if (rest.startsWith('</')) {
      const content = between('</', '>');
      const name = content.trimEnd();
      if (open.pop() !== name) fail(`'</${name}>' ends no element`);
      yield { kind: 'end', name, ...take(content.length + 3) };
    } else {
      const name = nameAtStart.exec(text.slice(place + 1, place + 1000))?.[0] ?? fail('a tag has no name');
      if (open.length === 0 && hasRoot) fail('there is a second root element');
      const { attributes, length } = attributesIn(text.slice(place + 1 + name.length), entities, fail);
      const after = place + 1 + name.length + length;
      const end = /^\s*(\/?>)/.exec(text.slice(after, after + 1000)) ?? fail(`the tag '${name}' has no end`);
      const isEmpty = end[1] === '/>';
      hasRoot = true;
      if (!isEmpty) open.push(name);
      yield { kind: 'start', name, attributes, isEmpty, ...take(1 + name.length + length + end[0].length) };
      if (isEmpty) yield { kind: 'end', name, line, column };
    }
  }
  if (open.length > 0) fail(`'<${open.at(-1) ?? ''}>' has no end`);
  if (!hasRoot) fail('there is no root element');
}

type Fail = (reason: string) => never;

function attributesIn(
  text: string,
  entities: Map<string, string>,
  fail: Fail,
): {
  attributes: [string, string][];
  length: number;
} {
  const attributes: [string, string][] = [];
  let length = 0;
  for (let found = attribute.exec(text); found !== null; found = attribute.exec(text.slice(length))) {
    const [whole, name = '', double, single] = found;
    if (attributes.some(([known]) => known === name)) fail(`the attribute '${name}' stands twice`);
    attributes.push([name, expand(double ?? single ?? '', entities, fail)]);
    length += whole.length;
  }
  return { attributes, length };
}

/** A document type may have declarations in brackets. */
function doctypeAt(text: string, place: number, fail: Fail): string {
  let depth = 0;
  for (let index = place + 9; index < text.length; index++) {
    if (text[index] === '[') depth++;
    if (text[index] === ']') depth--;
    if (text[index] === '>' && depth === 0) return text.slice(place + 9, index);
  }
  return fail('the document type has no end');
}

/** Text with its references replaced. */
function expand(text: string, entities: Map<string, string>, fail: Fail): string {
  return text.replace(/&([^;\s&]+)?(;)?/g, (_whole, name?: string, end?: string) => {
    if (name === undefined || end === undefined) return fail("'&' starts no reference");
    if (!name.startsWith('#'))
      return predefined.get(name) ?? entities.get(name) ?? fail(`there is no entity '${name}'`);
    const digits = /^#(x[\da-fA-F]+|\d+)$/.exec(name)?.[1];
    const code = Number(digits?.startsWith('x') === true ? `0${digits}` : digits);
    return code <= lastCodePoint ? String.fromCodePoint(code) : fail(`there is no character '${name}'`);
  });
}
