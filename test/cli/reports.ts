/** Where the reports of a test run go: standard output, or a file that appears whole at the end. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TestEvent } from '../report/events.ts';
import { createReporter, isReporterName, reporterNames } from '../report/reporters.ts';
import type { Reporter, ReporterName } from '../report/reporters.ts';
import { Tally } from '../report/verdict.ts';
import { UsageError } from './arguments.ts';
import type { Arguments } from './arguments.ts';

/**
 * Hands events to the report that is asked for, and returns their totals. A report file appears whole when all events have
 * come, and not at all when they end with an error. Throws UsageError when the file cannot be written.
 * @param events Gets the totals so far.
 */
export async function judge(
  name: ReporterName,
  file: string | undefined,
  events: (soFar: Tally) => AsyncIterable<TestEvent>,
): Promise<Tally> {
  const reports = await openReports(name, file);
  const tally = new Tally();
  try {
    for await (const event of events(tally)) {
      tally.add(event);
      for (const reporter of reports.reporters) reporter.event(event);
    }
    for (const reporter of reports.reporters) await reporter.end();
    reports.close();
  } catch (error) {
    reports.discard();
    throw error;
  }
  return tally;
}

/** Opened reports. */
interface Reports {
  reporters: Reporter[];
  /** Puts a report file in place. */
  close(): void;
  /** Leaves no report file behind. */
  discard(): void;
}

/**
 * Opens the reporter `name` on standard output. With a file, the report goes there and the spec report is shown meanwhile.
 * Throws UsageError when the file cannot be written.
 */
async function openReports(name: ReporterName, file: string | undefined): Promise<Reports> {
  if (file === undefined) {
    return {
      reporters: [await createReporter(name, process.stdout)],
      close: () => undefined,
      discard: () => undefined,
    };
  }
  const path = resolve(file);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, '');
  } catch (error) {
    throw new UsageError(`--output ${file} cannot be written: ${(error as Error).message}`);
  }
  const output = { write: (text: string) => writeFileSync(temporary, text, { flag: 'a' }) };
  return {
    reporters: [await createReporter('spec', process.stdout), await createReporter(name, output)],
    close: () => renameSync(temporary, path),
    discard: () => rmSync(temporary, { force: true }),
  };
}

/** The reporter that `--reporter` names; spec without one. Throws UsageError for another name. */
export function readReporter(name = 'spec'): ReporterName {
  if (isReporterName(name)) return name;
  throw new UsageError(`there is no reporter "${name}". The reporters are: ${reporterNames.join(', ')}`);
}

/** The number of an option; undefined without it. Throws UsageError for what is no whole number. */
export function readNumber(args: Arguments, name: string): number | undefined {
  const text = args.value(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}
