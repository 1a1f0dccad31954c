/** Arguments of the file APIs. What is wrong is code 13900020. */
import { hostPath, plainPath } from '../device-path.ts';
import { ArgumentError } from './errors.ts';

/** Where to read from or write to, and how much. Functions take null for none. */
export interface PlaceOptions {
  offset?: number;
  length?: number;
  encoding?: string;
}

/** A path or URI of the device, as the file of this computer. */
export function pathOf(path: unknown): string {
  if (typeof path !== 'string' || path.includes('\0')) throw new ArgumentError();
  return hostPath(plain(path));
}

function plain(path: string): string {
  try {
    return plainPath(path);
  } catch {
    throw new ArgumentError();
  }
}

/** A whole number that is not negative; `standard` when it is left out. */
export function count(value: unknown, standard: number): number {
  if (value === undefined || value === null) return standard;
  if (typeof value !== 'number' || !(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new ArgumentError();
  return Math.floor(value);
}

const largestDescriptor = 0x7fff_ffff;

/** A file descriptor. */
export function descriptor(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > largestDescriptor)
    throw new ArgumentError();
  return value;
}

/** One of the modes 0 to `most`; 0 when it is left out. */
export function choice(value: unknown, most: number): number {
  const number = count(value, 0);
  if (number > most) throw new ArgumentError();
  return number;
}

/** The part of a buffer that shall be filled. */
export function room(buffer: unknown, length: unknown): Uint8Array {
  if (!(buffer instanceof ArrayBuffer)) throw new ArgumentError();
  return new Uint8Array(buffer, 0, Math.min(count(length, buffer.byteLength), buffer.byteLength));
}

/** The bytes that shall be written. */
export function bytesOf(data: unknown, options?: PlaceOptions | null): Uint8Array {
  const { length, encoding = 'utf-8' } = options ?? {};
  checkEncoding(encoding);
  const all =
    typeof data === 'string' ? Buffer.from(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : undefined;
  if (all === undefined) throw new ArgumentError();
  return all.subarray(0, Math.min(count(length, all.length), all.length));
}

/** The APIs know one encoding. */
export function checkEncoding(encoding: unknown): void {
  if (encoding !== undefined && encoding !== 'utf-8' && encoding !== 'utf8') throw new ArgumentError();
}
