/** Counts events and decides whether a run passed. The only place that knows what "passed" means. */
import type { CaseEnd, TestEvent, Verdict } from './events.ts';

/** Totals over one or more module runs. */
export interface Totals {
  /** Cases that passed. */
  passed: number;
  /** Cases that did not (fail, error, crash, timeout, missing) plus failures that belong to no case. */
  failed: number;
  skipped: number;
  /** Runs that reported an end. */
  runs: number;
  /** Milliseconds over all runs. */
  duration: number;
}

const bad: readonly Verdict[] = ['fail', 'error', 'crash', 'timeout', 'missing'];

/** True when a case with this verdict makes the run fail. */
export function isFailure(verdict: Verdict): boolean {
  return bad.includes(verdict);
}

/** Adds up events. A run passes with at least one passed case in every started run, and nothing failed. */
export class Tally {
  readonly totals: Totals = { passed: 0, failed: 0, skipped: 0, runs: 0, duration: 0 };
  /** A source has a syntax error: nothing could be judged. */
  unbuilt = false;
  #started = 0;
  #emptyRuns = 0;
  #passedInRun = 0;

  /** Takes one event. */
  add(event: TestEvent): void {
    switch (event.type) {
      case 'run-start':
        this.#started++;
        this.#passedInRun = 0;
        break;
      case 'case-end':
        this.#addCase(event);
        break;
      case 'run-error':
        this.unbuilt ||= event.unbuilt === true;
        this.totals.failed++;
        break;
      case 'run-end':
        this.totals.runs++;
        this.totals.duration += event.duration;
        if (this.#passedInRun === 0) this.#emptyRuns++;
        break;
      case 'case-start':
      case 'output':
        break;
    }
  }

  /** The verdict: something ran in every run, every run ended, and nothing failed. */
  get passed(): boolean {
    return this.#started > 0 && this.totals.runs === this.#started && this.#emptyRuns === 0 && this.totals.failed === 0;
  }

  /** `12 passed, 0 failed`, with skipped cases when there are any. Stable: other programs read it. */
  line(): string {
    const { passed, failed, skipped } = this.totals;
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }

  #addCase(event: CaseEnd): void {
    if (event.verdict === 'pass') {
      this.totals.passed++;
      this.#passedInRun++;
    } else if (event.verdict === 'skip') {
      this.totals.skipped++;
    } else {
      this.totals.failed++;
    }
  }
}
