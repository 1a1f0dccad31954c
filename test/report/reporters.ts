/** The reporters by name. A reporter takes the events of one or more module runs and writes to one place. */
import type { TestEvent } from './events.ts';

export type ReporterName = 'spec' | 'tap' | 'junit' | 'json';

/** Names for the command line and its help. */
export const reporterNames: readonly ReporterName[] = ['spec', 'tap', 'junit', 'json'];

/** Where a reporter writes: process.stdout, a file stream, or a collector in a test. */
export interface ReportOutput {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface Reporter {
  /** Takes one event; cheap, may write. */
  event(event: TestEvent): void;
  /** All runs are over: writes the totals and resolves when everything has been handed to the output. */
  end(): Promise<void>;
}

/** True for a name that createReporter knows. */
export function isReporterName(name: string): name is ReporterName {
  return (reporterNames as readonly string[]).includes(name);
}

/** Makes a reporter. The code of each is loaded only when it is asked for. */
export async function createReporter(name: ReporterName, out: ReportOutput): Promise<Reporter> {
  switch (name) {
    case 'spec':
      return new (await import('./spec.ts')).SpecReporter(out);
    case 'json':
      return new (await import('./json-lines.ts')).JsonLinesReporter(out);
    case 'tap':
    case 'junit':
      return new (await import('./node-reporter.ts')).NodeReporter(name, out);
  }
}
