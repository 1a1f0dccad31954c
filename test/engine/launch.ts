/** Starts engine processes and reads their messages. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { engineCode, processStarter } from '../build/own.ts';
import { ringFile } from './protocol.ts';
import { leaveOrphans } from './orphans.ts';
import type { EngineConfig, EngineMessage } from './protocol.ts';
import { RingReader } from './ring.ts';

/** How an engine process ended. */
export interface EngineExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** None of V8's: they are part of every code cache's version, and the engine's own code is cached under none. */
const engineFlags = ['--disable-warning=ExperimentalWarning', '--preserve-symlinks', '--preserve-symlinks-main'];
/** Messages kept when the reader is slower than the engine; then the pipes are left to fill. */
const highWater = 256;
/** How often the ring is looked into. */
const pollMs = 50;
const newline = 0x0a;
/** The end of stderr, for the message of a fatal error. */
const keptStderr = 4096;

/**
 * An engine process. Start it as early as possible: it loads itself while the caller finds out what to run, and waits for
 * `configure`.
 */
export class EngineProcess {
  readonly child: ChildProcess;
  /** Resolves when the process has ended and all its output was read. */
  readonly exit: Promise<EngineExit>;
  /** The last part of what it wrote to stderr. */
  stderrTail = '';
  readonly #queue: EngineMessage[] = [];
  readonly #sources: Readable[];
  readonly #ringLines = new Lines();
  #ring: RingReader | undefined;
  #poll: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;
  #ended = false;

  /** @param engine The engine binary. @param cacheDir arkhost's cache. @param mode What it will be used for. */
  constructor(engine: string, cacheDir: string, mode: 'test' | 'run') {
    this.child = spawn(engine, [...engineFlags, processStarter, engineCode, mode], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(cacheDir, 'compile') },
    });
    const channel = this.child.stdio[3] as Duplex;
    channel.on('error', () => undefined);
    const { stdout, stderr } = this.child as { stdout: Readable; stderr: Readable };
    this.#sources = [channel, stdout, stderr];
    const lines = new Lines();
    // What comes by a pipe comes at once: first what was said before it.
    channel.on('data', (bytes: Buffer) => {
      this.#readRing();
      this.#take(lines.add(bytes));
    });
    stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#readRing();
      this.#push({ type: 'output', stream: 'stdout', text });
    });
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#readRing();
      this.stderrTail = (this.stderrTail + text).slice(-keptStderr);
      this.#push({ type: 'output', stream: 'stderr', text });
    });
    this.exit = new Promise((resolve, reject) => {
      this.child.on('error', (error) => reject(new Error(`The engine ${engine} cannot be started: ${error.message}`)));
      this.child.on('close', (code, signal) => {
        clearInterval(this.#poll);
        this.#readRing(true);
        this.#ring?.close();
        this.#ended = true;
        this.#wake?.();
        resolve({ code, signal });
      });
    });
    this.exit.catch(() => {
      this.#ended = true;
      this.#wake?.();
    });
    leaveOrphans(this.child, this.#sources, () => this.#queue.length > 0);
    // An engine that hangs would outlive a parent that is told to end.
    const endWithParent = (): void => this.kill();
    process.once('exit', endWithParent);
    void this.exit.catch(() => undefined).finally(() => process.removeListener('exit', endWithParent));
  }

  /** Hands over what to run. */
  configure(config: EngineConfig): void {
    this.#ring = new RingReader(join(config.runDir, ringFile(this.child.pid ?? 0)));
    this.#poll = setInterval(() => this.#readRing(), pollMs);
    (this.child.stdio[3] as Duplex).write(`${JSON.stringify(config)}\n`);
  }

  /** The next message, or undefined when the process has ended and everything was read. */
  async next(): Promise<EngineMessage | undefined> {
    if (this.#queue.length === 0) this.#readRing();
    while (this.#queue.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
    const message = this.#queue.shift();
    if (this.#queue.length === 0) for (const source of this.#sources) source.resume();
    return message;
  }

  /** Ends the process at once. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(signal);
  }

  /** Takes what is in the ring, as long as messages are wanted; `all` of it from a process that has ended. */
  #readRing(all = false): void {
    while (all || this.#queue.length <= highWater) {
      const bytes = this.#ring?.read();
      if (bytes === undefined) return;
      this.#take(this.#ringLines.add(bytes));
    }
  }

  #take(lines: string[]): void {
    for (const line of lines) {
      const message = parse(line);
      if (message !== undefined) this.#push(message);
    }
  }

  #push(message: EngineMessage): void {
    this.#queue.push(message);
    if (this.#queue.length > highWater) for (const source of this.#sources) source.pause();
    this.#wake?.();
  }
}

/** Cuts bytes into lines. */
class Lines {
  #rest: Buffer[] = [];

  /** The lines that are complete now. */
  add(bytes: Buffer): string[] {
    const end = bytes.lastIndexOf(newline);
    if (end < 0) {
      this.#rest.push(Buffer.from(bytes));
      return [];
    }
    const text = Buffer.concat([...this.#rest, bytes.subarray(0, end)]).toString('utf8');
    this.#rest = end + 1 === bytes.length ? [] : [Buffer.from(bytes.subarray(end + 1))];
    return text.split('\n');
  }
}

/** A line of the channel; undefined for one that a dying process did not finish. */
function parse(line: string): EngineMessage | undefined {
  try {
    return JSON.parse(line) as EngineMessage;
  } catch {
    return undefined;
  }
}
