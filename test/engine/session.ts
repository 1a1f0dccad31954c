/** What is known about a run over all its engine processes, and what each message or death means for its cases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../build/clock.ts';
import type { Failure, TestEvent, Verdict } from '../report/events.ts';
import type { EngineExit } from './launch.ts';
import { lastWords, readableStack, signalName } from './native-stack.ts';
import type { CaseStartMessage, EngineConfig, EngineMessage, HookMessage, NativeStackMessage } from './protocol.ts';
import type { Limits } from './watchdog.ts';

/** Log lines shown with a crash. */
const shownLogLines = 10;

export class EngineSession {
  /** Harmless leftovers that the last process reported. */
  findings: string[] = [];
  /** No further process is needed. */
  isOver = false;
  readonly #config: EngineConfig;
  #started = false;
  #total = 0;
  #reported = 0;
  #running: (CaseStartMessage & { at: number }) | undefined;
  #hook: HookMessage | undefined;
  #stack: NativeStackMessage | undefined;
  #finished = false;
  #restart = false;
  #progress = false;
  #last = '';
  #pid = 0;

  constructor(config: EngineConfig) {
    this.#config = config;
  }

  /** The configuration for the next process, whose id is given. */
  nextConfig(pid: number): EngineConfig {
    this.#pid = pid;
    this.#running = this.#hook = this.#stack = undefined;
    this.#finished = this.#restart = this.#progress = false;
    return this.#config;
  }

