/** `stream.Readable`, `stream.Duplex` and `stream.Transform`. */
import { Duplex as EngineDuplex, Readable as EngineReadable, Transform as EngineTransform } from 'node:stream';
import type { Writable as EngineWritable } from 'node:stream';
import { parameterError } from './business-error.ts';
import { StreamBase, checkChunk, checkEncoding, codes, highWatermark, missing, onlyOnce } from './streams.ts';
import type { Done } from './streams.ts';
import { Writing, writableCalls } from './stream-writable.ts';

type Chunk = string | Uint8Array;

interface ReadableOptions {
  encoding?: string;
}

/** Reading, for all three. Text is what comes out. */
export abstract class Reading extends StreamBase {
  abstract get source(): EngineReadable;

  read(size?: number): string | null {
    if (size !== undefined && typeof size !== 'number') throw parameterError('The type of size must be number.');
    this.checkReads();
    return this.source.read(size) as string | null;
  }

  resume(): this {
    this.checkReads();
    this.source.resume();
    return this;
  }

  pause(): this {
    this.source.pause();
    return this;
  }

  isPaused(): boolean {
    return this.source.isPaused();
  }

  /** Chunks that wait are read with it too. */
  setEncoding(encoding: string = 'utf8'): boolean {
    checkEncoding(encoding);
    this.source.setEncoding(encoding);
    return true;
  }

  pipe<W extends Writing>(destination: W): W {
    checkDestination(destination);
    this.checkReads();
    this.source.pipe(destination.sink);
    return destination;
  }

  unpipe(destination?: Writing): this {
    if (destination !== undefined) checkDestination(destination);
    this.source.unpipe(destination?.sink);
    return this;
  }

  /** Null ends the stream. */
  push(chunk: Chunk | null | undefined, encoding?: string): boolean {
    if (encoding !== undefined) checkEncoding(encoding);
    if (chunk === null || chunk === undefined) return this.source.push(null);
    checkChunk(chunk);
    return this.source.push(chunk, encoding ?? 'utf8');
  }

  doRead(_size: number): void {
    throw missing('doRead', codes.noRead);
  }

  override on(event: string, listener: (event: { data: unknown }) => void): void {
    // These two start the reading.
    if (event === 'data' || event === 'readable') this.checkReads();
    super.on(event, listener);
  }

  checkReads(): void {
    if (this.doRead === Reading.prototype.doRead) throw missing('doRead', codes.noRead);
  }

  get readable(): boolean {
    return this.source.readable;
  }

  get readableObjectMode(): boolean {
    return this.source.readableObjectMode;
  }

  get readableHighWatermark(): number {
    return this.source.readableHighWaterMark;
  }

  get readableFlowing(): boolean | null {
    return this.source.readableFlowing;
  }

  get readableLength(): number {
    return this.source.readableLength;
  }

  get readableEncoding(): string | null {
    return this.source.readableEncoding;
  }

  get readableEnded(): boolean {
    return this.source.readableEnded;
  }
}

function checkDestination(destination: unknown): asserts destination is Writing {
  const sink = (destination as Writing | null | undefined)?.sink;
  if (typeof sink?.write !== 'function') throw parameterError('The type of destination must be Writable.');
}

/** Options of the engine's streams that read. */
function readableCalls(stream: Reading, options: ReadableOptions = {}): object {
  if (typeof options !== 'object' || options === null) throw parameterError('The type of options must be object.');
  const { encoding = 'utf8' } = options;
  checkEncoding(encoding);
  return {
    encoding,
    highWaterMark: highWatermark,
    construct: (done: Done) => stream.doInitialize(onlyOnce(done)),
    read: (size: number) => stream.doRead(size),
  };
}

export class Readable extends Reading {
  readonly inner: EngineReadable;

  constructor(options?: ReadableOptions) {
    super();
    this.inner = this.engineStream(options);
  }

  engineStream(options?: ReadableOptions): EngineReadable {
    return new EngineReadable(readableCalls(this, options));
  }

  override get emitter(): EngineReadable {
    return this.inner;
  }

  override get source(): EngineReadable {
    return this.inner;
  }
}

/** Reading with the members of writing, which are added below. */
abstract class Both extends Readable {
  abstract get sink(): EngineWritable;
  encoding: BufferEncoding = 'utf8';
}
interface Both extends Omit<Writing, keyof StreamBase | 'sink' | 'encoding' | 'checkWrites'> {}
for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(Writing.prototype))) {
  if (name !== 'constructor') Object.defineProperty(Both.prototype, name, member);
}

export class Duplex extends Both {
  constructor() {
    super();
  }

  override engineStream(): EngineDuplex {
    return new EngineDuplex({
      ...readableCalls(this),
      ...writableCalls(this, this.doWritev !== Writing.prototype.doWritev),
    });
  }

  checkWrites(): void {
    Writing.prototype.checkWrites.call(this as unknown as Writing);
  }

  override get sink(): EngineDuplex {
    return this.inner as EngineDuplex;
  }
}

export class Transform extends Duplex {
  override engineStream(): EngineDuplex {
    const { read: _read, ...options } = readableCalls(this) as { read: unknown };
    return new EngineTransform({
      ...options,
      decodeStrings: false,
      transform: (chunk: Chunk, encoding, done) => {
        this.doTransform(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString(), encoding, onlyOnce(done));
      },
      flush: (done) => this.doFlush(onlyOnce(done)),
    });
  }

  /** For subclasses: calls back with an error or with what comes out, or pushes that. */
  doTransform(_chunk: string, _encoding: string, _callback: (error?: Error | null, data?: Chunk) => void): void {
    throw missing('doTransform', codes.noTransform);
  }

  doFlush(callback: (error?: Error | null, data?: Chunk) => void): void {
    callback();
  }

  override checkWrites(): void {
    if (this.doTransform === Transform.prototype.doTransform) {
      throw missing('doTransform', codes.noTransform);
    }
  }

  /** The engine reads what has been transformed. */
  override checkReads(): void {}
}
