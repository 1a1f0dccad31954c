/** What a dry run (`aa test ... -s dryRun true`) lists: the cases that a run of the same parameters will have. */
import type { ExpectedCase } from './ohos-report.ts';

/**
 * The cases of a dry run's text: one JSON object, `{"suites":[{"Suite":[{"itName":"case"}]}]}`, printed in pieces of 500
 * characters a line. Undefined when the text holds none: an old hypium cannot list its cases.
 */
export function readDryRun(text: string): ExpectedCase[] | undefined {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.includes('{"suites"'));
  if (first < 0) return undefined;
  let json = (lines[first] ?? '').slice((lines[first] ?? '').indexOf('{"suites"'));
  for (const line of ['', ...lines.slice(first + 1)]) {
    json += line.replace(/^OHOS_REPORT_\w+: (?:\w+=)?/, '');
    const parsed = tryParse(json);
    if (parsed !== undefined) return [...casesOf((parsed as { suites: unknown }).suites, [])];
  }
  return undefined;
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function* casesOf(list: unknown, suite: string[]): Generator<ExpectedCase> {
  if (!Array.isArray(list)) return;
  for (const entry of list as Record<string, unknown>[]) {
    const { itName } = entry;
    if (typeof itName === 'string') yield { suite, name: itName };
    else for (const [name, inner] of Object.entries(entry)) yield* casesOf(inner, [...suite, ...name.split('.')]);
  }
}
