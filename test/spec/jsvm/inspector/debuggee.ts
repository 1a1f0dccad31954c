/** The engine process whose VM is debugged, as a test drives it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { TestBuild } from '../harness/build.ts';

/** JSVM_OK, JSVM_GENERIC_FAILURE */
export const OK = 0;
export const GENERIC_FAILURE = 9;

/** How long the process may live, in milliseconds. */
const LIMIT = 60_000;

/** A process with one VM. Calls are answered in order; a call that blocks in the VM is answered when it returns. */
export class Debuggee {
  readonly #child: ChildProcess;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  readonly #timer: NodeJS.Timeout;
  #stderr = '';
  /** Resolves to the exit code, or the name of the signal that ended the process. */
  readonly ended: Promise<number | string>;

  constructor(build: TestBuild) {
    const library = join(dirname(build.library), 'libjsvm_debuggee.so');
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), build.bridge, library], {
      stdio: ['pipe', 'inherit', 'pipe', 'pipe'],
    });
    this.#timer = setTimeout(() => this.#child.kill('SIGKILL'), LIMIT);
    (this.#child.stderr as Readable).setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    createInterface({ input: this.#child.stdio[3] as Readable }).on('line', (line) => {
      this.#waiting.shift()?.resolve(JSON.parse(line));
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject).on('close', (code, signal) => {
        clearTimeout(this.#timer);
        const how = signal ?? code ?? -1;
        for (const { reject: refuse } of this.#waiting) refuse(new Error(`the process ended: ${how}\n${this.#stderr}`));
        resolve(how);
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What the process wrote to standard error so far. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Calls a function of the module `debuggee.cc`. */
  call(name: string, ...values: unknown[]): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.push(answer);
    answer.promise.catch(() => undefined);
    this.#child.stdin?.write(`${JSON.stringify([name, ...values])}\n`);
    return answer.promise;
  }

  /** Runs a script in the env and returns its result as text. */
  run(env: unknown, source: string, name = 'test.js'): Promise<unknown> {
    return this.call('run', env, source, name);
  }

  /** Waits until standard error shows the text. */
  async shows(text: string): Promise<void> {
    while (!this.#stderr.includes(text)) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Opens an inspector on a port of the system's choice and returns its address. */
  open(env: unknown): Promise<string> {
    return this.#address('open', env, '127.0.0.1', 0);
  }

  /** Opens an inspector with a name, which may be left out, and returns its address. */
  openWithName(env: unknown, pid: number, name?: string): Promise<string> {
    return this.#address('openWithName', env, pid, ...(name === undefined ? [] : [name]));
  }

  /** Opens an inspector and waits for its line on standard error, which may come after the call has returned. */
  async #address(name: string, ...values: unknown[]): Promise<string> {
    const line = /^Debugger listening on (ws:\/\/\S+)\n/gm;
    const before = [...this.#stderr.matchAll(line)].length;
    const status = await this.call(name, ...values);
    if (status !== OK) throw new Error(`${name} returned ${String(status)}`);
    for (;;) {
      const found = [...this.#stderr.matchAll(line)][before]?.[1];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Lets the process end after its last call, and returns how it ended. */
  end(): Promise<number | string> {
    this.#child.stdin?.end();
    return this.ended;
  }

  /** Ends the process whatever it does. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}
