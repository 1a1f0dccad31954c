/** `stream.Writable`. */
import { Writable as EngineWritable } from 'node:stream';
import { BusinessError } from './business-error.ts';
import { StreamBase, checkChunk, checkEncoding, codes, highWatermark, missing, onlyOnce } from './streams.ts';
import type { Done } from './streams.ts';

type Chunk = string | Uint8Array;

/** What the writing half of a stream asks of its class. */
export interface WritableMethods {
  doWrite(chunk: Chunk, encoding: string, callback: Done): void;
  doWritev(chunks: Chunk[], callback: Done): void;
}

/** The functions that the engine's stream calls. */
export function writableCalls(stream: WritableMethods, hasWritev: boolean): object {
  return {
    decodeStrings: false,
    write: (chunk: Chunk, encoding: string, done: Done) => {
      stream.doWrite(chunk, typeof chunk === 'string' ? encoding : 'buffer', onlyOnce(done));
    },
    ...(hasWritev && {
      writev: (chunks: { chunk: Chunk }[], done: Done) => {
        stream.doWritev(
          chunks.map(({ chunk }) => chunk),
          onlyOnce(done),
        );
      },
    }),
  };
}

/** Writing, for `Writable` and `Duplex`. */
export abstract class Writing extends StreamBase implements WritableMethods {
  abstract get sink(): EngineWritable;
  encoding: BufferEncoding = 'utf8';

  write(chunk?: Chunk, encoding?: string, callback?: Done): boolean {
    checkChunk(chunk);
    if (encoding !== undefined) checkEncoding(encoding);
    if (this.isEnded(callback)) return false;
    this.checkWrites();
    return this.sink.write(chunk, encoding ?? this.encoding, callback);
  }

  end(chunk?: Chunk, encoding?: string, callback?: Done): this {
    if (chunk !== undefined) checkChunk(chunk);
    if (encoding !== undefined) checkEncoding(encoding);
    if (this.isEnded(callback)) return this;
    if (chunk !== undefined) this.checkWrites();
    if (chunk === undefined) this.sink.end(() => callback?.(null));
    else this.sink.end(chunk, encoding ?? this.encoding, () => callback?.(null));
    return this;
  }

  setDefaultEncoding(encoding: string = 'utf8'): boolean {
    checkEncoding(encoding);
    this.encoding = encoding;
    return true;
  }

  cork(): boolean {
    this.sink.cork();
    return true;
  }

  uncork(): boolean {
    this.sink.uncork();
    return true;
  }

  doWrite(_chunk: Chunk, _encoding: string, _callback: Done): void {
    throw missing('doWrite', codes.noWrite);
  }

  doWritev(_chunks: Chunk[], _callback: Done): void {
    throw missing('doWritev', codes.noWrite);
  }

  /** Throws before a chunk is taken that nobody would write. */
  checkWrites(): void {
    const own = this.doWrite !== Writing.prototype.doWrite || this.doWritev !== Writing.prototype.doWritev;
    if (!own) throw missing('doWrite', codes.noWrite);
  }

  isEnded(callback: Done | undefined): boolean {
    if (!this.sink.writableEnded) return false;
    const error = new BusinessError(codes.ended, 'The stream has been ended.');
    if (callback !== undefined) process.nextTick(callback, error);
    this.report(error);
    return true;
  }

  get writable(): boolean {
    return this.sink.writable;
  }

  get writableObjectMode(): boolean {
    return this.sink.writableObjectMode;
  }

  get writableHighWatermark(): number {
    return this.sink.writableHighWaterMark;
  }

  get writableLength(): number {
    return this.sink.writableLength;
  }

  get writableCorked(): number {
    return this.sink.writableCorked;
  }

  get writableEnded(): boolean {
    return this.sink.writableEnded;
  }

  get writableFinished(): boolean {
    return this.sink.writableFinished;
  }
}

export class Writable extends Writing {
  readonly inner: EngineWritable;

  constructor() {
    super();
    this.inner = new EngineWritable({
      highWaterMark: highWatermark,
      construct: (done) => this.doInitialize(onlyOnce(done)),
      ...writableCalls(this, this.doWritev !== Writing.prototype.doWritev),
    });
  }

  override get emitter(): EngineWritable {
    return this.inner;
  }

  override get sink(): EngineWritable {
    return this.inner;
  }
}
