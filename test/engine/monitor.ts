/** Follows one hypium run: which case or hook is running, what went wrong beside it, and what is reported. */
import { now } from '../build/clock.ts';
import type { Failure, Verdict } from '../report/events.ts';
import { host } from '../kits/host.ts';
import type { VmLedger } from '../kits/host.ts';
import { send } from './channel.ts';
import { failureOf } from './failure.ts';
import { judgeCase } from './leaks.ts';
import type { PlannedCase } from './plan.ts';

/** The case being run. */
interface Running {
  planned: PlannedCase;
  startedAt: number;
  ledger: VmLedger[];
  /** Failures that hypium does not see: unhandled rejections, hooks run by us. */
  extra: Failure[];
  /** Promises of `data` cases, which hypium does not wait for. */
  pending: Promise<unknown>[];
}

/** State of the run in this process. */
export class Monitor {
  running: Running | undefined;
  /** Set while a beforeAll or afterAll hook runs. */
  hook: { suite: string[]; name: string } | undefined;
  /** Name of the case that ended last, for failures between cases. */
  last = '';
  /** The cases in which VMs were made, by the ids of the VMs. */
  readonly makers = new Map<number, string>();
  #next = 0;
  readonly #cases: readonly PlannedCase[];

  constructor(cases: readonly PlannedCase[]) {
    this.#cases = cases;
  }

  /** Cases that were never reported. */
  get unreported(): readonly PlannedCase[] {
    return this.#cases.slice(this.#next);
  }

  /** The next planned case begins. */
  startCase(): void {
    const planned = this.#cases[this.#next];
    if (planned === undefined) throw new Error('hypium started a case that was not planned');
    send({ type: 'case-start', index: planned.index, suite: planned.suite, name: planned.name });
    this.running = { planned, startedAt: now(), ledger: host().bridge.ledger(), extra: [], pending: [] };
  }

  /** The running case ended with what hypium found; `thrown` is undefined when it passed. */
  endCase(thrown: { value: unknown; verdict: Verdict } | undefined, duration: number): void {
    const { running } = this;
    if (running === undefined) return;
    const { planned } = running;
    const failures = [...(thrown === undefined ? [] : [failureOf(thrown.value)]), ...running.extra];
    let verdict: Verdict = thrown?.verdict ?? (failures.length > 0 ? 'error' : 'pass');
    const after = host().bridge.ledger();
    for (const { id } of after.slice(running.ledger.length)) {
      if (!running.ledger.some((vm) => vm.id === id)) this.makers.set(id, [...planned.suite, planned.name].join(' › '));
    }
    const ledger = judgeCase(running.ledger, after);
    if (ledger.errors.length > 0) {
      failures.push(...ledger.errors.map((message) => ({ message })));
      if (verdict === 'pass') verdict = 'error';
    }
    const failure = mergeFailures(failures);
    const findings = [...ledger.errors, ...ledger.notes];
    this.#report(planned, verdict, duration, failure, findings);
    this.running = undefined;
    this.#next++;
  }

  /** Ends the running case with a failure from outside hypium. */
  breakCase(failure: Failure, verdict: Verdict): void {
    const { running } = this;
    if (running === undefined) return;
    const all = mergeFailures([failure, ...running.extra]);
    this.#report(running.planned, verdict, now() - running.startedAt, all, []);
    this.running = undefined;
    this.#next++;
  }

  /** Reports cases that hypium left out. */
  closeRest(verdict: Verdict, message: string): void {
    for (const planned of this.unreported) {
      send({ type: 'case-start', index: planned.index, suite: planned.suite, name: planned.name });
      this.#report(planned, verdict, 0, { message }, []);
    }
    this.#next = this.#cases.length;
  }

  /** A failure that may belong to the running case; true when it does. */
  charge(failure: Failure): boolean {
    if (this.running === undefined) return false;
    this.running.extra.push(failure);
    return true;
  }

  #report(
    planned: PlannedCase,
    verdict: Verdict,
    duration: number,
    failure: Failure | undefined,
    findings: string[],
  ): void {
    this.last = [...planned.suite, planned.name].join(' › ');
    send({
      type: 'case-end',
      index: planned.index,
      suite: planned.suite,
      name: planned.name,
      verdict,
      duration: Math.round(duration * 1000) / 1000,
      ...(failure === undefined ? {} : { failure }),
      ...(findings.length === 0 ? {} : { findings }),
    });
  }
}

/** Several failures as one: messages one after another, stacks too. A failure that was seen in two ways is told once. */
function mergeFailures(all: readonly Failure[]): Failure | undefined {
  if (all.length === 0) return undefined;
  const failures = all.filter(({ message }, index) => {
    const seen = message.replace(/^unhandled rejection: /, '');
    return !all.slice(0, index).some((other) => other.message === seen);
  });
  const stack = failures
    .map((failure) => failure.stack)
    .filter((text) => text !== undefined)
    .join('\n');
  const message = failures.map((failure) => failure.message).join('\nalso: ');
  return stack === '' ? { message } : { message, stack };
}
