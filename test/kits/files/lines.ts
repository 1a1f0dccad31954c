/** Reading a text as a whole or line by line. */
import * as fs from 'node:fs';
import { checkEncoding, count, pathOf } from './arguments.ts';
import type { PlaceOptions } from './arguments.ts';
import { ArgumentError } from './errors.ts';

/** What `next` of an iterator gives. */
interface LineResult {
  done: boolean;
  value: string;
}

const newline = 10;

/** Lines of a file, each with the newline at its end. */
export class ReaderIterator {
  readonly #bytes: Buffer;
  #place = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  next(): LineResult {
    if (this.#place >= this.#bytes.length) return { done: true, value: '' };
    const found = this.#bytes.indexOf(newline, this.#place);
    const end = found < 0 ? this.#bytes.length : found + 1;
    const value = this.#bytes.toString('utf8', this.#place, end);
    this.#place = end;
    return { done: false, value };
  }
}

export function readLines(path: string, options?: { encoding?: string } | null): ReaderIterator {
  checkEncoding(options?.encoding);
  return new ReaderIterator(fs.readFileSync(pathOf(path)));
}

/** Reads a text, or a part of it. */
export function readText(path: string, options?: PlaceOptions | null): string {
  const { offset, length, encoding } = options ?? {};
  checkEncoding(encoding);
  const bytes = fs.readFileSync(pathOf(path));
  const start = count(offset, 0);
  if (start > bytes.length) throw new ArgumentError();
  return bytes.toString('utf8', start, start + count(length, bytes.length));
}
