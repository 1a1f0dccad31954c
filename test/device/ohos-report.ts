/**
 * The text that `aa test` prints on a device (hypium's OHOS_REPORT lines), as events of the one model. A line at a time: what
 * a device says is reported as it comes. The verdict is counted from the cases, since the codes at the end of the text are
 * green for many kinds of failure.
 */
import type { CaseEnd, Failure, TestEvent, Verdict } from '../report/events.ts';

/** A case that is expected to run, as a dry run lists it. */
export interface ExpectedCase {
  suite: string[];
  name: string;
}

/** What the end of a run says about itself. */
interface Result {
  run: number;
  failure: number;
  error: number;
  ignore: number;
}

const field = /^OHOS_REPORT_STATUS: ([\w-]+)=(.*)$/;
const code = /^OHOS_REPORT_STATUS_CODE: (-?\d+)/;
const result = /^OHOS_REPORT_RESULT: stream=Tests run: (\d+), Failure: (\d+), Error: (\d+), Pass: (\d+), Ignore: (\d+)/;
const finished = /^TestFinished-ResultCode: (-?\d+)/;
const finishedMessage = /^TestFinished-ResultMsg: (.*)$/;
/** Lines of the tool and of the report that say nothing more. */
const silent =
  /^(?:OHOS_REPORT_(?:SUM|CODE|ALL_CODE|RESULT|ALL_RESULT)\b.*|user test (?:started|finished)\.|start ability successfully\.)$/;
const refusal = /^error: (.+)$/;
const started = 1;
const verdicts: Readonly<Record<number, Verdict>> = { 0: 'pass', [-1]: 'error', [-2]: 'fail', [-3]: 'skip' };

/** What usually mends a run that did not start. */
const mends: readonly (readonly [pattern: RegExp, mend: string])[] = [
  [/unlock screen failed/, 'unlock the screen of the device and keep it on (hdc shell power-shell setmode 602)'],
  [/onDestroy unexpectedly/, 'the test ability was closed: unlock the screen of the device and keep it on'],
  [/failed to start user test/, 'install the main and the test package, and check bundle, module and runner'],
  [/this param .* is invalid/, 'mend the parameter of the test run'],
];

export class OhosReport {
  readonly #module: string;
  readonly #expected: readonly ExpectedCase[] | undefined;
  readonly #seen = new Set<string>();
  #fields = new Map<string, string>();
  /** The field that lines without a keyword continue. */
  #open: string | undefined;
  #running: ExpectedCase | undefined;
  /** Its duration comes after its verdict. */
  #ended: CaseEnd | undefined;
  #begun = false;
  #result: Result | undefined;
  #counts = { run: 0, failed: 0, skipped: 0 };
  #finishedCode = 0;
  #finishedMessage = '';
  #duration = 0;
  #refused = false;

  /** @param expected The cases of a dry run; those that never come are reported as missing. */
  constructor(module: string, expected?: readonly ExpectedCase[]) {
    this.#module = module;
    this.#expected = expected;
  }

  /** Takes a line without its end. */
  *line(raw: string): Generator<TestEvent> {
    const text = raw.replace(/\r$/, '');
    const [, name, value = ''] = field.exec(text) ?? [];
    if (name !== undefined) {
      yield* this.#field(name, value);
      return;
    }
    const status = code.exec(text)?.[1];
    if (status !== undefined) {
      yield* this.#code(Number(status));
    } else if (result.test(text)) {
      const [run = 0, failure = 0, error = 0, , ignore = 0] = (result.exec(text) ?? []).slice(1).map(Number);
      this.#result = { run, failure, error, ignore };
      this.#open = undefined;
    } else if (finished.test(text)) {
      this.#finishedCode = Number(finished.exec(text)?.[1]);
    } else if (finishedMessage.test(text)) {
      this.#finishedMessage = finishedMessage.exec(text)?.[1] ?? '';
    } else if (silent.test(text)) {
      this.#open = undefined;
    } else {
      yield* this.#plain(text);
    }
  }

