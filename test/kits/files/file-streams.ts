/** `fileIo.ReadStream` and `fileIo.WriteStream`: the streams of `@ohos.util.stream` on files. */
import * as fs from 'node:fs';
import { Readable } from '../stream-readable.ts';
import { Writable } from '../stream-writable.ts';
import type { Done } from '../streams.ts';
import { count, pathOf } from './arguments.ts';
import { ArgumentError, translated } from './errors.ts';
import { openFd } from './open-file.ts';

interface ReadStreamOptions {
  start?: number;
  end?: number;
}

interface WriteStreamOptions {
  start?: number;
  /** Flags of OpenMode. Without them the file is made, or cut to nothing. */
  mode?: number;
}

/** An open file, and the place that a stream has in it. */
class Opened {
  place: number;
  /** Bytes that went through the stream. */
  done = 0;
  readonly #fd: number;
  #closed = false;

  constructor(fd: number, place: number) {
    this.#fd = fd;
    this.place = place;
  }

  read(part: Uint8Array): number {
    return this.#moved(translated(() => fs.readSync(this.#fd, part, 0, part.length, this.place)));
  }

  write(bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length; ) {
      const [from, place] = [written, this.place];
      const length = translated(() => fs.writeSync(this.#fd, bytes, from, bytes.length - from, place));
      written += this.#moved(length);
    }
  }

  /** `whence` is a WhenceType. */
  seek(offset: number, whence = 0): number {
    if (typeof offset !== 'number' || ![0, 1, 2].includes(whence)) throw new ArgumentError();
    const from = whence === 0 ? 0 : whence === 1 ? this.place : fs.fstatSync(this.#fd).size;
    if (from + offset < 0) throw new ArgumentError();
    return (this.place = from + offset);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    translated(() => fs.closeSync(this.#fd));
  }

  #moved(length: number): number {
    this.place += length;
    this.done += length;
    return length;
  }
}

/** Calls back with the error of what is run, or without one. */
function told(callback: Done, run: () => void): void {
  try {
    run();
  } catch (error) {
    return callback(error as Error);
  }
  callback();
}

export class ReadStream extends Readable {
  readonly path: string;
  readonly #file: Opened;
  readonly #end: number;

  /** `end` is the place behind the last byte. */
  constructor(path: string, options?: ReadStreamOptions | null) {
    super();
    const start = count(options?.start, 0);
    this.#end = count(options?.end, Number.MAX_SAFE_INTEGER);
    if (this.#end < start) throw new ArgumentError();
    this.path = path;
    this.#file = translated(() => new Opened(fs.openSync(pathOf(path), 'r'), start));
    this.emitter.once('close', () => this.#file.close());
  }

  get bytesRead(): number {
    return this.#file.done;
  }

  /** For what is read next; chunks that were read ahead stay. */
  seek(offset: number, whence?: number): number {
    return this.#file.seek(offset, whence);
  }

  close(): void {
    this.source.destroy();
  }

  override doRead(size: number): void {
    try {
      const part = new Uint8Array(Math.max(0, Math.min(size, this.#end - this.#file.place)));
      const length = part.length === 0 ? 0 : this.#file.read(part);
      this.push(length === 0 ? null : part.subarray(0, length));
    } catch (error) {
      this.source.destroy(error as Error);
    }
  }
}

export class WriteStream extends Writable {
  readonly path: string;
  readonly #file: Opened;

  constructor(path: string, options?: WriteStreamOptions | null) {
    super();
    const { start, mode } = options ?? {};
    const place = count(start, 0);
    this.path = path;
    const fd = translated(() => (mode === undefined ? fs.openSync(pathOf(path), 'w', 0o666) : openFd(path, mode)));
    this.#file = new Opened(fd, place);
    this.emitter.once('close', () => this.#file.close());
  }

  get bytesWritten(): number {
    return this.#file.done;
  }

  seek(offset: number, whence?: number): number {
    return this.#file.seek(offset, whence);
  }

  close(): void {
    this.sink.destroy();
  }

  override doWrite(chunk: string | Uint8Array, encoding: string, callback: Done): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding as BufferEncoding) : chunk;
    told(callback, () => this.#file.write(bytes));
  }
}

export function createReadStream(path: string, options?: ReadStreamOptions): ReadStream {
  return new ReadStream(path, options);
}

export function createWriteStream(path: string, options?: WriteStreamOptions): WriteStream {
  return new WriteStream(path, options);
}
