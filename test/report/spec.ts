/** For people: suites indented, a mark for each case, failures again at the end with code and stack, then the totals. */
import type { CaseEnd, Failure, TestEvent, Verdict } from './events.ts';
import { codeFrame } from './code-frame.ts';
import type { ReportOutput, Reporter } from './reporters.ts';
import { SuiteStack } from './suites.ts';
import { isFailure, Tally } from './verdict.ts';

const marks: Readonly<Record<Verdict, string>> = {
  pass: '✔',
  fail: '✖',
  error: '✖',
  crash: '✖',
  timeout: '✖',
  skip: '﹣',
  missing: '✖',
};
const colours = { red: 31, green: 32, yellow: 33, grey: 90, bold: 1 } as const;
/** Failures that are repeated in full; the others are counted. */
const shownFailures = 100;

interface Remembered {
  title: string;
  verdict: Verdict | 'run';
  failure: Failure | undefined;
}

export class SpecReporter implements Reporter {
  readonly #out: ReportOutput;
  readonly #colour: boolean;
  readonly #tally = new Tally();
  readonly #failures: Remembered[] = [];
  readonly #suites: SuiteStack;
  #hidden = 0;
  #notes: string[] = [];
  /** The last output did not end a line. */
  #midLine = false;

  constructor(out: ReportOutput) {
    this.#out = out;
    this.#colour = out.isTTY === true && process.env['NO_COLOR'] === undefined;
    this.#suites = new SuiteStack({
      open: (suite) => this.#line(`${'  '.repeat(suite.depth)}${this.#paint('bold', `▶ ${suite.name}`)}`),
      close: () => undefined,
    });
  }

  event(event: TestEvent): void {
    this.#tally.add(event);
    switch (event.type) {
      case 'case-start':
        this.#suites.enter(event.suite);
        break;
      case 'case-end':
        this.#caseEnd(event);
        break;
      case 'run-error':
        this.#line(this.#paint('red', `✖ ${event.failure.message}`));
        this.#remember({ title: event.suite?.join(' › ') ?? 'run', verdict: 'run', failure: event.failure });
        break;
      case 'run-end':
        this.#suites.leaveAll();
        this.#notes.push(...(event.findings ?? []));
        break;
      case 'output':
        this.#out.write(event.text);
        this.#midLine = !event.text.endsWith('\n');
        break;
      case 'run-start':
        break;
    }
  }

  async end(): Promise<void> {
    for (const note of this.#notes) this.#line(this.#paint('yellow', `note: ${note}`));
    if (this.#failures.length > 0) this.#line(`\n${this.#paint('red', '✖ what failed:')}`);
    for (const failure of this.#failures) this.#showFailure(failure);
    if (this.#hidden > 0) this.#line(`\n... and ${this.#hidden} more`);
    const { duration } = this.#tally.totals;
    this.#line(`\n${this.#tally.line()}`);
    this.#line(this.#paint('grey', `in ${time(duration)}`));
  }

  #caseEnd(event: CaseEnd): void {
    const failed = isFailure(event.verdict);
    this.#suites.add(failed, event.duration);
    const colour = failed ? 'red' : event.verdict === 'skip' ? 'grey' : 'green';
    const indent = '  '.repeat(this.#suites.depth);
    const what = event.verdict === 'pass' || event.verdict === 'fail' ? '' : ` [${event.verdict}]`;
    const mark = this.#paint(colour, `${marks[event.verdict]} ${event.name}${what}`);
    this.#line(`${indent}${mark} ${this.#paint('grey', `(${time(event.duration)})`)}`);
    for (const finding of failed ? [] : (event.findings ?? []))
      this.#line(`${indent}  ${this.#paint('yellow', `note: ${finding}`)}`);
    if (failed)
      this.#remember({
        title: [...event.suite, event.name].join(' › '),
        verdict: event.verdict,
        failure: event.failure,
      });
  }

  #remember(failure: Remembered): void {
    if (this.#failures.length < shownFailures) this.#failures.push(failure);
    else this.#hidden++;
  }

  #showFailure({ title, verdict, failure }: Remembered): void {
    this.#line(
      `\n${this.#paint('red', `✖ ${title}`)}${verdict === 'fail' || verdict === 'run' ? '' : ` [${verdict}]`}`,
    );
    if (failure === undefined) return;
    this.#line(indent(failure.message));
    if (failure.stack === undefined) return;
    const frame = codeFrame(failure.stack);
    if (frame !== '') this.#line(`\n${indent(frame)}\n`);
    this.#line(this.#paint('grey', indent(failure.stack)));
  }

  #line(text: string): void {
    this.#out.write(`${this.#midLine ? '\n' : ''}${text}\n`);
    this.#midLine = false;
  }

  #paint(colour: keyof typeof colours, text: string): string {
    return this.#colour ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  }
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** Milliseconds for people. */
function time(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds >= 10 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(1)} ms`;
}