  /** The text is over: closes what is open and says what is missing. */
  *end(): Generator<TestEvent> {
    yield* this.#begin();
    yield* this.#flush();
    const died = /App died/.test(this.#finishedMessage);
    if (this.#running !== undefined) {
      const message = died ? 'the application died in this case' : `the run ended in this case${this.#reason()}`;
      yield* this.#close(this.#running, died ? 'crash' : 'error', { message });
      yield* this.#flush();
    } else if (died) {
      yield* this.#error(`the application died${this.#counts.run === 0 ? ' before the first case' : ' after a case'}`);
    }
    yield* this.#missing();
    if (this.#result === undefined && !this.#refused) {
      yield* this.#error(`the run ended without a result${this.#reason()}`);
    } else if (this.#result !== undefined) {
      yield* this.#compare(this.#result);
    }
    yield { type: 'run-end', duration: this.#duration };
  }

  *#begin(): Generator<TestEvent> {
    if (this.#begun) return;
    this.#begun = true;
    const expected = this.#expected?.length;
    yield { type: 'run-start', module: this.#module, ...(expected === undefined ? {} : { expected }) };
  }

  *#field(name: string, value: string): Generator<TestEvent> {
    yield* this.#begin();
    this.#open = undefined;
    if (name === 'consuming') {
      if (this.#ended !== undefined) this.#ended.duration = Number(value) || 0;
      yield* this.#flush();
    } else if (name === 'taskconsuming') {
      this.#duration = Number(value) || 0;
    } else if (name === 'suiteconsuming') {
      yield* this.#flush();
      this.#fields.clear();
    } else {
      if (name === 'class') yield* this.#flush();
      this.#fields.set(name, value);
      this.#open = name;
    }
  }

  /** What no keyword begins goes on with a text of several lines, or the tests printed it. */
  *#plain(text: string): Generator<TestEvent> {
    if (this.#open === 'stack' || this.#open === 'stream') {
      this.#fields.set(this.#open, `${this.#fields.get(this.#open) ?? ''}\n${text}`);
      return;
    }
    const refused = this.#counts.run === 0 && this.#running === undefined ? refusal.exec(text)?.[1] : undefined;
    if (refused !== undefined) {
      this.#refused = true;
      yield* this.#begin();
      yield* this.#error(`the device refuses the run: ${refused}${mendOf(refused)}`);
    } else if (/error in (?:before|after)All function/.test(text)) {
      yield* this.#error(text.trim());
    } else if (text.trim() !== '') {
      yield* this.#begin();
      yield { type: 'output', stream: 'stdout', text: `${text}\n` };
    }
  }

  *#code(status: number): Generator<TestEvent> {
    yield* this.#begin();
    this.#open = undefined;
    const suite = (this.#fields.get('class') ?? '').split('.');
    const name = this.#fields.get('test') ?? '';
    if (status === started) {
      yield* this.#flush();
      this.#running = { suite, name };
      yield { type: 'case-start', suite, name };
    } else {
      yield* this.#close({ suite, name }, verdicts[status] ?? 'error', this.#failure(name));
    }
    this.#fields = new Map();
  }

  *#close(ended: ExpectedCase, verdict: Verdict, failure: Failure): Generator<TestEvent> {
    if (this.#running === undefined) yield { type: 'case-start', ...ended };
    this.#running = undefined;
    this.#counts.run++;
    if (verdict === 'skip') this.#counts.skipped++;
    else if (verdict !== 'pass') this.#counts.failed++;
    this.#seen.add(keyOf(ended));
    const late = verdict === 'error' && /^execute timeout \d+ms/.test(failure.message);
    const shown = verdict === 'pass' ? {} : { failure };
    this.#ended = { type: 'case-end', ...ended, verdict: late ? 'timeout' : verdict, duration: 0, ...shown };
  }

  /** Reports the case that ended, whose duration may be known by now. */
  *#flush(): Generator<TestEvent> {
    if (this.#ended === undefined) return;
    yield this.#ended;
    this.#ended = undefined;
  }

  #failure(name: string): Failure {
    const text = (this.#fields.get('stream') ?? '').trim();
    const reason = this.#fields.get('skipReason') ?? '';
    const message = text.replace(`Error in ${name}, `, '').trim() || reason || 'the device gives no reason';
    const stack = (this.#fields.get('stack') ?? '').trim();
    return stack === '' ? { message } : { message, stack };
  }

  *#error(message: string): Generator<TestEvent> {
    yield { type: 'run-error', failure: { message } };
  }

  *#missing(): Generator<TestEvent> {
    for (const expected of this.#expected ?? []) {
      if (this.#seen.has(keyOf(expected))) continue;
      yield { type: 'case-start', ...expected };
      const failure = { message: `never ran${this.#reason()}` };
      yield { type: 'case-end', ...expected, verdict: 'missing', duration: 0, failure };
    }
  }

  /** The device's own totals must be those of the cases; a failing hook shows in them alone. */
  *#compare({ run, failure, error, ignore }: Result): Generator<TestEvent> {
    if (run === 0) yield* this.#error('no tests ran: the list is empty, or the filter matches no case');
    const { run: seen, failed, skipped } = this.#counts;
    if (run + ignore < seen - skipped || run > seen + ignore) {
      yield* this.#error(`the device counts ${run} cases, and its report has ${seen}`);
    } else if (failure + error > failed) {
      yield* this.#error(`the device counts ${failure + error} failures, and its report has ${failed}`);
    }
    if (this.#finishedCode !== 0)
      yield* this.#error(`the test run ended with code ${this.#finishedCode}${this.#reason()}`);
  }

  #reason(): string {
    const message = this.#finishedMessage;
    return message === '' || /your test finished/.test(message) ? '' : `: ${message}${mendOf(message)}`;
  }
}

function keyOf({ suite, name }: ExpectedCase): string {
  return JSON.stringify([suite.join('.'), name]);
}

function mendOf(text: string): string {
  const mend = mends.find(([pattern]) => pattern.test(text))?.[1];
  return mend === undefined ? '' : ` (${mend})`;
}
