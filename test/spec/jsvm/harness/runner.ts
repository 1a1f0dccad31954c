/** Runs native tests in engine processes and tells how each of them ended. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { cacheRoot } from '../../../build/home.ts';
import { readableStack } from '../../../engine/native-stack.ts';
import type { TestBuild } from './build.ts';
import type { Message, NativeCase, Task } from './protocol.ts';

const LIMIT = 60_000;

/** A case and its index in the library's list. */
export interface IndexedCase extends NativeCase {
  index: number;
}

/** How an engine process ended. */
interface ProcessEnd {
  /** `exit code 0`, `SIGABRT`, or that it was stopped for saying nothing. */
  how: string;
  clean: boolean;
  aborted: boolean;
  stderr: string;
  log: string;
  /** Native stack of a crash. */
  stack: string;
}

/** Names all tests of the library. */
export async function listCases(build: TestBuild): Promise<IndexedCase[]> {
  let cases: IndexedCase[] | undefined;
  const end = await runProcess(build, undefined, (message) => {
    if (message.type === 'list') cases = message.cases.map((entry, index) => ({ ...entry, index }));
  });
  if (cases === undefined || !end.clean) throw new Error(`the tests cannot be listed: ${describeEnd(end)}`);
  return cases;
}

/** The run of a group's plain cases: one process, and a new one after each crash. */
export class GroupRun {
  /** Failure texts of each case. */
  readonly #results = new Map<number, PromiseWithResolvers<string[]>>();
  /** Resolves when the last process has ended, to what is wrong with its end, if anything. */
  readonly ended: Promise<string | undefined>;

  constructor(build: TestBuild, cases: IndexedCase[]) {
    for (const { index } of cases) this.#results.set(index, Promise.withResolvers());
    this.ended = this.#run(
      build,
      cases.map(({ index }) => index),
    );
  }

  /** Waits for a case of the group. */
  result(index: number): Promise<string[]> {
    const entry = this.#results.get(index);
    if (entry === undefined) throw new Error(`case ${index} is not of this group`);
    return entry.promise;
  }

  async #run(build: TestBuild, indices: number[]): Promise<string | undefined> {
    const rest = [...indices];
    for (;;) {
      let started = false;
      const end = await runProcess(build, rest, (message) => {
        if (message.type === 'start') started = true;
        if (message.type === 'end') this.#results.get(rest.shift() ?? -1)?.resolve(message.failures);
      });
      const crashed = rest.shift();
      if (crashed === undefined) return end.clean ? undefined : describeEnd(end);
      this.#results.get(crashed)?.resolve([`the process ended in this case: ${describeEnd(end)}`]);
      // A library that cannot even be loaded is not tried again for each case.
      if (!started) while (rest.length > 0) this.#results.get(rest.shift() ?? -1)?.resolve([describeEnd(end)]);
      if (rest.length === 0) return undefined;
    }
  }
}

/** Runs a case in a process of its own. Returns its failure texts. */
export async function runAlone(build: TestBuild, entry: IndexedCase): Promise<string[]> {
  let failures: string[] | undefined;
  const end = await runProcess(build, [entry.index], (message) => {
    if (message.type === 'end') failures = message.failures;
  });
  if (entry.kind !== 'fatal') {
    if (failures === undefined) return [`the process ended in this case: ${describeEnd(end)}`];
    return end.clean ? failures : [...failures, `the process did not end well: ${describeEnd(end)}`];
  }
  if (failures !== undefined) return [`the process should have aborted and went on`, ...failures];
  if (!end.aborted) return [`the process should have aborted: ${describeEnd(end)}`];
  if (end.stderr.includes(entry.expected) || end.log.includes(entry.expected)) return [];
  return [`neither standard error nor the log shows "${entry.expected}": ${describeEnd(end)}`];
}

/** $ARKHOST_TEST_PRELOAD names a library, a sanitizer's runtime, that the engine has to load before all others. */
function childEnvironment(task: Task): NodeJS.ProcessEnv {
  const preload = process.env['ARKHOST_TEST_PRELOAD'];
  const loader = preload === undefined ? {} : { LD_PRELOAD: preload };
  return { ...process.env, ...loader, ARKHOST_JSVM_TESTS: JSON.stringify(task) };
}

async function runProcess(
  build: TestBuild,
  indices: number[] | undefined,
  onMessage: (message: Message) => void,
): Promise<ProcessEnd> {
  const folder = await mkdtemp(join(tmpdir(), 'arkhost-jsvm-tests-'));
  try {
    const sink = join(folder, 'hilog.txt');
    const { bridge, library, limit = LIMIT } = build;
    const task: Task = { bridge, library, sink, ...(indices === undefined ? {} : { run: indices }) };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts')], {
      cwd: folder,
      env: childEnvironment(task),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let stderr = '';
    for (const stream of [child.stdout, child.stderr]) {
      (stream as Readable).setEncoding('utf8').on('data', (text: string) => (stderr += text));
    }
    let stack = '';
    let silent = false;
    const stop = (): void => {
      silent = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, limit);
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(stop, limit);
      const message = JSON.parse(line) as Message;
      if (message.type === 'native-stack') stack = readableStack(message, cacheRoot());
      else onMessage(message);
    });
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on('error', reject).on('close', (...end) => resolve(end));
    });
    clearTimeout(timer);
    const log = await readFile(sink, 'utf8').catch(() => '');
    const how = silent ? `stopped after ${limit / 1000} s without a result` : (signal ?? `exit code ${code}`);
    // V8 ends the process with a trap or an illegal instruction where it does not call abort().
    const aborted = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL';
    return { how, clean: code === 0, aborted, stderr, log, stack };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeEnd(end: ProcessEnd): string {
  const tail = (text: string): string => text.trimEnd().split('\n').slice(-40).join('\n');
  const parts = [end.how, end.stack, tail(end.stderr), tail(end.log)];
  return parts.filter((part) => part !== '').join('\n');
}
