/** `@ohos.util`: text coding, base64, UUIDs, formatting and a cache. */
import { randomBytes, randomUUID } from 'node:crypto';
import { types } from 'node:util';
import { parameterError } from '../business-error.ts';
import { namespace } from '../namespace.ts';

/** Encodes to UTF-8 unless another encoding is named. */
class TextEncoder {
  readonly encoding: string;

  constructor(encoding = 'utf-8') {
    this.encoding = encoding;
  }

  static create(encoding?: string): TextEncoder {
    return new TextEncoder(encoding);
  }

  encodeInto(text: string): Uint8Array {
    return new Uint8Array(Buffer.from(text, nodeEncoding(this.encoding)));
  }

  encode(text: string): Uint8Array {
    return this.encodeInto(text);
  }

  encodeIntoUint8Array(text: string, target: Uint8Array): { length: number; written: number } {
    const { read, written } = new globalThis.TextEncoder().encodeInto(text, target);
    return { length: read, written };
  }
}

interface DecoderOptions {
  fatal?: boolean;
  ignoreBOM?: boolean;
}

class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  readonly decoder: globalThis.TextDecoder;

  constructor(encoding = 'utf-8', { fatal = false, ignoreBOM = false }: DecoderOptions = {}) {
    this.encoding = encoding;
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    // What ArkTS calls ignoring the mark is leaving it out of the text.
    this.decoder = new globalThis.TextDecoder(encoding, { fatal, ignoreBOM: !ignoreBOM });
  }

  static create(encoding?: string, options?: DecoderOptions): TextDecoder {
    return new TextDecoder(encoding, options);
  }

  decodeToString(input: Uint8Array, options?: { stream?: boolean }): string {
    return this.decoder.decode(input, options);
  }

  decodeWithStream(input: Uint8Array, options?: { stream?: boolean }): string {
    return this.decoder.decode(input, options);
  }

  decode(input: Uint8Array, options?: { stream?: boolean }): string {
    return this.decoder.decode(input, options);
  }
}

const Base64Type = { BASIC: 0, MIME: 1, BASIC_URL_SAFE: 2, MIME_URL_SAFE: 3 } as const;
/** Length of a line of MIME's base64. */
const mimeLine = 76;

class Base64Helper {
  encodeSync(bytes: Uint8Array, type?: number): Uint8Array {
    return new Uint8Array(Buffer.from(this.encodeToStringSync(bytes, type)));
  }

  encodeToStringSync(bytes: Uint8Array, type: number = Base64Type.BASIC): string {
    const safe = type === Base64Type.BASIC_URL_SAFE || type === Base64Type.MIME_URL_SAFE;
    const text = Buffer.from(bytes).toString(safe ? 'base64url' : 'base64');
    if (type !== Base64Type.MIME && type !== Base64Type.MIME_URL_SAFE) return text;
    return (text.match(new RegExp(`.{1,${mimeLine}}`, 'g')) ?? []).join('\r\n');
  }

  decodeSync(input: Uint8Array | string): Uint8Array {
    const text = typeof input === 'string' ? input : Buffer.from(input).toString('latin1');
    if (!/^[\w+/\-\s]*=*\s*$/.test(text)) throw parameterError('The input is not base64');
    return new Uint8Array(Buffer.from(text, 'base64'));
  }

  encode(bytes: Uint8Array, type?: number): Promise<Uint8Array> {
    return Promise.resolve(this.encodeSync(bytes, type));
  }

  encodeToString(bytes: Uint8Array, type?: number): Promise<string> {
    return Promise.resolve(this.encodeToStringSync(bytes, type));
  }

  decode(input: Uint8Array | string): Promise<Uint8Array> {
    return Promise.resolve().then(() => this.decodeSync(input));
  }
}

/** Keeps the entries that were used last. */
class LRUCache<K, V> {
  readonly entries_ = new Map<K, V>();
  limit: number;

  constructor(capacity = 64) {
    this.limit = capacity;
  }

  get length(): number {
    return this.entries_.size;
  }

  get(key: K): V | undefined {
    const value = this.entries_.get(key);
    if (value === undefined) return undefined;
    this.entries_.delete(key);
    this.entries_.set(key, value);
    return value;
  }

  /** Returns the value that the key had before. */
  put(key: K, value: V): V | undefined {
    const before = this.entries_.get(key);
    this.entries_.delete(key);
    this.entries_.set(key, value);
    this.updateCapacity(this.limit);
    return before;
  }

  contains(key: K): boolean {
    return this.entries_.has(key);
  }

  remove(key: K): V | undefined {
    const before = this.entries_.get(key);
    this.entries_.delete(key);
    return before;
  }

  updateCapacity(capacity: number): void {
    this.limit = capacity;
    for (const key of this.entries_.keys()) {
      if (this.entries_.size <= capacity) return;
      this.entries_.delete(key);
    }
  }

  getCapacity(): number {
    return this.limit;
  }

  isEmpty(): boolean {
    return this.entries_.size === 0;
  }

  clear(): void {
    this.entries_.clear();
  }

  keys(): K[] {
    return [...this.entries_.keys()];
  }

  values(): V[] {
    return [...this.entries_.values()];
  }
}

/** `%s %d %i %f %j %o %O %c %%`; what is left over is appended. */
function format(text: string, ...values: unknown[]): string {
  let used = 0;
  const filled = text.replace(/%([sdifjoOc%])/g, (whole: string, kind: string) => {
    if (kind === '%') return '%';
    if (used >= values.length) return whole;
    const value = values[used++];
    if (kind === 'c') return '';
    if (kind === 'd' || kind === 'f') return String(Number(value));
    if (kind === 'i') return String(Math.trunc(Number(value)));
    return kind === 's' ? String(value) : JSON.stringify(value);
  });
  return [filled, ...values.slice(used).map(String)].join(' ');
}

function nodeEncoding(name: string): BufferEncoding {
  const known: Record<string, BufferEncoding> = {
    'utf-8': 'utf8',
    'utf-16': 'utf16le',
    'utf-16le': 'utf16le',
    'iso-8859-1': 'latin1',
    ascii: 'ascii',
  };
  const found = known[name.toLowerCase()];
  if (found !== undefined) return found;
  throw parameterError(`The host cannot encode ${name}; it knows ${Object.keys(known).join(', ')}`);
}

export default namespace('@ohos.util', {
  TextEncoder,
  TextDecoder,
  Base64Helper,
  LRUCache,
  Type: Base64Type,
  types,
  format,
  printf: format,
  generateRandomUUID: (_entropyCache?: boolean): string => randomUUID(),
  generateRandomBinaryUUID: (_entropyCache?: boolean): Uint8Array => new Uint8Array(randomBytes(16)),
});
