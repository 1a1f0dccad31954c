/** node:test's own tap and junit reporters, fed with our events. */
import { PassThrough } from 'node:stream';
import { junit, tap } from 'node:test/reporters';
import type { CaseEnd, Failure, TestEvent } from './events.ts';
import type { ReportOutput, Reporter } from './reporters.ts';
import { SuiteStack } from './suites.ts';
import { isFailure, Tally } from './verdict.ts';

/** An event as node:test sends it; the reporters read these fields only. */
interface NodeEvent {
  type: string;
  data: Record<string, unknown>;
}

export class NodeReporter implements Reporter {
  readonly #source = new PassThrough({ objectMode: true, highWaterMark: 1 << 20 });
  readonly #done: Promise<void>;
  readonly #tally = new Tally();
  readonly #suites: SuiteStack;
  #topCount = 0;
  #module = '';

  constructor(name: 'tap' | 'junit', out: ReportOutput) {
    this.#suites = new SuiteStack({
      open: (suite) => this.#emit('test:start', { name: suite.name, nesting: suite.depth }),
      close: (suite) =>
        this.#result(
          !suite.failed,
          suite.name,
          suite.depth,
          suite.duration,
          'suite',
          suite.failed ? { message: 'a case of this suite failed' } : undefined,
          suite.count,
        ),
    });
    this.#done = this.#pipe(name === 'tap' ? tap : junit, out);
  }

  event(event: TestEvent): void {
    this.#tally.add(event);
    switch (event.type) {
      case 'run-start':
        this.#module = event.module;
        break;
      case 'case-start':
        this.#suites.enter(event.suite);
        this.#emit('test:start', { name: event.name, nesting: this.#suites.depth });
        break;
      case 'case-end':
        this.#caseEnd(event);
        break;
      case 'run-error':
        this.#suites.leaveAll();
        this.#emit('test:start', { name: `run of ${this.#module}`, nesting: 0 });
        this.#result(false, `run of ${this.#module}`, 0, 0, 'test', event.failure);
        break;
      case 'run-end':
        this.#suites.leaveAll();
        for (const finding of event.findings ?? []) this.#diagnostic(finding);
        break;
      case 'output':
        this.#emit(event.stream === 'stdout' ? 'test:stdout' : 'test:stderr', { message: event.text });
        break;
    }
  }

  async end(): Promise<void> {
    this.#suites.leaveAll();
    this.#emit('test:plan', { nesting: 0, count: this.#topCount });
    this.#diagnostic(this.#tally.line());
    this.#source.end();
    await this.#done;
  }

  #caseEnd(event: CaseEnd): void {
    this.#suites.add(isFailure(event.verdict), event.duration);
    const { verdict } = event;
    const plain = verdict === 'fail' || verdict === 'skip';
    const failure =
      event.failure === undefined || plain
        ? event.failure
        : { ...event.failure, message: `${verdict}: ${event.failure.message}` };
    const depth = this.#suites.depth;
    this.#result(
      !isFailure(verdict),
      event.name,
      depth,
      event.duration,
      'test',
      failure,
      undefined,
      verdict === 'skip',
    );
    for (const finding of event.findings ?? []) this.#diagnostic(finding, depth);
  }

  #result(
    passed: boolean,
    name: string,
    nesting: number,
    duration: number,
    type: 'suite' | 'test',
    failure?: Failure,
    count?: number,
    skip = false,
  ): void {
    if (count !== undefined) this.#emit('test:plan', { nesting: nesting + 1, count });
    const testNumber = nesting === 0 ? ++this.#topCount : this.#suites.count;
    const details = {
      duration_ms: duration,
      type,
      ...(failure === undefined || passed ? {} : { error: nodeError(failure) }),
    };
    this.#emit(passed ? 'test:pass' : 'test:fail', {
      name,
      nesting,
      testNumber,
      details,
      ...(skip ? { skip: failure?.message ?? true } : {}),
    });
  }

  #diagnostic(message: string, nesting = 0): void {
    this.#emit('test:diagnostic', { message, nesting });
  }

  #emit(type: string, data: Record<string, unknown>): void {
    this.#source.write({ type, data } satisfies NodeEvent);
  }

  async #pipe(reporter: unknown, out: ReportOutput): Promise<void> {
    const generate = reporter as (source: AsyncIterable<NodeEvent>) => AsyncIterable<string>;
    for await (const text of generate(this.#source as AsyncIterable<NodeEvent>)) out.write(text);
  }
}

/** An error shaped like those of node:test: the reporters print the cause and its stack. */
function nodeError(failure: Failure): Error {
  const cause = new Error(failure.message);
  cause.stack =
    failure.stack === undefined
      ? failure.message
      : `${failure.message}\n    ${failure.stack.replaceAll('\n', '\n    ')}`;
  const error = new Error(failure.message, { cause });
  // Frames of the reporter would only hide those of the test.
  error.stack = failure.message;
  return Object.assign(error, { code: 'ERR_TEST_FAILURE', failureType: 'testCodeFailure' });
}
