/** `util.TextEncoder`, `util.TextDecoder` and `util.StringDecoder`. */
import { StringDecoder as EngineDecoder } from 'node:string_decoder';
import { parameterError } from './business-error.ts';
import { encoderOf, encodingName } from './util-encodings.ts';

function checkText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw parameterError('The type of Parameter must be string.');
}

function checkBytes(bytes: unknown): asserts bytes is Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw parameterError('The type of Parameter must be Uint8Array.');
}

/** How far encoding into an array got. */
interface Progress {
  /** Characters of the text. */
  read: number;
  /** Bytes of the array. */
  written: number;
}

/** Encodes to UTF-8 unless another encoding is named. */
export class TextEncoder {
  readonly encoding: string;

  constructor(encoding = 'utf-8') {
    checkText(encoding);
    encodingName(encoding);
    this.encoding = encoding;
  }

  static create(encoding?: string): TextEncoder {
    return new TextEncoder(encoding);
  }

  /** With an array, the older form: fills it. */
  encodeInto(text?: string): Uint8Array;
  encodeInto(text: string, target: Uint8Array): Progress;
  encodeInto(text = '', target?: Uint8Array): Uint8Array | Progress {
    checkText(text);
    if (target !== undefined) return this.encodeIntoUint8Array(text, target);
    const encode = encoderOf(this.encoding);
    return encodingName(this.encoding) === 'utf-8'
      ? new globalThis.TextEncoder().encode(text)
      : Uint8Array.from([...text].flatMap((character) => [...encode(character)]));
  }

  encode(text?: string): Uint8Array {
    return this.encodeInto(text);
  }

  encodeIntoUint8Array(text: string, target: Uint8Array): Progress {
    checkText(text);
    checkBytes(target);
    const encode = encoderOf(this.encoding);
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = encode(character.isWellFormed() ? character : '\ufffd');
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      read += character.length;
      written += bytes.length;
    }
    return { read, written };
  }
}

interface DecoderOptions {
  fatal?: boolean;
  ignoreBOM?: boolean;
}

export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  readonly decoder: globalThis.TextDecoder;

  constructor(encoding = 'utf-8', options: DecoderOptions = {}) {
    checkText(encoding);
    if (typeof options !== 'object' || options === null) throw parameterError('The type of options must be object.');
    const { fatal = false, ignoreBOM = false } = options;
    this.encoding = encoding;
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    // What ArkTS calls ignoring the mark is leaving it out of the text.
    this.decoder = new globalThis.TextDecoder(encodingName(encoding), { fatal, ignoreBOM: !ignoreBOM });
  }

  static create(encoding?: string, options?: DecoderOptions): TextDecoder {
    return new TextDecoder(encoding, options);
  }

  decodeToString(input: Uint8Array, options?: { stream?: boolean }): string {
    checkBytes(input);
    try {
      return this.decoder.decode(input, { stream: options?.stream === true });
    } catch {
      throw parameterError('TextDecoder decoding error.');
    }
  }

  decodeWithStream(input: Uint8Array, options?: { stream?: boolean }): string {
    return this.decodeToString(input, options);
  }

  decode(input: Uint8Array, options?: { stream?: boolean }): string {
    return this.decodeToString(input, options);
  }
}

/** Decodes bytes that come in pieces. */
export class StringDecoder {
  readonly decoder: EngineDecoder;

  constructor(encoding: string | null = 'utf-8') {
    if (encoding !== null) checkText(encoding);
    if (encoding !== null && !Buffer.isEncoding(encoding)) {
      throw parameterError(`Wrong encoding format: ${encoding}`);
    }
    this.decoder = new EngineDecoder((encoding ?? 'utf-8') as BufferEncoding);
  }

  write(chunk: string | Uint8Array): string {
    if (typeof chunk === 'string') return chunk;
    checkBytes(chunk);
    return this.decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }

  end(chunk?: string | Uint8Array): string {
    return (chunk === undefined ? '' : this.write(chunk)) + this.decoder.end();
  }
}
