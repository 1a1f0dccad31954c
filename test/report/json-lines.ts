/** One JSON object a line: the events as they are, then one `summary`. For programs. */
import type { TestEvent } from './events.ts';
import type { ReportOutput, Reporter } from './reporters.ts';
import { Tally } from './verdict.ts';

export class JsonLinesReporter implements Reporter {
  readonly #out: ReportOutput;
  readonly #tally = new Tally();

  constructor(out: ReportOutput) {
    this.#out = out;
  }

  event(event: TestEvent): void {
    this.#tally.add(event);
    this.#out.write(`${JSON.stringify(event)}\n`);
  }

  async end(): Promise<void> {
    this.#out.write(`${JSON.stringify({ type: 'summary', ...this.#tally.totals, ok: this.#tally.passed })}\n`);
  }
}