  /** Takes one message of the engine. */
  *take(message: EngineMessage): Generator<TestEvent> {
    switch (message.type) {
      case 'plan':
        this.#total = message.total;
        yield* this.#start(message.total);
        break;
      case 'case-start':
        yield* this.#start();
        this.#running = { ...message, at: now() };
        yield { type: 'case-start', suite: message.suite, name: message.name };
        break;
      case 'case-end': {
        const { index, ...event } = message;
        this.#caseEnded(index, message.suite, message.name);
        yield event;
        break;
      }
      case 'hook-start':
        this.#hook = message;
        break;
      case 'hook-end':
        this.#hook = undefined;
        break;
      case 'run-error':
        yield* this.#start();
        yield message;
        break;
      case 'output':
        yield* this.#start();
        yield message;
        break;
      case 'native-stack':
        // The script frames come in a message of their own, after the native ones.
        this.#stack =
          message.script === undefined || this.#stack === undefined
            ? message
            : { ...this.#stack, script: message.script };
        break;
      case 'restart':
        this.#restart = true;
        break;
      case 'finished':
        this.#finished = true;
        this.findings = message.findings;
        break;
      case 'step':
        break;
    }
  }

  /** The process is gone: blames what was running, and decides whether the rest gets a new process. */
  *processEnded(exit: EngineExit, fired: keyof Limits | undefined, stderr: string): Generator<TestEvent> {
    yield* this.#start();
    const clean = exit.code === 0 && exit.signal === null && fired === undefined;
    if (this.#finished && clean) {
      this.isOver = true;
      return;
    }
    const orderly = this.#restart && fired === undefined;
    const verdict: Verdict = fired !== undefined ? 'timeout' : orderly ? 'error' : 'crash';
    const duration = now() - (this.#running?.at ?? 0);
    const failure = orderly
      ? { message: 'the process was replaced after an uncaught exception' }
      : this.#describe(exit, fired, stderr);
    if (this.#running !== undefined) yield* this.#endRunning(verdict, failure, duration);
    else if (this.#hook !== undefined) yield* this.#endHook(this.#hook, verdict, failure, orderly);
    else if (!orderly) yield* this.#runError({ ...failure, message: `${this.#place()}: ${failure.message}` });
    // A process that got nowhere would get nowhere again; a run that is out of time is over.
    this.isOver = this.#finished || fired === 'run' || !this.#progress || this.#config.resumeAfter + 1 >= this.#total;
  }

  /** Reports the cases that never ran. `plan` is asked only when there are some. */
  *close(plan: () => { suite: string[]; name: string }[]): Generator<TestEvent> {
    const missing = this.#total - this.#reported;
    if (missing <= 0) return;
    const blocked = this.#config.blocked.filter((range) => range.last > this.#config.resumeAfter);
    for (const { suite, name } of plan().slice(this.#config.resumeAfter + 1)) {
      yield { type: 'case-start', suite, name };
      yield {
        type: 'case-end',
        suite,
        name,
        verdict: 'missing',
        duration: 0,
        failure: { message: `never ran: ${this.#why(blocked.length > 0)}` },
      };
    }
  }

  #why(blocked: boolean): string {
    return blocked
      ? 'a hook ended the process'
      : `the run ended ${this.#last === '' ? 'before the first case' : `after ${this.#last}`}`;
  }

  *#start(expected?: number): Generator<TestEvent> {
    if (this.#started) return;
    this.#started = true;
    yield { type: 'run-start', module: this.#config.moduleName, ...(expected === undefined ? {} : { expected }) };
  }

  #caseEnded(index: number, suite: readonly string[], name: string): void {
    this.#running = undefined;
    this.#progress = true;
    this.#reported++;
    this.#last = [...suite, name].join(' › ');
    const blocked = this.#config.blocked.find((range) => range.first <= index && index <= range.last);
    // Blocked cases are reported ahead of their turn; they do not say that those before them are done.
    if (blocked === undefined) this.#config.resumeAfter = Math.max(this.#config.resumeAfter, index);
    this.#skipBlocked(index, blocked?.last);
  }

  /** Forgets a blocked range once it was reported to its end, and counts it as done when its turn has come. */
  #skipBlocked(index: number, last: number | undefined): void {
    if (last !== index) return;
    const range = this.#config.blocked.find((item) => item.last === last);
    if (range === undefined || range.first > this.#config.resumeAfter + 1) return;
    this.#config.blocked = this.#config.blocked.filter((item) => item !== range);
    this.#config.resumeAfter = Math.max(this.#config.resumeAfter, last);
  }

  *#runError(failure: Failure, suite?: string[]): Generator<TestEvent> {
    yield { type: 'run-error', failure, ...(suite === undefined ? {} : { suite }) };
  }

  *#endRunning(verdict: Verdict, failure: Failure, duration: number): Generator<TestEvent> {
    const running = this.#running;
    if (running === undefined) return;
    const { index, suite, name } = running;
    this.#caseEnded(index, suite, name);
    yield { type: 'case-end', suite, name, verdict, duration, failure };
  }

  /** A hook took the process with it: the suite's cases cannot run, and are reported by the next process. */
  *#endHook(hook: HookMessage, verdict: Verdict, failure: Failure, reported: boolean): Generator<TestEvent> {
    const name = `${hook.hook} of ${hook.suite.join(' › ')}`;
    this.#progress = true;
    if (!reported) yield* this.#runError({ ...failure, message: `${name}: ${failure.message}` }, hook.suite);
    if (hook.hook === 'afterAll') {
      this.#config.resumeAfter = Math.max(this.#config.resumeAfter, hook.last);
      return;
    }
    const first = Math.max(hook.first, this.#config.resumeAfter + 1);
    if (first <= hook.last) {
      this.#config.blocked.push({
        first,
        last: hook.last,
        verdict,
        failure: { message: `not run: ${name} ended the process` },
      });
    } else {
      this.#progress = false;
    }
  }

  #place(): string {
    if (this.#finished) return 'while the process was ending';
    if (this.#config.mode === 'run') return `while running ${this.#config.entry}`;
    if (this.#total === 0) return 'while loading the tests';
    return this.#last === '' ? 'before the first case' : `after ${this.#last}`;
  }

  #describe(exit: EngineExit, fired: keyof Limits | undefined, stderr: string): Failure {
    const stack = this.#stack === undefined ? '' : readableStack(this.#stack, this.#config.cacheDir);
    const log = this.#lastLog();
    const detail = [stack, log].filter((text) => text !== '').join('\n');
    const message = this.#reason(exit, fired, stderr);
    return detail === '' ? { message } : { message, stack: detail };
  }

  #reason(exit: EngineExit, fired: keyof Limits | undefined, stderr: string): string {
    if (fired === 'run') return 'the time limit of the whole run was reached';
    if (fired !== undefined) return 'no progress within the time limit; the process was ended';
    const words = lastWords(stderr);
    const said = words === '' ? '' : `: ${words}`;
    if (exit.signal !== null) {
      // Only memory faults have an address that means something.
      const faults = this.#stack?.signal === 11 || this.#stack?.signal === 7;
      const address = this.#stack?.address === undefined || !faults ? '' : ` at address ${this.#stack.address}`;
      const sent = this.#stack?.signal === undefined ? exit.signal : signalName(this.#stack.signal);
      return `the process was ended by ${sent}${address}${said}`;
    }
    return `the process exited with code ${String(exit.code)} in the middle of the run${said}`;
  }

  /** The last lines of the log, which name what native code did before it died. */
  #lastLog(): string {
    let text: string;
    try {
      text = readFileSync(join(this.#config.runDir, 'hilog.log'), 'utf8');
    } catch {
      return '';
    }
    // Earlier processes of the run wrote to the same file.
    const own = new RegExp(`^\\S+ \\S+ +${this.#pid} `);
    const lines = text
      .split('\n')
      .filter((line) => own.test(line))
      .slice(-shownLogLines);
    return lines.length === 0 ? '' : ['last log lines:', ...lines.map((line) => `  ${line}`)].join('\n');
  }
}
