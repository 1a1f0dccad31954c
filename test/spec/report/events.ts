/** Events for the reporters' specs. */
import type { CaseEnd, CaseStart, TestEvent, Verdict } from '../../report/events.ts';
import { createReporter } from '../../report/reporters.ts';
import type { ReporterName } from '../../report/reporters.ts';

/** Start and end of one case. */
export function testCase(
  suite: string[],
  name: string,
  verdict: Verdict = 'pass',
  extra: Partial<CaseEnd> = {},
): [CaseStart, CaseEnd] {
  return [
    { type: 'case-start', suite, name },
    { type: 'case-end', suite, name, verdict, duration: 1.5, ...extra },
  ];
}

/** A whole run around the given events. */
export function run(...events: (TestEvent | TestEvent[])[]): TestEvent[] {
  return [{ type: 'run-start', module: 'entry' }, ...events.flat(), { type: 'run-end', duration: 20 }];
}

/** What a reporter writes for the events. */
export async function report(name: ReporterName, events: readonly TestEvent[]): Promise<string> {
  let text = '';
  const reporter = await createReporter(name, { write: (part: string) => (text += part) });
  for (const event of events) reporter.event(event);
  await reporter.end();
  return text;
}
