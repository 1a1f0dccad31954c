/** `xml.XmlPullParser`: tells the pieces of a document to callbacks. */
import { parameterError } from './business-error.ts';
import { shown } from './container-checks.ts';
import { tokensOf } from './xml-tokens.ts';
import type { Token } from './xml-tokens.ts';

export const EventType = {
  START_DOCUMENT: 0,
  END_DOCUMENT: 1,
  START_TAG: 2,
  END_TAG: 3,
  TEXT: 4,
  CDSECT: 5,
  COMMENT: 6,
  DOCDECL: 7,
  INSTRUCTION: 8,
  ENTITY_REFERENCE: 9,
  WHITESPACE: 10,
} as const;

/** What is known about the piece that a callback is told of. */
class ParseInfo {
  readonly depth: number;
  readonly token: Token | undefined;
  readonly name: string;
  readonly space: string;
  readonly prefix: string;

  constructor(depth: number, token: Token | undefined, names: [name: string, space: string, prefix: string]) {
    this.depth = depth;
    this.token = token;
    [this.name, this.space, this.prefix] = names;
  }

  getColumnNumber(): number {
    return this.token?.column ?? 1;
  }

  getLineNumber(): number {
    return this.token?.line ?? 1;
  }

  getDepth(): number {
    return this.depth;
  }

  getName(): string {
    return this.name;
  }

  getNamespace(): string {
    return this.space;
  }

  getPrefix(): string {
    return this.prefix;
  }

  getText(): string {
    return this.token !== undefined && 'text' in this.token ? this.token.text : '';
  }

  isEmptyElementTag(): boolean {
    return this.token?.kind === 'start' && this.token.isEmpty;
  }

  isWhitespace(): boolean {
    return this.token?.kind === 'text' && this.token.text.trim() === '';
  }

  getAttributeCount(): number {
    return this.token?.kind === 'start' ? this.token.attributes.length : 0;
  }
}

/** Each callback says whether to go on. */
interface ParseOptions {
  supportDoctype?: boolean;
  ignoreNameSpace?: boolean;
  tagValueCallbackFunction?: (name: string, value: string) => boolean;
  attributeValueCallbackFunction?: (name: string, value: string) => boolean;
  attributeWithTagCallbackFunction?: (tag: string, name: string, value: string) => boolean;
  tokenValueCallbackFunction?: (type: number, info: ParseInfo) => boolean;
}

const types: Record<Token['kind'], number | undefined> = {
  declaration: undefined,
  start: EventType.START_TAG,
  end: EventType.END_TAG,
  text: EventType.TEXT,
  cdata: EventType.CDSECT,
  comment: EventType.COMMENT,
  doctype: EventType.DOCDECL,
  instruction: EventType.INSTRUCTION,
};

export class XmlPullParser {
  readonly text: string;

  constructor(buffer: ArrayBuffer | DataView, encoding = 'utf-8') {
    if (!(buffer instanceof ArrayBuffer) && !(buffer instanceof DataView)) {
      throw parameterError(`The type of ${shown(buffer)} must be ArrayBuffer or DataView`);
    }
    if (typeof encoding !== 'string' || encoding.toLowerCase() !== 'utf-8') {
      throw parameterError('Just support utf-8');
    }
    // A buffer is often longer than the document in it.
    this.text = new TextDecoder().decode(buffer).replace(/\0+$/, '');
  }

  /** Of API 8; the next is its name since API 14. */
  parse(options: ParseOptions): void {
    if (typeof options !== 'object' || options === null) {
      throw parameterError(`The type of ${shown(options)} must be object`);
    }
    new Reading(options).run(this.text);
  }

  parseXml(options: ParseOptions): void {
    this.parse(options);
  }
}

/** One run through a document. */
class Reading {
  readonly options: ParseOptions;
  /** Prefixes of namespaces, of the elements that are open. */
  readonly spaces: Map<string, string>[] = [];
  depth = 0;
  isStopped = false;

  constructor(options: ParseOptions) {
    this.options = options;
  }

  run(text: string): void {
    this.tell(EventType.START_DOCUMENT, undefined, ['', '', '']);
    for (const token of tokensOf(text)) {
      if (this.isStopped) return;
      this.read(token);
    }
    this.tell(EventType.END_DOCUMENT, undefined, ['', '', '']);
  }

  read(token: Token): void {
    const type = types[token.kind];
    if (type === undefined || (token.kind === 'doctype' && this.options.supportDoctype !== true)) return;
    if (token.kind === 'start') {
      this.depth++;
      this.spaces.push(spacesOf(token.attributes));
      const names = this.namesOf(token.name);
      this.tell(type, token, names);
      this.call(() => this.options.tagValueCallbackFunction?.(names[0], ''));
      for (const [name, value] of token.attributes) {
        this.call(() => this.options.attributeValueCallbackFunction?.(name, value));
        this.call(() => this.options.attributeWithTagCallbackFunction?.(names[0], name, value));
      }
    } else if (token.kind === 'end') {
      const names = this.namesOf(token.name);
      this.tell(type, token, names);
      this.call(() => this.options.tagValueCallbackFunction?.(names[0], ''));
      this.spaces.pop();
      this.depth--;
    } else {
      const isSpace = token.kind === 'text' && token.text.trim() === '';
      // Space outside of the root element is no part of the document.
      if (isSpace && this.depth === 0) return;
      this.tell(isSpace ? EventType.WHITESPACE : type, token, [token.kind === 'instruction' ? token.name : '', '', '']);
      if (!isSpace) this.call(() => this.options.tagValueCallbackFunction?.('', token.text));
    }
  }

  tell(type: number, token: Token | undefined, names: [string, string, string]): void {
    const info = new ParseInfo(this.depth, token, names);
    this.call(() => this.options.tokenValueCallbackFunction?.(type, info));
  }

  /** A callback that gives false ends the run. */
  call(run: () => boolean | undefined): void {
    if (!this.isStopped && run() === false) this.isStopped = true;
  }

  /** Name, namespace and prefix. */
  namesOf(name: string): [string, string, string] {
    const colon = name.indexOf(':');
    if (this.options.ignoreNameSpace === true || colon < 0) return [name, this.spaceOf(''), ''];
    const prefix = name.slice(0, colon);
    return [name.slice(colon + 1), this.spaceOf(prefix), prefix];
  }

  spaceOf(prefix: string): string {
    if (this.options.ignoreNameSpace === true) return '';
    return this.spaces.findLast((known) => known.has(prefix))?.get(prefix) ?? '';
  }
}

function spacesOf(attributes: [string, string][]): Map<string, string> {
  const found = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return new Map(found.map(([name, value]) => [name.slice(6), value]));
}
