/** What `npm test` prints. */
import { sumOutcomes } from './runner.ts';
import type { Result } from './runner.ts';

/** One line for a check that ended, and everything that a failing one said. */
export function formatResult({ check, outcome, duration }: Result): string {
  const sign = outcome.failed > 0 ? '✖' : outcome.passed === 0 ? '-' : '✔';
  const line = `${sign} ${check.title.padEnd(42)} ${formatDuration(duration).padStart(8)}  ${outcome.remark}`;
  return outcome.failed > 0 && outcome.output !== '' ? `${line}\n${indent(outcome.output)}` : line;
}

/** The end of the run: which checks failed, and the totals alone on the last line. */
export function formatTotals(results: Result[]): string {
  const failing = results.filter(({ outcome }) => outcome.failed > 0);
  const names = failing.map(({ check }) => check.name).join(',');
  const hint = failing.length === 0 ? [] : ['', `Again, only what failed: npm test -- --only ${names}`];
  const { passed, failed, skipped } = sumOutcomes(results);
  return [...hint, '', `${passed} passed, ${failed} failed, ${skipped} skipped`].join('\n');
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
