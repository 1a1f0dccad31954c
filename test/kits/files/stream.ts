/** `fileIo.Stream`: what the C library calls a FILE. It has one place, which reading and writing move. */
import * as fs from 'node:fs';
import { later, splitCallback } from '../callbacks.ts';
import { bytesOf, count, descriptor, pathOf, room } from './arguments.ts';
import type { PlaceOptions } from './arguments.ts';
import { ArgumentError, fileError, translated } from './errors.ts';
import { placeOf } from './open-file.ts';

const modes = new Set(['r', 'r+', 'w', 'w+', 'a', 'a+']);

export class Stream {
  /** -1 when it is closed. */
  #fd: number;
  #place: number;
  readonly #appends: boolean;

  constructor(fd: number, place: number, mode: string) {
    this.#fd = fd;
    this.#place = place;
    this.#appends = mode.startsWith('a');
  }

  readSync(buffer: ArrayBuffer, options?: PlaceOptions | null): number {
    const part = room(buffer, options?.length);
    const place = count(options?.offset, this.#place);
    const length = translated(() => fs.readSync(this.#open(), part, 0, part.length, place));
    this.#place = place + length;
    return length;
  }

  writeSync(data: ArrayBuffer | string, options?: PlaceOptions | null): number {
    const bytes = bytesOf(data, options);
    const fd = this.#open();
    const place = this.#appends ? fs.fstatSync(fd).size : count(options?.offset, this.#place);
    const length = translated(() => fs.writeSync(fd, bytes, 0, bytes.length, place));
    this.#place = place + length;
    return length;
  }

  /** Nothing is held back in the first place. */
  flushSync(): void {
    this.#open();
  }

  closeSync(): void {
    const fd = this.#open();
    this.#fd = -1;
    translated(() => fs.closeSync(fd));
  }

  read(...all: unknown[]): Promise<number> | undefined {
    const [[buffer, options], callback] = splitCallback(all);
    return later(() => this.readSync(buffer as ArrayBuffer, options as PlaceOptions), callback);
  }

  write(...all: unknown[]): Promise<number> | undefined {
    const [[data, options], callback] = splitCallback(all);
    return later(() => this.writeSync(data as string, options as PlaceOptions), callback);
  }

  flush(...all: unknown[]): Promise<void> | undefined {
    return later(() => this.flushSync(), splitCallback(all)[1]);
  }

  close(...all: unknown[]): Promise<void> | undefined {
    return later(() => this.closeSync(), splitCallback(all)[1]);
  }

  #open(): number {
    if (this.#fd < 0) throw fileError('EIO');
    return this.#fd;
  }
}

/** Opens a file as fopen() does. */
export function createStream(path: string, mode: string): Stream {
  if (!modes.has(mode)) throw new ArgumentError();
  return new Stream(fs.openSync(pathOf(path), mode, 0o666), 0, mode);
}

/** A stream around an open file, as by fdopen(). It closes the file. */
export function streamOf(fd: number, mode: string): Stream {
  if (!modes.has(mode)) throw new ArgumentError();
  fs.fstatSync(descriptor(fd));
  return new Stream(fd, placeOf(fd), mode);
}
