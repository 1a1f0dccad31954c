/** `fileIo.RandomAccessFile`: a file with a pointer, from which offsets count. */
import * as fs from 'node:fs';
import { later, splitCallback } from '../callbacks.ts';
import { bytesOf, count, room } from './arguments.ts';
import type { PlaceOptions } from './arguments.ts';
import { ArgumentError, fileError, translated } from './errors.ts';
import { File, openFd } from './open-file.ts';

/** The part of the file that may be used: its first byte, and the one behind its last. */
interface Range {
  start?: number;
  end?: number;
}

export class RandomAccessFile {
  readonly #fd: number;
  readonly #start: number;
  readonly #end: number;
  #pointer = 0;
  #closed = false;

  constructor(fd: number, { start, end }: Range = {}) {
    this.#fd = fd;
    this.#start = count(start, 0);
    this.#end = count(end, Number.MAX_SAFE_INTEGER);
  }

  get fd(): number {
    return this.#open();
  }

  get filePointer(): number {
    return this.#pointer;
  }

  setFilePointer(place: number): void {
    this.#open();
    this.#pointer = count(place, 0);
  }

  readSync(buffer: ArrayBuffer, options?: PlaceOptions | null): number {
    const part = room(buffer, options?.length);
    const place = this.#pointer + count(options?.offset, 0);
    const most = Math.max(0, Math.min(part.length, this.#end - this.#start - place));
    const length = translated(() => fs.readSync(this.#open(), part, 0, most, this.#start + place));
    this.#pointer = place + length;
    return length;
  }

  writeSync(data: ArrayBuffer | string, options?: PlaceOptions | null): number {
    const bytes = bytesOf(data, options);
    const place = this.#pointer + count(options?.offset, 0);
    const length = translated(() => fs.writeSync(this.#open(), bytes, 0, bytes.length, this.#start + place));
    this.#pointer = place + length;
    return length;
  }

  read(...all: unknown[]): Promise<number> | undefined {
    const [[buffer, options], callback] = splitCallback(all);
    return later(() => this.readSync(buffer as ArrayBuffer, options as PlaceOptions), callback);
  }

  write(...all: unknown[]): Promise<number> | undefined {
    const [[data, options], callback] = splitCallback(all);
    return later(() => this.writeSync(data as string, options as PlaceOptions), callback);
  }

  close(): void {
    const fd = this.#open();
    this.#closed = true;
    translated(() => fs.closeSync(fd));
  }

  #open(): number {
    if (this.#closed) throw fileError('EIO');
    return this.#fd;
  }
}

/** Opens a path, or takes an open file over. */
export function createRandomAccessFile(file: string | File, mode?: number | Range, range?: Range): RandomAccessFile {
  const wanted = typeof mode === 'object' ? mode : range;
  if (file instanceof File) return new RandomAccessFile(file.fd, wanted);
  if (typeof file !== 'string') throw new ArgumentError();
  return new RandomAccessFile(openFd(file, typeof mode === 'number' ? mode : undefined), wanted);
}
