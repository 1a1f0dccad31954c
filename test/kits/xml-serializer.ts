/** `xml.XmlSerializer` and `xml.XmlDynamicSerializer`: write a document piece by piece. */
import { BusinessError, parameterError } from './business-error.ts';
import { shown } from './container-checks.ts';

const lineEnd = '\r\n';
const indent = '  ';
const longest = 100_000;

/** Codes of the serializer that grows. */
const codes = { tooLong: 10200062, place: 10200063, empty: 10200064, unmatched: 10200065, encoding: 10200066 } as const;

interface Open {
  name: string;
  /** Something stands on lines of its own in the element. */
  hasChildren: boolean;
}

/** Writes to a text. */
abstract class Writer {
  text = '';
  readonly open: Open[] = [];
  /** A start tag whose `>` is not written yet. */
  isInTag = false;
  space: [prefix: string, name: string] | undefined;

  /** Takes what comes next. Throws when it has no place. */
  abstract keep(text: string): void;

  abstract fail(kind: keyof typeof codes): Error;

  setDeclaration(): void {
    if (this.text !== '') throw this.fail('place');
    this.write('<?xml version="1.0" encoding="utf-8"?>');
  }

  setDocType(text: string): void {
    this.check(text);
    this.item(`<!DOCTYPE ${text}>`);
  }

  setComment(text: string): void {
    this.check(text);
    this.item(`<!--${text}-->`);
  }

  setCDATA(text: string): void {
    this.check(text);
    this.item(`<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
  }

  setText(text: string): void {
    this.check(text);
    this.closeTag();
    this.write(escaped(text));
  }

  addEmptyElement(name: string): void {
    this.check(name);
    this.item(`<${name}/>`);
  }

  /** Of the next element. */
  setNamespace(prefix: string, name: string): void {
    this.check(prefix);
    this.check(name);
    this.space = [prefix, name];
  }

  startElement(name: string): void {
    this.check(name);
    const { space } = this;
    const full = space === undefined ? name : `${space[0]}:${name}`;
    this.item(`<${full}`);
    if (space !== undefined) this.write(` xmlns:${space[0]}="${escaped(space[1])}"`);
    this.space = undefined;
    this.isInTag = true;
    this.open.push({ name: full, hasChildren: false });
  }

  setAttributes(name: string, value: string): void {
    this.check(name);
    this.check(value);
    if (!this.isInTag) throw this.fail('place');
    this.write(` ${name}="${escaped(value)}"`);
  }

  endElement(): void {
    const element = this.open.pop();
    if (element === undefined) throw this.fail('unmatched');
    if (this.isInTag) {
      this.isInTag = false;
      this.write('/>');
    } else {
      this.write(`${element.hasChildren ? this.newLine() : ''}</${element.name}>`);
    }
  }

  /** Something on a line of its own. */
  item(text: string): void {
    this.closeTag();
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.hasChildren = true;
    this.write((this.text === '' ? '' : this.newLine()) + text);
  }

  newLine(): string {
    return lineEnd + indent.repeat(this.open.length);
  }

  closeTag(): void {
    if (this.isInTag) this.write('>');
    this.isInTag = false;
  }

  write(text: string): void {
    this.keep(text);
    this.text += text;
  }

  check(text: unknown): void {
    if (typeof text !== 'string') throw parameterError(`The type of ${shown(text)} must be string`);
    if (text === '') throw this.fail('empty');
  }
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return text.replace(/[&<>"']/g, (character) => `&${names[character] ?? ''};`);
}

/** Writes into a buffer that is given. */
export class XmlSerializer extends Writer {
  readonly target: Uint8Array;
  /** Bytes in the target, without those of `held`. */
  #length = 0;
  /** The first half of a character whose second half may come with the next text. */
  #held = '';

  constructor(buffer: ArrayBuffer | DataView, encoding = 'utf-8') {
    super();
    if (!(buffer instanceof ArrayBuffer) && !(buffer instanceof DataView)) {
      throw parameterError(`The type of ${shown(buffer)} must be ArrayBuffer or DataView`);
    }
    if (typeof encoding !== 'string' || encoding.toLowerCase() !== 'utf-8') throw parameterError('Just support utf-8');
    this.target =
      buffer instanceof DataView
        ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
        : new Uint8Array(buffer);
  }

  override keep(text: string): void {
    const whole = this.#held + text;
    const bytes = new TextEncoder().encode(whole);
    if (this.#length + bytes.length > this.target.length)
      throw parameterError('The buffer is too short for the document');
    this.target.set(bytes, this.#length);
    this.#held = /[\ud800-\udbff]$/.test(whole) ? whole.slice(-1) : '';
    this.#length += bytes.length - new TextEncoder().encode(this.#held).length;
  }

  override fail(kind: keyof typeof codes): Error {
    return parameterError(messages[kind]);
  }
}

const messages: Record<keyof typeof codes, string> = {
  tooLong: `The cumulative length of xml has exceeded the upper limit ${longest}.`,
  place: 'Illegal position for xml.',
  empty: 'Cannot be an empty string.',
  unmatched: 'There is no match between the startElement and the endElement.',
  encoding: 'The encoding format is invalid, only support utf-8.',
};

/** Grows as it is written to. */
export class XmlDynamicSerializer extends Writer {
  constructor(encoding = 'utf-8') {
    super();
    if (typeof encoding !== 'string') throw parameterError(`The type of ${shown(encoding)} must be string`);
    if (encoding.toLowerCase() !== 'utf-8') throw this.fail('encoding');
  }

  getOutput(): ArrayBuffer {
    return new TextEncoder().encode(this.text).buffer;
  }

  override keep(text: string): void {
    if (this.text.length + text.length > longest) throw this.fail('tooLong');
  }

  override fail(kind: keyof typeof codes): Error {
    return new BusinessError(codes[kind], messages[kind]);
  }
}
