/**
 * The way of messages from the engine process to its parent: a ring of bytes in a file that the engine has as memory. Writing
 * there costs no system call and wakes nobody, and what was written survives the process, however it ends. The parent
 * looks for more some times a second, and when the process has ended.
 *
 * The file: how many bytes were written and how many were read, modulo 2^32, then the ring.
 */
import { fs } from '../build/builtin.ts';

const { closeSync, openSync, readSync, writeSync } = fs;

const headAt = 0;
const tailAt = 4;
const ringAt = 64;
/** A power of two. */
const ringBytes = 256 * 1024;

/** Size of the file. */
export const fileBytes: number = ringAt + ringBytes;

const pause = new Int32Array(new SharedArrayBuffer(4));
const pauseMs = 1;

/** The engine's side. */
export class RingWriter {
  readonly #counters: Int32Array;
  readonly #ring: Uint8Array;

  constructor(memory: ArrayBuffer) {
    this.#counters = new Int32Array(memory, 0, 2);
    this.#ring = new Uint8Array(memory, ringAt, ringBytes);
  }

  /** Writes all bytes. A parent that is slower is waited for; `isRead` is asked meanwhile and gives up by not returning. */
  write(bytes: Uint8Array, isRead: () => void): void {
    for (let offset = 0; offset < bytes.length; ) {
      const head = this.#counters[headAt / 4] ?? 0;
      const free = ringBytes - ((head - Atomics.load(this.#counters, tailAt / 4)) >>> 0);
      if (free === 0) {
        isRead();
        Atomics.wait(pause, 0, 0, pauseMs);
        continue;
      }
      const at = (head >>> 0) % ringBytes;
      const count = Math.min(bytes.length - offset, free, ringBytes - at);
      this.#ring.set(bytes.subarray(offset, offset + count), at);
      Atomics.store(this.#counters, headAt / 4, (head + count) | 0);
      offset += count;
    }
  }
}

/** The parent's side. */
export class RingReader {
  readonly #path: string;
  readonly #buffer = Buffer.allocUnsafe(ringBytes);
  readonly #counter = Buffer.alloc(4);
  #file: number | undefined;
  #tail = 0;

  /** @param path The file, which need not be there yet. */
  constructor(path: string) {
    this.#path = path;
  }

  /** What was written since the last call; undefined when there is nothing. The bytes are good until the next call. */
  read(): Buffer | undefined {
    const file = this.#open();
    if (file === undefined || readSync(file, this.#counter, 0, 4, headAt) < 4) return undefined;
    const head = this.#counter.readUInt32LE(0);
    const count = (head - this.#tail) >>> 0;
    if (count === 0) return undefined;
    const at = this.#tail % ringBytes;
    const first = Math.min(count, ringBytes - at);
    readSync(file, this.#buffer, 0, first, ringAt + at);
    if (first < count) readSync(file, this.#buffer, first, count - first, ringAt);
    this.#tail = head;
    this.#counter.writeUInt32LE(head);
    writeSync(file, this.#counter, 0, 4, tailAt);
    return this.#buffer.subarray(0, count);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(): number | undefined {
    try {
      return (this.#file ??= openSync(this.#path, 'r+'));
    } catch {
      // The engine has not come so far.
      return undefined;
    }
  }
}
