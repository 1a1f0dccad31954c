/** `arkhost report`: the verdict of a text that `aa test` printed. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { OhosReport } from '../device/ohos-report.ts';
import { Tally } from '../report/verdict.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { openReports, readReporter } from './reports.ts';

/** Reads the file, or standard input for `-` and without one. Returns 0 when all cases passed, and 1 otherwise. */
export async function reportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.positionals;
  const reports = await openReports(readReporter(args.value('reporter')), args.value('output'));
  const tally = new Tally();
  const report = new OhosReport(args.value('module') ?? 'device');
  try {
    for await (const line of linesOf(file)) take(report.line(line));
    take(report.end());
    for (const reporter of reports.reporters) await reporter.end();
    reports.close();
  } catch (error) {
    reports.discard();
    throw error;
  }
  return tally.passed ? 0 : 1;

  function take(events: ReturnType<OhosReport['line']>): void {
    for (const event of events) {
      tally.add(event);
      for (const reporter of reports.reporters) reporter.event(event);
    }
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
